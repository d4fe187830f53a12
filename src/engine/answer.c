/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/answer.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "engine/digest.h"
#include "engine/reply.h"

enum { LARGE = 4 * 1024 * 1024 }; /* buffers beyond are not kept for the next record */

static void free_more(tn_job *job) {
    for (size_t i = 0; i < job->room; i++) tn_raw_free(&job->more[i]);
    tn_free(job->more);
    job->more = NULL;
    job->n_more = job->room = 0;
}

size_t tn_job_records(const tn_job *job) { return 1 + job->n_more + job->passed_by; }

size_t tn_job_bytes(const tn_job *job) {
    size_t bytes = job->raw.bytes.length;
    for (size_t i = 0; i < job->n_more; i++) bytes += job->more[i].bytes.length;
    return bytes;
}

void tn_job_shrink(tn_job *job) {
    size_t held = 0;
    for (size_t i = 0; i < job->room; i++) held += sizeof(tn_raw) + job->more[i].bytes.capacity;
    if (held > LARGE / 16) free_more(job);
    job->n_more = job->passed_by = 0;
    job->again = false;
}

void tn_job_free(tn_job *job) {
    free_more(job);
    tn_raw_free(&job->raw);
    tn_buf_free(&job->out);
    tn_buf_free(&job->trouble);
    tn_buf_free(&job->id);
}

tenor_status tn_worker_init(tn_worker *worker, tenor_error *error) {
    *worker = (tn_worker){.arena = TN_ARENA_INIT};
    TN_TRY(tenor_result_new(&worker->result, error));
    return tn_record_reader_new(&worker->reader, error);
}

void tn_worker_free(tn_worker *worker) {
    tenor_result_free(worker->result);
    tn_record_reader_free(worker->reader);
    tn_arena_free(&worker->arena);
}

/* The engine's name of a language, of which a record may give more ("de-AT"); NULL: it has no such language. */
static const char *find_language(const tenor_engine *engine, tenor_string lang) {
    size_t count;
    const tenor_named *languages = tenor_engine_languages(engine, &count);
    size_t length = 0;
    while (length < lang.length && lang.data[length] != '-' && lang.data[length] != '_') length++;
    for (size_t i = 0; i < count; i++)
        if (tn_equal_nocase(tn_str(languages[i].name), tn_slice(lang, 0, length))) return languages[i].name;
    return NULL;
}

/* A record is UTF-8 or it is bad; a file may be in any encoding that can be found out. Both may hold a page. */
tenor_options tn_answer_options(const tn_job *job, const tn_raw *raw, const tn_record *record) {
    tenor_options options = job->plan->analysis;
    options.strict_utf8 = raw->form != TN_FORM_TEXT && raw->form != TN_FORM_HTML;
    if (raw->form == TN_FORM_HTML) options.format = TENOR_FORMAT_HTML;
    if (record->lang.length) options.lang = find_language(job->plan->engine, record->lang);
    options.targets = record->targets;
    options.n_targets = record->n_targets;
    return options;
}

static tenor_status analyze(tn_job *job, tn_worker *worker, const tn_record *record) {
    if (!job->plan->analysis.parts) return TENOR_OK;
    tenor_options options = tn_answer_options(job, &job->raw, record);
    tenor_input input = {.text = record->text, .title = record->title, .source = job->raw.source.data};
    tenor_status status = tenor_analyze(worker->result, job->plan->engine, &input, &options, &job->error);
    if (status == TENOR_OK)
        job->uncovered = tn_has_warning(tenor_result_document(worker->result), "language_not_covered");
    if (status != TENOR_E_USAGE) return status;
    return job->error.status = TENOR_E_WRONG_TYPE; /* the options were found good: it is one of the record's targets */
}

tenor_status tn_answer_read(tn_job *job, tn_worker *worker, const tn_raw *raw, tn_record *record) {
    *record = (tn_record){.text = TN_STR(""), .title = TN_STR("")};
    if (raw->error.status != TENOR_OK) {
        job->error = raw->error;
        return job->error.status;
    }
    TN_TRY(tn_record_read(record, worker->reader, raw, &job->plan->fields, &worker->arena, &job->error));
    size_t most = job->plan->analysis.max_bytes;
    if (most == 0 || record->text.length <= most) return TENOR_OK;
    return tn_fail(&job->error, TENOR_E_TOO_LARGE, "the text has %zu bytes, %zu are allowed", record->text.length,
                   most);
}

/* After a giant, its memory goes back. */
static void shrink(tn_buf *buf) {
    if (buf->capacity > LARGE) tn_buf_free(buf);
    tn_buf_reset(buf);
}

/* What of a page is its story: pages of one site are alike in all the rest. */
static tenor_status find_story(tn_job *job, tn_worker *worker, const tn_record *record, tenor_string *story) {
    *story = record->text;
    if (job->raw.form != TN_FORM_HTML) return TENOR_OK;
    tenor_options options = tn_answer_options(job, &job->raw, record);
    tenor_input input = {.text = record->text, .title = TN_STR(""), .source = job->raw.source.data};
    options.parts = 0;
    TN_TRY(tenor_analyze(worker->result, job->plan->engine, &input, &options, &job->error));
    size_t count, length = 0;
    const tenor_sentence *sentences = tenor_result_sentences(worker->result, &count);
    char *bytes = tn_alloc(&worker->arena, record->text.length + count);
    if (!bytes) return tn_fail_memory(&job->error);
    for (size_t i = 0; i < count && length + sentences[i].text.length < record->text.length + count; i++) {
        memcpy(bytes + length, sentences[i].text.data, sentences[i].text.length);
        length += sentences[i].text.length;
        bytes[length++] = ' ';
    }
    *story = (tenor_string){bytes, length};
    return TENOR_OK;
}

static tenor_status sign(tn_job *job, tn_worker *worker, const tn_record *record) {
    tenor_string story;
    job->signature.empty = true;
    if (!job->plan->options->dedup) return TENOR_OK;
    TN_TRY(find_story(job, worker, record, &story));
    return tn_signature_make(&job->signature, story, &worker->arena) ? TENOR_OK : tn_fail_memory(&job->error);
}

/* What a giant needed goes back to the system, not to the next record. */
static void recover(tn_job *job, tn_worker *worker) {
    tn_worker fresh;
    if (tn_job_bytes(job) <= LARGE) return;
    tenor_error error;
    if (tn_worker_init(&fresh, &error) != TENOR_OK) {
        tn_worker_free(&fresh);
        return; /* then what there is must do */
    }
    tn_worker_free(worker);
    *worker = fresh;
}

static void answer_record(tn_job *job, tn_worker *worker) {
    tn_record record;
    job->at = &job->raw;
    tenor_status status = tn_answer_read(job, worker, &job->raw, &record);
    job->undated = job->plan->fields.date && !record.dated;
    tn_reply_begin(job, &record);
    if (status == TENOR_OK) status = sign(job, worker, &record);
    if (status == TENOR_OK && !job->passed_over) status = analyze(job, worker, &record);
    if (status == TENOR_OK && !job->passed_over) status = tn_reply_result(job, worker);
    if (status != TENOR_OK && !tn_ends_run(status)) tn_reply_error(job);
    if (job->uncovered && job->plan->options->skip_uncovered) tn_reply_drop(job);
    tn_reply_end(job);
}

void tn_answer(void *job_payload, void *worker_payload) {
    tn_job *job = job_payload;
    tn_worker *worker = worker_payload;
    double start = tn_clock();
    tn_arena_reset(&worker->arena);
    shrink(&job->out);
    shrink(&job->trouble);
    job->error.status = TENOR_OK;
    memset(job->failures, 0, sizeof job->failures);
    job->uncovered = job->digest = false;
    job->undated = 0;
    if (job->plan->fields.merge) tn_answer_digest(job, worker);
    else answer_record(job, worker);
    if (job->out.failed || job->trouble.failed || job->id.failed) (void)tn_fail_memory(&job->error);
    recover(job, worker);
    job->seconds = tn_clock() - start;
}
