/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/porter.h"

#include <stdbool.h>
#include <string.h>

typedef struct word {
    char *at;
    size_t length;
} word;

/* ---- what a word is like ---- */

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/* y is a consonant at the start and after a vowel. */
static bool is_consonant(const char *at, size_t i) {
    bool turned = false;
    for (; at[i] == 'y' && i > 0; i--) turned = !turned;
    bool consonant = !is_vowel(at[i]);
    return turned ? !consonant : consonant;
}

/* m in [C](VC)^m[V]. */
static size_t measure(const char *at, size_t length) {
    size_t m = 0;
    for (size_t i = 1; i < length; i++) m += !is_consonant(at, i - 1) && is_consonant(at, i);
    return m;
}

static bool has_vowel(const char *at, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!is_consonant(at, i)) return true;
    return false;
}

static bool ends_double(const word *w) {
    return w->length >= 2 && w->at[w->length - 1] == w->at[w->length - 2] && is_consonant(w->at, w->length - 1);
}

/* Consonant, vowel, consonant other than w, x, y; of two letters vowel and consonant do. */
static bool ends_cvc(const char *at, size_t n) {
    if (n == 2) return !is_consonant(at, 0) && is_consonant(at, 1);
    return n >= 3 && is_consonant(at, n - 3) && !is_consonant(at, n - 2) && is_consonant(at, n - 1) &&
           !strchr("wxy", at[n - 1]);
}

/* ---- suffixes ---- */

static bool ends(const word *w, const char *suffix) {
    size_t n = strlen(suffix);
    return w->length >= n && memcmp(w->at + w->length - n, suffix, n) == 0;
}

/* Puts `by` in the place of `suffix`, which is there and no shorter, but for "iz" and the like that get an e: those
 * follow a suffix that was taken off. */
static void replace(word *w, const char *suffix, const char *by) {
    w->length -= strlen(suffix);
    memcpy(w->at + w->length, by, strlen(by));
    w->length += strlen(by);
}

typedef struct rule {
    const char *suffix, *by;
} rule;

/* The first rule whose suffix fits decides: it applies when the measure of what is left exceeds `over`. */
static void apply(word *w, const rule *rules, size_t count, size_t over) {
    for (size_t i = 0; i < count; i++) {
        if (!ends(w, rules[i].suffix)) continue;
        if (measure(w->at, w->length - strlen(rules[i].suffix)) > over) replace(w, rules[i].suffix, rules[i].by);
        return;
    }
}

#define APPLY(w, rules, over) apply((w), (rules), sizeof(rules) / sizeof *(rules), (over))

/* ---- steps ---- */

static void step_1a(word *w) {
    if (ends(w, "ies") && w->length == 4) replace(w, "ies", "ie");
    else if (ends(w, "sses")) replace(w, "sses", "ss");
    else if (ends(w, "ies")) replace(w, "ies", "i");
    else if (ends(w, "s") && !ends(w, "ss")) replace(w, "s", "");
}

/* After -ed or -ing is gone. */
static void mend(word *w) {
    if (ends(w, "at")) replace(w, "at", "ate");
    else if (ends(w, "bl")) replace(w, "bl", "ble");
    else if (ends(w, "iz")) replace(w, "iz", "ize");
    else if (ends_double(w)) w->length -= !strchr("lsz", w->at[w->length - 1]);
    else if (measure(w->at, w->length) == 1 && ends_cvc(w->at, w->length)) replace(w, "", "e");
}

static void step_1b(word *w) {
    if (ends(w, "ied")) {
        replace(w, "ied", w->length == 4 ? "ie" : "i");
    } else if (ends(w, "eed")) {
        if (measure(w->at, w->length - 3) > 0) replace(w, "eed", "ee");
    } else {
        const char *suffix = ends(w, "ed") ? "ed" : ends(w, "ing") ? "ing" : NULL;
        if (!suffix || !has_vowel(w->at, w->length - strlen(suffix))) return;
        replace(w, suffix, "");
        mend(w);
    }
}

static void step_1c(word *w) {
    if (w->length > 2 && ends(w, "y") && is_consonant(w->at, w->length - 2)) replace(w, "y", "i");
}

static void step_2(word *w) {
    static const rule rules[] = {
        {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
        {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
        {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
        {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"},
        {"fulli", "ful"},
    };
    while (ends(w, "alli") && measure(w->at, w->length - 4) > 0) replace(w, "alli", "al");
    if (!ends(w, "logi")) APPLY(w, rules, 0);
    else if (measure(w->at, w->length - 3) > 0) replace(w, "logi", "log"); /* of what ends in the l */
}

static void step_3(word *w) {
    static const rule rules[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                                 {"ical", "ic"},  {"ful", ""},   {"ness", ""}};
    APPLY(w, rules, 0);
}

static void step_4(word *w) {
    static const rule rules[] = {{"al", ""},   {"ance", ""}, {"ence", ""},  {"er", ""},   {"ic", ""}, {"able", ""},
                                 {"ible", ""}, {"ant", ""},  {"ement", ""}, {"ment", ""}, {"ent", ""}};
    static const rule more[] = {{"ou", ""},  {"ism", ""}, {"ate", ""}, {"iti", ""},
                                {"ous", ""}, {"ive", ""}, {"ize", ""}};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (ends(w, rules[i].suffix)) {
            apply(w, &rules[i], 1, 1);
            return;
        }
    if (!ends(w, "ion")) APPLY(w, more, 1);
    else if (measure(w->at, w->length - 3) > 1 && strchr("st", w->at[w->length - 4])) replace(w, "ion", "");
}

static void step_5(word *w) {
    if (ends(w, "e")) {
        size_t m = measure(w->at, w->length - 1);
        if (m > 1 || (m == 1 && !ends_cvc(w->at, w->length - 1))) w->length--;
    }
    if (ends(w, "ll") && measure(w->at, w->length - 1) > 1) w->length--;
}

static bool is_irregular(word *w) {
    static const rule forms[] = {
        {"sky", "sky"},        {"skies", "sky"},       {"dying", "die"},        {"lying", "lie"},
        {"tying", "tie"},      {"news", "news"},       {"innings", "inning"},   {"inning", "inning"},
        {"outings", "outing"}, {"outing", "outing"},   {"cannings", "canning"}, {"canning", "canning"},
        {"howe", "howe"},      {"proceed", "proceed"}, {"exceed", "exceed"},    {"succeed", "succeed"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (w->length == strlen(forms[i].suffix) && ends(w, forms[i].suffix)) {
            replace(w, forms[i].suffix, forms[i].by);
            return true;
        }
    return false;
}

size_t tn_porter(char *at, size_t length) {
    word w = {at, length};
    if (length <= 2 || is_irregular(&w)) return w.length;
    step_1a(&w);
    step_1b(&w);
    step_1c(&w);
    step_2(&w);
    step_3(&w);
    step_4(&w);
    step_5(&w);
    return w.length;
}
