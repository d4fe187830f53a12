/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/decode.h"

#include "base/utf8.h"

typedef TN_VEC(tn_origin) origin_list;

static size_t well_formed(tenor_string input, size_t at) { return tn_utf8_well_formed(input.data, at, input.length); }

/* How many bytes one U+FFFD replaces: the longest start of what could have been a character. */
static size_t ill_formed_length(tenor_string input, size_t at) {
    unsigned char lead = (unsigned char)input.data[at];
    size_t want = lead >= 0xF0 && lead < 0xF5   ? 4
                  : lead >= 0xE0 && lead < 0xF0 ? 3
                  : lead >= 0xC2 && lead < 0xE0 ? 2
                                                : 1;
    size_t n = 1;
    while (n < want && at + n < input.length && ((unsigned char)input.data[at + n] & 0xC0) == 0x80) {
        /* The second byte of these leads is restricted: E0 80 is two ill-formed bytes, not a start. */
        unsigned char second = (unsigned char)input.data[at + 1];
        if (n == 1 && ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                       (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)))
            break;
        n++;
    }
    return n;
}

static bool add_origin(origin_list *origins, tn_arena *arena, size_t at, size_t input, bool fixed) {
    tn_origin *origin = TN_PUSH(arena, origins);
    if (origin) *origin = (tn_origin){at, input, fixed};
    return origin != NULL;
}

static size_t count_ill_formed(tenor_string input) {
    size_t n = 0;
    for (size_t at = 0; (at = well_formed(input, at)) < input.length; n++) at += ill_formed_length(input, at);
    return n;
}

static tenor_status repair(tn_decoded *out, tenor_string input, size_t skipped, tn_arena *arena, tenor_error *error) {
    origin_list origins = {0};
    size_t broken = count_ill_formed(input), length = 0;
    char *text = tn_alloc(arena, input.length + broken * 2); /* a byte becomes at most three */
    if (!text || !TN_RESERVE(arena, &origins, broken * 2 + 1)) return tn_fail_memory(error);
    for (size_t at = 0; at < input.length;) {
        size_t end = well_formed(input, at);
        if (end > at && !add_origin(&origins, arena, length, skipped + at, false)) return tn_fail_memory(error);
        memcpy(text + length, input.data + at, end - at);
        length += end - at;
        at = end;
        if (at == input.length) break;
        if (!add_origin(&origins, arena, length, skipped + at, true)) return tn_fail_memory(error);
        memcpy(text + length, "\xEF\xBF\xBD", 3);
        length += 3;
        at += ill_formed_length(input, at);
    }
    *out = (tn_decoded){{text, length}, origins.at, origins.count, broken};
    return TENOR_OK;
}

tenor_status tn_decode(tn_decoded *out, tenor_string input, bool strict, tn_arena *arena, tenor_error *error) {
    size_t skipped = input.length >= 3 && memcmp(input.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    tenor_string text = input.length ? tn_slice(input, skipped, input.length) : TN_STR("");
    size_t bad = well_formed(text, 0);
    if (bad < text.length) {
        if (!strict) return repair(out, text, skipped, arena, error);
        tn_fail(error, TENOR_E_INVALID_UTF8, "invalid UTF-8 at byte %zu", skipped + bad);
        if (error) error->offset = skipped + bad;
        return TENOR_E_INVALID_UTF8;
    }
    tn_origin *origin = TN_NEW(arena, tn_origin);
    if (!origin) return tn_fail_memory(error);
    *origin = (tn_origin){0, skipped, false};
    *out = (tn_decoded){text, origin, 1, 0};
    return TENOR_OK;
}
