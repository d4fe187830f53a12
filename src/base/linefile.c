/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/linefile.h"

#include <stdarg.h>
#include <stdio.h>

tn_lines tn_lines_of(tenor_string bytes, const char *source) {
    if (bytes.length >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0) bytes = tn_slice(bytes, 3, bytes.length);
    return (tn_lines){.rest = bytes, .source = source};
}

static bool says_nothing(tenor_string line) {
    if (line.length == 0) return true;
    return line.data[0] == '#' && !(line.length > 1 && line.data[1] == '!');
}

bool tn_lines_next(tn_lines *lines) {
    tenor_string line;
    while (tn_split(&lines->rest, '\n', &line)) {
        lines->number++;
        size_t end = line.length;
        while (end > 0 && tn_is_space(line.data[end - 1])) end--;
        lines->text = tn_slice(line, 0, end);
        if (!says_nothing(lines->text)) return true;
    }
    return false;
}

/* Characters, not bytes: a continuation byte (10xxxxxx) begins none. */
static size_t characters(const char *from, const char *to) {
    size_t n = 0;
    for (; from < to; from++)
        if (((unsigned char)*from & 0xC0) != 0x80) n++;
    return n;
}

tenor_status tn_lines_fail(const tn_lines *lines, tenor_string at, tenor_error *error, const char *format, ...) {
    if (!error) return TENOR_E_DATA;
    *error = (tenor_error){.status = TENOR_E_DATA, .line = lines->number};
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    tn_error_source(error, lines->source);
    error->column = 1 + characters(lines->text.data, at.data);
    (void)snprintf(error->excerpt, sizeof error->excerpt, "%.*s",
                   (int)(lines->text.length < 250 ? lines->text.length : 250), lines->text.data);
    return TENOR_E_DATA;
}
