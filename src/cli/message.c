/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/span.h"
#include "base/utf8.h"

static void put_visible(tn_buf *out, tenor_string text, bool lines) {
    while (text.length) {
        size_t n = tn_utf8_length(text.data, text.length);
        uint32_t c = n ? tn_utf8_decode(text.data, n) : 0;
        bool kept = c == '\t' || (lines && c == '\n');
        if (n == 0 || (tn_is_control(c) && !kept) || tn_is_turning(c)) tn_putc(out, '?');
        else tn_put(out, text.data, n);
        text = tn_slice(text, n ? n : 1, text.length);
    }
}

void tn_put_visible(tn_buf *out, const char *text) { put_visible(out, tn_str(text), false); }

void tn_make_visible(tn_buf *lines) {
    tn_buf made = TN_BUF_INIT;
    put_visible(&made, tn_buf_string(lines), true);
    made.failed |= lines->failed;
    tn_buf_free(lines);
    *lines = made;
}

static void print(tn_buf *out) {
    if (out->data) (void)tn_write_all(STDERR_FILENO, out->data, out->length);
    tn_buf_free(out);
}

/* The line as it stands, and below it white space as wide as what is before the column, and the caret. */
static void put_excerpt(tn_buf *out, const tenor_error *error) {
    tenor_string line = tn_str(error->excerpt);
    size_t column = 1, at = 0;
    tn_buf space = TN_BUF_INIT;
    for (; at < line.length && column < error->column; column++) {
        size_t n = tn_utf8_length(line.data + at, line.length - at);
        tn_putc(&space, line.data[at] == '\t' ? '\t' : ' ');
        at += n ? n : 1;
    }
    tn_puts(out, "  ");
    tn_put_visible(out, error->excerpt);
    tn_putc(out, '\n');
    if (column == error->column) {
        tn_puts(out, "  ");
        tn_put_str(out, tn_buf_string(&space));
        tn_puts(out, "^\n");
    }
    tn_buf_free(&space);
}

void tn_print_error(const tenor_error *error) {
    tn_buf out = TN_BUF_INIT;
    bool placed = error->source[0] && error->line;
    if (placed) {
        tn_put_visible(&out, error->source);
        tn_putf(&out, ":%zu:", error->line);
        if (error->column) tn_putf(&out, "%zu:", error->column);
        tn_puts(&out, " error: ");
    } else {
        tn_puts(&out, "tenor: error: ");
        if (error->source[0] && error->status != TENOR_E_IO) {
            tn_put_visible(&out, error->source);
            tn_puts(&out, ": ");
        }
    }
    tn_put_visible(&out, error->message);
    tn_putc(&out, '\n');
    if (placed && error->excerpt[0]) put_excerpt(&out, error);
    print(&out);
}

static void print_message(const char *prefix, const char *format, va_list arguments) {
    char text[1024];
    (void)vsnprintf(text, sizeof text, format, arguments);
    tn_buf out = TN_BUF_INIT;
    tn_puts(&out, prefix);
    tn_put_visible(&out, text);
    tn_putc(&out, '\n');
    print(&out);
}

void tn_print_warning(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    print_message("tenor: warning: ", format, arguments);
    va_end(arguments);
}

void tn_print_note(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    print_message("tenor: ", format, arguments);
    va_end(arguments);
}
