/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/cauchy.h"

#include <math.h>

static size_t largest(const double *values, size_t n) {
    size_t at = 0;
    for (size_t i = 1; i < n; i++)
        if (values[i] > values[at]) at = i;
    return at;
}

static double dot(const double *a, const double *b, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
}

/* The next column of G, eliminating `pivot`; `residual` is the diagonal of K - GGᵀ. Rows are MAX_RANK apart. */
static void add_column(tn_cauchy *c, const double *x, size_t pivot, double *residual) {
    const double *top = c->g + pivot * TN_CAUCHY_MAX_RANK;
    double root = sqrt(residual[pivot]);
    for (size_t i = 0; i < c->n; i++) {
        double *row = c->g + i * TN_CAUCHY_MAX_RANK;
        if (i != pivot) row[c->rank] = (1.0 / (x[i] + x[pivot]) - dot(row, top, c->rank)) / root;
    }
    c->g[pivot * TN_CAUCHY_MAX_RANK + c->rank] = root;
    for (size_t i = 0; i < c->n; i++) {
        double entry = c->g[i * TN_CAUCHY_MAX_RANK + c->rank];
        residual[i] -= entry * entry;
    }
    residual[pivot] = 0;
    c->rank++;
}

static size_t stride_for(size_t rank) {
    static const size_t strides[] = {4, 6, 8, 10, 12, 14, 16};
    for (size_t i = 0; i < sizeof strides / sizeof *strides; i++)
        if (rank <= strides[i]) return strides[i];
    return TN_CAUCHY_MAX_RANK;
}

/* Moves the rows together, from MAX_RANK apart to stride apart. */
static void tighten(tn_cauchy *c) {
    c->stride = stride_for(c->rank);
    for (size_t i = 1; i < c->n; i++)
        memmove(c->g + i * c->stride, c->g + i * TN_CAUCHY_MAX_RANK, c->stride * sizeof *c->g);
}

tenor_status tn_cauchy_factor(tn_cauchy *out, const double *x, size_t n, double tolerance, tn_arena *arena,
                              tenor_error *error) {
    *out = (tn_cauchy){.n = n, .stride = stride_for(0)};
    double *residual = TN_NEW_ARRAY(arena, n, double);
    out->g = TN_NEW_ARRAY(arena, (n ? n : 1) * TN_CAUCHY_MAX_RANK, double); /* never without a row to read */
    if (!residual || !out->g) return tn_fail_memory(error);
    if (n == 0) return TENOR_OK;
    for (size_t i = 0; i < n; i++) residual[i] = 0.5 / x[i];
    double enough = tolerance * residual[largest(residual, n)];
    while (out->rank < TN_CAUCHY_MAX_RANK) {
        size_t pivot = largest(residual, n);
        if (!(residual[pivot] > enough)) break;
        add_column(out, x, pivot, residual);
    }
    tighten(out);
    return TENOR_OK;
}
