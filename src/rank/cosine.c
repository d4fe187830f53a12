/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of cosines. With unit rows a_i in X the matrix of all cosines is S = XXᵀ; without its diagonal D,
 *
 *     W q = X (Xᵀ q) - D q
 *
 * is two sparse products instead of n² cosines: O(nnz), and exact, no edge is dropped. X has only the terms that two
 * sentences or more share, so D_i is what these contribute to a_i · a_i.
 */
#include <limits.h>

#include "rank/graph.h"
#include "rank/weights.h"

typedef struct cosine_graph {
    tn_csr x;
    double *diagonal; /* [n] */
    double *by_term;  /* [columns of x] workspace */
} cosine_graph;

static bool times(const double *q, double *y, void *payload) {
    cosine_graph *graph = payload;
    if (!tn_csr_transposed_times(&graph->x, q, graph->by_term) || !tn_csr_times(&graph->x, graph->by_term, y))
        return false;
    for (size_t i = 0; i < graph->x.n; i++) y[i] -= graph->diagonal[i] * q[i];
    return true;
}

tenor_status tn_graph_cosine(tn_graph *out, const tn_rank_input *input, tenor_error *error) {
    cosine_graph *graph = TN_NEW(input->arena, cosine_graph);
    double *isf = tn_isf(input->terms, input->arena);
    if (!graph || !isf) return tn_fail_memory(error);
    tn_csr all;
    TN_TRY(tn_unit_rows(&all, input->terms, isf, input->arena, error));
    TN_TRY(tn_csr_shared(&graph->x, &all, 1, 2, INT_MAX, input->arena, error));
    graph->diagonal = TN_NEW_ARRAY(input->arena, all.n, double);
    graph->by_term = TN_NEW_ARRAY(input->arena, graph->x.m, double);
    if (!graph->diagonal || !graph->by_term) return tn_fail_memory(error);
    for (size_t i = 0; i < all.n; i++) graph->diagonal[i] = tn_csr_row_square(&graph->x, i);
    return tn_graph_init(out, all.n, times, graph, input->arena, error);
}
