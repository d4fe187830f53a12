/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/timing.h"

#include <math.h>

void tn_timing_add(tn_timing *timing, double seconds) {
    int exponent;
    double nanoseconds = seconds * 1e9;
    double fraction = frexp(nanoseconds > 1 ? nanoseconds : 1, &exponent); /* 0.5 ... 1 */
    size_t bin = (size_t)(exponent - 1) * 16 + (size_t)((fraction - 0.5) * 32);
    timing->bins[bin < TN_TIMING_BINS ? bin : TN_TIMING_BINS - 1]++;
    timing->count++;
}

double tn_timing_quantile(const tn_timing *timing, double share) {
    size_t below = 0, wanted = (size_t)ceil(share * (double)timing->count);
    if (timing->count == 0) return 0;
    for (size_t bin = 0; bin < TN_TIMING_BINS; bin++) {
        below += timing->bins[bin];
        if (below >= wanted) return ldexp(1 + (double)(bin % 16 + 1) / 16, (int)(bin / 16)) * 1e-6;
    }
    return 0;
}
