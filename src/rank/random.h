/* SplitMix64 (Steele, Lea and Flood 2014): enough for a shuffle or a start vector, the same on every machine. */
#ifndef TN_RANK_RANDOM_H
#define TN_RANK_RANDOM_H

#include <stdint.h>

static inline uint64_t tn_random(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* Uniform in [0, 1). */
static inline double tn_random_uniform(uint64_t *state) { return (double)(tn_random(state) >> 11) * 0x1p-53; }

#endif
