/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/elements.h"

static void next_line(tn_element_scan *scan) {
    scan->newlines++;
    scan->spaces = 0;
    scan->at_margin = true;
}

/* Whether a bad record gives way to the next one, which begins with `c`. */
static bool gives_way(tn_element_scan *scan, char c) {
    if (!scan->at_margin) return false;
    if (c == '{' && scan->broken && scan->spaces <= scan->indent) return true;
    if (c == ' ' || c == '\t') scan->spaces++;
    else scan->at_margin = false;
    return false;
}

static void step_in_string(tn_element_scan *scan, char c) {
    if (c == '\n') {
        next_line(scan);
        scan->broken = true;
        scan->in_string = scan->escaped = false;
    } else if (scan->escaped) {
        scan->escaped = false;
    } else if (c == '\\') {
        scan->escaped = true;
    } else if (c == '"') {
        scan->in_string = false;
    }
}

/* Outside of brackets: what a bare word, which is no record, ends before. */
static bool ends_word(char c) { return c == '\n' || c == ',' || c == ']' || c == '{' || c == '['; }

size_t tn_element_end(tn_element_scan *scan, const char *data, size_t from, size_t length) {
    for (size_t i = from; i < length; i++) {
        char c = data[i];
        if (scan->in_string) {
            step_in_string(scan, c);
            continue;
        }
        bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
        if (scan->depth == 0 && scan->word && ends_word(c)) return i;
        if (gives_way(scan, c)) return i;
        if (c == '"') scan->in_string = true;
        if (c == '\n') next_line(scan);
        if (opens) scan->depth++;
        scan->bracketed = closes && scan->depth < 2;
        if (scan->bracketed) return i;
        if (closes) scan->depth--;
        scan->word = scan->depth == 0;
    }
    return length;
}

static size_t past_space(tenor_string text, size_t at) {
    while (at < text.length && tn_is_space(text.data[at])) at++;
    return at;
}

/* Where a line of laid out JSON breaks. */
static bool breaks(char c) { return c == '{' || c == '[' || c == ','; }

bool tn_looks_like_elements(tenor_string bytes) {
    size_t at = past_space(bytes, 0);
    if (at == bytes.length) return false;
    if (bytes.data[at] == '[') {
        at = past_space(bytes, at + 1);
        return at < bytes.length && (bytes.data[at] == '{' || bytes.data[at] == ']');
    }
    const char *newline = memchr(bytes.data + at, '\n', bytes.length - at);
    if (bytes.data[at] != '{' || !newline) return false;
    tenor_string line = tn_trim(tn_slice(bytes, at, (size_t)(newline - bytes.data)));
    return breaks(line.data[line.length - 1]);
}
