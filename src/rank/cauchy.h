/* A low-rank form of TextRank's denominator.
 *
 * K_lm = 1 / (x_l + x_m) with x > 0 is a Cauchy matrix: symmetric, positive definite, and so close to singular that a
 * dozen columns reproduce it to the last bit, however many rows it has. Pivoted Cholesky finds them:
 *
 *     K ≈ G Gᵀ          G [n][rank]; the error of every entry is at most the largest residual on the diagonal
 *
 * (Golub and Van Loan, Matrix Computations, 4th ed., section 4.2.8; Higham, Accuracy and Stability, section 10.3.)
 */
#ifndef TN_RANK_CAUCHY_H
#define TN_RANK_CAUCHY_H

#include "rank/rank.h"

enum { TN_CAUCHY_MAX_RANK = 24 };

typedef struct tn_cauchy {
    size_t n, rank;
    size_t stride; /* of a row of g, >= rank: even, 4 to 16, or 24; the rest of the row is 0 */
    double *g;     /* [n][stride] */
} tn_cauchy;

/* Factors 1 / (x_l + x_m) until no residual on the diagonal exceeds `tolerance` times the largest entry.
 * O(n rank²). TENOR_E_MEMORY. */
tenor_status tn_cauchy_factor(tn_cauchy *out, const double *x, size_t n, double tolerance, tn_arena *arena,
                              tenor_error *error);

#endif
