/* How much a term says in a sentence: tf · isf, and rows of length 1. */
#ifndef TN_RANK_WEIGHTS_H
#define TN_RANK_WEIGHTS_H

#include "rank/csr.h"

/* Inverse sentence frequency over the text's own sentences: isf(t) = ln(1 + n / df(t)), df(t) the sentences that have
 * the term. The 1 keeps a term of every sentence above 0 (ln(n / df) of Spärck Jones 1972 and of LexRank makes it 0 and
 * leaves a text of one sentence without weights). Returns [m], or NULL when memory is out. O(m). */
double *tn_isf(const tn_terms *terms, tn_arena *arena);

/* Rows a_i with a_it = count(t, i) · isf(t), divided by their Euclidean length; a row without terms stays empty. The
 * product of two rows is then the cosine of the sentences. O(nnz). */
tenor_status tn_unit_rows(tn_csr *out, const tn_terms *terms, const double *isf, tn_arena *arena, tenor_error *error);

#endif
