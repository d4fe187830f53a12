/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/hits.h"

#include "base/bytes.h"

/* How much a hit counts by its kind. */
static double share_of(const tn_lexeme *lexeme, const tn_tone_parameters *p) {
    switch (lexeme->kind) {
        case TN_KIND_STATE: return p->share_state;
        case TN_KIND_OBJECT: return p->share_object;
        case TN_KIND_ACTOR: return p->share_actor;
        default: return lexeme->pos == 'n' ? p->share_noun : 1;
    }
}

/* "the bombed school", "a besieged town": a participle behind an article tells no event, it tells what the noun is
 * like. */
static bool is_attribute(const tn_doc *doc, const tn_lexeme *lexeme, const tn_hit *hit, uint32_t first) {
    if (lexeme->pos != 'v' || hit->last - hit->first > 1 || hit->first == first) return false;
    if (!tn_ends_nocase(doc->terms[doc->words[hit->first].term].text, TN_STR("ed"))) return false;
    return doc->terms[doc->words[hit->first - 1].term].marks & TN_VOCABULARY_DETERMINER;
}

/* Sets what follows from the entry. */
static void set_weight(tn_hit *hit, const tn_lexeme *lexeme, double sign, const tn_tone_parameters *parameters) {
    hit->weight = hit->final = sign * (double)lexeme->weight;
    hit->class = lexeme->class;
    hit->share = share_of(lexeme, parameters);
}

tn_hit tn_hit_of(const tn_tone_lexicon *lexicon, uint32_t entry, uint32_t first, uint32_t last, double sign,
                 const tn_tone_parameters *parameters) {
    tn_hit hit = {.first = first, .last = last, .lexeme = entry, .lexicon = lexicon};
    set_weight(&hit, tn_hit_lexeme(&hit), sign, parameters);
    return hit;
}

/* Where the phrases of a sentence stand. Their entries, which lie far apart, are asked for; what they say is read when
 * all are. */
static bool find_phrases(tn_hit_list *hits, tn_layers *layers, const tn_sentence *sentence, tn_arena *arena) {
    const tn_tone_lexicon *lexicon;
    tn_match match;
    tn_layers_begin(layers);
    for (uint32_t at = sentence->first; (lexicon = tn_layers_next(layers, at, sentence->last, &match)) != NULL;
         at = match.last) {
        if (!TN_RESERVE(arena, hits, 1)) return false;
        tn_hit *hit = &hits->at[hits->count++]; /* a hit's rules need no zeroes */
        hit->first = match.first;
        hit->last = match.last;
        hit->lexeme = match.entry;
        hit->n_rules = 0;
        hit->parted = match.parted;
        hit->turned = false;
        hit->lexicon = lexicon;
        tn_fetch(tn_hit_lexeme(hit));
    }
    return true;
}

bool tn_hits_find(tn_hit_list *hits, tn_layers *layers, const tn_tone_parameters *parameters, double sign,
                  const tn_sentence *sentence, tn_arena *arena) {
    const tn_doc *doc = layers->at[0].matcher.doc;
    size_t kept = hits->count, i = kept;
    if (!find_phrases(hits, layers, sentence, arena)) return false;
    for (; i < hits->count; i++) {
        tn_hit *hit = &hits->at[kept];
        const tn_lexeme *lexeme = tn_hit_lexeme(&hits->at[i]);
        if (lexeme->kind == TN_KIND_STOP || lexeme->weight == 0) continue;
        if (kept < i) *hit = hits->at[i];
        set_weight(hit, lexeme, sign, parameters);
        if (is_attribute(doc, lexeme, hit, sentence->first)) hit->share = parameters->share_state;
        kept++;
    }
    hits->count = kept;
    return true;
}

bool tn_triggers_find(tn_trigger_list *triggers, const tn_matcher *matcher, const tn_tone_model *model,
                      const tn_sentence *sentence, tn_arena *arena) {
    tn_match match;
    triggers->count = 0;
    triggers->rules = 0;
    for (uint32_t at = sentence->first; tn_matcher_next(matcher, at, sentence->last, &match); at = match.last) {
        if (!TN_RESERVE(arena, triggers, 1)) return false;
        triggers->at[triggers->count++] = (tn_trigger_at){match.first, match.last, match.entry};
        for (int32_t i = (int32_t)match.entry; i >= 0; i = model->triggers[i].also)
            triggers->rules |= 1u << model->triggers[i].rule;
    }
    return true;
}

size_t tn_trigger_from(const tn_trigger_list *triggers, uint32_t at) {
    size_t low = 0, high = triggers->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (triggers->at[middle].first < at) low = middle + 1;
        else high = middle;
    }
    return low;
}

unsigned tn_talk_evidence(const tn_trigger_list *triggers, const tn_tone_model *model) {
    unsigned alone = 0, together = 0;
    uint32_t first = 0;
    if (!(triggers->rules >> TN_RULE_SENSE & 1)) return 0;
    for (size_t i = 0; i < triggers->count; i++) {
        const tn_trigger *trigger = &model->triggers[triggers->at[i].trigger];
        if (trigger->rule != TN_RULE_SENSE) continue;
        if (trigger->window >= TN_TALK_ALONE) alone += 2;
        else if (together == 0) together = 1, first = triggers->at[i].trigger;
        else if (triggers->at[i].trigger != first) together = 2;
    }
    return alone + together;
}

/* "attack", "blow up", "crack down on": one word that tells something, and particles. */
static bool is_single_word(const tn_hit *hit, const tn_doc *doc) {
    uint32_t telling = 0;
    for (uint32_t i = hit->first; i < hit->last; i++) telling += !doc->terms[doc->words[i].term].stop;
    return telling < 2;
}

bool tn_hit_may_be_figurative(const tn_hit *hit, const tn_doc *doc, bool much) {
    uint8_t kind = tn_hit_lexeme(hit)->kind;
    bool tells = kind == TN_KIND_EVENT || kind == TN_KIND_STATE;
    return tells && hit->weight > 0 && (much || tn_hit_lexeme(hit)->class == TN_CLASS_HARM || is_single_word(hit, doc));
}

void tn_hits_parts(double *parts, const tn_hit *hits, size_t count, const tn_tone_parameters *parameters) {
    double total = parameters->shrink, left = 1;
    for (size_t i = 0; i < count; i++) {
        parts[i] = left * hits[i].share;
        total += parts[i];
        left *= 1 - (1 - parameters->decay) * hits[i].share;
    }
    for (size_t i = 0; i < count; i++) parts[i] = total > 0 ? parts[i] / total : 0;
}

double tn_hits_raw(const tn_hit *hits, size_t count, const tn_tone_parameters *parameters) {
    double sum = 0, total = parameters->shrink, left = 1;
    for (size_t i = 0; i < count; i++) {
        sum += left * hits[i].share * hits[i].final;
        total += left * hits[i].share;
        left *= 1 - (1 - parameters->decay) * hits[i].share;
    }
    return count && total > 0 ? sum / total : 0;
}

double tn_hits_matter(const tn_hit *hits, size_t count, const tn_tone_parameters *parameters) {
    double sum = 0, left = 1;
    for (size_t i = 0; i < count; i++) {
        sum += left * hits[i].final * tn_class_matter((tn_class)hits[i].class);
        left *= 1 - (1 - parameters->intensity_decay) * hits[i].share;
    }
    return sum;
}
