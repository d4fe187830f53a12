/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WordBreakTest.txt against tn_word_next: between any two characters of a word, both divide or both join, but for the
 * differences in tests/data/word-breaks.tsv, each of which must be seen at least once. */
#include <string.h>

#include "base/file.h"
#include "text/chars.h"
#include "text/word.h"
#include "unicode/database.h"

enum { MOST_DIFFERENCES = 256, LONGEST_NAME = 32 };

static const char *const property_names[] = {"Other",        "CR",           "LF",
                                             "Newline",      "Extend",       "ZWJ",
                                             "Format",       "ALetter",      "Hebrew_Letter",
                                             "Katakana",     "Numeric",      "MidNum",
                                             "MidNumLet",    "MidLetter",    "Single_Quote",
                                             "Double_Quote", "ExtendNumLet", "Regional_Indicator",
                                             "WSegSpace"};
enum property { OTHER, EXTEND = 4, ZWJ, FORMAT, ALETTER, HEBREW, KATAKANA, NUMERIC };
enum { LISTED = 1, LATER };
enum { PROPERTIES = sizeof property_names / sizeof *property_names };

typedef struct difference {
    tenor_string joins, before, after;
    bool later;
    size_t seen;
} difference;

typedef struct words_check {
    tally *count;
    uint8_t *property; /* of each code point */
    difference differences[MOST_DIFFERENCES];
    size_t n_differences;
    uint8_t *listed; /* code points that are letters to UAX #29 and none here, on purpose: LISTED or LATER */
} words_check;

/* A line of the test. */
typedef struct sample {
    points points;
    bool divides[MOST_POINTS + 1]; /* before each, and at the end */
    bool inside[MOST_POINTS + 1];  /* a word of ours goes on there */
    bool covered[MOST_POINTS];     /* is in a word of ours */
} sample;

/* ---- reading ---- */

static bool read_properties(words_check *c, database *base) {
    tenor_string file = database_read(base, "auxiliary/WordBreakProperty.txt"), line, fields[2];
    c->property = tn_alloc(&base->arena, POINTS_IN_ALL);
    if (!file.data || !c->property) return false;
    while (database_line(&file, &line)) {
        uint32_t first, last;
        if (database_fields(line, fields, 2) < 2) continue;
        range_of(fields[0], &first, &last);
        for (uint8_t p = 1; p < PROPERTIES; p++)
            if (tn_equal(fields[1], tn_str(property_names[p])))
                for (uint32_t i = first; i <= last && i < POINTS_IN_ALL; i++) c->property[i] = p;
    }
    return true;
}

/* "KIND TAB divides|joins TAB BEFORE TAB AFTER", and "KIND TAB no letter TAB RANGE". */
static bool read_differences(words_check *c, database *base, const char *path) {
    tn_buf bytes = TN_BUF_INIT;
    if (tn_read_file(&bytes, path, NULL) != TENOR_OK) return false;
    char *copy = tn_alloc(&base->arena, bytes.length + 1);
    c->listed = tn_alloc(&base->arena, POINTS_IN_ALL);
    if (!copy || !c->listed) return false;
    memcpy(copy, bytes.data, bytes.length);
    tenor_string file = {copy, bytes.length}, line, column[4];
    tn_buf_free(&bytes);
    while (database_line(&file, &line)) {
        size_t n = 0;
        while (n < 4 && tn_split(&line, '\t', &column[n])) n++;
        bool later = n > 0 && tn_equal(column[0], TN_STR("later"));
        if (n == 3) {
            uint32_t first, last;
            range_of(column[2], &first, &last);
            for (uint32_t i = first; i <= last && i < POINTS_IN_ALL; i++) c->listed[i] = later ? LATER : LISTED;
        } else if (n == 4 && c->n_differences < MOST_DIFFERENCES) {
            c->differences[c->n_differences++] = (difference){
                tn_equal(column[1], TN_STR("joins")) ? column[1] : TN_STR(""), column[2], column[3], later, 0};
        } else {
            return false;
        }
    }
    return true;
}

static sample sample_of(tenor_string line) {
    static const char divide[] = "\xC3\xB7", join[] = "\xC3\x97";
    sample s = {.points = points_of(line)};
    size_t n = 0;
    for (size_t i = 0; i + 1 < line.length && n <= s.points.count; i++) {
        if (memcmp(line.data + i, divide, 2) == 0) s.divides[n++] = true;
        else if (memcmp(line.data + i, join, 2) == 0) s.divides[n++] = false;
    }
    return s;
}

/* ---- comparing ---- */

static void find_words(sample *s) {
    char bytes[MOST_POINTS * 4];
    uint32_t offsets[MOST_POINTS + 1];
    tenor_string text = points_encode(&s->points, bytes, offsets);
    tn_word word;
    for (uint32_t at = 0; tn_word_next(text, at, (uint32_t)text.length, &word); at = word.end)
        for (size_t i = 0; i < s->points.count; i++) {
            s->covered[i] |= offsets[i] >= word.start && offsets[i] < word.end;
            s->inside[i] |= offsets[i] > word.start && offsets[i] < word.end;
        }
}

static bool is_letter(uint8_t p) { return p == ALETTER || p == HEBREW || p == KATAKANA || p == NUMERIC; }

static bool goes_along(uint8_t p) { return p == EXTEND || p == ZWJ || p == FORMAT; }

/* A property's name, or of what is no letter the code point. */
static tenor_string context_of(const words_check *c, uint32_t point, char *into) {
    uint8_t p = c->property[point];
    if (is_letter(p) && c->listed[point] != LATER) return tn_str(property_names[p]);
    int length = snprintf(into, LONGEST_NAME, "%04X", (unsigned)point);
    return (tenor_string){into, (size_t)length};
}

static bool is_listed(words_check *c, const sample *s, size_t at) {
    char one[LONGEST_NAME], other[LONGEST_NAME];
    size_t left = at - 1, right = at;
    while (left > 0 && goes_along(c->property[s->points.at[left]])) left--;
    while (right + 1 < s->points.count && goes_along(c->property[s->points.at[right]])) right++;
    tenor_string before = context_of(c, s->points.at[left], one), after = context_of(c, s->points.at[right], other);
    for (size_t i = 0; i < c->n_differences; i++) {
        difference *d = &c->differences[i];
        if ((d->joins.length > 0) != s->inside[at] || !tn_equal(d->before, before) || !tn_equal(d->after, after))
            continue;
        d->seen++;
        return true;
    }
    printf("words: between %.*s and %.*s tenor %s, UAX #29 does not\n", (int)before.length, before.data,
           (int)after.length, after.data, s->inside[at] ? "joins" : "divides");
    return false;
}

/* Whether what UAX #29 has between its divisions around `at` holds a letter: else it is no word, and of no concern. */
static bool in_word(const words_check *c, const sample *s, size_t at) {
    size_t first = at, last = at;
    while (first > 0 && !s->divides[first]) first--;
    while (last < s->points.count && !s->divides[last]) last++;
    for (size_t i = first; i < last; i++)
        if (is_letter(c->property[s->points.at[i]])) return true;
    return false;
}

static bool agrees(words_check *c, const sample *s) {
    bool good = true;
    for (size_t i = 1; i < s->points.count; i++) {
        if (s->inside[i] != s->divides[i] || (s->divides[i] == 0 && !in_word(c, s, i))) continue;
        good &= is_listed(c, s, i);
    }
    for (size_t i = 0; i < s->points.count; i++) {
        uint32_t point = s->points.at[i];
        good &= s->covered[i] || !is_letter(c->property[point]) || c->listed[point] == LATER;
    }
    return good;
}

/* ---- single characters ---- */

/* Letters, digits and kana of UAX #29 are so here, too, and what goes along with a letter does. */
static void check_characters(words_check *c) {
    bool good = true, stale = false;
    for (uint32_t i = 0x80; i < POINTS_IN_ALL; i++) {
        uint8_t p = c->property[i];
        tn_char_kind kind = tn_char_kind_beyond_ascii(i);
        bool same = is_letter(p)    ? kind != TN_CHAR_OTHER && kind != TN_CHAR_EXTEND
                    : goes_along(p) ? kind == TN_CHAR_EXTEND
                                    : true;
        stale |= same && c->listed[i] == LISTED;
        if (same || c->listed[i]) continue;
        if (good) printf("words: U+%04X is %s, and kind %d here\n", (unsigned)i, property_names[p], (int)kind);
        good = false;
    }
    if (stale) puts("words: word-breaks.tsv lists a character that is no difference");
    (void)expect(c->count, good && !stale);
}

void check_words(database *base, tally *count, const char *path) {
    static words_check c;
    tenor_string file = database_read(base, "auxiliary/WordBreakTest.txt"), line;
    c = (words_check){.count = count};
    if (!file.data || !read_properties(&c, base) || !read_differences(&c, base, path)) {
        printf("words: WordBreakTest.txt, WordBreakProperty.txt or %s cannot be read\n", path);
        count->failed++;
        return;
    }
    size_t lines = 0;
    for (; database_line(&file, &line); lines++) {
        sample s = sample_of(line);
        find_words(&s);
        if (expect(count, agrees(&c, &s))) continue;
        printf("  in ");
        points_print(&s.points);
        putchar('\n');
    }
    for (size_t i = 0; i < c.n_differences; i++) {
        const difference *d = &c.differences[i];
        if (!expect(count, d->seen > 0 || d->later))
            printf("words: word-breaks.tsv lists %.*s before %.*s, which was not seen\n", (int)d->before.length,
                   d->before.data, (int)d->after.length, d->after.data);
    }
    if (!expect(count, lines > 1000)) printf("words: WordBreakTest.txt has only %zu lines\n", lines);
    check_characters(&c);
}
