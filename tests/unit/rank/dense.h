/* Dense references, written from the articles and without any of the sparse code: n×n matrices of GSL. */
#ifndef TN_TEST_DENSE_H
#define TN_TEST_DENSE_H

#include <gsl/gsl_matrix.h>

#include "rank/rank.h"

/* |S_i ∩ S_j| / (log|S_i| + log|S_j|), 0 on the diagonal and for sentences of fewer than two terms. */
gsl_matrix *dense_overlap(const tn_terms *terms);

/* Cosines of the rows count · ln(1 + n/df), 0 on the diagonal if `loops` is false. */
gsl_matrix *dense_cosine(const tn_terms *terms, bool loops);

/* PageRank at damping 0.85 until the L1 change is below 1e-8, scaled to a largest of 1. Frees `weights`. */
double *dense_pagerank(gsl_matrix *weights, tn_arena *arena);

/* Row sums, scaled to a largest of 1. Frees `weights`. */
double *dense_degree(gsl_matrix *weights, tn_arena *arena);

/* sqrt(Σ (u σ)²) over at most ten topics with σ >= σ_1 / 2, by GSL's singular value decomposition of the whole matrix,
 * scaled to a largest of 1. */
double *dense_lsa(const tn_rank_input *input);

/* SumBasic and KLSum by their definitions, every number computed anew for every pick: the rows in order of picks, as
 * many as *n_picks tells. */
size_t *naive_sumbasic(const tn_rank_input *input, size_t *n_picks);
size_t *naive_kl(const tn_rank_input *input, size_t *n_picks);

/* The news recipe of docs, pair by pair. */
double *dense_news(const tn_rank_input *input);

/* Cosine of one row with another, or with the headline (other == n). */
double plain_cosine(const tn_terms *terms, size_t row, size_t other);

#endif
