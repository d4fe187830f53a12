/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The default ranker: TextRank's graph with directed, position-aware edges, and degree instead of PageRank.
 *
 * News tells the whole story first and then again in detail, so a sentence is central when what follows echoes it, and
 * less so when it echoes what came before (directed centrality: Zheng and Lapata, "Sentence Centrality Revisited for
 * Unsupervised Summarization", ACL 2019, section 3.2). With unit tf·isf rows a_i:
 *
 *     c_i = Σ_{j > i} a_i·a_j - 0.2 Σ_{j < i} a_i·a_j
 *     g_i = sign(c_i) sqrt(|c_i| / max |c|)                                  0 when all c are 0
 *     score_i = g_i + 0.4 / (1 + pos_i / 4) + 0.1 cos(a_i, title) - 0.3 max(0, words_i / 25 - 1)  [- 10 under 6 words]
 *
 * words counts English ones: where each syllable or character is a word, it is divided by doc->word_length.
 * pos counts from 0 inside the sentence's own article. The two sums are running sums of rows, one from each end, so
 * that no pair is visited and nothing is subtracted: O(nnz), and c_i is exactly 0 for a sentence that is like no other.
 */
#include <math.h>

#include "rank/rankers.h"
#include "rank/weights.h"

static const double BACKWARD = 0.2; /* what an echo of earlier sentences costs */
static const double LEAD = 0.4;     /* for the first sentence, halved at the fifth */
static const double LEAD_DECAY = 4.0;
static const double TITLE = 0.1;
static const double LENGTH_COST = 0.3; /* for each LONG words over LONG */
static const double LONG = 25.0;
static const double FEWEST_WORDS = 6;
static const double FRAGMENT_COST = 10.0; /* more than all else together */

/* a_i · sum, then sum += a_i. */
static double meet(const tn_csr *a, size_t i, double *sum) {
    double product = 0;
    for (int k = a->row_start[i]; k < a->row_start[i + 1]; k++) {
        product += a->value[k] * sum[a->column[k]];
        sum[a->column[k]] += a->value[k];
    }
    return product;
}

/* c, the directed centrality. `sum` [m] is a workspace. */
static void directed_centrality(const tn_csr *a, double *sum, double *c) {
    memset(sum, 0, a->m * sizeof *sum);
    for (size_t i = a->n; i-- > 0;) c[i] = meet(a, i, sum);
    memset(sum, 0, a->m * sizeof *sum);
    for (size_t i = 0; i < a->n; i++) c[i] -= BACKWARD * meet(a, i, sum);
}

/* c becomes g: into -1 ... 1, differences among the small drawn apart. */
static void signed_root(double *c, size_t n) {
    double largest = 0;
    for (size_t i = 0; i < n; i++) largest = fmax(largest, fabs(c[i]));
    if (largest > 0)
        for (size_t i = 0; i < n; i++) c[i] = copysign(sqrt(fabs(c[i]) / largest), c[i]);
}

/* The headline as a unit row, dense [m]; all 0 when it shares no term with the body. */
static void title_vector(const tn_terms *terms, const double *isf, double *title) {
    double square = 0;
    for (size_t t = 0; t < terms->m; t++) {
        title[t] = terms->title[t] * isf[t];
        square += title[t] * title[t];
    }
    if (square > 0)
        for (size_t t = 0; t < terms->m; t++) title[t] /= sqrt(square);
}

/* What a sentence earns by its place and loses by its length. */
static double place_and_length(const tn_doc *doc, const tn_sentence *sentence) {
    double words = (sentence->last - sentence->first) / doc->word_length;
    double bonus = LEAD / (1.0 + sentence->position / LEAD_DECAY);
    double cost = LENGTH_COST * fmax(0.0, words / LONG - 1.0);
    return bonus - cost - (words < FEWEST_WORDS ? FRAGMENT_COST : 0.0);
}

tenor_status tn_rank_news(const tn_rank_input *input, double *scores, tenor_error *error) {
    const tn_terms *terms = input->terms;
    tn_csr a;
    double *isf = tn_isf(terms, input->arena), *by_term = TN_NEW_ARRAY(input->arena, terms->m, double);
    double *likeness = TN_NEW_ARRAY(input->arena, terms->n, double);
    if (!isf || !by_term || !likeness) return tn_fail_memory(error);
    TN_TRY(tn_unit_rows(&a, terms, isf, input->arena, error));
    directed_centrality(&a, by_term, scores);
    signed_root(scores, terms->n);
    title_vector(terms, isf, by_term);
    if (!tn_csr_times(&a, by_term, likeness)) return tn_fail(error, TENOR_E_NUMERIC, "a matrix product failed");
    for (size_t i = 0; i < terms->n; i++)
        scores[i] += TITLE * likeness[i] + place_and_length(input->doc, terms->sentence[i]);
    return tn_scores_check(scores, terms->n, error);
}
