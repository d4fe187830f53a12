/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/answer.h"

#include "base/clock.h"
#include "engine/envelope.h"

enum { LARGE = 4 * 1024 * 1024 }; /* buffers beyond are not kept for the next record */

void tn_job_free(tn_job *job) {
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

/* ---- the answer */

/* The record's id as JSON: its own, else the file's name, with the line where the file holds more than one. */
static void set_id(tn_job *job, const tn_record *record) {
    tn_buf_reset(&job->id);
    if (record->id.form != TN_VALUE_NONE) {
        tn_put_value_json(&job->id, record->id);
        return;
    }
    tn_put_json(&job->id, tn_buf_string(&job->raw.source));
    if (job->raw.line == 0 || job->id.failed) return;
    job->id.length--; /* the closing quotation mark */
    tn_putc(&job->id, '#');
    tn_put_size(&job->id, job->raw.line);
    tn_putc(&job->id, '"');
}

/* "tenor":{"schema":1,"error":{...}} */
static void put_json_error(tn_buf *out, const tn_job *job) {
    const tenor_error *error = &job->error;
    tn_putf(out, ",\"tenor\":{\"schema\":%d,\"error\":{\"code\":\"%s\",\"source\":", TENOR_SCHEMA,
            tenor_status_name(error->status));
    tn_put_json(out, tn_buf_string(&job->raw.source));
    tn_puts(out, ",\"line\":");
    job->raw.line ? tn_put_size(out, job->raw.line) : tn_puts(out, "null");
    tn_puts(out, ",\"offset\":");
    tn_put_size(out, error->offset);
    tn_puts(out, ",\"message\":");
    tn_put_json(out, tn_str(error->message));
    tn_puts(out, "}}");
}

static void put_cell_error(tn_buf *out, const tn_job *job) {
    char separator = job->plan->columns.separator;
    tn_putc(out, separator);
    tn_puts(out, tenor_status_name(job->error.status));
    tn_putc(out, separator);
    tn_put_cell(out, tn_str(job->error.message), separator);
    if (job->plan->analysis.parts) tn_put_columns(out, &job->plan->columns, NULL);
}

static tenor_status put_result(tn_job *job, tn_worker *worker) {
    const tn_answer_plan *plan = job->plan;
    char separator = plan->columns.separator;
    if (separator) {
        tn_putc(&job->out, separator); /* no error: two empty cells */
        tn_putc(&job->out, separator);
        if (plan->analysis.parts) tn_put_columns(&job->out, &plan->columns, worker->result);
        return TENOR_OK;
    }
    if (!plan->analysis.parts) return TENOR_OK;
    tn_puts(&job->out, ",\"tenor\":");
    return tn_render(&job->out, worker->result, "json", &plan->render, &job->error);
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

static bool has_warning(const tenor_document *document, const char *name) {
    for (size_t i = 0; i < document->n_warnings; i++)
        if (strcmp(document->warnings[i], name) == 0) return true;
    return false;
}

/* A record is UTF-8 or it is bad; a file may be in any encoding that can be found out. Both may hold a page. */
static tenor_options options_of(const tn_job *job, const tn_record *record) {
    tenor_options options = job->plan->analysis;
    options.strict_utf8 = job->raw.form != TN_FORM_TEXT && job->raw.form != TN_FORM_HTML;
    if (job->raw.form == TN_FORM_HTML) options.format = TENOR_FORMAT_HTML;
    if (record->lang.length) options.lang = find_language(job->plan->engine, record->lang);
    options.targets = record->targets;
    options.n_targets = record->n_targets;
    return options;
}

static tenor_status analyze(tn_job *job, tn_worker *worker, const tn_record *record) {
    if (!job->plan->analysis.parts) return TENOR_OK;
    tenor_options options = options_of(job, record);
    tenor_input input = {.text = record->text, .title = record->title, .source = job->raw.source.data};
    tenor_status status = tenor_analyze(worker->result, job->plan->engine, &input, &options, &job->error);
    if (status == TENOR_OK) job->uncovered = has_warning(tenor_result_document(worker->result), "language_not_covered");
    if (status != TENOR_E_USAGE) return status;
    return job->error.status = TENOR_E_WRONG_TYPE; /* the options were found good: it is one of the record's targets */
}

static tenor_status read_record(tn_job *job, tn_worker *worker, tn_record *record) {
    *record = (tn_record){.text = TN_STR(""), .title = TN_STR("")};
    if (job->raw.error.status != TENOR_OK) {
        job->error = job->raw.error;
        return job->error.status;
    }
    TN_TRY(tn_record_read(record, worker->reader, &job->raw, &job->plan->fields, &worker->arena, &job->error));
    size_t most = job->plan->analysis.max_bytes;
    if (most == 0 || record->text.length <= most) return TENOR_OK;
    return tn_fail(&job->error, TENOR_E_TOO_LARGE, "the text has %zu bytes, %zu are allowed", record->text.length,
                   most);
}

/* The error record, on its own and, unless bad records are skipped, in place. */
static void answer_error(tn_job *job) {
    const tn_answer_plan *plan = job->plan;
    bool emitted = plan->options->on_error == TENOR_ON_ERROR_EMIT;
    if (plan->wants_trouble) {
        tn_puts(&job->trouble, "{\"id\":");
        tn_put_str(&job->trouble, tn_buf_string(&job->id));
        put_json_error(&job->trouble, job);
        tn_puts(&job->trouble, "}\n");
    }
    job->out.length = emitted ? job->splice : 0; /* what a failed writer left goes */
    if (!emitted) return;
    if (plan->columns.separator) put_cell_error(&job->out, job);
    else put_json_error(&job->out, job);
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
    tenor_options options = options_of(job, record);
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
    if (job->raw.bytes.length <= LARGE) return;
    tenor_error error;
    if (tn_worker_init(&fresh, &error) != TENOR_OK) {
        tn_worker_free(&fresh);
        return; /* then what there is must do */
    }
    tn_worker_free(worker);
    *worker = fresh;
}

void tn_answer(void *job_payload, void *worker_payload) {
    tn_job *job = job_payload;
    tn_worker *worker = worker_payload;
    tn_record record;
    double start = tn_clock();
    tn_arena_reset(&worker->arena);
    shrink(&job->out);
    shrink(&job->trouble);
    job->error.status = TENOR_OK;
    job->uncovered = job->undated = false;
    tenor_status status = read_record(job, worker, &record);
    job->undated = job->plan->fields.date && !record.dated;
    set_id(job, &record);
    if (job->plan->columns.separator) tn_put_cell_head(job, &record);
    else tn_put_json_head(job, &record);
    job->splice = job->out.length;
    if (status == TENOR_OK) status = sign(job, worker, &record);
    if (status == TENOR_OK && !job->passed_over) status = analyze(job, worker, &record);
    if (status == TENOR_OK && !job->passed_over) status = put_result(job, worker);
    if (status != TENOR_OK && !tn_ends_run(status)) answer_error(job);
    if (job->uncovered && job->plan->options->skip_uncovered) job->out.length = 0;
    if (job->out.length) tn_puts(&job->out, job->plan->columns.separator ? "\n" : "}\n");
    if (job->out.failed || job->trouble.failed || job->id.failed) (void)tn_fail_memory(&job->error);
    recover(job, worker);
    job->seconds = tn_clock() - start;
}
