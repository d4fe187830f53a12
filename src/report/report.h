/* Writers: a result as bytes for people or programs.
 *
 * This layer sees what an outsider sees: the public header. A writer gets a tn_view, the getters' answers side by side,
 * so that tests can hand it one made by hand. It puts everything into a tn_buf; whether memory ran out is asked once,
 * by tenor_render. To add a writer: one file, one row in writers.def.
 */
#ifndef TN_REPORT_REPORT_H
#define TN_REPORT_REPORT_H

#include "base/buf.h"
#include "tenor/tenor.h"

typedef struct tn_view {
    const tenor_document *document;
    const tenor_summary *summary; /* NULL: not asked for */
    const tenor_keyword *keywords;
    size_t n_keywords;
    const tenor_tone *overall;   /* NULL: not asked for, and no topics then */
    const tenor_change *changes; /* of the overall tension */
    size_t n_changes;
    const tenor_topic *topics;
    size_t n_topics;
    const tenor_sentence *sentences;
    size_t n_sentences;
    const tenor_block *blocks;
    size_t n_blocks;
    const tenor_data_info *data;
    size_t n_data;
    tenor_string input; /* what offsets refer to: the text as it was given, or read out of what was given */
} tn_view;

typedef void (*tn_write_report)(tn_buf *out, const tn_view *view, const tenor_render_options *options);

/* tn_write_text, tn_write_json, ... one for each row. */
#define TN_WRITER(name, about) \
    void tn_write_##name(tn_buf *out, const tn_view *view, const tenor_render_options *options);
#include "report/writers.def"
#undef TN_WRITER

/* tenor_render into a buffer. */
tenor_status tn_render(tn_buf *out, const tenor_result *result, const char *writer, const tenor_render_options *options,
                       tenor_error *error);

/* Whether a key of the record is wanted: all are, or it, what it is a part of, or a part of it is listed. */
bool tn_shows_field(const tenor_render_options *options, const char *name);

/* Whether a warning of that name was given. */
bool tn_has_warning(const tenor_document *document, const char *name);

/* Orders pointers to sentences of one text for qsort: best score first, of equals as in the text. */
int tn_compare_scores(const void *x, const void *y);

/* The part is there, and was asked for. */
static inline bool tn_shows_summary(const tn_view *view, const tenor_render_options *options) {
    return view->summary && (options->parts & TENOR_PART_SUMMARY);
}

static inline bool tn_shows_tone(const tn_view *view, const tenor_render_options *options) {
    return view->overall && (options->parts & TENOR_PART_TONE);
}

#endif
