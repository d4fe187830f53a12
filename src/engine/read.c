/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From inputs to a tn_doc: one text, or several as one. With the option `since` those dated before are set apart, as
 * what is known already.
 *
 *   inputs     a (April)    b (May)    c (no date)        since May 1
 *   sources    a            b          c                  as published
 *   a->past    [a]
 *   a->doc      b, c        source_of [1, 2]
 */
#include "base/date.h"
#include "engine/publish.h"
#include "text/build.h"
#include "text/join.h"

/* Several inputs at work. */
typedef struct reader {
    tn_analysis *a;
    const tenor_engine *engine;
    const tn_text_model *model;
    const tenor_options *options;
    tn_known *known; /* words of earlier texts */
    tn_date since;
    bool update; /* there is a `since` */
    tenor_error *error;
} reader;

static tenor_status read_text(const reader *r, tn_doc *doc, const tenor_input *input) {
    const tenor_options *options = r->options;
    tn_doc_input text = {.text = input->text,
                         .title = input->title,
                         .source = input->source,
                         .strict_utf8 = options->strict_utf8,
                         .format = options->format,
                         .encoding = options->encoding,
                         .max_bytes = options->max_bytes,
                         .gate = options->lang ? NULL : &r->engine->gate,
                         .known = r->known};
    return tn_doc_build(doc, &text, r->model, r->a->arena, r->error);
}

/* ---- when it was written ---- */

/* Without the words before it: "Published Tue, 1 May 2018" says when as "1 May 2018" does. */
static tenor_string without_label(tenor_string line, const tn_date *date) {
    for (tenor_string rest = line, word; tn_split(&rest, ' ', &word) && rest.data;) {
        tn_date same;
        if (!tn_date_read(&same, rest) || same.day != date->day || same.timed != date->timed) break;
        line = rest;
    }
    return line;
}

/* Of a text that is no page, a line of nothing but a date, as far as it stands above the story. */
static tenor_string line_of_date(const tn_doc *doc) {
    tn_date date;
    for (size_t i = 0; i < doc->n_blocks && doc->blocks[i].role != TENOR_ROLE_BODY; i++) {
        tenor_string line = tn_doc_text(doc, doc->blocks[i].start, doc->blocks[i].end);
        bool aside = doc->blocks[i].role == TENOR_ROLE_BOILERPLATE || doc->blocks[i].role == TENOR_ROLE_BYLINE;
        if (aside && tn_date_read(&date, line)) return without_label(line, &date);
    }
    return TN_STR("");
}

static tenor_string date_of(const tenor_input *input, const tn_doc *doc) {
    if (input->date.length) return input->date;
    return doc->origin.date.length ? doc->origin.date : line_of_date(doc);
}

/* A text without a date that can be understood counts as new. */
static bool is_past(reader *r, tenor_string stated) {
    tn_date date;
    if (!r->update) return false;
    if (tn_date_read(&date, stated)) return tn_date_before(&date, &r->since);
    r->a->date_missing = true;
    return false;
}

/* ---- all of them ---- */

static tenor_status read_source(reader *r, size_t index, const tenor_input *input, tn_doc *docs) {
    tn_analysis *a = r->a;
    tenor_source *source = &a->sources[index];
    tn_doc *doc = &docs[a->n_docs];
    tenor_status status = read_text(r, doc, input);
    if (status != TENOR_OK && input->source) tn_error_source(r->error, input->source);
    if (status != TENOR_OK) return status;
    const char *name = input->source ? input->source : input->id ? input->id : "";
    *source = (tenor_source){.name = name, .date = date_of(input, doc), .text = doc->origin.text};
    source->background = is_past(r, source->date);
    if (source->background) a->past[a->n_past++] = *doc;
    else a->source_of[a->n_docs++] = index;
    return TENOR_OK;
}

/* When all is known already, there is still a document: without a word. */
static tenor_status join(const reader *r, tn_doc *docs) {
    tn_analysis *a = r->a;
    const tenor_input nothing = {.text = TN_STR(""), .title = TN_STR("")};
    a->nothing_new = a->n_docs == 0;
    if (a->nothing_new) return read_text(r, &a->doc, &nothing);
    return tn_doc_join(&a->doc, docs, a->n_docs, a->arena, r->error);
}

static tenor_status read_sources(reader *r, const tenor_input *inputs, size_t n) {
    tn_analysis *a = r->a;
    if (n == 0) return tn_fail(r->error, TENOR_E_USAGE, "there is no text");
    tn_doc *docs = TN_NEW_ARRAY(a->arena, n, tn_doc);
    a->sources = TN_NEW_ARRAY(a->arena, n, tenor_source);
    a->source_of = TN_NEW_ARRAY(a->arena, n, size_t);
    a->past = TN_NEW_ARRAY(a->arena, r->update ? n : 0, tn_doc);
    if (!docs || !a->sources || !a->source_of || !a->past) return tn_fail_memory(r->error);
    a->n_sources = n;
    for (size_t i = 0; i < n; i++) TN_TRY(read_source(r, i, &inputs[i], docs));
    return join(r, docs);
}

tenor_status tn_read_texts(tn_analysis *a, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                           const tenor_options *options, tn_known *known, tenor_error *error) {
    reader r = {.a = a, .engine = engine, .options = options, .known = known, .error = error};
    r.update = options->since != NULL;
    r.model = tn_engine_language(engine, options->lang ? options->lang : "en");
    if (!r.model) return tn_fail(error, TENOR_E_USAGE, "there is no model of the language '%s'", options->lang);
    if (r.update && !tn_date_read(&r.since, tn_str(options->since)))
        return tn_fail(error, TENOR_E_USAGE, "a date such as 2018-05-01 is needed, not '%s'", options->since);
    return a->several ? read_sources(&r, inputs, n) : read_text(&r, &a->doc, inputs);
}
