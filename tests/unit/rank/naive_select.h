/* Selection by its definition: every number computed anew for every pick. */
#ifndef TN_TEST_NAIVE_SELECT_H
#define TN_TEST_NAIVE_SELECT_H

#include "rank/rank.h"

/* As tn_select, O(n² picks); after `mmr_picks` picks by the order the numbers then have. */
void naive_select(const tn_rank_input *input, const double *scores, const tn_select_options *options, size_t mmr_picks,
                  size_t *chosen, size_t *n_chosen, bool *over_budget);

/* What a selection costs in the unit of the budget. */
size_t cost_of_choice(const tn_rank_input *input, tenor_budget budget, const size_t *chosen, size_t n_chosen);

#endif
