/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include <utf8proc.h>

#include "base/buf.h"

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

const char tn_utf8proc_version[] =
    TEXT(UTF8PROC_VERSION_MAJOR) "." TEXT(UTF8PROC_VERSION_MINOR) "." TEXT(UTF8PROC_VERSION_PATCH);

enum {
    ON_STACK = 128,
    LONGEST_PIECE = 256 /* bytes folded at once */
};

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

static tenor_string fold_piece(tenor_string word, tn_arena *arena) {
    const utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
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

/* Putting the accents of one letter in order takes utf8proc their number squared. No word is as long as a piece; a
 * tower of accents is folded piece by piece, each cut before a character, which is all the same everywhere. */
static tenor_string fold_long(tenor_string word, tn_arena *arena) {
    tn_buf folded = TN_BUF_INIT;
    tenor_string piece = {NULL, 0};
    for (size_t start = 0, end; start < word.length; start = end) {
        end = word.length - start > LONGEST_PIECE ? start + LONGEST_PIECE : word.length;
        while (end < word.length && end > start + 1 && ((unsigned char)word.data[end] & 0xC0) == 0x80) end--;
        piece = fold_piece(tn_slice(word, start, end), arena);
        if (!piece.data) break;
        tn_put_str(&folded, piece);
    }
    bool ok = piece.data && !folded.failed;
    char *copy = ok ? tn_alloc(arena, folded.length) : NULL;
    if (copy && folded.length) memcpy(copy, folded.data, folded.length);
    tenor_string out = {copy, copy ? folded.length : 0};
    tn_buf_free(&folded);
    return out;
}

tenor_string tn_fold(tenor_string word, tn_arena *arena) {
    if (is_folded_ascii(word)) return word;
    if (is_ascii(word)) return lower_ascii(word, arena);
    return word.length > LONGEST_PIECE ? fold_long(word, arena) : fold_piece(word, arena);
}
