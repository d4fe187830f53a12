/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/gather.h"

#include "base/alloc.h"
#include "base/hash.h"

tenor_status tn_gather_init(tn_gather *g, const char *field, tn_next_raw *next, void *payload, tenor_error *error) {
    *g = (tn_gather){.field = field, .next = next, .payload = payload, .arena = TN_ARENA_INIT, .error = error};
    return tn_record_reader_new(&g->reader, error);
}

void tn_gather_free(tn_gather *g) {
    tn_record_reader_free(g->reader);
    tn_arena_free(&g->arena);
    tn_raw_free(&g->ahead);
    tn_buf_free(&g->value);
    tn_buf_free(&g->shared);
    tn_seen_free(&g->seen);
}

/* ---- the record ahead ---- */

static bool is_composed(tn_value value) {
    return value.form == TN_VALUE_JSON && value.bytes.length &&
           (value.bytes.data[0] == '{' || value.bytes.data[0] == '[');
}

static tenor_status find_value(tn_gather *g) {
    tn_value value;
    tn_arena_reset(&g->arena);
    tn_buf_reset(&g->value);
    TN_TRY(tn_record_value(&value, g->reader, &g->ahead, g->field, &g->arena, g->error));
    bool none = value.form == TN_VALUE_NONE || is_composed(value);
    if (!none) tn_put_value_plain(&g->value, value);
    if (g->value.failed) return tn_fail_memory(g->error);
    g->kind = none ? TN_NO_VALUE : g->value.length ? TN_VALUE : TN_EMPTY_VALUE;
    return TENOR_OK;
}

static tenor_status look_ahead(tn_gather *g) {
    if (g->has_ahead) return TENOR_OK;
    TN_TRY(g->next(g->payload, &g->ahead, &g->has_ahead));
    return g->has_ahead ? find_value(g) : TENOR_OK;
}

/* ---- the job ---- */

static void swap(tn_raw *a, tn_raw *b) {
    tn_raw was = *a;
    *a = *b;
    *b = was;
}

static tn_raw *next_slot(tn_job *job) {
    if (job->n_more == job->room) {
        size_t room = job->room ? 2 * job->room : 8;
        tn_raw *more = tn_resize(job->more, room * sizeof *more);
        if (!more) return NULL;
        memset(more + job->room, 0, (room - job->room) * sizeof *more);
        job->more = more;
        job->room = room;
    }
    return &job->more[job->n_more++];
}

/* The first record of a job: its value is what the others have to share. */
static tenor_status begin(tn_gather *g, tn_job *job) {
    tn_job_shrink(job);
    swap(&job->raw, &g->ahead);
    g->has_ahead = false;
    tn_buf_reset(&g->shared);
    tn_put_str(&g->shared, tn_buf_string(&g->value));
    if (g->shared.failed) return tn_fail_memory(g->error);
    if (g->kind != TN_VALUE) return TENOR_OK;
    uint64_t hash = tn_hash(g->value.data, g->value.length, 0);
    return tn_seen_add(&g->seen, hash, &job->again) ? TENOR_OK : tn_fail_memory(g->error);
}

static tenor_status add(tn_gather *g, tn_job *job, size_t *bytes) {
    g->has_ahead = false;
    *bytes += g->ahead.bytes.length;
    if (job->passed_by || *bytes > TN_LARGEST_DIGEST) {
        job->passed_by++;
        return TENOR_OK;
    }
    tn_raw *slot = next_slot(job);
    if (!slot) return tn_fail_memory(g->error);
    swap(slot, &g->ahead);
    return TENOR_OK;
}

static bool belongs(const tn_gather *g, size_t valueless) {
    if (g->kind == TN_NO_VALUE) return valueless < TN_MOST_VALUELESS;
    return g->kind == TN_VALUE && tn_equal(tn_buf_string(&g->value), tn_buf_string(&g->shared));
}

tenor_status tn_gather_next(tn_gather *g, tn_job *job, bool *more) {
    TN_TRY(look_ahead(g));
    *more = g->has_ahead;
    if (!*more) return TENOR_OK;
    bool shared = g->kind == TN_VALUE;
    size_t bytes = g->ahead.bytes.length, valueless = 0;
    TN_TRY(begin(g, job));
    while (shared) {
        TN_TRY(look_ahead(g));
        if (!g->has_ahead || !belongs(g, valueless)) break;
        valueless = g->kind == TN_NO_VALUE ? valueless + 1 : 0;
        TN_TRY(add(g, job, &bytes));
    }
    return TENOR_OK;
}
