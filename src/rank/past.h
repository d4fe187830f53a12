/* What earlier articles have said already. */
#ifndef TN_RANK_PAST_H
#define TN_RANK_PAST_H

#include "rank/rank.h"

enum { TN_PAST_LOOKED_AT = 4096 }; /* places of a sentence's terms in the past */

/* likeness[i] = max_h a_i · a_h over the rows h from n on, for the rows i < n: `both` has the sentences that are to be
 * ranked first and those of the past behind them, and its isf is over all.
 *
 * Every term of a sentence is followed to the sentences of the past that have it, rare terms first, until
 * TN_PAST_LOOKED_AT places have been looked at: exact for a past of some thousand sentences, and linear whatever its
 * size; beyond, the most frequent terms, which tell least, do not count. Errors: TENOR_E_MEMORY. */
tenor_status tn_past_likeness(double *likeness, size_t n, const tn_terms *both, tn_arena *arena, tenor_error *error);

#endif
