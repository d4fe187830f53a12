/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which topics an analysis looks for. */
#include "engine/publish.h"
#include "text/word.h"

/* Each word of a text is compared with each of its targets. */
enum { MOST_TARGETS = 1000 };

static bool push(tn_active_list *out, const tn_topic *topic, int32_t listed, bool shown, tn_arena *arena) {
    tn_active_topic *active = TN_PUSH(arena, out);
    if (active) *active = (tn_active_topic){topic, listed, shown};
    return active != NULL;
}

/* Unless the first `searched` have one of that name. */
static bool add_new(tn_active_list *out, size_t searched, const tn_topic *topic, int32_t listed, bool shown,
                    tn_arena *arena) {
    for (size_t i = 0; i < searched; i++) {
        if (strcmp(out->at[i].topic->name, topic->name) != 0) continue;
        out->at[i].shown |= shown; /* asked for twice */
        return true;
    }
    return push(out, topic, listed, shown, arena);
}

static bool add(tn_active_list *out, const tn_topic *topic, int32_t listed, bool shown, tn_arena *arena) {
    return add_new(out, out->count, topic, listed, shown, arena);
}

static int32_t find_listed(const tn_tone_model *tone, const char *name) {
    for (size_t i = 0; i < tone->n_topics; i++)
        if (strcmp(tone->topics[i].name, name) == 0) return (int32_t)i;
    return -1;
}

static bool has_word(tenor_string name) {
    tn_word word;
    return tn_word_next(name, 0, (uint32_t)name.length, &word);
}

/* A name without a word is found nowhere: no number would ever tell that. */
static tenor_status check_names(const tn_topic *topic, const char *what, tenor_error *error) {
    for (size_t i = 0; i < topic->count; i++)
        if (has_word(tn_topic_phrase(topic, i))) return TENOR_OK;
    return tn_fail(error, TENOR_E_USAGE, "the %s '%.60s' has no word that a text could name it by", what, topic->name);
}

static tenor_status add_by_words(tn_active_list *out, tenor_string words, tn_arena *arena, tenor_error *error) {
    tn_topic *topic = TN_NEW(arena, tn_topic);
    if (!topic) return tn_fail_memory(error);
    TN_TRY(tn_topic_from_words(topic, words, arena, error));
    TN_TRY(check_names(topic, "topic", error));
    return add(out, topic, -1, true, arena) ? TENOR_OK : tn_fail_memory(error);
}

static tenor_status choose(tn_active_list *out, const tn_tone_model *tone, const tenor_options *options,
                           tn_arena *arena, tenor_error *error) {
    for (size_t i = 0; i < options->n_topics; i++) {
        int32_t listed = find_listed(tone, options->topics[i]);
        if (listed < 0) TN_TRY(add_by_words(out, tn_str(options->topics[i]), arena, error));
        else if (!add(out, &tone->topics[listed], listed, true, arena)) return tn_fail_memory(error);
    }
    size_t asked = out->count; /* no two of the model have the same name */
    for (size_t i = 0; i < tone->n_topics; i++)
        if (!add_new(out, asked, &tone->topics[i], (int32_t)i, options->n_topics == 0, arena))
            return tn_fail_memory(error);
    return TENOR_OK;
}

/* A target is one name, whatever it contains: "A, B" is no list. */
static tenor_status add_target(tn_active_list *out, const char *target, tn_arena *arena, tenor_error *error) {
    tn_topic *topic = TN_NEW(arena, tn_topic);
    tn_name *name = TN_NEW(arena, tn_name);
    if (!topic || !name) return tn_fail_memory(error);
    *name = (tn_name){0, (uint32_t)strlen(target), TN_NAME_ANY};
    *topic = (tn_topic){target, target, "", target, name, 1, {[TN_NAME_ANY] = 1}};
    TN_TRY(check_names(topic, "target", error));
    return add(out, topic, -1, true, arena) ? TENOR_OK : tn_fail_memory(error);
}

tenor_status tn_topics_choose(tn_active_list *out, const tenor_engine *engine, const tenor_options *options,
                              tn_arena *arena, tenor_error *error) {
    if (options->n_targets > MOST_TARGETS)
        return tn_fail(error, TENOR_E_TOO_LARGE, "%zu targets: a text may have at most %d", options->n_targets,
                       MOST_TARGETS);
    TN_TRY(choose(out, &engine->tone, options, arena, error));
    for (size_t i = 0; i < options->n_targets; i++) TN_TRY(add_target(out, options->targets[i], arena, error));
    return TENOR_OK;
}
