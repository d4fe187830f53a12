/* Sparse matrices in compressed rows, and their products.
 *
 *            0  1  2          row_start  [0, 2, 2, 3]
 *     0    [ a  .  b ]        column     [0, 2, 1]
 *     1    [ .  .  . ]        value      [a, b, c]
 *     2    [ .  c  . ]
 *
 * The arrays are borrowed. GSL's gsl_spmatrix in CSR form has the same layout, so that a product is gsl_spblas_dgemv on
 * a view and nothing is copied. Rows may be empty, and so may the matrix: the functions here deal with the sizes of 0
 * that GSL does not accept.
 */
#ifndef TN_RANK_CSR_H
#define TN_RANK_CSR_H

#include "rank/rank.h"

typedef struct tn_csr {
    size_t n, m;    /* rows, columns */
    int *row_start; /* [n + 1] */
    int *column;    /* [nnz], ascending within a row */
    double *value;  /* [nnz]; NULL: all are 1 (not for the products) */
} tn_csr;

/* The sentence-term matrix with other values in the same places (terms->count, or what tn_weights made). */
tn_csr tn_csr_of(const tn_terms *terms, double *value);

/* The part of `all` in which sentences can meet: rows shorter than `min_length` are emptied, then only the columns are
 * kept that `fewest` (2 at least) to `most` rows still have, renumbered in the same order. A term of one sentence adds
 * nothing to XXᵀ but a part of the diagonal, which every ranker here takes away again; without these terms a sentence
 * that is like no other is an empty row, exactly, whatever rounding does. `value` may be NULL, and is then NULL in
 * *out. O(nnz). */
tenor_status tn_csr_shared(tn_csr *out, const tn_csr *all, int min_length, int fewest, int most, tn_arena *arena,
                           tenor_error *error);

/* The transpose: rows become columns. O(nnz), and rows of the result are ascending whatever those of `in` were. */
tenor_status tn_csr_transpose(tn_csr *out, const tn_csr *in, tn_arena *arena, tenor_error *error);

/* y = A x and y = Aᵀ x. x and y must not overlap. False: GSL refused. O(nnz). */
bool tn_csr_times(const tn_csr *a, const double *x, double *y);
bool tn_csr_transposed_times(const tn_csr *a, const double *x, double *y);

/* The sum of squares of a row. */
double tn_csr_row_square(const tn_csr *a, size_t row);

#endif
