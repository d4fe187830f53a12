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

static bool find_name(tenor_string object, tenor_string name, tenor_string *value) {
    tn_member member;
    bool found = false;
    for (size_t at = 0; tn_member_next(object, &at, &member);) {
        if (!tn_member_is(&member, name)) continue;
        *value = member.value;
        found = true;
    }
    return found;
}

bool tn_member_find(tenor_string object, const char *field, tenor_string *value) {
    tenor_string rest = tn_str(field), name;
    if (field[0] != '/') return find_name(object, rest, value);
    rest = tn_slice(rest, 1, rest.length);
    while (tn_split(&rest, '/', &name)) {
        if (memchr(name.data, '~', name.length) || !find_name(object, name, value)) return false;
        object = *value;
        if (rest.data && (object.length == 0 || object.data[0] != '{')) return false;
    }
    return true;
}
