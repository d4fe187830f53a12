/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/lines.h"

enum { WIDEST_WRAP = 120, MOST_CREDIT_NAMES = 6, LONGEST_CREDIT = 80 };

typedef struct line {
    uint32_t start, end;
    bool after_blank;
} line;

typedef TN_VEC(line) line_list;

static tenor_status find_lines(line_list *lines, const tn_blocks_input *input, tn_arena *arena, tenor_error *error) {
    bool blank = true;
    for (uint32_t at = input->start; at < input->end;) {
        const char *newline = memchr(input->text.data + at, '\n', input->end - at);
        uint32_t end = newline ? (uint32_t)(newline - input->text.data) : input->end;
        tenor_string whole = tn_slice(input->text, at, end), trimmed = tn_trim(whole);
        if (trimmed.length) {
            line *added = TN_PUSH(arena, lines);
            if (!added) return tn_fail_memory(error);
            added->start = (uint32_t)(trimmed.data - input->text.data);
            added->end = added->start + (uint32_t)trimmed.length;
            added->after_blank = blank;
        }
        blank = trimmed.length == 0;
        at = end + 1;
    }
    return TENOR_OK;
}

static size_t first_word_length(tenor_string s) {
    size_t n = 0;
    while (n < s.length && !tn_is_space(s.data[n])) n++;
    return n;
}

/* The width a text is wrapped at, as far as its lines tell: the longest line that has a space. */
static size_t wrap_width(const line_list *lines, tenor_string text) {
    size_t width = 0;
    for (size_t i = 0; i < lines->count; i++) {
        size_t length = lines->at[i].end - lines->at[i].start;
        if (length > width && memchr(text.data + lines->at[i].start, ' ', length)) width = length;
        if (width > WIDEST_WRAP) break;
    }
    return width;
}

/* Whether `next` continues `this` one. */
static bool continues(const line *this, const line *next, tenor_string text, size_t width) {
    tenor_string before = tn_slice(text, this->start, this->end), after = tn_slice(text, next->start, next->end);
    if (next->after_blank || tn_is_list_item(after)) return false;
    bool lower = after.data[0] >= 'a' && after.data[0] <= 'z';
    if (lower && !tn_ends_in_mark(before)) return true;
    return width <= WIDEST_WRAP && before.length + 1 + first_word_length(after) > width;
}

tenor_status tn_lines_join(tn_block_list *blocks, const tn_blocks_input *input, tn_arena *arena, tenor_error *error) {
    line_list lines = {0};
    TN_TRY(find_lines(&lines, input, arena, error));
    size_t width = wrap_width(&lines, input->text);
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0 && continues(&lines.at[i - 1], &lines.at[i], input->text, width)) {
            blocks->at[blocks->count - 1].end = lines.at[i].end;
            continue;
        }
        tn_block *block = TN_PUSH(arena, blocks);
        if (!block) return tn_fail_memory(error);
        block->start = lines.at[i].start;
        block->end = lines.at[i].end;
    }
    return TENOR_OK;
}

size_t tn_count_words(tenor_string s) {
    size_t words = 0;
    for (size_t i = 0; i < s.length && words < 64; i++)
        words += !tn_is_space(s.data[i]) && (i == 0 || tn_is_space(s.data[i - 1]));
    return words;
}

/* The length of the closing quotation mark or bracket that ends at `end`; 0: none. */
static size_t closing_length(tenor_string s, size_t end) {
    if (end >= 1 && memchr("\"')]*", s.data[end - 1], 5)) return 1;
    if (end >= 2 && memcmp(s.data + end - 2, "\xC2\xBB", 2) == 0) return 2; /* » */
    if (end < 3) return 0;
    const char *three = s.data + end - 3;
    return memcmp(three, "\xE2\x80\x99", 3) == 0 || memcmp(three, "\xE2\x80\x9D", 3) == 0 ? 3 : 0; /* ’ ” */
}

static bool ends_in_wide_mark(tenor_string s, size_t end) {
    static const char *const marks[] = {"\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xE0\xA5\xA4"};
    for (size_t i = 0; end >= 3 && i < sizeof marks / sizeof *marks; i++)
        if (memcmp(s.data + end - 3, marks[i], 3) == 0) return true; /* … 。 ！ ？ । */
    return end >= 2 && (memcmp(s.data + end - 2, "\xD8\x9F", 2) == 0 || memcmp(s.data + end - 2, "\xDB\x94", 2) == 0);
}

bool tn_ends_in_mark(tenor_string s) {
    size_t end = s.length;
    for (size_t n; (n = closing_length(s, end)) > 0;) end -= n;
    return end > 0 && (memchr(".!?", s.data[end - 1], 3) || ends_in_wide_mark(s, end));
}

bool tn_has_inner_end_mark(tenor_string s) {
    for (size_t i = 0; i + 1 < s.length; i++)
        if (memchr(".!?", s.data[i], 3) && tn_is_space(s.data[i + 1])) return true;
    return false;
}

bool tn_is_capitalised(tenor_string s) {
    tenor_string word;
    while (tn_split(&s, ' ', &word)) {
        char c = word.length ? word.data[0] : 'A';
        if (c >= 'a' && c <= 'z' && word.length > 3) return false;
    }
    return true;
}

bool tn_is_list_item(tenor_string s) {
    if (s.length > 2 && memchr("-*", s.data[0], 2) && s.data[1] == ' ') return true;
    return s.length > 3 && memcmp(s.data, "\xE2\x80\xA2", 3) == 0; /* • */
}

/* The place of the last dash (" - ", " – ", " — ") or bar that has something after it; s.length: none. */
static size_t last_dash(tenor_string s) {
    for (size_t i = s.length; i-- > 1;) {
        if (s.data[i - 1] != ' ') continue;
        tenor_string rest = tn_slice(s, i, s.length);
        if (tn_starts_nocase(rest, TN_STR("- ")) || tn_starts_nocase(rest, TN_STR("| ")) ||
            tn_starts_nocase(rest, TN_STR("\xE2\x80\x93 ")) || tn_starts_nocase(rest, TN_STR("\xE2\x80\x94 ")))
            return i;
    }
    return s.length;
}

size_t tn_date_tail(tenor_string s) {
    size_t dash = last_dash(s);
    if (dash == s.length || s.length - dash > 32) return 0;
    size_t digits = 0;
    for (size_t i = dash; i < s.length; i++) digits += s.data[i] >= '0' && s.data[i] <= '9';
    return digits >= 2 ? s.length - dash : 0;
}

/* "Jane Doe/Reuters": capitalised words, a slash in the last of them, no digits. */
static bool is_credit(tenor_string s) {
    size_t words = tn_count_words(s);
    const char *slash = s.length ? memchr(s.data, '/', s.length) : NULL;
    if (!slash || words < 2 || words > MOST_CREDIT_NAMES || !tn_is_capitalised(s)) return false;
    size_t at = (size_t)(slash - s.data);
    if (at + 1 >= s.length || s.data[at + 1] < 'A' || s.data[at + 1] > 'Z') return false;
    for (size_t i = 0; i < s.length; i++)
        if ((s.data[i] >= '0' && s.data[i] <= '9') || s.data[i] == ':') return false;
    return true;
}

size_t tn_credit_length(tenor_string s) {
    if (s.length == 0) return 0;
    size_t start = s.length > LONGEST_CREDIT ? s.length - LONGEST_CREDIT : 0;
    bool whole = start == 0;
    if (!memchr(s.data + start, '/', s.length - start)) return 0;
    for (size_t i = start; i + 1 < s.length; i++) {
        if (!memchr(".!?)", s.data[i], 4) || s.data[i + 1] != ' ') continue;
        start = i + 2;
        whole = true;
    }
    tenor_string tail = tn_slice(s, start, s.length);
    return whole && is_credit(tail) ? tail.length : 0;
}
