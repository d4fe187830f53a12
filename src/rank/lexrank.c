/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/graph.h"
#include "rank/rankers.h"

/* Continuous LexRank: Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization",
 * JAIR 22 (2004), section 3.3:
 *
 *     p_i = (1 - d)/n + d Σ_{j ≠ i} s_ij p_j / Σ_{k ≠ j} s_jk          s the cosine of tf·isf rows, d = 0.85
 *
 * Of the article's choices: idf is counted over the text's own sentences (isf of weights.h), a sentence lends nothing
 * to itself, and d is the share of the graph, as in PageRank. O(nnz) a step.
 *
 * With a threshold, section 3.2: s_ij is 1 where the cosine is at least that, else 0. O(Σ df²) once, see neighbours.c.
 */
tenor_status tn_rank_lexrank(const tn_rank_input *input, double *scores, tenor_error *error) {
    tn_graph graph;
    if (input->threshold > 0) TN_TRY(tn_graph_neighbours(&graph, input, input->threshold, error));
    else TN_TRY(tn_graph_cosine(&graph, input, error));
    return tn_graph_pagerank(&graph, input, scores, error);
}
