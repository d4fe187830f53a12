/* Key phrases. */
#ifndef TN_RANK_KEYWORDS_H
#define TN_RANK_KEYWORDS_H

#include "rank/rank.h"

/* A phrase; its occurrences are ranges of words. */
typedef struct tn_key_phrase {
    double score;   /* the sum of its words' times √(count / words), over the largest of all phrases */
    size_t n_words; /* of the document, the same in every occurrence */
    size_t first;   /* index of the first occurrence in tn_key_phrases.at_word, in order of the text */
    size_t count;
} tn_key_phrase;

typedef struct tn_key_phrases {
    const tn_key_phrase *at; /* best first; ties to the one that comes earlier in the text */
    size_t count;
    const uint32_t *at_word; /* words of the document at which occurrences begin */
} tn_key_phrases;

/* TextRank for keywords: Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004, section 3.
 *
 *   vertices  words of the story that are no stop words and no numbers, in figures or not; words of one stem are one
 *   edges     between words that stand side by side in a sentence (a window of 2), weighed by how often they do
 *   scores    PageRank; the best third of the vertices are kept
 *   phrases   kept words that stand side by side, nothing but spaces or a hyphen between them, at most four
 *
 * The article filters by parts of speech (nouns and adjectives); without a tagger, words are kept by not being stop
 * words, and what is said once counts less than what is said again (√count), a long run of words less
 * than their sum (1/√words). O(words), memory from input->arena. Errors: TENOR_E_MEMORY, TENOR_E_NUMERIC. */
tenor_status tn_keywords_find(tn_key_phrases *out, const tn_rank_input *input, tenor_error *error);

#endif
