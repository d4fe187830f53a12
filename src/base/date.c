/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"

enum { LONGEST = 128, DAY = 24 * 60 * 60 };

/* A text on the way. */
typedef struct cursor {
    tenor_string text;
    size_t at;
} cursor;

static bool is_letter(char c) { return tn_lower(c) >= 'a' && tn_lower(c) <= 'z'; }
static char peek(const cursor *c) { return c->at < c->text.length ? c->text.data[c->at] : '\0'; }

static bool take(cursor *c, char wanted) {
    bool there = c->at < c->text.length && c->text.data[c->at] == wanted;
    c->at += there;
    return there;
}

/* A number of `least` to `most` digits, and no more. */
static bool take_number(cursor *c, size_t least, size_t most, int64_t *number) {
    size_t start = c->at;
    for (*number = 0; tn_is_digit(peek(c)) && c->at - start < most; c->at++) *number = *number * 10 + (peek(c) - '0');
    return c->at - start >= least && !tn_is_digit(peek(c));
}

/* ---- the calendar ---- */

static bool is_leap(int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int64_t days_in(int64_t year, int64_t month) {
    static const int64_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days from 1 January 1970; with `year` from 1000 on, all divisions are of positive numbers. */
static bool set_day(tn_date *date, int64_t year, int64_t month, int64_t day) {
    if (year < 1000 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return false;
    int64_t before = year - 1;
    date->day = before * 365 + before / 4 - before / 100 + before / 400 - 719162 + day - 1;
    for (int64_t m = 1; m < month; m++) date->day += days_in(year, m);
    return true;
}

/* ---- the time ---- */

/* "Z", "GMT", "+02:00", " +0200"; without one the time is UTC. */
static int64_t zone_seconds(cursor *c) {
    int64_t hours, minutes = 0;
    while (take(c, ' ')) continue;
    bool west = peek(c) == '-';
    if (!west && peek(c) != '+') return 0;
    c->at++;
    size_t start = c->at;
    if (!take_number(c, 2, 2, &hours)) { /* four digits are both */
        if (c->at - start != 2 || !take_number(c, 2, 2, &minutes)) return 0;
    } else if (take(c, ':') && !take_number(c, 2, 2, &minutes)) {
        return 0;
    }
    return (hours * 60 + minutes) * (west ? -60 : 60);
}

/* " p.m." after an hour: 12 more. */
static int64_t half_day(cursor *c, int64_t hour) {
    cursor ahead = *c;
    while (take(&ahead, ' ')) continue;
    char first = tn_lower(peek(&ahead));
    ahead.at++;
    (void)take(&ahead, '.');
    if ((first != 'a' && first != 'p') || tn_lower(peek(&ahead)) != 'm' || hour < 1 || hour > 12) return hour;
    *c = (cursor){ahead.text, ahead.at + 1};
    (void)take(c, '.');
    return hour % 12 + (first == 'p' ? 12 : 0);
}

/* "10:30", "10:30:05.25"; what is no time leaves the date without one. */
static void take_time(cursor *c, tn_date *date) {
    int64_t hour, minute, second = 0, fraction;
    if (!take_number(c, 1, 2, &hour) || !take(c, ':') || !take_number(c, 2, 2, &minute)) return;
    if (take(c, ':') && !take_number(c, 2, 2, &second)) return;
    if (take(c, '.')) (void)take_number(c, 0, 18, &fraction);
    hour = half_day(c, hour);
    if (hour > 24 || minute > 59 || second > 60) return;
    date->timed = true;
    date->second = date->day * DAY + (hour * 60 + minute) * 60 + second - zone_seconds(c);
}

/* The first time in the rest of the text: where a colon follows a number. */
static void find_time(cursor c, tn_date *date) {
    for (; c.at < c.text.length && !date->timed; c.at++) {
        bool begins = tn_is_digit(peek(&c)) && (c.at == 0 || !tn_is_digit(c.text.data[c.at - 1]));
        cursor from = c;
        if (begins) take_time(&from, date);
    }
}

/* ---- the forms of a date ---- */

/* "2018-05-01", "20180501T1030" without its time. */
static bool read_numbers(tn_date *date, tenor_string text) {
    cursor c = {text, 0};
    int64_t year, month, day;
    if (take_number(&c, 8, 8, &year)) {
        day = year % 100;
        month = year / 100 % 100;
        year /= 10000;
    } else {
        c.at = 0;
        if (!take_number(&c, 4, 4, &year)) return false;
        char separator = peek(&c);
        if ((separator != '-' && separator != '/' && separator != '.') || !take(&c, separator)) return false;
        if (!take_number(&c, 1, 2, &month) || !take(&c, separator) || !take_number(&c, 1, 2, &day)) return false;
    }
    if (is_letter(peek(&c)) && tn_lower(peek(&c)) != 't') return false;
    if (!set_day(date, year, month, day)) return false;
    find_time(c, date);
    return true;
}

static bool read_seconds(tn_date *date, tenor_string text) {
    cursor c = {text, 0};
    int64_t number;
    if (!take_number(&c, 9, 13, &number)) return false;
    size_t digits = c.at;
    if (digits > 10 && digits < 13) return false;
    if (take(&c, '.'))
        while (tn_is_digit(peek(&c))) c.at++;
    if (c.at < text.length) return false;
    date->second = digits == 13 ? number / 1000 : number;
    date->day = date->second / DAY;
    return date->timed = true;
}

/* 1 ... 12; 0: the word is no month, in full or by three or four letters. */
static int64_t month_of(tenor_string word) {
    static const char *const names[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
    if (word.length < 3) return 0;
    for (int64_t m = 0; m < 12; m++)
        if (tn_starts_nocase(tn_str(names[m]), word) && (word.length <= 4 || word.length == strlen(names[m])))
            return m + 1;
    return 0;
}

/* A word or number of the text; false at its end. */
static bool next_token(cursor *c, tenor_string *token) {
    while (c->at < c->text.length && !is_letter(peek(c)) && !tn_is_digit(peek(c))) c->at++;
    size_t start = c->at;
    bool number = tn_is_digit(peek(c));
    while (c->at < c->text.length && (number ? tn_is_digit(peek(c)) : is_letter(peek(c)))) c->at++;
    *token = tn_slice(c->text, start, c->at);
    return token->length > 0;
}

static int64_t number_of(tenor_string token, size_t most_digits) {
    cursor c = {token, 0};
    int64_t number = 0;
    return take_number(&c, 1, most_digits, &number) && c.at == token.length ? number : 0;
}

/* "1st", "1 of": the number before may still be the day. */
static bool is_suffix(tenor_string token) {
    static const char *const suffixes[] = {"st", "nd", "rd", "th", "of"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (tn_equal_nocase(token, tn_str(suffixes[i]))) return true;
    return false;
}

static bool is_time(const cursor *c, tenor_string token) {
    size_t start = (size_t)(token.data - c->text.data);
    return peek(c) == ':' || (start > 0 && c->text.data[start - 1] == ':');
}

/* "1 May 2018", "1st May, 2018", "May 1, 2018", "2018 May 1": a month with a day beside it, then or before a year. */
static bool read_words(tn_date *date, tenor_string text) {
    cursor c = {text, 0};
    tenor_string token;
    int64_t day = 0, month = 0, year = 0;
    while (next_token(&c, &token)) {
        int64_t number = is_time(&c, token) ? 0 : number_of(token, 4), found = month_of(token);
        if (found && month) return false;
        if (found) month = found;
        else if (token.length == 4 && number) year = number;
        else if (token.length <= 2 && number && (!month || !day)) day = number;
        else if (is_letter(token.data[0]) && !is_suffix(token) && !month) day = 0; /* the number was not beside it */
        if (month && day && year) break;
    }
    if (!month || !day || !set_day(date, year, month, day)) return false;
    find_time(c, date);
    return true;
}

bool tn_date_read(tn_date *date, tenor_string text) {
    *date = (tn_date){0};
    text = tn_trim(text);
    if (text.length > LONGEST) return false;
    return read_numbers(date, text) || read_seconds(date, text) || read_words(date, text);
}

bool tn_date_before(const tn_date *a, const tn_date *b) {
    return a->timed && b->timed ? a->second < b->second : a->day < b->day;
}
