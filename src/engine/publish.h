/* An analysis at work, and its publication as a tenor_result. Private to src/engine. */
#ifndef TN_ENGINE_PUBLISH_H
#define TN_ENGINE_PUBLISH_H

#include "engine/engine.h"
#include "rank/rank.h"
#include "tone/attribution.h"
#include "tone/hits.h"
#include "tone/mentions.h"
#include "tone/tones.h"

typedef TN_VEC(tn_active_topic) tn_active_list;

/* What the stages have found; each fills its own. */
typedef struct tn_analysis {
    tn_arena *arena;
    unsigned parts;
    tn_doc doc;
    /* summary */
    const char *ranker;
    tn_terms terms;
    double *scores;
    size_t *chosen, n_chosen;
    bool over_budget;
    /* tone */
    tn_active_list topics;
    bool covered; /* there is a lexicon for the text's language; without one there are no hits and no numbers */
    tn_tones tones;
    tn_mention_list mentions;
    tn_share_list shares;
} tn_analysis;

/* The topics asked for. Errors: TENOR_E_USAGE for an empty name, TENOR_E_TOO_LARGE for too many targets. */
tenor_status tn_topics_choose(tn_active_list *out, const tenor_engine *engine, const tenor_options *options,
                              tn_arena *arena, tenor_error *error);

/* Turns internal structures into public ones. */
tenor_status tn_publish(tenor_result *result, tn_analysis *analysis, const tenor_engine *engine, const tenor_input *input,
                        tenor_error *error);

/* Makes a result empty; its memory stays for the next analysis. */
void tn_result_clear(tenor_result *result);

#endif
