/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/word.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum { LONGEST_MAILBOX = 64 };

typedef enum char_kind {
    KIND_OTHER, /* spaces and marks between words */
    KIND_LOWER,
    KIND_UPPER,
    KIND_LETTER, /* without case */
    KIND_DIGIT,
    KIND_IDEOGRAPH,
    KIND_EXTEND /* combining marks and format characters: go with the character before */
} char_kind;

static bool is_ideograph(uint32_t c) {
    return (c >= 0x3040 && c <= 0x30FF && c != 0x30FB && c != 0x30FC) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

static char_kind kind_beyond_ascii(uint32_t c) {
    if (is_ideograph(c)) return KIND_IDEOGRAPH;
    switch (utf8proc_get_property((utf8proc_int32_t)c)->category) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT: return KIND_UPPER;
        case UTF8PROC_CATEGORY_LL: return KIND_LOWER;
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: return KIND_LETTER;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL: return KIND_DIGIT;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return KIND_EXTEND;
        case UTF8PROC_CATEGORY_CF: return c == 0x200B || c == 0xFEFF ? KIND_OTHER : KIND_EXTEND;
        default: return KIND_OTHER;
    }
}

static inline char_kind kind_ascii(unsigned char c) {
    if (c >= 'a' && c <= 'z') return KIND_LOWER;
    if (c >= 'A' && c <= 'Z') return KIND_UPPER;
    return c >= '0' && c <= '9' ? KIND_DIGIT : KIND_OTHER;
}

/* The kind of the character at `at`, and its length. */
static inline char_kind kind_at(tenor_string text, uint32_t at, uint32_t end, uint32_t *length, uint32_t *point) {
    unsigned char byte = (unsigned char)text.data[at];
    *length = 1;
    *point = byte;
    if (byte < 0x80) return kind_ascii(byte);
    size_t n = tn_utf8_length(text.data + at, end - at);
    if (n == 0) return KIND_OTHER;
    *length = (uint32_t)n;
    *point = tn_utf8_decode(text.data + at, n);
    return kind_beyond_ascii(*point);
}

static bool is_word_kind(char_kind kind) { return kind >= KIND_LOWER && kind <= KIND_DIGIT; }

/* What a character between words says. */
static uint32_t mark_flags(uint32_t c) {
    switch (c) {
        case '.':
        case '!':
        case '?':
        case 0x2026:
        case 0x3002:
        case 0xFF01:
        case 0xFF1F:
        case 0xFF0E:
        case 0x61F:
        case 0x6D4:
        case 0x964:
        case 0x965: return TN_WORD_TERMINATOR;
        case 0x2022:
        case 0x2023:
        case 0x2043:
        case 0x25CF:
        case 0x25E6:
        case 0x25AA:
        case 0x25A0: /* bullets */ return TN_WORD_TERMINATOR;
        case ',':
        case ';':
        case ':':
        case '(':
        case ')':
        case '[':
        case ']':
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x60C:
        case 0x61B:
        case 0x3001:
        case 0xFF0C:
        case 0xFF1A:
        case 0xFF1B: return TN_WORD_CLAUSE;
        case '"':
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0xAB:
        case 0xBB:
        case 0x300C:
        case 0x300D: return TN_WORD_QUOTE;
        case '\n':
        case 0x2029:
        case 0x2028: return TN_WORD_NEWLINE;
        default: return 0;
    }
}

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

/* Where a web address that begins at `start` ends: white space, a quotation mark or an angle bracket; end marks do not
 * belong to it. */
static uint32_t url_end(tenor_string text, uint32_t start, uint32_t end) {
    uint32_t at = start;
    while (at < end && !tn_is_space(text.data[at]) && !memchr("\"<>", text.data[at], 3) &&
           (unsigned char)text.data[at] < 0x80)
        at++;
    while (at > start && memchr(".,;:!?)'", text.data[at - 1], 8)) at--;
    return at;
}

static bool is_url(tenor_string text, uint32_t start, uint32_t end) {
    tenor_string rest = tn_slice(text, start, end);
    return tn_starts_nocase(rest, TN_STR("http://")) || tn_starts_nocase(rest, TN_STR("https://"));
}

/* Whether what follows a full stop leads to the @ of an e-mail address: "Jane" before "Doe@example.org". */
static bool leads_to_at(tenor_string text, uint32_t at, uint32_t end) {
    uint32_t most = end - at < LONGEST_MAILBOX ? end : at + LONGEST_MAILBOX;
    for (; at < most; at++) {
        char c = text.data[at];
        if (c == '@') return at + 1 < end && kind_ascii((unsigned char)text.data[at + 1]) != KIND_OTHER;
        if (kind_ascii((unsigned char)c) == KIND_OTHER && c != '.' && c != '_' && c != '-') return false;
    }
    return false;
}

/* The word as read so far: enough to decide whether a mark joins it to what follows. */
typedef struct word_state {
    char_kind last;
    uint32_t segment; /* letters since the start or the last full stop inside */
    bool initials;    /* all segments so far are one letter: "U", "U.S" */
    bool dotted;      /* has a full stop inside */
    uint32_t letters, uppers;
} word_state;

/* Whether the mark `c` at `at` stands inside the word, given the character after it. */
static bool joins(const word_state *state, uint32_t c, char_kind next, tenor_string text, uint32_t after,
                  uint32_t end) {
    bool letters = state->last != KIND_DIGIT && next != KIND_DIGIT;
    bool digits = state->last == KIND_DIGIT && next == KIND_DIGIT;
    if (is_apostrophe(c)) return letters;
    if (c == ',' || c == ':') return digits;
    if (c == '&') return state->last == KIND_UPPER && next == KIND_UPPER;
    if (c == '@') return true;
    if (c != '.') return false;
    if (digits) return true;
    if (!letters) return false;
    uint32_t length, point;
    bool single = after + 1 >= end || !is_word_kind(kind_at(text, after + 1, end, &length, &point));
    if (next == KIND_LOWER) return !state->initials || single || state->last == KIND_LOWER;
    /* An upper-case letter: "U.S", "Ph.D." go on, "end.The" and "K.Rowling" do not. */
    return single && (state->initials || (after + 1 < end && text.data[after + 1] == '.'));
}

static void take(word_state *state, char_kind kind) {
    if (kind == KIND_EXTEND) return;
    state->last = kind;
    state->segment++;
    if (state->segment > 1 || kind == KIND_DIGIT) state->initials = false;
    state->letters += kind != KIND_DIGIT;
    state->uppers += kind == KIND_UPPER;
}

/* Reads from the word's first character on; returns its end. */
static uint32_t read_word(tenor_string text, uint32_t start, uint32_t end, word_state *state) {
    uint32_t at = start, length, point;
    while (at < end) {
        char_kind kind = kind_at(text, at, end, &length, &point);
        if (is_word_kind(kind) || (kind == KIND_EXTEND && at > start)) {
            take(state, kind);
            at += length;
            continue;
        }
        if (kind == KIND_IDEOGRAPH || mark_flags(point) == TN_WORD_NEWLINE || at + length >= end) break;
        if (point != '.' && point != ',' && point != ':' && point != '&' && point != '@' && !is_apostrophe(point))
            break;
        uint32_t after = at + length, next_length, next_point;
        char_kind next = kind_at(text, after, end, &next_length, &next_point);
        if (!is_word_kind(next)) break;
        if (!joins(state, point, next, text, after, end) && !(point == '.' && leads_to_at(text, after, end))) break;
        if (point == '.') {
            state->dotted = true;
            state->segment = 0;
        }
        at = after;
    }
    return at;
}

/* "U.S." and "Ph.D." keep their last full stop. */
static bool keeps_final_stop(const word_state *state, tenor_string text, uint32_t at, uint32_t end) {
    return state->dotted && state->segment == 1 && state->last != KIND_DIGIT && at < end && text.data[at] == '.';
}

static uint32_t own_flags(const word_state *state, char_kind first) {
    uint32_t flags = 0;
    if (first == KIND_UPPER) flags |= TN_WORD_CAPITAL;
    if (first == KIND_DIGIT) flags |= TN_WORD_NUMBER;
    if (state->letters > 1 && state->uppers == state->letters) flags |= TN_WORD_ALL_CAPS;
    return flags;
}

static size_t possessive_length(tenor_string word) {
    size_t n = word.length;
    if (n < 3 || (word.data[n - 1] != 's' && word.data[n - 1] != 'S')) return 0;
    if (word.data[n - 2] == '\'') return 2;
    return n > 4 && memcmp(word.data + n - 4, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
}

tenor_string tn_word_stem(tenor_string text, const tn_word *word) {
    tenor_string whole = tn_slice(text, word->start, word->end);
    if (word->flags & TN_WORD_POSSESSIVE) whole.length -= possessive_length(whole);
    return whole;
}

static void finish(tenor_string text, tn_word *word, const word_state *state, char_kind first) {
    word->flags |= own_flags(state, first);
    if (possessive_length(tn_slice(text, word->start, word->end))) word->flags |= TN_WORD_POSSESSIVE;
}

bool tn_word_next(tenor_string text, uint32_t at, uint32_t end, tn_word *word) {
    uint32_t length, point, gap = at;
    word->flags = 0;
    word->term = 0;
    for (; at < end; at += length) {
        char_kind kind = kind_at(text, at, end, &length, &point);
        if (kind == KIND_OTHER || kind == KIND_EXTEND) {
            word->flags |= mark_flags(point);
            continue;
        }
        if (at == gap + 1 && text.data[gap] == '-') word->flags |= TN_WORD_HYPHEN;
        word->start = at;
        word_state state = {.initials = true};
        if (kind == KIND_IDEOGRAPH) {
            word->end = at + length;
        } else if (kind == KIND_LOWER && is_url(text, at, end)) {
            word->end = url_end(text, at, end);
        } else {
            word->end = read_word(text, at, end, &state);
            if (keeps_final_stop(&state, text, word->end, end)) {
                word->end++;
                word->flags |= TN_WORD_DOTTED;
            }
        }
        finish(text, word, &state, kind);
        return true;
    }
    return false;
}
