/* Quantiles of how long things took, to within 1/16 of their value, in fixed memory. */
#ifndef TN_ENGINE_TIMING_H
#define TN_ENGINE_TIMING_H

#include <stddef.h>

enum { TN_TIMING_BINS = 64 * 16 };

/* All zero at first. Bin 16e + m counts times from 2^e (1 + m/16) ns on. */
typedef struct tn_timing {
    size_t bins[TN_TIMING_BINS], count;
} tn_timing;

void tn_timing_add(tn_timing *timing, double seconds);

/* The time, in milliseconds, that `share` (0 ... 1) of all did not exceed; 0 without any. */
double tn_timing_quantile(const tn_timing *timing, double share);

#endif
