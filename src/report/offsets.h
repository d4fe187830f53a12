/* Byte offsets of the input as offsets in characters.
 *
 * A cursor that remembers where it was: ascending offsets cost one pass over the text in all. A byte that is no part of
 * a UTF-8 character counts as one, as the U+FFFD that replaces it does.
 */
#ifndef TN_REPORT_OFFSETS_H
#define TN_REPORT_OFFSETS_H

#include "tenor/tenor.h"

typedef struct tn_offsets {
    tenor_string text;
    bool chars; /* false: offsets stay bytes */
    size_t byte, character;
} tn_offsets;

size_t tn_offset(tn_offsets *offsets, size_t byte);

/* The same for the number of a line, from 1. */
typedef struct tn_line_cursor {
    tenor_string text;
    size_t byte, newlines; /* before `byte` */
} tn_line_cursor;

size_t tn_line_at(tn_line_cursor *cursor, size_t byte);

#endif
