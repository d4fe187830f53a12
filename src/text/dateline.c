/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Datelines: "MOSCOW (Reuters) - ", "BEIRUT, Lebanon, Sept. 1 (AP) — ", "(CNN) -- ". */
#include "base/bytes.h"
#include "text/blocks.h"

enum { LONGEST_DATELINE = 90, MOST_DATELINE_WORDS = 10, FEWEST_CAPITALS = 3 };

/* The length of a dash at the start of `s`: em, en, two hyphens or one; 0: there is none. */
static size_t dash_bytes(tenor_string s) {
    if (s.data[0] == '-') return s.length > 1 && s.data[1] == '-' ? 2 : 1;
    if (s.length < 3 || s.data[0] != '\xE2' || s.data[1] != '\x80') return 0;
    return s.data[2] == '\x93' || s.data[2] == '\x94' ? 3 : 0;
}

/* The dash that ends a dateline at the start of `s`: its length with the white space after it; 0: no dash here. */
static size_t dash_length(tenor_string s) {
    size_t n = dash_bytes(s), end = n;
    while (n && end < s.length && tn_is_space(s.data[end])) end++;
    return n && end < s.length && (end > n || n == 3) ? end : 0;
}

/* Capitals that `s` begins with, up to the end of the last word of nothing else: 6 of "ST. PAUL, Minn.". */
static size_t leading_capitals(tenor_string s) {
    size_t letters = 0, whole = 0;
    for (size_t i = 0; i < s.length && !(s.data[i] >= 'a' && s.data[i] <= 'z'); i++) {
        letters += s.data[i] >= 'A' && s.data[i] <= 'Z';
        if (i + 1 == s.length || s.data[i] == ' ') whole = letters;
    }
    return whole;
}

/* "14 May.", ", Sept. 3": a day of one or two digits, after a comma. */
static bool has_day(tenor_string s) {
    const char *comma = memchr(s.data, ',', s.length);
    tenor_string rest = comma ? tn_slice(s, (size_t)(comma - s.data) + 1, s.length) : tn_slice(s, 0, 0), word;
    while (rest.length && tn_split(&rest, ' ', &word)) {
        while (word.length && memchr(".,", word.data[word.length - 1], 2)) word.length--;
        bool digits = word.length == 1 || word.length == 2;
        for (size_t i = 0; i < word.length; i++) digits &= tn_is_digit(word.data[i]);
        if (digits) return true;
    }
    return false;
}

/* All words capitalised, digits or in brackets; the first one in capitals, or the whole in brackets, or a day in it. */
static bool looks_like_place(tenor_string s) {
    tenor_string rest = s, word;
    size_t words = 0;
    bool first_caps = leading_capitals(s) >= FEWEST_CAPITALS,
         bracketed = s.length > 2 && s.data[0] == '(' && s.data[s.length - 1] == ')';
    while (tn_split(&rest, ' ', &word)) {
        if (word.length == 0) continue;
        char c = word.data[0];
        bool particle = word.length <= 3; /* "de", "al" */
        if (c >= 'a' && c <= 'z' && !particle) return false;
        if (++words > MOST_DATELINE_WORDS) return false;
    }
    return words > 0 && (first_caps || bracketed || (s.data[0] >= 'A' && s.data[0] <= 'Z' && has_day(s)));
}

/* The next byte in [at, end) that may begin a dash; `end`: there is none. */
static size_t next_dash(tenor_string s, size_t at, size_t end) {
    for (; end - at >= 8; at += 8) {
        uint64_t eight = tn_eight(s.data + at), found = tn_eight_has(eight, '-') | tn_eight_has(eight, '\xE2');
        if (found) return at + tn_eight_first(found);
    }
    while (at < end && s.data[at] != '-' && s.data[at] != '\xE2') at++;
    return at;
}

size_t tn_dateline_length(tenor_string s) {
    size_t most = s.length < LONGEST_DATELINE ? s.length : LONGEST_DATELINE;
    for (size_t at = 3; at < most && (at = next_dash(s, at, most)) < most; at++) {
        bool spaced = tn_is_space(s.data[at - 1]) || s.data[at - 1] == ')' || (unsigned char)s.data[at] >= 0x80;
        size_t dash = spaced ? dash_length(tn_slice(s, at, s.length)) : 0;
        if (dash == 0) continue;
        tenor_string place = tn_trim(tn_slice(s, 0, at));
        return looks_like_place(place) ? at + dash : 0;
    }
    return 0;
}
