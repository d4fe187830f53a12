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
 *     (W q)_i = g_i · Σ_{t ∈ S_i} z_t - b_i q_i          z_t = Σ_{j ∋ t} g_j q_j,   b_i = |S_i| g_i · g_i
 *
 * where b takes the loop of i to itself away (|S_i| counted in the terms that other sentences share). O(nnz · rank),
 * exact to rounding, whatever the lengths. Terms of RARE sentences or fewer are cheaper as what they are, a few edges:
 * these stand in a matrix of pairs, and B has the rest.
 *
 * The product with B is one sweep, not one product for each column of G: it reads the indices once and keeps a term's
 * z_t together in memory, and is three times as fast as `rank` pairs of gsl_spblas_dgemv; the tests compare the two.
 */
#include <limits.h>
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
enum {
    FEWEST_TERMS = 2,
    RARE = 4 /* at most (RARE - 1) pairs for each entry of the matrix */
};

typedef struct overlap_graph {
    tn_csr frequent;   /* B: no values; rows of FEWEST_TERMS and more, terms of more than RARE of them */
    tn_csr pairs;      /* n×n, symmetric: edges by rare terms; one of two terms stands there twice */
    const double *log; /* by length class */
    tn_cauchy kernel;  /* of log */
    size_t *length;    /* [n] class of the sentence's length; 0 for sentences without edges, too */
    double *loop;      /* [n] */
    double *by_term;   /* [columns of B][stride], z */
} overlap_graph;

static int row_length(const tn_csr *a, size_t i) { return a->row_start[i + 1] - a->row_start[i]; }

/* ----------------------------------------------------------------- product */

/* z = Σ_j g_j q_j over the sentences of each term */
static ALWAYS_INLINE void spread(const overlap_graph *graph, const double *q, size_t stride) {
    const tn_csr *b = &graph->frequent;
    memset(graph->by_term, 0, b->m * stride * sizeof(double));
    for (size_t i = 0; i < b->n; i++) {
        const double *g = graph->kernel.g + graph->length[i] * stride;
        double lent[TN_CAUCHY_MAX_RANK];
        for (size_t r = 0; r < stride; r++) lent[r] = g[r] * q[i];
        for (int k = b->row_start[i]; k < b->row_start[i + 1]; k++) {
            double *z = graph->by_term + (size_t)b->column[k] * stride;
            for (size_t r = 0; r < stride; r++) z[r] += lent[r];
        }
    }
}

/* y_i += g_i · Σ z - b_i q_i */
static ALWAYS_INLINE void gather(const overlap_graph *graph, const double *q, double *y, size_t stride) {
    const tn_csr *b = &graph->frequent;
    for (size_t i = 0; i < b->n; i++) {
        const double *g = graph->kernel.g + graph->length[i] * stride;
        double sum[TN_CAUCHY_MAX_RANK] = {0}, product = 0;
        for (int k = b->row_start[i]; k < b->row_start[i + 1]; k++) {
            const double *z = graph->by_term + (size_t)b->column[k] * stride;
            for (size_t r = 0; r < stride; r++) sum[r] += z[r];
        }
        for (size_t r = 0; r < stride; r++) product += g[r] * sum[r];
        y[i] += product - graph->loop[i] * q[i];
    }
}

/* A stride that the compiler knows keeps a row in registers. */
static bool times(const double *q, double *y, void *payload) {
    const overlap_graph *graph = payload;
    if (!tn_csr_times(&graph->pairs, q, y)) return false;
    switch (graph->kernel.stride) {
#define CASE(stride)                 \
    case stride:                     \
        spread(graph, q, stride);    \
        gather(graph, q, y, stride); \
        return true;
        CASE(4)
        CASE(6)
        CASE(8)
        CASE(10)
        CASE(12)
        CASE(14)
        CASE(16)
        CASE(TN_CAUCHY_MAX_RANK)
#undef CASE
        default: return false;
    }
}

/* ----------------------------------------------------------------- lengths */

/* Numbers the distinct lengths in order and fills logs with their logarithms. `class_of` [longest + 1] is all 0. */
static size_t number_lengths(const tn_csr *all, size_t *class_of, int longest, double *logs) {
    size_t count = 0;
    for (size_t i = 0; i < all->n; i++) class_of[row_length(all, i)] = 1;
    for (int l = FEWEST_TERMS; l <= longest; l++) {
        if (!class_of[l]) continue;
        class_of[l] = count;
        logs[count++] = log(l);
    }
    return count;
}

static tenor_status factor_lengths(overlap_graph *graph, const tn_csr *all, tn_arena *arena, tenor_error *error) {
    int longest = 0;
    for (size_t i = 0; i < all->n; i++)
        if (row_length(all, i) > longest) longest = row_length(all, i);
    size_t *class_of = TN_NEW_ARRAY(arena, (size_t)longest + 1, size_t);
    double *logs = TN_NEW_ARRAY(arena, (size_t)longest + 1, double);
    graph->length = TN_NEW_ARRAY(arena, all->n, size_t);
    if (!class_of || !logs || !graph->length) return tn_fail_memory(error);
    size_t count = number_lengths(all, class_of, longest, logs);
    for (size_t i = 0; i < all->n; i++)
        if (row_length(all, i) >= FEWEST_TERMS) graph->length[i] = class_of[row_length(all, i)];
    graph->log = logs;
    return tn_cauchy_factor(&graph->kernel, logs, count, TOLERANCE, arena, error);
}

/* b_i */
static void fill_loops(overlap_graph *graph) {
    for (size_t i = 0; i < graph->frequent.n; i++) {
        const double *g = graph->kernel.g + graph->length[i] * graph->kernel.stride;
        double square = 0;
        for (size_t r = 0; r < graph->kernel.stride; r++) square += g[r] * g[r];
        graph->loop[i] = row_length(&graph->frequent, i) * square;
    }
}

/* ------------------------------------------------------------------- pairs */

/* Row starts of the pairs: a term of df sentences gives each of them df - 1 neighbours. */
static tenor_status count_pairs(tn_csr *pairs, const tn_csr *rare, const tn_csr *sentences, tenor_error *error) {
    size_t count = 0;
    for (size_t i = 0; i < rare->n; i++) {
        for (int k = rare->row_start[i]; k < rare->row_start[i + 1]; k++)
            count += (size_t)row_length(sentences, (size_t)rare->column[k]) - 1;
        if (count > INT_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "the text has too many sentences alike");
        pairs->row_start[i + 1] = (int)count;
    }
    return TENOR_OK;
}

static void fill_pairs(overlap_graph *graph, const tn_csr *rare, const tn_csr *sentences) {
    const double *logs = graph->log;
    int to = 0;
    for (size_t i = 0; i < rare->n; i++)
        for (int k = rare->row_start[i]; k < rare->row_start[i + 1]; k++) {
            int term = rare->column[k];
            for (int at = sentences->row_start[term]; at < sentences->row_start[term + 1]; at++) {
                int j = sentences->column[at];
                if ((size_t)j == i) continue;
                graph->pairs.column[to] = j;
                graph->pairs.value[to++] = 1.0 / (logs[graph->length[i]] + logs[graph->length[j]]);
            }
        }
}

static tenor_status build_pairs(overlap_graph *graph, const tn_csr *all, tn_arena *arena, tenor_error *error) {
    tn_csr rare, sentences;
    TN_TRY(tn_csr_shared(&rare, all, FEWEST_TERMS, 2, RARE, arena, error));
    TN_TRY(tn_csr_transpose(&sentences, &rare, arena, error));
    graph->pairs = (tn_csr){.n = all->n, .m = all->n, .row_start = TN_NEW_ARRAY(arena, all->n + 1, int)};
    if (!graph->pairs.row_start) return tn_fail_memory(error);
    TN_TRY(count_pairs(&graph->pairs, &rare, &sentences, error));
    graph->pairs.column = TN_NEW_ARRAY(arena, (size_t)graph->pairs.row_start[all->n], int);
    graph->pairs.value = TN_NEW_ARRAY(arena, (size_t)graph->pairs.row_start[all->n], double);
    if (!graph->pairs.column || !graph->pairs.value) return tn_fail_memory(error);
    fill_pairs(graph, &rare, &sentences);
    return TENOR_OK;
}

tenor_status tn_graph_overlap(tn_graph *out, const tn_rank_input *input, tenor_error *error) {
    overlap_graph *graph = TN_NEW(input->arena, overlap_graph);
    if (!graph) return tn_fail_memory(error);
    tn_csr all = tn_csr_of(input->terms, NULL);
    TN_TRY(factor_lengths(graph, &all, input->arena, error));
    TN_TRY(build_pairs(graph, &all, input->arena, error));
    TN_TRY(tn_csr_shared(&graph->frequent, &all, FEWEST_TERMS, RARE + 1, INT_MAX, input->arena, error));
    graph->loop = TN_NEW_ARRAY(input->arena, all.n, double);
    graph->by_term = TN_NEW_ARRAY(input->arena, graph->frequent.m * graph->kernel.stride, double);
    if (!graph->loop || !graph->by_term) return tn_fail_memory(error);
    fill_loops(graph);
    return tn_graph_init(out, all.n, times, graph, input->arena, error);
}
