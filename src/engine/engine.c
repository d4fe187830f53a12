/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An engine: opening it, and what it tells of itself. */
#include "engine/open.h"

#include "base/alloc.h"
#include "data/source.h"

static void set_info(tenor_topic_info *info, const tn_topic *topic) {
    *info = (tenor_topic_info){.name = topic->name, .title = topic->title, .source = topic->source};
    info->names = topic->count_of[TN_NAME_ANY] + topic->count_of[TN_NAME_EXACT];
    info->definites = topic->count_of[TN_NAME_DEFINITE];
    info->exclusions = topic->count_of[TN_NAME_EXCLUDE];
}

/* ---- what it tells of itself */

static tenor_status add_info(tenor_engine *e, const char *name, const tn_lexicon *of, tenor_error *error) {
    tenor_data_info *info = TN_PUSH(&e->arena, &e->data);
    if (!info) return tn_fail_memory(error);
    *info = (tenor_data_info){name, of->lang, of->version, of->sha256, of->count, of->path};
    return TENOR_OK;
}

static tenor_status add_lexicon_infos(tenor_engine *e, const char *name, const tn_tone_lexicon *lexicon,
                                      tenor_error *error) {
    for (; lexicon; lexicon = lexicon->over) TN_TRY(add_info(e, name, &lexicon->data, error));
    return TENOR_OK;
}

static tenor_status set_topic_infos(tenor_engine *e, tenor_error *error) {
    tenor_data_info *data = TN_PUSH(&e->arena, &e->data);
    e->topic_info = TN_NEW_ARRAY(&e->arena, e->tone.n_topics, tenor_topic_info);
    if (!data || !e->topic_info) return tn_fail_memory(error);
    *data = (tenor_data_info){"topics", "en", "1", e->topics_sha256, 0, ""};
    for (size_t i = 0; i < e->tone.n_topics; i++) {
        set_info(&e->topic_info[i], &e->tone.topics[i]);
        data->entries += e->tone.topics[i].count;
    }
    return TENOR_OK;
}

static tenor_status set_infos(tenor_engine *e, tenor_error *error) {
    TN_TRY(add_lexicon_infos(e, "tension", &e->tone.tension, error));
    TN_TRY(add_lexicon_infos(e, "sentiment", &e->tone.sentiment, error));
    TN_TRY(add_info(e, "rules", &e->tone.rules_file, error));
    return set_topic_infos(e, error);
}

static tenor_status set_language_names(tenor_engine *e, tenor_error *error) {
    e->language_names = TN_NEW_ARRAY(&e->arena, e->n_models, tenor_named);
    if (!e->language_names) return tn_fail_memory(error);
    for (size_t i = 0; i < e->n_models; i++)
        e->language_names[i] = (tenor_named){e->languages[i].code, e->languages[i].name};
    return TENOR_OK;
}

static tenor_status open_engine(tenor_engine *e, const tenor_engine_options *options, tenor_error *error) {
    const char *dir = options->data_dir;
    tenor_string image = {(const char *)tn_builtin.bytes, tn_builtin.length};
    TN_TRY(!dir && image.length ? tn_engine_load(e, image, error) : tn_engine_build(e, dir, error));
    if (options->n_topic_paths || options->n_lexicon_paths) TN_TRY(tn_engine_extend(e, options, error));
    TN_TRY(set_language_names(e, error));
    return set_infos(e, error);
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
    *count = engine->data.count;
    return engine->data.at;
}

const tenor_named *tenor_engine_languages(const tenor_engine *engine, size_t *count) {
    *count = engine->n_models;
    return engine->language_names;
}

const tn_text_model *tn_engine_language(const tenor_engine *engine, const char *code) {
    for (size_t i = 0; i < engine->n_models; i++)
        if (strcmp(engine->models[i].language->code, code) == 0) return &engine->models[i];
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
