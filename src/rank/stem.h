/* Stems: what brings "sanction", "sanctions" and "sanctioned" together when sentences are compared. Only likeness of
 * sentences is computed from them; no lexicon and no topic is matched by stem.
 *
 * A stem is a number: the vocabulary id of its letters, where the vocabulary has them, else a hash. Finding the letters
 * takes libstemmer as long as everything else about a word together, so those of the vocabulary's words are found when
 * tenor is built, and put into the vocabulary:
 *
 *   vocabulary   ... 17 sanctions   18 sanctioned ... 900 sanction
 *   stem_of      ... 900            900           ... 900
 */
#ifndef TN_RANK_STEM_H
#define TN_RANK_STEM_H

#include <stdint.h>

#include "base/span.h"
#include "base/status.h"
#include "text/vocabulary.h"

/* The stems of a vocabulary's words. */
typedef struct tn_stems {
    const char *algorithm;   /* that they were found with */
    const uint32_t *stem_of; /* by vocabulary id; 0: to be found at run time. Ids beyond are, too */
    size_t n_stem_of;
    const tn_vocabulary *vocabulary;
    uint64_t edition; /* no two that were opened have the same */
} tn_stems;

/* Adds the stems of the words in `builder`, from which `vocabulary` will be frozen. Errors: as tn_stemmer_new. */
tenor_status tn_stems_build(tn_stems *out, const char *algorithm, const tn_vocabulary *vocabulary,
                            tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error);

void tn_stems_image(tn_image *image, tn_stems *stems, const tn_vocabulary *vocabulary);

/* A Snowball stemmer. Not for several threads at once. */
typedef struct tn_stemmer tn_stemmer;

/* `algorithm` is Snowball's name, "english". Errors: TENOR_E_DATA when there is none of that name, TENOR_E_MEMORY. */
tenor_status tn_stemmer_new(tn_stemmer **out, const char *algorithm, tenor_error *error);
void tn_stemmer_free(tn_stemmer *stemmer); /* NULL is allowed */

/* From now on stems are numbered by `stems`, which is borrowed, if it is of the same algorithm; NULL: by hashes alone.
 */
void tn_stemmer_use(tn_stemmer *stemmer, const tn_stems *stems);

/* From now on the stems found last are kept, in a table of fixed size, which makes stemming nearly free from the second
 * text on; the first asks for each word once. Errors: TENOR_E_MEMORY. */
tenor_status tn_stemmer_remember(tn_stemmer *stemmer, tenor_error *error);

/* The stem of a folded word, whose vocabulary id may be given to find it faster (0: unknown): the same number for words
 * of the same stem, and another for others but by a chance of one in 2^63. 0: out of memory. Numbers are of this
 * stemmer alone (it is seeded), and change with tn_stemmer_use. */
uint64_t tn_stemmer_stem(tn_stemmer *stemmer, tenor_string word, uint32_t vocabulary);

#endif
