#include "dense.h"

#include <criterion/criterion.h>
#include <gsl/gsl_blas.h>
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

static double directed(const gsl_matrix *cosines, size_t i) {
    double c = 0;
    for (size_t j = 0; j < i; j++) c -= 0.2 * gsl_matrix_get(cosines, i, j);
    for (size_t j = i + 1; j < cosines->size2; j++) c += gsl_matrix_get(cosines, i, j);
    return c;
}

double *dense_news(const tn_rank_input *input) {
    const tn_terms *terms = input->terms;
    gsl_matrix *cosines = dense_cosine(terms, false);
    double *scores = TN_NEW_ARRAY(input->arena, terms->n, double), largest = 0;
    for (size_t i = 0; i < terms->n; i++) {
        scores[i] = directed(cosines, i);
        largest = fmax(largest, fabs(scores[i]));
    }
    for (size_t i = 0; i < terms->n; i++) {
        const tn_sentence *sentence = terms->sentence[i];
        double words = sentence->last - sentence->first, g = largest > 0 ? sqrt(fabs(scores[i]) / largest) : 0;
        scores[i] = scores[i] < 0 ? -g : g;
        scores[i] += 0.4 / (1.0 + sentence->position / 4.0) + 0.1 * plain_cosine(terms, i, terms->n);
        scores[i] -= 0.3 * fmax(0, words / 25.0 - 1.0) + (words < 6 ? 10 : 0);
    }
    gsl_matrix_free(cosines);
    return scores;
}
