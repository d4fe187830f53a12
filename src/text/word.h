/* Words: where they begin and end.
 *
 * Near UAX #29, with deliberate differences for news: "Words" in src/README.md says which and why, and tests/unicode
 * fails at any other.
 */
#ifndef TN_TEXT_WORD_H
#define TN_TEXT_WORD_H

#include "text/doc.h"

/* Finds the next word at or after `at` and before `end`; sets start, end and flags (term is left 0). The flags for what
 * stands before it come from the bytes between `at` and the word. False: no word is left. */
bool tn_word_next(tenor_string text, uint32_t at, uint32_t end, tn_word *word);

/* The word without its possessive ending ('s or ’s; the bare ' after s is no part of a word anyway). */
tenor_string tn_word_bare(tenor_string text, const tn_word *possessive);

static inline tenor_string tn_word_stem(tenor_string text, const tn_word *word) {
    if (word->flags & TN_WORD_POSSESSIVE) return tn_word_bare(text, word);
    return tn_slice(text, word->start, word->end);
}

#endif
