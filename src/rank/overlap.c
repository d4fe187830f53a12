/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TextRank's graph. With |S| the number of distinct terms of a sentence,
 *
 *     w_ij = |S_i ∩ S_j| / (log|S_i| + log|S_j|)          i ≠ j
 *
 * A sentence of one term or none has no edges: between two of them the denominator is 0, and with any other a single
 * word in common would outweigh a dozen.
 *
 * The denominator depends on the two lengths alone, K_lm = 1 / (log l + log m) over the distinct lengths, and K = GGᵀ
 * with a dozen columns (cauchy.h). With B the binary sentence-term matrix and g_i the row of G of sentence i's length,
 *
 *     (W q)_i = g_i · Σ_{t ∈ S_i} z_t - b_i q_i          z_t = Σ_{j ∋ t} g_j q_j,   b_i = |S_i ∩ shared terms| g_i · g_i
 *
 * where b takes the loop of i to itself away. O(nnz · rank), exact to rounding, whatever the lengths.
 *
 * This is a product with `rank` sparse matrices diag(G_r) B in one sweep, reading the indices once instead of rank times
 * and keeping a term's z_t together in memory; bench/ has the same as rank pairs of gsl_spblas_dgemv.
 */
#include <math.h>

#include "rank/cauchy.h"
#include "rank/csr.h"
#include "rank/graph.h"

#if defined(__GNUC__) || defined(__clang__)
#define ALWAYS_INLINE inline __attribute__((always_inline))
#else
#define ALWAYS_INLINE inline
#endif

static const double TOLERANCE = 1e-15; /* of the factorisation, relative to the largest entry of K */
enum { FEWEST_TERMS = 2 };

typedef struct overlap_graph {
    tn_csr b;         /* no values; rows of FEWEST_TERMS and more, terms that two of them share */
    tn_cauchy kernel;
    size_t *length;   /* [n] row of kernel.g; 0 for sentences without edges, too */
    double *loop;     /* [n] */
    double *by_term;  /* [columns of b][stride], z */
} overlap_graph;

/* z = Σ_j g_j q_j over the sentences of each term */
static ALWAYS_INLINE void spread(const overlap_graph *graph, const double *q, size_t stride) {
    memset(graph->by_term, 0, graph->b.m * stride * sizeof(double));
    for (size_t i = 0; i < graph->b.n; i++) {
        const double *g = graph->kernel.g + graph->length[i] * stride;
        double lent[TN_CAUCHY_MAX_RANK];
        for (size_t r = 0; r < stride; r++) lent[r] = g[r] * q[i];
        for (int k = graph->b.row_start[i]; k < graph->b.row_start[i + 1]; k++) {
            double *z = graph->by_term + (size_t)graph->b.column[k] * stride;
            for (size_t r = 0; r < stride; r++) z[r] += lent[r];
        }
    }
}

/* y_i = g_i · Σ z - b_i q_i */
static ALWAYS_INLINE void gather(const overlap_graph *graph, const double *q, double *y, size_t stride) {
    for (size_t i = 0; i < graph->b.n; i++) {
        const double *g = graph->kernel.g + graph->length[i] * stride;
        double sum[TN_CAUCHY_MAX_RANK] = {0};
        for (int k = graph->b.row_start[i]; k < graph->b.row_start[i + 1]; k++) {
            const double *z = graph->by_term + (size_t)graph->b.column[k] * stride;
            for (size_t r = 0; r < stride; r++) sum[r] += z[r];
        }
        double product = 0;
        for (size_t r = 0; r < stride; r++) product += g[r] * sum[r];
        y[i] = product - graph->loop[i] * q[i];
    }
}

/* A stride that the compiler knows keeps a row in registers. */
static ALWAYS_INLINE void sweep(const overlap_graph *graph, const double *q, double *y, size_t stride) {
    spread(graph, q, stride);
    gather(graph, q, y, stride);
}

static bool times(const double *q, double *y, void *payload) {
    const overlap_graph *graph = payload;
    switch (graph->kernel.stride) {
        case 4: sweep(graph, q, y, 4); break;
        case 8: sweep(graph, q, y, 8); break;
        case 12: sweep(graph, q, y, 12); break;
        case 16: sweep(graph, q, y, 16); break;
        default: sweep(graph, q, y, TN_CAUCHY_MAX_RANK); break;
    }
    return true;
}

static size_t row_length(const tn_terms *terms, size_t i) {
    return (size_t)(terms->row_start[i + 1] - terms->row_start[i]);
}

/* Numbers the distinct lengths in order and fills logs with their logarithms. `class_of` [longest + 1] is all 0. */
static size_t number_lengths(const tn_terms *terms, size_t *class_of, size_t longest, double *logs) {
    size_t count = 0;
    for (size_t i = 0; i < terms->n; i++) class_of[row_length(terms, i)] = 1;
    for (size_t l = FEWEST_TERMS; l <= longest; l++) {
        if (!class_of[l]) continue;
        class_of[l] = count;
        logs[count++] = log((double)l);
    }
    return count;
}

static tenor_status factor_lengths(overlap_graph *graph, const tn_terms *terms, tn_arena *arena, tenor_error *error) {
    size_t longest = 0;
    for (size_t i = 0; i < terms->n; i++)
        if (row_length(terms, i) > longest) longest = row_length(terms, i);
    size_t *class_of = TN_NEW_ARRAY(arena, longest + 1, size_t);
    double *logs = TN_NEW_ARRAY(arena, longest + 1, double);
    graph->length = TN_NEW_ARRAY(arena, terms->n, size_t);
    if (!class_of || !logs || !graph->length) return tn_fail_memory(error);
    size_t count = number_lengths(terms, class_of, longest, logs);
    for (size_t i = 0; i < terms->n; i++)
        if (row_length(terms, i) >= FEWEST_TERMS) graph->length[i] = class_of[row_length(terms, i)];
    return tn_cauchy_factor(&graph->kernel, logs, count, TOLERANCE, arena, error);
}

static void fill_loops(overlap_graph *graph) {
    for (size_t i = 0; i < graph->b.n; i++) {
        int shared = graph->b.row_start[i + 1] - graph->b.row_start[i];
        const double *g = graph->kernel.g + graph->length[i] * graph->kernel.stride;
        double square = 0;
        for (size_t r = 0; shared && r < graph->kernel.stride; r++) square += g[r] * g[r];
        graph->loop[i] = shared * square;
    }
}

tenor_status tn_graph_overlap(tn_graph *out, const tn_rank_input *input, tenor_error *error) {
    overlap_graph *graph = TN_NEW(input->arena, overlap_graph);
    if (!graph) return tn_fail_memory(error);
    tn_csr all = tn_csr_of(input->terms, NULL);
    TN_TRY(tn_csr_shared(&graph->b, &all, FEWEST_TERMS, input->arena, error));
    TN_TRY(factor_lengths(graph, input->terms, input->arena, error));
    graph->loop = TN_NEW_ARRAY(input->arena, all.n, double);
    graph->by_term = TN_NEW_ARRAY(input->arena, graph->b.m * graph->kernel.stride, double);
    if (!graph->loop || !graph->by_term) return tn_fail_memory(error);
    fill_loops(graph);
    return tn_graph_init(out, all.n, times, graph, input->arena, error);
}
