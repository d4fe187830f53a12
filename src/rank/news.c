/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The default ranker: TextRank's graph with directed edges, degree instead of PageRank, and what else is known of news.
 *
 *     score_i = centrality_i                           what later sentences echo is central
 *             + 0.45 place_i + 20 opening_i            news tells the most important first; more so where it does
 *             + 0.1 second_i + 0.1 paragraph_i         so is the second sentence, and what opens a paragraph
 *             + 1.5 title_i                            cosine with the headline
 *             - 0.17 length_i - 10 fragment_i          over 25 words; under 6
 *             - 0.15 question_i - 0.2 brackets_i - letters_i
 *
 * The terms are explained in features.def and features.h. In an article whose opening stands far above the rest in
 * centrality, opening_i outweighs everything else, and the summary becomes its first sentences: there they are hard to
 * beat. Weights: by trial on news with human summaries (docs/rankers.md), each moved alone, in round numbers. Long
 * sentences are held back once more in selection (`evenness`, select.c). O(nnz).
 */
#include "rank/features.h"
#include "rank/rankers.h"

const double tn_news_weights[TN_FEATURES] = {
    [TN_FEATURE_centrality] = 1,  [TN_FEATURE_place] = 0.45,   [TN_FEATURE_opening] = 20,
    [TN_FEATURE_title] = 1.5,     [TN_FEATURE_second] = 0.1,   [TN_FEATURE_paragraph] = 0.1,
    [TN_FEATURE_length] = -0.17,  [TN_FEATURE_fragment] = -10, [TN_FEATURE_question] = -0.15,
    [TN_FEATURE_brackets] = -0.2, [TN_FEATURE_letters] = -1,
};

tenor_status tn_rank_news(const tn_rank_input *input, double *scores, tenor_error *error) {
    return tn_features_score(scores, tn_news_weights, input, error);
}
