/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/word.h"

#include "text/chars.h"

enum { LONGEST_MAILBOX = 64 };

/* Marks inside numbers of other scripts: full-width comma and full stop, Arabic decimal and thousands separators. */
static bool is_digit_mark(uint32_t c) {
    return c == ',' || c == ':' || c == 0xFF0C || c == 0xFF0E || c == 0x66B || c == 0x66C;
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
    if ((text.data[start] | 0x20) != 'h') return false;
    tenor_string rest = tn_slice(text, start, end);
    return tn_starts_nocase(rest, TN_STR("http://")) || tn_starts_nocase(rest, TN_STR("https://"));
}

static bool is_ascii_word(char c) { return tn_is_word_kind((tn_char_kind)tn_byte_kinds[(unsigned char)c]); }

/* Whether what follows a full stop leads to the @ of an e-mail address: "Jane" before "Doe@example.org". */
static bool leads_to_at(tenor_string text, uint32_t at, uint32_t end) {
    uint32_t most = end - at < LONGEST_MAILBOX ? end : at + LONGEST_MAILBOX;
    for (; at < most; at++) {
        char c = text.data[at];
        if (c == '@') return at + 1 < end && is_ascii_word(text.data[at + 1]);
        if (!is_ascii_word(c) && c != '.' && c != '_' && c != '-') return false;
    }
    return false;
}

/* The word as read so far: enough to decide whether a mark joins it to what follows. */
typedef struct word_state {
    tn_char_kind last;
    uint32_t segment; /* letters since the start or the last full stop inside */
    bool initials;    /* all segments so far are one letter: "U", "U.S" */
    bool dotted;      /* has a full stop inside */
    uint32_t letters, uppers;
} word_state;

/* Whether the mark `c` at `at` stands inside the word, given the character after it. */
static bool joins(const word_state *state, uint32_t c, tn_char_kind next, tenor_string text, uint32_t after,
                  uint32_t end) {
    bool letters = state->last != TN_CHAR_DIGIT && next != TN_CHAR_DIGIT;
    bool digits = state->last == TN_CHAR_DIGIT && next == TN_CHAR_DIGIT;
    if (is_apostrophe(c)) return digits || next != TN_CHAR_DIGIT; /* "10'000", "don't", "the G20's" */
    if (is_digit_mark(c)) return digits;
    if (c == 0xB7) return letters; /* Catalan "col·laborar" */
    if (c == '&') return state->last == TN_CHAR_UPPER && next == TN_CHAR_UPPER;
    if (c == '@') return true;
    if (c != '.') return false;
    if (digits) return true;
    if (!letters) return false;
    bool single = after + 1 >= end || !tn_is_word_kind(tn_char_at(text, after + 1, end).kind);
    if (next == TN_CHAR_LOWER) return !state->initials || single || state->last == TN_CHAR_LOWER;
    /* An upper-case letter: "U.S", "Ph.D." go on, "end.The" and "K.Rowling" do not. */
    return single && (state->initials || (after + 1 < end && text.data[after + 1] == '.'));
}

static void take(word_state *state, tn_char_kind kind) {
    if (kind == TN_CHAR_EXTEND) return;
    state->last = kind;
    state->segment++;
    if (state->segment > 1 || kind == TN_CHAR_DIGIT) state->initials = false;
    state->letters += kind != TN_CHAR_DIGIT;
    state->uppers += kind == TN_CHAR_UPPER;
}

/* A run of small ASCII letters, which is what most of a text is; returns where it ends. */
static inline uint32_t take_small_letters(tenor_string text, uint32_t at, uint32_t end, word_state *state) {
    uint32_t start = at;
    at = tn_small_run(text, at, end);
    if (at == start) return at;
    state->last = TN_CHAR_LOWER;
    state->segment += at - start;
    state->letters += at - start;
    if (state->segment > 1) state->initials = false;
    return at;
}

static bool may_join(uint32_t c) {
    return c == '.' || c == '&' || c == '@' || c == 0xB7 || is_digit_mark(c) || is_apostrophe(c);
}

/* The character at *at, or, where that goes with the one before it, the first that does not; OTHER: there is none. */
static tn_char next_letter(tenor_string text, uint32_t *at, uint32_t end) {
    tn_char next = {.kind = TN_CHAR_OTHER};
    for (; *at < end; *at += next.length) {
        next = tn_char_at(text, *at, end);
        if (next.kind != TN_CHAR_EXTEND) return next;
    }
    return (tn_char){.kind = TN_CHAR_OTHER};
}

/* Reads from the word's first character on; returns its end. */
static uint32_t read_word(tenor_string text, uint32_t start, uint32_t end, word_state *state) {
    uint32_t at = start;
    while ((at = take_small_letters(text, at, end, state)) < end) {
        tn_char this = tn_char_at(text, at, end);
        if (tn_is_word_kind(this.kind) || (this.kind == TN_CHAR_EXTEND && at > start)) {
            take(state, this.kind);
            at += this.length;
            continue;
        }
        if (!may_join(this.point)) break;
        uint32_t after = at + this.length;
        tn_char next = next_letter(text, &after, end);
        if (!tn_is_word_kind(next.kind)) break;
        bool point = this.point == '.';
        if (!joins(state, this.point, next.kind, text, after, end) && !(point && leads_to_at(text, after, end))) break;
        if (point) {
            state->dotted = true;
            state->segment = 0;
        }
        at = after;
    }
    return at;
}

/* "U.S." and "Ph.D." keep their last full stop. */
static bool keeps_final_stop(const word_state *state, tenor_string text, uint32_t at, uint32_t end) {
    return state->dotted && state->segment == 1 && state->last != TN_CHAR_DIGIT && at < end && text.data[at] == '.';
}

static uint32_t own_flags(const word_state *state, tn_char_kind first) {
    uint32_t flags = 0;
    if (first == TN_CHAR_UPPER) flags |= TN_WORD_CAPITAL;
    if (first == TN_CHAR_DIGIT) flags |= TN_WORD_NUMBER;
    if (state->letters > 1 && state->uppers == state->letters) flags |= TN_WORD_ALL_CAPS;
    return flags;
}

static size_t possessive_length(tenor_string word) {
    size_t n = word.length;
    if (n < 3 || (word.data[n - 1] != 's' && word.data[n - 1] != 'S')) return 0;
    if (word.data[n - 2] == '\'') return 2;
    return n > 4 && memcmp(word.data + n - 4, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
}

tenor_string tn_word_bare(tenor_string text, const tn_word *word) {
    tenor_string whole = tn_slice(text, word->start, word->end);
    whole.length -= possessive_length(whole);
    return whole;
}

static void finish(tenor_string text, tn_word *word, const word_state *state, tn_char_kind first) {
    word->flags |= own_flags(state, first);
    if (possessive_length(tn_slice(text, word->start, word->end))) word->flags |= TN_WORD_POSSESSIVE;
}

/* A mark that may join a word to what follows, or the first byte of one. */
static inline bool may_join_byte(unsigned char c) {
    return c == '.' || c == ',' || c == ':' || c == '&' || c == '@' || c == '\'' || c >= 0x80;
}

/* The usual word, letters and digits of ASCII and then a space or a mark that joins nothing. False: it is none, and
 * nothing was set. */
static inline bool read_plain(tenor_string text, uint32_t end, tn_word *word) {
    const unsigned char *data = (const unsigned char *)text.data;
    uint8_t first = tn_byte_kinds[data[word->start]], kind;
    uint32_t at = tn_small_run(text, word->start + 1, end);
    uint32_t uppers = first == TN_CHAR_UPPER, digits = first == TN_CHAR_DIGIT;
    for (; at < end && (kind = tn_byte_kinds[data[at]]) != TN_CHAR_OTHER && kind != TN_BYTE_BEYOND; at++) {
        uppers += kind == TN_CHAR_UPPER;
        digits += kind == TN_CHAR_DIGIT;
    }
    if (at < end && may_join_byte(data[at])) {
        if (data[at] >= 0x80) return false;
        if (at + 1 < end && tn_byte_kinds[data[at + 1]] != TN_CHAR_OTHER) return false;
    }
    uint32_t letters = at - word->start - digits;
    word->end = at;
    word->flags |= first == TN_CHAR_UPPER ? TN_WORD_CAPITAL : first == TN_CHAR_DIGIT ? TN_WORD_NUMBER : 0;
    if (letters > 1 && letters == uppers) word->flags |= TN_WORD_ALL_CAPS;
    return true;
}

/* Where the marks that go with the character before `at` end: か and a voice mark are one. */
static uint32_t extends_to(tenor_string text, uint32_t at, uint32_t end) {
    while (at < end && (unsigned char)text.data[at] >= 0x80) {
        tn_char this = tn_char_at(text, at, end);
        if (this.kind != TN_CHAR_EXTEND) break;
        at += this.length;
    }
    return at;
}

/* Reads the word that begins with `first` at word->start. */
static void read_from(tenor_string text, uint32_t end, tn_char first, tn_word *word) {
    word_state state = {.initials = true};
    if (first.kind == TN_CHAR_IDEOGRAPH) {
        word->end = extends_to(text, word->start + first.length, end);
    } else if (is_url(text, word->start, end)) {
        word->end = url_end(text, word->start, end);
    } else if (first.length == 1 && read_plain(text, end, word)) {
        return;
    } else {
        word->end = read_word(text, word->start, end, &state);
        if (keeps_final_stop(&state, text, word->end, end)) {
            word->end++;
            word->flags |= TN_WORD_DOTTED;
        }
    }
    finish(text, word, &state, first.kind);
}

bool tn_word_next(tenor_string text, uint32_t at, uint32_t end, tn_word *word) {
    uint32_t gap = at;
    word->flags = 0;
    word->term = 0;
    while (at < end) {
        unsigned char byte = (unsigned char)text.data[at];
        if (tn_byte_kinds[byte] == TN_CHAR_OTHER) {
            word->flags |= tn_ascii_marks[byte];
            at++;
            continue;
        }
        tn_char this = tn_char_at(text, at, end);
        if (this.kind != TN_CHAR_OTHER && this.kind != TN_CHAR_EXTEND) {
            if (at != gap + 1) word->flags &= ~(uint32_t)TN_WORD_HYPHEN;
            word->start = at;
            read_from(text, end, this, word);
            return true;
        }
        word->flags |= tn_char_marks(this.point);
        at += this.length;
    }
    return false;
}
