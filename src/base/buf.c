/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "base/utf8.h"

enum { FIRST_CAPACITY = 256, MOST_DIGITS = 17 };

/* ---- memory ---- */

static bool fail(tn_buf *buf) {
    buf->failed = true;
    return false;
}

bool tn_buf_reserve(tn_buf *buf, size_t more) {
    if (buf->failed) return false;
    if (buf->data && buf->capacity - buf->length > more) return true; /* one byte is the NUL's */
    if (more > SIZE_MAX / 2 - 1 - buf->length) return fail(buf);
    size_t need = buf->length + more + 1;
    size_t want = buf->capacity ? buf->capacity * 2 : FIRST_CAPACITY;
    if (want < need) want = need;
    char *data = tn_resize(buf->data, want);
    if (!data) return fail(buf);
    buf->data = data;
    buf->capacity = want;
    buf->data[buf->length] = '\0';
    return true;
}

void tn_buf_reset(tn_buf *buf) {
    buf->length = 0;
    buf->failed = false;
    if (buf->data) buf->data[0] = '\0';
}

void tn_buf_free(tn_buf *buf) {
    tn_free(buf->data);
    *buf = (tn_buf)TN_BUF_INIT;
}

/* ---- bytes ---- */

void tn_put_repeat(tn_buf *buf, const char *text, size_t n) {
    size_t length = strlen(text);
    for (size_t i = 0; i < n && !buf->failed; i++) tn_put(buf, text, length);
}

void tn_putf(tn_buf *buf, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, arguments);
    if (n < 0) {
        (void)fail(buf);
    } else if (tn_buf_reserve(buf, (size_t)n)) {
        (void)vsnprintf(buf->data + buf->length, (size_t)n + 1, format, again);
        buf->length += (size_t)n;
    }
    va_end(again);
    va_end(arguments);
}

/* ---- numbers ---- */

/* `value` in decimal, with a point before the last `digits` digits. */
static void put_decimal(tn_buf *buf, uint64_t value, unsigned digits) {
    char text[32];
    size_t at = sizeof text;
    for (unsigned i = 0; value || i <= digits; i++) {
        if (i == digits && digits) text[--at] = '.';
        text[--at] = (char)('0' + value % 10);
        value /= 10;
    }
    tn_put(buf, text + at, sizeof text - at);
}

void tn_put_size(tn_buf *buf, size_t value) { put_decimal(buf, value, 0); }

/* printf rounds correctly at any size, but is slow and writes the locale's decimal point. */
static void put_fixed_slowly(tn_buf *buf, double value, unsigned digits) {
    char text[512]; /* 309 digits, the point, 17 digits */
    int n = snprintf(text, sizeof text, "%.*f", (int)digits, value);
    if (n < 0 || (size_t)n >= sizeof text) {
        (void)fail(buf);
        return;
    }
    size_t fraction = (size_t)n - digits, whole = strspn(text, "-0123456789");
    if (text[0] == '-' && strspn(text + 1, "0") + 1 == whole && strspn(text + fraction, "0") == digits) {
        tn_put(buf, text + 1, whole - 1);
    } else {
        tn_put(buf, text, whole);
    }
    if (digits) {
        tn_putc(buf, '.');
        tn_put(buf, text + fraction, digits);
    }
}

void tn_put_fixed(tn_buf *buf, double value, unsigned digits) {
    static const double power[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    if (!isfinite(value)) {
        tn_puts(buf, "null");
        return;
    }
    if (digits > MOST_DIGITS) digits = MOST_DIGITS;
    /* Scaled, the value is off by at most 2^-53 of itself, under 2^-12 here: unless it lies that close to a half, where
     * printf must decide, the nearest whole number is right. */
    if (digits < sizeof power / sizeof *power && fabs(value) * power[digits] < 0x1p40) {
        double scaled = fabs(value) * power[digits], whole = floor(scaled), rest = scaled - whole;
        if (fabs(rest - 0.5) > 0x1p-12) {
            uint64_t rounded = (uint64_t)whole + (rest > 0.5);
            if (value < 0 && rounded) tn_putc(buf, '-');
            put_decimal(buf, rounded, digits);
            return;
        }
    }
    put_fixed_slowly(buf, value, digits);
}

void tn_put_signed(tn_buf *buf, double value, unsigned digits) {
    if (value >= 0) tn_putc(buf, '+');
    tn_put_fixed(buf, value, digits);
}

void tn_put_count(tn_buf *buf, size_t count, const char *one, const char *many) {
    tn_put_size(buf, count);
    tn_putc(buf, ' ');
    tn_puts(buf, count == 1 ? one : many);
}

/* ---- text ---- */

/* What stands at text[at]: a character of `n` bytes, or one byte that is none. */
typedef struct {
    size_t n;
    uint32_t code;
    bool valid;
} character;

static character character_at(tenor_string text, size_t at) {
    size_t n = tn_utf8_length(text.data + at, text.length - at);
    if (n == 0) return (character){1, 0xfffd, false};
    return (character){n, tn_utf8_decode(text.data + at, n), true};
}

/* Writes one character where the text's own bytes will not do; false when they will. */
static bool put_escape(tn_buf *buf, character c) {
    switch (c.code) {
        case '"': tn_put(buf, "\\\"", 2); return true;
        case '\\': tn_put(buf, "\\\\", 2); return true;
        case '\b': tn_put(buf, "\\b", 2); return true;
        case '\f': tn_put(buf, "\\f", 2); return true;
        case '\n': tn_put(buf, "\\n", 2); return true;
        case '\r': tn_put(buf, "\\r", 2); return true;
        case '\t': tn_put(buf, "\\t", 2); return true;
        default: break;
    }
    if (!c.valid) {
        tn_puts(buf, "\xEF\xBF\xBD");
    } else if (tn_is_control(c.code) || c.code == 0x2028 || c.code == 0x2029) {
        tn_putf(buf, "\\u%04x", (unsigned)c.code);
    } else {
        return false;
    }
    return true;
}

static bool is_plain(char c, bool json) {
    return c > ' ' && c < 0x7f && !(json && (c == '"' || c == '\\')); /* a char may be signed: no less than 0 then */
}

/* Of eight bytes, those that are neither plain nor a space. */
static inline uint64_t not_plain(uint64_t bytes, bool json) {
    uint64_t marks = json ? tn_eight_has(bytes, '"') | tn_eight_has(bytes, '\\') : 0;
    return tn_eight_below(bytes, ' ') | (~tn_eight_below(bytes, 0x7f) & TN_EIGHT_HIGH) | marks;
}

/* The end of the characters from `start` on that go out as they are: plain ones, and single spaces between two of them.
 */
static size_t plain_end(tenor_string text, size_t start, bool json) {
    size_t at = start;
    uint64_t before = 0x80, stop = 0; /* before: of the lowest byte, whether no space may be there */
    for (; stop == 0 && text.length - at >= 8; at += stop ? tn_eight_first(stop) : 8) {
        uint64_t bytes = tn_eight(text.data + at), spaces = tn_eight_has(bytes, ' ');
        stop = not_plain(bytes, json) | (spaces & (spaces << 8 | before));
        before = spaces >> 56;
    }
    for (; stop == 0 && at < text.length; at++) {
        bool space = text.data[at] == ' ';
        if (space ? before : !is_plain(text.data[at], json)) break;
        before = space;
    }
    return at > start && text.data[at - 1] == ' ' ? at - 1 : at;
}

/* Both kinds of text writing. */
static void put_text(tn_buf *buf, tenor_string text, bool collapse, bool json) {
    bool started = false, pending = false; /* white space seen that is not yet written */
    size_t at = 0;
    while (at < text.length && !buf->failed) {
        size_t end = plain_end(text, at, json);
        if (end > at) {
            if (pending) tn_putc(buf, ' ');
            tn_put(buf, text.data + at, end - at);
            at = end;
            started = true;
            pending = false;
            continue;
        }
        character c = character_at(text, at);
        if (collapse && tn_is_white(c.code)) {
            pending = started;
        } else {
            if (pending) tn_putc(buf, ' ');
            if (!json || !put_escape(buf, c)) tn_put(buf, text.data + at, c.n);
            started = true;
            pending = false;
        }
        at += c.n;
    }
}

void tn_put_collapsed(tn_buf *buf, tenor_string text) { put_text(buf, text, true, false); }

static void put_json(tn_buf *buf, tenor_string text, bool collapse) {
    tn_putc(buf, '"');
    put_text(buf, text, collapse, true);
    tn_putc(buf, '"');
}

void tn_put_json(tn_buf *buf, tenor_string text) { put_json(buf, text, false); }

void tn_put_json_collapsed(tn_buf *buf, tenor_string text) { put_json(buf, text, true); }

static bool needs_quotes(tenor_string text, char separator) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == separator || c == '"' || c == '\n' || c == '\r') return true;
    }
    return text.length && (text.data[0] == ' ' || text.data[text.length - 1] == ' ');
}

/* The bytes of a control character at text[at] that no cell should have: readers of CSV stop at a NUL, terminals obey
 * the others. 0: there is none. */
static size_t control_length(tenor_string text, size_t at) {
    unsigned char c = (unsigned char)text.data[at];
    if (c < 0x80) return tn_is_control(c) && c != '\t' && c != '\n' && c != '\r';
    size_t n = c == 0xc2 ? tn_utf8_length(text.data + at, text.length - at) : 0; /* as all of C1 begin */
    return n && tn_is_control(tn_utf8_decode(text.data + at, n)) ? n : 0;
}

void tn_put_cell(tn_buf *buf, tenor_string text, char separator) {
    bool quoted = needs_quotes(text, separator);
    size_t from = 0; /* of what is not yet written */
    if (quoted) tn_putc(buf, '"');
    for (size_t i = 0, n; i < text.length; i += n) {
        size_t control = control_length(text, i);
        n = control ? control : 1;
        if (!control && text.data[i] != '"') continue;
        tn_put(buf, text.data + from, i - from);
        tn_puts(buf, control ? "\xEF\xBF\xBD" : "\"\"");
        from = i + n;
    }
    if (from < text.length) tn_put(buf, text.data + from, text.length - from); /* an empty text may have no data */
    if (quoted) tn_putc(buf, '"');
}
