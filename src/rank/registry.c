/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_version.h>
#include <math.h>

#include "rank/rankers.h"

const char tn_gsl_version[] = GSL_VERSION;

const tn_ranker tn_rankers[] = {
#define TN_RANKER(name, about) {#name, about, tn_rank_##name},
#include "rank/rankers.def"
#undef TN_RANKER
};
const size_t tn_ranker_count = sizeof tn_rankers / sizeof *tn_rankers;

const tn_ranker *tn_ranker_find(const char *name) {
    for (size_t i = 0; i < tn_ranker_count; i++)
        if (strcmp(tn_rankers[i].name, name) == 0) return &tn_rankers[i];
    return NULL;
}

tenor_status tn_scores_check(const double *scores, size_t n, tenor_error *error) {
    for (size_t i = 0; i < n; i++)
        if (!isfinite(scores[i])) return tn_fail(error, TENOR_E_NUMERIC, "a sentence's score is no finite number");
    return TENOR_OK;
}

tenor_status tn_scores_scale(double *scores, size_t n, tenor_error *error) {
    TN_TRY(tn_scores_check(scores, n, error));
    double largest = 0;
    for (size_t i = 0; i < n; i++) largest = fmax(largest, scores[i]);
    if (largest > 0)
        for (size_t i = 0; i < n; i++) scores[i] /= largest;
    return TENOR_OK;
}

void tn_scores_from_picks(double *scores, const size_t *picks, size_t n_picks, const bool *picked, const double *rest,
                          size_t n) {
    double largest = 0;
    for (size_t i = 0; i < n; i++)
        if (!picked[i]) largest = fmax(largest, rest[i]);
    for (size_t i = 0; i < n; i++) scores[i] = largest > 0 && !picked[i] ? 0.9 * rest[i] / largest : 0.0;
    for (size_t k = 0; k < n_picks; k++) scores[picks[k]] = (double)(n_picks - k);
}
