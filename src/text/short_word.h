/* Short words: a word of up to eight bytes as one integer, its bytes padded with zeros. That is most words, and they
 * need no hashing of strings and no comparing of bytes.
 *
 *   "Talks"  ->  54 61 6C 6B 73 00 00 00       (a word holds no NUL: no two have the same key)
 */
#ifndef TN_TEXT_SHORT_WORD_H
#define TN_TEXT_SHORT_WORD_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"

enum { TN_SHORT_WORD = 8 };

/* The key of text[start, start + length). Where the text goes on, eight bytes are read and those after the word masked
 * out. */
static inline uint64_t tn_short_key(tenor_string text, size_t start, size_t length) {
    static const unsigned char ones[2 * TN_SHORT_WORD] = {255, 255, 255, 255, 255, 255, 255, 255};
    uint64_t key = 0, mask;
    if (text.length - start < TN_SHORT_WORD) {
        if (length) memcpy(&key, text.data + start, length);
        return key;
    }
    memcpy(&key, text.data + start, TN_SHORT_WORD);
    memcpy(&mask, ones + TN_SHORT_WORD - length, TN_SHORT_WORD);
    return key & mask;
}

static inline bool tn_short_is_ascii(uint64_t key) { return (key & 0x8080808080808080ull) == 0; }

/* Of ASCII: all eight bytes in lower case at once. A byte from 'A' on comes to 0x80 and more by 0x80 - 'A', one from
 * behind 'Z' by 0x80 - 'Z' - 1. */
static inline uint64_t tn_short_lower(uint64_t key) {
    const uint64_t ones = 0x0101010101010101ull;
    uint64_t from_a = key + ones * (0x80 - 'A'), beyond_z = key + ones * (0x80 - 'Z' - 1);
    return key | (from_a & ~beyond_z & ones * 0x80) >> 2;
}

#endif
