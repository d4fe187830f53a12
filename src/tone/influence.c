/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/influence.h"

#include <math.h>

typedef struct candidate {
    size_t index;
    double distance;
} candidate;

/* The farthest so far, in order. */
typedef struct ranking {
    candidate at[TN_MOST_INFLUENCES];
    size_t count;
} ranking;

static void offer(ranking *best, candidate c) {
    if (best->count == TN_MOST_INFLUENCES && c.distance <= best->at[best->count - 1].distance) return;
    size_t i = best->count < TN_MOST_INFLUENCES ? best->count++ : best->count - 1;
    for (; i > 0 && best->at[i - 1].distance < c.distance; i--) best->at[i] = best->at[i - 1];
    best->at[i] = c;
}

static void rank(ranking *best, const tn_observation *observations, size_t n, const tn_tone_parameters *p) {
    double shares = 0, sum = 0;
    size_t with_hits = 0;
    for (size_t i = 0; i < n; i++) {
        if (observations[i].hits == 0) continue;
        with_hits++;
        shares += observations[i].share;
        sum += observations[i].share * observations[i].raw;
    }
    for (size_t i = 0; i < n; i++) {
        const tn_observation *o = &observations[i];
        if (o->hits == 0) continue;
        double left = shares - o->share, distance = 100;
        if (with_hits > 1 && left > 0)
            distance = fabs(tn_tension_of((sum - o->share * o->raw) / left, p) - tn_tension_of(sum / shares, p));
        offer(best, (candidate){i, distance});
    }
}

tenor_status tn_tone_influences(tn_influence out[TN_MOST_INFLUENCES], size_t *count, const tn_observation *observations,
                                size_t n, const tn_tone_parameters *parameters, tn_arena *arena, tenor_error *error) {
    ranking best = {.count = 0};
    tn_observation *others = TN_NEW_ARRAY(arena, n, tn_observation);
    if (!others) return tn_fail_memory(error);
    rank(&best, observations, n, parameters);
    *count = best.count;
    for (size_t k = 0; k < best.count; k++) {
        size_t without = best.at[k].index;
        memcpy(others, observations, without * sizeof *others);
        memcpy(others + without, observations + without + 1, (n - without - 1) * sizeof *others);
        out[k].without = without;
        TN_TRY(tn_tone_number(&out[k].tone, others, n - 1, parameters, error));
    }
    return TENOR_OK;
}
