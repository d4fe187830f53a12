/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast is text taken apart? From bytes to blocks, sentences, words and terms, on one core, beside `wc -w` of the
 * same bytes in the same run.
 *
 *   text_speed FILE...          each file is an article
 *   text_speed                  the texts of examples/
 *   text_speed --html FILE...   each file is a web page: its article is found, too, as `tenor extract` does
 *
 * "articles" and "pages" go through file after file with one arena, as a batch does; "one text" takes all articles as a
 * single one. Each figure is the best of several rounds in turn with the others, in processor time. MB is 10^6 bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
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
    tenor_format format;
    char command[64];
    size_t words, sentences, blocks;
} corpus;

/* Processor time, in seconds, of this process or of the children that it has waited for. */
static double time_of(int who) {
    struct rusage usage;
    (void)getrusage(who, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
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
    tn_doc_input input = {.text = text, .format = c->format, .known = &c->known};
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

/* The joined bytes through `wc -w`. */
static size_t run_wc(corpus *c) { return system(c->command) == 0 ? c->joined.length : 0; }

/* One of the things that are timed. */
typedef struct course {
    const char *name;
    size_t (*run)(corpus *); /* returns the bytes it went through */
    int who;                 /* whose time it takes */
    double rate;             /* megabytes a second, best of all rounds */
} course;

static void run_course(corpus *c, course *what) {
    c->words = c->sentences = c->blocks = 0;
    double start = time_of(what->who);
    size_t bytes = what->run(c);
    double rate = (double)bytes / 1e6 / (time_of(what->who) - start);
    if (rate > what->rate) what->rate = rate;
}

/* Puts the joined bytes into a file, for wc. */
static bool write_joined(corpus *c, char *path) {
    int file = mkstemp(path);
    FILE *out = file < 0 ? NULL : fdopen(file, "w");
    if (!out) return false;
    bool written = fwrite(c->joined.data, 1, c->joined.length, out) == c->joined.length;
    (void)snprintf(c->command, sizeof c->command, "wc -w < %s > /dev/null", path);
    return (fclose(out) == 0) & written;
}

static void print(const corpus *c, const course *courses, size_t count) {
    double wc = courses[count - 1].rate;
    printf("%zu files, %.1f MB: %zu blocks, %zu sentences, %zu words\n", c->files.count, (double)c->joined.length / 1e6,
           c->blocks, c->sentences, c->words);
    for (size_t i = 0; i < count; i++)
        printf("%-10s %7.1f MB/s  %5.2f times as long as wc -w\n", courses[i].name, courses[i].rate,
               wc / courses[i].rate);
}

static int run(corpus *c) {
    course text[] = {{"articles", run_articles, RUSAGE_SELF, 0},
                     {"one text", run_joined, RUSAGE_SELF, 0},
                     {"wc -w", run_wc, RUSAGE_CHILDREN, 0}},
           html[] = {{"pages", run_articles, RUSAGE_SELF, 0}, {"wc -w", run_wc, RUSAGE_CHILDREN, 0}};
    course *courses = c->format == TENOR_FORMAT_HTML ? html : text;
    size_t count = c->format == TENOR_FORMAT_HTML ? 2 : 3;
    char path[] = "/tmp/text_speed.XXXXXX";
    bool written = write_joined(c, path);
    for (int round = 0; written && round < ROUNDS; round++)
        for (size_t i = count; i-- > 0;) run_course(c, &courses[i]);
    (void)unlink(path);
    if (written) print(c, courses, count);
    return written ? 0 : 3;
}

int main(int argc, char **argv) {
    static corpus c;
    tenor_error error;
    bool html = argc > 1 && strcmp(argv[1], "--html") == 0;
    c.format = html ? TENOR_FORMAT_HTML : TENOR_FORMAT_TEXT;
    if (open_corpus(&c, argv + 1 + html, (size_t)(argc - 1 - html), &error) != TENOR_OK) {
        (void)fprintf(stderr, "text_speed: %s: %s\n", error.source, error.message);
        return 3;
    }
    if (!join(&c)) {
        (void)fprintf(stderr, "text_speed: nothing to read\n");
        return 3;
    }
    int code = run(&c);
    tn_arena_free(&c.arena);
    tn_arena_free(&c.scratch);
    tn_known_free(&c.known);
    return code;
}
