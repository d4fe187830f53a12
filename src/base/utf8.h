/* The shape of UTF-8 (Unicode 15, table 3-7), for layers that have no utf8proc. Inline, none allocates. */
#ifndef TN_BASE_UTF8_H
#define TN_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

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

/* Unicode's White_Space. */
static inline int tn_is_white(uint32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

#endif
