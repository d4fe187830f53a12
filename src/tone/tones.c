/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/tones.h"

/* One sentence: triggers once, then both lexicons. */
static bool find_in_sentence(tn_tones *out, const tn_tone_model *model, const tn_doc *doc, size_t index,
                             tn_trigger_list *triggers, unsigned rules, tn_arena *arena) {
    const tn_sentence *sentence = &doc->sentences[index];
    struct {
        tn_hit_table *table;
        const tn_tone_lexicon *lexicon;
        double sign;
    } sides[] = {{&out->tension, &model->tension, 1}, {&out->sentiment, &model->sentiment, -1}};
    triggers->count = 0;
    if (!tn_triggers_find(triggers, model, doc, sentence, arena)) return false;
    for (size_t i = 0; i < 2; i++) {
        tn_hit_list *hits = &sides[i].table->hits;
        size_t before = hits->count;
        sides[i].table->first[index] = (uint32_t)before;
        if (!tn_hits_find(hits, sides[i].lexicon, &model->parameters, sides[i].sign, doc, sentence, arena))
            return false;
        if (hits->count > before)
            tn_scope_apply(hits->at + before, hits->count - before, triggers, sides[i].lexicon, model, doc,
                           sentence->first, rules);
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
    if (!out->tension.first || !out->sentiment.first) return tn_fail_memory(error);
    for (size_t i = 0; covered && i < doc->n_sentences; i++)
        if (!find_in_sentence(out, model, doc, i, &triggers, enabled, arena)) return tn_fail_memory(error);
    out->tension.first[doc->n_sentences] = (uint32_t)out->tension.hits.count;
    out->sentiment.first[doc->n_sentences] = (uint32_t)out->sentiment.hits.count;
    return TENOR_OK;
}
