/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/random.h"

#include "rank/rankers.h"

/* A random order: what a ranker must beat to know anything (Fisher and Yates's shuffle with a seed, 1 by default).
 * Scores are places, 1 apart, as in lead.c. O(n). */
tenor_status tn_rank_random(const tn_rank_input *input, double *scores, tenor_error *error) {
    (void)error;
    uint64_t state = input->seed ? input->seed : 1;
    for (size_t i = 0; i < input->terms->n; i++) {
        size_t j = (size_t)(tn_random_uniform(&state) * (double)(i + 1));
        scores[i] = scores[j];
        scores[j] = (double)(i + 1);
    }
    return TENOR_OK;
}
