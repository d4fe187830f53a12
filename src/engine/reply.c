/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/reply.h"

#include "engine/envelope.h"

/* The record's id as JSON: its own, or what it is called. */
static void set_id(tn_job *job, const tn_record *record) {
    tn_buf_reset(&job->id);
    if (record->id.form != TN_VALUE_NONE) {
        tn_put_value_json(&job->id, record->id);
        return;
    }
    tn_buf name = TN_BUF_INIT;
    tn_put_raw_name(&name, job->at);
    tn_put_json(&job->id, tn_buf_string(&name));
    job->id.failed |= name.failed;
    tn_buf_free(&name);
}

/* "tenor":{"schema":1,"error":{...}} */
static void put_json_error(tn_buf *out, const tn_job *job) {
    const tenor_error *error = &job->error;
    tn_putf(out, ",\"tenor\":{\"schema\":%d,\"error\":{\"code\":\"%s\",\"source\":", TENOR_SCHEMA,
            tenor_status_name(error->status));
    tn_put_json(out, tn_buf_string(&job->at->source));
    tn_puts(out, ",\"line\":");
    job->at->line ? tn_put_size(out, job->at->line) : tn_puts(out, "null");
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

void tn_reply_begin(tn_job *job, const tn_record *record) {
    set_id(job, record);
    job->line = job->out.length;
    if (job->plan->columns.separator) tn_put_cell_head(job, record);
    else tn_put_json_head(job, record);
    job->splice = job->out.length;
}

tenor_status tn_reply_result(tn_job *job, tn_worker *worker) {
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

/* Where and what: for the run, if it ends with this record. */
static void note_failure(tn_job *job) {
    job->failures[job->error.status]++;
    job->error.line = job->at->line;
    tn_error_source(&job->error, job->at->source.data);
}

void tn_reply_error(tn_job *job) {
    const tn_answer_plan *plan = job->plan;
    note_failure(job);
    if (plan->wants_trouble) {
        tn_puts(&job->trouble, "{\"id\":");
        tn_put_str(&job->trouble, tn_buf_string(&job->id));
        put_json_error(&job->trouble, job);
        tn_puts(&job->trouble, "}\n");
    }
    job->out.length = job->splice; /* what a failed writer left goes */
    if (plan->options->on_error != TENOR_ON_ERROR_EMIT) tn_reply_drop(job);
    else if (plan->columns.separator) put_cell_error(&job->out, job);
    else put_json_error(&job->out, job);
}

void tn_reply_drop(tn_job *job) { job->out.length = job->line; }

void tn_reply_end(tn_job *job) {
    if (job->out.length > job->line) tn_puts(&job->out, job->plan->columns.separator ? "\n" : "}\n");
}
