/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of the data, in one place. Read this first.
 *
 *   input -> tn_doc -> terms -> ranker -> scores -> selection        (summary)
 *                   -> hits, mentions -> shares -> numbers           (tone)
 *                   scores, shares -> a sentence for each topic      (gists)
 *                   -> tenor_result
 */
#include "engine/publish.h"
#include "rank/rank.h"

/* How tense each topic sounds, and the words that say so. */
static tenor_status listen(tn_analysis *a, const tenor_engine *engine, const tenor_options *options,
                           tenor_error *error) {
    TN_TRY(tn_topics_choose(&a->topics, engine, options, a->arena, error));
    a->covered = strcmp(a->doc.read_as, "en") == 0;
    TN_TRY(tn_tones_find(&a->tones, &engine->tone, &a->doc, a->covered, options->rules, a->arena, error));
    TN_TRY(tn_mentions_find(&a->mentions, a->topics.at, a->topics.count, &engine->tone, &a->doc, a->arena, error));
    TN_TRY(tn_attribute(&a->shares, &a->mentions, &engine->tone, &a->doc, a->arena, error));
    return tn_talk_apply(&a->tones, &a->shares, &engine->tone, &a->doc, a->arena, error);
}

static tenor_status analyze(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                            bool several, const tenor_options *options, tenor_error *error) {
    tn_analysis a = {.arena = &result->arena, .scratch = &result->scratch, .parts = options->parts, .several = several};
    a.left_out = options->left_out;
    a.find_changes = options->account;
    TN_TRY(tn_read_texts(&a, engine, inputs, n, options, &result->known, error));
    const tn_text_model *read_as = tn_engine_language(engine, a.doc.read_as);
    TN_TRY(tn_result_stemmer(result, read_as ? read_as->language->stemmer : NULL, engine, error));
    if (a.parts & TENOR_PART_SUMMARY) TN_TRY(tn_summarize(&a, engine, result->stemmer, options, error));
    if (a.parts & TENOR_PART_KEYWORDS) TN_TRY(tn_find_keywords(&a, result->stemmer, options, error));
    if (a.parts & TENOR_PART_TONE) TN_TRY(listen(&a, engine, options, error));
    bool both = (a.parts & TENOR_PART_ALL) == TENOR_PART_ALL;
    if (both && options->gists) TN_TRY(tn_find_gists(&a, engine, options, error));
    return tn_publish(result, &a, engine, inputs, error);
}

/* Within the time limit, if there is one: a stage that is late fails as if memory were out (base/deadline.h). */
static tenor_status analyze_in_time(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs,
                                    size_t n, bool several, const tenor_options *options, tenor_error *error) {
    if (!(options->time_limit > 0)) return analyze(result, engine, inputs, n, several, options, error);
    tn_deadline_begin(&result->deadline, options->time_limit);
    result->arena.deadline = result->scratch.deadline = &result->deadline;
    tenor_status status = analyze(result, engine, inputs, n, several, options, error);
    result->arena.deadline = result->scratch.deadline = NULL;
    bool late = status == TENOR_E_MEMORY ? result->deadline.passed : tn_deadline_look(&result->deadline);
    if (!late || (status != TENOR_OK && status != TENOR_E_MEMORY)) return status;
    return tn_fail(error, TENOR_E_TIME_LIMIT, "the text took longer than %g seconds", options->time_limit);
}

static tenor_status run(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                        bool several, const tenor_options *given, tenor_error *error) {
    tenor_options options = TENOR_OPTIONS_INIT;
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    tn_result_clear(result);
    tenor_status status = analyze_in_time(result, engine, inputs, n, several, &options, error);
    if (status == TENOR_OK) result->ready = true;
    else tn_result_clear(result);
    return status;
}

tenor_status tenor_analyze_all(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                               const tenor_options *options, tenor_error *error) {
    return run(result, engine, inputs, n, true, options, error);
}

tenor_status tenor_analyze(tenor_result *result, const tenor_engine *engine, const tenor_input *input,
                           const tenor_options *options, tenor_error *error) {
    return run(result, engine, input, 1, false, options, error);
}
