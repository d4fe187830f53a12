/* The one sentence that says what a text says of something: a topic's gist. */
#ifndef TN_RANK_GIST_H
#define TN_RANK_GIST_H

#include "rank/rank.h"

/* A sentence that speaks of it, and how much: > 0. */
typedef struct tn_focus_row {
    size_t row;
    double focus;
} tn_focus_row;

typedef struct tn_gist_finder {
    const tn_ranker *ranker;
    const tn_rank_input *input;
    const double *scores;        /* [n] of the ranker, for the text as a whole */
    size_t min_words, max_words; /* as of tn_select_options */
    /* The state: */
    double largest;          /* of scores */
    double *focus, *focused; /* [n], of rankers that walk; focus is all 0 between calls */
} tn_gist_finder;

#define TN_NO_ROW ((size_t)-1)

/* Takes memory from `arena`; input->arena is for the ranker's workspaces, and may be reset between two calls. */
tenor_status tn_gist_init(tn_gist_finder *finder, tn_arena *arena, tenor_error *error);

/* Of the rows given, in ascending order, the best under the scores that tn_rank gives with them as focus. It is to
 * stand alone: one that points back must be better by a quarter of the largest score, and one of fewer than three words
 * or outside the lengths asked for is taken only when there is no other. TN_NO_ROW when n is 0.
 *
 * O(n): the scores of the whole text are used again. A ranker that walks a graph walks it once more, from there. */
tenor_status tn_gist_find(tn_gist_finder *finder, const tn_focus_row *rows, size_t n, size_t *row, tenor_error *error);

#endif
