/* How far a mean may be off. */
#ifndef TN_CORPUS_BOOTSTRAP_H
#define TN_CORPUS_BOOTSTRAP_H

#include "base/arena.h"
#include "base/status.h"

/* The percentile interval of a mean (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13):
 * `samples` times as many values are drawn as there are, with replacement, the same draws every time; the means' 2.5th
 * and 97.5th percentile go to *low and *high. n >= 1. O(samples · n). Errors: TENOR_E_MEMORY. */
tenor_status tn_bootstrap_mean(double *low, double *high, const double *values, size_t n, size_t samples,
                               tn_arena *arena, tenor_error *error);

#endif
