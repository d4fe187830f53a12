/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SumBasic: Nenkova and Vanderwende, "The Impact of Frequency on Summarization", MSR-TR-2005-101. With p(t) the share
 * of a term among all the terms of the text, again and again:
 *
 *     1  weigh each sentence by the mean of p over its terms
 *     2  take the heaviest of the sentences that have the term of the largest p
 *     3  square p of every term in it, since it has been told
 *
 * p is kept as its logarithm, which squaring doubles, so that it never becomes 0. Ties go to the earlier term and
 * sentence. O(nnz) and for each pick O(m + entries of the sentences with the term); TN_GREEDY_PICKS picks at most.
 */
#include <math.h>

#include "rank/csr.h"
#include "rank/rankers.h"

typedef struct sumbasic {
    tn_csr rows, postings;
    double *log_p; /* [m] */
    int *unpicked; /* [m] sentences with the term that are not picked */
    bool *picked;  /* [n] */
    size_t *picks, n_picks;
} sumbasic;

static double weight(const sumbasic *s, size_t row) {
    double sum = 0, count = 0;
    for (int k = s->rows.row_start[row]; k < s->rows.row_start[row + 1]; k++) {
        sum += s->rows.value[k] * exp(s->log_p[s->rows.column[k]]);
        count += s->rows.value[k];
    }
    return count > 0 ? sum / count : 0;
}

/* The term of largest p among those that an unpicked sentence has; m: none. */
static size_t top_term(const sumbasic *s) {
    size_t top = s->rows.m;
    for (size_t t = 0; t < s->rows.m; t++)
        if (s->unpicked[t] > 0 && (top == s->rows.m || s->log_p[t] > s->log_p[top])) top = t;
    return top;
}

static size_t heaviest(const sumbasic *s, size_t term) {
    size_t best = s->rows.n;
    double most = 0;
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): tn_csr_transpose made it
    for (int at = s->postings.row_start[term]; at < s->postings.row_start[term + 1]; at++) {
        size_t row = (size_t)s->postings.column[at];
        if (s->picked[row]) continue;
        double w = weight(s, row);
        if (best == s->rows.n || w > most) {
            best = row;
            most = w;
        }
    }
    return best;
}

static void pick(sumbasic *s, size_t row) {
    s->picked[row] = true;
    s->picks[s->n_picks++] = row;
    for (int k = s->rows.row_start[row]; k < s->rows.row_start[row + 1]; k++) {
        s->log_p[s->rows.column[k]] *= 2;
        s->unpicked[s->rows.column[k]]--;
    }
}

static tenor_status prepare(sumbasic *s, const tn_rank_input *input, tenor_error *error) {
    const tn_terms *terms = input->terms;
    *s = (sumbasic){.rows = tn_csr_of(terms, terms->count)};
    TN_TRY(tn_csr_transpose(&s->postings, &s->rows, input->arena, error));
    s->log_p = TN_NEW_ARRAY(input->arena, terms->m, double);
    s->unpicked = TN_NEW_ARRAY(input->arena, terms->m, int);
    s->picked = TN_NEW_ARRAY(input->arena, terms->n, bool);
    s->picks = TN_NEW_ARRAY(input->arena, TN_GREEDY_PICKS, size_t);
    if (!s->log_p || !s->unpicked || !s->picked || !s->picks) return tn_fail_memory(error);
    double total = 0;
    for (int k = 0; k < terms->row_start[terms->n]; k++) {
        s->log_p[terms->column[k]] += terms->count[k];
        total += terms->count[k];
    }
    for (size_t t = 0; t < terms->m; t++) {
        s->log_p[t] = log(s->log_p[t] / total);
        s->unpicked[t] = terms->sentence_df[t];
    }
    return TENOR_OK;
}

tenor_status tn_rank_sumbasic(const tn_rank_input *input, double *scores, tenor_error *error) {
    sumbasic s;
    TN_TRY(prepare(&s, input, error));
    while (s.n_picks < TN_GREEDY_PICKS) {
        size_t term = top_term(&s);
        if (term == s.rows.m) break;
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): tn_csr_transpose made it
        size_t sentences = (size_t)(s.postings.row_start[term + 1] - s.postings.row_start[term]);
        if (tn_arena_late(input->arena, s.rows.m / 8 + sentences)) return tn_fail_memory(error);
        pick(&s, heaviest(&s, term));
    }
    double *rest = TN_NEW_ARRAY(input->arena, s.rows.n, double);
    if (!rest) return tn_fail_memory(error);
    for (size_t i = 0; i < s.rows.n; i++)
        if (!s.picked[i]) rest[i] = weight(&s, i);
    tn_scores_from_picks(scores, s.picks, s.n_picks, s.picked, rest, s.rows.n);
    return tn_scores_check(scores, s.rows.n, error);
}
