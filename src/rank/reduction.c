/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/graph.h"
#include "rank/rankers.h"

/* Reduction, by the name it has in the Python package sumy: a sentence counts as much as its edges in TextRank's graph
 * together weigh,
 *
 *     s_i = Σ_{j ≠ i} |S_i ∩ S_j| / (log|S_i| + log|S_j|)
 *
 * the weighted form of the "bushiness" of Salton, Singhal, Mitra and Buckley, "Automatic Text Structuring and
 * Summarization", Information Processing & Management 33 (1997). O(nnz · rank), see overlap.c. */
tenor_status tn_rank_reduction(const tn_rank_input *input, double *scores, tenor_error *error) {
    tn_graph graph;
    TN_TRY(tn_graph_overlap(&graph, input, error));
    return tn_graph_degree(&graph, scores, error);
}
