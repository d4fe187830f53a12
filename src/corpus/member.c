/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/member.h"

static size_t skip_space(tenor_string text, size_t at) {
    while (at < text.length && tn_is_space(text.data[at])) at++;
    return at;
}

/* How many backslashes stand before `at`, back to `start`. */
static size_t backslashes(tenor_string text, size_t start, size_t at) {
    size_t n = 0;
    while (at - n > start && text.data[at - n - 1] == '\\') n++;
    return n;
}

size_t tn_json_skip_string(tenor_string text, size_t at) {
    size_t start = ++at;
    while (at < text.length) {
        const char *quote = memchr(text.data + at, '"', text.length - at);
        if (!quote) break;
        at = (size_t)(quote - text.data) + 1;
        if (backslashes(text, start, at - 1) % 2 == 0) return at;
    }
    return text.length;
}

/* Past the value that begins at `at`: up to the comma or bracket that ends it. */
static size_t skip_value(tenor_string text, size_t at) {
    size_t depth = 0;
    while (at < text.length) {
        char c = text.data[at];
        if (c == '"') {
            at = tn_json_skip_string(text, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        at++;
    }
    return at;
}

bool tn_member_next(tenor_string object, size_t *at, tn_member *member) {
    size_t i = skip_space(object, *at);
    bool next = i < object.length && (object.data[i] == ',' || (*at == 0 && object.data[i] == '{'));
    if (next) i = skip_space(object, i + 1);
    if (i >= object.length || object.data[i] != '"') return false;
    size_t end = tn_json_skip_string(object, i);
    member->name = tn_slice(object, i, end);
    i = skip_space(object, end);
    if (i >= object.length || object.data[i] != ':') return false;
    i = skip_space(object, i + 1);
    end = skip_value(object, i);
    member->value = tn_trim(tn_slice(object, i, end));
    *at = end;
    return true;
}

bool tn_member_is(const tn_member *member, tenor_string name) {
    return member->name.length == name.length + 2 && memcmp(member->name.data + 1, name.data, name.length) == 0;
}

/* Whether a member's name is what a token of a pointer says, in which "~1" is '/' and "~0" is '~'. */
static bool is_token(const tn_member *member, tenor_string token) {
    tenor_string name = tn_slice(member->name, 1, member->name.length - 1);
    size_t at = 0;
    for (size_t i = 0; i < token.length; i++, at++) {
        char c = token.data[i];
        if (c == '~' && i + 1 < token.length) c = token.data[++i] == '1' ? '/' : '~';
        if (at == name.length || name.data[at] != c) return false;
    }
    return at == name.length;
}

static bool find_member(tenor_string object, tenor_string name, bool token, tenor_string *value) {
    tn_member member;
    bool found = false;
    for (size_t at = 0; tn_member_next(object, &at, &member);) {
        if (token ? !is_token(&member, name) : !tn_member_is(&member, name)) continue;
        *value = member.value;
        found = true;
    }
    return found;
}

/* "0", "12", not "012". */
static bool read_index(tenor_string token, size_t *index) {
    *index = 0;
    if (token.length == 0 || token.length > 9 || (token.length > 1 && token.data[0] == '0')) return false;
    for (size_t i = 0; i < token.length; i++) {
        if (token.data[i] < '0' || token.data[i] > '9') return false;
        *index = *index * 10 + (size_t)(token.data[i] - '0');
    }
    return true;
}

static bool find_element(tenor_string array, tenor_string token, tenor_string *value) {
    size_t index, at = skip_space(array, 1);
    if (!read_index(token, &index)) return false;
    while (at < array.length && array.data[at] != ']') {
        size_t end = skip_value(array, at);
        if (index-- == 0) {
            *value = tn_trim(tn_slice(array, at, end));
            return true;
        }
        at = end < array.length && array.data[end] == ',' ? skip_space(array, end + 1) : array.length;
    }
    return false;
}

bool tn_member_find(tenor_string object, const char *field, tenor_string *value) {
    tenor_string rest = tn_str(field), token;
    if (field[0] != '/') return find_member(object, rest, false, value);
    rest = tn_slice(rest, 1, rest.length);
    while (tn_split(&rest, '/', &token)) {
        bool array = object.length && object.data[0] == '[';
        bool found = array ? find_element(object, token, value) : find_member(object, token, true, value);
        if (!found) return false;
        object = *value;
    }
    return true;
}
