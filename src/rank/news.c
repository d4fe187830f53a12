/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The default ranker: TextRank's graph with directed edges, degree instead of PageRank, and what else is known of news.
 *
 *     score_i = centrality_i                           what later sentences echo is central
 *             + 0.45 place_i + 9 opening_i             news tells the most important first; more so where it does
 *             + 0.7 title_i                            cosine with the headline
 *             - 0.17 length_i - 10 fragment_i          over 25 words; under 6
 *             - 0.15 question_i - 0.2 brackets_i - letters_i
 *
 * The terms are explained in features.def and features.h. In an article whose opening stands far above the rest in
 * centrality, opening_i outweighs everything else, and the summary becomes its first sentences: there they are hard to
 * beat. Weights: by trial on news with human summaries (bench/), each moved alone, in round numbers. O(nnz).
 */
#include "rank/features.h"
#include "rank/rankers.h"

static const double weights[TN_FEATURES] = {
    [TN_FEATURE_centrality] = 1,   [TN_FEATURE_place] = 0.45,    [TN_FEATURE_opening] = 9,
    [TN_FEATURE_title] = 0.7,      [TN_FEATURE_length] = -0.17,  [TN_FEATURE_fragment] = -10,
    [TN_FEATURE_question] = -0.15, [TN_FEATURE_brackets] = -0.2, [TN_FEATURE_letters] = -1,
};

tenor_status tn_rank_news(const tn_rank_input *input, double *scores, tenor_error *error) {
    double *value;
    TN_TRY(tn_features_find(&value, input, error));
    return tn_features_weigh(scores, value, weights, input, error);
}
