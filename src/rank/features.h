/* What a sentence is like, in numbers. */
#ifndef TN_RANK_FEATURES_H
#define TN_RANK_FEATURES_H

#include "rank/rank.h"

enum {
#define TN_FEATURE(name, about) TN_FEATURE_##name,
#include "rank/features.def"
#undef TN_FEATURE
    TN_FEATURES
};

/* The rows of features.def. */
extern const tenor_named tn_features[TN_FEATURES];

/* value[row * TN_FEATURES + feature] for all rows; memory from input->arena. O(nnz + bytes of the text).
 *
 * centrality is directed (Zheng and Lapata, "Sentence Centrality Revisited for Unsupervised Summarization", ACL 2019,
 * section 3.2): with unit tf·isf rows a_i
 *
 *     centrality_i = sqrt(c_i / max c)    c_i = Σ_{j > i} a_i·a_j          echo_i likewise, over j < i
 *     opening_i = place_i · max(0, m - 0.4)    m = mean of centrality over the first three - mean over all
 *
 * Of several articles, j > i in the same article, and all j of the others. Both sums are running sums of rows, one from
 * each end, so that no pair is visited and nothing is subtracted: O(nnz), and c_i is exactly 0 for a sentence that is
 * like no other. */
tenor_status tn_features_find(double **out, const tn_rank_input *input, tenor_error *error);

/* Σ weight[f] · value[f], of one row. */
double tn_features_weigh(const double value[TN_FEATURES], const double weight[TN_FEATURES]);

/* scores[i] = that of row i, one row at a time: nothing is kept but what the matrix must be asked for, and that only
 * for features that weigh something. If the account of it is asked for, all is found and kept. Errors: TENOR_E_MEMORY,
 * TENOR_E_NUMERIC. */
tenor_status tn_features_score(double *scores, const double weight[TN_FEATURES], const tn_rank_input *input,
                               tenor_error *error);

/* The weights of `news`, which `learned` builds on. */
extern const double tn_news_weights[TN_FEATURES];

#endif
