/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/html_hints.h"

enum { LONGEST_WORD = 24, LONGEST_VALUE = 1000 };

typedef struct row {
    const char *word;
    uint8_t length;
    bool first; /* counts only as the first word of a class */
    uint16_t hint;
} row;

static const row rows[] = {
#define TN_HINT(word, hint) {#word, sizeof #word - 1, false, TN_HINT_##hint},
#define TN_FIRST(word, hint) {#word, sizeof #word - 1, true, TN_HINT_##hint},
#include "text/html_hints.def"
#undef TN_HINT
#undef TN_FIRST
};

static uint16_t look_up(const char *word, size_t length, bool first) {
    size_t low = 0, high = sizeof rows / sizeof *rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2, n = rows[middle].length;
        int order = memcmp(rows[middle].word, word, n < length ? n : length);
        if (order == 0 && n == length) return first || !rows[middle].first ? rows[middle].hint : 0;
        if (order < 0 || (order == 0 && n < length)) low = middle + 1;
        else high = middle;
    }
    return 0;
}

/* A letter's class: words begin at a change from lower to upper case, and at what is no letter. */
static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

/* The word before and this one, "article" "body", in one array: its end is looked up as "body", the whole as
 * "articlebody". */
typedef struct pair {
    char letters[2 * LONGEST_WORD];
    size_t before, length;
} pair;

static void start_word(pair *p) {
    size_t word = p->length - p->before;
    if (word == 0) return;
    memmove(p->letters, p->letters + p->before, word);
    p->before = word;
    p->length = word;
}

static uint16_t end_word(const pair *p) {
    size_t word = p->length - p->before;
    if (word == 0) return 0;
    uint16_t hints = look_up(p->letters + p->before, word, p->before == 0);
    return p->before ? hints | look_up(p->letters, p->length, true) : hints;
}

uint16_t tn_html_hints(tenor_string value) {
    uint16_t hints = 0;
    pair p = {.length = 0};
    size_t end = value.length < LONGEST_VALUE ? value.length : LONGEST_VALUE;
    for (size_t i = 0; i < end; i++) {
        char c = value.data[i];
        bool camel = is_upper(c) && i > 0 && is_letter(value.data[i - 1]) && !is_upper(value.data[i - 1]);
        if (camel || !is_letter(c)) {
            hints |= end_word(&p);
            start_word(&p);
        }
        if (tn_is_space(c)) p.before = p.length = 0;
        if (is_letter(c) && p.length - p.before < LONGEST_WORD) p.letters[p.length++] = tn_lower(c);
    }
    return hints | end_word(&p);
}
