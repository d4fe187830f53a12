/* The words that did most to make a topic's number. */
#ifndef TN_REPORT_PHRASES_H
#define TN_REPORT_PHRASES_H

#include "report/report.h"

/* Writes the strongest phrases, comma between them, as many as fit in `width` columns; returns the columns used. */
size_t tn_put_phrases(tn_buf *out, const tenor_evidence *evidence, size_t n_evidence, size_t width, bool color);

#endif
