/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/bootstrap.h"

#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

static const unsigned long SEED = 20261124;

static double resampled_mean(const double *values, size_t n, gsl_rng *generator) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += values[gsl_rng_uniform_int(generator, n)];
    return sum / (double)n;
}

tenor_status tn_bootstrap_mean(double *low, double *high, const double *values, size_t n, size_t samples,
                               tn_arena *arena, tenor_error *error) {
    double *means = TN_NEW_ARRAY(arena, samples, double);
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    if (!means || !generator) {
        if (generator) gsl_rng_free(generator);
        return tn_fail_memory(error);
    }
    gsl_rng_set(generator, SEED);
    for (size_t s = 0; s < samples; s++) means[s] = resampled_mean(values, n, generator);
    gsl_rng_free(generator);
    gsl_sort(means, 1, samples);
    *low = gsl_stats_quantile_from_sorted_data(means, 1, samples, 0.025);
    *high = gsl_stats_quantile_from_sorted_data(means, 1, samples, 0.975);
    return TENOR_OK;
}
