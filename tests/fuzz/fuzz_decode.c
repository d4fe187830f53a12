/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes in any encoding, the first byte says which: well-formed UTF-8 or a clean error. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "text/decode.h"
#include "text/encoding.h"
#include "text/unpack.h"

static void check_utf8(tenor_string text) {
    for (size_t at = 0; at < text.length;) {
        size_t n = tn_utf8_length(text.data + at, text.length - at);
        if (n == 0) abort();
        at += n;
    }
}

static void decode(tenor_string bytes, const char *option, tn_arena *arena) {
    tn_encoding encoding;
    tn_decoded decoded;
    if (tn_is_packed(bytes) && tn_unpack(&bytes, bytes, 1 << 20, arena, NULL) != TENOR_OK) return;
    tn_encoding_hints hints = {.option = option};
    if (tn_encoding_read(&encoding, bytes, &hints, arena, NULL) != TENOR_OK) abort();
    if (tn_decode(&decoded, encoding.text, false, arena, NULL) != TENOR_OK) abort();
    check_utf8(decoded.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const options[] = {NULL,     "utf-8",  "windows-1252", "utf-16", "shift_jis", "euc-kr",
                                          "gb2312", "koi8-r", "iso-2022-jp",  "utf-7",  "big5",      "utf-32le"};
    if (size == 0) return 0;
    tn_arena arena = TN_ARENA_INIT;
    tenor_string bytes = {(const char *)data + 1, size - 1};
    decode(bytes, options[data[0] % (sizeof options / sizeof *options)], &arena);
    tn_arena_free(&arena);
    return 0;
}
