/* The table of topics that `brief` and `score` print, and the first lines of every report.
 *
 *   TENSION                     0        50       100  90 % CI    named
 *     Ukraine         94  severe ███████████████████░  78–99    ↑     7
 *       annexation, skirmishes, insurgency                                 the phrases that did most
 *     Space            3? calm   █░░░░░░░░░░░░░░░░░░░  0–40     ↓     5    ? little evidence
 *
 * On a narrow page a topic takes two lines, and its phrases a third.
 */
#ifndef TN_REPORT_TENSION_TABLE_H
#define TN_REPORT_TENSION_TABLE_H

#include "base/arena.h"
#include "report/report.h"

/* The scored topics, most tense first; the order of the view among equals. NULL: out of memory. */
const tenor_topic **tn_topics_by_tension(const tn_view *view, tn_arena *arena, size_t *count);

/* Where the direction points: up is escalating. */
const char *tn_arrow(double direction);

/* Title and counts, the first lines of every report. */
void tn_put_heading(tn_buf *out, const tn_view *view, const tenor_render_options *options);

/* The document has no sentence: says why and returns true. */
bool tn_put_nothing_to_read(tn_buf *out, const tn_view *view);

void tn_put_tension_table(tn_buf *out, const tn_view *view, const tenor_render_options *options);

#endif
