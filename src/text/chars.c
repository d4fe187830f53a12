/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/chars.h"

#include <utf8proc.h>

#include "text/doc.h"

#define O TN_CHAR_OTHER
#define L TN_CHAR_LOWER
#define U TN_CHAR_UPPER
#define D TN_CHAR_DIGIT
#define B TN_BYTE_BEYOND
/* clang-format off */
const uint8_t tn_byte_kinds[256] = {
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,
    O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, O, O, O, O, O,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
};
/* clang-format on */
#undef O
#undef L
#undef U
#undef D
#undef B

const uint16_t tn_ascii_marks[128] = {
    ['.'] = TN_WORD_TERMINATOR, ['!'] = TN_WORD_TERMINATOR, ['?'] = TN_WORD_TERMINATOR, [','] = TN_WORD_CLAUSE,
    [';'] = TN_WORD_CLAUSE,     [':'] = TN_WORD_CLAUSE,     ['('] = TN_WORD_CLAUSE,     [')'] = TN_WORD_CLAUSE,
    ['['] = TN_WORD_CLAUSE,     [']'] = TN_WORD_CLAUSE,     ['"'] = TN_WORD_QUOTE,      ['\n'] = TN_WORD_NEWLINE,
    ['-'] = TN_WORD_HYPHEN, /* if nothing else stands there */
};

static bool is_kana(uint32_t c) {
    return (c >= 0x3040 && c <= 0x30FF && c != 0x30FB && c != 0x3099 && c != 0x309A) || (c >= 0x3031 && c <= 0x3035) ||
           (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF66 && c <= 0xFF9D);
}

static bool is_ideograph(uint32_t c) {
    return is_kana(c) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF);
}

tn_char_kind tn_char_kind_beyond_ascii(uint32_t c) {
    if (is_ideograph(c)) return TN_CHAR_IDEOGRAPH;
    if (c == 0xFF9E || c == 0xFF9F) return TN_CHAR_EXTEND; /* voice marks of half-width kana */
    switch (utf8proc_get_property((utf8proc_int32_t)c)->category) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT: return TN_CHAR_UPPER;
        case UTF8PROC_CATEGORY_LL: return TN_CHAR_LOWER;
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: return TN_CHAR_LETTER;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL: return TN_CHAR_DIGIT;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return TN_CHAR_EXTEND;
        case UTF8PROC_CATEGORY_CF: return c == 0x200B || c == 0xFEFF ? TN_CHAR_OTHER : TN_CHAR_EXTEND;
        default: return TN_CHAR_OTHER;
    }
}

static bool is_one_of(uint32_t c, const uint16_t *set, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (set[i] == c) return true;
    return false;
}

uint32_t tn_char_marks_beyond_ascii(uint32_t c) {
    /* End marks of several scripts, and bullets, which begin an item. */
    static const uint16_t ends[] = {0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x61F,  0x6D4,  0x964,
                                    0x965,  0x2022, 0x2023, 0x2043, 0x25CF, 0x25E6, 0x25AA, 0x25A0};
    static const uint16_t pauses[] = {0x2013, 0x2014, 0x2015, 0x60C, 0x61B, 0x3001, 0xFF0C, 0xFF1A, 0xFF1B};
    static const uint16_t quotes[] = {0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D};
    if (is_one_of(c, ends, sizeof ends / sizeof *ends)) return TN_WORD_TERMINATOR;
    if (is_one_of(c, pauses, sizeof pauses / sizeof *pauses)) return TN_WORD_CLAUSE;
    if (is_one_of(c, quotes, sizeof quotes / sizeof *quotes)) return TN_WORD_QUOTE;
    return c == 0x2028 || c == 0x2029 ? TN_WORD_NEWLINE : 0;
}
