/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/digest.h"

#include "engine/gather.h"
#include "engine/publish.h"
#include "engine/reply.h"

/* A digest at work. */
typedef struct digest {
    tn_job *job;
    tn_worker *worker;
    tenor_input *inputs; /* of the good records */
    size_t *record_of;   /* which record of the job each input is */
    size_t n;
    const char *lang; /* as the first record that names one does */
    TN_VEC(const char *) targets;
    tn_strtab known_targets;
} digest;

/* ---- the records ---- */

/* A reader forgets one record with the next: what is needed of it is copied. */
static bool keep_string(tn_arena *arena, tenor_string *out, tenor_string from) {
    char *copy = tn_alloc(arena, from.length + 1);
    if (!copy) return false;
    if (from.length) memcpy(copy, from.data, from.length);
    *out = (tenor_string){copy, from.length};
    return true;
}

/* A value as plain text; nothing where there is none. */
static bool keep_value(tn_arena *arena, tenor_string *out, tn_value value) {
    tn_buf text = TN_BUF_INIT;
    *out = TN_STR("");
    if (value.form == TN_VALUE_NONE) return true;
    tn_put_value_plain(&text, value);
    bool kept = !text.failed && keep_string(arena, out, tn_buf_string(&text));
    tn_buf_free(&text);
    return kept;
}

/* The id that sentences name as their source. */
static bool keep_name(digest *d, const char **name, const tn_record *record, const tn_raw *raw) {
    tenor_string text;
    tn_buf made = TN_BUF_INIT;
    if (record->id.form == TN_VALUE_NONE) tn_put_raw_name(&made, raw);
    else tn_put_value_plain(&made, record->id);
    bool kept = !made.failed && keep_string(&d->worker->arena, &text, tn_buf_string(&made));
    tn_buf_free(&made);
    if (kept) *name = text.data; /* ends in NUL: arena memory is 0 */
    return kept;
}

static bool keep_targets(digest *d, const tn_record *record) {
    tn_arena *arena = &d->worker->arena;
    for (size_t i = 0; i < record->n_targets; i++) {
        uint32_t id = tn_strtab_add(&d->known_targets, tn_str(record->targets[i]), true);
        if (id == 0) return false;
        if (id <= d->targets.count) continue;
        const char **slot = TN_PUSH(arena, &d->targets);
        tenor_string copy;
        if (!slot || !keep_string(arena, &copy, tn_str(record->targets[i]))) return false;
        *slot = copy.data;
    }
    return true;
}

static bool keep_record(digest *d, const tn_record *record, size_t index) {
    tn_arena *arena = &d->worker->arena;
    tenor_input *input = &d->inputs[d->n];
    tenor_string lang;
    if (!keep_string(arena, &input->text, record->text) || !keep_string(arena, &input->title, record->title) ||
        !keep_value(arena, &input->date, record->date) || !keep_string(arena, &lang, record->lang) ||
        !keep_name(d, &input->source, record, tn_job_record(d->job, index)) || !keep_targets(d, record))
        return false;
    if (!d->lang && lang.length) d->lang = lang.data;
    d->record_of[d->n++] = index;
    return true;
}

/* A line of its own for a bad record. */
static void answer_bad(digest *d, const tn_record *record) {
    tn_reply_begin(d->job, record);
    tn_reply_error(d->job);
    tn_reply_end(d->job);
}

static tenor_status read_records(digest *d) {
    for (size_t i = 0; i <= d->job->n_more; i++) {
        tn_record record;
        d->job->at = tn_job_record(d->job, i);
        tenor_status status = tn_answer_read(d->job, d->worker, d->job->at, &record);
        if (tn_ends_run(status)) return status;
        d->job->undated += d->job->plan->fields.date && !record.dated;
        if (status != TENOR_OK) answer_bad(d, &record);
        else if (!keep_record(d, &record, i)) return tn_fail_memory(&d->job->error);
    }
    return TENOR_OK;
}

/* ---- the digest ---- */

static tenor_options options_of(const digest *d) {
    tn_record record = {
        .lang = tn_str(d->lang ? d->lang : ""), .targets = d->targets.at, .n_targets = d->targets.count};
    return tn_answer_options(d->job, &d->job->raw, &record);
}

/* Whether the trouble is that of one text, without which the others may do. */
static bool is_of_one(tenor_status status) {
    return status == TENOR_E_TOO_LARGE || status == TENOR_E_NOT_TEXT || status == TENOR_E_INVALID_UTF8 ||
           status == TENOR_E_NO_LIBRARY;
}

/* Reads the record again that a line is to be about. */
static tenor_status read_again(digest *d, size_t index, tn_record *record) {
    d->job->at = tn_job_record(d->job, index);
    return tn_answer_read(d->job, d->worker, d->job->at, record);
}

/* Reads each text by itself, and leaves those out that cannot be. */
static tenor_status sift(digest *d, const tenor_options *options) {
    size_t n = d->n;
    tenor_options alone = *options;
    alone.parts = 0;
    d->n = 0;
    for (size_t i = 0; i < n; i++) {
        tn_record record;
        tenor_status status =
            tenor_analyze(d->worker->result, d->job->plan->engine, &d->inputs[i], &alone, &d->job->error);
        if (tn_ends_run(status)) return status;
        if (status == TENOR_OK) {
            d->inputs[d->n] = d->inputs[i];
            d->record_of[d->n++] = d->record_of[i];
            continue;
        }
        tenor_error why = d->job->error;
        TN_TRY(read_again(d, d->record_of[i], &record));
        d->job->error = why;
        answer_bad(d, &record);
    }
    return TENOR_OK;
}

static tenor_status analyze(digest *d) {
    tn_job *job = d->job;
    tenor_options options = options_of(d);
    const tenor_engine *engine = job->plan->engine;
    tenor_result *result = d->worker->result;
    tenor_status status = tenor_analyze_all(result, engine, d->inputs, d->n, &options, &job->error);
    if (is_of_one(status)) {
        size_t before = d->n;
        TN_TRY(sift(d, &options));
        if (d->n == 0) return TENOR_OK;
        if (d->n < before) status = tenor_analyze_all(result, engine, d->inputs, d->n, &options, &job->error);
    }
    if (status == TENOR_E_USAGE) return job->error.status = TENOR_E_WRONG_TYPE; /* as of a single record: a target */
    TN_TRY(status);
    job->uncovered = tn_has_warning(tenor_result_document(result), "language_not_covered");
    return job->again && !tn_result_warn(result, "value_again") ? tn_fail_memory(&job->error) : TENOR_OK;
}

/* The line begins with what the first record says, but for its id. Bad as it may be, it has one. */
static tenor_status begin_line(digest *d) {
    tn_record first;
    tenor_status status = read_again(d, d->n ? d->record_of[0] : 0, &first);
    if (tn_ends_run(status)) return status;
    if (first.merge.form != TN_VALUE_NONE) first.id = first.merge;
    tn_reply_begin(d->job, &first);
    return TENOR_OK;
}

/* All its records have failed with it. */
static void fail_all(digest *d, const tenor_error *why) {
    d->job->error = *why;
    tn_reply_error(d->job);
    d->job->failures[why->status] += d->n - 1;
}

static tenor_status make(digest *d) {
    tn_job *job = d->job;
    tenor_status status = analyze(d);
    if (tn_ends_run(status) || d->n == 0) return status;
    tenor_error why = job->error;
    TN_TRY(begin_line(d));
    if (status == TENOR_OK) {
        status = tn_reply_result(job, d->worker);
        if (tn_ends_run(status)) return status;
        why = job->error;
    }
    job->digest = status == TENOR_OK;
    if (status != TENOR_OK) fail_all(d, &why);
    if (job->uncovered && job->plan->options->skip_uncovered) tn_reply_drop(job);
    tn_reply_end(job);
    return TENOR_OK;
}

/* More than may be held at once: none of them is answered. */
static tenor_status refuse(digest *d) {
    tn_job *job = d->job;
    TN_TRY(begin_line(d));
    (void)tn_fail(&job->error, TENOR_E_TOO_LARGE, "the %zu records of this value have more than %d MiB together",
                  tn_job_records(job), TN_LARGEST_DIGEST >> 20);
    tn_reply_error(job);
    job->failures[TENOR_E_TOO_LARGE] += tn_job_records(job) - 1;
    tn_reply_end(job);
    return TENOR_OK;
}

static tenor_status open_digest(digest *d) {
    tn_arena *arena = &d->worker->arena;
    d->inputs = TN_NEW_ARRAY(arena, d->job->n_more + 1, tenor_input);
    d->record_of = TN_NEW_ARRAY(arena, d->job->n_more + 1, size_t);
    bool ok = d->inputs && d->record_of && tn_strtab_init(&d->known_targets, arena, 16, tn_seed());
    return ok ? TENOR_OK : tn_fail_memory(&d->job->error);
}

static tenor_status answer(digest *d) {
    if (d->job->passed_by) return refuse(d);
    TN_TRY(open_digest(d));
    TN_TRY(read_records(d));
    return d->n ? make(d) : TENOR_OK;
}

void tn_answer_digest(tn_job *job, tn_worker *worker) {
    digest d = {.job = job, .worker = worker};
    (void)answer(&d);
}
