/* A result made by hand: two sentences, two topics, no engine. */
#ifndef TESTS_UNIT_REPORT_VIEW_H
#define TESTS_UNIT_REPORT_VIEW_H

#include "base/span.h"
#include "report/report.h"

/* A view in which nothing is missing; the tests change their copy. */
tn_view view_of_two_sentences(void);

tenor_render_options plain_options(void);

/* What a writer makes of a view, as a C string, to be freed with tn_buf_free. */
tn_buf written(tn_write_report write, const tn_view *view, const tenor_render_options *options);

/* The longest line in columns. */
size_t widest_line(const tn_buf *text);

#endif
