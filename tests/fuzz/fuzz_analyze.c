/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes through all of tenor: the first byte chooses the ranker, the second the budget and the topics. Sentences
 * stand in order inside the text, numbers are finite and in their ranges, and every writer writes. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "tenor/tenor.h"

static void check(bool holds) {
    if (!holds) abort();
}

static bool take(const char *data, size_t length, void *payload) {
    size_t *sum = payload;
    for (size_t i = 0; i < length; i++) *sum += (unsigned char)data[i]; /* every byte is there to be read */
    return true;
}

static void check_tone(const tenor_tone *tone) {
    if (!tone->scored) return;
    check(tone->tension >= 0 && tone->tension <= 100 && tone->low >= 0 && tone->high <= 100 && tone->low <= tone->high);
    check(tone->intensity >= 0 && tone->intensity <= 100 && tone->direction >= -1 && tone->direction <= 1);
    check(!tone->has_sentiment || (tone->sentiment >= -1 && tone->sentiment <= 1));
}

static void check_sentences(const tenor_result *result) {
    size_t count, last = 0;
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    size_t length = tenor_result_document(result)->text.length;
    for (size_t i = 0; i < count; i++) {
        const tenor_sentence *s = &sentences[i];
        check(isfinite(s->score) && isfinite(s->raw) && s->span.end <= length);
        if (s->index == TENOR_NO_INDEX) continue;
        check(s->span.start >= last && s->span.end >= s->span.start);
        last = s->span.end;
        for (size_t h = 0; h < s->n_hits; h++)
            check(s->hits[h].span.start >= s->span.start && s->hits[h].span.end <= s->span.end &&
                  isfinite(s->hits[h].final));
    }
}

static void check_result(const tenor_result *result) {
    size_t count, n_sentences;
    const tenor_topic *topics = tenor_result_topics(result, &count);
    const tenor_summary *summary = tenor_result_summary(result);
    check_sentences(result);
    (void)tenor_result_sentences(result, &n_sentences);
    check_tone(tenor_result_overall(result));
    for (size_t i = 0; i < count; i++) check_tone(&topics[i].tone);
    check(summary->count <= n_sentences && (summary->count > 0 || tenor_result_document(result)->sentences == 0));
    for (size_t i = 1; i < summary->count; i++) check(summary->sentences[i - 1] < summary->sentences[i]);
}

static void write_all(const tenor_result *result) {
    size_t count, sum = 0;
    const tenor_named *writers = tenor_writers(&count);
    tenor_render_options options = TENOR_RENDER_OPTIONS_INIT;
    options.width = 40;
    options.color = options.chars = true;
    for (size_t i = 0; i < count; i++)
        check(tenor_render(result, writers[i].name, &options, take, &sum, NULL) == TENOR_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static tenor_engine *engine;
    static tenor_result *result;
    static const char *const topics[] = {"ukraine", "space", "the envoys", "War=war,the war"};
    static const double amounts[] = {3, 1, 100, 30};
    size_t rankers;
    if (!engine)
        check(tenor_engine_open(&engine, NULL, NULL) == TENOR_OK && tenor_result_new(&result, NULL) == TENOR_OK);
    if (size < 2) return 0;
    const tenor_named *ranker = tenor_rankers(&rankers);
    tenor_options options = TENOR_OPTIONS_INIT;
    options.ranker = ranker[data[0] % rankers].name;
    options.budget = (tenor_budget)(data[1] & 3);
    options.amount = amounts[data[1] >> 2 & 3];
    options.topics = topics;
    options.n_topics = data[1] >> 4 & 4;
    options.lang = data[1] & 0x80 ? "en" : NULL;
    options.account = options.gists = data[0] & 0x80;
    options.max_bytes = 1 << 20;
    tenor_input input = {.text = {(const char *)data + 2, size - 2}};
    if (tenor_analyze(result, engine, &input, &options, NULL) != TENOR_OK) return 0;
    check_result(result);
    write_all(result);
    return 0;
}
