/* One product with each graph: the sweep of overlap.c, the same as products of GSL column by column of G, and dense. */
#include <criterion/criterion.h>
#include <gsl/gsl_blas.h>
#include <math.h>

#include "dense.h"
#include "make_doc.h"
#include "rank/cauchy.h"
#include "rank/csr.h"
#include "rank/graph.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(graph, .fini = end);

static double *numbers(size_t n) { return TN_NEW_ARRAY(&arena, n, double); }

static double *random_vector(size_t n, uint64_t seed) {
    double *x = numbers(n);
    for (size_t i = 0; i < n; i++) x[i] = random_number(&seed);
    return x;
}

/* y = W q through the dense matrix, which is freed. */
static double *dense_times(gsl_matrix *w, const double *q) {
    double *y = numbers(w->size1);
    gsl_vector_const_view from = gsl_vector_const_view_array(q, w->size2);
    gsl_vector_view to = gsl_vector_view_array(y, w->size1);
    gsl_blas_dgemv(CblasNoTrans, 1.0, w, &from.vector, 0.0, &to.vector);
    gsl_matrix_free(w);
    return y;
}

/* (W q)_i = Σ_r G_ir (B (Bᵀ (G_r q)))_i - |S_i| q_i / (2 log|S_i|), with all terms in B, rare ones and those of a
 * single sentence, and a row of G for each sentence. */
static double *gsl_times(const tn_terms *terms, const double *q) {
    size_t n = terms->n, nnz = (size_t)terms->row_start[n];
    double *logs = numbers(n), *ones = numbers(nnz), *y = numbers(n), *from = numbers(n), *to = numbers(n),
           *by_term = numbers(terms->m);
    for (size_t i = 0; i < n; i++) {
        int length = terms->row_start[i + 1] - terms->row_start[i];
        logs[i] = log(length < 2 ? 2 : length);
        for (int k = terms->row_start[i]; k < terms->row_start[i + 1]; k++) ones[k] = length < 2 ? 0 : 1;
        y[i] = length < 2 ? 0 : -length * q[i] / (2 * logs[i]);
    }
    tn_csr b = tn_csr_of(terms, ones);
    tn_cauchy kernel;
    cr_assert_eq(tn_cauchy_factor(&kernel, logs, n, 1e-15, &arena, NULL), TENOR_OK);
    for (size_t r = 0; r < kernel.rank; r++) {
        for (size_t i = 0; i < n; i++) from[i] = kernel.g[i * kernel.stride + r] * q[i];
        cr_assert(tn_csr_transposed_times(&b, from, by_term) && tn_csr_times(&b, by_term, to));
        for (size_t i = 0; i < n; i++) y[i] += kernel.g[i * kernel.stride + r] * to[i];
    }
    return y;
}

static void compare(const tn_doc *doc, uint64_t seed) {
    tn_rank_input input = make_input(&arena, doc);
    size_t n = input.terms->n;
    double *q = random_vector(n, seed), *y = numbers(n);
    tn_graph graph;
    cr_assert_eq(tn_graph_overlap(&graph, &input, NULL), TENOR_OK);
    cr_assert(graph.times(q, y, graph.payload));
    double *dense = dense_times(dense_overlap(input.terms), q), *by_gsl = gsl_times(input.terms, q);
    cr_expect_lt(relative_difference(y, dense, n), 1e-13, "%g", relative_difference(y, dense, n));
    cr_expect_lt(relative_difference(by_gsl, dense, n), 1e-13, "%g", relative_difference(by_gsl, dense, n));
    cr_assert_eq(tn_graph_cosine(&graph, &input, NULL), TENOR_OK);
    cr_assert(graph.times(q, y, graph.payload));
    dense = dense_times(dense_cosine(input.terms, false), q);
    cr_expect_lt(relative_difference(y, dense, n), 1e-13, "%g", relative_difference(y, dense, n));
}

Test(graph, one_product_in_every_way) {
    for (uint64_t seed = 0; seed < 6; seed++) {
        compare(make_random_doc(&arena, 200, 30, 0, 40, seed), seed);
        compare(make_random_doc(&arena, 200, 3000, 0, 40, seed), seed);
        compare(make_random_doc(&arena, 120, 900, 1, 200, seed), seed);
        tn_arena_reset(&arena);
    }
    compare(make_article(&arena), 1);
}

Test(graph, strength_is_0_exactly_without_neighbours) {
    const tn_doc *doc = MAKE_DOC(&arena, "peace talks failed", "peace again", "navy drills today", "failed", "it is");
    tn_rank_input input = make_input(&arena, doc);
    tn_graph graph;
    cr_assert_eq(tn_graph_overlap(&graph, &input, NULL), TENOR_OK);
    cr_expect_float_eq(graph.strength[0], 1 / (log(3) + log(2)), 1e-15);
    cr_expect_eq(graph.strength[2], 0);
    cr_expect_eq(graph.strength[3], 0);
    cr_expect_eq(graph.strength[4], 0);
    cr_assert_eq(tn_graph_cosine(&graph, &input, NULL), TENOR_OK);
    cr_expect_eq(graph.strength[2], 0);
    cr_expect_gt(graph.strength[3], 0);
}
