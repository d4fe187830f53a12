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
#include "text/build.h"
#include "text/join.h"

/* How tense each topic sounds, and the words that say so. */
static tenor_status listen(tn_analysis *a, const tenor_engine *engine, const tenor_options *options,
                           tenor_error *error) {
    TN_TRY(tn_topics_choose(&a->topics, engine, options, a->arena, error));
    a->covered = strcmp(a->doc.read_as, "en") == 0;
    TN_TRY(tn_tones_find(&a->tones, &engine->tone, &a->doc, a->covered, options->rules, a->arena, error));
    TN_TRY(tn_mentions_find(&a->mentions, a->topics.at, a->topics.count, &engine->tone, &a->doc, a->arena, error));
    return tn_attribute(&a->shares, &a->mentions, a->topics.count, &engine->tone, &a->doc, a->arena, error);
}

static tenor_status read_text(tn_doc *doc, const tenor_engine *engine, const tn_text_model *model,
                              const tenor_input *input, const tenor_options *options, tn_known *known, tn_arena *arena,
                              tenor_error *error) {
    tn_doc_input text = {.text = input->text,
                         .title = input->title,
                         .source = input->source,
                         .strict_utf8 = options->strict_utf8,
                         .format = options->format,
                         .encoding = options->encoding,
                         .max_bytes = options->max_bytes,
                         .gate = options->lang ? NULL : &engine->gate,
                         .known = known};
    return tn_doc_build(doc, &text, model, arena, error);
}

/* One text, or several as one. */
static tenor_status read_all(tn_analysis *a, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                             const tenor_options *options, tn_known *known, tenor_error *error) {
    const tn_text_model *model = tn_engine_language(engine, options->lang ? options->lang : "en");
    if (!model) return tn_fail(error, TENOR_E_USAGE, "there is no model of the language '%s'", options->lang);
    if (n == 1) return read_text(&a->doc, engine, model, inputs, options, known, a->arena, error);
    tn_doc *docs = TN_NEW_ARRAY(a->arena, n, tn_doc);
    if (n == 0 || !docs) return n ? tn_fail_memory(error) : tn_fail(error, TENOR_E_USAGE, "there is no text");
    for (size_t i = 0; i < n; i++) {
        tenor_status status = read_text(&docs[i], engine, model, &inputs[i], options, known, a->arena, error);
        if (status != TENOR_OK && inputs[i].source) tn_error_source(error, inputs[i].source);
        if (status != TENOR_OK) return status;
    }
    return tn_doc_join(&a->doc, docs, n, a->arena, error);
}

static tenor_status analyze(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                            const tenor_options *options, tenor_error *error) {
    tn_analysis a = {.arena = &result->arena, .scratch = &result->scratch, .parts = options->parts};
    a.left_out = options->left_out;
    a.find_changes = options->account;
    TN_TRY(read_all(&a, engine, inputs, n, options, &result->known, error));
    const tn_text_model *read_as = tn_engine_language(engine, a.doc.read_as);
    TN_TRY(tn_result_stemmer(result, read_as ? read_as->language->stemmer : NULL, error));
    if (a.parts & TENOR_PART_SUMMARY) TN_TRY(tn_summarize(&a, engine, result->stemmer, options, error));
    if (a.parts & TENOR_PART_KEYWORDS) TN_TRY(tn_find_keywords(&a, result->stemmer, options, error));
    if (a.parts & TENOR_PART_TONE) TN_TRY(listen(&a, engine, options, error));
    bool both = (a.parts & TENOR_PART_ALL) == TENOR_PART_ALL;
    if (both && options->gists) TN_TRY(tn_find_gists(&a, engine, options, error));
    return tn_publish(result, &a, engine, inputs, n, error);
}

/* Within the time limit, if there is one: a stage that is late fails as if memory were out (base/deadline.h). */
static tenor_status analyze_in_time(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs,
                                    size_t n, const tenor_options *options, tenor_error *error) {
    if (!(options->time_limit > 0)) return analyze(result, engine, inputs, n, options, error);
    tn_deadline_begin(&result->deadline, options->time_limit);
    result->arena.deadline = result->scratch.deadline = &result->deadline;
    tenor_status status = analyze(result, engine, inputs, n, options, error);
    result->arena.deadline = result->scratch.deadline = NULL;
    bool late = status == TENOR_E_MEMORY ? result->deadline.passed : tn_deadline_look(&result->deadline);
    if (!late || (status != TENOR_OK && status != TENOR_E_MEMORY)) return status;
    return tn_fail(error, TENOR_E_TIME_LIMIT, "the text took longer than %g seconds", options->time_limit);
}

tenor_status tenor_analyze_all(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                               const tenor_options *given, tenor_error *error) {
    tenor_options options = TENOR_OPTIONS_INIT;
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    tn_result_clear(result);
    tenor_status status = analyze_in_time(result, engine, inputs, n, &options, error);
    if (status == TENOR_OK) result->ready = true;
    else tn_result_clear(result);
    return status;
}

tenor_status tenor_analyze(tenor_result *result, const tenor_engine *engine, const tenor_input *input,
                           const tenor_options *options, tenor_error *error) {
    return tenor_analyze_all(result, engine, input, 1, options, error);
}
