/* A stream in memory for tests: what is read a few bytes at a time, what is written into a buffer, and a run that
 * stops. */
#ifndef TN_TESTS_STREAM_H
#define TN_TESTS_STREAM_H

#include <string.h>

#include "base/buf.h"
#include "tenor/tenor.h"

/* Gives `step` bytes at a time, and fails from byte `fail_at` on, if that is not 0. */
typedef struct feed {
    const char *data;
    size_t length, at, step, fail_at;
} feed;

static inline bool read_some(char *data, size_t capacity, size_t *length, void *payload) {
    feed *f = payload;
    size_t n = f->length - f->at < f->step ? f->length - f->at : f->step;
    if (f->fail_at && f->at >= f->fail_at) return false;
    if (n > capacity) n = capacity;
    memcpy(data, f->data + f->at, n);
    f->at += n;
    *length = n;
    return true;
}

static inline bool append(const char *data, size_t length, void *payload) {
    tn_put(payload, data, length);
    return true;
}

/* Watches a run, and ends it after so many records. */
typedef struct stopper {
    size_t after;
    tenor_batch_stats last;
} stopper;

static inline bool stop_after(const tenor_batch_stats *now, bool idle, void *payload) {
    stopper *s = payload;
    (void)idle;
    if (now->records <= s->after) s->last = *now;
    return now->records < s->after;
}

#endif
