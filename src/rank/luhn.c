/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Luhn, "The Automatic Creation of Literature Abstracts", IBM Journal of Research and Development 2 (1958). A word is
 * significant when it is frequent and no stop word. In a sentence, significant words with no more than four others
 * (input->gap) between them form a cluster, and
 *
 *     s_i = max over clusters of (significant words in it)² / (words in it)
 *
 * Luhn leaves the frequency open; it is that of Tombros and Sanderson, "Advantages of Query Biased Summaries in
 * Information Retrieval", SIGIR 1998: 7 in a text of 25 to 40 sentences, 0.1 less or more for each sentence under or
 * over. Where no word is that frequent, that of the most frequent word takes its place, but never 1. O(words).
 */
#include <math.h>

#include "rank/rankers.h"

enum { USUAL_GAP = 4 };

/* How often each term occurs in the body; stop words 0. [n_terms + 1] */
static double *count_terms(const tn_rank_input *input) {
    const tn_doc *doc = input->doc;
    double *frequency = TN_NEW_ARRAY(input->arena, doc->n_terms + 1, double);
    for (size_t i = 0; frequency && i < input->terms->n; i++) {
        const tn_sentence *sentence = input->terms->sentence[i];
        for (uint32_t w = sentence->first; w < sentence->last; w++)
            if (!doc->terms[doc->words[w].term].stop) frequency[doc->words[w].term]++;
    }
    return frequency;
}

static double threshold(const double *frequency, size_t n_terms, size_t sentences) {
    double n = (double)sentences, wanted = 7.0, most = 0;
    if (n < 25) wanted -= 0.1 * (25 - n);
    if (n > 40) wanted += 0.1 * (n - 40);
    for (size_t t = 1; t <= n_terms; t++) most = fmax(most, frequency[t]);
    return fmax(2.0, fmin(wanted, most));
}

static double best_cluster(const tn_word *words, size_t count, const double *frequency, double threshold, size_t gap) {
    double best = 0, significant = 0;
    size_t first = 0, last = 0;
    for (size_t w = 0; w < count; w++) {
        if (frequency[words[w].term] < threshold) continue;
        if (significant == 0 || w - last > gap + 1) {
            first = w;
            significant = 0;
        }
        last = w;
        significant++;
        best = fmax(best, significant * significant / (double)(last - first + 1));
    }
    return best;
}

tenor_status tn_rank_luhn(const tn_rank_input *input, double *scores, tenor_error *error) {
    const tn_doc *doc = input->doc;
    double *frequency = count_terms(input);
    if (!frequency) return tn_fail_memory(error);
    double enough = threshold(frequency, doc->n_terms, input->terms->n);
    for (size_t i = 0; i < input->terms->n; i++) {
        size_t count;
        const tn_word *words = tn_sentence_words(doc, input->terms->sentence[i], &count);
        scores[i] = best_cluster(words, count, frequency, enough, input->gap ? input->gap : USUAL_GAP);
    }
    return tn_scores_scale(scores, input->terms->n, error);
}
