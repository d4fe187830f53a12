/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/build.h"

#include "text/blocks.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/sentence.h"
#include "text/word.h"

enum { LONGEST_TEXT = 0x7FFFFFFF };

typedef struct builder {
    tn_doc *doc;
    const tn_text_model *model;
    tn_arena *arena;
    tenor_error *error;
    tn_block_list blocks;
    TN_VEC(tn_word) words;
    TN_VEC(tn_sentence) sentences;
    TN_VEC(tn_term) terms;
    TN_VEC(uint32_t) term_of_surface; /* by id of `surfaces`: folding is done once for each distinct spelling */
    tn_strtab surfaces, folded;       /* an id of `folded` is the term's number */
    uint32_t position;
} builder;

static bool add_term(builder *b, tenor_string folded) {
    uint32_t id = tn_strtab_add(&b->folded, folded, false);
    if (id == 0) return false;
    if (id < b->terms.count) return true;
    tn_term *term = TN_PUSH(b->arena, &b->terms);
    if (!term) return false;
    uint32_t vocabulary = tn_vocabulary_find(b->model->vocabulary, folded);
    uint8_t marks = tn_vocabulary_flags(b->model->vocabulary, vocabulary);
    *term = (tn_term){folded, vocabulary, (marks & TN_VOCABULARY_STOP) != 0, marks};
    return true;
}

/* The term of a word; 0: out of memory. */
static uint32_t intern(builder *b, tenor_string surface) {
    uint32_t id = tn_strtab_add(&b->surfaces, surface, false);
    if (id == 0 || id < b->term_of_surface.count) return id ? b->term_of_surface.at[id] : 0;
    tenor_string folded = tn_fold(surface, b->arena);
    if (!folded.data || !add_term(b, folded) || !TN_EXTEND(b->arena, &b->term_of_surface)) return 0;
    return b->term_of_surface.at[id] = tn_strtab_find(&b->folded, folded);
}

static bool read_words(builder *b, uint32_t start, uint32_t end) {
    tn_word word;
    for (uint32_t at = start; tn_word_next(b->doc->text, at, end, &word); at = word.end) {
        word.term = intern(b, tn_word_stem(b->doc->text, &word));
        tn_word *added = word.term ? TN_PUSH(b->arena, &b->words) : NULL;
        if (!added) return false;
        *added = word;
    }
    b->doc->words = b->words.at;
    b->doc->n_words = b->words.count;
    b->doc->terms = b->terms.at;
    b->doc->n_terms = b->terms.count - 1;
    return true;
}

static uint32_t trimmed_end(tenor_string text, uint32_t start, uint32_t end) {
    while (end > start && tn_is_space(text.data[end - 1])) end--;
    return end;
}

static bool add_sentence(builder *b, uint32_t block, uint32_t start, uint32_t end, uint32_t first, uint32_t last) {
    tn_sentence *sentence = TN_PUSH(b->arena, &b->sentences);
    if (!sentence) return false;
    const tn_block *in = &b->blocks.at[block];
    bool title = in->role == TENOR_ROLE_TITLE;
    tn_match match;
    *sentence = (tn_sentence){.start = start, .end = trimmed_end(b->doc->text, start, end), .first = first, .last = last};
    sentence->block = block;
    sentence->part = in->part;
    sentence->title = title;
    sentence->position = title ? 0 : b->position++;
    sentence->dangling = tn_phrases_at(&b->model->dangling, b->doc, first, last, &match);
    return true;
}

static bool read_block(builder *b, uint32_t index) {
    tn_block block = b->blocks.at[index];
    uint32_t first = (uint32_t)b->words.count, start = block.story, end, next;
    if (!read_words(b, block.story, block.end)) return false;
    uint32_t last = (uint32_t)b->words.count;
    for (uint32_t at = first + 1; at < last; at++) {
        if (!tn_sentence_ends(b->doc, b->model, first, at, &end, &next)) continue;
        if (!add_sentence(b, index, start, end, first, at)) return false;
        start = next;
        first = at;
    }
    return first == last || add_sentence(b, index, start, block.end, first, last);
}

/* The title is a part of its own; with one, headline blocks of the text repeat it and are not read again. */
static tenor_status add_title_block(builder *b, const tn_part *part, uint32_t index) {
    tn_block *block = TN_PUSH(b->arena, &b->blocks);
    if (!block) return tn_fail_memory(b->error);
    *block = (tn_block){.start = part->start, .end = part->end, .role = TENOR_ROLE_TITLE, .reason = "given apart"};
    block->story = part->start;
    block->part = index;
    return TENOR_OK;
}

static void set_title(builder *b) {
    for (size_t i = 0; i < b->blocks.count && b->doc->title.length == 0; i++)
        if (b->blocks.at[i].role == TENOR_ROLE_TITLE)
            b->doc->title = tn_slice(b->doc->text, b->blocks.at[i].start, b->blocks.at[i].end);
}

static tenor_status read_story(builder *b, bool has_title) {
    for (uint32_t i = 0; i < b->blocks.count; i++) {
        const tn_block *block = &b->blocks.at[i];
        bool again = has_title && block->role == TENOR_ROLE_TITLE && b->doc->parts[block->part].in_input;
        bool story = block->role == TENOR_ROLE_BODY || block->role == TENOR_ROLE_TITLE;
        if (story && !again && !read_block(b, i)) return tn_fail_memory(b->error);
    }
    return TENOR_OK;
}

static bool init(builder *b, size_t bytes) {
    uint32_t expect = (uint32_t)(bytes / 24 < 1u << 20 ? bytes / 24 : 1u << 20);
    return tn_strtab_init(&b->surfaces, b->arena, expect, 0) && tn_strtab_init(&b->folded, b->arena, expect, 0) &&
           TN_RESERVE(b->arena, &b->words, bytes / 6 + 16) && TN_EXTEND(b->arena, &b->terms) &&
           TN_EXTEND(b->arena, &b->term_of_surface); /* ids begin at 1 */
}

static tn_part part_of(const tn_decoded *decoded, const char *source, uint32_t start, bool in_input) {
    return (tn_part){source, start, start + (uint32_t)decoded->text.length, decoded->origins, decoded->n_origins, in_input};
}

/* "title LF LF text" when there is a title, so that all offsets are of one text. */
static tenor_status set_parts(builder *b, const tn_doc_input *input, const tn_decoded *title, const tn_decoded *text) {
    tn_part *parts = TN_NEW_ARRAY(b->arena, 2, tn_part);
    if (!parts) return tn_fail_memory(b->error);
    size_t n = title->text.length;
    b->doc->parts = parts;
    b->doc->n_parts = n ? 2 : 1;
    b->doc->repaired = text->repaired + title->repaired;
    if (n == 0) {
        b->doc->text = text->text;
        parts[0] = part_of(text, input->source, 0, true);
        return TENOR_OK;
    }
    char *joined = tn_alloc(b->arena, n + 2 + text->text.length);
    if (!joined) return tn_fail_memory(b->error);
    memcpy(joined, title->text.data, n);
    memcpy(joined + n, "\n\n", 2);
    memcpy(joined + n + 2, text->text.data, text->text.length);
    b->doc->text = (tenor_string){joined, n + 2 + text->text.length};
    parts[0] = part_of(title, input->source, 0, false);
    parts[1] = part_of(text, input->source, (uint32_t)n + 2, true);
    return TENOR_OK;
}

tenor_status tn_doc_build(tn_doc *out, const tn_doc_input *input, const tn_text_model *model, tn_arena *arena,
                          tenor_error *error) {
    *out = (tn_doc){.lang = model->language->code};
    builder b = {.doc = out, .model = model, .arena = arena, .error = error};
    tn_decoded text, title;
    if (input->text.length > LONGEST_TEXT / 3 || input->title.length > LONGEST_TEXT / 3)
        return tn_fail(error, TENOR_E_TOO_LARGE, "the text has %zu bytes, at most %d are possible", input->text.length,
                       LONGEST_TEXT / 3);
    TN_TRY(tn_decode(&text, input->text, input->strict_utf8, arena, error));
    TN_TRY(tn_decode(&title, tn_trim(input->title), input->strict_utf8, arena, error));
    TN_TRY(set_parts(&b, input, &title, &text));
    if (!init(&b, out->text.length)) return tn_fail_memory(error);
    const tn_part *body = &out->parts[out->n_parts - 1];
    if (out->n_parts == 2) TN_TRY(add_title_block(&b, &out->parts[0], 0));
    tn_blocks_input lines = {out->text, body->start, body->end, (uint32_t)out->n_parts - 1, title.text};
    TN_TRY(tn_blocks_find(&b.blocks, &lines, model, arena, error));
    set_title(&b);
    TN_TRY(read_story(&b, out->n_parts == 2));
    out->blocks = b.blocks.at;
    out->n_blocks = b.blocks.count;
    out->sentences = b.sentences.at;
    out->n_sentences = b.sentences.count;
    tn_strtab *index = TN_NEW(arena, tn_strtab);
    if (!index) return tn_fail_memory(error);
    *index = b.folded;
    out->term_index = index;
    return TENOR_OK;
}

/* The entry of the map that an offset falls under. */
static const tn_origin *origin_of(const tn_part *part, size_t offset) {
    size_t low = 0, high = part->n_origins;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (part->origins[middle].at <= offset) low = middle;
        else high = middle;
    }
    return &part->origins[low];
}

static size_t to_input(const tn_part *part, uint32_t offset) {
    const tn_origin *origin = origin_of(part, offset - part->start);
    return origin->fixed ? origin->input : origin->input + (offset - part->start - origin->at);
}

tenor_span tn_doc_origin(const tn_doc *doc, uint32_t start, uint32_t end) {
    for (size_t i = 0; i < doc->n_parts; i++) {
        const tn_part *part = &doc->parts[i];
        if (start < part->start || start >= part->end) continue;
        if (!part->in_input) break;
        return (tenor_span){to_input(part, start), end > start ? to_input(part, end - 1) + 1 : to_input(part, start)};
    }
    return (tenor_span){0, 0};
}
