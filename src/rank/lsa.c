/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Latent semantic analysis: Gong and Liu, SIGIR 2001, in the form of Steinberger and Ježek, "Using Latent Semantic
 * Analysis in Text Summarization and Summary Evaluation", ISIM 2004. With X = U Σ Vᵀ the counts of the terms in
 * the sentences, a sentence counts as much as its vector keeps in the space of the main topics:
 *
 *     s_i = sqrt(Σ_r (u_ir σ_r)²)          over the topics with σ_r >= σ_1 / 2, at most 10 (input->topics)
 *
 * The topics are the largest eigenpairs (σ², u) of XXᵀ, found by Lanczos's method with full reorthogonalisation (Golub
 * and Van Loan, Matrix Computations, 4th ed., section 10.3): it knows XXᵀ only by products, two sparse ones a step, and
 * after k steps has a basis Q [k][n] in which XXᵀ is the tridiagonal T. T's eigenpairs (θ, w) give σ² = θ and u = Qᵀw
 * with error |β_k w_k|. A full decomposition would cost O(n m min(n, m)); this is O(steps · nnz + steps² · n), and a
 * text of up to MAX_STEPS sentences is decomposed completely.
 */
#include <math.h>

#include <gsl/gsl_eigen.h>

#include "rank/csr.h"
#include "rank/random.h"
#include "rank/rankers.h"

enum { USUAL_TOPICS = 10, MAX_STEPS = 120, CHECK_EVERY = 20 };
static const double SHARE = 0.25;      /* of σ_1² that makes a topic */
static const double TOLERANCE = 1e-10; /* error of a topic, relative to the largest eigenvalue */

typedef struct lanczos {
    tn_csr x;
    size_t steps, most, topics;
    double *basis;            /* [most + 1][n], rows of length 1, at right angles */
    double *alpha, *beta;     /* T: the diagonal, and what couples step k to k + 1 */
    double *by_term;          /* [m] */
    double *values, *vectors; /* of T: [steps], and [steps][steps] with a vector a column */
    double *workspace;        /* [most² + 4 most] for GSL */
    uint64_t random;
} lanczos;

static double dot(const double *a, const double *b, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
}

/* Takes from v what it has of the first `count` rows of the basis, twice (which is enough: Parlett 1980), and returns
 * the length that is left. */
static double orthogonalise(const lanczos *l, double *v, size_t count) {
    size_t n = l->x.n;
    for (int round = 0; round < 2; round++)
        for (size_t k = 0; k < count; k++) {
            const double *q = l->basis + k * n;
            double part = dot(q, v, n);
            for (size_t i = 0; i < n; i++) v[i] -= part * q[i];
        }
    return sqrt(dot(v, v, n));
}

static void divide(double *v, size_t n, double length) {
    for (size_t i = 0; i < n; i++) v[i] /= length;
}

/* A random direction at right angles to the `count` rows there are, as row `count`. */
static void new_direction(lanczos *l, size_t count) {
    double *v = l->basis + count * l->x.n;
    for (size_t i = 0; i < l->x.n; i++) v[i] = tn_random_uniform(&l->random) - 0.5;
    double length = orthogonalise(l, v, count);
    if (length > 0) divide(v, l->x.n, length);
}

/* One step: basis row `steps` is there; makes the next, alpha and beta. When nothing is left of the product, the rows
 * so far are a whole part of the space: the next begins anew, uncoupled. */
static bool step(lanczos *l) {
    size_t n = l->x.n, k = l->steps++;
    double *q = l->basis + k * n, *v = q + n;
    if (!tn_csr_transposed_times(&l->x, q, l->by_term) || !tn_csr_times(&l->x, l->by_term, v)) return false;
    l->alpha[k] = dot(q, v, n);
    double length = orthogonalise(l, v, k + 1);
    bool whole = !(length > 1e-10 * fabs(l->alpha[0]));
    l->beta[k] = whole ? 0 : length;
    if (!whole) divide(v, n, length);
    else if (l->steps < l->most) new_direction(l, l->steps);
    return isfinite(length);
}

/* The eigenpairs of T, largest first. */
static bool decompose(lanczos *l) {
    size_t k = l->steps;
    double *t = l->workspace, *more = t + k * k;
    memset(t, 0, k * k * sizeof *t);
    for (size_t i = 0; i < k; i++) {
        t[i * k + i] = l->alpha[i];
        if (i + 1 < k) t[i * k + i + 1] = t[(i + 1) * k + i] = l->beta[i];
    }
    gsl_matrix_view matrix = gsl_matrix_view_array(t, k, k), vectors = gsl_matrix_view_array(l->vectors, k, k);
    gsl_vector_view values = gsl_vector_view_array(l->values, k);
    gsl_eigen_symmv_workspace workspace = {k, more, more + k, more + 2 * k, more + 3 * k};
    return gsl_eigen_symmv(&matrix.matrix, &values.vector, &vectors.matrix, &workspace) == 0 &&
           gsl_eigen_symmv_sort(&values.vector, &vectors.matrix, GSL_EIGEN_SORT_VAL_DESC) == 0;
}

static bool is_topic(const lanczos *l, size_t r) {
    return r < l->topics && r < l->steps && l->values[r] > 0 && l->values[r] >= SHARE * l->values[0];
}

/* How far the r-th pair of T may be from one of XXᵀ. */
static double residual(const lanczos *l, size_t r) {
    size_t last = l->steps - 1;
    return fabs(l->beta[last] * l->vectors[last * l->steps + r]);
}

/* All topics are found, and the next pair is known well enough to be none. */
static bool converged(const lanczos *l) {
    size_t r = 0;
    for (; is_topic(l, r); r++)
        if (residual(l, r) > TOLERANCE * l->values[0]) return false;
    if (r >= l->steps) return false;
    return r == l->topics || l->values[r] + residual(l, r) < SHARE * l->values[0];
}

/* *late: no time is left. */
static bool iterate(lanczos *l, const tn_arena *arena, bool *late) {
    *late = false;
    new_direction(l, 0);
    for (;;) {
        *late = tn_arena_late(arena, l->x.n * (l->steps + 1));
        if (*late || !step(l)) return false;
        bool end = l->steps == l->most;
        if (!end && l->steps % CHECK_EVERY) continue;
        if (!decompose(l)) return false;
        if (end || converged(l)) return true;
    }
}

/* scores_i = Σ_r θ_r u_ir², u = Qᵀw; then the root. */
static void project(const lanczos *l, double *u, double *scores) {
    size_t n = l->x.n;
    memset(scores, 0, n * sizeof *scores);
    for (size_t r = 0; is_topic(l, r); r++) {
        memset(u, 0, n * sizeof *u);
        for (size_t k = 0; k < l->steps; k++) {
            double w = l->vectors[k * l->steps + r];
            for (size_t i = 0; i < n; i++) u[i] += w * l->basis[k * n + i];
        }
        for (size_t i = 0; i < n; i++) scores[i] += l->values[r] * u[i] * u[i];
    }
    for (size_t i = 0; i < n; i++) scores[i] = sqrt(scores[i]);
}

static tenor_status prepare(lanczos *l, const tn_rank_input *input, tenor_error *error) {
    tn_arena *arena = input->arena;
    size_t n = input->terms->n, most = n < MAX_STEPS ? n : MAX_STEPS;
    *l = (lanczos){.most = most, .topics = input->topics ? input->topics : USUAL_TOPICS, .random = 1};
    l->basis = TN_NEW_ARRAY(arena, (most + 1) * n, double);
    l->alpha = TN_NEW_ARRAY(arena, most, double);
    l->beta = TN_NEW_ARRAY(arena, most, double);
    l->by_term = TN_NEW_ARRAY(arena, input->terms->m, double);
    l->values = TN_NEW_ARRAY(arena, most, double);
    l->vectors = TN_NEW_ARRAY(arena, most * most, double);
    l->workspace = TN_NEW_ARRAY(arena, most * (most + 4), double);
    if (!l->basis || !l->alpha || !l->beta || !l->by_term || !l->values || !l->vectors || !l->workspace)
        return tn_fail_memory(error);
    l->x = tn_csr_of(input->terms, input->terms->count);
    return TENOR_OK;
}

tenor_status tn_rank_lsa(const tn_rank_input *input, double *scores, tenor_error *error) {
    lanczos l;
    bool late;
    TN_TRY(prepare(&l, input, error));
    bool found = iterate(&l, input->arena, &late);
    if (late) return tn_fail_memory(error);
    if (!found) return tn_fail(error, TENOR_E_NUMERIC, "the singular values could not be computed");
    project(&l, l.basis + l.steps * l.x.n, scores);
    return tn_scores_scale(scores, input->terms->n, error);
}
