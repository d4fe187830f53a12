/* Time that only goes forward. */
#ifndef TN_BASE_CLOCK_H
#define TN_BASE_CLOCK_H

#include <time.h>

/* Seconds since some moment; only differences mean anything. */
static inline double tn_clock(void) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

#endif
