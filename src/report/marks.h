/* A sentence with the words that count marked in it: red and green on a terminal, *so* (tense) and _so_ (easing) in
 * plain text. */
#ifndef TN_REPORT_MARKS_H
#define TN_REPORT_MARKS_H

#include "report/flow.h"

/* `hits` are hits of the sentence, in order. */
void tn_put_marked(tn_flow *flow, const tenor_sentence *sentence, const tenor_hit *hits, size_t n_hits, bool color);

/* Where the hit stands in sentence->text, looked for from `from` on; false: it does not. */
bool tn_mark_place(const tenor_sentence *sentence, const tenor_hit *hit, size_t from, size_t *start);

/* What the marks mean, as one short phrase. */
void tn_put_marks_legend(tn_flow *flow, bool color);

#endif
