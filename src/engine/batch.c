/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter: one record out for each in, in order. A bad record is data like any other.
 *
 *   tn_source -> tn_raw -> [ ring of jobs: workers turn tn_raw into bytes ] -> writer -> stats, watch
 *
 * The thread that called reads and writes; see ring.h for who works. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/hash.h"
#include "corpus/dedup.h"
#include "corpus/pack.h"
#include "engine/envelope.h"
#include "engine/gather.h"
#include "engine/ring.h"
#include "engine/timing.h"

enum {
    JOBS_A_WORKER = 16,
    MOST_WORKERS = 1024,
    FRAME_RECORDS = 2048, /* of compressed output: where a run can be resumed */
    DEDUP_WINDOW = 1 << 18,
    MOST_HELD = 1000,
    MEANINGFUL = 1000 /* records, before a share of bad ones ends the run */
};
static const size_t most_in_flight =
    16u * 1024 * 1024; /* bytes of records being worked on, unless one alone has more */
static const size_t longest_record = 0x7ffffff0;

typedef struct batch {
    tenor_batch_options options;
    tn_answer_plan plan;
    tn_arena arena;
    tn_source *source;
    tn_gather gather; /* field NULL: each record by itself */
    tn_pack *pack;
    tn_dedup *dedup;
    tn_ring *ring;
    tn_job *jobs;
    void **job_list;
    size_t n_jobs;
    tn_worker *workers;
    void **worker_list;
    size_t n_workers;
    size_t in_flight; /* bytes */
    size_t number;    /* of records read, other shards' too */
    size_t passed_over;
    bool awaits_header;             /* of a table whose columns are all kept */
    tn_raw *held;                   /* [MOST_HELD + 1] records read before it is known, */
    size_t n_held, held_out;        /* and handed on after */
    unsigned long long fingerprint; /* of the records read */
    bool header_written, ended, stopped;
    tn_buf marks; /* scratch */
    tn_timing *timing;
    tenor_status idle_status; /* of writing while the source waits */
    tenor_status last_bad;
    tenor_batch_stats *stats;
    tenor_error *error;
} batch;

/* ---- writing */

static tenor_status put(batch *b, const char *data, size_t length) {
    if (length == 0) return TENOR_OK;
    if (b->pack) return tn_pack_write(b->pack, data, length, b->error);
    b->stats->bytes_out += length;
    if (b->options.write(data, length, b->options.write_payload)) return TENOR_OK;
    return tn_fail(b->error, TENOR_E_IO, "the output could not be written");
}

/* A tenor_write_fn: compressed bytes on their way out. */
static bool put_packed(const char *data, size_t length, void *payload) {
    batch *b = payload;
    b->stats->bytes_out += length;
    return b->options.write(data, length, b->options.write_payload);
}

static tenor_status put_header(batch *b) {
    tn_buf out = TN_BUF_INIT;
    b->header_written = true;
    tn_put_answer_header(&out, &b->plan);
    tenor_status status = out.failed ? tn_fail_memory(b->error) : put(b, out.data, out.length);
    tn_buf_free(&out);
    return status;
}

static tenor_status put_trouble(batch *b, const tn_job *job) {
    if (!b->options.write_error) return TENOR_OK;
    b->stats->error_bytes_out += job->trouble.length;
    if (b->options.write_error(job->trouble.data, job->trouble.length, b->options.error_payload)) return TENOR_OK;
    return tn_fail(b->error, TENOR_E_IO, "the error records could not be written");
}

/* ---- bad records */

static bool too_many(const batch *b, bool at_end) {
    const tenor_batch_stats *s = b->stats;
    if (s->failed == 0) return false;
    if (b->options.on_error == TENOR_ON_ERROR_FAIL || s->failed > b->options.max_errors) return true;
    if (!at_end && s->records < MEANINGFUL) return false;
    return (double)s->failed > b->options.max_error_percent / 100 * (double)s->records;
}

/* The run ends with the last bad record's status. */
static tenor_status give_up(batch *b, const tn_job *job) {
    tenor_error last = job->error;
    if (b->options.on_error == TENOR_ON_ERROR_FAIL) {
        if (b->error) *b->error = last;
    } else {
        (void)tn_fail(b->error, last.status, "too many bad records: %zu of %zu; the last: %.300s", b->stats->failed,
                      b->stats->records, last.message);
    }
    if (b->error) b->error->line = last.line;
    tn_error_source(b->error, last.source);
    return last.status;
}

static tenor_status count_failures(batch *b, const tn_job *job) {
    b->last_bad = job->error.status;
    for (size_t i = 0; i < TENOR_STATUSES; i++) {
        b->stats->failed += job->failures[i];
        b->stats->errors[i] += job->failures[i];
    }
    b->stats->unreadable += job->failures[TENOR_E_IO] + job->failures[TENOR_E_NO_LIBRARY];
    TN_TRY(put_trouble(b, job));
    return too_many(b, false) ? give_up(b, job) : TENOR_OK;
}

/* ---- records that are done */

static bool watch(batch *b, bool idle) {
    b->stats->bytes_in = tn_source_taken(b->source);
    if (b->options.watch && !b->stopped && !b->options.watch(b->stats, idle, b->options.watch_payload))
        b->stopped = true;
    return !b->stopped;
}

static tenor_status end_of_records(batch *b, const tn_job *job) {
    size_t frames = b->stats->records / FRAME_RECORDS;
    b->stats->records += tn_job_records(job);
    b->stats->digests += job->digest;
    b->stats->digests_again += job->digest && job->again;
    b->stats->fingerprint = job->fingerprint;
    b->stats->uncovered += job->uncovered;
    b->stats->undated += job->undated;
    tn_timing_add(b->timing, job->seconds);
    bool frame = b->stats->records / FRAME_RECORDS > frames;
    if (b->pack && frame) TN_TRY(tn_pack_finish(b->pack, b->error));
    b->stats->whole = !b->pack || frame;
    return TENOR_OK;
}

/* ,"dup_of":...,"cluster":... for a record that is like no other, null and a number of its own. */
static void put_marks(tn_buf *out, char separator, const tn_near_copy *copy, bool known) {
    if (separator) {
        tn_putc(out, separator);
        if (copy->found) tn_put_value_cell(out, (tn_value){copy->of, TN_VALUE_JSON, 0}, separator);
        tn_putc(out, separator);
        if (known) tn_put_size(out, copy->cluster);
    } else if (known) {
        tn_puts(out, ",\"dup_of\":");
        copy->found ? tn_put_str(out, copy->of) : tn_puts(out, "null");
        tn_puts(out, ",\"cluster\":");
        tn_put_size(out, copy->cluster);
    }
}

/* Sets *marks to what goes into the answer at job->splice; *dropped when nothing is to be written at all. */
static tenor_status look_for_copy(batch *b, tn_job *job, tn_buf *marks, bool *dropped) {
    tn_near_copy copy = {.found = false, .of = TN_STR("")};
    bool good = job->error.status == TENOR_OK;
    if (good) TN_TRY(tn_dedup_add(b->dedup, &job->signature, tn_buf_string(&job->id), &copy, b->error));
    if (!job->passed_over) b->stats->duplicates += copy.found;
    *dropped = copy.found && b->options.dedup_drop;
    put_marks(marks, b->plan.columns.separator, &copy, good);
    return marks->failed ? tn_fail_memory(b->error) : TENOR_OK;
}

static tenor_status put_marked(batch *b, tn_job *job) {
    bool dropped;
    tn_buf *marks = &b->marks;
    tn_buf_reset(marks);
    TN_TRY(look_for_copy(b, job, marks, &dropped));
    if (dropped || job->passed_over || job->out.length == 0) return TENOR_OK;
    TN_TRY(put(b, job->out.data, job->splice));
    TN_TRY(put(b, marks->data, marks->length));
    return put(b, job->out.data + job->splice, job->out.length - job->splice);
}

static tenor_status write_job(batch *b, tn_job *job) {
    if (tn_ends_run(job->error.status)) {
        if (b->error) *b->error = job->error;
        return job->error.status;
    }
    if (!b->header_written) TN_TRY(put_header(b));
    TN_TRY(b->dedup ? put_marked(b, job) : put(b, job->out.data, job->out.length));
    if (job->passed_over) return TENOR_OK;
    TN_TRY(end_of_records(b, job));
    if (job->error.status != TENOR_OK) TN_TRY(count_failures(b, job));
    (void)watch(b, false);
    return TENOR_OK;
}

static tenor_status write_done(batch *b) {
    for (tn_job *job; (job = tn_ring_done(b->ring, b->options.unordered)) != NULL;) {
        tenor_status status = write_job(b, job);
        b->in_flight -= tn_job_bytes(job);
        tn_job_shrink(job);
        tn_ring_release(b->ring, job);
        TN_TRY(status);
    }
    return TENOR_OK;
}

/* Works until nothing is left to do. */
static tenor_status drain(batch *b) {
    while (tn_ring_count(b->ring) > 0) {
        TN_TRY(write_done(b));
        if (tn_ring_count(b->ring) > 0) tn_ring_help(b->ring, b->options.unordered);
    }
    return TENOR_OK;
}

/* A tn_idle_fn: the input has nothing ready, so what is at work goes out first. */
static bool on_idle(void *payload) {
    batch *b = payload;
    b->idle_status = drain(b);
    return b->idle_status == TENOR_OK && watch(b, true);
}

/* ---- reading */

static unsigned long long add_to_fingerprint(unsigned long long before, const tn_raw *raw) {
    tenor_string bytes = tn_buf_string(&raw->bytes);
    return tn_hash(bytes.data, bytes.length, before ^ (unsigned long long)raw->error.status);
}

static void swap(tn_raw *a, tn_raw *b) {
    tn_raw was = *a;
    *a = *b;
    *b = was;
}

/* Sets a record aside that cannot be written yet. */
static tenor_status hold_back(batch *b, tn_raw *raw) {
    if (!b->held) b->held = TN_NEW_ARRAY(&b->arena, MOST_HELD + 1, tn_raw);
    if (!b->held) return tn_fail_memory(b->error);
    swap(raw, &b->held[b->n_held++]);
    return TENOR_OK;
}

/* With all fields kept, the first header names the columns of the output. */
static tenor_status set_kept(batch *b, const tn_raw *raw) {
    b->awaits_header = false;
    b->plan.kept = raw->header;
    if (raw->header) return TENOR_OK;
    return tn_fail(b->error, TENOR_E_USAGE,
                   "all fields can be kept as columns only of CSV and TSV; else name the fields");
}

/* A tn_next_raw: the next record. Files that cannot be read are held back until there is a header: no row can be
 * written before it is known which columns there are. */
static tenor_status next_raw(void *payload, tn_raw *raw, bool *more) {
    batch *b = payload;
    if (b->held_out == b->n_held) {
        for (;;) {
            TN_TRY(tn_source_next(b->source, raw, more, b->error));
            TN_TRY(b->idle_status);
            if (!b->awaits_header || !*more || raw->header || raw->error.status == TENOR_OK) break;
            if (b->n_held == MOST_HELD)
                return tn_fail(b->error, raw->error.status, "no table among the first %d files: %.300s", MOST_HELD,
                               raw->error.message);
            TN_TRY(hold_back(b, raw));
        }
        if (b->awaits_header && *more) TN_TRY(set_kept(b, raw));
        if (b->held_out == b->n_held) return TENOR_OK;
        if (*more) TN_TRY(hold_back(b, raw));
    }
    *more = true;
    swap(raw, &b->held[b->held_out++]);
    return TENOR_OK;
}

/* True when the record is one to be done now. */
static tenor_status take_record(batch *b, tn_job *job, bool *wanted) {
    size_t index = b->number++;
    job->passed_over = false;
    *wanted = b->options.shards < 2 || index % b->options.shards == b->options.shard - 1;
    if (!*wanted) return TENOR_OK;
    for (size_t i = 0; i <= job->n_more; i++)
        b->fingerprint = add_to_fingerprint(b->fingerprint, tn_job_record(job, i));
    job->fingerprint = b->fingerprint;
    const tenor_batch_stats *resume = b->options.resume;
    if (!resume || b->passed_over == resume->records) return TENOR_OK;
    *wanted = job->passed_over = b->options.dedup; /* copies of what was written before are copies still */
    b->passed_over += tn_job_records(job);
    if (b->passed_over < resume->records) return TENOR_OK;
    if (b->passed_over == resume->records && job->fingerprint == resume->fingerprint) return TENOR_OK;
    return tn_fail(b->error, TENOR_E_USAGE, "the input is not the one that the run to resume has read");
}

/* Reads a record into the next job and hands it on. */
static tenor_status read_one(batch *b, tn_job *job) {
    bool more, wanted;
    TN_TRY(b->gather.field ? tn_gather_next(&b->gather, job, &more) : next_raw(b, &job->raw, &more));
    bool half = b->gather.field && b->stopped && !b->gather.has_ahead; /* a digest that more may belong to */
    if (!more || half) {
        b->ended = true;
        return TENOR_OK;
    }
    TN_TRY(take_record(b, job, &wanted));
    if (!wanted) return TENOR_OK;
    b->in_flight += tn_job_bytes(job);
    tn_ring_push(b->ring);
    return TENOR_OK;
}

static tenor_status run(batch *b) {
    for (;;) {
        TN_TRY(write_done(b));
        bool reading = !b->ended && !b->stopped;
        tn_job *job = reading && b->in_flight < most_in_flight ? tn_ring_free_job(b->ring) : NULL;
        if (job) TN_TRY(read_one(b, job));
        else if (tn_ring_count(b->ring) > 0) tn_ring_help(b->ring, b->options.unordered);
        else if (!reading) return TENOR_OK;
    }
}

/* ---- the end */

static tenor_status finish(batch *b) {
    if (b->options.resume && b->passed_over < b->options.resume->records && !b->stopped)
        return tn_fail(b->error, TENOR_E_USAGE, "the input is shorter than the one that the run to resume has read");
    if (!b->header_written) TN_TRY(put_header(b));
    if (b->pack && b->stats->bytes_out == 0) TN_TRY(tn_pack_write(b->pack, "", 0, b->error)); /* no bytes are no gzip */
    if (b->pack) TN_TRY(tn_pack_finish(b->pack, b->error));
    if (b->stopped || !too_many(b, true)) return TENOR_OK;
    tenor_status status = b->last_bad ? b->last_bad : TENOR_E_DATA;
    return tn_fail(b->error, status, "too many bad records: %zu of %zu", b->stats->failed, b->stats->records);
}

static void set_times(batch *b) {
    b->stats->bytes_in = tn_source_taken(b->source);
    b->stats->stopped = b->stopped;
    b->stats->p50 = tn_timing_quantile(b->timing, 0.50);
    b->stats->p95 = tn_timing_quantile(b->timing, 0.95);
    b->stats->p99 = tn_timing_quantile(b->timing, 0.99);
}

/* ---- the beginning */

static size_t count_workers(const tenor_batch_options *options) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t n = options->workers ? options->workers : processors > 0 ? (size_t)processors : 1;
    return n < MOST_WORKERS ? n : MOST_WORKERS;
}

static tenor_status start_ring(batch *b) {
    b->n_workers = count_workers(&b->options);
    b->n_jobs = b->n_workers * JOBS_A_WORKER;
    b->jobs = TN_NEW_ARRAY(&b->arena, b->n_jobs, tn_job);
    b->job_list = TN_NEW_ARRAY(&b->arena, b->n_jobs, void *);
    b->workers = TN_NEW_ARRAY(&b->arena, b->n_workers, tn_worker);
    b->worker_list = TN_NEW_ARRAY(&b->arena, b->n_workers, void *);
    if (!b->jobs || !b->job_list || !b->workers || !b->worker_list) return tn_fail_memory(b->error);
    for (size_t i = 0; i < b->n_jobs; i++) {
        b->jobs[i].plan = &b->plan;
        b->job_list[i] = &b->jobs[i];
    }
    for (size_t i = 0; i < b->n_workers; i++) {
        TN_TRY(tn_worker_init(&b->workers[i], b->error));
        b->worker_list[i] = &b->workers[i];
    }
    return tn_ring_new(&b->ring, b->job_list, b->n_jobs, b->worker_list, b->n_workers, tn_answer, b->error);
}

/* Each option that an analysis may refuse is tried once, on no text. The topics of the result name the columns. */
static tenor_status try_options(batch *b) {
    tenor_result *result;
    TN_TRY(tenor_result_new(&result, b->error));
    tenor_input nothing = {.text = TN_STR(""), .title = TN_STR("")};
    tenor_options options = b->plan.analysis;
    options.time_limit = 0;
    tenor_status status = tenor_analyze(result, b->plan.engine, &nothing, &options, b->error);
    size_t n = 0;
    const tenor_topic *topics = status == TENOR_OK ? tenor_result_topics(result, &n) : NULL;
    const char **names = TN_NEW_ARRAY(&b->arena, n, const char *);
    if (!names) status = tn_fail_memory(b->error);
    for (size_t i = 0; i < n && status == TENOR_OK; i++) {
        size_t size = strlen(topics[i].name) + 1;
        char *copy = tn_alloc(&b->arena, size);
        if (!copy) status = tn_fail_memory(b->error);
        else names[i] = memcpy(copy, topics[i].name, size);
    }
    b->plan.columns.topics = names;
    b->plan.columns.n_topics = n;
    tenor_result_free(result);
    return status;
}

static tenor_status set_form(batch *b, tn_form *form) {
    const char *to = b->options.to;
    tn_answer_plan *plan = &b->plan;
    if (!tn_form_of(form, b->options.from))
        return tn_fail(b->error, TENOR_E_USAGE, "no form is called '%s'", b->options.from);
    if (strcmp(to, "csv") == 0) plan->columns.separator = ',';
    else if (strcmp(to, "tsv") == 0) plan->columns.separator = '\t';
    else if (strcmp(to, "jsonl") != 0) return tn_fail(b->error, TENOR_E_USAGE, "records cannot be written as '%s'", to);
    return TENOR_OK;
}

/* Written whatever the fields are. */
static bool is_always_there(tenor_string name) {
    static const char *const names[] = {"id", "schema", "version", "error", "error.code", "error.message"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (tn_equal(name, tn_str(names[i]))) return true;
    return false;
}

static tenor_status fail_field(batch *b, const char *name) {
    tn_columns with_gists = b->plan.columns;
    with_gists.gists = true;
    if (tn_has_column(&with_gists, name))
        return tn_fail(b->error, TENOR_E_USAGE, "'%s' is there only with gists (--gists)", name);
    return tn_fail(b->error, TENOR_E_USAGE, "there is no key or column '%s'", name);
}

/* A name that is misspelt would leave out what was wanted, and nobody would notice in a million records. */
static tenor_status check_fields(batch *b) {
    tenor_string rest = tn_str(b->plan.render.fields), listed;
    while (tn_split(&rest, ',', &listed)) {
        listed = tn_trim(listed);
        if (listed.length == 0 || is_always_there(listed)) continue;
        char *name = tn_alloc(&b->arena, listed.length + 1);
        if (!name) return tn_fail_memory(b->error);
        memcpy(name, listed.data, listed.length);
        name[listed.length] = '\0';
        if (!tn_has_column(&b->plan.columns, name)) return fail_field(b, name);
    }
    return TENOR_OK;
}

/* The caller may have been built with older, shorter structs: what they do not have keeps the default. */
static void set_inner_options(tn_answer_plan *plan, const tenor_batch_options *o) {
    plan->analysis = (tenor_options)TENOR_OPTIONS_INIT;
    plan->render = (tenor_render_options)TENOR_RENDER_OPTIONS_INIT;
    size_t size = o->analysis ? o->analysis->size : 0;
    if (size) memcpy(&plan->analysis, o->analysis, size < sizeof plan->analysis ? size : sizeof plan->analysis);
    plan->analysis.size = sizeof plan->analysis;
    size = o->render ? o->render->size : 0;
    if (size) memcpy(&plan->render, o->render, size < sizeof plan->render ? size : sizeof plan->render);
    plan->render.size = sizeof plan->render;
}

static tenor_status make_plan(batch *b, const tenor_engine *engine, tn_form *form) {
    tn_answer_plan *plan = &b->plan;
    const tenor_batch_options *o = &b->options;
    plan->engine = engine;
    plan->options = o;
    plan->fields = (tn_record_fields){.id = o->id_field,
                                      .text = o->text_field,
                                      .title = o->title_field,
                                      .date = o->date_field,
                                      .lang = o->lang_field,
                                      .targets = o->targets_field,
                                      .merge = o->merge_field,
                                      .all = o->n_keep > 0,
                                      .more = o->keep,
                                      .n_more = o->n_keep};
    for (size_t i = 0; i < o->n_keep; i++) plan->keep_all |= strcmp(o->keep[i], "*") == 0;
    plan->wants_trouble = o->write_error != NULL;
    plan->columns.parts = plan->analysis.parts;
    plan->columns.options = &plan->render;
    plan->columns.merged = o->merge_field != NULL;
    plan->columns.gists = plan->analysis.gists && plan->analysis.parts == TENOR_PART_ALL;
    TN_TRY(set_form(b, form));
    TN_TRY(try_options(b));
    return check_fields(b);
}

static tenor_status check(const tenor_batch_options *o, const char *since, tenor_error *error) {
    if (!o->write) return tn_fail(error, TENOR_E_USAGE, "a batch needs somewhere to write to");
    if (o->shards && (o->shard < 1 || o->shard > o->shards))
        return tn_fail(error, TENOR_E_USAGE, "there is no shard %zu of %zu", o->shard, o->shards);
    if (o->unordered && (o->resume || o->dedup))
        return tn_fail(error, TENOR_E_USAGE, "out of order, a run can neither be resumed nor look for copies");
    if (o->merge_field && o->dedup)
        return tn_fail(error, TENOR_E_USAGE, "digests are not looked through for copies: `tenor dedup` first");
    if (since && !(o->merge_field && o->date_field))
        return tn_fail(error, TENOR_E_USAGE,
                       "--since is about digests of dated records: --merge-field and --date-field");
    return TENOR_OK;
}

static tenor_status open_source(batch *b, tn_form form) {
    const tenor_batch_options *o = &b->options;
    tn_source_options options = {.read = o->read, .read_payload = o->read_payload, .name = o->source, .form = form};
    options.inputs = (tn_inputs_options){.names = o->inputs, .count = o->n_inputs, .list = o->list, .nul = o->list_nul};
    options.inputs.waiting = (tn_stream_options){on_idle, b};
    size_t limit = b->plan.analysis.max_bytes; /* of the text; a record may escape each letter of it, and hold more */
    options.longest = limit && limit < longest_record / 8 ? limit * 4 + 1024 * 1024 : longest_record;
    return tn_source_new(&b->source, &options, b->error);
}

static tenor_status start(batch *b, const tenor_engine *engine) {
    tn_form form;
    set_inner_options(&b->plan, &b->options);
    TN_TRY(check(&b->options, b->plan.analysis.since, b->error));
    TN_TRY(make_plan(b, engine, &form));
    b->awaits_header = b->plan.keep_all && b->plan.columns.separator;
    TN_TRY(open_source(b, form));
    if (b->options.merge_field) TN_TRY(tn_gather_init(&b->gather, b->options.merge_field, next_raw, b, b->error));
    if (b->options.compress) TN_TRY(tn_pack_new(&b->pack, b->options.compress, put_packed, b, b->error));
    if (b->options.dedup) {
        size_t window = b->options.dedup_window ? b->options.dedup_window : DEDUP_WINDOW;
        double threshold = b->options.dedup_threshold > 0 ? b->options.dedup_threshold : 0.5;
        TN_TRY(tn_dedup_new(&b->dedup, window, threshold, b->error));
    }
    b->timing = TN_NEW(&b->arena, tn_timing);
    if (!b->timing) return tn_fail_memory(b->error);
    if (b->options.resume) {
        *b->stats = *b->options.resume;
        b->header_written = b->options.resume->bytes_out > 0;
    }
    return start_ring(b);
}

static void clean_up(batch *b) {
    tn_ring_free(b->ring); /* first: nobody works any more */
    for (size_t i = 0; b->workers && i < b->n_workers; i++) tn_worker_free(&b->workers[i]);
    for (size_t i = 0; b->jobs && i < b->n_jobs; i++) tn_job_free(&b->jobs[i]);
    for (size_t i = 0; i < b->n_held; i++) tn_raw_free(&b->held[i]);
    tn_pack_free(b->pack);
    tn_dedup_free(b->dedup);
    tn_buf_free(&b->marks);
    tn_gather_free(&b->gather);
    tn_source_free(b->source);
    tn_arena_free(&b->arena);
}

tenor_status tenor_batch(const tenor_engine *engine, const tenor_batch_options *given, tenor_batch_stats *stats,
                         tenor_error *error) {
    tenor_batch_stats own;
    batch b = {
        .options = TENOR_BATCH_OPTIONS_INIT, .arena = TN_ARENA_INIT, .stats = stats ? stats : &own, .error = error};
    if (given) memcpy(&b.options, given, given->size < sizeof b.options ? given->size : sizeof b.options);
    *b.stats = (tenor_batch_stats){0};
    tenor_status status = start(&b, engine);
    if (status == TENOR_OK) status = run(&b);
    if (status == TENOR_OK) status = finish(&b);
    if (b.source && b.timing) set_times(&b);
    clean_up(&b);
    return status;
}
