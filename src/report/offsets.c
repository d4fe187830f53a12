/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/offsets.h"

#include <string.h>

#include "base/utf8.h"

size_t tn_offset(tn_offsets *offsets, size_t byte) {
    if (!offsets->chars) return byte;
    if (byte < offsets->byte) offsets->byte = offsets->character = 0;
    tenor_string text = offsets->text;
    while (offsets->byte < byte && offsets->byte < text.length) {
        size_t n = tn_utf8_length(text.data + offsets->byte, text.length - offsets->byte);
        offsets->byte += n ? n : 1;
        offsets->character++;
    }
    return offsets->character;
}

size_t tn_line_at(tn_line_cursor *cursor, size_t byte) {
    tenor_string text = cursor->text;
    if (byte > text.length) byte = text.length;
    if (byte < cursor->byte) cursor->byte = cursor->newlines = 0;
    while (cursor->byte < byte) {
        const char *newline = memchr(text.data + cursor->byte, '\n', byte - cursor->byte);
        cursor->newlines += newline != NULL;
        cursor->byte = newline ? (size_t)(newline - text.data) + 1 : byte;
    }
    return cursor->newlines + 1;
}
