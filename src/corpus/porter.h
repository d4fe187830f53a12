/* Porter's stemmer as evaluation uses it. */
#ifndef TN_CORPUS_PORTER_H
#define TN_CORPUS_PORTER_H

#include <stddef.h>

/* Stems `length` bytes of a..z and 0..9 in place (a stem is never longer than its word) and returns the new length.
 *
 * Porter, "An algorithm for suffix stripping", Program 14 (1980), with the changes that the Python package nltk makes
 * by default and that the field's ROUGE figures therefore have: some irregular words, "ies" and "ied" of short words,
 * "y" after a consonant, "bli", "fulli", "logi". (Snowball's `porter` is without these.) */
size_t tn_porter(char *word, size_t length);

#endif
