/* Attribution: which sentences, and which part of each, speak of a topic.
 *
 *   1  "Kyiv accused Moscow of an attack."             names ukraine      share 1
 *   2  "The shelling killed four people."              names no topic     share 0.5   (carry)
 *   3  "Rescue work went on overnight."                names no topic     share 0.2
 *   4  "Talks on Syria resumed, but Kyiv was shelled." two topics: each has the clauses that name it
 */
#ifndef TN_TONE_ATTRIBUTION_H
#define TN_TONE_ATTRIBUTION_H

#include "tone/hits.h"
#include "tone/mentions.h"

typedef struct tn_share {
    uint32_t topic, sentence;
    tenor_via via;
    double share;
    uint32_t first, last; /* the words that concern the topic */
    uint32_t first_mention,
        n_mentions; /* of the sentence, of whatever topic: in the list of mentions; none when carried */
} tn_share;

typedef TN_VEC(tn_share) tn_share_list;

/* Shares in order of sentence, then topic. A headline carries nothing to the body.
 * Errors: TENOR_E_MEMORY. */
tenor_status tn_attribute(tn_share_list *out, const tn_mention_list *mentions, const tn_tone_model *model,
                          const tn_doc *doc, tn_arena *arena, tenor_error *error);

#endif
