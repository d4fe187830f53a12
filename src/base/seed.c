/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* getentropy, which POSIX has since 2024 */
#endif
#include <time.h>
#include <unistd.h>

#include "base/hash.h"

uint64_t tn_seed(void) {
    uint64_t seed = 0;
    struct timespec now = {0};
    if (getentropy(&seed, sizeof seed) == 0) return seed;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    seed = tn_hash_mix((uint64_t)now.tv_nsec, (uint64_t)now.tv_sec);
    return tn_hash_mix(seed, (uint64_t)(uintptr_t)&now); /* the stack begins at another address in each process */
}
