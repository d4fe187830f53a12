/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/gap.h"

#include "base/utf8.h"
#include "text/chars.h"

enum { LONGEST_NOTE = 48 };

static uint32_t point_at(tenor_string text, uint32_t at, uint32_t end, uint32_t *length) {
    *length = 0;
    if (at >= end) return 0;
    size_t n = tn_utf8_length(text.data + at, end - at);
    *length = n ? (uint32_t)n : 1;
    return n ? tn_utf8_decode(text.data + at, n) : (unsigned char)text.data[at];
}

static bool is_wide_mark(uint32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E; }

static bool is_mark(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || is_wide_mark(c) || c == 0x61F || c == 0x6D4 ||
           c == 0x964 || c == 0x965;
}

static bool is_quote(uint32_t c) {
    return c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x300D;
}

static bool is_closing(uint32_t c) { return is_quote(c) || c == ')' || c == ']'; }

static bool is_opening(uint32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C || c == 0xAB || c == 0x201E ||
           c == 0x300C;
}

static uint32_t skip_white(tenor_string text, uint32_t at, uint32_t stop) {
    uint32_t length;
    while (at < stop && tn_is_white(point_at(text, at, stop, &length))) at += length;
    return at;
}

/* The next full stop of ". . .", set apart by one space; `at` when there is none. What begins a word (".NET") is none.
 */
static uint32_t spaced_stop(tenor_string text, uint32_t at, uint32_t stop) {
    uint32_t length;
    if (!tn_is_white(point_at(text, at, stop, &length))) return at;
    uint32_t after_space = at + length;
    if (point_at(text, after_space, stop, &length) != '.') return at;
    uint32_t c = point_at(text, after_space + 1, stop, &length);
    bool alone = length ? c == '.' || tn_is_white(c) || is_closing(c) : stop == text.length;
    return alone ? after_space : at;
}

/* The end marks from `at` on; returns where they end. */
static uint32_t read_marks(tenor_string text, uint32_t at, uint32_t stop, bool after_word, tn_gap *gap) {
    uint32_t start = at, length, stops = 0, dots = 0;
    bool spaced = false;
    for (uint32_t c; is_mark(c = point_at(text, at, stop, &length));) {
        gap->asks |= c == '!' || c == '?' || c == 0xFF01 || c == 0xFF1F || c == 0x61F;
        gap->wide |= is_wide_mark(c);
        stops += c == '.';
        dots += c == 0x2026 ? 3 : c == '.';
        at += length;
        uint32_t next = c == '.' ? spaced_stop(text, at, stop) : at;
        spaced |= next != at;
        at = next;
    }
    gap->single_stop = after_word && at == start + 1 && stops == 1;
    gap->ellipsis = dots == 3 && !gap->asks;
    /* "it ended. . . . The war": the sentence's own stop, and an ellipsis that begins the next one. */
    if (spaced && after_word && stops == 4 && tn_is_white(point_at(text, at, stop, &length))) return start + 1;
    return at;
}

/* Marks that open in some languages and close in others, as in „so“ and »so«: here they close, when a space follows. */
static bool closes_here(tenor_string text, uint32_t at, uint32_t stop) {
    uint32_t length, c = point_at(text, at, stop, &length);
    if (c != 0x201C && c != 0x2018 && c != 0xAB) return false;
    uint32_t after = point_at(text, at + length, stop, &length);
    return at + length >= stop ? stop == text.length : tn_is_white(after);
}

/* Quotation marks and brackets that close right after an end mark, "»" also after a space. */
static uint32_t read_closing(tenor_string text, uint32_t at, uint32_t stop, tn_gap *gap) {
    uint32_t length, c;
    while (is_closing(c = point_at(text, at, stop, &length)) || closes_here(text, at, stop)) {
        gap->closes_quote |= is_quote(c) || is_opening(c);
        at += length;
    }
    uint32_t inner = skip_white(text, at, stop);
    if (inner == at || point_at(text, inner, stop, &length) != 0xBB) return at;
    if (inner + length < stop && !tn_is_white(point_at(text, inner + length, stop, &c))) return at;
    gap->closes_quote = true;
    return inner + length;
}

/* From the first end mark at `at`; false when no white space follows. */
static bool read_end(tenor_string text, uint32_t at, uint32_t stop, bool after_word, tn_gap *gap) {
    uint32_t length, start = at;
    *gap = (tn_gap){0};
    at = read_marks(text, at, stop, after_word, gap);
    at = read_closing(text, at, stop, gap);
    gap->end = at;
    gap->next = skip_white(text, at, stop);
    gap->no_space = at == stop && gap->single_stop && (at == start + 1 || gap->closes_quote);
    gap->opens = is_opening(point_at(text, gap->next, stop, &length));
    return gap->next > at || gap->wide || gap->no_space;
}

static bool is_bullet(uint32_t c) {
    return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25CF || c == 0x25E6 || c == 0x25AA || c == 0x25A0;
}

/* "...]" or "...)" whose bracket opened right before: an omission, which ends nothing. */
static bool in_own_brackets(tenor_string text, uint32_t at) {
    return at > 0 && (text.data[at - 1] == '[' || text.data[at - 1] == '(');
}

static uint32_t skip_marks(tenor_string text, uint32_t at, uint32_t stop) {
    uint32_t length;
    while (is_mark(point_at(text, at, stop, &length))) at += length;
    return at;
}

/* "N°. 10" */
static bool after_degree(tenor_string text, uint32_t at) {
    return at >= 2 && text.data[at - 2] == '\xC2' && (text.data[at - 1] == '\xB0' || text.data[at - 1] == '\xBA');
}

static bool begins_item(const tn_doc *doc, uint32_t at, uint32_t from, tn_gap *gap) {
    uint32_t end = at;
    while (end > from && tn_is_space(doc->text.data[end - 1])) end--;
    *gap = (tn_gap){.end = end, .next = at, .bullet = true};
    return true;
}

/* "ended. The": of a full stop and a blank, behind a letter or a digit of ASCII, all is known. */
static inline bool is_plain_stop(const char *data, uint32_t word_end, uint32_t next) {
    unsigned char last = (unsigned char)data[word_end - 1];
    return next == word_end + 2 && data[word_end] == '.' && tn_is_space(data[word_end + 1]) && last < 0x80 &&
           tn_is_word_kind((tn_char_kind)tn_byte_kinds[last]);
}

bool tn_gap_read(const tn_doc *doc, uint32_t index, tn_gap *gap) {
    const tn_word *before = &doc->words[index - 1], *after = &doc->words[index];
    uint32_t word_end = before->flags & TN_WORD_DOTTED ? before->end - 1 : before->end;
    if (is_plain_stop(doc->text.data, word_end, after->start)) {
        *gap = (tn_gap){.end = word_end + 1, .next = after->start, .single_stop = true};
        return true;
    }
    for (uint32_t at = word_end, length; at < after->start; at += length) {
        uint32_t c = point_at(doc->text, at, after->start, &length);
        if (is_bullet(c)) return begins_item(doc, at, before->end, gap);
        if (!is_mark(c)) continue;
        if (in_own_brackets(doc->text, at)) {
            length = skip_marks(doc->text, at, after->start) - at;
            continue;
        }
        if (after_degree(doc->text, at) && after->flags & TN_WORD_NUMBER) return false;
        if (read_end(doc->text, at, after->start, at == word_end, gap)) return true;
    }
    return false;
}

bool tn_gap_after_note(const tn_doc *doc, uint32_t index, tn_gap *gap) {
    const char *data = doc->text.data;
    uint32_t start = doc->words[index].start, close = start;
    while (close > 0 && tn_is_space(data[close - 1])) close--;
    if (close == start || close < 3 || data[close - 1] != ']') return false;
    for (uint32_t at = close - 1; at > 1 && close - at < LONGEST_NOTE; at--) {
        if (data[at] == '\n') return false;
        if (data[at] != '[') continue;
        *gap = (tn_gap){.end = close, .next = skip_white(doc->text, close, start)};
        return memchr(".!?", data[at - 1], 3) != NULL;
    }
    return false;
}
