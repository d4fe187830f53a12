/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/talk.h"

enum {
    REACH = 5, /* sentences, on both sides */
    LEAST = 2  /* sentences with such words within reach */
};

/* Sentences of talk among [from, to). */
static size_t count_talk(const tn_tones *tones, const tn_doc *doc, size_t from, size_t to, uint32_t part) {
    size_t n = 0;
    for (size_t i = from; i < to; i++) n += doc->sentences[i].part == part && tones->talk[i].last > 0;
    return n;
}

/* The nearest sentence with such words, whose word is named as the reason. */
static const tn_trigger_at *nearest(const tn_tones *tones, const tn_doc *doc, size_t sentence) {
    for (size_t away = 1; away <= REACH; away++) {
        if (away <= sentence && tones->talk[sentence - away].last) return &tones->talk[sentence - away];
        if (sentence + away < doc->n_sentences && tones->talk[sentence + away].last)
            return &tones->talk[sentence + away];
    }
    return NULL;
}

static void take_lightly(tn_hit *hit, const tn_tone_model *model, const tn_doc *doc, const tn_trigger_at *reason) {
    if (!tn_hit_may_be_figurative(hit, doc, false) || hit->n_rules == TN_MOST_RULES_A_HIT) return;
    hit->rules[hit->n_rules++] = tn_applied_of(TN_RULE_SENSE, reason->first, reason->last, model->parameters.sense);
    hit->final *= model->parameters.sense;
}

tenor_status tn_talk_apply(tn_tones *tones, const tn_share_list *shares, const tn_tone_model *model, const tn_doc *doc,
                           tn_arena *arena, tenor_error *error) {
    if (!tones->talk) return TENOR_OK;
    uint8_t *spoken_of = TN_NEW_ARRAY(arena, doc->n_sentences + 1, uint8_t);
    if (!spoken_of) return tn_fail_memory(error);
    for (size_t i = 0; i < shares->count; i++) spoken_of[shares->at[i].sentence] = 1;
    for (size_t i = 0; i < doc->n_sentences; i++) {
        size_t count, from = i > REACH ? i - REACH : 0;
        size_t to = i + REACH < doc->n_sentences ? i + REACH + 1 : doc->n_sentences;
        tn_hit *hits = tn_hits_of(&tones->tension, i, &count);
        if (count == 0 || spoken_of[i] || tones->talk[i].last) continue;
        if (count_talk(tones, doc, from, to, doc->sentences[i].part) < LEAST) continue;
        const tn_trigger_at *reason = nearest(tones, doc, i);
        for (size_t h = 0; reason && h < count; h++) take_lightly(&hits[h], model, doc, reason);
    }
    return TENOR_OK;
}
