/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/rankers.h"

/* Lead: the first sentence is the best, then the second, ... (the baseline of the DUC evaluations, e.g. Nenkova 2005).
 * Of several articles, all first sentences come before any second. Scores fall by 1 from place to place: a step that no
 * penalty of selection, all of which stay below 1, turns round. O(n). */
tenor_status tn_rank_lead(const tn_rank_input *input, double *scores, tenor_error *error) {
    (void)error;
    const tn_terms *terms = input->terms;
    uint32_t furthest = 0;
    for (size_t i = 0; i < terms->n; i++)
        if (terms->sentence[i]->position > furthest) furthest = terms->sentence[i]->position;
    for (size_t i = 0; i < terms->n; i++) scores[i] = 1.0 + (double)(furthest - terms->sentence[i]->position);
    return TENOR_OK;
}
