/* Running text, wrapped at the width of the page with a hanging indent.
 *
 *   tn_flow flow = tn_flow_at(out, 80, 6, 6);       80 columns, continuation lines indented by 6, now in column 6
 *   tn_flow_text(&flow, sentence);
 *   tn_flow_end(&flow);
 *
 *       1  With a sweeping cut in the number of diplomats,
 *          the president has raised the stakes.
 *
 * Lines break at white space, around wide characters (which are written without spaces), and inside a word only when
 * it is longer than a whole line. The text goes straight into `out`; when a word turns out not to fit, the line end is
 * put in before it.
 */
#ifndef TN_REPORT_FLOW_H
#define TN_REPORT_FLOW_H

#include "base/buf.h"
#include "report/escape.h"
#include "report/style.h"

typedef struct tn_flow {
    tn_buf *out;
    size_t width, indent;
    size_t column;
    bool empty;          /* nothing but the indent on this line */
    bool space;          /* white space seen and not yet written */
    bool can_break;      /* on this line: */
    size_t break_at;     /* byte of out where the line may end, */
    size_t break_skip;   /* how many bytes (a space) go then, */
    size_t break_column; /* and in which column what follows began */
} tn_flow;

tn_flow tn_flow_at(tn_buf *out, size_t width, size_t indent, size_t column);

void tn_flow_text(tn_flow *flow, tenor_string text);
void tn_flow_puts(tn_flow *flow, const char *text);
void tn_flow_number(tn_flow *flow, double value, unsigned digits);
void tn_flow_glyph(tn_flow *flow, const tn_glyph *glyph);

/* Writes white space that waits, so that what comes next belongs to the next word. */
void tn_flow_ready(tn_flow *flow);

/* "+0.44", "-3.60" */
void tn_flow_signed(tn_flow *flow, double value, unsigned digits);

/* "6 mentions", "1 mention" */
void tn_flow_count(tn_flow *flow, size_t count, const char *one, const char *many);

/* Ends the line. */
void tn_flow_end(tn_flow *flow);

#endif
