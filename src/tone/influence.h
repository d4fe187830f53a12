/* What would change a number most: the number again, each time without one of its observations. */
#ifndef TN_TONE_INFLUENCE_H
#define TN_TONE_INFLUENCE_H

#include "tone/tension.h"

enum { TN_MOST_INFLUENCES = 3 };

typedef struct tn_influence {
    size_t without;  /* index of the observation */
    tenor_tone tone; /* of the others */
} tn_influence;

/* The observations without which the tension would be farthest from what it is, the farthest first (of equals the
 * first); without the last one that has hits there is no number, which is farther than any. Which they are is found in
 * one pass, for leaving out one term of a mean is a subtraction; their numbers are then made as all numbers are, from
 * the observations that are left. Returns how many, at most TN_MOST_INFLUENCES, through *count.
 * Errors: those of tn_tone_number. */
tenor_status tn_tone_influences(tn_influence out[TN_MOST_INFLUENCES], size_t *count, const tn_observation *observations,
                                size_t n, const tn_tone_parameters *parameters, tn_arena *arena, tenor_error *error);

#endif
