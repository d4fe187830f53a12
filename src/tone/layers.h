/* A lexicon and those that lie over it, going through a text side by side:
 *
 *   words        attack  helicopter  show  begins
 *   built-in     ^^^^^^                                   of each layer the first match from where the reading is:
 *   own.tsv      ^^^^^^^^^^^^^^^^^^^^^^^^                 the earlier one counts, or else the better one, and all go on
 *                                                         behind it
 *
 * What comes out is what one matcher of all their phrases would find, an upper entry in place of a lower one of the
 * same words. A layer is not asked again before the reading has passed its match, so that a lexicon whose words are
 * rare costs hardly anything.
 */
#ifndef TN_TONE_LAYERS_H
#define TN_TONE_LAYERS_H

#include "tone/model.h"

typedef struct tn_layer {
    const tn_tone_lexicon *lexicon;
    tn_matcher matcher;
    tn_match next; /* of the sentence at hand */
} tn_layer;

typedef struct tn_layers {
    tn_layer *at; /* the lowest first */
    size_t count;
} tn_layers;

/* False: out of memory. */
bool tn_layers_init(tn_layers *layers, const tn_tone_lexicon *lexicon, const tn_doc *doc, tn_arena *arena);

/* Before the first words of a sentence are asked for. */
void tn_layers_begin(tn_layers *layers);

/* The first match of the words [at, limit) and the lexicon it is of; NULL: none is left. `at` never goes back within a
 * sentence. */
const tn_tone_lexicon *tn_layers_next(tn_layers *layers, uint32_t at, uint32_t limit, tn_match *match);

#endif
