/* Stems: what brings "sanction", "sanctions" and "sanctioned" together when sentences are compared. Only likeness of
 * sentences is computed from them; no lexicon and no topic is matched by stem. */
#ifndef TN_RANK_STEM_H
#define TN_RANK_STEM_H

#include <stdint.h>

#include "base/span.h"
#include "base/status.h"

/* A Snowball stemmer and the stems it has found so far: a word is stemmed once, and looked up after that. Not for
 * several threads at once. */
typedef struct tn_stemmer tn_stemmer;

/* `algorithm` is Snowball's name, "english". Errors: TENOR_E_DATA when there is none of that name, TENOR_E_MEMORY. */
tenor_status tn_stemmer_new(tn_stemmer **out, const char *algorithm, tenor_error *error);
void tn_stemmer_free(tn_stemmer *stemmer); /* NULL is allowed */

/* Call between two texts: forgets the stems when they have become many, so that memory stays flat. */
void tn_stemmer_rest(tn_stemmer *stemmer);

/* The number of a folded word's stem: the same for words with the same stem, until the next rest. 0: out of memory. */
uint32_t tn_stemmer_id(tn_stemmer *stemmer, tenor_string word);

#endif
