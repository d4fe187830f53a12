/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/tones.h"

/* A sentence of more words than any that is written is ruled in stretches of so many: what a rule looks at is bounded.
 */
enum { MOST_WORDS_RULED = 256 };

typedef struct side {
    tn_hit_table *table;
    const tn_tone_lexicon *lexicon;
    double sign;
    tn_layers layers; /* of the lexicon */
} side;

typedef struct listener {
    const tn_tone_model *model;
    const tn_doc *doc;
    tn_arena *arena;
    unsigned rules;
    side sides[2];
    tn_matcher rule_words;
    tn_trigger_list triggers; /* of the sentence at hand */
    tn_trigger_at *talk;      /* by sentence; NULL: not wanted */
} listener;

/* The scope rules over hits[from ... to), by some of the sentence's triggers, in its words [first, last). */
static void rule_stretch(const listener *l, const side *of, size_t from, size_t to, const tn_trigger_list *triggers,
                         uint32_t first, uint32_t last) {
    if (to == from) return;
    tn_scope_apply(of->table->hits.at + from, to - from, triggers, l->model, l->doc, first, last, l->rules);
}

/* Over hits[from ...], of one sentence. */
static void rule(const listener *l, const side *of, size_t from, const tn_sentence *sentence) {
    const tn_hit_list *hits = &of->table->hits;
    size_t trigger = 0;
    if (sentence->last - sentence->first <= MOST_WORDS_RULED) {
        rule_stretch(l, of, from, hits->count, &l->triggers, sentence->first, sentence->last);
        return;
    }
    for (uint32_t end = sentence->first; end < sentence->last && from < hits->count;) {
        uint32_t first = end;
        end = sentence->last - first > MOST_WORDS_RULED ? first + MOST_WORDS_RULED : sentence->last;
        tn_trigger_list near = l->triggers;
        near.at += trigger;
        near.count = 0;
        while (trigger < l->triggers.count && l->triggers.at[trigger].first < end) near.count++, trigger++;
        size_t to = from;
        while (to < hits->count && hits->at[to].first < end) to++;
        rule_stretch(l, of, from, to, &near, first, end);
        from = to;
    }
}

/* The first word that says that the sentence is about sport, film and the like. */
static void note_talk(const listener *l, size_t index) {
    if (tn_talk_evidence(&l->triggers, l->model) < TN_TALK_ENOUGH) return;
    for (size_t i = 0; i < l->triggers.count; i++)
        if (l->model->triggers[l->triggers.at[i].trigger].rule == TN_RULE_SENSE) {
            l->talk[index] = l->triggers.at[i];
            return;
        }
}

/* One sentence: triggers once, then both lexicons. */
static bool listen_to_sentence(listener *l, size_t index) {
    const tn_sentence *sentence = &l->doc->sentences[index];
    if (tn_arena_late(l->arena, sentence->last - sentence->first)) return false;
    if (!tn_triggers_find(&l->triggers, &l->rule_words, l->model, sentence, l->arena)) return false;
    if (l->talk) note_talk(l, index);
    for (size_t i = 0; i < 2; i++) {
        side *of = &l->sides[i];
        tn_hit_list *hits = &of->table->hits;
        size_t before = hits->count;
        of->table->first[index] = (uint32_t)before;
        if (!tn_hits_find(hits, &of->layers, &l->model->parameters, of->sign, sentence, l->arena)) return false;
        bool passives = i == 0 && l->rules >> TN_RULE_VOICE & 1;
        if (passives && !tn_passives_find(hits, before, &of->layers, l->model, &l->triggers, sentence, l->arena))
            return false;
        rule(l, of, before, sentence);
    }
    return true;
}

static bool listen(listener *l) {
    if (!tn_matcher_init(&l->rule_words, &l->model->trigger_phrases, l->doc, l->arena)) return false;
    for (size_t i = 0; i < 2; i++)
        if (!tn_layers_init(&l->sides[i].layers, l->sides[i].lexicon, l->doc, l->arena)) return false;
    for (size_t i = 0; i < l->doc->n_sentences; i++)
        if (!listen_to_sentence(l, i)) return false;
    return true;
}

tenor_status tn_tones_find(tn_tones *out, const tn_tone_model *model, const tn_doc *doc, bool covered,
                           const char *rules, tn_arena *arena, tenor_error *error) {
    listener l = {.model = model, .doc = doc, .arena = arena};
    l.sides[0] = (side){.table = &out->tension, .lexicon = &model->tension, .sign = 1};
    l.sides[1] = (side){.table = &out->sentiment, .lexicon = &model->sentiment, .sign = -1};
    TN_TRY(tn_rules_parse(&l.rules, rules, error));
    out->tension.first = TN_NEW_ARRAY(arena, doc->n_sentences + 1, uint32_t);
    out->sentiment.first = TN_NEW_ARRAY(arena, doc->n_sentences + 1, uint32_t);
    /* An array for each list, if it stays empty too: what points into it is then no arithmetic on NULL. */
    bool lists = TN_RESERVE(arena, &out->tension.hits, 1) && TN_RESERVE(arena, &out->sentiment.hits, 1) &&
                 TN_RESERVE(arena, &l.triggers, 1);
    if (!out->tension.first || !out->sentiment.first || !lists) return tn_fail_memory(error);
    bool talk = covered && l.rules >> TN_RULE_SENSE & 1;
    out->talk = l.talk = talk ? TN_NEW_ARRAY(arena, doc->n_sentences + 1, tn_trigger_at) : NULL;
    if (talk && !l.talk) return tn_fail_memory(error);
    if (covered && !listen(&l)) return tn_fail_memory(error);
    out->tension.first[doc->n_sentences] = (uint32_t)out->tension.hits.count;
    out->sentiment.first[doc->n_sentences] = (uint32_t)out->sentiment.hits.count;
    return TENOR_OK;
}
