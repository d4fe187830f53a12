/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <pthread.h>

#include "engine/ring.h"

enum { JOBS = 8, ITEMS = 5000 };

typedef struct job {
    int number, square;
} job;

/* Some take longer than others, so that they overtake each other. */
static void square(void *payload, void *worker) {
    job *j = payload;
    volatile int spin = j->number % 7 * 200;
    while (spin > 0) spin--;
    j->square = j->number * j->number;
    ++*(int *)worker;
}

static void run(size_t n_workers, bool any) {
    job jobs[JOBS];
    int counts[16] = {0}, next = 0, sum = 0, taken = 0;
    void *job_list[JOBS], *worker_list[16];
    bool seen[ITEMS] = {false};
    for (int i = 0; i < JOBS; i++) job_list[i] = &jobs[i];
    for (int i = 0; i < 16; i++) worker_list[i] = &counts[i];
    tn_ring *ring;
    tenor_error error;
    cr_assert(tn_ring_new(&ring, job_list, JOBS, worker_list, n_workers, square, &error) == TENOR_OK);
    while (taken < ITEMS) {
        job *done = tn_ring_done(ring, any), *fresh;
        if (done) {
            cr_assert(any || done->number == taken, "job %d came out as number %d", done->number, taken);
            cr_assert(done->square == done->number * done->number && !seen[done->number]);
            seen[done->number] = true;
            tn_ring_release(ring, done);
            taken++;
        } else if (next < ITEMS && (fresh = tn_ring_free_job(ring)) != NULL) {
            *fresh = (job){next++, -1};
            tn_ring_push(ring);
        } else {
            tn_ring_help(ring, any);
        }
    }
    cr_expect(tn_ring_count(ring) == 0);
    tn_ring_free(ring);
    for (size_t i = 0; i < n_workers; i++) sum += counts[i];
    cr_expect(sum == ITEMS);
}

Test(ring, jobs_come_out_in_order_whatever_the_number_of_workers) {
    for (size_t n = 1; n <= 16; n *= 2) run(n, false);
}

Test(ring, jobs_come_out_once_when_order_does_not_matter) {
    for (size_t n = 1; n <= 16; n *= 2) run(n, true);
}

Test(ring, a_ring_with_queued_jobs_can_be_freed) {
    job jobs[JOBS];
    int counts[4] = {0};
    void *job_list[JOBS], *worker_list[4];
    for (int i = 0; i < JOBS; i++) job_list[i] = &jobs[i];
    for (int i = 0; i < 4; i++) worker_list[i] = &counts[i];
    for (int round = 0; round < 50; round++) {
        tn_ring *ring;
        cr_assert(tn_ring_new(&ring, job_list, JOBS, worker_list, 4, square, NULL) == TENOR_OK);
        for (job *fresh; (fresh = tn_ring_free_job(ring)) != NULL;) {
            *fresh = (job){round, -1};
            tn_ring_push(ring);
        }
        tn_ring_free(ring);
    }
}
