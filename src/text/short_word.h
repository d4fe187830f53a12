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

#include "base/eight.h"
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

static inline bool tn_short_is_ascii(uint64_t key) { return tn_eight_high(key) == 0; }

/* Of ASCII: in lower case. */
static inline uint64_t tn_short_lower(uint64_t key) {
    return key | (tn_eight_below(key, 'Z' + 1) & ~tn_eight_below(key, 'A')) >> 2;
}

#endif
