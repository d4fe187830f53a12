/* An analysis at work, and its publication as a tenor_result. Private to src/engine. */
#ifndef TN_ENGINE_PUBLISH_H
#define TN_ENGINE_PUBLISH_H

#include "engine/engine.h"
#include "rank/gist.h"
#include "rank/keywords.h"
#include "rank/rank.h"
#include "tone/attribution.h"
#include "tone/hits.h"
#include "tone/mentions.h"
#include "tone/tones.h"

typedef TN_VEC(tn_active_topic) tn_active_list;

/* What the stages have found; each fills its own. */
typedef struct tn_analysis {
    tn_arena *arena;
    tn_arena *scratch; /* for workspaces: whoever uses it resets it */
    unsigned parts;
    bool left_out; /* is asked for */
    tn_doc doc;
    /* summary */
    const char *ranker;
    tn_terms terms;
    double *scores;
    size_t *chosen, n_chosen;
    bool over_budget, focus_missing, by_score;
    tn_breakdown breakdown; /* with the option `account`, and what selection says */
    tn_account account;
    tn_key_phrases keywords;
    size_t most_keywords;
    /* tone */
    tn_active_list topics;
    bool covered; /* there is a lexicon for the text's language; without one there are no hits and no numbers */
    tn_tones tones;
    tn_mention_list mentions;
    tn_share_list shares;
    bool find_changes; /* the option `account` */
    size_t *gist;      /* by topic: a row of terms, or TN_NO_ROW; NULL: not asked for */
} tn_analysis;

/* The topics asked for. Errors: TENOR_E_USAGE for an empty name, TENOR_E_TOO_LARGE for too many targets. */
tenor_status tn_topics_choose(tn_active_list *out, const tenor_engine *engine, const tenor_options *options,
                              tn_arena *arena, tenor_error *error);

/* Terms, scores and chosen sentences of a->doc. Errors: TENOR_E_USAGE, TENOR_E_MEMORY, TENOR_E_NUMERIC. */
tenor_status tn_summarize(tn_analysis *a, const tenor_engine *engine, tn_stemmer *stemmer, const tenor_options *options,
                          tenor_error *error);

/* What a ranker may look at, as the options say; workspaces are a->scratch. */
tn_rank_input tn_rank_input_of(const tn_analysis *a, const tenor_engine *engine, const tenor_options *options);

/* The sentence that stands for each topic shown, from scores and shares. Errors: TENOR_E_MEMORY, TENOR_E_NUMERIC. */
tenor_status tn_find_gists(tn_analysis *a, const tenor_engine *engine, const tenor_options *options,
                           tenor_error *error);

/* Key phrases of a->doc. Builds a->terms unless there is a summary. Errors: TENOR_E_MEMORY, TENOR_E_NUMERIC. */
tenor_status tn_find_keywords(tn_analysis *a, tn_stemmer *stemmer, const tenor_options *options, tenor_error *error);

/* Turns internal structures into public ones. */
tenor_status tn_publish(tenor_result *result, tn_analysis *analysis, const tenor_engine *engine,
                        const tenor_input *inputs, size_t n_inputs, tenor_error *error);

/* Sees to it that result->stemmer is that of the algorithm (NULL: none), ready for the next text. */
tenor_status tn_result_stemmer(tenor_result *result, const char *algorithm, tenor_error *error);

/* Makes a result empty; its memory stays for the next analysis. */
void tn_result_clear(tenor_result *result);

#endif
