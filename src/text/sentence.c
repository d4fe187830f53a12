/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/sentence.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* What stands between two words, as far as it matters here. */
typedef struct gap {
    uint32_t end, next; /* see tn_sentence_ends */
    bool single_stop;   /* one full stop right after the word */
    bool closes_quote;  /* a closing quotation mark after the end mark */
    bool opens;         /* an opening quotation mark or bracket before the next word */
    bool asks;          /* ? or ! */
    bool wide;          /* an end mark that needs no space after it: 。 */
    bool no_space;      /* "ended.The" */
} gap;

static uint32_t point_at(tenor_string text, uint32_t at, uint32_t end, uint32_t *length) {
    size_t n = tn_utf8_length(text.data + at, end - at);
    *length = n ? (uint32_t)n : 1;
    return n ? tn_utf8_decode(text.data + at, n) : (unsigned char)text.data[at];
}

static bool is_wide_mark(uint32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E; }

static bool is_mark(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || is_wide_mark(c) || c == 0x61F || c == 0x6D4 || c == 0x964 ||
           c == 0x965;
}

static bool is_closing(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x300D;
}

static bool is_opening(uint32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C || c == 0xAB || c == 0x201E ||
           c == 0x300C;
}

static bool is_quote(uint32_t c) { return c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0xBB; }

/* Reads a note mark "[2]" that follows an end mark; returns where it ends, or `at`. */
static uint32_t note_end(tenor_string text, uint32_t at, uint32_t end) {
    uint32_t i = at;
    if (i >= end || text.data[i] != '[') return at;
    for (i++; i < end && text.data[i] >= '0' && text.data[i] <= '9'; i++) continue;
    return i < end && i > at + 1 && text.data[i] == ']' ? i + 1 : at;
}

/* From the first end mark at `at`: takes marks and what closes; white space must follow. */
static bool read_mark(tenor_string text, uint32_t at, uint32_t stop, gap *gap) {
    uint32_t length, c = point_at(text, at, stop, &length), marks = 0;
    uint32_t start = at;
    while (at < stop && is_mark(c)) {
        marks++;
        gap->asks |= c == '!' || c == '?';
        gap->wide |= is_wide_mark(c);
        at += length;
        if (at < stop) c = point_at(text, at, stop, &length);
    }
    gap->single_stop = marks == 1 && text.data[start] == '.';
    while (at < stop && is_closing(c)) {
        gap->closes_quote |= is_quote(c);
        at += length;
        if (at < stop) c = point_at(text, at, stop, &length);
    }
    at = note_end(text, at, stop);
    gap->end = at;
    gap->no_space = at == stop && gap->single_stop && gap->end == start + 1;
    bool space = at < stop && tn_is_white(point_at(text, at, stop, &length));
    while (at < stop && tn_is_white(point_at(text, at, stop, &length))) at += length;
    gap->next = at;
    if (at < stop) gap->opens = is_opening(point_at(text, at, stop, &length));
    return space || gap->wide || gap->no_space;
}

/* Looks for an end mark between two words. */
static bool read_gap(const tn_doc *doc, const tn_word *before, const tn_word *after, gap *gap) {
    uint32_t at = before->flags & TN_WORD_DOTTED ? before->end - 1 : before->end, length;
    uint32_t word_end = at;
    for (; at < after->start; at += length) {
        uint32_t c = point_at(doc->text, at, after->start, &length);
        if (!is_mark(c)) continue;
        *gap = (struct gap){0};
        bool found = read_mark(doc->text, at, after->start, gap);
        if (at != word_end) gap->single_stop = false;
        if (found) return true;
    }
    return false;
}

static bool is_upper_at(tenor_string text, uint32_t at) {
    return at < text.length && text.data[at] >= 'A' && text.data[at] <= 'Z';
}

/* Begins in lower case, and not as "iPhone" or "al-Assad" do. */
static bool starts_lower(const tn_doc *doc, const tn_word *word) {
    uint32_t length, c = point_at(doc->text, word->start, word->end, &length);
    bool lower = c < 0x80 ? c >= 'a' && c <= 'z'
                          : utf8proc_get_property((utf8proc_int32_t)c)->category == UTF8PROC_CATEGORY_LL;
    if (!lower || is_upper_at(doc->text, word->start + length)) return false;
    bool particle = word->end - word->start <= 3 && word->end < doc->text.length && doc->text.data[word->end] == '-';
    return !(particle && is_upper_at(doc->text, word->end + 1));
}

static uint8_t flags_of(const tn_doc *doc, const tn_text_model *model, const tn_word *word) {
    return tn_vocabulary_flags(model->vocabulary, doc->terms[word->term].vocabulary);
}

/* A word that clearly begins a sentence. "Will" and "May" are left out of the list. */
static bool is_starter(const tn_doc *doc, const tn_text_model *model, const tn_word *word) {
    return (flags_of(doc, model, word) & TN_VOCABULARY_STARTER) && !(word->flags & TN_WORD_ALL_CAPS && word->end - word->start > 1);
}

static bool is_roman_or_number(const tn_doc *doc, const tn_word *word) {
    if (word->flags & TN_WORD_NUMBER) return true;
    for (uint32_t i = word->start; i < word->end; i++)
        if (!memchr("IVXLC", doc->text.data[i], 5)) return false;
    return true;
}

static tn_abbreviation abbreviation_of(const tn_doc *doc, const tn_text_model *model, const tn_word *word) {
    uint32_t end = word->flags & TN_WORD_DOTTED ? word->end - 1 : word->end;
    uint32_t id = tn_strings_find(&model->language->abbreviations, tn_slice(doc->text, word->start, end));
    return id ? (tn_abbreviation)model->language->abbreviation_class[id] : TN_ABBREVIATION_NONE;
}

static bool is_initial(const tn_doc *doc, const tn_word *word) {
    return word->end - word->start == 1 && word->flags & TN_WORD_CAPITAL && doc->text.data[word->start] != 'I';
}

/* Whether the full stop of an abbreviation or initial may end the sentence, given what follows. */
static bool may_end(const tn_doc *doc, const tn_text_model *model, tn_abbreviation class, const tn_word *after,
                    const gap *gap) {
    bool starter = is_starter(doc, model, after);
    switch (class) {
        case TN_ABBREVIATION_TITLE:
        case TN_ABBREVIATION_INNER: return false;
        case TN_ABBREVIATION_NUMBER: return !is_roman_or_number(doc, after);
        case TN_ABBREVIATION_MONTH: return !(after->flags & TN_WORD_NUMBER) && starter;
        case TN_ABBREVIATION_TIME:
            return starter || !(flags_of(doc, model, after) & TN_VOCABULARY_CALENDAR || after->flags & TN_WORD_NUMBER ||
                                gap->opens);
        default: return starter || (gap->opens && gap->next > gap->end);
    }
}

/* "Why now?" Smith asked. - one sentence. */
static bool saying_follows(const tn_doc *doc, const tn_text_model *model, uint32_t at) {
    for (uint32_t i = at; i < at + 4 && i < doc->n_words; i++) {
        if (i > at && doc->words[i].flags & (TN_WORD_TERMINATOR | TN_WORD_CLAUSE)) return false;
        if (flags_of(doc, model, &doc->words[i]) & TN_VOCABULARY_SPEECH) return true;
    }
    return false;
}

static bool is_list_number(const tn_doc *doc, uint32_t first, uint32_t at) {
    const tn_word *word = &doc->words[at - 1];
    return at - 1 == first && word->end - word->start <= 2 && (word->flags & TN_WORD_NUMBER || is_initial(doc, word));
}

bool tn_sentence_ends(const tn_doc *doc, const tn_text_model *model, uint32_t first, uint32_t at, uint32_t *end,
                      uint32_t *next) {
    const tn_word *before = &doc->words[at - 1], *after = &doc->words[at];
    gap gap;
    if (!(after->flags & TN_WORD_TERMINATOR) && !(before->flags & TN_WORD_DOTTED)) return false;
    if (!read_gap(doc, before, after, &gap)) return false;
    *end = gap.end;
    *next = gap.next;
    if (gap.wide) return true;
    if (starts_lower(doc, after)) return false;
    if (gap.no_space) return after->flags & TN_WORD_CAPITAL && before->end - before->start > 2 && !(before->flags & (TN_WORD_DOTTED | TN_WORD_ALL_CAPS));
    if (gap.asks) return !(gap.closes_quote && saying_follows(doc, model, at));
    if (!gap.single_stop) return true;
    if (is_list_number(doc, first, at)) return false;
    tn_abbreviation class = abbreviation_of(doc, model, before);
    if (class == TN_ABBREVIATION_NONE && (before->flags & TN_WORD_DOTTED || is_initial(doc, before)))
        class = TN_ABBREVIATION_PLACE;
    return class == TN_ABBREVIATION_NONE || may_end(doc, model, class, after, &gap);
}
