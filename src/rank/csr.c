/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/csr.h"

#include <gsl/gsl_spblas.h>
#include <gsl/gsl_spmatrix.h>
#include <gsl/gsl_vector.h>

tn_csr tn_csr_of(const tn_terms *terms, double *value) {
    return (tn_csr){terms->n, terms->m, terms->row_start, terms->column, value};
}

double tn_csr_row_square(const tn_csr *a, size_t row) {
    double sum = 0;
    for (int k = a->row_start[row]; k < a->row_start[row + 1]; k++) sum += a->value[k] * a->value[k];
    return sum;
}

/* ---------------------------------------------------------- shared columns */

static int row_length(const tn_csr *a, size_t row) { return a->row_start[row + 1] - a->row_start[row]; }

/* new_column[c] = how many rows of at least min_length entries have column c. */
static void count_rows(const tn_csr *a, int min_length, int *new_column) {
    for (size_t i = 0; i < a->n; i++)
        if (row_length(a, i) >= min_length)
            for (int k = a->row_start[i]; k < a->row_start[i + 1]; k++) new_column[a->column[k]]++;
}

/* Turns the counts into new numbers, -1 for columns to drop. Returns the entries that stay. */
static size_t renumber(tn_csr *out, int *new_column, size_t m, int fewest, int most) {
    size_t kept = 0;
    for (size_t c = 0; c < m; c++) {
        bool keep = new_column[c] >= fewest && new_column[c] <= most;
        if (keep) kept += (size_t)new_column[c];
        new_column[c] = keep ? (int)out->m++ : -1;
    }
    return kept;
}

static void copy_shared(tn_csr *out, const tn_csr *all, int min_length, const int *new_column) {
    int to = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (row_length(all, i) >= min_length)
            for (int k = all->row_start[i]; k < all->row_start[i + 1]; k++) {
                if (new_column[all->column[k]] < 0) continue;
                if (all->value) out->value[to] = all->value[k];
                out->column[to++] = new_column[all->column[k]];
            }
        out->row_start[i + 1] = to;
    }
}

tenor_status tn_csr_shared(tn_csr *out, const tn_csr *all, int min_length, int fewest, int most, tn_arena *arena,
                           tenor_error *error) {
    *out = (tn_csr){.n = all->n};
    int *new_column = TN_NEW_ARRAY(arena, all->m, int);
    if (!new_column) return tn_fail_memory(error);
    count_rows(all, min_length, new_column);
    size_t kept = renumber(out, new_column, all->m, fewest, most);
    out->row_start = TN_NEW_ARRAY(arena, all->n + 1, int);
    out->column = TN_NEW_ARRAY(arena, kept, int);
    if (all->value) out->value = TN_NEW_ARRAY(arena, kept, double);
    if (!out->row_start || !out->column || (all->value && !out->value)) return tn_fail_memory(error);
    copy_shared(out, all, min_length, new_column);
    return TENOR_OK;
}

/* --------------------------------------------------------------- transpose */

tenor_status tn_csr_transpose(tn_csr *out, const tn_csr *in, tn_arena *arena, tenor_error *error) {
    size_t nnz = (size_t)in->row_start[in->n];
    *out = (tn_csr){.n = in->m, .m = in->n};
    out->row_start = TN_NEW_ARRAY(arena, in->m + 2, int); /* one more: while filling, row c's end stands at c + 1 */
    out->column = TN_NEW_ARRAY(arena, nnz, int);
    if (in->value) out->value = TN_NEW_ARRAY(arena, nnz, double);
    if (!out->row_start || !out->column || (in->value && !out->value)) return tn_fail_memory(error);
    int *end = out->row_start + 1;
    for (size_t k = 0; k < nnz; k++) end[in->column[k] + 1]++;
    for (size_t c = 1; c <= in->m; c++) end[c] += end[c - 1];
    for (size_t i = 0; i < in->n; i++)
        for (int k = in->row_start[i]; k < in->row_start[i + 1]; k++) {
            int to = end[in->column[k]]++;
            out->column[to] = (int)i;
            if (in->value) out->value[to] = in->value[k];
        }
    return TENOR_OK;
}

/* ---------------------------------------------------------------- products */

static gsl_spmatrix gsl_view(const tn_csr *a) {
    size_t nnz = (size_t)a->row_start[a->n];
    return (gsl_spmatrix){.size1 = a->n,
                          .size2 = a->m,
                          .i = a->column,
                          .data = a->value,
                          .p = a->row_start,
                          .nzmax = nnz,
                          .nz = nnz,
                          .sptype = GSL_SPMATRIX_CSR};
}

static bool multiply(const tn_csr *a, CBLAS_TRANSPOSE_t how, const double *x, size_t nx, double *y, size_t ny) {
    if (ny == 0) return true;
    if (nx == 0 || a->row_start[a->n] == 0) {
        memset(y, 0, ny * sizeof *y);
        return true;
    }
    gsl_spmatrix matrix = gsl_view(a);
    gsl_vector_const_view from = gsl_vector_const_view_array(x, nx);
    gsl_vector_view to = gsl_vector_view_array(y, ny);
    return gsl_spblas_dgemv(how, 1.0, &matrix, &from.vector, 0.0, &to.vector) == 0;
}

bool tn_csr_times(const tn_csr *a, const double *x, double *y) { return multiply(a, CblasNoTrans, x, a->m, y, a->n); }

bool tn_csr_transposed_times(const tn_csr *a, const double *x, double *y) {
    return multiply(a, CblasTrans, x, a->n, y, a->m);
}
