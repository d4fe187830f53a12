/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/ring.h"

#include <pthread.h>
#include <signal.h>

#include "base/alloc.h"

typedef enum state { FREE, QUEUED, WORKING, DONE } state;

typedef struct thread {
    tn_ring *ring;
    void *worker;
    pthread_t id;
} thread;

struct tn_ring {
    void *const *jobs;
    size_t n_jobs;
    state *states;
    tn_work_fn work;
    void *own_worker;
    thread *threads;
    size_t n_threads;
    size_t head, tail; /* the owner's: jobs released and pushed since the beginning; job i is at i % n_jobs */
    size_t next;       /* taken by workers; under the lock, as are states and the two below */
    size_t queued;     /* pushed, as the workers know it */
    bool closing;
    bool waiting; /* the owner waits for something to be done */
    pthread_mutex_t lock;
    pthread_cond_t work_there, work_done;
};

/* ---- working */

/* With the lock held: takes the next queued job, works without the lock, and takes it again. */
static void work_on_next(tn_ring *ring, void *worker) {
    size_t at = ring->next++ % ring->n_jobs;
    ring->states[at] = WORKING;
    (void)pthread_mutex_unlock(&ring->lock);
    ring->work(ring->jobs[at], worker);
    (void)pthread_mutex_lock(&ring->lock);
    ring->states[at] = DONE;
    if (ring->waiting) (void)pthread_cond_signal(&ring->work_done);
}

static void *run(void *payload) {
    thread *self = payload;
    tn_ring *ring = self->ring;
    (void)pthread_mutex_lock(&ring->lock);
    for (;;) {
        while (ring->next == ring->queued && !ring->closing) (void)pthread_cond_wait(&ring->work_there, &ring->lock);
        if (ring->closing) break;
        work_on_next(ring, self->worker);
    }
    (void)pthread_mutex_unlock(&ring->lock);
    return NULL;
}

/* With the lock held: the oldest job if it is done, or with `any` the oldest of those done. */
static void *find_done(const tn_ring *ring, bool any) {
    size_t end = any ? ring->tail : ring->head + 1;
    for (size_t i = ring->head; i < end; i++)
        if (ring->states[i % ring->n_jobs] == DONE) return ring->jobs[i % ring->n_jobs];
    return NULL;
}

void tn_ring_help(tn_ring *ring, bool any) {
    (void)pthread_mutex_lock(&ring->lock);
    if (ring->next < ring->queued) {
        work_on_next(ring, ring->own_worker);
    } else {
        ring->waiting = true;
        while (!find_done(ring, any)) (void)pthread_cond_wait(&ring->work_done, &ring->lock);
        ring->waiting = false;
    }
    (void)pthread_mutex_unlock(&ring->lock);
}

/* ---- beginning and end */

static bool start_threads(tn_ring *ring, void *const *workers, size_t n_workers) {
    sigset_t all, before;
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before); /* inherited: signals are the owner's affair */
    for (size_t i = 1; i < n_workers; i++) {
        thread *t = &ring->threads[ring->n_threads];
        *t = (thread){.ring = ring, .worker = workers[i]};
        if (pthread_create(&t->id, NULL, run, t) != 0) break;
        ring->n_threads++;
    }
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ring->n_threads > 0 || n_workers == 1;
}

tenor_status tn_ring_new(tn_ring **out, void *const *jobs, size_t n_jobs, void *const *workers, size_t n_workers,
                         tn_work_fn work, tenor_error *error) {
    tn_ring *ring = *out = tn_malloc(sizeof *ring);
    if (!ring) return tn_fail_memory(error);
    *ring = (tn_ring){.jobs = jobs, .n_jobs = n_jobs, .work = work, .own_worker = workers[0]};
    (void)pthread_mutex_init(&ring->lock, NULL);
    (void)pthread_cond_init(&ring->work_there, NULL);
    (void)pthread_cond_init(&ring->work_done, NULL);
    ring->states = tn_malloc(n_jobs * sizeof *ring->states);
    ring->threads = tn_malloc(n_workers * sizeof *ring->threads);
    tenor_status status = TENOR_OK;
    if (!ring->states || !ring->threads) status = tn_fail_memory(error);
    for (size_t i = 0; i < n_jobs && status == TENOR_OK; i++) ring->states[i] = FREE;
    if (status == TENOR_OK && !start_threads(ring, workers, n_workers))
        status = tn_fail(error, TENOR_E_IO, "the system gives no threads");
    if (status == TENOR_OK) return TENOR_OK;
    tn_ring_free(ring);
    *out = NULL;
    return status;
}

void tn_ring_free(tn_ring *ring) {
    if (!ring) return;
    (void)pthread_mutex_lock(&ring->lock);
    ring->closing = true;
    (void)pthread_cond_broadcast(&ring->work_there);
    (void)pthread_mutex_unlock(&ring->lock);
    for (size_t i = 0; i < ring->n_threads; i++) (void)pthread_join(ring->threads[i].id, NULL);
    (void)pthread_cond_destroy(&ring->work_done);
    (void)pthread_cond_destroy(&ring->work_there);
    (void)pthread_mutex_destroy(&ring->lock);
    tn_free(ring->threads);
    tn_free(ring->states);
    tn_free(ring);
}

/* ---- the owner's side */

size_t tn_ring_count(const tn_ring *ring) { return ring->tail - ring->head; }

void *tn_ring_free_job(tn_ring *ring) {
    return ring->tail - ring->head < ring->n_jobs ? ring->jobs[ring->tail % ring->n_jobs] : NULL;
}

void tn_ring_push(tn_ring *ring) {
    (void)pthread_mutex_lock(&ring->lock);
    ring->states[ring->tail++ % ring->n_jobs] = QUEUED;
    ring->queued = ring->tail;
    if (ring->n_threads) (void)pthread_cond_signal(&ring->work_there);
    (void)pthread_mutex_unlock(&ring->lock);
}

void *tn_ring_done(tn_ring *ring, bool any) {
    if (ring->head == ring->tail) return NULL;
    (void)pthread_mutex_lock(&ring->lock);
    void *job = find_done(ring, any);
    (void)pthread_mutex_unlock(&ring->lock);
    return job;
}

void tn_ring_release(tn_ring *ring, void *job) {
    (void)pthread_mutex_lock(&ring->lock);
    for (size_t i = ring->head; i < ring->tail; i++)
        if (ring->jobs[i % ring->n_jobs] == job) {
            ring->states[i % ring->n_jobs] = FREE;
            break;
        }
    while (ring->head < ring->tail && ring->states[ring->head % ring->n_jobs] == FREE) ring->head++;
    (void)pthread_mutex_unlock(&ring->lock);
}
