/* Sentence graphs with symmetric weights, known through products: y = W q, where w_ij = w_ji >= 0 and w_ii = 0.
 * Two are made here; textrank, lexrank, degree and reduction rank on them. */
#ifndef TN_RANK_GRAPH_H
#define TN_RANK_GRAPH_H

#include "rank/power.h"

typedef struct tn_graph {
    size_t n;
    tn_product_fn times; /* y = W q; x and y must not overlap */
    void *payload;       /* of times */
    double *strength;    /* [n] W 1, the sum of a sentence's weights; 0 exactly when it has no neighbour */
    double *lent;        /* [n] workspace */
} tn_graph;

/* Weights of TextRank: shared words by sentence length (overlap.c). */
tenor_status tn_graph_overlap(tn_graph *out, const tn_rank_input *input, tenor_error *error);

/* Weights of LexRank: cosines of tf·isf rows (cosine.c). */
tenor_status tn_graph_cosine(tn_graph *out, const tn_rank_input *input, tenor_error *error);

/* Weight 1 where the cosine is at least `threshold` (neighbours.c). */
tenor_status tn_graph_neighbours(tn_graph *out, const tn_rank_input *input, double threshold, tenor_error *error);

/* Takes the memory of a graph and computes its strengths, once times and payload are known. */
tenor_status tn_graph_init(tn_graph *graph, size_t n, tn_product_fn times, void *payload, tn_arena *arena,
                           tenor_error *error);

/* PageRank: a sentence shares its importance out among its neighbours by the weights of the edges, M_ji = w_ji / s_j
 * with s the strength. Scores are scaled to a largest of 1. */
tenor_status tn_graph_pagerank(tn_graph *graph, const tn_rank_input *input, double *scores, tenor_error *error);

/* The strengths themselves, scaled to a largest of 1. */
tenor_status tn_graph_degree(const tn_graph *graph, double *scores, tenor_error *error);

#endif
