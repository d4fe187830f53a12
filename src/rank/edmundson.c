/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edmundson, "New Methods in Automatic Extracting", Journal of the ACM 16 (1969). Four numbers, each divided by its
 * largest size over the text, so that they weigh the same:
 *
 *     s_i = w1 · cue_i + w2 · key_i + w3 · title_i + w4 · location_i          (w: input->weights, 1 each)
 *
 *     cue       bonus words less stigma words (input->cue; 0 without any)
 *     key       Σ of the counts of its terms that are frequent: at least KEY_SHARE of the words that count
 *     title     terms it shares with the headline, each counted once
 *     location  1 for the first and for the last paragraph, and 1 for the first and for the last sentence of one
 *
 * The cue words are the user's, as they were a dictionary made for a field in the article. O(nnz).
 */
#include <math.h>

#include "rank/rankers.h"

static const double KEY_SHARE = 0.005; /* a word in two hundred; and at least twice */

typedef struct evidence {
    double *cue, *key, *title, *location; /* [n] */
} evidence;

static double *count_terms(const tn_rank_input *input) {
    const tn_terms *terms = input->terms;
    double *count = TN_NEW_ARRAY(input->arena, terms->m, double);
    for (int k = 0; count && k < terms->row_start[terms->n]; k++) count[terms->column[k]] += terms->count[k];
    return count;
}

static void find_words(const tn_rank_input *input, const double *count, evidence *e) {
    const tn_terms *terms = input->terms;
    double all = 0;
    for (size_t t = 0; t < terms->m; t++) all += count[t];
    for (size_t i = 0; i < terms->n; i++)
        for (int k = terms->row_start[i]; k < terms->row_start[i + 1]; k++) {
            int t = terms->column[k];
            if (count[t] >= fmax(2, KEY_SHARE * all)) e->key[i] += terms->count[k] * count[t];
            e->title[i] += terms->title[t] > 0;
        }
}

/* Of all words, for pronouns and the like are cue words, too. */
static void find_cue(const tn_rank_input *input, double *cue) {
    for (size_t i = 0; input->cue && i < input->terms->n; i++) {
        size_t count;
        const tn_word *words = tn_sentence_words(input->doc, input->terms->sentence[i], &count);
        for (size_t w = 0; w < count; w++) cue[i] += input->cue[words[w].term];
    }
}

static void find_location(const tn_terms *terms, double *location) {
    size_t n = terms->n;
    for (size_t i = 0; i < n; i++) {
        uint32_t block = terms->sentence[i]->block;
        bool first = i == 0 || terms->sentence[i - 1]->block != block;
        bool last = i + 1 == n || terms->sentence[i + 1]->block != block;
        bool outer = block == terms->sentence[0]->block || block == terms->sentence[n - 1]->block;
        location[i] = outer + (first || last);
    }
}

static void add_scaled(double *scores, const double *evidence, size_t n, double weight) {
    double largest = 0;
    for (size_t i = 0; i < n; i++) largest = fmax(largest, fabs(evidence[i]));
    for (size_t i = 0; i < n && largest > 0; i++) scores[i] += weight * evidence[i] / largest;
}

static double weight_of(const double *weights, size_t k) {
    bool given = weights && (weights[0] > 0 || weights[1] > 0 || weights[2] > 0 || weights[3] > 0);
    return given ? weights[k] : 1;
}

tenor_status tn_rank_edmundson(const tn_rank_input *input, double *scores, tenor_error *error) {
    size_t n = input->terms->n;
    double *count = count_terms(input), *all = TN_NEW_ARRAY(input->arena, 4 * n, double);
    if (!count || !all) return tn_fail_memory(error);
    evidence e = {all, all + n, all + 2 * n, all + 3 * n};
    find_cue(input, e.cue);
    find_words(input, count, &e);
    find_location(input->terms, e.location);
    memset(scores, 0, n * sizeof *scores);
    for (size_t k = 0; k < 4; k++) add_scaled(scores, all + k * n, n, weight_of(input->weights, k));
    return tn_scores_check(scores, n, error);
}
