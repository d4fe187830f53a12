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

double tn_ranker_evenness(const tn_ranker *ranker) {
    return ranker->rank == tn_rank_news || ranker->rank == tn_rank_learned ? 0.4 : 0;
}

bool tn_ranker_walks(const tn_ranker *ranker) {
    return ranker->rank == tn_rank_textrank || ranker->rank == tn_rank_lexrank;
}

double tn_score_focused(double score, double largest, double focus) {
    return score + (largest > 0 ? largest : 1) * focus;
}

static void add_focus(double *scores, const double *focus, size_t n) {
    double most = 0, largest = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        most = fmax(most, focus[i]);
        largest = fmax(largest, scores[i]);
    }
    for (size_t i = 0; i < n; i++) scores[i] = tn_score_focused(scores[i], largest, focus[i] / most);
}

tenor_status tn_rank(const tn_ranker *ranker, const tn_rank_input *input, double *scores, tenor_error *error) {
    TN_TRY(ranker->rank(input, scores, error));
    if (input->focus && !tn_ranker_walks(ranker)) add_focus(scores, input->focus, input->terms->n);
    return tn_scores_check(scores, input->terms->n, error);
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
