/* Characters, as far as words are concerned. */
#ifndef TN_TEXT_CHARS_H
#define TN_TEXT_CHARS_H

#include <stdint.h>

#include "base/span.h"
#include "base/utf8.h"

typedef enum tn_char_kind {
    TN_CHAR_OTHER, /* spaces and marks between words */
    TN_CHAR_LOWER,
    TN_CHAR_UPPER,
    TN_CHAR_LETTER, /* without case */
    TN_CHAR_DIGIT,
    TN_CHAR_IDEOGRAPH, /* kana too: each a word of its own */
    TN_CHAR_EXTEND     /* combining marks and format characters: go with the character before */
} tn_char_kind;

/* By byte: the kind of an ASCII character, TN_BYTE_BEYOND for the others; and what a mark between words says
 * (TN_WORD_TERMINATOR and the like). Tables, as they are asked of every byte. */
enum { TN_BYTE_BEYOND = 15 };
extern const uint8_t tn_byte_kinds[256];
extern const uint16_t tn_ascii_marks[128];

tn_char_kind tn_char_kind_beyond_ascii(uint32_t c);
uint32_t tn_char_marks_beyond_ascii(uint32_t c);

typedef struct tn_char {
    uint32_t point, length;
    tn_char_kind kind;
} tn_char;

/* The character at text.data[at], at < end. A byte that begins none is TN_CHAR_OTHER. */
static inline tn_char tn_char_at(tenor_string text, uint32_t at, uint32_t end) {
    unsigned char byte = (unsigned char)text.data[at];
    if (byte < 0x80) return (tn_char){byte, 1, (tn_char_kind)tn_byte_kinds[byte]};
    size_t n = tn_utf8_length(text.data + at, end - at);
    if (n == 0) return (tn_char){byte, 1, TN_CHAR_OTHER};
    uint32_t point = tn_utf8_decode(text.data + at, n);
    return (tn_char){point, (uint32_t)n, tn_char_kind_beyond_ascii(point)};
}

static inline uint32_t tn_char_marks(uint32_t point) {
    return point < 0x80 ? tn_ascii_marks[point] : tn_char_marks_beyond_ascii(point);
}

/* Of eight bytes, the high bit of each that is not a small ASCII letter. */
static inline uint64_t tn_not_small(uint64_t bytes) {
    const uint64_t ones = 0x0101010101010101ull, high = 0x8080808080808080ull;
    uint64_t low = bytes & ~high;
    uint64_t from_a = low + ones * (0x80 - 'a'), beyond_z = low + ones * (0x80 - 'z' - 1);
    return (~from_a | beyond_z | bytes) & high;
}

/* Where a run of small ASCII letters that begins at `at` ends; `at` itself when there is none. Such runs are most of a
 * text, and most are shorter than eight bytes. */
static inline uint32_t tn_small_run(tenor_string text, uint32_t at, uint32_t end) {
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (uint64_t bytes, other; end - at >= 8; at += 8) {
        memcpy(&bytes, text.data + at, 8);
        other = tn_not_small(bytes);
        if (other) return at + (uint32_t)__builtin_ctzll(other) / 8;
    }
#endif
    while (at < end && text.data[at] >= 'a' && text.data[at] <= 'z') at++;
    return at;
}

static inline bool tn_is_word_kind(tn_char_kind kind) { return kind >= TN_CHAR_LOWER && kind <= TN_CHAR_DIGIT; }

#endif
