/* Text from outside, made safe to show on a terminal.
 *
 * An article may contain anything. What would move the cursor, change colours or turn the direction of reading round
 * does not get through: control characters (C0, DEL, C1), CSI sequences ("ESC [ 31 m"), bidirectional controls, tags
 * and soft hyphens are dropped, and a byte that is no part of a character shows as U+FFFD. White space of any kind
 * is one space.
 */
#ifndef TN_REPORT_ESCAPE_H
#define TN_REPORT_ESCAPE_H

#include <stdint.h>

#include "base/buf.h"

typedef struct tn_glyph {
    tenor_string bytes; /* what to write; borrowed from the text, or a constant */
    uint32_t code;
    size_t at;  /* where in the text it begins */
    bool space; /* white space */
} tn_glyph;

/* The next character to show at or after *at, which then stands behind it; false at the end. */
bool tn_glyph_next(tenor_string text, size_t *at, tn_glyph *glyph);

/* The text with runs of white space as one space and none at the ends. */
void tn_put_clean(tn_buf *out, tenor_string text);

#endif
