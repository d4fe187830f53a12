/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentence-term matrix, in two passes over the words: the first numbers the columns and counts, so that every array
 * has its exact size; the second fills. Both are O(words); a row's columns are sorted, O(l log l) in its length l.
 */
#include <stdlib.h>

#include "rank/rank.h"
#include "rank/stem.h"

/* What both passes need for each term or column. */
typedef struct builder {
    tn_terms *out;
    const tn_doc *doc;
    int *last_row; /* [n_terms] row + 1 in which a column was last seen */
    size_t nnz;
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
    if (b->doc->terms[term].stop) return -1;
    int *known = &b->out->column_of[term];
    if (*known == 0) {
        int *shared = column_of_stem(b, term);
        if (*shared == 0) *shared = (int)++b->out->m;
        *known = *shared;
    }
    return *known - 1;
}

static void count_term(builder *b, size_t row, uint32_t term) {
    int column = column_of_term(b, term);
    if (column < 0 || b->last_row[column] == (int)row + 1) return;
    b->last_row[column] = (int)row + 1;
    b->out->sentence_df[column]++;
    b->nnz++;
}

/* First pass: columns, sentence_df, row_start. */
static void count_row(builder *b, size_t row, const tn_sentence *sentence) {
    for (uint32_t w = sentence->first; w < sentence->last; w++) {
        size_t n;
        const uint32_t *terms = tn_doc_grams(b->doc, w, &n);
        for (size_t i = 0; i < n; i++) count_term(b, row, terms[i]);
    }
    b->out->sentence[row] = sentence;
    b->out->row_start[row + 1] = (int)b->nnz;
}

static void count_all(builder *b) {
    size_t row = 0;
    for (size_t s = 0; s < b->doc->n_sentences; s++)
        if (is_row(&b->doc->sentences[s])) count_row(b, row++, &b->doc->sentences[s]);
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

/* Second pass. `tally` [m] is zero before and after. */
static void fill_row(builder *b, size_t row, int *tally) {
    const tn_sentence *sentence = b->out->sentence[row];
    int start = b->out->row_start[row], end = start;
    for (uint32_t w = sentence->first; w < sentence->last; w++) {
        size_t n;
        const uint32_t *terms = tn_doc_grams(b->doc, w, &n);
        for (size_t i = 0; i < n; i++) {
            int column = column_of_term(b, terms[i]);
            if (column >= 0 && tally[column]++ == 0) b->out->column[end++] = column;
        }
    }
    sort_columns(b->out->column + start, (size_t)(end - start));
    for (int k = start; k < end; k++) {
        b->out->count[k] = tally[b->out->column[k]];
        tally[b->out->column[k]] = 0;
    }
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

static bool allocate_counts(builder *b, tn_arena *arena) {
    tn_terms *out = b->out;
    out->row_start = TN_NEW_ARRAY(arena, out->n + 1, int);
    out->sentence = TN_NEW_ARRAY(arena, out->n, const tn_sentence *);
    out->sentence_df = TN_NEW_ARRAY(arena, b->doc->n_terms, int);
    out->column_of = TN_NEW_ARRAY(arena, b->doc->n_terms + 1, int);
    b->last_row = TN_NEW_ARRAY(arena, b->doc->n_terms, int);
    return out->row_start && out->sentence && out->sentence_df && b->out->column_of && b->last_row &&
           allocate_slots(b, arena);
}

static bool allocate_entries(builder *b, tn_arena *arena) {
    b->out->column = TN_NEW_ARRAY(arena, b->nnz, int);
    b->out->count = TN_NEW_ARRAY(arena, b->nnz, double);
    b->out->title = TN_NEW_ARRAY(arena, b->out->m, double);
    return b->out->column && b->out->count && b->out->title;
}

tenor_status tn_terms_build(tn_terms *out, const tn_doc *doc, tn_stemmer *stemmer, tn_arena *arena,
                            tenor_error *error) {
    *out = (tn_terms){.n = count_rows(doc)};
    builder b = {.out = out, .doc = doc, .stemmer = stemmer};
    if (doc->n_words > INT32_MAX || doc->n_sentences >= INT32_MAX)
        return tn_fail(error, TENOR_E_TOO_LARGE, "the text has too many words to rank its sentences");
    if (!allocate_counts(&b, arena)) return tn_fail_memory(error);
    count_all(&b);
    if (b.out_of_memory || !allocate_entries(&b, arena)) return tn_fail_memory(error);
    int *tally = b.last_row; /* no longer needed; as long as there are columns */
    memset(tally, 0, out->m * sizeof *tally);
    for (size_t row = 0; row < out->n; row++) fill_row(&b, row, tally);
    fill_title(&b);
    tn_release(arena, b.last_row);
    if (b.slots) tn_release(arena, b.slots);
    return b.out_of_memory ? tn_fail_memory(error) : TENOR_OK;
}

double tn_mean_words(const tn_terms *terms) {
    double sum = 0;
    for (size_t i = 0; i < terms->n; i++) sum += terms->sentence[i]->last - terms->sentence[i]->first;
    return terms->n ? sum / (double)terms->n : 0;
}
