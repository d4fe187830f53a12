/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "engine/publish.h"

tenor_status tenor_result_new(tenor_result **out, tenor_error *error) {
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tenor_result){0};
    return TENOR_OK;
}

void tenor_result_free(tenor_result *result) {
    if (!result) return;
    tn_arena_free(&result->arena);
    tn_arena_free(&result->scratch);
    tn_stemmer_free(result->stemmer);
    tn_known_free(&result->known);
    tn_free(result);
}

void tn_result_clear(tenor_result *result) {
    tn_arena_reset(&result->arena);
    tn_arena_reset(&result->scratch);
    tenor_result kept = {
        .arena = result->arena, .scratch = result->scratch, .stemmer = result->stemmer, .known = result->known};
    memcpy(kept.stemmer_name, result->stemmer_name, sizeof kept.stemmer_name);
    *result = kept;
}

bool tn_result_warn(tenor_result *result, const char *name) {
    const char **warning = TN_PUSH(&result->arena, &result->warnings);
    if (!warning) return false;
    *warning = name;
    result->document.warnings = result->warnings.at;
    result->document.n_warnings = result->warnings.count;
    return true;
}

static tenor_status change_stemmer(tenor_result *result, const char *algorithm, tenor_error *error) {
    if (result->stemmer && strcmp(algorithm, result->stemmer_name) == 0) return TENOR_OK;
    tn_stemmer_free(result->stemmer);
    result->stemmer = NULL;
    (void)snprintf(result->stemmer_name, sizeof result->stemmer_name, "%s", algorithm);
    return tn_stemmer_new(&result->stemmer, algorithm, &result->known, error);
}

tenor_status tn_result_stemmer(tenor_result *result, const char *algorithm, const tenor_engine *engine,
                               tenor_error *error) {
    if (!algorithm || !*algorithm) {
        tn_stemmer_free(result->stemmer);
        result->stemmer = NULL;
        return TENOR_OK;
    }
    TN_TRY(change_stemmer(result, algorithm, error));
    bool listed = engine->stems.n && strcmp(algorithm, engine->languages[0].stemmer) == 0;
    tn_stemmer_use(result->stemmer, listed ? &engine->stems : NULL);
    return TENOR_OK;
}

const tenor_document *tenor_result_document(const tenor_result *result) {
    return result->ready ? &result->document : NULL;
}

const tenor_input *tenor_result_input(const tenor_result *result) { return result->ready ? &result->input : NULL; }

const tenor_summary *tenor_result_summary(const tenor_result *result) {
    return result->ready && result->has_summary ? &result->summary : NULL;
}

const tenor_keyword *tenor_result_keywords(const tenor_result *result, size_t *count) {
    *count = result->ready ? result->n_keywords : 0;
    return *count ? result->keywords : NULL;
}

const tenor_tone *tenor_result_overall(const tenor_result *result) {
    return result->ready && result->has_tone ? &result->overall : NULL;
}

const tenor_change *tenor_result_changes(const tenor_result *result, size_t *count) {
    *count = result->ready && result->has_tone ? result->n_changes : 0;
    return *count ? result->changes : NULL;
}

const tenor_topic *tenor_result_topics(const tenor_result *result, size_t *count) {
    *count = result->ready ? result->n_topics : 0;
    return *count ? result->topics : NULL;
}

const tenor_sentence *tenor_result_sentences(const tenor_result *result, size_t *count) {
    *count = result->ready ? result->n_sentences : 0;
    return *count ? result->sentences : NULL;
}

const tenor_block *tenor_result_blocks(const tenor_result *result, size_t *count) {
    *count = result->ready ? result->n_blocks : 0;
    return *count ? result->blocks : NULL;
}

const tenor_data_info *tenor_result_data(const tenor_result *result, size_t *count) {
    *count = result->ready ? result->engine->data.count : 0;
    return *count ? result->engine->data.at : NULL;
}
