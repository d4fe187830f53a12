/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any text, in any language's hands (the first byte says whose), as blocks, sentences and words: all in order, each
 * inside of what holds it, and every word with a term. */
#include <stdint.h>
#include <stdlib.h>

#include "engine/engine.h"
#include "text/build.h"

static void check(bool holds) {
    if (!holds) abort();
}

static void check_words(const tn_doc *doc) {
    uint32_t last = 0;
    for (size_t i = 0; i < doc->n_words; i++) {
        const tn_word *word = &doc->words[i];
        check(word->start >= last && word->start < word->end && word->end <= doc->text.length);
        check(word->term >= 1 && word->term <= doc->n_terms);
        last = word->end;
    }
}

static void check_sentences(const tn_doc *doc) {
    uint32_t last = 0, word = 0;
    for (size_t i = 0; i < doc->n_sentences; i++) {
        const tn_sentence *s = &doc->sentences[i];
        check(s->start >= last && s->start < s->end && s->end <= doc->text.length);
        check(s->first >= word && s->first < s->last && s->last <= doc->n_words && s->block < doc->n_blocks);
        check(doc->words[s->first].start >= s->start && doc->words[s->last - 1].end <= s->end);
        check(s->start >= doc->blocks[s->block].start && s->end <= doc->blocks[s->block].end);
        tenor_span span = tn_doc_origin(doc, s->start, s->end);
        check(span.start <= span.end && span.end <= doc->origin.text.length);
        last = s->end;
        word = s->last;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static tenor_engine *engine;
    if (!engine) check(tenor_engine_open(&engine, NULL, NULL) == TENOR_OK);
    if (size == 0) return 0;
    tn_arena arena = TN_ARENA_INIT;
    tn_doc doc;
    size_t which = data[0] % (engine->n_models + 1);
    tn_doc_input input = {.text = {(const char *)data + 1, size - 1}, .format = TENOR_FORMAT_TEXT, .encoding = "utf-8"};
    static tn_known known; /* kept, as a worker of a batch keeps it */
    input.known = &known;
    input.gate = which == engine->n_models ? &engine->gate : NULL;
    if (tn_doc_build(&doc, &input, &engine->models[which % engine->n_models], &arena, NULL) == TENOR_OK) {
        check_words(&doc);
        check_sentences(&doc);
    }
    tn_arena_free(&arena);
    return 0;
}
