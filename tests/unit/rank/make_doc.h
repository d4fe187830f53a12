/* tn_doc values made by hand, without src/text: a sentence is a string, its words stand between spaces. */
#ifndef TN_TEST_MAKE_DOC_H
#define TN_TEST_MAKE_DOC_H

#include "rank/model.h"

/* Words are lower-cased and lose . , ! ? at their end; "the", "a", "of", "is", "was", "it", "he", "and", "but", "not"
 * are stop words. What a sentence begins with:   # headline   ~ dangling   + the first of a new article */
const tn_doc *make_doc(tn_arena *arena, const char *const *sentences, size_t n);
#define MAKE_DOC(arena, ...)                              \
    make_doc((arena), (const char *const[]){__VA_ARGS__}, \
             sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* n sentences of `fewest` to `most` words from a vocabulary whose k-th word is 1/k as frequent as the first. The first
 * two words of the vocabulary are stop words. Every seventh sentence dangles. */
const tn_doc *make_random_doc(tn_arena *arena, size_t n, size_t vocabulary, size_t fewest, size_t most, uint64_t seed);

/* Forty sentences of news, some short, some alike, some without a neighbour. */
const tn_doc *make_article(tn_arena *arena);

/* The document's matrix and the input of a ranker; fails the test when that fails. */
tn_rank_input make_input(tn_arena *arena, const tn_doc *doc);

/* The scores of a ranker by name, [n]. */
double *rank_by(const char *name, const tn_rank_input *input);

/* Weights for `learned`: the k-th feature counts k. */
extern const tn_rank_model test_model;

/* Uniform in [0, 1), a generator of the test's own. */
double random_number(uint64_t *state);

/* The largest |a_i - b_i| over the largest |b_i|. */
double relative_difference(const double *a, const double *b, size_t n);

#endif
