/* tenor_string helpers: strings that carry their length. All inline, none allocates. */
#ifndef TN_BASE_SPAN_H
#define TN_BASE_SPAN_H

#include <stdbool.h>
#include <string.h>

#include "tenor/tenor.h"

/* A string literal as tenor_string. */
#define TN_STR(literal) ((tenor_string){(literal), sizeof(literal) - 1})

static inline tenor_string tn_str(const char *text) { return (tenor_string){text, text ? strlen(text) : 0}; }

static inline tenor_string tn_slice(tenor_string s, size_t start, size_t end) {
    return (tenor_string){start ? s.data + start : s.data, end - start}; /* NULL + 0 is undefined in C17 */
}

static inline bool tn_equal(tenor_string a, tenor_string b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

static inline bool tn_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline bool tn_is_digit(char c) { return c >= '0' && c <= '9'; }

static inline char tn_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/* Equal but for the case of ASCII letters. */
static inline bool tn_equal_nocase(tenor_string a, tenor_string b) {
    if (a.length != b.length) return false;
    for (size_t i = 0; i < a.length; i++)
        if (tn_lower(a.data[i]) != tn_lower(b.data[i])) return false;
    return true;
}

static inline bool tn_starts_nocase(tenor_string s, tenor_string prefix) {
    return s.length >= prefix.length && tn_equal_nocase(tn_slice(s, 0, prefix.length), prefix);
}

static inline bool tn_ends_nocase(tenor_string s, tenor_string suffix) {
    return s.length >= suffix.length && tn_equal_nocase(tn_slice(s, s.length - suffix.length, s.length), suffix);
}

/* O(s.length * part.length) at worst. An empty part is in any string. */
static inline bool tn_contains_nocase(tenor_string s, tenor_string part) {
    for (size_t i = 0; i + part.length <= s.length; i++)
        if (part.length == 0 ||
            (tn_lower(s.data[i]) == tn_lower(part.data[0]) && tn_equal_nocase(tn_slice(s, i, i + part.length), part)))
            return true;
    return false;
}

/* Without white space (ASCII) at both ends. */
static inline tenor_string tn_trim(tenor_string s) {
    size_t start = 0, end = s.length;
    while (start < end && tn_is_space(s.data[start])) start++;
    while (end > start && tn_is_space(s.data[end - 1])) end--;
    return tn_slice(s, start, end);
}

/* Takes the part before the next `separator` off *rest; false when *rest was used up (data NULL). The last part has no
 * separator after it; an empty *rest gives one empty part. */
static inline bool tn_split(tenor_string *rest, char separator, tenor_string *part) {
    if (!rest->data) return false;
    const char *at = rest->length ? memchr(rest->data, separator, rest->length) : NULL;
    if (!at) {
        *part = *rest;
        *rest = (tenor_string){NULL, 0};
        return true;
    }
    size_t n = (size_t)(at - rest->data);
    *part = tn_slice(*rest, 0, n);
    *rest = tn_slice(*rest, n + 1, rest->length);
    return true;
}

#endif
