/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/escape.h"

#include "base/span.h"
#include "base/utf8.h"

static bool dropped(uint32_t c) {
    return tn_is_control(c) || tn_is_turning(c) || c == 0xad || c == 0x61c || c == 0x200e || c == 0x200f ||
           c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

/* Where the CSI sequence that begins at text[at] ends; `at` when there is none. Parameter bytes 0x20 ... 0x3f, then
 * one final byte 0x40 ... 0x7e (ECMA-48, 5.4). */
static size_t skip_sequence(tenor_string text, size_t at) {
    size_t end = at + 2;
    if (end >= text.length || text.data[at] != 0x1b || text.data[at + 1] != '[') return at;
    while (end < text.length && text.data[end] >= 0x20 && text.data[end] <= 0x3f) end++;
    return end < text.length && text.data[end] >= 0x40 && text.data[end] <= 0x7e ? end + 1 : at;
}

bool tn_glyph_next(tenor_string text, size_t *at, tn_glyph *glyph) {
    while (*at < text.length) {
        size_t start = *at, n = tn_utf8_length(text.data + start, text.length - start);
        size_t after = skip_sequence(text, start);
        *at = after > start ? after : start + (n ? n : 1);
        if (after > start) continue;
        uint32_t code = n ? tn_utf8_decode(text.data + start, n) : 0xfffd;
        bool space = tn_is_white(code);
        if (!space && dropped(code)) continue;
        tenor_string bytes = n ? tn_slice(text, start, start + n) : TN_STR("\xEF\xBF\xBD");
        *glyph = (tn_glyph){space ? TN_STR(" ") : bytes, code, start, space};
        return true;
    }
    return false;
}

void tn_put_clean(tn_buf *out, tenor_string text) {
    size_t at = 0;
    bool started = false, space = false;
    for (tn_glyph glyph; tn_glyph_next(text, &at, &glyph); space = glyph.space) {
        if (glyph.space) continue;
        if (space && started) tn_putc(out, ' ');
        tn_put_str(out, glyph.bytes);
        started = true;
    }
}
