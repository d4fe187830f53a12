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

#endif
