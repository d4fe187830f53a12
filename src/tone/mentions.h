/* Mentions: where a text names its topics. */
#ifndef TN_TONE_MENTIONS_H
#define TN_TONE_MENTIONS_H

#include "base/vec.h"
#include "tone/model.h"

/* The topics of one analysis: chosen ones of the model and ad-hoc ones. */
typedef struct tn_active_topic {
    const tn_topic *topic;
    int32_t listed; /* index in model->topics, or -1: ad hoc, found by its names' words */
    bool shown;     /* false: not asked for, but still ends what others carry and bounds their clauses, so that a
                       topic's number does not depend on which others one asks for */
} tn_active_topic;

typedef struct tn_mention {
    uint32_t topic; /* index of the active topics */
    uint32_t sentence;
    uint32_t first, last; /* words of the document */
    bool definite;        /* "the peninsula": counts only once the topic has been named */
} tn_mention;

typedef TN_VEC(tn_mention) tn_mention_list;

/* All mentions in order of sentence and word. For each topic the longest of its names at a place wins and consumes its
 * words; an [exclude] phrase consumes and gives no mention; a definite noun phrase counts once its topic has been
 * named, and when it could mean several topics, for the one named last. Errors: TENOR_E_MEMORY. */
tenor_status tn_mentions_find(tn_mention_list *out, const tn_active_topic *topics, size_t n_topics,
                              const tn_tone_model *model, const tn_doc *doc, tn_arena *arena, tenor_error *error);

#endif
