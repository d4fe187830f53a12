/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/likeness.h"

#include "rank/weights.h"

enum {
    ROWS_BY_PASS = 8, /* added by passes over the matrix before it is transposed */
    LONGEST_SEARCH = 256
};

tenor_status tn_likeness_init(tn_likeness *likeness, const tn_terms *terms, tn_arena *arena, tenor_error *error) {
    *likeness = (tn_likeness){.arena = arena};
    double *isf = tn_isf(terms, arena);
    likeness->closest = TN_NEW_ARRAY(arena, terms->n, double);
    likeness->cosine = TN_NEW_ARRAY(arena, terms->n, double);
    likeness->dense = TN_NEW_ARRAY(arena, terms->m, double);
    if (!isf || !likeness->closest || !likeness->cosine || !likeness->dense) return tn_fail_memory(error);
    return tn_unit_rows(&likeness->rows, terms, isf, arena, error);
}

static void scatter(const tn_csr *rows, size_t row, double *dense) {
    for (int k = rows->row_start[row]; k < rows->row_start[row + 1]; k++) dense[rows->column[k]] = rows->value[k];
}

static void clear(const tn_csr *rows, size_t row, double *dense) {
    for (int k = rows->row_start[row]; k < rows->row_start[row + 1]; k++) dense[rows->column[k]] = 0;
}

static double dot(const tn_csr *rows, size_t row, const double *dense) {
    double sum = 0;
    for (int k = rows->row_start[row]; k < rows->row_start[row + 1]; k++)
        sum += rows->value[k] * dense[rows->column[k]];
    return sum;
}

static void cosines_by_pass(tn_likeness *l, size_t row) {
    scatter(&l->rows, row, l->dense);
    for (size_t i = 0; i < l->rows.n; i++) l->cosine[i] = dot(&l->rows, i, l->dense);
    clear(&l->rows, row, l->dense);
}

static void cosines_by_postings(tn_likeness *l, size_t row) {
    const tn_csr *rows = &l->rows, *postings = &l->postings;
    for (int k = rows->row_start[row]; k < rows->row_start[row + 1]; k++) {
        int term = rows->column[k];
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): tn_csr_transpose made it
        for (int at = postings->row_start[term]; at < postings->row_start[term + 1]; at++)
            l->cosine[postings->column[at]] += postings->value[at] * rows->value[k];
    }
}

tenor_status tn_likeness_add(tn_likeness *likeness, size_t row, tenor_error *error) {
    if (tn_arena_late(likeness->arena, likeness->rows.n)) return tn_fail_memory(error);
    if (++likeness->added <= ROWS_BY_PASS) {
        cosines_by_pass(likeness, row);
    } else {
        if (!likeness->postings.row_start)
            TN_TRY(tn_csr_transpose(&likeness->postings, &likeness->rows, likeness->arena, error));
        cosines_by_postings(likeness, row);
    }
    for (size_t i = 0; i < likeness->rows.n; i++) {
        if (likeness->cosine[i] > likeness->closest[i]) likeness->closest[i] = likeness->cosine[i];
        likeness->cosine[i] = 0;
    }
    return TENOR_OK;
}

/* -------------------------------------------------------------------- near */

tenor_status tn_near_init(tn_near *near, const tn_csr *rows, double threshold, tn_arena *arena, tenor_error *error) {
    size_t nnz = (size_t)rows->row_start[rows->n];
    *near = (tn_near){.rows = rows, .threshold = threshold};
    near->first = TN_NEW_ARRAY(arena, rows->m, int);
    near->entry = TN_NEW_ARRAY(arena, nnz, int);
    near->next = TN_NEW_ARRAY(arena, nnz, int);
    near->seen = TN_NEW_ARRAY(arena, rows->n, int);
    near->dense = TN_NEW_ARRAY(arena, rows->m, double);
    if (!near->first || !near->entry || !near->next || !near->seen || !near->dense) return tn_fail_memory(error);
    return TENOR_OK;
}

/* Where the key of a row begins; a little long, so that rounding cannot make it short. */
static int key_start(const tn_near *near, size_t row) {
    const tn_csr *rows = near->rows;
    double needed = 1.0 - near->threshold * near->threshold + 1e-9, square = 0;
    int k = rows->row_start[row + 1];
    while (k > rows->row_start[row] && square <= needed) {
        k--;
        square += rows->value[k] * rows->value[k];
    }
    return k;
}

void tn_near_add(tn_near *near, size_t row) {
    for (int k = key_start(near, row); k < near->rows->row_start[row + 1]; k++) {
        int column = near->rows->column[k];
        near->entry[near->count] = (int)row;
        near->next[near->count] = near->first[column];
        near->first[column] = ++near->count;
    }
}

/* The list of one key column. `left` counts the rows that may still be looked at. */
static bool search_list(tn_near *near, size_t row, int column, int *left) {
    for (int e = near->first[column]; e > 0 && *left > 0; e = near->next[e - 1]) {
        int other = near->entry[e - 1];
        if (near->seen[other] == (int)row + 1) continue;
        near->seen[other] = (int)row + 1;
        --*left;
        if (dot(near->rows, (size_t)other, near->dense) >= near->threshold) return true;
    }
    return false;
}

bool tn_near_find(tn_near *near, size_t row) {
    int left = LONGEST_SEARCH;
    bool found = false;
    scatter(near->rows, row, near->dense);
    for (int k = key_start(near, row); !found && k < near->rows->row_start[row + 1]; k++)
        found = search_list(near, row, near->rows->column[k], &left);
    clear(near->rows, row, near->dense);
    return found;
}
