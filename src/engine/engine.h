/* What an engine and a result hold. Private to src/engine. */
#ifndef TN_ENGINE_ENGINE_H
#define TN_ENGINE_ENGINE_H

#include "base/vec.h"
#include "rank/model.h"
#include "rank/stem.h"
#include "text/known.h"
#include "text/langid.h"
#include "tone/model.h"

/* Plain: what it points at is in its arena, in its image, or static. */
struct tenor_engine {
    tn_arena arena; /* owns everything below; no change after opening */
    tn_vocabulary vocabulary;
    tn_language *languages; /* those with a model, English first; then those that only the gate knows */
    tn_text_model *models;  /* [n_models], of the first languages */
    size_t n_languages, n_models;
    tenor_named *language_names; /* [n_models] */
    tn_language no_language;     /* "und" ... */
    tn_text_model neutral;       /* ... and its model, without any list */
    tn_gate_language *gate_languages;
    tn_gate gate;
    tn_tone_model tone;
    tn_rank_model rank;
    tn_stems stems;               /* of English; none where the data was read from text files */
    TN_VEC(tenor_data_info) data; /* tension, sentiment (those added behind the built-in one), rules, topics */
    char topics_sha256[65];
    tenor_topic_info *topic_info; /* one a topic of tone.topics */
};

/* The text model of a language; NULL: there is none. */
const tn_text_model *tn_engine_language(const tenor_engine *engine, const char *code);

typedef TN_VEC(const char *) tn_warning_list;

struct tenor_result {
    tn_arena arena;        /* owns everything below but what is kept, reset at each analysis */
    tn_arena scratch;      /* workspaces of a stage, empty between them */
    tn_deadline deadline;  /* of the analysis at work */
    tn_stemmer *stemmer;   /* kept from one analysis to the next, with the stems it has found */
    tn_known known;        /* words of earlier analyses: kept likewise */
    char stemmer_name[32]; /* a copy: the engine that named it may be closed, and another one used */
    bool ready;
    const tenor_engine *engine;
    tenor_input input;
    tenor_document document;
    tn_warning_list warnings;
    bool has_summary, has_tone;
    tenor_keyword *keywords;
    size_t n_keywords;
    tenor_summary summary;
    tenor_tone overall;
    const tenor_change *changes; /* of the overall tension */
    size_t n_changes;
    tenor_topic *topics;
    size_t n_topics;
    tenor_sentence *sentences;
    size_t n_sentences;
    tenor_block *blocks;
    size_t n_blocks;
};

#endif
