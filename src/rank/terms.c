/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentence-term matrix, in one pass over the words, which numbers the columns as they come: its arrays have room
 * for as many entries as there are words. O(words); a row's columns are sorted, O(l log l) in its length l.
 */
#include <stdlib.h>

#include "rank/rank.h"
#include "rank/stem.h"

typedef struct builder {
    tn_terms *out;
    const tn_doc *doc;
    int *tally; /* [n_terms] by column, of the row at hand; zero before and after it */
    int nnz;
    /* With a stemmer, words of one stem share a column: a hash table from a stem to the column + 1. */
    tn_stemmer *stemmer;
    struct slot {
        uint64_t stem; /* its hash */
        int column;
    } * slots;
    size_t slot_mask;
    bool out_of_memory;
} builder;

static bool is_row(const tn_sentence *sentence) { return !sentence->title; }

static size_t count_rows(const tn_doc *doc) {
    size_t n = 0;
    for (size_t s = 0; s < doc->n_sentences; s++) n += is_row(&doc->sentences[s]);
    return n;
}

/* The column + 1 of a term with its stem, 0 when no word had it so far. */
static int *column_of_stem(builder *b, uint32_t term) {
    if (!b->stemmer) return &b->out->column_of[term];
    uint64_t stem = tn_stemmer_term(b->stemmer, &b->doc->terms[term]);
    b->out_of_memory |= stem == 0;
    size_t slot = (size_t)(stem >> 1) & b->slot_mask;
    while (b->slots[slot].stem != stem && b->slots[slot].stem != 0) slot = (slot + 1) & b->slot_mask;
    b->slots[slot].stem = stem;
    return &b->slots[slot].column;
}

/* The column of a term, numbered now if it is new; -1 for a stop word. */
static int column_of_term(builder *b, uint32_t term) {
    int *known = &b->out->column_of[term];
    if (*known == 0 && !b->doc->terms[term].stop) {
        int *shared = column_of_stem(b, term);
        if (*shared == 0) *shared = (int)++b->out->m;
        *known = *shared;
    }
    return *known - 1;
}

static int compare_int(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/* Distinct numbers, mostly in order already since columns are numbered as they come. */
static void sort_columns(int *column, size_t count) {
    if (count > 64) {
        qsort(column, count, sizeof *column, compare_int);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        int moving = column[i];
        size_t at = i;
        for (; at > 0 && column[at - 1] > moving; at--) column[at] = column[at - 1];
        column[at] = moving;
    }
}

static void add_row(builder *b, size_t row, const tn_sentence *sentence) {
    tn_terms *out = b->out;
    int start = b->nnz, end = start;
    for (uint32_t w = sentence->first; w < sentence->last; w++) {
        size_t n;
        const uint32_t *terms = tn_doc_grams(b->doc, w, &n);
        for (size_t i = 0; i < n; i++) {
            int column = column_of_term(b, terms[i]);
            if (column >= 0 && b->tally[column]++ == 0) out->column[end++] = column;
        }
    }
    sort_columns(out->column + start, (size_t)(end - start));
    for (int k = start; k < end; k++) {
        int column = out->column[k];
        out->count[k] = b->tally[column];
        out->sentence_df[column]++;
        b->tally[column] = 0;
    }
    out->sentence[row] = sentence;
    out->row_start[row + 1] = b->nnz = end;
}

static void add_all(builder *b) {
    size_t row = 0;
    for (size_t s = 0; s < b->doc->n_sentences; s++)
        if (is_row(&b->doc->sentences[s])) add_row(b, row++, &b->doc->sentences[s]);
}

/* The column of a term of the headline; -1 when the body has none for it. */
static int known_column(builder *b, uint32_t term) {
    if (b->doc->terms[term].stop) return -1;
    return (b->out->column_of[term] ? b->out->column_of[term] : *column_of_stem(b, term)) - 1;
}

/* Counts the headline's words, as far as the body has them. */
static void fill_title(builder *b) {
    for (size_t s = 0; s < b->doc->n_sentences; s++) {
        const tn_sentence *sentence = &b->doc->sentences[s];
        if (is_row(sentence)) continue;
        for (uint32_t w = sentence->first; w < sentence->last; w++) {
            size_t n;
            const uint32_t *terms = tn_doc_grams(b->doc, w, &n);
            for (size_t i = 0; i < n; i++) {
                int column = known_column(b, terms[i]);
                if (column >= 0) b->out->title[column] += 1.0;
            }
        }
    }
}

static bool allocate_slots(builder *b, tn_arena *arena) {
    if (!b->stemmer) return true;
    b->slot_mask = 15;
    while (b->slot_mask < 2 * b->doc->n_terms) b->slot_mask = 2 * b->slot_mask + 1;
    b->slots = TN_NEW_ARRAY(arena, b->slot_mask + 1, struct slot);
    return b->slots != NULL;
}

/* Entries are as many as words at most, or as their grams. */
static bool allocate(builder *b, tn_arena *arena) {
    tn_terms *out = b->out;
    const tn_doc *doc = b->doc;
    size_t most = doc->grams ? doc->gram_start[doc->n_words] : doc->n_words;
    out->row_start = TN_NEW_ARRAY(arena, out->n + 1, int);
    out->sentence = TN_NEW_ARRAY(arena, out->n, const tn_sentence *);
    out->sentence_df = TN_NEW_ARRAY(arena, doc->n_terms, int);
    out->column_of = TN_NEW_ARRAY(arena, doc->n_terms + 1, int);
    out->column = TN_RAW_ARRAY(arena, most, int);
    out->count = TN_RAW_ARRAY(arena, most, double);
    b->tally = TN_NEW_ARRAY(arena, doc->n_terms, int);
    return out->row_start && out->sentence && out->sentence_df && out->column_of && out->column && out->count &&
           b->tally && allocate_slots(b, arena);
}

/* The stems that will be asked for lie far apart. */
static void fetch_stems(const builder *b) {
    for (size_t t = 1; b->stemmer && t <= b->doc->n_terms; t++)
        if (!b->doc->terms[t].stop) tn_stemmer_fetch(b->stemmer, &b->doc->terms[t]);
}

tenor_status tn_terms_build(tn_terms *out, const tn_doc *doc, tn_stemmer *stemmer, tn_arena *arena,
                            tenor_error *error) {
    *out = (tn_terms){.n = count_rows(doc)};
    builder b = {.out = out, .doc = doc, .stemmer = stemmer};
    if (doc->n_words > INT32_MAX || doc->n_sentences >= INT32_MAX)
        return tn_fail(error, TENOR_E_TOO_LARGE, "the text has too many words to rank its sentences");
    if (!allocate(&b, arena)) return tn_fail_memory(error);
    fetch_stems(&b);
    add_all(&b);
    out->title = b.out_of_memory ? NULL : TN_NEW_ARRAY(arena, out->m, double);
    if (!out->title) return tn_fail_memory(error);
    fill_title(&b);
    tn_release(arena, b.tally);
    if (b.slots) tn_release(arena, b.slots);
    return b.out_of_memory ? tn_fail_memory(error) : TENOR_OK;
}

double tn_mean_words(const tn_terms *terms) {
    double sum = 0;
    for (size_t i = 0; i < terms->n; i++) sum += terms->sentence[i]->last - terms->sentence[i]->first;
    return terms->n ? sum / (double)terms->n : 0;
}
