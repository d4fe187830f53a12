/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/layers.h"

bool tn_layers_init(tn_layers *layers, const tn_tone_lexicon *lexicon, const tn_doc *doc, tn_arena *arena) {
    size_t count = 0;
    for (const tn_tone_lexicon *of = lexicon; of; of = of->over) count++;
    layers->at = TN_NEW_ARRAY(arena, count, tn_layer);
    layers->count = 0;
    if (!layers->at) return false;
    for (const tn_tone_lexicon *of = lexicon; of; of = of->over) {
        tn_layer *layer = &layers->at[layers->count++];
        layer->lexicon = of;
        if (!tn_matcher_init(&layer->matcher, &of->phrases, doc, arena)) return false;
    }
    return true;
}

/* An empty match: not looked for yet. */
void tn_layers_begin(tn_layers *layers) {
    for (size_t i = 0; i < layers->count; i++) layers->at[i].next = (tn_match){.first = 0, .last = 0};
}

/* False: the layer has none before `limit`. */
static bool advance(tn_layer *layer, uint32_t at, uint32_t limit) {
    tn_match *next = &layer->next;
    bool known = next->last > next->first && next->first >= at;
    if (!known && !tn_matcher_next_gapped(&layer->matcher, at, limit, next))
        *next = (tn_match){.first = limit, .last = limit + 1};
    return next->first < limit;
}

const tn_tone_lexicon *tn_layers_next(tn_layers *layers, uint32_t at, uint32_t limit, tn_match *match) {
    const tn_layer *best = NULL;
    for (size_t i = 0; i < layers->count; i++) {
        tn_layer *layer = &layers->at[i];
        if (!advance(layer, at, limit)) continue;
        bool earlier = !best || layer->next.first < best->next.first;
        bool same = best && layer->next.first == best->next.first;
        if (earlier || (same && tn_match_compare(&layer->next, &best->next) >= 0)) best = layer;
    }
    if (!best) return NULL;
    *match = best->next;
    return best->lexicon;
}
