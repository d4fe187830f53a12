/* Near-copies among records, in one pass and fixed memory.
 *
 * A text is the set of its word triples; two are copies when they have a large share of all of them in common (Jaccard;
 * Broder 1997), or when four fifths of the shorter one's are in the longer, as in a story cut from its end: then 0.6 of
 * that share is enough. The share is estimated from 64 minima, of which 16 bits each are kept (MinHash, b-bit: Li and
 * Koenig 2010); they are found as Dahlgaard, Knudsen and Thorup (2017) do, one hash a triple and more only for short
 * texts. Candidates are those that agree in two neighbouring minima (32 bands of 2 rows):
 *
 *   signature   [m0 m1 | m2 m3 | ... | m62 m63]
 *   band k      hash(m2k, m2k+1) -> table k -> the latest text with that pair
 *
 * Texts that share half of their triples agree in some band with probability 1 - (1 - 1/4)^32 > 0.9998; those that
 * share a tenth, in 0.27, and are then told apart by all 64. Only the latest texts are remembered, about 300 bytes and
 * the id each.
 */
#ifndef TN_CORPUS_DEDUP_H
#define TN_CORPUS_DEDUP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"

enum { TN_MINIMA = 64 };

typedef struct tn_signature {
    uint16_t minima[TN_MINIMA];
    uint32_t triples; /* how many the text has */
    bool empty;       /* no word in the text: a copy of nothing */
} tn_signature;

/* Words are runs of ASCII letters and digits and of all bytes over 127; case does not matter in ASCII. Of a giant, the
 * first million words. False: out of memory, which is taken from `arena`. */
bool tn_signature_make(tn_signature *signature, tenor_string text, tn_arena *arena);

/* The estimated share of triples in common, 0 ... 1. */
double tn_signature_likeness(const tn_signature *a, const tn_signature *b);

typedef struct tn_dedup tn_dedup;

/* `window`: how many texts are remembered; `threshold`: likeness from which a text is a copy. */
tenor_status tn_dedup_new(tn_dedup **out, size_t window, double threshold, tenor_error *error);
void tn_dedup_free(tn_dedup *dedup); /* NULL is allowed */

typedef struct tn_near_copy {
    bool found;
    tenor_string of; /* id of the likest text, of several the latest; lives until the next call */
    size_t cluster;  /* number of the first text of all that hang together, from 1 */
} tn_near_copy;

/* Looks a text up and remembers it. Errors: TENOR_E_MEMORY. */
tenor_status tn_dedup_add(tn_dedup *dedup, const tn_signature *signature, tenor_string id, tn_near_copy *copy,
                          tenor_error *error);

#endif
