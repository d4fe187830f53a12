/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a page: a result or a clean error; what comes out is UTF-8, and blocks lie inside the text in order. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "tenor/tenor.h"

static void check(bool holds) {
    if (!holds) abort();
}

static void check_utf8(tenor_string text) {
    for (size_t at = 0; at < text.length;) {
        size_t n = tn_utf8_length(text.data + at, text.length - at);
        check(n > 0);
        at += n;
    }
}

static void check_result(const tenor_result *result) {
    const tenor_document *document = tenor_result_document(result);
    size_t count, last = 0;
    const tenor_block *blocks = tenor_result_blocks(result, &count);
    check_utf8(document->text);
    check_utf8(document->title);
    check_utf8(document->byline);
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].span.end == 0) continue;
        check(blocks[i].span.start >= last && blocks[i].span.start < blocks[i].span.end);
        last = blocks[i].span.end;
    }
    check(last <= document->text.length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static tenor_engine *engine;
    static tenor_result *result;
    if (!engine)
        check(tenor_engine_open(&engine, NULL, NULL) == TENOR_OK && tenor_result_new(&result, NULL) == TENOR_OK);
    tenor_options options = TENOR_OPTIONS_INIT;
    options.parts = 0;
    options.format = TENOR_FORMAT_HTML;
    options.max_bytes = 1 << 20;
    tenor_input input = {.text = {(const char *)data, size}};
    if (tenor_analyze(result, engine, &input, &options, NULL) == TENOR_OK) check_result(result);
    return 0;
}
