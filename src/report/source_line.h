/* Which of several texts a sentence is of, for people: "(a.txt, 2018-05-01)". */
#ifndef TN_REPORT_SOURCE_LINE_H
#define TN_REPORT_SOURCE_LINE_H

#include "report/flow.h"

void tn_put_source(tn_buf *out, const tenor_source *source);
void tn_flow_source(tn_flow *flow, const tenor_source *source);

/* How many of the texts are background. */
size_t tn_count_background(const tenor_document *document);

#endif
