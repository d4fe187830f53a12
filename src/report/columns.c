/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/columns.h"

#include <stdio.h>

#include "base/span.h"
#include "report/versions.h"

enum { NAME_SIZE = 256 };

/* One pass writes the names of the columns, another the cells: what they have in common cannot differ. */
typedef struct row {
    tn_buf *out;
    const tn_columns *columns;
    bool names;                     /* the header */
    const tenor_document *document; /* NULL: empty cells */
    const tenor_summary *summary;
    const tenor_tone *tone; /* of the topic or the whole text */
    const tenor_topic *topic;
    const tenor_data_info *data;
    size_t n_data;
    tn_buf *text; /* scratch */
} row;

/* ---- the kinds of cells */

/* Writes the separator and, in the header, the name; true when a value is wanted. */
static bool begin(row *r, const char *group, const char *name, bool known) {
    char full[NAME_SIZE];
    (void)snprintf(full, sizeof full, "%s%s", group, name);
    if (!tn_shows_field(r->columns->options, full)) {
        if (strncmp(full, "topic.", 6) != 0 || !r->columns->options->fields) return false;
        if (!tn_shows_field(r->columns->options, "topics")) return false;
    }
    tn_putc(r->out, r->columns->separator);
    if (r->names) tn_put_cell(r->out, tn_str(full), r->columns->separator);
    return !r->names && known;
}

static void cell_text(row *r, const char *group, const char *name, bool known, const char *text) {
    if (begin(r, group, name, known) && text) tn_put_cell(r->out, tn_str(text), r->columns->separator);
}

static void cell_size(row *r, const char *group, const char *name, bool known, size_t value) {
    if (begin(r, group, name, known)) tn_put_size(r->out, value);
}

static void cell_number(row *r, const char *group, const char *name, bool known, double value, unsigned digits) {
    if (begin(r, group, name, known)) tn_put_fixed(r->out, value, digits);
}

/* What has been gathered in the scratch buffer. */
static void cell_scratch(row *r, const char *group, const char *name) {
    if (begin(r, group, name, true)) tn_put_cell(r->out, tn_buf_string(r->text), r->columns->separator);
    r->out->failed |= r->text->failed;
    tn_buf_reset(r->text);
}

/* ---- the columns */

static void put_between(row *r, bool *any) {
    if (*any) tn_putc(r->text, '|');
    *any = true;
}

/* The names of the texts of a digest, "a|b", those of the background apart. */
static void put_sources(row *r, const char *column, bool background) {
    const tenor_document *d = r->document;
    bool any = false;
    for (size_t i = 0; d && i < d->n_sources; i++) {
        if (d->sources[i].background != background) continue;
        put_between(r, &any);
        tn_puts(r->text, d->sources[i].name);
    }
    cell_scratch(r, "", column);
}

/* Of each sentence of the summary, which text it is of, and of when. */
static void put_summary_sources(row *r) {
    const tenor_summary *s = r->document && r->document->n_sources ? r->summary : NULL;
    bool any = false;
    for (size_t i = 0; s && i < s->count; i++) {
        put_between(r, &any);
        tn_puts(r->text, r->document->sources[s->sentences[i]->document].name);
    }
    cell_scratch(r, "", "summary.sources");
    any = false;
    for (size_t i = 0; s && i < s->count; i++) {
        put_between(r, &any);
        tn_put_collapsed(r->text, r->document->sources[s->sentences[i]->document].date);
    }
    cell_scratch(r, "", "summary.dates");
}

static void put_document(row *r) {
    const tenor_document *d = r->document;
    cell_text(r, "", "lang", d, d ? d->lang : NULL);
    cell_text(r, "", "lang_source", d, d ? d->lang_source : NULL);
    cell_size(r, "", "words", d, d ? d->words : 0);
    cell_size(r, "", "sentences", d, d ? d->sentences : 0);
    if (d) tn_put_collapsed(r->text, d->title);
    cell_scratch(r, "", "title");
    if (r->columns->merged) put_sources(r, "sources", false);
    if (r->columns->merged) put_sources(r, "background", true);
    cell_text(r, "", "encoding", d, d ? d->encoding : NULL);
    cell_text(r, "", "encoding_source", d, d ? d->encoding_source : NULL);
    for (size_t i = 0; d && i < d->n_warnings; i++) {
        if (i) tn_putc(r->text, ' ');
        tn_puts(r->text, d->warnings[i]);
    }
    cell_scratch(r, "", "warnings");
    for (size_t i = 0; d && i < r->n_data;) {
        tn_putf(r->text, "%s%s=", i ? " " : "", r->data[i].name);
        i = tn_put_version(r->text, r->data, r->n_data, i);
    }
    cell_scratch(r, "", "lexicons");
}

static void put_summary(row *r) {
    const tenor_summary *s = r->summary;
    cell_text(r, "", "ranker", s, s ? s->ranker : NULL);
    for (size_t i = 0; s && i < s->count; i++) {
        if (i) tn_putc(r->text, ' ');
        tn_put_collapsed(r->text, s->sentences[i]->text);
    }
    cell_scratch(r, "", "summary");
    if (r->columns->merged) put_summary_sources(r);
}

static void put_tone(row *r, const char *group, bool interval) {
    static const tenor_tone none;
    const tenor_tone *tone = r->tone ? r->tone : &none;
    cell_number(r, group, "tension", tone->scored, tone->tension, 1);
    cell_text(r, group, "band", tone->scored, tenor_band_name(tone->band));
    if (interval) {
        cell_number(r, group, "low", tone->scored, tone->low, 1);
        cell_number(r, group, "high", tone->scored, tone->high, 1);
    }
    cell_number(r, group, "intensity", tone->scored, tone->intensity, 1);
    cell_number(r, group, "direction", tone->scored, tone->direction, 2);
    cell_number(r, group, "sentiment", tone->has_sentiment, tone->sentiment, 2);
}

static void put_topic(row *r, const char *name) {
    char group[NAME_SIZE];
    const tenor_topic *topic = r->topic;
    (void)snprintf(group, sizeof group, "topic.%.200s.", name);
    r->tone = topic ? &topic->tone : NULL;
    put_tone(r, group, true);
    cell_size(r, group, "mentions", topic, topic ? topic->mentions : 0);
    cell_size(r, group, "sentences", topic, topic ? topic->sentences : 0);
    cell_size(r, group, "hits", topic, topic ? topic->tone.hits : 0);
    bool evidence = topic && topic->sentences > 0;
    cell_text(r, group, "low_evidence", evidence, evidence && topic->low_evidence ? "true" : "false");
    if (!r->columns->gists) return;
    if (topic && topic->gist) tn_put_collapsed(r->text, topic->gist->text);
    cell_scratch(r, group, "gist");
}

/* `topics` are those of the result; the first are the columns'. */
static void put_row(row *r, const tenor_topic *topics, size_t n_topics) {
    const tn_columns *c = r->columns;
    unsigned parts = c->parts & c->options->parts;
    const tenor_tone *overall = r->tone;
    put_document(r);
    if (parts & TENOR_PART_SUMMARY) put_summary(r);
    if (!(parts & TENOR_PART_TONE)) return;
    put_tone(r, "overall.", false);
    cell_size(r, "overall.", "hits", overall, overall ? overall->hits : 0);
    for (size_t i = 0; i < c->n_topics; i++) {
        r->topic = i < n_topics ? &topics[i] : NULL;
        put_topic(r, c->topics[i]);
    }
}

void tn_put_column_names(tn_buf *out, const tn_columns *columns) {
    tn_buf text = TN_BUF_INIT;
    row r = {.out = out, .columns = columns, .names = true, .text = &text};
    put_row(&r, NULL, 0);
    tn_buf_free(&text);
}

bool tn_has_column(const tn_columns *columns, const char *field) {
    tenor_render_options options = *columns->options;
    tn_columns all = {columns->topics, columns->n_topics, TENOR_PART_ALL, &options, ',',
                      columns->gists,  columns->merged};
    tn_buf names = TN_BUF_INIT;
    options.parts = TENOR_PART_ALL;
    options.fields = field;
    tn_put_column_names(&names, &all);
    bool found = names.length > 0 || names.failed;
    tn_buf_free(&names);
    return found;
}

bool tn_is_column(const tn_columns *columns, tenor_string name) {
    tn_buf names = TN_BUF_INIT, cell = TN_BUF_INIT;
    tn_put_column_names(&names, columns);
    tn_put_cell(&cell, name, columns->separator);
    tenor_string rest = tn_buf_string(&names), one;
    bool found = false;
    while (!found && tn_split(&rest, columns->separator, &one)) found = tn_equal(one, tn_buf_string(&cell));
    tn_buf_free(&names);
    tn_buf_free(&cell);
    return found;
}

void tn_put_columns(tn_buf *out, const tn_columns *columns, const tenor_result *result) {
    tn_buf text = TN_BUF_INIT;
    row r = {.out = out, .columns = columns, .text = &text};
    size_t n_topics = 0;
    const tenor_topic *topics = result ? tenor_result_topics(result, &n_topics) : NULL;
    if (result) {
        r.document = tenor_result_document(result);
        r.summary = tenor_result_summary(result);
        r.tone = tenor_result_overall(result);
        r.data = tenor_result_data(result, &r.n_data);
    }
    put_row(&r, topics, n_topics);
    tn_buf_free(&text);
}
