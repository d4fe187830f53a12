/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/build.h"

#include "text/blocks.h"
#include "text/decode.h"
#include "text/grams.h"
#include "text/lines.h"
#include "text/phrases.h"
#include "text/reading.h"
#include "text/sentence.h"
#include "text/tokens.h"

enum { LONGEST_TEXT = 0x7FFFFFFF, MOST_EXPECTED_TERMS = 4096, MOST_REFUSAL_WORDS = 80 };

typedef struct builder {
    tn_doc *doc;
    const tn_text_model *model;
    tn_arena *arena;
    tenor_error *error;
    tn_block_list blocks;
    TN_VEC(tn_sentence) sentences;
    tn_known *known;
    tn_tokens tokens;
    uint32_t position;
} builder;

static void publish_words(builder *b) {
    b->doc->words = b->tokens.words.at;
    b->doc->n_words = b->tokens.words.count;
    b->doc->terms = b->tokens.spellings.terms.at;
    b->doc->n_terms = b->tokens.spellings.terms.count - 1;
}

static uint32_t intern_gram(tenor_string slice, bool stop, void *payload) {
    builder *b = payload;
    tn_spellings *spellings = &b->tokens.spellings;
    size_t before = spellings->terms.count;
    uint32_t id = tn_spellings_term(spellings, slice);
    tn_spellings_settle(spellings);
    if (id && spellings->terms.count > before) spellings->terms.at[id].stop |= stop;
    publish_words(b);
    return id;
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
    *sentence =
        (tn_sentence){.start = start, .end = trimmed_end(b->doc->text, start, end), .first = first, .last = last};
    sentence->block = block;
    sentence->part = in->part;
    sentence->title = title;
    sentence->position = title ? 0 : b->position++;
    sentence->dangling = tn_phrases_at(&b->model->dangling, b->doc, first, last, &match);
    return true;
}

static bool read_block(builder *b, uint32_t index) {
    tn_block block = b->blocks.at[index];
    uint32_t first = (uint32_t)b->tokens.words.count, start = block.story, end, next;
    if (!tn_tokens_read(&b->tokens, block.story, block.end)) return false;
    publish_words(b);
    uint32_t last = (uint32_t)b->tokens.words.count;
    for (uint32_t at = first + 1; at < last; at++) {
        if (!tn_sentence_may_end(b->doc, at) || !tn_sentence_ends(b->doc, b->model, first, at, &end, &next)) continue;
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

static tenor_string block_text(const builder *b, size_t i) {
    return tn_slice(b->doc->text, b->blocks.at[i].start, b->blocks.at[i].end);
}

static void set_title(builder *b) {
    for (size_t i = 0; i < b->blocks.count && b->doc->title.length == 0; i++)
        if (b->blocks.at[i].role == TENOR_ROLE_TITLE) b->doc->title = block_text(b, i);
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

/* "... name by name until… [+2219 chars]": the sentence before the mark is not whole. */
static void note_truncation(builder *b) {
    if (b->blocks.count == 0) return;
    const tn_block *last = &b->blocks.at[b->blocks.count - 1];
    b->doc->truncated = tn_truncation_length(tn_slice(b->doc->text, last->start, last->end)) > 0;
    if (b->doc->truncated && b->sentences.count) b->sentences.at[b->sentences.count - 1].dangling = true;
}

static bool init(builder *b, size_t bytes) {
    /* A short text has a new word every 12 bytes or so; a long one ever fewer. */
    uint32_t expect = bytes / 12 < MOST_EXPECTED_TERMS ? (uint32_t)(bytes / 12) : MOST_EXPECTED_TERMS;
    b->tokens.text = b->doc->text;
    b->tokens.arena = b->arena;
    return tn_spellings_init(&b->tokens.spellings, b->model, b->known, expect, b->arena) &&
           TN_RESERVE(b->arena, &b->tokens.words, bytes / 6 + 80);
}

static tn_part part_of(const tn_decoded *decoded, const char *source, uint32_t start, bool in_input) {
    return (tn_part){source,  start, start + (uint32_t)decoded->text.length, decoded->origins, decoded->n_origins,
                     in_input};
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

/* The text, and the headline: the one that was given apart, else the one a page states. */
static tenor_status read_input(tn_reading *reading, tn_decoded *title, const tn_doc_input *input, tn_arena *arena,
                               tenor_error *error) {
    tn_reading_input what = {input->text, input->format, input->encoding, input->strict_utf8, LONGEST_TEXT / 3};
    if (input->max_bytes && input->max_bytes < what.most) what.most = input->max_bytes;
    if (input->title.length > LONGEST_TEXT / 3)
        return tn_fail(error, TENOR_E_TOO_LARGE, "the title has %zu bytes, at most %d are possible",
                       input->title.length, LONGEST_TEXT / 3);
    TN_TRY(tn_reading_do(reading, &what, arena, error));
    tenor_string given = input->title.length ? tn_trim(input->title) : TN_STR("");
    if (given.length == 0 && reading->html) given = reading->page.title;
    return tn_decode(title, given, input->strict_utf8, arena, error);
}

static void set_origin(tn_doc *doc, const tn_reading *reading, const tn_doc_input *input) {
    tn_doc_origin_facts *origin = &doc->origin;
    const tn_html_page *page = &reading->page;
    *origin = (tn_doc_origin_facts){.text = reading->same ? input->text : reading->text.text, .html = reading->html};
    origin->no_article = reading->html && page->text.length == 0;
    origin->byline = page->byline;
    origin->date = page->date;
    origin->page_lang = page->lang;
    origin->encoding = reading->encoding.name;
    origin->encoding_source = reading->encoding.source;
}

/* Before the page's blocks there may be one of the headline. */
static void leave_out(builder *b, const tn_left_out_list *list) {
    for (size_t i = 0; i < list->count; i++) list->at[i].before += (uint32_t)b->doc->n_parts - 1;
    b->doc->left_out = list->at;
    b->doc->n_left_out = list->count;
}

/* Whether so few words are the story that they may be a notice. */
static bool is_brief(const builder *b) {
    size_t words = 0;
    for (size_t i = 0; i < b->blocks.count && words <= MOST_REFUSAL_WORDS; i++)
        if (b->blocks.at[i].role == TENOR_ROLE_BODY) words += tn_count_words(block_text(b, i));
    return words <= MOST_REFUSAL_WORDS;
}

/* "404 Not Found", "Log in to your account" as the headline or the first line, with a few lines below: there is no
 * story. */
static void find_refusal(builder *b, tenor_string title) {
    const tn_line_pattern *pattern = tn_text_model_refusal(b->model, title);
    if (b->blocks.count == 0) return;
    if (!pattern) pattern = tn_text_model_refusal(b->model, block_text(b, 0));
    if (!pattern || !is_brief(b)) return;
    for (size_t i = 0; i < b->blocks.count; i++) {
        tn_block *block = &b->blocks.at[i];
        if (block->role != TENOR_ROLE_BODY && block->role != TENOR_ROLE_HEADING && block->role != TENOR_ROLE_TITLE)
            continue;
        block->role = TENOR_ROLE_BOILERPLATE;
        block->reason = tn_pattern_text(b->model->language, pattern).data;
        block->line = pattern->line;
    }
    b->doc->origin.no_article = true;
}

/* Plain text: lines are joined and given roles. A page's blocks have theirs. */
static tenor_status find_blocks(builder *b, const tn_reading *reading, tenor_string title) {
    uint32_t part = (uint32_t)b->doc->n_parts - 1, start = b->doc->parts[part].start;
    if (!reading->html) {
        tn_blocks_input lines = {b->doc->text, start, b->doc->parts[part].end, part, title};
        return tn_blocks_find(&b->blocks, &lines, b->model, b->arena, b->error);
    }
    for (size_t i = 0; i < reading->page.blocks.count; i++) {
        tn_block *block = TN_PUSH(b->arena, &b->blocks);
        if (!block) return tn_fail_memory(b->error);
        *block = reading->page.blocks.at[i];
        block->start += start;
        block->end += start;
        block->part = part;
        tn_html_set_role(block, tn_slice(b->doc->text, block->start, block->end), b->model);
    }
    leave_out(b, &reading->page.left_out);
    return TENOR_OK;
}

static const tn_text_model *choose_model(tn_doc *doc, const tn_gate *gate, const tn_text_model *given,
                                         tenor_string title, tenor_string text) {
    tn_language_guess guess = {given->language->code, given, false, "option"};
    if (gate) guess = tn_gate_guess(gate, title, text);
    doc->lang = guess.code;
    doc->lang_source = guess.source;
    doc->mixed = guess.mixed;
    doc->read_as = guess.model->language->code;
    doc->word_length = guess.model->language->word_length;
    return guess.model;
}

tenor_status tn_doc_build(tn_doc *out, const tn_doc_input *input, const tn_text_model *model, tn_arena *arena,
                          tenor_error *error) {
    *out = (tn_doc){.lang = model->language->code};
    builder b = {.doc = out, .model = model, .arena = arena, .error = error, .known = input->known};
    tn_reading reading;
    tn_decoded title;
    TN_TRY(read_input(&reading, &title, input, arena, error));
    set_origin(out, &reading, input);
    b.model = choose_model(out, input->gate, model, title.text, reading.text.text);
    TN_TRY(set_parts(&b, input, &title, &reading.text));
    if (!init(&b, out->text.length)) return tn_fail_memory(error);
    if (out->n_parts == 2) TN_TRY(add_title_block(&b, &out->parts[0], 0));
    if (reading.html && input->title.length == 0 && out->n_parts == 2) b.blocks.at[0].reason = "stated by the page";
    TN_TRY(find_blocks(&b, &reading, title.text));
    set_title(&b);
    find_refusal(&b, title.text);
    TN_TRY(read_story(&b, out->n_parts == 2));
    note_truncation(&b);
    out->blocks = b.blocks.at;
    out->n_blocks = b.blocks.count;
    out->sentences = b.sentences.at;
    out->n_sentences = b.sentences.count;
    out->seed = b.tokens.spellings.seed;
    if (!tn_grams_find(out, intern_gram, &b, arena) || !tn_phrases_number(out, arena)) return tn_fail_memory(error);
    return TENOR_OK;
}
