/* Stems: what brings "sanction", "sanctions" and "sanctioned" together when sentences are compared. Only likeness of
 * sentences is computed from them; no lexicon and no topic is matched by stem. */
#ifndef TN_RANK_STEM_H
#define TN_RANK_STEM_H

#include <stdint.h>

#include "base/status.h"
#include "text/doc.h"
#include "text/known.h"

/* The stems of a vocabulary's words, found when tenor is built: finding one takes libstemmer as long as all else that
 * is done to a word. An engine that is read from text files has none, and finds the same at run time. */
typedef struct tn_stems {
    const uint64_t
        *of; /* by vocabulary id: the hash of the stem's letters; words with an id of `n` or more: not known */
    size_t n;
} tn_stems;

/* Errors: as tn_stemmer_new. */
tenor_status tn_stems_build(tn_stems *out, const char *algorithm, const tn_vocabulary *vocabulary, tn_arena *arena,
                            tenor_error *error);

void tn_stems_image(tn_image *image, tn_stems *stems);

/* A Snowball stemmer. With known words (may be NULL, kept by the caller) it keeps the stems it has found beside them,
 * so that from text to text stemming is nearly free. Not for several threads at once. */
typedef struct tn_stemmer tn_stemmer;

/* `algorithm` is Snowball's name, "english". Errors: TENOR_E_DATA when there is none of that name, TENOR_E_MEMORY. */
tenor_status tn_stemmer_new(tn_stemmer **out, const char *algorithm, tn_known *known, tenor_error *error);
void tn_stemmer_free(tn_stemmer *stemmer); /* NULL is allowed */

/* From now on terms' stems are those of `stems`, which is borrowed and of the same algorithm; NULL: all are to be
 * found.
 */
void tn_stemmer_use(tn_stemmer *stemmer, const tn_stems *stems);

/* The hash of a folded word's stem, of this stemmer alone (it is seeded): the same for words of the same stem, and for
 * others but by a chance of one in 2^63. 0: out of memory. */
uint64_t tn_stemmer_hash(tn_stemmer *stemmer, tenor_string word);

/* The same of a document's term. */
uint64_t tn_stemmer_term(tn_stemmer *stemmer, const tn_term *term);

/* Asks for what tn_stemmer_term will look at: those of a text's terms lie far apart. */
void tn_stemmer_fetch(const tn_stemmer *stemmer, const tn_term *term);

#endif
