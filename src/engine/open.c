/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From files to tables: src/data reads them, src/text and src/tone build matchers. */
#include "engine/open.h"

#include "base/sha256.h"
#include "data/added.h"

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

/* ---- lexicons of a user ---- */

tenor_status tn_irregulars_load(tn_irregulars *out, const char *dir, tn_arena *arena, tenor_error *error) {
    tn_data_file file;
    TN_TRY(tn_data_load(&file, dir, "models/en/irregular.tsv", arena, error));
    return tn_irregulars_read(out, &file, arena, error);
}

/* The irregular forms are read once one of the lexicons is to be inflected. */
static tenor_status add_lexicon(builder *b, const char *path, const tn_irregulars **irregulars) {
    tenor_engine *e = b->engine;
    tn_data_file file;
    tn_added added;
    TN_TRY(tn_data_load_path(&file, path, &e->arena, b->error));
    TN_TRY(tn_added_read(&added, &file, NULL, &e->arena, b->error));
    if (!*irregulars && !added.foreign) {
        tn_irregulars *own = TN_NEW(&b->scratch, tn_irregulars);
        if (!own) return tn_fail_memory(b->error);
        TN_TRY(tn_irregulars_load(own, b->dir, &b->scratch, b->error));
        *irregulars = own;
    }
    return tn_tone_model_add_lexicon(&e->tone, &added.lexicon, added.kind, *irregulars, &b->vocabulary, &e->arena,
                                     b->error);
}

static tenor_status extend(builder *b, const tenor_engine_options *options) {
    const tn_irregulars *irregulars = NULL;
    if (options->n_topic_paths) TN_TRY(build_topics(b, options->topic_paths, options->n_topic_paths));
    for (size_t i = 0; i < options->n_lexicon_paths; i++)
        TN_TRY(add_lexicon(b, options->lexicon_paths[i], &irregulars));
    return TENOR_OK;
}

/* ---- languages ---- */

static bool allocate_languages(tenor_engine *e) {
    e->languages = TN_NEW_ARRAY(&e->arena, e->n_languages, tn_language);
    e->models = TN_NEW_ARRAY(&e->arena, e->n_models, tn_text_model);
    e->gate_languages = TN_NEW_ARRAY(&e->arena, e->n_languages, tn_gate_language);
    return e->languages && e->models && e->gate_languages;
}

/* What the gate needs beside its table. */
static void connect_gate(tenor_engine *e) {
    for (size_t i = 0; i < e->n_languages; i++)
        e->gate_languages[i] = (tn_gate_language){&e->languages[i], i < e->n_models ? &e->models[i] : NULL};
    tn_gate_connect(&e->gate, e->gate_languages, e->n_languages, &e->models[0], &e->neutral);
}

static tenor_status build_neutral(builder *b) {
    tenor_engine *e = b->engine;
    tn_strtab none;
    e->no_language = TN_NO_LANGUAGE;
    if (!tn_strtab_init(&none, &b->scratch, 1, 0) ||
        !tn_strings_freeze(&e->no_language.abbreviations, &none, &e->arena))
        return tn_fail_memory(b->error);
    return tn_text_model_build(&e->neutral, &e->no_language, &e->vocabulary, &b->vocabulary, &e->arena, b->error);
}

static tenor_status build_languages(builder *b) {
    tenor_engine *e = b->engine;
    const char *const *codes;
    tn_language *others;
    size_t n_others;
    TN_TRY(tn_languages_list(&codes, &e->n_models, b->dir, &e->arena, b->error));
    TN_TRY(tn_other_languages_read(&others, &n_others, b->dir, &e->arena, b->error));
    e->n_languages = e->n_models + n_others;
    if (!allocate_languages(e)) return tn_fail_memory(b->error);
    for (size_t i = 0; i < e->n_models; i++) {
        TN_TRY(tn_language_read(&e->languages[i], b->dir, codes[i], &e->arena, b->error));
        TN_TRY(
            tn_text_model_build(&e->models[i], &e->languages[i], &e->vocabulary, &b->vocabulary, &e->arena, b->error));
    }
    for (size_t i = 0; i < n_others; i++) e->languages[e->n_models + i] = others[i];
    TN_TRY(build_neutral(b));
    connect_gate(e);
    return tn_gate_build(&e->gate, &e->arena, b->error);
}

static void languages_image(tn_image *image, tenor_engine *e) {
    TN_IMAGE_VALUE(image, &e->n_models);
    TN_IMAGE_VALUE(image, &e->n_languages);
    if (tn_image_is_reader(image) && !allocate_languages(e)) tn_image_fail_memory(image);
    for (size_t i = 0; i < e->n_languages && image->status == TENOR_OK; i++) {
        if (i >= e->n_models) {
            tn_other_language_image(image, &e->languages[i]);
            continue;
        }
        tn_language_image(image, &e->languages[i]);
        tn_text_model_image(image, &e->models[i], &e->languages[i], &e->vocabulary);
    }
    tn_language_image(image, &e->no_language);
    tn_text_model_image(image, &e->neutral, &e->no_language, &e->vocabulary);
    tn_gate_image(image, &e->gate);
    if (image->status == TENOR_OK) connect_gate(e);
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
    TN_TRY(build_languages(b));
    TN_TRY(build_rank_model(b));
    TN_TRY(load_tone_files(b, &files));
    TN_TRY(tn_tone_model_build(&e->tone, &files, &e->languages[0], &b->vocabulary, &e->arena, b->error));
    return build_topics(b, NULL, 0);
}

/* Runs `b`: over a vocabulary of its own, or with options on top of the engine's. */
static tenor_status run(builder *b, const tenor_engine_options *options) {
    tn_vocabulary *out = &b->engine->vocabulary;
    if (!tn_vocabulary_init(&b->vocabulary, options ? out : NULL, &b->scratch)) return tn_fail_memory(b->error);
    TN_TRY(options ? extend(b, options) : build_all(b));
    return tn_vocabulary_freeze(out, &b->vocabulary, &b->engine->arena) ? TENOR_OK : tn_fail_memory(b->error);
}

tenor_status tn_engine_build(tenor_engine *engine, const char *dir, tenor_error *error) {
    builder b = {.engine = engine, .dir = dir, .scratch = TN_ARENA_INIT, .error = error};
    tenor_status status = run(&b, NULL);
    tn_arena_free(&b.scratch);
    return status;
}

tenor_status tn_engine_extend(tenor_engine *engine, const tenor_engine_options *options, tenor_error *error) {
    builder b = {.engine = engine, .dir = options->data_dir, .scratch = TN_ARENA_INIT, .error = error};
    tenor_status status = run(&b, options);
    tn_arena_free(&b.scratch);
    return status;
}

/* ---- image ---- */

static void engine_image(tn_image *image, tenor_engine *engine) {
    tn_vocabulary_image(image, &engine->vocabulary);
    languages_image(image, engine);
    tn_tone_model_image(image, &engine->tone);
    tn_rank_model_image(image, &engine->rank);
    tn_stems_image(image, &engine->stems);
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
    TN_TRY(tn_stems_build(&engine->stems, engine->languages[0].stemmer, &engine->vocabulary, arena, error));
    engine_image(&image, engine);
    return tn_image_write(&image, bytes, error);
}
