/* Sentiment towards someone: who does it, who it is done to, and how near it is said. */
#ifndef TN_TONE_TOWARDS_H
#define TN_TONE_TOWARDS_H

#include "tone/hits.h"
#include "tone/mentions.h"

/* The sum of the sentiment of hits[0 ... count - 1], good is positive, as it falls on those named by `mentions` (all of
 * one topic, in order): a hit counts 1 / (1 + d / distance), d the words to the nearest mention, and a verdict
 * ("criticise", "praise": kind verdict) falls on its object. Who stands before one is its subject and takes `subject`
 * of it - the other way round in the passive. What a speaker says is mostly about others, and falls on them with
 * `speaker` of its weight: on who stands beside a verb of saying. Without mentions (a carried sentence) every hit
 * counts in full. */
double tn_sentiment_towards(const tn_hit *hits, size_t count, const tn_mention *const *mentions, size_t n_mentions,
                            const tn_tone_model *model, const tn_doc *doc);

#endif
