/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/hits.h"

#include <math.h>

enum { MOST_DECAYED = 12 }; /* 0.6^12 is 0.002: smaller hits no longer tell */

bool tn_hits_find(tn_hit_list *hits, const tn_tone_lexicon *lexicon, double sign, const tn_doc *doc,
                  const tn_sentence *sentence, tn_arena *arena) {
    tn_match match;
    for (uint32_t at = sentence->first; at < sentence->last; at = match.last > at ? match.last : at + 1) {
        if (!tn_phrases_at(&lexicon->phrases, doc, at, sentence->last, &match)) continue;
        const tn_lexeme *lexeme = &lexicon->data.lexemes[match.entry];
        if (lexeme->kind == TN_KIND_STOP || lexeme->weight == 0) continue;
        tn_hit *hit = TN_PUSH(arena, hits);
        if (!hit) return false;
        double weight = sign * (double)lexeme->weight;
        *hit = (tn_hit){.first = match.first, .last = match.last, .lexeme = match.entry, .weight = weight, .final = weight};
    }
    return true;
}

bool tn_triggers_find(tn_trigger_list *triggers, const tn_tone_model *model, const tn_doc *doc,
                      const tn_sentence *sentence, tn_arena *arena) {
    tn_match match;
    for (uint32_t at = sentence->first; at < sentence->last; at = match.last > at ? match.last : at + 1) {
        if (!tn_phrases_at(&model->trigger_phrases, doc, at, sentence->last, &match)) continue;
        tn_trigger_at *found = TN_PUSH(arena, triggers);
        if (!found) return false;
        *found = (tn_trigger_at){match.first, match.last, match.entry};
    }
    return true;
}

/* The largest by size of those below `under`, counting equals once a call: selection without sorting, since a sentence
 * has few hits. `taken` marks those already used. */
static size_t largest_left(const tn_hit *hits, size_t count, uint64_t taken) {
    size_t best = count;
    for (size_t i = 0; i < count && i < 64; i++)
        if (!(taken >> i & 1) && (best == count || fabs(hits[i].final) > fabs(hits[best].final))) best = i;
    return best;
}

double tn_hits_raw(const tn_hit *hits, size_t count, double decay) {
    double sum = 0, total = 0, factor = 1;
    uint64_t taken = 0;
    for (size_t k = 0; k < MOST_DECAYED; k++, factor *= decay) {
        size_t best = largest_left(hits, count, taken);
        if (best == count) break;
        taken |= 1ull << best;
        sum += factor * hits[best].final;
        total += factor;
    }
    return total > 0 ? sum / total : 0;
}
