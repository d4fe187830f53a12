/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/lines.h"

enum { MOST_CREDIT_NAMES = 6, MOST_CREDIT_WORDS_AFTER = 3, LONGEST_CREDIT = 80 };

enum { LONGEST_LABEL = 40, MOST_LABEL_WORDS = 4, MOST_NAME_WORDS = 4, FEWEST_LISTED = 4 };

enum { MOST_SCORE_WORDS = 7, LONGEST_SCORE = 7 };

enum { MOST_COUNTED = 64, LONGEST_COUNTED = 1024, FEWEST_PIECES = 3, LONGEST_PIECE = 40 };

size_t tn_count_words(tenor_string s) {
    size_t words = 0, wide = 0, length = s.length < LONGEST_COUNTED ? s.length : LONGEST_COUNTED;
    bool space = true;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)s.data[i];
        bool before = space;
        space = tn_is_space(s.data[i]);
        words += before && !space;
        wide += byte >= 0xE3 && byte <= 0xE9; /* begins a character of Chinese or Japanese, about two to a word */
    }
    words += wide / 2;
    return words < MOST_COUNTED ? words : MOST_COUNTED;
}

/* The length of the closing quotation mark or bracket that ends at `end`; 0: none. */
static size_t closing_length(tenor_string s, size_t end) {
    if (end == 0) return 0;
    if ((unsigned char)s.data[end - 1] < 0x80) return memchr("\"')]*", s.data[end - 1], 5) != NULL;
    static const char *const marks[] = {"\xC2\xBB",     "\xC2\xAB",     "\xE2\x80\x99", "\xE2\x80\x9D", "\xE2\x80\x9C",
                                        "\xE3\x80\x8D", "\xE3\x80\x8F", "\xEF\xBC\x89"}; /* » « ’ ” “ 」 』 ） */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i]);
        if (end >= n && memcmp(s.data + end - n, marks[i], n) == 0) return n;
    }
    return 0;
}

static bool ends_in_wide_mark(tenor_string s, size_t end) {
    static const char *const marks[] = {"\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xE0\xA5\xA4"};
    if (end < 2 || (unsigned char)s.data[end - 1] < 0x80) return false;
    for (size_t i = 0; end >= 3 && i < sizeof marks / sizeof *marks; i++)
        if (memcmp(s.data + end - 3, marks[i], 3) == 0) return true; /* … 。 ！ ？ । */
    return memcmp(s.data + end - 2, "\xD8\x9F", 2) == 0 || memcmp(s.data + end - 2, "\xDB\x94", 2) == 0;
}

/* The length of a blank that ends at `end`, as stands before a closing guillemet: " »". */
static size_t blank_length(tenor_string s, size_t end) {
    if (end >= 1 && s.data[end - 1] == ' ') return 1;
    if (end >= 2 && memcmp(s.data + end - 2, "\xC2\xA0", 2) == 0) return 2;
    return end >= 3 && memcmp(s.data + end - 3, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Where the line ends, closing quotation marks and brackets set aside. */
static size_t bare_end(tenor_string s) {
    size_t end = s.length;
    for (size_t n; (n = closing_length(s, end)) > 0;) {
        end -= n;
        end -= blank_length(s, end);
    }
    return end;
}

size_t tn_closing_length(tenor_string s) { return closing_length(s, s.length); }

bool tn_ends_in_mark(tenor_string s) {
    size_t end = bare_end(s);
    return end > 0 && (memchr(".!?", s.data[end - 1], 3) || ends_in_wide_mark(s, end));
}

bool tn_ends_in_question(tenor_string s) {
    size_t end = bare_end(s);
    return (end > 0 && s.data[end - 1] == '?') || (end >= 3 && memcmp(s.data + end - 3, "\xEF\xBC\x9F", 3) == 0) ||
           (end >= 2 && memcmp(s.data + end - 2, "\xD8\x9F", 2) == 0); /* ？ ؟ */
}

/* ； ， ： */
static bool ends_in_wide_pause(tenor_string s, const char *lasts, size_t n) {
    return s.length >= 3 && memcmp(s.data + s.length - 3, "\xEF\xBC", 2) == 0 && memchr(lasts, s.data[s.length - 1], n);
}

bool tn_ends_in_pause(tenor_string s) {
    return s.length > 0 && (memchr(";,", s.data[s.length - 1], 2) || ends_in_wide_pause(s, "\x9B\x8C", 2));
}

bool tn_ends_in_colon(tenor_string s) {
    return s.length > 0 && (s.data[s.length - 1] == ':' || ends_in_wide_pause(s, "\x9A", 1));
}

bool tn_ends_open(tenor_string s) {
    if (s.length == 0 || memchr(":;,-", s.data[s.length - 1], 4)) return s.length > 0;
    if (ends_in_wide_pause(s, "\x9B\x8C\x9A", 3)) return true;
    return s.length >= 3 && (memcmp(s.data + s.length - 3, "\xE2\x80\x93", 3) == 0 || /* en and em dash */
                             memcmp(s.data + s.length - 3, "\xE2\x80\x94", 3) == 0);
}

size_t tn_opening_quote(tenor_string s) {
    if (s.length == 0) return 0;
    if ((unsigned char)s.data[0] < 0x80) return s.data[0] == '"' || s.data[0] == '\'';
    static const char *const marks[] = {"\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x9E", "\xE2\x80\x9A",
                                        "\xE2\x80\xB9", "\xC2\xAB",     "\xC2\xBB",     "\xE2\x80\x9D",
                                        "\xE3\x80\x8C", "\xE3\x80\x8E"}; /* “ ‘ „ ‚ ‹ « » ” 「 『 */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i]);
        if (s.length >= n && memcmp(s.data, marks[i], n) == 0) return n;
    }
    return 0;
}

bool tn_is_ornament(tenor_string s) {
    for (size_t i = 0; i < s.length; i++) {
        char c = tn_lower(s.data[i]);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0xC3) {
            bool punctuation =
                (unsigned char)c == 0xE2 && i + 1 < s.length && (unsigned char)s.data[i + 1] >= 0x80 &&
                (unsigned char)s.data[i + 1] <= 0x9F; /* U+2000 ... U+27FF: dashes, bullets, arrows, stars */
            if (!punctuation) return false;
        }
    }
    return true;
}

bool tn_is_all_capitals(tenor_string s) {
    bool any = false;
    for (size_t i = 0; i < s.length; i++) {
        if (s.data[i] >= 'a' && s.data[i] <= 'z') return false;
        any |= s.data[i] >= 'A' && s.data[i] <= 'Z';
    }
    return any;
}

size_t tn_tail_length(tenor_string s) {
    for (size_t i = s.length; i-- > 1 && s.length - i <= LONGEST_CREDIT;) {
        if (!tn_is_space(s.data[i])) continue;
        tenor_string before = tn_slice(s, 0, i);
        if (tn_ends_in_mark(before)) return s.length - i - 1;
    }
    return 0;
}

size_t tn_truncation_length(tenor_string s) {
    if (s.length < 10 || s.data[s.length - 1] != ']' || !tn_ends_nocase(s, TN_STR("chars]"))) return 0;
    size_t at = s.length - sizeof "chars]" + 1;
    while (at > 0 && s.data[at - 1] == ' ') at--;
    size_t digits = at;
    while (at > 0 && tn_is_digit(s.data[at - 1])) at--;
    if (at == digits || at < 2 || s.data[at - 1] != '+' || s.data[at - 2] != '[') return 0;
    at -= 2;
    while (at > 0 && tn_is_space(s.data[at - 1])) at--;
    return s.length - at;
}

bool tn_has_inner_end_mark(tenor_string s) {
    for (size_t i = 0; i + 1 < s.length; i++)
        if (memchr(".!?", s.data[i], 3) && tn_is_space(s.data[i + 1])) return true;
    return false;
}

bool tn_has_inner_stop(tenor_string s) {
    for (size_t i = 0; i + 3 < s.length; i++)
        if (memcmp(s.data + i, "\xE3\x80\x82", 3) == 0) return true; /* 。 */
    return tn_has_inner_end_mark(s);
}

bool tn_is_capitalised(tenor_string s) {
    tenor_string word;
    while (tn_split(&s, ' ', &word)) {
        char c = word.length ? word.data[0] : 'A';
        if (c >= 'a' && c <= 'z' && word.length > 3) return false;
    }
    return true;
}

/* The length of a mark with blanks at its sides that parts the pieces of a menu at s.data[at]; 0: there is none. */
static size_t menu_mark(tenor_string s, size_t at) {
    static const char *const marks[] = {" > ",
                                        " | ",
                                        " / ",
                                        " \xC2\xBB ",
                                        " \xC2\xB7 ",
                                        " \xE2\x80\xA2 ", /* » · • */
                                        " \xE2\x80\xBA ",
                                        " \xE2\x80\xB9 "}; /* › ‹ */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (tn_starts_nocase(tn_slice(s, at, s.length), tn_str(marks[i]))) return strlen(marks[i]);
    return 0;
}

/* "Home   About   Contact": wide gaps part the pieces, where no figure makes it the row of a table. */
bool tn_is_menu(tenor_string s) {
    size_t pieces = 1;
    size_t gaps = 0;
    bool figures = false;
    for (size_t at = 0, start = 0; at < s.length; at++) {
        size_t mark = s.data[at] == ' ' ? menu_mark(s, at) : 0;
        figures |= tn_is_digit(s.data[at]);
        gaps += s.data[at] == ' ' && at > 0 && s.data[at - 1] == ' ' && at + 1 < s.length && s.data[at + 1] != ' ';
        if (mark) {
            pieces++;
            start = at + mark;
        }
        if (at > start + LONGEST_PIECE) return false;
    }
    return (pieces >= FEWEST_PIECES || (gaps + 1 >= FEWEST_PIECES && !figures)) && !tn_ends_in_mark(s);
}

bool tn_has_digit(tenor_string s) {
    for (size_t i = 0; i < s.length; i++)
        if (tn_is_digit(s.data[i])) return true;
    return false;
}

size_t tn_count_figures(tenor_string s) {
    tenor_string word;
    size_t figures = 0;
    for (bool first = true; tn_split(&s, ' ', &word); first = first && word.length == 0)
        figures += !first && tn_has_digit(word);
    return figures;
}

size_t tn_label_length(tenor_string s) {
    const char *colon = memchr(s.data, ':', s.length < LONGEST_LABEL ? s.length : LONGEST_LABEL);
    if (!colon) return 0;
    size_t length = (size_t)(colon - s.data) + 1;
    tenor_string label = tn_slice(s, 0, length - 1);
    bool spaced = length < s.length && tn_is_space(s.data[length]);
    bool begins = length > 1 && !tn_is_digit(s.data[0]) && (s.data[0] < 'a' || s.data[0] > 'z');
    return spaced && begins && tn_count_words(label) <= MOST_LABEL_WORDS && tn_is_capitalised(label) ? length : 0;
}

bool tn_is_labelled_list(tenor_string s) {
    size_t at = 0, marks = 0;
    while (at < s.length && at < LONGEST_LABEL && s.data[at] != ':') at++;
    if (at + 1 >= s.length || s.data[at] != ':' || !tn_is_space(s.data[at + 1])) return false;
    for (; at + 1 < s.length; at++) marks += (s.data[at] == ',' || s.data[at] == ';') && tn_is_space(s.data[at + 1]);
    return marks >= FEWEST_LISTED;
}

bool tn_is_score(tenor_string s) {
    tenor_string word;
    size_t words = 0, scores = 0, at = 0;
    while (tn_split(&s, ' ', &word)) {
        if (word.length == 0 || ++words > MOST_SCORE_WORDS) return false;
        bool digits = tn_is_digit(word.data[0]) && tn_is_digit(word.data[word.length - 1]);
        bool score = digits && word.length <= LONGEST_SCORE &&
                     (memchr(word.data, '-', word.length) || memchr(word.data, ':', word.length));
        bool small = word.data[0] >= 'a' && word.data[0] <= 'z';
        if (small || (!score && (tn_has_digit(word) || tn_ends_open(word)))) return false;
        scores += score;
        at = score ? words : at;
    }
    return scores == 1 && at > 1 && at < words;
}

bool tn_is_name(tenor_string s) {
    tenor_string word;
    size_t words = 0, length = s.length;
    while (tn_split(&s, ' ', &word)) {
        char c = word.length ? word.data[0] : ' ';
        bool small = (c >= 'a' && c <= 'z') && word.length > 3; /* "van", "de" */
        if (small || tn_has_digit(word) || word.length == 0 || memchr("([\"'>*-/#@", c, 11)) return false;
        if (memchr(",;:!?|/", word.data[word.length - 1], 7)) return false;
        words++;
    }
    return words >= 2 && words <= MOST_NAME_WORDS && length <= LONGEST_CREDIT;
}

bool tn_has_pieces(tenor_string s) {
    for (size_t at = 1; at + 3 < s.length; at++) {
        if (s.data[at] != ' ') continue;
        if (s.data[at + 1] == ' ' && s.data[at + 2] == ' ') return true;
        if (menu_mark(s, at)) return true;
    }
    return false;
}

/* "example.org/page" at s.data[dot] == '.': two letters or more before a slash, and one before the full stop. */
static bool is_bare_address(tenor_string s, size_t dot) {
    size_t at = dot + 1;
    while (at < s.length && tn_lower(s.data[at]) >= 'a' && tn_lower(s.data[at]) <= 'z') at++;
    bool before = tn_lower(s.data[dot - 1]) >= 'a' && tn_lower(s.data[dot - 1]) <= 'z';
    return before && at > dot + 2 && at + 1 < s.length && s.data[at] == '/' && !tn_is_space(s.data[at + 1]);
}

bool tn_has_address(tenor_string s) {
    bool few = s.length <= LONGEST_CREDIT; /* a longer line is a post that shows a picture, most likely */
    for (size_t i = 1; i + 3 < s.length; i++) {
        if (memcmp(s.data + i, "://", 3) == 0 || (few && s.data[i] == '.' && is_bare_address(s, i))) return true;
        bool mail = s.data[i] == '@' && !tn_is_space(s.data[i - 1]) && !tn_is_space(s.data[i + 1]);
        while (mail && ++i < s.length && !tn_is_space(s.data[i]))
            if (s.data[i] == '.') return true;
    }
    return false;
}

bool tn_is_list_item(tenor_string s) {
    if (s.length > 2 && memchr("-*", s.data[0], 2) && s.data[1] == ' ') return true;
    return s.length > 3 && memcmp(s.data, "\xE2\x80\xA2", 3) == 0; /* • */
}

/* "一、改用电动船": a number of Chinese and the comma of lists. */
static bool is_wide_number(tenor_string s) {
    static const char digits[] = "一二三四五六七八九十";
    size_t at = 0, i = 0;
    while (at + 3 <= s.length && i + 1 < sizeof digits) {
        bool found = memcmp(s.data + at, digits + i, 3) == 0;
        at += found ? 3 : 0;
        i = found ? 0 : i + 3;
    }
    return at > 0 && at + 3 < s.length && memcmp(s.data + at, "、", 3) == 0;
}

bool tn_begins_with_bullet(tenor_string s) {
    static const char *const bullets[] = {"–", "▪", "●", "■", "◦", "‣", "✅", "❌", "✔", "✓", "✗", "☑"};
    if (s.length < 5 || (unsigned char)s.data[0] < 0x80) return tn_is_list_item(s);
    if (tn_is_list_item(s) || is_wide_number(s)) return true;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        if (memcmp(s.data, bullets[i], 3) != 0) continue;
        size_t at = memcmp(s.data + 3, "\xEF\xB8", 2) == 0 ? 6 : 3; /* behind a variation selector */
        return at < s.length && tn_is_space(s.data[at]);
    }
    return false;
}

bool tn_begins_with_dash(tenor_string s) {
    return tn_starts_nocase(s, TN_STR("- ")) || tn_starts_nocase(s, TN_STR("| ")) ||
           tn_starts_nocase(s, TN_STR("\xE2\x80\x93 ")) || tn_starts_nocase(s, TN_STR("\xE2\x80\x94 "));
}

/* The place of the last dash (" - ", " – ", " — ") or bar that has something after it; s.length: none. */
static size_t last_dash(tenor_string s) {
    for (size_t i = s.length; i-- > 1;) {
        if (s.data[i - 1] != ' ') continue;
        if (tn_begins_with_dash(tn_slice(s, i, s.length))) return i;
    }
    return s.length;
}

size_t tn_date_tail(tenor_string s) {
    size_t dash = last_dash(s);
    if (dash == s.length || s.length - dash > 32) return 0;
    size_t digits = 0;
    for (size_t i = dash; i < s.length; i++) digits += tn_is_digit(s.data[i]);
    return digits >= 2 ? s.length - dash : 0;
}

/* "Jane Doe/Reuters", "Orbital Agency/TV still": capitalised words, a slash, at most a few words; no digits. */
static bool is_credit(tenor_string s) {
    size_t words = tn_count_words(s);
    const char *slash = s.length ? memchr(s.data, '/', s.length) : NULL;
    if (!slash || words < 2 || words > MOST_CREDIT_NAMES) return false;
    size_t at = (size_t)(slash - s.data) + 1;
    if (!tn_is_capitalised(tn_slice(s, 0, at))) return false;
    if (at < s.length && s.data[at] == ' ') at++;
    if (at >= s.length || s.data[at] < 'A' || s.data[at] > 'Z') return false;
    if (tn_count_words(tn_slice(s, at, s.length)) > MOST_CREDIT_WORDS_AFTER) return false;
    for (size_t i = 0; i < s.length; i++)
        if (tn_is_digit(s.data[i]) || s.data[i] == ':') return false;
    return true;
}

size_t tn_credit_length(tenor_string s) {
    if (s.length == 0) return 0;
    size_t start = s.length > LONGEST_CREDIT ? s.length - LONGEST_CREDIT : 0;
    bool whole = start == 0;
    if (!memchr(s.data + start, '/', s.length - start)) return 0;
    for (size_t i = start; i + 1 < s.length; i++) {
        if (!memchr(".!?)", s.data[i], 4) || !tn_is_space(s.data[i + 1])) continue;
        start = i + 2;
        whole = true;
    }
    tenor_string tail = tn_slice(s, start, s.length);
    return whole && is_credit(tail) ? tail.length : 0;
}
