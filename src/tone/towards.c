/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/towards.h"

/* Words between a hit and a mention; 0 when they touch or overlap. */
static uint32_t distance(const tn_hit *hit, const tn_mention *mention) {
    if (mention->last <= hit->first) return hit->first - mention->last;
    return hit->last <= mention->first ? mention->first - hit->last : 0;
}

static const tn_mention *nearest(const tn_hit *hit, const tn_mention *const *mentions, size_t count) {
    const tn_mention *best = mentions[0];
    for (size_t i = 1; i < count; i++)
        if (distance(hit, mentions[i]) < distance(hit, best)) best = mentions[i];
    return best;
}

/* "was criticised", "has been widely praised": a form of "be" within two words before, and no "-ing". */
static bool is_passive(const tn_hit *hit, const tn_doc *doc) {
    static const char *const forms[] = {"is", "are", "was", "were", "be", "been", "being", "got", "gets"};
    if (tn_ends_nocase(doc->terms[doc->words[hit->first].term].text, TN_STR("ing"))) return false;
    for (uint32_t back = 1; back <= 2 && back <= hit->first; back++)
        for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
            if (tn_equal(doc->terms[doc->words[hit->first - back].term].text, tn_str(forms[i]))) return true;
    return false;
}

static bool is_saying(const tn_doc *doc, uint32_t word) {
    return doc->terms[doc->words[word].term].marks & TN_VOCABULARY_SPEECH;
}

/* "The minister said", and at a sentence's end "said the minister": elsewhere the name behind the verb begins what is
 * said ("he said the minister lies"). */
static bool is_speaker(const tn_mention *mention, const tn_doc *doc) {
    const tn_sentence *sentence = &doc->sentences[mention->sentence];
    if (mention->last < sentence->last) return is_saying(doc, mention->last);
    return mention->first > sentence->first && is_saying(doc, mention->first - 1);
}

double tn_sentiment_towards(const tn_hit *hits, size_t count, const tn_mention *const *mentions, size_t n_mentions,
                            const tn_tone_model *model, const tn_doc *doc) {
    const tn_tone_parameters *p = &model->parameters;
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const tn_hit *hit = &hits[i];
        double factor = 1;
        if (n_mentions) {
            const tn_mention *mention = nearest(hit, mentions, n_mentions);
            bool before = mention->last <= hit->first, after = mention->first >= hit->last;
            factor = 1 / (1 + distance(hit, mention) / p->towards_distance);
            if (tn_hit_lexeme(hit)->kind == TN_KIND_VERDICT)
                factor *= (is_passive(hit, doc) ? after : before) ? p->towards_subject : p->towards_object;
            if (is_speaker(mention, doc)) factor *= p->towards_speaker;
        }
        sum -= factor * hit->final; /* the hits of both lexicons count tense as positive */
    }
    return sum;
}
