/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an engine: files to tables (src/data), tables to matchers (src/text, src/tone). */
#include "engine/engine.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/sha256.h"
#include "data/source.h"

/* An opening at work. */
typedef struct opener {
    tenor_engine *engine;
    const char *dir;
    TN_VEC(tn_topic) topics;
    tn_sha256_state topics_hash;
    tenor_error *error;
} opener;

static tenor_status read_topics(opener *o, const tn_data_file *files, size_t count) {
    for (size_t i = 0; i < count; i++) {
        tn_topic topic;
        TN_TRY(tn_topic_read(&topic, &files[i], &o->engine->arena, o->error));
        tn_sha256_update(&o->topics_hash, files[i].bytes.data, files[i].bytes.length);
        size_t at = 0;
        while (at < o->topics.count && strcmp(o->topics.at[at].name, topic.name) != 0) at++;
        if (at == o->topics.count && !TN_EXTEND(&o->engine->arena, &o->topics)) return tn_fail_memory(o->error);
        o->topics.at[at] = topic; /* a later file takes the place of an earlier topic of that name */
    }
    return TENOR_OK;
}

static tenor_status read_user_topics(opener *o, const char *path) {
    tn_data_file file, *files = &file;
    size_t count = 1;
    if (tn_is_directory(path)) TN_TRY(tn_data_load_folder(&files, &count, path, ".topic", &o->engine->arena, o->error));
    else TN_TRY(tn_data_load_path(&file, path, &o->engine->arena, o->error));
    return read_topics(o, files, count);
}

static tenor_status read_all_topics(opener *o, const tenor_engine_options *options) {
    tn_data_file *files;
    size_t count;
    tn_sha256_init(&o->topics_hash);
    TN_TRY(tn_data_load_all(&files, &count, o->dir, "lexicons/topics", ".topic", &o->engine->arena, o->error));
    TN_TRY(read_topics(o, files, count));
    for (size_t i = 0; i < options->n_topic_paths; i++) TN_TRY(read_user_topics(o, options->topic_paths[i]));
    tn_sha256_finish(&o->topics_hash, o->engine->topics_sha256);
    return TENOR_OK;
}

static void set_info(tenor_topic_info *info, const tn_topic *topic) {
    *info = (tenor_topic_info){.name = topic->name, .title = topic->title, .source = topic->source};
    info->names = tn_topic_count(topic, TN_NAME_ANY) + tn_topic_count(topic, TN_NAME_EXACT);
    info->definites = tn_topic_count(topic, TN_NAME_DEFINITE);
    info->exclusions = tn_topic_count(topic, TN_NAME_EXCLUDE);
}

static tenor_status set_infos(opener *o) {
    tenor_engine *e = o->engine;
    const tn_lexicon *lexicons[] = {&e->tone.tension.data, &e->tone.sentiment.data, &e->tone.rules_file};
    static const char *const names[] = {"tension", "sentiment", "rules"};
    for (size_t i = 0; i < 3; i++)
        e->data[i] = (tenor_data_info){names[i], lexicons[i]->lang, lexicons[i]->version, lexicons[i]->sha256,
                                       lexicons[i]->count};
    e->data[3] = (tenor_data_info){"topics", "en", "1", e->topics_sha256, 0};
    e->topic_info = TN_NEW_ARRAY(&e->arena, o->topics.count, tenor_topic_info);
    if (!e->topic_info) return tn_fail_memory(o->error);
    for (size_t i = 0; i < o->topics.count; i++) {
        set_info(&e->topic_info[i], &o->topics.at[i]);
        e->data[3].entries += o->topics.at[i].count;
    }
    return TENOR_OK;
}

static tenor_status load_tone_files(opener *o, tn_tone_files *files) {
    tn_arena *arena = &o->engine->arena;
    TN_TRY(tn_data_load(&files->tension, o->dir, "lexicons/tension/en.tsv", arena, o->error));
    TN_TRY(tn_data_load(&files->sentiment, o->dir, "lexicons/sentiment/en.tsv", arena, o->error));
    TN_TRY(tn_data_load(&files->rules, o->dir, "lexicons/rules/en.tsv", arena, o->error));
    return tn_data_load(&files->parameters, o->dir, "models/en/tone.conf", arena, o->error);
}

static tenor_status add_model(opener *o, tn_gate_language *out, const char *code) {
    tenor_engine *e = o->engine;
    tn_language *language = TN_NEW(&e->arena, tn_language);
    tn_text_model *model = TN_NEW(&e->arena, tn_text_model);
    if (!language || !model) return tn_fail_memory(o->error);
    TN_TRY(tn_language_read(language, o->dir, code, &e->arena, o->error));
    *out = (tn_gate_language){language, model};
    return tn_text_model_build(model, language, &e->vocabulary, &e->arena, o->error);
}

static tenor_status build_neutral(opener *o) {
    tn_language *none = TN_NEW(&o->engine->arena, tn_language);
    if (!none) return tn_fail_memory(o->error);
    *none = (tn_language){.code = "und", .name = "undetermined", .script = TN_SCRIPT_OTHER, .word_length = 1};
    if (!tn_strtab_init(&none->abbreviations, &o->engine->arena, 1, 0)) return tn_fail_memory(o->error);
    return tn_text_model_build(&o->engine->neutral, none, &o->engine->vocabulary, &o->engine->arena, o->error);
}

static tenor_status read_languages(opener *o) {
    tenor_engine *e = o->engine;
    const char *const *codes;
    tn_language *others;
    size_t n_others;
    TN_TRY(tn_languages_list(&codes, &e->n_models, o->dir, &e->arena, o->error));
    TN_TRY(tn_other_languages_read(&others, &n_others, o->dir, &e->arena, o->error));
    e->n_languages = e->n_models + n_others;
    e->languages = TN_NEW_ARRAY(&e->arena, e->n_languages, tn_gate_language);
    if (!e->languages) return tn_fail_memory(o->error);
    e->language_names = TN_NEW_ARRAY(&e->arena, e->n_models, tenor_named);
    if (!e->language_names) return tn_fail_memory(o->error);
    for (size_t i = 0; i < e->n_models; i++) {
        TN_TRY(add_model(o, &e->languages[i], codes[i]));
        e->language_names[i] = (tenor_named){codes[i], e->languages[i].language->name};
    }
    for (size_t i = 0; i < n_others; i++) e->languages[e->n_models + i].language = &others[i];
    TN_TRY(build_neutral(o));
    return tn_gate_build(&e->gate, e->languages, e->n_languages, e->languages[0].model, &e->neutral, &e->arena,
                         o->error);
}

static tenor_status open_engine(tenor_engine *e, const tenor_engine_options *options, tenor_error *error) {
    opener o = {.engine = e, .dir = options->data_dir, .error = error};
    tn_tone_files files;
    if (!tn_vocabulary_init(&e->vocabulary, &e->arena)) return tn_fail_memory(error);
    TN_TRY(read_languages(&o));
    TN_TRY(load_tone_files(&o, &files));
    TN_TRY(read_all_topics(&o, options));
    files.topics = o.topics.at;
    files.n_topics = o.topics.count;
    TN_TRY(tn_tone_model_build(&e->tone, &files, e->languages[0].language, &e->vocabulary, &e->arena, error));
    return set_infos(&o);
}

tenor_status tenor_engine_open(tenor_engine **out, const tenor_engine_options *given, tenor_error *error) {
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tenor_engine){0};
    tenor_status status = open_engine(*out, &options, error);
    if (status != TENOR_OK) {
        tenor_engine_close(*out);
        *out = NULL;
    }
    return status;
}

void tenor_engine_close(tenor_engine *engine) {
    if (!engine) return;
    tn_arena_free(&engine->arena);
    tn_free(engine);
}

const tenor_data_info *tenor_engine_data(const tenor_engine *engine, size_t *count) {
    *count = TN_DATA_FILES;
    return engine->data;
}

const tenor_named *tenor_engine_languages(const tenor_engine *engine, size_t *count) {
    *count = engine->n_models;
    return engine->language_names;
}

const tn_text_model *tn_engine_language(const tenor_engine *engine, const char *code) {
    for (size_t i = 0; i < engine->n_models; i++)
        if (strcmp(engine->languages[i].language->code, code) == 0) return engine->languages[i].model;
    return NULL;
}

const tenor_topic_info *tenor_engine_topics(const tenor_engine *engine, size_t *count) {
    *count = engine->tone.n_topics;
    return engine->topic_info;
}

tenor_status tenor_topic_check(const char *path, tenor_topic_info *info, tenor_error *error) {
    static const char words[] = "";
    tn_arena arena = TN_ARENA_INIT;
    tn_data_file file;
    tn_topic topic;
    tenor_status status = tn_data_load_path(&file, path, &arena, error);
    if (status == TENOR_OK) status = tn_topic_read(&topic, &file, &arena, error);
    if (status == TENOR_OK && info) {
        set_info(info, &topic);
        info->name = info->title = info->source = words; /* they would die with the arena */
    }
    tn_arena_free(&arena);
    return status;
}
