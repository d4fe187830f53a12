/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sentences say what the text says: terms, what the user asked for in them, ranker, selection. */
#include <math.h>

#include "engine/publish.h"
#include "rank/past.h"
#include "text/join.h"

/* One summary at work. */
typedef struct summarizer {
    tn_analysis *a;
    const tenor_engine *engine;
    tn_stemmer *stemmer;
    const tenor_options *options;
    tn_rank_input input;
    tenor_error *error;
} summarizer;

/* ---- what the user asked for ---- */

static tn_query_text searched(const summarizer *s, bool stop_words) {
    const tn_analysis *a = s->a;
    const tn_text_model *model = tn_engine_language(s->engine, a->doc.read_as);
    return (tn_query_text){&a->doc, &a->terms, s->stemmer, model, stop_words};
}

static tenor_status find_query(const summarizer *s, tn_query *query, const char *words) {
    tn_query_text text = searched(s, false);
    return tn_query_find(query, tn_str(words), &text, s->a->arena, s->error);
}

/* +1 or -1 for words: in every form that has the stem of one. */
static tenor_status mark_words(const summarizer *s, signed char *cue, const char *const *words, size_t n,
                               signed char mark) {
    const tn_analysis *a = s->a;
    const tn_query_text text = searched(s, true);
    for (size_t i = 0; i < n; i++) {
        tn_query query;
        TN_TRY(tn_query_find(&query, tn_str(words[i]), &text, a->arena, s->error));
        for (size_t c = 0; c < query.n_stop; c++) cue[query.stop[c].term] = mark;
        for (uint32_t t = 1; query.n && t <= a->doc.n_terms; t++)
            for (size_t c = 0; c < query.n; c++)
                if (a->terms.column_of[t] == query.word[c].column + 1) cue[t] = mark;
    }
    cue[0] = 0;
    return TENOR_OK;
}

static tenor_status find_cue(summarizer *s) {
    const tenor_options *options = s->options;
    if (options->n_bonus + options->n_stigma == 0) return TENOR_OK;
    signed char *cue = TN_NEW_ARRAY(s->a->arena, s->a->doc.n_terms + 1, signed char);
    if (!cue) return tn_fail_memory(s->error);
    s->input.cue = cue;
    TN_TRY(mark_words(s, cue, options->bonus, options->n_bonus, 1));
    return mark_words(s, cue, options->stigma, options->n_stigma, -1);
}

/* How much of a topic each row is, as its tension counts it. */
static tenor_status focus_on_topic(const summarizer *s, double *focus) {
    tn_arena *arena = s->a->arena;
    const tn_tone_model *tone = &s->engine->tone;
    tenor_options only = *s->options;
    tn_active_list topics = {0};
    tn_mention_list mentions = {0};
    tn_share_list shares = {0};
    only.topics = &s->options->focus;
    only.n_topics = 1;
    only.n_targets = 0;
    TN_TRY(tn_topics_choose(&topics, s->engine, &only, arena, s->error));
    TN_TRY(tn_mentions_find(&mentions, topics.at, topics.count, tone, &s->a->doc, arena, s->error));
    TN_TRY(tn_attribute(&shares, &mentions, tone, &s->a->doc, arena, s->error));
    size_t row = 0; /* rows and shares are both in order of the text */
    for (size_t i = 0; i < shares.count; i++) {
        const tn_sentence *sentence = &s->a->doc.sentences[shares.at[i].sentence];
        while (row < s->a->terms.n && s->a->terms.sentence[row] < sentence) row++;
        if (shares.at[i].topic == 0 && row < s->a->terms.n && s->a->terms.sentence[row] == sentence)
            focus[row] = shares.at[i].share;
    }
    return TENOR_OK;
}

/* How many of the words each row has. */
static tenor_status focus_on_words(const summarizer *s, double *focus) {
    tn_query query;
    const tn_query_text text = searched(s, false);
    TN_TRY(find_query(s, &query, s->options->focus));
    for (size_t i = 0; i < s->a->terms.n; i++) focus[i] = (double)tn_query_count(&query, &text, i);
    return TENOR_OK;
}

static bool is_topic(const tenor_engine *engine, const char *name) {
    for (size_t i = 0; i < engine->tone.n_topics; i++)
        if (strcmp(engine->tone.topics[i].name, name) == 0) return true;
    return false;
}

/* A text that does not speak of it is summarised as if nothing had been asked, with a warning. */
static tenor_status find_focus(summarizer *s) {
    if (!s->options->focus || !*s->options->focus) return TENOR_OK;
    double sum = 0, *focus = TN_NEW_ARRAY(s->a->arena, s->a->terms.n, double);
    if (!focus) return tn_fail_memory(s->error);
    if (is_topic(s->engine, s->options->focus)) TN_TRY(focus_on_topic(s, focus));
    else TN_TRY(focus_on_words(s, focus));
    for (size_t i = 0; i < s->a->terms.n; i++) sum += focus[i];
    if (sum > 0) s->input.focus = focus;
    else s->a->focus_missing = true;
    return TENOR_OK;
}

/* ---- the summary ---- */

/* Makes room for what `account` asks for. The features then live as long as the result. */
static tenor_status open_account(summarizer *s) {
    if (!s->options->account) return TENOR_OK;
    tn_account *account = &s->a->account;
    account->pick = TN_NEW_ARRAY(s->a->arena, s->a->terms.n, size_t);
    account->closest = TN_NEW_ARRAY(s->a->arena, s->a->terms.n, double);
    account->length_cost = TN_NEW_ARRAY(s->a->arena, s->a->terms.n, double);
    account->worth = TN_NEW_ARRAY(s->a->arena, s->a->terms.n, double);
    account->left_out = TN_NEW_ARRAY(s->a->arena, s->a->terms.n, tn_pass_reason);
    if (!account->pick || !account->closest || !account->length_cost || !account->worth || !account->left_out)
        return tn_fail_memory(s->error);
    s->input.breakdown = &s->a->breakdown;
    s->input.arena = s->a->arena;
    return TENOR_OK;
}

/* What the articles of the past say of each row: their terms and those of the digest in one matrix. */
static tenor_status find_said_before(summarizer *s) {
    tn_analysis *a = s->a;
    tn_doc both;
    tn_terms terms;
    if (a->n_past == 0) return TENOR_OK;
    a->said_before = TN_NEW_ARRAY(a->arena, a->terms.n, double);
    tn_doc *docs = TN_NEW_ARRAY(a->scratch, a->n_past + 1, tn_doc);
    if (!a->said_before || !docs) return tn_fail_memory(s->error);
    docs[0] = a->doc;
    memcpy(docs + 1, a->past, a->n_past * sizeof *docs);
    TN_TRY(tn_doc_join(&both, docs, a->n_past + 1, a->scratch, s->error));
    TN_TRY(tn_terms_build(&terms, &both, s->stemmer, a->scratch, s->error));
    TN_TRY(tn_past_likeness(a->said_before, a->terms.n, &terms, a->scratch, s->error));
    tn_arena_reset(a->scratch);
    return TENOR_OK;
}

/* Copies: a result does not borrow of the options. */
static tenor_status keep_missing(const summarizer *s, const bool *missing) {
    tn_analysis *a = s->a;
    for (size_t i = 0; i < s->options->n_must; i++) {
        if (!missing[i]) continue;
        const char *copy = tn_copy(a->arena, tn_str(s->options->must[i]));
        if (!copy) return tn_fail_memory(s->error);
        a->must_missing[a->n_must_missing++] = copy;
    }
    return TENOR_OK;
}

static tenor_status select_sentences(summarizer *s) {
    tn_analysis *a = s->a;
    const tenor_options *options = s->options;
    tn_query *must = TN_NEW_ARRAY(a->arena, options->n_must, tn_query);
    bool *missing = TN_NEW_ARRAY(a->arena, options->n_must, bool);
    if (!must || !missing) return tn_fail_memory(s->error);
    for (size_t i = 0; i < options->n_must; i++) TN_TRY(find_query(s, &must[i], options->must[i]));
    tn_select_options select = {.budget = options->budget,
                                .amount = options->amount,
                                .diversity = options->diversity,
                                .evenness = tn_ranker_evenness(tn_ranker_find(a->ranker)),
                                .min_words = options->min_words,
                                .max_words = options->max_words,
                                .coherent = options->coherent,
                                .must = must,
                                .n_must = options->n_must,
                                .must_missing = missing,
                                .length_missing = &a->length_missing,
                                .past = a->said_before,
                                .account = options->account ? &a->account : NULL};
    TN_TRY(tn_select(&s->input, a->scores, &select, a->chosen, &a->n_chosen, &a->over_budget, s->error));
    return keep_missing(s, missing);
}

static tenor_status check_parameters(const tenor_options *options, tenor_error *error) {
    for (size_t i = 0; i < 4; i++)
        if (!(options->weights[i] >= 0 && isfinite(options->weights[i])))
            return tn_fail(error, TENOR_E_USAGE, "weights must be numbers from 0 up");
    if (options->dimensions > TN_MOST_TOPICS)
        return tn_fail(error, TENOR_E_USAGE, "there are at most %d dimensions", TN_MOST_TOPICS);
    return TENOR_OK;
}

static tenor_status check(const tenor_options *options, tenor_error *error) {
    if (!(options->amount > 0)) return tn_fail(error, TENOR_E_USAGE, "the length of the summary must be more than 0");
    if (!(options->damping >= 0 && options->damping < 1))
        return tn_fail(error, TENOR_E_USAGE, "the damping must be at least 0 and less than 1");
    if (!(options->threshold >= 0 && options->threshold <= 1))
        return tn_fail(error, TENOR_E_USAGE, "the threshold must be a cosine, from 0 to 1");
    if (options->max_words && options->min_words > options->max_words)
        return tn_fail(error, TENOR_E_USAGE, "no sentence has at least %zu and at most %zu words", options->min_words,
                       options->max_words);
    return check_parameters(options, error);
}

tn_rank_input tn_rank_input_of(const tn_analysis *a, const tenor_engine *engine, const tenor_options *options) {
    return (tn_rank_input){.doc = &a->doc,
                           .terms = &a->terms,
                           .arena = a->scratch,
                           .model = &engine->rank,
                           .damping = options->damping,
                           .threshold = options->threshold,
                           .seed = options->seed,
                           .weights = options->weights,
                           .gap = options->gap,
                           .topics = options->dimensions};
}

tenor_status tn_summarize(tn_analysis *a, const tenor_engine *engine, tn_stemmer *stemmer, const tenor_options *options,
                          tenor_error *error) {
    const tn_ranker *ranker = tn_ranker_find(options->ranker ? options->ranker : "news");
    if (!ranker) return tn_fail(error, TENOR_E_USAGE, "no ranker is called '%s'", options->ranker);
    TN_TRY(check(options, error));
    a->ranker = ranker->name;
    a->by_score = options->by_score;
    TN_TRY(tn_terms_build(&a->terms, &a->doc, stemmer, a->arena, error));
    size_t n = a->terms.n;
    a->scores = TN_NEW_ARRAY(a->arena, n, double);
    a->chosen = TN_NEW_ARRAY(a->arena, n, size_t);
    a->must_missing = TN_NEW_ARRAY(a->arena, options->n_must, const char *);
    if (!a->scores || !a->chosen || !a->must_missing) return tn_fail_memory(error);
    if (n == 0) return TENOR_OK;
    summarizer s = {.a = a, .engine = engine, .stemmer = stemmer, .options = options, .error = error};
    s.input = tn_rank_input_of(a, engine, options);
    TN_TRY(find_cue(&s));
    TN_TRY(find_focus(&s));
    TN_TRY(open_account(&s));
    TN_TRY(tn_rank(ranker, &s.input, a->scores, error));
    tn_arena_reset(a->scratch); /* of a book, a hundred megabytes */
    TN_TRY(find_said_before(&s));
    TN_TRY(select_sentences(&s));
    tn_arena_reset(a->scratch);
    return TENOR_OK;
}

/* ---- key phrases ---- */

tenor_status tn_find_keywords(tn_analysis *a, tn_stemmer *stemmer, const tenor_options *options, tenor_error *error) {
    enum { USUAL = 10 };
    if (!(a->parts & TENOR_PART_SUMMARY)) TN_TRY(tn_terms_build(&a->terms, &a->doc, stemmer, a->arena, error));
    a->most_keywords = options->keywords ? options->keywords : USUAL;
    tn_rank_input input = {.doc = &a->doc, .terms = &a->terms, .arena = a->arena, .damping = options->damping};
    return tn_keywords_find(&a->keywords, &input, error);
}
