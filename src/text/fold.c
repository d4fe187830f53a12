/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include <utf8proc.h>

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

const char tn_utf8proc_version[] =
    TEXT(UTF8PROC_VERSION_MAJOR) "." TEXT(UTF8PROC_VERSION_MINOR) "." TEXT(UTF8PROC_VERSION_PATCH);

enum { ON_STACK = 128 };

static bool is_folded_ascii(tenor_string word) {
    for (size_t i = 0; i < word.length; i++)
        if ((unsigned char)word.data[i] >= 0x80 || (word.data[i] >= 'A' && word.data[i] <= 'Z')) return false;
    return true;
}

static bool is_ascii(tenor_string word) {
    for (size_t i = 0; i < word.length; i++)
        if ((unsigned char)word.data[i] >= 0x80) return false;
    return true;
}

static tenor_string lower_ascii(tenor_string word, tn_arena *arena) {
    char *copy = tn_alloc(arena, word.length);
    for (size_t i = 0; copy && i < word.length; i++) copy[i] = tn_lower(word.data[i]);
    return (tenor_string){copy, word.length};
}

/* Both kinds of single quotation mark and the modifier letter apostrophe are one: '. */
static void straighten(utf8proc_int32_t *points, utf8proc_ssize_t count) {
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (points[i] == 0x2019 || points[i] == 0x2018 || points[i] == 0x02BC) points[i] = '\'';
}

tenor_string tn_fold(tenor_string word, tn_arena *arena) {
    const utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    if (is_folded_ascii(word)) return word;
    if (is_ascii(word)) return lower_ascii(word, arena);
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)word.data;
    utf8proc_int32_t few[ON_STACK], *points = few;
    utf8proc_ssize_t room = ON_STACK;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, (utf8proc_ssize_t)word.length, points, room, options);
    if (count > room) {
        room = count;
        points = TN_NEW_ARRAY(arena, (size_t)room + 1, utf8proc_int32_t);
        if (!points) return (tenor_string){NULL, 0};
        count = utf8proc_decompose(bytes, (utf8proc_ssize_t)word.length, points, room, options);
    }
    if (count < 0) return word; /* not well-formed: cannot happen after decoding, and compares as it stands */
    straighten(points, count);
    count = utf8proc_normalize_utf32(points, count, options);
    char *folded = count < 0 ? NULL : tn_alloc(arena, (size_t)count * 4 + 1);
    if (!folded) return (tenor_string){NULL, 0};
    size_t length = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        length += (size_t)utf8proc_encode_char(points[i], (utf8proc_uint8_t *)folded + length);
    return (tenor_string){folded, length};
}
