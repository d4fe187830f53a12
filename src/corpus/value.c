/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values on their way from one form to another. */
#include <stdint.h>

#include "corpus/record.h"

static bool is_json_string(tn_value value) {
    return value.form == TN_VALUE_JSON && value.bytes.length >= 2 && value.bytes.data[0] == '"';
}

static tenor_string inner(tn_value value) { return tn_slice(value.bytes, 1, value.bytes.length - 1); }

/* ---- the text of a JSON string */

static uint32_t hex4(const char *digits) {
    uint32_t code = 0;
    for (size_t i = 0; i < 4; i++) {
        char c = digits[i];
        code = code * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    return code;
}

static void put_code(tn_buf *out, uint32_t c) {
    if (c < 0x80) {
        tn_putc(out, (char)c);
        return;
    }
    int tail = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    tn_putc(out, (char)(lead[tail] | (c >> (6 * tail))));
    while (tail--) tn_putc(out, (char)(0x80 | ((c >> (6 * tail)) & 0x3f)));
}

static bool is_surrogate(uint32_t code, uint32_t first) { return code >= first && code < first + 0x400; }

/* "\uXXXX" at text[at], a pair of surrogates as one; half a pair becomes U+FFFD. Returns how long it is. */
static size_t put_unicode(tn_buf *out, tenor_string text, size_t at) {
    if (text.length - at < 6) return text.length - at;
    uint32_t code = hex4(text.data + at + 2);
    if (is_surrogate(code, 0xd800) && text.length - at >= 12 && text.data[at + 6] == '\\' && text.data[at + 7] == 'u') {
        uint32_t low = hex4(text.data + at + 8);
        if (is_surrogate(low, 0xdc00)) {
            put_code(out, 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00));
            return 12;
        }
    }
    put_code(out, is_surrogate(code, 0xd800) || is_surrogate(code, 0xdc00) ? 0xfffd : code);
    return 6;
}

static size_t put_escape(tn_buf *out, tenor_string text, size_t at) {
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    if (at + 1 == text.length) return 1;
    char c = text.data[at + 1];
    if (c == 'u') return put_unicode(out, text, at);
    const char *letter = memchr(letters, c, sizeof letters - 1);
    tn_putc(out, letter ? meant[letter - letters] : c);
    return 2;
}

static void put_unescaped(tn_buf *out, tenor_string text) {
    for (size_t at = 0; at < text.length;) {
        const char *escape = memchr(text.data + at, '\\', text.length - at);
        size_t end = escape ? (size_t)(escape - text.data) : text.length;
        tn_put(out, text.data + at, end - at);
        at = end;
        if (escape) at += put_escape(out, text, at);
    }
}

/* ---- the text of a cell */

static bool is_quoted(tn_value value) { return value.bytes.length >= 2 && value.bytes.data[0] == '"'; }

static void put_unquoted(tn_buf *out, tenor_string text) {
    for (size_t at = 0; at < text.length;) {
        const char *quote = memchr(text.data + at, '"', text.length - at);
        size_t end = quote ? (size_t)(quote - text.data) + 1 : text.length;
        tn_put(out, text.data + at, end - at);
        at = quote ? end + 1 : end; /* the second of two is left out */
    }
}

/* ---- all */

void tn_put_value_plain(tn_buf *out, tn_value value) {
    if (is_json_string(value)) put_unescaped(out, inner(value));
    else if (value.form == TN_VALUE_JSON && tn_equal(value.bytes, TN_STR("null"))) return;
    else if (value.form == TN_VALUE_CELL && is_quoted(value)) put_unquoted(out, inner(value));
    else tn_put_str(out, value.bytes);
}

/* Whether the plain text is what stands there. */
static bool is_plain(tn_value value) {
    if (is_json_string(value)) return !memchr(value.bytes.data, '\\', value.bytes.length);
    if (value.form == TN_VALUE_CELL && is_quoted(value)) return !memchr(inner(value).data, '"', inner(value).length);
    return true;
}

static tenor_string plain(tn_value value) {
    return is_json_string(value) || (value.form == TN_VALUE_CELL && is_quoted(value)) ? inner(value) : value.bytes;
}

typedef void (*put_text)(tn_buf *out, tenor_string text, char separator);

static void put_as_json(tn_buf *out, tenor_string text, char separator) {
    (void)separator;
    tn_put_json(out, text);
}

static void put_through(tn_buf *out, tn_value value, put_text put, char separator) {
    if (is_plain(value)) {
        put(out, plain(value), separator);
        return;
    }
    tn_buf text = TN_BUF_INIT;
    tn_put_value_plain(&text, value);
    put(out, tn_buf_string(&text), separator);
    out->failed |= text.failed;
    tn_buf_free(&text);
}

/* One line: line ends can only stand between a value's parts. */
static void put_one_line(tn_buf *out, tenor_string json) {
    if (!json.length || (!memchr(json.data, '\n', json.length) && !memchr(json.data, '\r', json.length))) {
        tn_put_str(out, json);
        return;
    }
    for (size_t i = 0; i < json.length; i++)
        tn_putc(out, json.data[i] == '\n' || json.data[i] == '\r' ? ' ' : json.data[i]);
}

void tn_put_value_json(tn_buf *out, tn_value value) {
    if (value.form == TN_VALUE_NONE) tn_puts(out, "null");
    else if (value.form == TN_VALUE_JSON) put_one_line(out, value.bytes);
    else put_through(out, value, put_as_json, 0);
}

void tn_put_value_cell(tn_buf *out, tn_value value, char separator) {
    bool null = value.form == TN_VALUE_NONE || (value.form == TN_VALUE_JSON && tn_equal(value.bytes, TN_STR("null")));
    if (null) return;
    if (value.form == TN_VALUE_CELL && value.separator == separator) tn_put_str(out, value.bytes);
    else put_through(out, value, tn_put_cell, separator);
}

bool tn_field_is(const tn_field *field, tenor_string name) {
    if (is_plain(field->name)) return tn_equal(plain(field->name), name);
    tn_buf text = TN_BUF_INIT;
    tn_put_value_plain(&text, field->name);
    bool same = tn_equal(tn_buf_string(&text), name);
    tn_buf_free(&text);
    return same;
}
