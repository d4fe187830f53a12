/* An engine from the image and an engine from the text files are one and the same. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "engine/open.h"

static const char *own_lexicons[2]; /* NULL: none */

static tenor_engine *opened(const char *dir, const char *topics) {
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    options.lexicon_paths = own_lexicons;
    options.n_lexicon_paths = own_lexicons[0] ? 2 : 0;
    tenor_engine *engine;
    tenor_error error = {0};
    options.data_dir = dir;
    options.topic_paths = &topics;
    options.n_topic_paths = topics != NULL;
    cr_assert_eq(tenor_engine_open(&engine, &options, &error), TENOR_OK, "%s:%zu: %s", error.source, error.line,
                 error.message);
    return engine;
}

static bool collect(const char *data, size_t length, void *payload) {
    tn_put(payload, data, length);
    return true;
}

/* Appends what the engine makes of a file. */
static void put_analysis(tn_buf *out, const tenor_engine *engine, const char *path) {
    tn_buf text = TN_BUF_INIT;
    tenor_result *result;
    tenor_error error = {0};
    tenor_input input = {0};
    tenor_render_options render = TENOR_RENDER_OPTIONS_INIT;
    render.evidence = 1000;
    cr_assert_eq(tn_read_file(&text, path, &error), TENOR_OK, "%s", path);
    input.text = tn_buf_string(&text);
    input.source = path;
    cr_assert_eq(tenor_result_new(&result, &error), TENOR_OK);
    cr_assert_eq(tenor_analyze(result, engine, &input, NULL, &error), TENOR_OK, "%s: %s", path, error.message);
    cr_assert_eq(tenor_render(result, "json", &render, collect, out, &error), TENOR_OK, "%s: %s", path, error.message);
    tenor_result_free(result);
    tn_buf_free(&text);
}

/* And of every file of a folder, in order. */
static void put_folder(tn_buf *out, const tenor_engine *engine, const char *folder) {
    struct dirent **entries;
    int n = scandir(folder, &entries, NULL, alphasort);
    cr_assert_gt(n, 2, "%s", folder);
    for (int i = 0; i < n; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (tn_ends_nocase(tn_str(path), TN_STR(".txt"))) put_analysis(out, engine, path);
        free(entries[i]);
    }
    free(entries);
}

static void put_all(tn_buf *out, const char *dir, const char *topics) {
    tenor_engine *engine = opened(dir, topics);
    put_folder(out, engine, TENOR_SOURCE_DIR "/examples");
    put_folder(out, engine, TENOR_SOURCE_DIR "/tests/golden/texts");
    tenor_engine_close(engine);
}

static void expect_same(const char *topics) {
    tn_buf image = TN_BUF_INIT, text = TN_BUF_INIT;
    put_all(&image, NULL, topics);
    put_all(&text, TENOR_SOURCE_DIR, topics);
    cr_expect_gt(image.length, 10000);
    cr_assert_eq(image.length, text.length);
    cr_expect_eq(memcmp(image.data, text.data, text.length), 0);
    tn_buf_free(&image);
    tn_buf_free(&text);
}

Test(image, gives_the_bytes_that_the_text_files_give) { expect_same(NULL); }

/* Words that no lexicon has, a topic that takes the place of a built-in one, and one that shares names with others. */
static const char own_topic[] =
    "name = space\ntitle = Space, our way\n[names]\nthe Zorblax station\nstation\n[exclude]\nstation "
    "wagon\n[definite]\nthe lab\n";
static const char other_topic[] = "name = zorblax\n[names]\nZorblax\nMoscow\nspace station\n[exact]\nUS\n";

Test(image, takes_topics_of_a_user_as_the_text_files_do) {
    char folder[] = "/tmp/tenor-image-XXXXXX", path[2][64];
    cr_assert_not_null(mkdtemp(folder));
    const char *texts[] = {own_topic, other_topic};
    for (int i = 0; i < 2; i++) {
        snprintf(path[i], sizeof path[i], "%s/%d.topic", folder, i);
        FILE *file = fopen(path[i], "w");
        cr_assert(file && fputs(texts[i], file) >= 0 && fclose(file) == 0);
    }
    expect_same(folder);

    tenor_engine *engine = opened(NULL, folder);
    size_t count;
    const tenor_topic_info *topics = tenor_engine_topics(engine, &count);
    bool replaced = false, added = false;
    for (size_t i = 0; i < count; i++) {
        replaced |= strcmp(topics[i].title, "Space, our way") == 0 && topics[i].names == 2;
        added |= strcmp(topics[i].name, "zorblax") == 0;
        cr_expect_str_neq(topics[i].title, "Space");
    }
    cr_expect(replaced && added);
    tenor_engine_close(engine);
    for (int i = 0; i < 2; i++) cr_expect_eq(remove(path[i]), 0);
    cr_expect_eq(rmdir(folder), 0);
}

/* Lexicons lie over the image as over the tables of the text files, and with topics beside them. */
Test(image, takes_lexicons_of_a_user_as_the_text_files_do) {
    char path[2][64] = {"/tmp/tenor-image-XXXXXX", "/tmp/tenor-image-XXXXXX"};
    static const char *const texts[] = {
        "@force\tn\trocket|battalion|zorblax\nfire {force}\tv\tevent\tfight\t9\nsanction\tn\tstop\tstop\t0\n"
        "say\tv\tevent\tthreaten\t3\n",
        "good,2.5\nsay,-1\nzorblax,-4\n"};
    for (int i = 0; i < 2; i++) {
        int file = mkstemp(path[i]);
        cr_assert(file >= 0 && write(file, texts[i], strlen(texts[i])) == (ssize_t)strlen(texts[i]));
        (void)close(file);
        own_lexicons[i] = path[i];
    }
    expect_same(NULL);
    expect_same(TENOR_SOURCE_DIR "/tests/golden/data/lexicons/topics");
    for (int i = 0; i < 2; i++) cr_expect_eq(remove(path[i]), 0);
}

Test(image, is_what_the_embedded_files_come_to_today) {
    tenor_engine engine = {0};
    tn_arena arena = TN_ARENA_INIT;
    tenor_string image;
    tenor_error error = {0};
    if (tn_builtin.length == 0) cr_skip_test("no image is compiled in");
    cr_assert_eq(tn_engine_build(&engine, NULL, &error), TENOR_OK, "%s", error.message);
    cr_assert_eq(tn_engine_save(&engine, &arena, &image, &error), TENOR_OK, "%s", error.message);
    cr_assert_eq(image.length, tn_builtin.length);
    cr_expect_eq(memcmp(image.data, tn_builtin.bytes, image.length), 0);
    tn_arena_free(&arena);
    tn_arena_free(&engine.arena);
}

/* Opening from the image copies next to nothing: where topics and languages begin. */
Test(image, is_used_in_place) {
    tenor_engine *engine = opened(NULL, NULL);
    if (tn_builtin.length == 0) cr_skip_test("no image is compiled in");
    const unsigned char *at = (const unsigned char *)engine->tone.tension.data.lexemes;
    cr_expect(at > tn_builtin.bytes && at < tn_builtin.bytes + tn_builtin.length);
#ifndef TN_ARENA_DEBUG
    cr_expect_lt(engine->arena.total, 96 * 1024);
#endif
    tenor_engine_close(engine);
}

Test(image, opening_from_text_and_with_topics_survives_every_failed_allocation) {
    const char *topics = TENOR_SOURCE_DIR "/lexicons/topics";
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    tenor_engine *engine;
    tenor_error error;
    own_lexicons[0] = TENOR_SOURCE_DIR "/tests/data/tone/lexicons/tension/en.tsv";
    own_lexicons[1] = TENOR_SOURCE_DIR "/tests/data/lexicons/valence.tsv";
    for (int from_text = 0; from_text < 2; from_text++) {
        options.data_dir = from_text ? TENOR_SOURCE_DIR : NULL;
        options.topic_paths = &topics;
        options.n_topic_paths = 1;
        options.lexicon_paths = own_lexicons;
        options.n_lexicon_paths = 2;
        (void)tn_alloc_fail_at(0);
        tenor_engine_close(opened(options.data_dir, topics));
        size_t needed = tn_alloc_fail_at(0), step = needed > 40 ? needed / 40 : 1;
        for (size_t n = 1; n <= needed; n += step) {
            (void)tn_alloc_fail_at(n);
            cr_assert_eq(tenor_engine_open(&engine, &options, &error), TENOR_E_MEMORY, "allocation %zu of %zu", n,
                         needed);
            cr_assert_null(engine);
        }
    }
    (void)tn_alloc_fail_at(0);
}

/* The table of stems says of each word what would be found without it. */
Test(image, stems_are_those_of_the_stemmer) {
    tenor_engine *engine = opened(NULL, NULL);
    tn_stemmer *stemmer;
    cr_assert_eq(tn_stemmer_new(&stemmer, "english", NULL, NULL), TENOR_OK);
    tn_stemmer_use(stemmer, &engine->stems);
    cr_assert_eq(engine->stems.n, tn_strings_count(&engine->vocabulary.words) + 1);
    cr_assert_gt(engine->stems.n, 10000);
    for (uint32_t id = 1; id < engine->stems.n; id++) {
        tn_term term = {.text = tn_strings_at(&engine->vocabulary.words, id), .vocabulary = id};
        cr_assert_eq(tn_stemmer_term(stemmer, &term), tn_stemmer_hash(stemmer, term.text), "%.*s",
                     (int)term.text.length, term.text.data);
    }
    tn_term beyond = {.text = TN_STR("sanctioned"), .vocabulary = (uint32_t)engine->stems.n};
    cr_expect_eq(tn_stemmer_term(stemmer, &beyond), tn_stemmer_hash(stemmer, TN_STR("sanctions")));
    tn_stemmer_free(stemmer);
    tenor_engine_close(engine);
}
