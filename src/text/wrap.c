/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hard-wrapped lines joined to paragraphs. Whether a text is wrapped, and how wide, is told by the lines that another
 * one follows without a blank line between: in a wrapped text most of those that end no sentence are full, few are
 * followed by a capital, and none is very long. A list of headlines has open lines too, but of any length. */
#include "base/date.h"
#include "text/chars.h"
#include "text/lines.h"

enum {
    NARROWEST_WRAP = 16,
    WIDEST_WRAP = 120,
    ENDED_PER_OPEN = 4,    /* at least one line in so many ends without an end mark, or each is a paragraph */
    WRAP_SLACK = 20,       /* a paragraph may be wrapped a twentieth narrower than the widest */
    LONG_PER_WRAPPED = 20, /* one line in so many may be longer: an address, a table */
    FEWEST_FULL = 6,       /* lines that tell of a wrapped text with many brief lines */
    FEWEST_CASED = 4,      /* lines to ask whether the next ones begin with a capital ... */
    MOST_CAPITALS = 75,    /* ... and the percentage of such that no running text has */
    LONGEST_LAST_WORD = 16
};

typedef struct line {
    uint32_t start, end;
    uint32_t indent;
    bool after_blank;
} line;

/* The next line that is not blank, from *at on; false at the end. */
static bool next_line(const tn_blocks_input *input, uint32_t *at, line *found) {
    for (bool blank = *at == input->start; *at < input->end; blank = true) {
        uint32_t start = *at;
        const char *newline = memchr(input->text.data + start, '\n', input->end - start);
        uint32_t end = newline ? (uint32_t)(newline - input->text.data) : input->end;
        *at = newline ? end + 1 : end;
        tenor_string trimmed = tn_trim(tn_slice(input->text, start, end));
        while (tn_starts_nocase(trimmed, TN_STR("\xE3\x80\x80"))) /* a blank of Chinese and Japanese, as indents */
            trimmed = tn_trim(tn_slice(trimmed, 3, trimmed.length));
        if (trimmed.length == 0) continue;
        found->start = (uint32_t)(trimmed.data - input->text.data);
        found->end = found->start + (uint32_t)trimmed.length;
        found->indent = found->start - start;
        found->after_blank = blank;
        return true;
    }
    return false;
}

/* Chinese and Japanese are wrapped between any two characters. */
static size_t first_word_length(tenor_string s) {
    size_t n = 0;
    if (s.length && (unsigned char)s.data[0] >= 0xE3 && (unsigned char)s.data[0] <= 0xE9)
        return s.length < 3 ? s.length : 3;
    while (n < s.length && !tn_is_space(s.data[n])) n++;
    return n;
}

/* In characters, as a wrapper counts; looks no further than it takes to be over `most`. */
static size_t characters(tenor_string s, size_t most) {
    size_t n = 0;
    for (size_t i = 0; i < s.length && n <= most; i++) n += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return n;
}

/* The class of the abbreviation that a line ends in. */
static tn_abbreviation last_abbreviation(tenor_string line, const tn_text_model *model) {
    if (line.length < 2 || line.data[line.length - 1] != '.') return TN_ABBREVIATION_NONE;
    size_t start = line.length - 1;
    while (start > 0 && !tn_is_space(line.data[start - 1]) && line.length - start <= LONGEST_LAST_WORD) start--;
    uint32_t id = tn_strings_find(&model->language->abbreviations, tn_slice(line, start, line.length - 1));
    return id ? (tn_abbreviation)model->language->abbreviation_class[id] : TN_ABBREVIATION_NONE;
}

/* Two lines with nothing between them, the first of several words. */
static bool is_inner(const tn_blocks_input *input, const line *this, const line *next) {
    return !next->after_blank && memchr(input->text.data + this->start, ' ', this->end - this->start);
}

static bool is_open(tenor_string text, const tn_text_model *model) {
    return !tn_ends_in_mark(text) || last_abbreviation(text, model) != TN_ABBREVIATION_NONE;
}

/* The first word of the next line would not have fitted on this one. */
static bool is_full(tenor_string text, tenor_string after, size_t width) {
    size_t length = characters(text, width);
    return length <= width && length + 1 + characters(tn_slice(after, 0, first_word_length(after)), width) > width;
}

/* The calendar words are kept folded: days and months are looked up in lower case. */
static bool is_calendar(const tn_text_model *model, tenor_string word) {
    char lower[LONGEST_LAST_WORD];
    size_t n = 0;
    for (; n < word.length && n < sizeof lower && (unsigned char)word.data[n] > '@'; n++)
        lower[n] = tn_lower(word.data[n]);
    uint32_t id = tn_vocabulary_find(model->vocabulary, (tenor_string){lower, n});
    return (tn_text_model_marks(model, id) & TN_VOCABULARY_CALENDAR) != 0;
}

/* The line ends in an abbreviation that needs what comes next: "Mr.", "Sept." before "4", "5 p.m." before "Monday". */
static bool ends_in_open_abbreviation(tenor_string before, tenor_string after, const tn_text_model *model) {
    bool digit = tn_is_digit(after.data[0]);
    switch (last_abbreviation(before, model)) {
        case TN_ABBREVIATION_TITLE:
        case TN_ABBREVIATION_SAINT:
        case TN_ABBREVIATION_INNER: return true;
        case TN_ABBREVIATION_MONTH:
        case TN_ABBREVIATION_NUMBER: return digit;
        case TN_ABBREVIATION_TIME: return is_calendar(model, tn_slice(after, 0, first_word_length(after)));
        default: return false;
    }
}

/* Whether most open lines, but for the longest, are full at this width, and running text goes on in the next ones.
 * alone: there is but one line that another one follows. */
static bool is_wrapped_at(const tn_blocks_input *input, size_t width, bool alone, const tn_text_model *model) {
    size_t open = 0, brief = 0, full = 0, cased = 0, capitals = 0;
    uint32_t at = input->start;
    line this, next;
    for (bool more = next_line(input, &at, &this); more && next_line(input, &at, &next); this = next) {
        tenor_string text = tn_slice(input->text, this.start, this.end);
        if (!is_inner(input, &this, &next) || !is_open(text, model)) continue;
        brief += text.length * 2 < width; /* a heading, a label, an item of a list */
        open++;
        tenor_string after = tn_slice(input->text, next.start, next.end);
        full += is_full(text, after, width) || ends_in_open_abbreviation(text, after, model);
        tn_char_kind kind = tn_char_at(input->text, next.start, next.end).kind;
        cased += kind == TN_CHAR_LOWER || kind == TN_CHAR_UPPER;
        capitals += kind == TN_CHAR_UPPER;
    }
    if (open == 1) return cased > capitals || !alone; /* it is the longest, and full in any case */
    size_t rest = open - brief;
    bool mostly = rest >= FEWEST_FULL && full * 5 >= rest * 3;
    return full > 0 && (mostly || (full - 1) * 2 >= open - 1) &&
           (cased < FEWEST_CASED || capitals * 100 <= cased * MOST_CAPITALS);
}

/* The width the text is wrapped at: the longest line that another follows. 0: it is not wrapped. */
static size_t wrap_width(const tn_blocks_input *input, const tn_text_model *model) {
    size_t width = 0, inner = 0, open = 0, wide = 0;
    uint32_t at = input->start;
    line this, next;
    for (bool more = next_line(input, &at, &this); more && next_line(input, &at, &next); this = next) {
        if (!is_inner(input, &this, &next)) continue;
        tenor_string text = tn_slice(input->text, this.start, this.end);
        size_t length = characters(text, WIDEST_WRAP);
        inner++;
        open += is_open(text, model);
        if (length > WIDEST_WRAP) wide++;
        else if (length > width) width = length;
    }
    bool may = width >= NARROWEST_WRAP && open * ENDED_PER_OPEN >= inner && wide * LONG_PER_WRAPPED <= inner;
    return may && is_wrapped_at(input, width, inner == 1, model) ? width : 0;
}

static bool begins_small(tenor_string text, uint32_t start, uint32_t end) {
    return tn_char_at(text, start, end).kind == TN_CHAR_LOWER;
}

/* A line of nothing but a date below the very first line, which is the headline then. */
static bool is_dated(const line *first, const line *this, tenor_string after, const tn_blocks_input *input,
                     const tn_text_model *model) {
    bool headline =
        first->start == this->start && tn_trim(tn_slice(input->text, input->start, this->start)).length == 0;
    tn_date date;
    return headline && tn_text_model_is_stamp(model, after) && tn_date_read(&date, after);
}

/* Whether `next` continues `this` one; `first` is the paragraph's first line. A paragraph that itself begins in lower
 * case is a list of words, one a line, unless its lines are full. */
static bool continues(const line *first, const line *this, const line *next, const tn_blocks_input *input, size_t width,
                      const tn_text_model *model) {
    tenor_string before = tn_slice(input->text, this->start, this->end);
    tenor_string after = tn_slice(input->text, next->start, next->end);
    if (next->after_blank || tn_is_list_item(after) || is_dated(first, this, after, input, model)) return false;
    bool list = tn_is_list_item(tn_slice(input->text, first->start, first->end));
    if (next->indent > this->indent + 1 && !list) return false;
    if (begins_small(input->text, next->start, next->end) && !tn_ends_in_mark(before) &&
        !begins_small(input->text, first->start, first->end))
        return true;
    bool nearly = width && !tn_ends_in_mark(before) && is_full(before, after, width - width / WRAP_SLACK);
    return ends_in_open_abbreviation(before, after, model) || is_full(before, after, width) || nearly;
}

tenor_status tn_lines_join(tn_block_list *blocks, const tn_blocks_input *input, const tn_text_model *model,
                           tn_arena *arena, tenor_error *error) {
    size_t width = wrap_width(input, model);
    uint32_t at = input->start;
    line first = {0}, last = {0}, next;
    for (bool any = false; next_line(input, &at, &next); any = true, last = next) {
        if (tn_arena_late(arena, 1)) return tn_fail_memory(error);
        if (any && continues(&first, &last, &next, input, width, model)) {
            blocks->at[blocks->count - 1].end = next.end;
            continue;
        }
        first = next;
        tn_block *block = TN_PUSH(arena, blocks);
        if (!block) return tn_fail_memory(error);
        block->start = next.start;
        block->end = next.end;
    }
    return TENOR_OK;
}
