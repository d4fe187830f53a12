/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/width.h"

#include <stdbool.h>

#include "report/escape.h"

typedef struct range {
    uint32_t first, last;
} range;

/* Sorted. */
static const range zero[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a},   {0x064b, 0x065f}, {0x0670, 0x0670},
    {0x06d6, 0x06dc}, {0x0900, 0x0902}, {0x093c, 0x093c}, {0x0941, 0x0948},   {0x094d, 0x094d}, {0x0e31, 0x0e31},
    {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},   {0x200b, 0x200d}, {0x2060, 0x2064},
    {0x20d0, 0x20f0}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xe0100, 0xe01ef},
};
static const range two[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},
    {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x16fe0, 0x18aff}, {0x1b000, 0x1b2ff}, {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};

static bool within(uint32_t character, const range *ranges, size_t count) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (character > ranges[middle].last) low = middle + 1;
        else high = middle;
    }
    return low < count && character >= ranges[low].first;
}

size_t tn_width(uint32_t character) {
    if (character < zero[0].first) return 1;
    if (within(character, zero, sizeof zero / sizeof *zero)) return 0;
    return within(character, two, sizeof two / sizeof *two) ? 2 : 1;
}

size_t tn_text_width(tenor_string text) {
    size_t at = 0, width = 0;
    bool space = false;
    for (tn_glyph glyph; tn_glyph_next(text, &at, &glyph);) {
        if (!glyph.space) width += (space && width) + tn_width(glyph.code);
        space = glyph.space;
    }
    return width;
}
