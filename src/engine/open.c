/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From files to tables: src/data reads them, src/text and src/tone build matchers. */
#include "engine/open.h"

#include "base/sha256.h"

/* A building at work. */
typedef struct builder {
    tenor_engine *engine;
    const char *dir;
    tn_arena scratch;
    tn_vocabulary_builder vocabulary;
    TN_VEC(tn_topic) topics;
    tn_sha256_state topics_hash;
    tenor_error *error;
} builder;

/* ---- topics ---- */

static tenor_status read_topics(builder *b, const tn_data_file *files, size_t count) {
    for (size_t i = 0; i < count; i++) {
        tn_topic topic;
        TN_TRY(tn_topic_read(&topic, &files[i], &b->engine->arena, b->error));
        tn_sha256_update(&b->topics_hash, files[i].bytes.data, files[i].bytes.length);
        size_t at = 0;
        while (at < b->topics.count && strcmp(b->topics.at[at].name, topic.name) != 0) at++;
        if (at == b->topics.count && !TN_EXTEND(&b->engine->arena, &b->topics)) return tn_fail_memory(b->error);
        b->topics.at[at] = topic; /* a later file takes the place of an earlier topic of that name */
    }
    return TENOR_OK;
}

static tenor_status read_user_topics(builder *b, const char *path) {
    tn_data_file file, *files = &file;
    size_t count = 1;
    if (tn_is_directory(path)) TN_TRY(tn_data_load_folder(&files, &count, path, ".topic", &b->engine->arena, b->error));
    else TN_TRY(tn_data_load_path(&file, path, &b->engine->arena, b->error));
    return read_topics(b, files, count);
}

static tenor_status build_topics(builder *b, const char *const *paths, size_t n_paths) {
    tn_data_file *files;
    size_t count;
    tn_sha256_init(&b->topics_hash);
    TN_TRY(tn_data_load_all(&files, &count, b->dir, "lexicons/topics", ".topic", &b->engine->arena, b->error));
    TN_TRY(read_topics(b, files, count));
    for (size_t i = 0; i < n_paths; i++) TN_TRY(read_user_topics(b, paths[i]));
    tn_sha256_finish(&b->topics_hash, b->engine->topics_sha256);
    return tn_tone_model_set_topics(&b->engine->tone, b->topics.at, b->topics.count, &b->vocabulary, &b->engine->arena,
                                    b->error);
}

/* ---- the whole ---- */

static tenor_status load_tone_files(builder *b, tn_tone_files *files) {
    tn_arena *arena = &b->engine->arena;
    TN_TRY(tn_data_load(&files->tension, b->dir, "lexicons/tension/en.tsv", arena, b->error));
    TN_TRY(tn_data_load(&files->sentiment, b->dir, "lexicons/sentiment/en.tsv", arena, b->error));
    TN_TRY(tn_data_load(&files->rules, b->dir, "lexicons/rules/en.tsv", arena, b->error));
    return tn_data_load(&files->parameters, b->dir, "models/en/tone.conf", arena, b->error);
}

static tenor_status build_rank_model(builder *b) {
    tn_data_file file;
    TN_TRY(tn_data_load(&file, b->dir, "models/en/ranker.conf", &b->engine->arena, b->error));
    return tn_rank_model_read(&b->engine->rank, &file, b->error);
}

static tenor_status build_all(builder *b) {
    tenor_engine *e = b->engine;
    tn_tone_files files;
    TN_TRY(tn_language_read(&e->language, b->dir, "en", &e->arena, b->error));
    TN_TRY(tn_text_model_build(&e->text, &e->language, &e->vocabulary, &b->vocabulary, &e->arena, b->error));
    TN_TRY(build_rank_model(b));
    TN_TRY(load_tone_files(b, &files));
    TN_TRY(tn_tone_model_build(&e->tone, &files, &e->language, &b->vocabulary, &e->arena, b->error));
    return build_topics(b, NULL, 0);
}

/* Runs `b` over a vocabulary on top of `base`, and freezes that. */
static tenor_status run(builder *b, const tn_vocabulary *base, const char *const *paths, size_t n_paths) {
    if (!tn_vocabulary_init(&b->vocabulary, base, &b->scratch)) return tn_fail_memory(b->error);
    TN_TRY(base ? build_topics(b, paths, n_paths) : build_all(b));
    tn_vocabulary *out = &b->engine->vocabulary;
    return tn_vocabulary_freeze(out, &b->vocabulary, &b->engine->arena) ? TENOR_OK : tn_fail_memory(b->error);
}

tenor_status tn_engine_build(tenor_engine *engine, const char *dir, tenor_error *error) {
    builder b = {.engine = engine, .dir = dir, .scratch = TN_ARENA_INIT, .error = error};
    tenor_status status = run(&b, NULL, NULL, 0);
    tn_arena_free(&b.scratch);
    return status;
}

tenor_status tn_engine_add_topics(tenor_engine *engine, const char *dir, const char *const *paths, size_t count,
                                  tenor_error *error) {
    builder b = {.engine = engine, .dir = dir, .scratch = TN_ARENA_INIT, .error = error};
    tenor_status status = run(&b, &engine->vocabulary, paths, count);
    tn_arena_free(&b.scratch);
    return status;
}

/* ---- image ---- */

static void engine_image(tn_image *image, tenor_engine *engine) {
    tn_vocabulary_image(image, &engine->vocabulary);
    tn_language_image(image, &engine->language);
    tn_text_model_image(image, &engine->text, &engine->language, &engine->vocabulary);
    tn_tone_model_image(image, &engine->tone);
    tn_rank_model_image(image, &engine->rank);
    TN_IMAGE_VALUE(image, &engine->topics_sha256);
}

tenor_status tn_engine_load(tenor_engine *engine, tenor_string bytes, tenor_error *error) {
    tn_image image;
    TN_TRY(tn_image_reader(&image, bytes, &engine->arena, error));
    engine_image(&image, engine);
    return tn_image_end(&image, error);
}

tenor_status tn_engine_save(tenor_engine *engine, tn_arena *arena, tenor_string *bytes, tenor_error *error) {
    tn_image image = tn_image_writer(arena);
    engine_image(&image, engine);
    return tn_image_write(&image, bytes, error);
}
