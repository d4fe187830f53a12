/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/graph.h"
#include "rank/rankers.h"

/* Degree centrality: Erkan and Radev, "LexRank", JAIR 22 (2004), section 3.1, with the cosine itself in place of 1 when
 * it exceeds a threshold:
 *
 *     s_i = Σ_{j ≠ i} cos(a_i, a_j)
 *
 * O(nnz), two sparse products. */
tenor_status tn_rank_degree(const tn_rank_input *input, double *scores, tenor_error *error) {
    tn_graph graph;
    TN_TRY(tn_graph_cosine(&graph, input, error));
    return tn_graph_degree(&graph, scores, error);
}
