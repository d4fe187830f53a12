/* An analysis at work, and its publication as a tenor_result. Private to src/engine. */
#ifndef TN_ENGINE_PUBLISH_H
#define TN_ENGINE_PUBLISH_H

#include "engine/engine.h"
#include "rank/gist.h"
#include "rank/keywords.h"
#include "rank/rank.h"
#include "report/report.h"
#include "tone/attribution.h"
#include "tone/hits.h"
#include "tone/mentions.h"
#include "tone/talk.h"
#include "tone/tones.h"

typedef TN_VEC(tn_active_topic) tn_active_list;

/* What the stages have found; each fills its own. */
typedef struct tn_analysis {
    tn_arena *arena;
    tn_arena *scratch; /* for workspaces: whoever uses it resets it */
    unsigned parts;
    bool left_out; /* is asked for */
    bool several;  /* texts as one, even if there is but one */
    tn_doc doc;
    tenor_source *sources; /* several: all texts, in order; without, none */
    size_t n_sources;
    size_t *source_of; /* [n_docs] which of them a document of `doc` is */
    size_t n_docs;
    tn_doc *past; /* those dated before the option `since`, which `doc` is without */
    size_t n_past;
    bool nothing_new, date_missing; /* of an update: all are of the past; one has no date */
    /* summary */
    const char *ranker;
    tn_terms terms;
    double *scores;
    size_t *chosen, n_chosen;
    double *said_before; /* [rows] largest cosine to the past; NULL: there is none */
    bool over_budget, focus_missing, length_missing, by_score;
    const char **must_missing; /* of options->must: those that no chosen sentence answers */
    size_t n_must_missing;
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

/* Reads one text, or several, into a->doc. Errors: those of tn_doc_build, with the source; TENOR_E_USAGE for a language
 * or date that is none; TENOR_E_MEMORY, TENOR_E_TOO_LARGE. */
tenor_status tn_read_texts(tn_analysis *a, const tenor_engine *engine, const tenor_input *inputs, size_t n,
                           const tenor_options *options, tn_known *known, tenor_error *error);

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
                        const tenor_input *inputs, tenor_error *error);

/* Sees to it that result->stemmer is that of the algorithm (NULL: none), ready for the next text. */
tenor_status tn_result_stemmer(tenor_result *result, const char *algorithm, tenor_error *error);

/* Adds a warning to a result that is ready. False: out of memory. */
bool tn_result_warn(tenor_result *result, const char *name);

/* Makes a result empty; its memory stays for the next analysis. */
void tn_result_clear(tenor_result *result);

#endif
