/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/deadline.h"

#include <time.h>

enum { BETWEEN_LOOKS = 1 << 15 }; /* work: about 3 milliseconds */

static double processor_time(void) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void tn_deadline_begin(tn_deadline *deadline, double seconds) {
    *deadline = (tn_deadline){.end = processor_time() + seconds, .left = BETWEEN_LOOKS};
}

bool tn_deadline_look(tn_deadline *deadline) {
    deadline->left = BETWEEN_LOOKS;
    if (!deadline->passed) deadline->passed = processor_time() >= deadline->end;
    return deadline->passed;
}
