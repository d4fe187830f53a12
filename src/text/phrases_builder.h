/* Collects phrases, and lays them out as text/phrases.h has them. */
#ifndef TN_TEXT_PHRASES_BUILDER_H
#define TN_TEXT_PHRASES_BUILDER_H

#include "text/phrases.h"

typedef struct tn_phrases_builder tn_phrases_builder;

#define TN_NO_ENTRY UINT32_MAX

/* An empty collection over `vocabulary`, in its scratch arena. NULL: out of memory. */
tn_phrases_builder *tn_phrases_new(tn_vocabulary_builder *vocabulary);

/* Adds a phrase, folded and cut into words as a text would be. If the same words are there already, their entry stays,
 * and *existing says which it is; otherwise *existing is TN_NO_ENTRY. A phrase without any word is TENOR_E_DATA;
 * over two million words, entries or nodes, TENOR_E_TOO_LARGE. */
tenor_status tn_phrases_add(tn_phrases_builder *builder, tenor_string phrase, uint32_t entry, uint32_t *existing,
                            tenor_error *error);

/* Into `arena`; the builder can go. `may_gap`, by entry, says which phrases other words may part; it is borrowed, and
 * NULL means none. False: out of memory. */
bool tn_phrases_freeze(tn_phrases *out, const tn_phrases_builder *builder, const uint8_t *may_gap, size_t n_may_gap,
                       tn_arena *arena);

#endif
