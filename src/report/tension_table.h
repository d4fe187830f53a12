/* The table of topics that `brief` and `score` print, and the pieces of it that `explain` uses too. */
#ifndef TN_REPORT_TENSION_TABLE_H
#define TN_REPORT_TENSION_TABLE_H

#include "base/arena.h"
#include "report/report.h"

/* The scored topics, most tense first; the order of the view among equals. NULL: out of memory. */
const tenor_topic **tn_topics_by_tension(const tn_view *view, tn_arena *arena, size_t *count);

/* "U+2197" and its kin: where the direction points. */
const char *tn_arrow(double direction);

/* "58–83" */
void tn_put_interval(tn_buf *out, const tenor_tone *tone);

/* "6 mentions", "1 mention" */
void tn_put_count(tn_buf *out, size_t count, const char *one, const char *many);

/* Width of the column of names in this view, within what the page allows. */
size_t tn_name_column(const tn_view *view, size_t page_width);

/* A name cut to `width` columns with an ellipsis, and filled up with spaces. */
void tn_put_name(tn_buf *out, const char *name, size_t width);

/* Under this many columns the table is narrow: two lines a topic. */
enum { TN_WIDE_PAGE = 76 };

/* Title and counts, the first lines of every report. */
void tn_put_heading(tn_buf *out, const tn_view *view, const tenor_render_options *options);

/* The document has no sentence: says why and returns true. */
bool tn_put_nothing_to_read(tn_buf *out, const tn_view *view);

void tn_put_tension_table(tn_buf *out, const tn_view *view, const tenor_render_options *options);

#endif
