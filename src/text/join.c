/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/join.h"

#include "base/hash.h"
#include "base/status.h"
#include "base/vec.h"
#include "text/phrases.h"

enum { BETWEEN = 2 }; /* a blank line */

/* What is being put together, and where the current document's arrays begin in it. */
typedef struct joiner {
    tn_doc *out;
    char *text;
    tn_part *parts;
    tn_block *blocks;
    tn_left_out *left_out;
    tn_sentence *sentences;
    tn_word *words;
    uint32_t *grams, *gram_start, *document_of_part;
    size_t n_grams;
    tn_strtab *index;
    TN_VEC(tn_term) terms; /* by id of `index` */
    uint32_t at;           /* of the text */
    uint32_t *term_of;     /* from the current document's terms */
    tn_arena *arena;
} joiner;

static size_t count_grams(const tn_doc *doc) { return doc->grams ? doc->gram_start[doc->n_words] : doc->n_words; }

/* How much there is of everything. */
static bool allocate(joiner *j, const tn_doc *docs, size_t n) {
    size_t bytes = 0, parts = 0, blocks = 0, left_out = 0, sentences = 0, words = 0, grams = 0, terms = 0;
    bool cut = false;
    for (size_t d = 0; d < n; d++) {
        bytes += docs[d].text.length + BETWEEN;
        parts += docs[d].n_parts;
        blocks += docs[d].n_blocks;
        left_out += docs[d].n_left_out;
        sentences += docs[d].n_sentences;
        words += docs[d].n_words;
        grams += count_grams(&docs[d]);
        terms += docs[d].n_terms;
        cut |= docs[d].grams != NULL;
    }
    j->text = tn_alloc(j->arena, bytes);
    j->parts = TN_NEW_ARRAY(j->arena, parts, tn_part);
    j->document_of_part = TN_NEW_ARRAY(j->arena, parts, uint32_t);
    j->blocks = TN_NEW_ARRAY(j->arena, blocks, tn_block);
    j->left_out = TN_NEW_ARRAY(j->arena, left_out, tn_left_out);
    j->sentences = TN_NEW_ARRAY(j->arena, sentences, tn_sentence);
    j->words = TN_NEW_ARRAY(j->arena, words, tn_word);
    j->grams = cut ? TN_NEW_ARRAY(j->arena, grams, uint32_t) : NULL;
    j->gram_start = cut ? TN_NEW_ARRAY(j->arena, words + 1, uint32_t) : NULL;
    j->term_of = TN_NEW_ARRAY(j->arena, terms + 1, uint32_t);
    j->index = TN_NEW(j->arena, tn_strtab);
    return j->text && j->parts && j->document_of_part && j->blocks && j->left_out && j->sentences && j->words &&
           (!cut || (j->grams && j->gram_start)) && j->term_of && j->index &&
           tn_strtab_init(j->index, j->arena, (uint32_t)terms, j->out->seed) && TN_EXTEND(j->arena, &j->terms);
}

static bool join_terms(joiner *j, const tn_doc *doc) {
    for (uint32_t t = 1; t <= doc->n_terms; t++) {
        uint32_t id = tn_strtab_add(j->index, doc->terms[t].text, false);
        if (id == 0) return false;
        j->term_of[t] = id;
        if (id < j->terms.count) {
            j->terms.at[id].stop |= doc->terms[t].stop;
        } else {
            if (!TN_EXTEND(j->arena, &j->terms)) return false;
            j->terms.at[id] = doc->terms[t];
        }
    }
    return true;
}

static void join_grams(joiner *j, const tn_doc *doc) {
    for (uint32_t w = 0; j->grams && w < doc->n_words; w++) {
        size_t n;
        const uint32_t *grams = tn_doc_grams(doc, w, &n);
        j->gram_start[j->out->n_words + w] = (uint32_t)j->n_grams;
        for (size_t g = 0; g < n; g++) j->grams[j->n_grams++] = j->term_of[grams[g]];
    }
}

static void join_words(joiner *j, const tn_doc *doc) {
    for (size_t w = 0; w < doc->n_words; w++) {
        tn_word *word = &j->words[j->out->n_words + w];
        *word = doc->words[w];
        word->start += j->at;
        word->end += j->at;
        word->term = j->term_of[word->term];
    }
}

static void join_sentences(joiner *j, const tn_doc *doc) {
    for (size_t s = 0; s < doc->n_sentences; s++) {
        tn_sentence *sentence = &j->sentences[j->out->n_sentences + s];
        *sentence = doc->sentences[s];
        sentence->start += j->at;
        sentence->end += j->at;
        sentence->first += (uint32_t)j->out->n_words;
        sentence->last += (uint32_t)j->out->n_words;
        sentence->block += (uint32_t)j->out->n_blocks;
        sentence->part += (uint32_t)j->out->n_parts;
    }
}

static void join_blocks(joiner *j, const tn_doc *doc) {
    for (size_t b = 0; b < doc->n_blocks; b++) {
        tn_block *block = &j->blocks[j->out->n_blocks + b];
        *block = doc->blocks[b];
        block->start += j->at;
        block->end += j->at;
        block->story += j->at;
        block->part += (uint32_t)j->out->n_parts;
    }
    for (size_t i = 0; i < doc->n_left_out; i++) {
        tn_left_out *piece = &j->left_out[j->out->n_left_out + i];
        *piece = doc->left_out[i];
        piece->before += (uint32_t)j->out->n_blocks;
    }
}

static void join_parts(joiner *j, const tn_doc *doc, size_t document) {
    for (size_t p = 0; p < doc->n_parts; p++) {
        tn_part *part = &j->parts[j->out->n_parts + p];
        *part = doc->parts[p];
        part->start += j->at;
        part->end += j->at;
        j->document_of_part[j->out->n_parts + p] = (uint32_t)document;
    }
}

static bool add(joiner *j, const tn_doc *doc, size_t document) {
    if (!join_terms(j, doc)) return false;
    memcpy(j->text + j->at, doc->text.data, doc->text.length);
    join_grams(j, doc);
    join_sentences(j, doc);
    join_blocks(j, doc);
    join_parts(j, doc, document);
    join_words(j, doc);
    j->out->n_words += doc->n_words;
    j->out->n_sentences += doc->n_sentences;
    j->out->n_blocks += doc->n_blocks;
    j->out->n_left_out += doc->n_left_out;
    j->out->n_parts += doc->n_parts;
    j->out->repaired += doc->repaired;
    j->out->truncated |= doc->truncated;
    j->out->mixed |= doc->mixed;
    j->at += (uint32_t)doc->text.length;
    memset(j->text + j->at, '\n', BETWEEN);
    j->at += BETWEEN;
    return true;
}

static void finish(joiner *j) {
    tn_doc *out = j->out;
    if (j->grams) j->gram_start[out->n_words] = (uint32_t)j->n_grams;
    out->text = (tenor_string){j->text, j->at - BETWEEN};
    out->parts = j->parts;
    out->document_of_part = j->document_of_part;
    out->blocks = j->blocks;
    out->left_out = j->left_out;
    out->sentences = j->sentences;
    out->words = j->words;
    out->terms = j->terms.at;
    out->n_terms = j->terms.count - 1;
    out->grams = j->grams;
    out->gram_start = j->gram_start;
}

/* What holds of all of them; else NULL. */
static void join_encodings(tn_doc_origin_facts *out, const tn_doc *docs, size_t n) {
    for (size_t d = 1; d < n; d++) {
        const tn_doc_origin_facts *origin = &docs[d].origin;
        if (out->encoding && strcmp(out->encoding, origin->encoding) != 0) out->encoding = NULL;
        if (out->encoding_source && strcmp(out->encoding_source, origin->encoding_source) != 0)
            out->encoding_source = NULL;
    }
}

tenor_status tn_doc_join(tn_doc *out, const tn_doc *docs, size_t n, tn_arena *arena, tenor_error *error) {
    size_t bytes = 0;
    *out = docs[0];
    if (n == 1) return TENOR_OK;
    for (size_t d = 0; d < n; d++) bytes += docs[d].text.length + BETWEEN;
    if (bytes > INT32_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "the texts have %zu bytes together", bytes);
    out->n_words = out->n_sentences = out->n_blocks = out->n_left_out = out->n_parts = out->repaired = 0;
    joiner j = {.out = out, .arena = arena};
    if (!allocate(&j, docs, n)) return tn_fail_memory(error);
    for (size_t d = 0; d < n; d++)
        if (!add(&j, &docs[d], d)) return tn_fail_memory(error);
    finish(&j);
    join_encodings(&out->origin, docs, n);
    if (!tn_phrases_number(out, arena)) return tn_fail_memory(error);
    return TENOR_OK;
}
