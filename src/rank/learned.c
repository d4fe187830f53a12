/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/model.h"
#include "rank/rankers.h"

/* The score of news plus what a model fitted to articles with human summaries says of the same features and more: a
 * conditional logit (McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974)
 *
 *     P(i is the sentence to take | the article) = exp(w·x_i) / Σ_j exp(w·x_j)        score_i = news_i + scale · w·x_i
 *
 * by bench/fit_ranker. On articles that it was not fitted to, the sum does better than either alone: the model knows
 * one kind of article, and news, whose weights are of round numbers, keeps what is true of most. O(nnz). */
tenor_status tn_rank_learned(const tn_rank_input *input, double *scores, tenor_error *error) {
    double weight[TN_FEATURES];
    if (!input->model)
        return tn_fail(error, TENOR_E_USAGE, "there is no model for the ranker 'learned' in this language");
    tn_rank_model_weights(weight, input->model);
    return tn_features_score(scores, weight, input, error);
}
