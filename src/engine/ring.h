/* A ring of jobs between one thread that fills and empties it and any number that work.
 *
 *        head                 next              tail
 *   [ free | done | working | queued | queued | free | free ]
 *            ^ emptied here   ^ taken by workers  ^ filled here
 *
 * Jobs come out in the order they went in, or, if asked, as they are done. A full ring is the back-pressure: nothing
 * more is read until something has been written. The owner, too, works when there is nothing else for it to do, so that
 * N workers are N - 1 threads; with one worker there is no thread at all.
 */
#ifndef TN_ENGINE_RING_H
#define TN_ENGINE_RING_H

#include "base/status.h"

typedef struct tn_ring tn_ring;

/* Does a job. `worker` is the working thread's own: no two threads have the same at once. */
typedef void (*tn_work_fn)(void *job, void *worker);

/* `jobs` are jobs[0 ... n_jobs - 1], `workers` workers[0 ... n_workers - 1]; both belong to the caller and outlive the
 * ring. The threads block all signals. Errors: TENOR_E_MEMORY; TENOR_E_IO when the system gives no thread at all (with
 * some but fewer than asked for, these do the work). */
tenor_status tn_ring_new(tn_ring **out, void *const *jobs, size_t n_jobs, void *const *workers, size_t n_workers,
                         tn_work_fn work, tenor_error *error);

/* Waits for jobs at work, forgets those queued. NULL is allowed. */
void tn_ring_free(tn_ring *ring);

/* All that follows is for the owner's thread alone. */

/* The job to fill; NULL: the ring is full. The same until it is pushed. */
void *tn_ring_free_job(tn_ring *ring);
void tn_ring_push(tn_ring *ring);

/* The oldest job if it is done, or with `any` the oldest of those done; else NULL. It is the owner's until released. */
void *tn_ring_done(tn_ring *ring, bool any);
void tn_ring_release(tn_ring *ring, void *job);

/* Does a queued job; when there is none, waits until tn_ring_done would give one. Not to be called on an empty ring. */
void tn_ring_help(tn_ring *ring, bool any);

/* Jobs pushed and not yet released. */
size_t tn_ring_count(const tn_ring *ring);

#endif
