/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/model.h"
#include "rank/rankers.h"

/* The features of features.def under weights fitted to articles with human summaries: those of a conditional logit
 * model (McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974),
 *
 *     P(i is the sentence to take | the article) = exp(w·x_i) / Σ_j exp(w·x_j)
 *
 * by bench/fit_ranker. The score is w·x_i, scaled. Better than news on articles of the kind it was fitted to, worse on
 * others. O(nnz). */
tenor_status tn_rank_learned(const tn_rank_input *input, double *scores, tenor_error *error) {
    double weight[TN_FEATURES];
    if (!input->model)
        return tn_fail(error, TENOR_E_USAGE, "there is no model for the ranker 'learned' in this language");
    for (size_t f = 0; f < TN_FEATURES; f++) weight[f] = input->model->weight[f] * input->model->scale;
    return tn_features_score(scores, weight, input, error);
}
