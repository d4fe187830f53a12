/* Grams: what sentences are compared by in scripts that write no blanks between words, or join particles to them.
 *
 *   "外交部回应"        words  [外][交][部][回][应]    grams  外交 交部 部回 回应
 *   "정부는"            word   [정부는]                grams  정부 부는
 *
 * A run of ideographs and kana gives each pair of neighbours, a Korean word each pair of its syllables; what stands
 * alone and words of other scripts are themselves. A pair with a function character in it (的, は) is a stop word.
 */
#ifndef TN_TEXT_GRAMS_H
#define TN_TEXT_GRAMS_H

#include "text/doc.h"

typedef enum tn_gram_kind { TN_GRAM_WORD, TN_GRAM_IDEOGRAPH, TN_GRAM_SYLLABLES } tn_gram_kind;

/* How a word of this folded form is cut. */
tn_gram_kind tn_gram_kind_of(tenor_string term);

/* Gives the term of a slice of the text; `stop`: make it a stop word if it is new. 0: out of memory. */
typedef uint32_t (*tn_gram_intern_fn)(tenor_string slice, bool stop, void *payload);

/* Sets doc->grams and doc->gram_start for a document whose words and sentences are there. Does nothing when no word
 * needs it. False: out of memory. */
bool tn_grams_find(tn_doc *doc, tn_gram_intern_fn intern, void *payload, tn_arena *arena);

#endif
