/* The shape of UTF-8 (Unicode 15, table 3-7), for layers that have no utf8proc. Inline, none allocates. */
#ifndef TN_BASE_UTF8_H
#define TN_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* How many bytes the well-formed character at data[0] takes, 1 ... 4; 0 when there is none. length > 0. */
static inline size_t tn_utf8_length(const char *data, size_t length) {
    const unsigned char *b = (const unsigned char *)data;
    if (b[0] < 0x80) return 1;
    size_t n = b[0] >= 0xc2 && b[0] < 0xe0 ? 2 : (b[0] & 0xf0) == 0xe0 ? 3 : b[0] >= 0xf0 && b[0] < 0xf5 ? 4 : 0;
    if (n == 0 || length < n) return 0;
    /* The second byte shuts out overlong forms, surrogates and what lies over U+10FFFF. */
    unsigned char low = b[0] == 0xe0 ? 0xa0 : b[0] == 0xf0 ? 0x90 : 0x80;
    unsigned char high = b[0] == 0xed ? 0x9f : b[0] == 0xf4 ? 0x8f : 0xbf;
    if (b[1] < low || b[1] > high) return 0;
    for (size_t i = 2; i < n; i++)
        if ((b[i] & 0xc0) != 0x80) return 0;
    return n;
}

/* The character of `n` bytes at data, n as tn_utf8_length gave it and not 0. */
static inline uint32_t tn_utf8_decode(const char *data, size_t n) {
    const unsigned char *b = (const unsigned char *)data;
    if (n == 1) return b[0];
    uint32_t c = b[0] & (0x7fU >> n);
    for (size_t i = 1; i < n; i++) c = c << 6 | (b[i] & 0x3fU);
    return c;
}

/* From `at` on, past ASCII in steps of 32 and 8 bytes: what is before the offset returned is ASCII, what comes from
 * there on has to be looked at. */
static inline size_t tn_ascii_run(const char *data, size_t at, size_t length) {
    const uint64_t high = 0x8080808080808080ull;
    uint64_t eight[4];
    for (; length - at >= sizeof eight; at += sizeof eight) {
        memcpy(eight, data + at, sizeof eight);
        if ((eight[0] | eight[1] | eight[2] | eight[3]) & high) break;
    }
    for (; length - at >= 8; at += 8) {
        memcpy(eight, data + at, 8);
        if (eight[0] & high) break;
    }
    return at;
}

/* The offset, from `at` on, of the first byte that is no part of a well-formed character; `length` when there is none.
 */
static inline size_t tn_utf8_well_formed(const char *data, size_t at, size_t length) {
    while ((at = tn_ascii_run(data, at, length)) < length) {
        size_t n = tn_utf8_length(data + at, length - at);
        if (n == 0) break;
        at += n;
    }
    return at;
}

/* Unicode's White_Space. */
static inline int tn_is_white(uint32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

/* C0, DEL, C1: on a terminal U+009B is as good as ESC [. */
static inline int tn_is_control(uint32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

/* What turns the direction of reading round: embeddings, overrides, isolates, and their ends. */
static inline int tn_is_turning(uint32_t c) { return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); }

#endif
