/* The functions of rankers.def, and what they share. */
#ifndef TN_RANK_RANKERS_H
#define TN_RANK_RANKERS_H

#include "rank/rank.h"

#define TN_RANKER(name, about) \
    tenor_status tn_rank_##name(const tn_rank_input *input, double *scores, tenor_error *error);
#include "rank/rankers.def"
#undef TN_RANKER

/* Scales scores that are >= 0 so that the largest is 1 (all 0 stay 0), as Erkan and Radev 2004 print theirs: selection
 * can then weigh them against a cosine. TENOR_E_NUMERIC when one is not finite. */
tenor_status tn_scores_scale(double *scores, size_t n, tenor_error *error);

/* TENOR_E_NUMERIC when a score is not finite. */
tenor_status tn_scores_check(const double *scores, size_t n, tenor_error *error);

/* Rankers that choose one sentence after the other: after this many picks what is left keeps the number it then has,
 * so that a ranking costs no more than this many passes. */
enum { TN_GREEDY_PICKS = 512 };

/* Scores from such a choice: the picks in order get n_picks, n_picks - 1, ... 1, steps that no penalty of selection
 * turns round (see lead.c); the others get 0 ... 0.9 by the numbers in `rest`, which are >= 0. `picked` [n] says which
 * are which. */
void tn_scores_from_picks(double *scores, const size_t *picks, size_t n_picks, const bool *picked, const double *rest,
                          size_t n);

#endif
