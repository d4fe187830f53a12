/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/envelope.h"

/* ---- which fields, and what they are called */

/* What stands first already is not repeated among the fields kept. */
static bool is_ahead(const tn_answer_plan *plan, const tn_field *field) {
    const char *id = plan->options->id_field, *date = plan->options->date_field;
    return (id && tn_field_is(field, tn_str(id))) || (date && tn_field_is(field, tn_str(date)));
}

static bool is_ahead_name(const tn_answer_plan *plan, const char *name) {
    tn_field field = {{tn_str(name), TN_VALUE_PLAIN, 0}, {TN_STR(""), TN_VALUE_NONE, 0}};
    return is_ahead(plan, &field);
}

/* Made anew: what an earlier run of tenor wrote is not passed on. */
static bool is_replaced(const tn_answer_plan *plan, const tn_field *field) {
    if (tn_field_is(field, TN_STR("tenor"))) return true;
    return plan->options->dedup && (tn_field_is(field, TN_STR("dup_of")) || tn_field_is(field, TN_STR("cluster")));
}

static bool is_kept(const tn_answer_plan *plan, const tn_field *field) {
    if (is_replaced(plan, field) || is_ahead(plan, field)) return false;
    for (size_t i = 0; i < plan->options->n_keep; i++)
        if (plan->keep_all || tn_field_is(field, tn_str(plan->options->keep[i]))) return true;
    return false;
}

/* "id" and "date" stand first in every answer. */
static bool is_taken(const tn_answer_plan *plan, tenor_string name) {
    return tn_equal(name, TN_STR("id")) || (plan->fields.date && tn_equal(name, TN_STR("date")));
}

static bool is_taken_column(const tn_answer_plan *plan, tenor_string name) {
    static const char *const errors[] = {"error.code", "error.message"};
    if (is_taken(plan, name)) return true;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (tn_equal(name, tn_str(errors[i]))) return true;
    return plan->analysis.parts && tn_is_column(&plan->columns, name);
}

/* ---- JSON */

static void put_name(tn_job *job, const tn_field *field) {
    static const char *const names[] = {"id", "date"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (tn_field_is(field, tn_str(names[i])) && is_taken(job->plan, tn_str(names[i]))) {
            tn_putf(&job->out, "\"kept.%s\"", names[i]);
            return;
        }
    tn_put_value_json(&job->out, field->name);
}

void tn_put_json_head(tn_job *job, const tn_record *record) {
    tn_puts(&job->out, "{\"id\":");
    tn_put_str(&job->out, tn_buf_string(&job->id));
    if (job->plan->fields.date) {
        tn_puts(&job->out, ",\"date\":");
        tn_put_value_json(&job->out, record->date);
    }
    for (size_t i = 0; i < record->n_fields; i++) {
        if (!is_kept(job->plan, &record->fields[i])) continue;
        tn_putc(&job->out, ',');
        put_name(job, &record->fields[i]);
        tn_putc(&job->out, ':');
        tn_put_value_json(&job->out, record->fields[i].value);
    }
}

/* ---- cells */

/* The last field of that name. */
static const tn_value *find_field(const tn_record *record, tenor_string name) {
    for (size_t i = record->n_fields; i > 0; i--)
        if (tn_field_is(&record->fields[i - 1], name)) return &record->fields[i - 1].value;
    return NULL;
}

static bool is_kept_column(const tn_answer_plan *plan, size_t i) {
    tn_field name = {{plan->kept->names.at[i], TN_VALUE_PLAIN, 0}, {TN_STR(""), TN_VALUE_NONE, 0}};
    return is_kept(plan, &name);
}

/* Whether the i-th field that is named is a column of its own, and not one that comes first anyhow. */
static bool is_named_column(const tn_answer_plan *plan, size_t i) {
    return !plan->keep_all && !is_ahead_name(plan, plan->options->keep[i]);
}

/* The record's value for the i-th column kept; NULL: it has none. */
static const tn_value *find_column(const tn_job *job, const tn_record *record, size_t i) {
    if (job->at->header == job->plan->kept) return i < record->n_fields ? &record->fields[i].value : NULL;
    return find_field(record, job->plan->kept->names.at[i]);
}

static void put_cell(tn_job *job, const tn_value *value) {
    tn_putc(&job->out, job->plan->columns.separator);
    if (value) tn_put_value_cell(&job->out, *value, job->plan->columns.separator);
}

void tn_put_cell_head(tn_job *job, const tn_record *record) {
    const tn_answer_plan *plan = job->plan;
    tn_value id = record->id.form != TN_VALUE_NONE ? record->id : (tn_value){tn_buf_string(&job->id), TN_VALUE_JSON, 0};
    tn_put_value_cell(&job->out, id, plan->columns.separator);
    if (plan->fields.date) put_cell(job, &record->date);
    for (size_t i = 0; plan->kept && i < plan->kept->names.count; i++)
        if (is_kept_column(plan, i)) put_cell(job, find_column(job, record, i));
    for (size_t i = 0; i < plan->options->n_keep; i++)
        if (is_named_column(plan, i)) put_cell(job, find_field(record, tn_str(plan->options->keep[i])));
}

static void put_column_name(tn_buf *out, const tn_answer_plan *plan, tenor_string name) {
    tn_buf full = TN_BUF_INIT;
    if (is_taken_column(plan, name)) tn_puts(&full, "kept.");
    tn_put_str(&full, name);
    tn_putc(out, plan->columns.separator);
    tn_put_cell(out, tn_buf_string(&full), plan->columns.separator);
    out->failed |= full.failed;
    tn_buf_free(&full);
}

void tn_put_answer_header(tn_buf *out, const tn_answer_plan *plan) {
    char separator = plan->columns.separator;
    if (!separator) return;
    tn_puts(out, "id");
    if (plan->fields.date) tn_putf(out, "%cdate", separator);
    for (size_t i = 0; plan->kept && i < plan->kept->names.count; i++)
        if (is_kept_column(plan, i)) put_column_name(out, plan, plan->kept->names.at[i]);
    for (size_t i = 0; i < plan->options->n_keep; i++)
        if (is_named_column(plan, i)) put_column_name(out, plan, tn_str(plan->options->keep[i]));
    if (plan->options->dedup) tn_putf(out, "%cdup_of%ccluster", separator, separator);
    tn_putf(out, "%cerror.code%cerror.message", separator, separator);
    if (plan->analysis.parts) tn_put_column_names(out, &plan->columns);
    tn_putc(out, '\n');
}
