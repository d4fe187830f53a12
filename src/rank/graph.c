/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/graph.h"

#include "rank/rankers.h"

tenor_status tn_graph_init(tn_graph *graph, size_t n, tn_product_fn times, void *payload, tn_arena *arena,
                           tenor_error *error) {
    *graph = (tn_graph){.n = n, .times = times, .payload = payload};
    graph->strength = TN_NEW_ARRAY(arena, n, double);
    graph->lent = TN_NEW_ARRAY(arena, n, double);
    if (!graph->strength || !graph->lent) return tn_fail_memory(error);
    for (size_t i = 0; i < n; i++) graph->lent[i] = 1;
    if (!times(graph->lent, graph->strength, payload))
        return tn_fail(error, TENOR_E_NUMERIC, "a matrix product failed");
    return TENOR_OK;
}

/* y = Mᵀ p = W (p / s) */
static bool walk(const double *p, double *y, void *payload) {
    tn_graph *graph = payload;
    for (size_t i = 0; i < graph->n; i++) graph->lent[i] = graph->strength[i] > 0 ? p[i] / graph->strength[i] : 0;
    return graph->times(graph->lent, y, graph->payload);
}

/* The focus as a distribution. NULL: out of memory. */
static const double *restart_from(const tn_rank_input *input) {
    double sum = 0, *restart = TN_NEW_ARRAY(input->arena, input->terms->n, double);
    for (size_t i = 0; i < input->terms->n; i++) sum += input->focus[i];
    for (size_t i = 0; restart && i < input->terms->n; i++) restart[i] = input->focus[i] / sum;
    return restart;
}

tenor_status tn_graph_pagerank(tn_graph *graph, const tn_rank_input *input, double *scores, tenor_error *error) {
    enum { SLOW = 5000 }; /* near 1 the change falls like damping^k */
    tn_power power = TN_POWER_INIT(graph->n, walk, graph);
    if (input->damping > 0) power.damping = input->damping;
    if (power.damping > 0.9) power.max_iterations = SLOW;
    if (input->focus) {
        power.restart = restart_from(input);
        if (!power.restart) return tn_fail_memory(error);
    }
    TN_TRY(tn_power_run(&power, input->arena, error));
    memcpy(scores, power.p, graph->n * sizeof *scores);
    return tn_scores_scale(scores, graph->n, error);
}

tenor_status tn_graph_degree(const tn_graph *graph, double *scores, tenor_error *error) {
    memcpy(scores, graph->strength, graph->n * sizeof *scores);
    return tn_scores_scale(scores, graph->n, error);
}
