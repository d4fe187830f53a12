/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/span.h"
#include "report/report.h"

static const tn_write_report functions[] = {
#define TN_WRITER(name, about) tn_write_##name,
#include "report/writers.def"
#undef TN_WRITER
};

static const tenor_named names[] = {
#define TN_WRITER(name, about) {#name, about},
#include "report/writers.def"
#undef TN_WRITER
};

enum { WRITERS = sizeof names / sizeof *names };

const tenor_named *tenor_writers(size_t *count) {
    *count = WRITERS;
    return names;
}

static tn_write_report writer_of(const char *name) {
    for (size_t i = 0; i < WRITERS; i++)
        if (strcmp(names[i].name, name) == 0) return functions[i];
    return NULL;
}

static tn_view view_of(const tenor_result *result) {
    tn_view view = {.document = tenor_result_document(result),
                    .summary = tenor_result_summary(result),
                    .overall = tenor_result_overall(result)};
    view.input = view.document ? view.document->text : TN_STR("");
    view.changes = tenor_result_changes(result, &view.n_changes);
    view.topics = tenor_result_topics(result, &view.n_topics);
    view.sentences = tenor_result_sentences(result, &view.n_sentences);
    view.blocks = tenor_result_blocks(result, &view.n_blocks);
    view.keywords = tenor_result_keywords(result, &view.n_keywords);
    view.data = tenor_result_data(result, &view.n_data);
    return view;
}

/* The caller may have been built with an older, shorter struct: what it does not have keeps the default. */
static tenor_render_options complete(const tenor_render_options *given) {
    tenor_render_options options = TENOR_RENDER_OPTIONS_INIT;
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    if (options.width == 0) options.width = 80;
    return options;
}

static bool has_topic(const tn_view *view, const char *name) {
    for (size_t i = 0; i < view->n_topics; i++)
        if (strcmp(view->topics[i].name, name) == 0) return true;
    return false;
}

static bool is_part_of(tenor_string part, tenor_string whole) {
    return part.length > whole.length && part.data[whole.length] == '.' &&
           tn_equal(tn_slice(part, 0, whole.length), whole);
}

bool tn_shows_field(const tenor_render_options *options, const char *name) {
    tenor_string rest = tn_str(options->fields), listed, field = tn_str(name);
    if (!rest.data) return true;
    while (tn_split(&rest, ',', &listed)) {
        listed = tn_trim(listed);
        if (tn_equal(listed, field) || is_part_of(listed, field) || is_part_of(field, listed)) return true;
    }
    return false;
}

tenor_status tn_render(tn_buf *out, const tenor_result *result, const char *writer, const tenor_render_options *given,
                       tenor_error *error) {
    tn_write_report write_report = writer_of(writer);
    if (!write_report) return tn_fail(error, TENOR_E_USAGE, "no writer is called '%s'", writer);
    tn_view view = view_of(result);
    if (!view.document) return tn_fail(error, TENOR_E_USAGE, "there is no result to write");
    tenor_render_options options = complete(given);
    if (options.topic && !has_topic(&view, options.topic))
        return tn_fail(error, TENOR_E_USAGE, "the result has no topic '%s'", options.topic);
    write_report(out, &view, &options);
    return out->failed ? tn_fail_memory(error) : TENOR_OK;
}

tenor_status tenor_render(const tenor_result *result, const char *writer, const tenor_render_options *options,
                          tenor_write_fn write, void *payload, tenor_error *error) {
    tn_buf out = TN_BUF_INIT;
    tenor_status status = tn_render(&out, result, writer, options, error);
    if (status == TENOR_OK && !write(out.data ? out.data : "", out.length, payload))
        status = tn_fail(error, TENOR_E_IO, "the output could not be written");
    tn_buf_free(&out);
    return status;
}

bool tn_has_warning(const tenor_document *document, const char *name) {
    for (size_t i = 0; i < document->n_warnings; i++)
        if (strcmp(document->warnings[i], name) == 0) return true;
    return false;
}

int tn_compare_scores(const void *x, const void *y) {
    const tenor_sentence *a = *(const tenor_sentence *const *)x, *b = *(const tenor_sentence *const *)y;
    if (a->score != b->score) return a->score < b->score ? 1 : -1;
    return a < b ? -1 : a > b;
}
