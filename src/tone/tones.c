/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/tones.h"

/* A sentence of more words than any that is written is ruled in stretches of so many: what a rule looks at is bounded.
 */
enum { MOST_WORDS_RULED = 256 };

typedef struct side {
    tn_hit_table *table;
    const tn_tone_lexicon *lexicon;
    double sign;
} side;

/* The scope rules over hits[from ...], of one sentence. */
static void rule(const side *of, size_t from, const tn_trigger_list *triggers, const tn_tone_model *model,
                 const tn_doc *doc, const tn_sentence *sentence, unsigned rules) {
    tn_hit_list *hits = &of->table->hits;
    size_t trigger = 0;
    for (uint32_t end = sentence->first; end < sentence->last && from < hits->count;) {
        uint32_t first = end;
        end = sentence->last - first > MOST_WORDS_RULED ? first + MOST_WORDS_RULED : sentence->last;
        tn_trigger_list near = *triggers;
        near.at += trigger;
        near.count = 0;
        while (trigger < triggers->count && triggers->at[trigger].first < end) near.count++, trigger++;
        size_t to = from;
        while (to < hits->count && hits->at[to].first < end) to++;
        if (to > from) tn_scope_apply(hits->at + from, to - from, &near, model, doc, first, rules);
        from = to;
    }
}

/* One sentence: triggers once, then both lexicons. */
static bool find_in_sentence(tn_tones *out, const tn_tone_model *model, const tn_doc *doc, size_t index,
                             tn_trigger_list *triggers, unsigned rules, tn_arena *arena) {
    const tn_sentence *sentence = &doc->sentences[index];
    const side sides[] = {{&out->tension, &model->tension, 1}, {&out->sentiment, &model->sentiment, -1}};
    triggers->count = 0;
    if (!tn_triggers_find(triggers, model, doc, sentence, arena)) return false;
    for (size_t i = 0; i < 2; i++) {
        tn_hit_list *hits = &sides[i].table->hits;
        size_t before = hits->count;
        sides[i].table->first[index] = (uint32_t)before;
        if (!tn_hits_find(hits, sides[i].lexicon, &model->parameters, sides[i].sign, doc, sentence, arena))
            return false;
        rule(&sides[i], before, triggers, model, doc, sentence, rules);
    }
    return true;
}

tenor_status tn_tones_find(tn_tones *out, const tn_tone_model *model, const tn_doc *doc, bool covered,
                           const char *rules, tn_arena *arena, tenor_error *error) {
    unsigned enabled;
    tn_trigger_list triggers = {0};
    TN_TRY(tn_rules_parse(&enabled, rules, error));
    out->tension.first = TN_NEW_ARRAY(arena, doc->n_sentences + 1, uint32_t);
    out->sentiment.first = TN_NEW_ARRAY(arena, doc->n_sentences + 1, uint32_t);
    /* An array for each list, if it stays empty too: what points into it is then no arithmetic on NULL. */
    bool lists = TN_RESERVE(arena, &out->tension.hits, 1) && TN_RESERVE(arena, &out->sentiment.hits, 1) &&
                 TN_RESERVE(arena, &triggers, 1);
    if (!out->tension.first || !out->sentiment.first || !lists) return tn_fail_memory(error);
    for (size_t i = 0; covered && i < doc->n_sentences; i++)
        if (!find_in_sentence(out, model, doc, i, &triggers, enabled, arena)) return tn_fail_memory(error);
    out->tension.first[doc->n_sentences] = (uint32_t)out->tension.hits.count;
    out->sentiment.first[doc->n_sentences] = (uint32_t)out->sentiment.hits.count;
    return TENOR_OK;
}
