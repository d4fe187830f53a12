#include "dense.h"

#include <criterion/criterion.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

/* The count of a term in a row, looked for from the left; row n is the headline. */
static double count_in(const tn_terms *terms, size_t row, int term) {
    if (row == terms->n) return terms->title[term];
    for (int k = terms->row_start[row]; k < terms->row_start[row + 1]; k++)
        if (terms->column[k] == term) return terms->count[k];
    return 0;
}

static double weight_in(const tn_terms *terms, size_t row, int term) {
    return count_in(terms, row, term) * log(1.0 + (double)terms->n / terms->sentence_df[term]);
}

static double length_of(const tn_terms *terms, size_t row) {
    double square = 0;
    if (row == terms->n) {
        for (size_t t = 0; t < terms->m; t++) square += pow(weight_in(terms, row, (int)t), 2);
        return sqrt(square);
    }
    for (int k = terms->row_start[row]; k < terms->row_start[row + 1]; k++)
        square += pow(weight_in(terms, row, terms->column[k]), 2);
    return sqrt(square);
}

double plain_cosine(const tn_terms *terms, size_t row, size_t other) {
    double product = 0, lengths = length_of(terms, row) * length_of(terms, other);
    for (int k = terms->row_start[row]; k < terms->row_start[row + 1]; k++)
        product += weight_in(terms, row, terms->column[k]) * weight_in(terms, other, terms->column[k]);
    return product > 0 ? product / lengths : 0;
}

static double plain_overlap(const tn_terms *terms, size_t i, size_t j) {
    int common = 0, size_i = terms->row_start[i + 1] - terms->row_start[i],
        size_j = terms->row_start[j + 1] - terms->row_start[j];
    if (size_i < 2 || size_j < 2) return 0;
    for (int k = terms->row_start[i]; k < terms->row_start[i + 1]; k++)
        common += count_in(terms, j, terms->column[k]) > 0;
    return common / (log(size_i) + log(size_j));
}

gsl_matrix *dense_overlap(const tn_terms *terms) {
    gsl_matrix *w = gsl_matrix_calloc(terms->n, terms->n);
    for (size_t i = 0; i < terms->n; i++)
        for (size_t j = 0; j < terms->n; j++)
            if (i != j) gsl_matrix_set(w, i, j, plain_overlap(terms, i, j));
    return w;
}

gsl_matrix *dense_cosine(const tn_terms *terms, bool loops) {
    gsl_matrix *w = gsl_matrix_calloc(terms->n, terms->n);
    for (size_t i = 0; i < terms->n; i++)
        for (size_t j = 0; j <= i; j++) {
            if (i == j && !loops) continue;
            double cosine = plain_cosine(terms, i, j);
            gsl_matrix_set(w, i, j, cosine);
            gsl_matrix_set(w, j, i, cosine);
        }
    return w;
}

static double *scaled(const gsl_vector *v, tn_arena *arena) {
    double largest = gsl_vector_max(v), *scores = TN_NEW_ARRAY(arena, v->size, double);
    for (size_t i = 0; i < v->size; i++) scores[i] = largest > 0 ? gsl_vector_get(v, i) / largest : 0;
    return scores;
}

/* Rows to sum 1, where they have one. */
static void normalise_rows(gsl_matrix *w) {
    for (size_t i = 0; i < w->size1; i++) {
        gsl_vector_view row = gsl_matrix_row(w, i);
        double sum = 0;
        for (size_t j = 0; j < w->size2; j++) sum += gsl_vector_get(&row.vector, j);
        if (sum > 0) gsl_vector_scale(&row.vector, 1.0 / sum);
    }
}

double *dense_pagerank(gsl_matrix *weights, tn_arena *arena) {
    size_t n = weights->size1;
    normalise_rows(weights);
    gsl_vector *p = gsl_vector_alloc(n), *next = gsl_vector_alloc(n);
    gsl_vector_set_all(p, 1.0 / (double)n);
    for (double change = 1; change >= 1e-8;) {
        gsl_vector_set_all(next, 0.15 / (double)n);
        gsl_blas_dgemv(CblasTrans, 0.85, weights, p, 1.0, next);
        gsl_vector_sub(p, next);
        change = gsl_blas_dasum(p);
        gsl_vector_memcpy(p, next);
    }
    double *scores = scaled(p, arena);
    gsl_vector_free(p);
    gsl_vector_free(next);
    gsl_matrix_free(weights);
    return scores;
}

double *dense_degree(gsl_matrix *weights, tn_arena *arena) {
    gsl_vector *ones = gsl_vector_alloc(weights->size2), *sums = gsl_vector_alloc(weights->size1);
    gsl_vector_set_all(ones, 1.0);
    gsl_blas_dgemv(CblasNoTrans, 1.0, weights, ones, 0.0, sums);
    double *scores = scaled(sums, arena);
    gsl_vector_free(ones);
    gsl_vector_free(sums);
    gsl_matrix_free(weights);
    return scores;
}

/* Forward centrality, pair by pair, its root over the largest. */
static double *dense_centrality(const tn_rank_input *input) {
    gsl_matrix *cosines = dense_cosine(input->terms, false);
    size_t n = input->terms->n;
    double *c = TN_NEW_ARRAY(input->arena, n, double), largest = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++) c[i] += gsl_matrix_get(cosines, i, j);
        largest = fmax(largest, c[i]);
    }
    for (size_t i = 0; i < n; i++) c[i] = largest > 0 ? sqrt(c[i] / largest) : 0;
    gsl_matrix_free(cosines);
    return c;
}

static double mean_of(const double *x, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i];
    return sum / (double)n;
}

/* A single letter that is neither a digit nor a stop word of make_doc ("a"). */
static double letters_of(const tn_rank_input *input, const tn_sentence *sentence) {
    double letters = 0;
    for (uint32_t w = sentence->first; w < sentence->last; w++) {
        tenor_string word = input->doc->terms[input->doc->words[w].term].text;
        letters += word.length == 1 && word.data[0] != 'a' && (word.data[0] < '0' || word.data[0] > '9');
    }
    return letters / fmax(1, sentence->last - sentence->first);
}

double *dense_news(const tn_rank_input *input) {
    const tn_terms *terms = input->terms;
    double *scores = dense_centrality(input);
    double strength = mean_of(scores, terms->n < 3 ? terms->n : 3) - mean_of(scores, terms->n);
    for (size_t i = 0; i < terms->n; i++) {
        const tn_sentence *sentence = terms->sentence[i];
        double words = sentence->last - sentence->first, place = 1.0 / (1.0 + sentence->position / 4.0);
        scores[i] += place * (0.45 + 20 * fmax(0, strength - 0.4)) + 1.5 * plain_cosine(terms, i, terms->n);
        bool opens_paragraph = sentence->position == 0 || terms->sentence[i - 1]->block != sentence->block;
        scores[i] += 0.1 * (sentence->position == 1) + 0.1 * opens_paragraph;
        scores[i] -= 0.17 * fmax(0, words / 25.0 - 1.0) + (words < 6 ? 10 : 0) + letters_of(input, sentence);
        const char *text = input->doc->text.data + sentence->start;
        scores[i] -= sentence->end > sentence->start && text[sentence->end - sentence->start - 1] == '?' ? .15 : 0;
    }
    return scores;
}

/* The counts, transposed if need be so that there are at least as many rows as columns. */
static gsl_matrix *tall_matrix(const tn_terms *terms) {
    bool rows = terms->n >= terms->m;
    gsl_matrix *a = gsl_matrix_calloc(rows ? terms->n : terms->m, rows ? terms->m : terms->n);
    for (size_t i = 0; i < terms->n; i++)
        for (int k = terms->row_start[i]; k < terms->row_start[i + 1]; k++) {
            size_t t = (size_t)terms->column[k];
            gsl_matrix_set(a, rows ? i : t, rows ? t : i, terms->count[k]);
        }
    return a;
}

double *dense_lsa(const tn_rank_input *input) {
    const tn_terms *terms = input->terms;
    gsl_matrix *u = tall_matrix(terms), *v = gsl_matrix_alloc(u->size2, u->size2);
    gsl_vector *sigma = gsl_vector_alloc(u->size2), *work = gsl_vector_alloc(u->size2);
    gsl_vector *scores = gsl_vector_calloc(terms->n);
    gsl_linalg_SV_decomp(u, v, sigma, work); /* the Jacobi one does not always sort */
    const gsl_matrix *sentences = terms->n >= terms->m ? u : v;
    size_t topics = input->topics ? input->topics : 10;
    for (size_t r = 0; r < topics && r < sigma->size; r++) {
        double s = gsl_vector_get(sigma, r);
        if (s < gsl_vector_get(sigma, 0) / 2) break;
        for (size_t i = 0; i < terms->n; i++) *gsl_vector_ptr(scores, i) += pow(gsl_matrix_get(sentences, i, r) * s, 2);
    }
    for (size_t i = 0; i < terms->n; i++) gsl_vector_set(scores, i, sqrt(gsl_vector_get(scores, i)));
    double *result = scaled(scores, input->arena);
    gsl_matrix_free(u);
    gsl_matrix_free(v);
    gsl_vector_free(sigma);
    gsl_vector_free(work);
    gsl_vector_free(scores);
    return result;
}

/* ------------------------------------------------------------------ greedy */

/* How much of the text a term is. */
static double share(const tn_terms *terms, int term) {
    double count = 0, total = 0;
    for (size_t i = 0; i < terms->n; i++) {
        count += count_in(terms, i, term);
        for (int k = terms->row_start[i]; k < terms->row_start[i + 1]; k++) total += terms->count[k];
    }
    return count / total;
}

static double *shares(const tn_rank_input *input) {
    double *p = TN_NEW_ARRAY(input->arena, input->terms->m, double);
    for (size_t t = 0; t < input->terms->m; t++) p[t] = share(input->terms, (int)t);
    return p;
}

static bool is_picked(const size_t *picks, size_t n_picks, size_t row) {
    for (size_t k = 0; k < n_picks; k++)
        if (picks[k] == row) return true;
    return false;
}

static double mean_share(const tn_terms *terms, const double *p, size_t row) {
    double sum = 0, words = 0;
    for (size_t t = 0; t < terms->m; t++) {
        sum += count_in(terms, row, (int)t) * p[t];
        words += count_in(terms, row, (int)t);
    }
    return words > 0 ? sum / words : -1;
}

/* The heaviest sentence left with the term; n: none. */
static size_t heaviest_with(const tn_terms *terms, const double *p, size_t term, const size_t *picks, size_t n_picks) {
    size_t best = terms->n;
    for (size_t i = 0; i < terms->n; i++)
        if (count_in(terms, i, (int)term) > 0 && !is_picked(picks, n_picks, i) &&
            (best == terms->n || mean_share(terms, p, i) > mean_share(terms, p, best) * (1 + 1e-12)))
            best = i;
    return best;
}

size_t *naive_sumbasic(const tn_rank_input *input, size_t *n_picks) {
    const tn_terms *terms = input->terms;
    double *p = shares(input);
    size_t *picks = TN_NEW_ARRAY(input->arena, terms->n, size_t);
    for (*n_picks = 0;;) {
        size_t top = terms->m;
        for (size_t t = 0; t < terms->m; t++)
            if (heaviest_with(terms, p, t, picks, *n_picks) < terms->n &&
                (top == terms->m || p[t] > p[top] * (1 + 1e-12)))
                top = t;
        if (top == terms->m) return picks;
        size_t row = heaviest_with(terms, p, top, picks, *n_picks);
        for (int k = terms->row_start[row]; k < terms->row_start[row + 1]; k++)
            p[terms->column[k]] *= p[terms->column[k]];
        picks[(*n_picks)++] = row;
    }
}

/* KL(P_D ‖ P_S) with the picks and `row`, P_S smoothed by a thousandth of a word of P_D. */
static double divergence(const tn_terms *terms, const double *p, const size_t *picks, size_t n_picks, size_t row) {
    double sum = 0, words = 0.001;
    for (size_t t = 0; t < terms->m; t++) {
        words += count_in(terms, row, (int)t);
        for (size_t k = 0; k < n_picks; k++) words += count_in(terms, picks[k], (int)t);
    }
    for (size_t t = 0; t < terms->m; t++) {
        double count = 0.001 * p[t] + count_in(terms, row, (int)t);
        for (size_t k = 0; k < n_picks; k++) count += count_in(terms, picks[k], (int)t);
        sum += p[t] * log(p[t] / (count / words));
    }
    return sum;
}

size_t *naive_kl(const tn_rank_input *input, size_t *n_picks) {
    const tn_terms *terms = input->terms;
    double *p = shares(input);
    size_t *picks = TN_NEW_ARRAY(input->arena, terms->n, size_t);
    for (*n_picks = 0;;) {
        size_t best = terms->n;
        double least = 0;
        for (size_t i = 0; i < terms->n; i++) {
            if (is_picked(picks, *n_picks, i) || terms->row_start[i] == terms->row_start[i + 1]) continue;
            double d = divergence(terms, p, picks, *n_picks, i);
            if (best < terms->n && d >= least - 1e-12) continue;
            best = i;
            least = d;
        }
        if (best == terms->n) return picks;
        picks[(*n_picks)++] = best;
    }
}
