/* Talk: stretches of a text that are about sport, film, trade or illness, where words of conflict are a manner of
 * speaking.
 *
 *   1  "The striker scored twice before half-time."      striker, half-time: talk of sport
 *   2  "The visitors never recovered from that attack."  among such sentences: "attack" is meant as theirs
 *
 * The rule "sense" acts in sentences that have such words themselves (tone/scope.c); here it goes on to their
 * neighbours.
 */
#ifndef TN_TONE_TALK_H
#define TN_TONE_TALK_H

#include "tone/attribution.h"
#include "tone/tones.h"

/* Applies the rule to hits of the tension lexicon in sentences which name no topic and have none carried to them
 * (`shares`), so that no topic's number depends on what stands around it. Errors: TENOR_E_MEMORY. */
tenor_status tn_talk_apply(tn_tones *tones, const tn_share_list *shares, const tn_tone_model *model, const tn_doc *doc,
                           tn_arena *arena, tenor_error *error);

#endif
