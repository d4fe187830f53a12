/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * KLSum: Haghighi and Vanderwende, "Exploring Content Models for Multi-Document Summarization", NAACL 2009,
 * section 2.2: one after the other the sentence that brings the words of the summary S closest to those of the text D,
 *
 *     min KL(P_D ‖ P_S) = Σ_t P_D(t) log(P_D(t) / P_S(t))
 *
 * P_D(t) is the share of a term among all terms. The article does not say how P_S avoids 0; here it is smoothed by MU
 * words of the text's own mixture, little, since more favours the shortest sentences:
 *
 *     P_S(t) = (c_S(t) + MU P_D(t)) / (|S| + MU)
 *
 * Adding sentence i with |i| terms, c_i(t) each, then lowers the divergence by
 *
 *     A_i - log(1 + |i| / (|S| + MU))          A_i = Σ_{t ∈ i} P_D(t) log(1 + c_i(t) / (c_S(t) + MU P_D(t)))
 *
 * A_i only falls as S grows, so the value it had at an earlier pick bounds it from above, and most sentences need not
 * be computed again (Minoux 1978). A pick costs O(n) and the entries of the few that are. At most TN_GREEDY_PICKS
 * picks.
 */
#include <math.h>

#include "rank/csr.h"
#include "rank/rankers.h"

static const double MU = 0.001;

typedef struct klsum {
    tn_csr rows;        /* counts */
    double *share;      /* [m] P_D */
    double *told;       /* [m] c_S */
    double *length;     /* [n] |i| */
    double *bound;      /* [n] A_i, or what it was */
    double told_length; /* |S| */
    bool *picked;       /* [n] */
    size_t *picks, n_picks;
} klsum;

static double coverage(const klsum *s, size_t row) {
    double sum = 0;
    for (int k = s->rows.row_start[row]; k < s->rows.row_start[row + 1]; k++) {
        int term = s->rows.column[k];
        sum += s->share[term] * log1p(s->rows.value[k] / (s->told[term] + MU * s->share[term]));
    }
    return sum;
}

static double gain(const klsum *s, size_t row) { return s->bound[row] - log1p(s->length[row] / (s->told_length + MU)); }

/* The sentence of largest gain, the earlier of equals; n: none is left. */
static size_t best_sentence(klsum *s) {
    size_t best = s->rows.n;
    double most = -INFINITY;
    for (size_t i = 0; i < s->rows.n; i++) {
        if (s->picked[i] || s->length[i] == 0 || gain(s, i) <= most) continue;
        s->bound[i] = coverage(s, i);
        if (gain(s, i) <= most) continue;
        best = i;
        most = gain(s, i);
    }
    return best;
}

static void pick(klsum *s, size_t row) {
    s->picked[row] = true;
    s->picks[s->n_picks++] = row;
    s->told_length += s->length[row];
    for (int k = s->rows.row_start[row]; k < s->rows.row_start[row + 1]; k++)
        s->told[s->rows.column[k]] += s->rows.value[k];
}

static void count(klsum *s) {
    double total = 0;
    for (size_t i = 0; i < s->rows.n; i++)
        for (int k = s->rows.row_start[i]; k < s->rows.row_start[i + 1]; k++) {
            s->share[s->rows.column[k]] += s->rows.value[k];
            s->length[i] += s->rows.value[k];
            total += s->rows.value[k];
        }
    for (size_t t = 0; t < s->rows.m; t++) s->share[t] /= total;
    for (size_t i = 0; i < s->rows.n; i++) s->bound[i] = coverage(s, i);
}

tenor_status tn_rank_kl(const tn_rank_input *input, double *scores, tenor_error *error) {
    size_t n = input->terms->n, m = input->terms->m;
    klsum s = {.rows = tn_csr_of(input->terms, input->terms->count)};
    s.share = TN_NEW_ARRAY(input->arena, m, double);
    s.told = TN_NEW_ARRAY(input->arena, m, double);
    s.length = TN_NEW_ARRAY(input->arena, n, double);
    s.bound = TN_NEW_ARRAY(input->arena, n, double);
    s.picked = TN_NEW_ARRAY(input->arena, n, bool);
    s.picks = TN_NEW_ARRAY(input->arena, TN_GREEDY_PICKS, size_t);
    if (!s.share || !s.told || !s.length || !s.bound || !s.picked || !s.picks) return tn_fail_memory(error);
    count(&s);
    while (s.n_picks < TN_GREEDY_PICKS) {
        if (tn_arena_late(input->arena, n)) return tn_fail_memory(error);
        size_t best = best_sentence(&s);
        if (best == n) break;
        pick(&s, best);
    }
    tn_scores_from_picks(scores, s.picks, s.n_picks, s.picked, s.bound, n);
    return tn_scores_check(scores, n, error);
}
