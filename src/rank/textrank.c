/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/graph.h"
#include "rank/rankers.h"

/* TextRank for sentences: Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004, sections 2.2 and 4:
 *
 *     p_i = (1 - d)/n + d Σ_{j ≠ i} w_ij p_j / Σ_{k ≠ j} w_jk          d = 0.85
 *     w_ij = |S_i ∩ S_j| / (log|S_i| + log|S_j|)
 *
 * S_i is the set of the sentence's terms: folded words without stop words. (The article writes 1 - d where PageRank has
 * (1 - d)/n; that is a matter of scale.) A sentence that shares no term with another, or has fewer than two terms,
 * keeps (1 - d)/n. O(nnz · rank) a step, see overlap.c. */
tenor_status tn_rank_textrank(const tn_rank_input *input, double *scores, tenor_error *error) {
    tn_graph graph;
    TN_TRY(tn_graph_overlap(&graph, input, error));
    return tn_graph_pagerank(&graph, input, scores, error);
}
