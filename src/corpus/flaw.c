/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/flaw.h"

#include "base/bytes.h"
#include "corpus/member.h"

static bool is_digit(tenor_string json, size_t at) { return at < json.length && tn_is_digit(json.data[at]); }

static size_t skip_digits(tenor_string json, size_t at) {
    while (is_digit(json, at)) at++;
    return at;
}

static bool stands(tenor_string json, size_t at, char c) { return at < json.length && json.data[at] == c; }

static bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Past the number at *at. False, with *at at the flaw, when it is not one of RFC 8259, section 6. */
static bool pass_number(tenor_string json, size_t *at) {
    size_t i = *at + stands(json, *at, '-');
    size_t whole = skip_digits(json, i);
    bool good = whole > i && (whole == i + 1 || json.data[i] != '0');
    i = whole;
    if (good && stands(json, i, '.')) {
        good = is_digit(json, i + 1);
        i = skip_digits(json, i + 1);
    }
    if (good && (stands(json, i, 'e') || stands(json, i, 'E'))) {
        i += stands(json, i + 1, '+') || stands(json, i + 1, '-') ? 2 : 1;
        good = is_digit(json, i);
        i = skip_digits(json, i);
    }
    if (good) *at = i;
    return good;
}

/* Past the word at *at. False when it is none of JSON's three. */
static bool pass_word(tenor_string json, size_t *at) {
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (json.length - *at < length || memcmp(json.data + *at, words[i], length) != 0) continue;
        *at += length;
        return true;
    }
    return false;
}

/* Past the comma at *at. False when nothing follows it. */
static bool pass_comma(tenor_string json, size_t *at) {
    size_t next = *at + 1;
    while (next < json.length && is_white(json.data[next])) next++;
    if (stands(json, next, ']') || stands(json, next, '}')) return false;
    *at = next;
    return true;
}

static bool has_control(tenor_string bytes) {
    uint64_t any = 0;
    size_t i = 0;
    for (; bytes.length - i >= 8; i += 8) any |= tn_eight_below(tn_eight(bytes.data + i), 0x20);
    for (; i < bytes.length; i++) any |= (unsigned char)bytes.data[i] < 0x20;
    return any != 0;
}

/* Past the string at *at. False, with *at at the flaw, when a control character is in it. */
static bool pass_string(tenor_string json, size_t *at) {
    size_t start = *at, end = tn_json_skip_string(json, start);
    *at = end;
    if (!has_control(tn_slice(json, start, end))) return true;
    for (size_t i = start + 1; i < end; i++) {
        *at = i;
        if ((unsigned char)json.data[i] < 0x20) return false;
    }
    return true;
}

static bool is_bracket(char c) { return c == '{' || c == '}' || c == '[' || c == ']'; }

const char *tn_json_flaw(tenor_string json, size_t *at) {
    for (*at = 0; *at < json.length;) {
        char c = json.data[*at];
        if (c == '"') {
            if (!pass_string(json, at)) return "a control character stands in a string";
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            if (!pass_number(json, at)) return "a number is not written as JSON has it";
        } else if (c == ',') {
            if (!pass_comma(json, at)) return "nothing follows a comma";
        } else if (c == ':' || is_bracket(c) || is_white(c)) {
            ++*at;
        } else if (c == 'N' || c == 'I') {
            return "NaN and Infinity are not JSON";
        } else if (!pass_word(json, at)) {
            return "neither a value nor a mark of JSON";
        }
    }
    return NULL;
}
