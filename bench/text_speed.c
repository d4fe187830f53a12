/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast is text taken apart? From bytes to blocks, sentences, words and terms, on one core, beside `wc -w` of the
 * same bytes in the same run.
 *
 *   text_speed FILE...      each file is an article
 *   text_speed              the texts of examples/
 *
 * "articles" analyses file after file with one arena, as a batch does; "one text" all of them as a single one.
 * Each figure is the best of several rounds. MB is 10^6 bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/vec.h"
#include "data/source.h"
#include "text/build.h"

enum { ROUNDS = 7 };
#define LEAST_BYTES ((size_t)16 << 20)

typedef struct corpus {
    tn_arena arena, scratch;
    tn_language language;
    tn_vocabulary vocabulary;
    tn_text_model model;
    tn_known known;
    TN_VEC(tn_data_file) files;
    tenor_string joined; /* all files, an empty line between, over and over until there are LEAST_BYTES */
    size_t words, sentences, blocks;
} corpus;

static double now(clockid_t clock) {
    struct timespec t;
    (void)clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static tenor_status open_corpus(corpus *c, char **paths, size_t count, tenor_error *error) {
    tn_vocabulary_builder builder;
    if (!tn_vocabulary_init(&builder, NULL, &c->arena)) return tn_fail_memory(error);
    TN_TRY(tn_language_read(&c->language, NULL, "en", &c->arena, error));
    TN_TRY(tn_text_model_build(&c->model, &c->language, &c->vocabulary, &builder, &c->arena, error));
    if (!tn_vocabulary_freeze(&c->vocabulary, &builder, &c->arena)) return tn_fail_memory(error);
    tn_data_file *found;
    size_t n = 0;
    if (count == 0) TN_TRY(tn_data_load_folder(&found, &n, TENOR_SOURCE_DIR "/examples", ".txt", &c->arena, error));
    for (size_t i = 0; i < n + count; i++) {
        tn_data_file *file = TN_PUSH(&c->arena, &c->files);
        if (!file) return tn_fail_memory(error);
        if (i < n) *file = found[i];
        else TN_TRY(tn_data_load_path(file, paths[i - n], &c->arena, error));
    }
    return TENOR_OK;
}

static bool join(corpus *c) {
    TN_VEC(char) bytes = {0};
    while (bytes.count < LEAST_BYTES) {
        size_t before = bytes.count;
        for (size_t i = 0; i < c->files.count; i++) {
            tenor_string text = c->files.at[i].bytes;
            if (!TN_RESERVE(&c->arena, &bytes, text.length + 2)) return false;
            if (text.length) memcpy(bytes.at + bytes.count, text.data, text.length);
            memcpy(bytes.at + bytes.count + text.length, "\n\n", 2);
            bytes.count += text.length + 2;
        }
        if (bytes.count == before) return false;
    }
    c->joined = (tenor_string){bytes.at, bytes.count};
    return true;
}

static bool analyse(corpus *c, tenor_string text) {
    tenor_error error;
    tn_doc doc;
    tn_doc_input input = {.text = text, .known = &c->known};
    tn_arena_reset(&c->scratch);
    if (tn_doc_build(&doc, &input, &c->model, &c->scratch, &error) != TENOR_OK) return false;
    c->words += doc.n_words;
    c->sentences += doc.n_sentences;
    c->blocks += doc.n_blocks;
    return true;
}

static size_t run_articles(corpus *c) {
    size_t bytes = 0;
    while (bytes < LEAST_BYTES)
        for (size_t i = 0; i < c->files.count; i++) {
            if (!analyse(c, c->files.at[i].bytes)) return 0;
            bytes += c->files.at[i].bytes.length;
        }
    return bytes;
}

static size_t run_joined(corpus *c) { return analyse(c, c->joined) ? c->joined.length : 0; }

/* Megabytes a second, best of all rounds. */
static double measure(corpus *c, size_t (*run)(corpus *)) {
    double best = 0;
    for (int i = 0; i < ROUNDS; i++) {
        c->words = c->sentences = c->blocks = 0;
        double start = now(CLOCK_PROCESS_CPUTIME_ID);
        size_t bytes = run(c);
        double rate = (double)bytes / 1e6 / (now(CLOCK_PROCESS_CPUTIME_ID) - start);
        if (rate > best) best = rate;
    }
    return best;
}

/* The same bytes through `wc -w`; 0: it could not be run. */
static double measure_wc(const corpus *c) {
    char path[] = "/tmp/text_speed.XXXXXX", command[64];
    int file = mkstemp(path);
    FILE *out = file < 0 ? NULL : fdopen(file, "w");
    double best = 0;
    if (!out) return 0;
    bool written = fwrite(c->joined.data, 1, c->joined.length, out) == c->joined.length;
    written &= fclose(out) == 0;
    (void)snprintf(command, sizeof command, "wc -w < %s > /dev/null", path);
    for (int i = 0; written && i < ROUNDS; i++) {
        double start = now(CLOCK_MONOTONIC);
        if (system(command) != 0) break;
        double rate = (double)c->joined.length / 1e6 / (now(CLOCK_MONOTONIC) - start);
        if (rate > best) best = rate;
    }
    (void)unlink(path);
    return best;
}

int main(int argc, char **argv) {
    static corpus c;
    tenor_error error;
    if (open_corpus(&c, argv + 1, (size_t)(argc - 1), &error) != TENOR_OK) {
        (void)fprintf(stderr, "text_speed: %s: %s\n", error.source, error.message);
        return 3;
    }
    if (!join(&c)) {
        (void)fprintf(stderr, "text_speed: nothing to read\n");
        return 3;
    }
    double articles = measure(&c, run_articles), joined = measure(&c, run_joined), wc = measure_wc(&c);
    printf("%zu files; one text of %.1f MB: %zu blocks, %zu sentences, %zu words\n", c.files.count,
           (double)c.joined.length / 1e6, c.blocks, c.sentences, c.words);
    printf("articles %7.1f MB/s\none text %7.1f MB/s\nwc -w    %7.1f MB/s\n", articles, joined, wc);
    tn_arena_free(&c.arena);
    tn_arena_free(&c.scratch);
    tn_known_free(&c.known);
    return 0;
}
