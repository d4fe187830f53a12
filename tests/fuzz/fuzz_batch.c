/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a stream of records (the first byte says of which kind, the second how it is asked for): each record
 * gives one, a bad one an error record, and what comes out is UTF-8 without control characters, as far as tenor wrote
 * it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "tenor/tenor.h"

static void check(bool holds) {
    if (!holds) abort();
}

typedef struct stream {
    const char *at;
    size_t left, lines;
    bool csv;
} stream;

static bool read_some(char *data, size_t capacity, size_t *length, void *payload) {
    stream *s = payload;
    *length = s->left < capacity ? s->left : capacity;
    if (*length > 100) *length = 100; /* so that records cross the reader's buffer */
    if (*length) memcpy(data, s->at, *length);
    s->at += *length;
    s->left -= *length;
    return true;
}

/* What a record's own cells have in them is passed on as it stood, in JSON DEL and C1. */
static bool take(const char *data, size_t length, void *payload) {
    stream *s = payload;
    for (size_t at = 0; at < length;) {
        size_t n = tn_utf8_length(data + at, length - at);
        check(n > 0);
        check(s->csv || (unsigned char)data[at] >= 0x20 || data[at] == '\n');
        s->lines += data[at] == '\n';
        at += n;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const kinds[] = {"jsonl", "csv", "tsv", "auto"}, *const all[] = {"*"};
    static tenor_engine *engine;
    if (!engine) check(tenor_engine_open(&engine, NULL, NULL) == TENOR_OK);
    if (size < 2) return 0;
    stream in = {(const char *)data + 2, size - 2, 0, false}, out = {.csv = data[1] & 1};
    tenor_options analysis = TENOR_OPTIONS_INIT;
    tenor_batch_options options = TENOR_BATCH_OPTIONS_INIT;
    tenor_batch_stats stats;
    analysis.max_bytes = 1 << 16;
    options.analysis = &analysis;
    options.read = read_some;
    options.read_payload = &in;
    options.write = take;
    options.write_payload = &out;
    options.workers = 1;
    options.from = data[0] & 4 ? "json" : kinds[data[0] & 3];
    options.to = data[1] & 1 ? "csv" : "jsonl";
    options.keep = data[1] & 2 ? all : NULL;
    options.n_keep = data[1] & 2 ? 1 : 0;
    options.title_field = data[1] & 4 ? "title" : NULL;
    options.targets_field = data[1] & 8 ? "targets" : NULL;
    options.lang_field = data[1] & 16 ? "lang" : NULL;
    options.dedup = data[1] & 32;
    options.dedup_window = 64; /* the usual one takes longer to clear than all else */
    options.merge_field = data[1] & 64 ? "s" : NULL;
    analysis.gists = data[1] & 128;
    bool whole = tenor_batch(engine, &options, &stats, NULL) == TENOR_OK;
    if (whole && !(data[1] & 65)) check(out.lines == stats.records);
    return 0;
}
