/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/features.h"

#include <math.h>

#include "base/bytes.h"
#include "rank/rankers.h"
#include "rank/weights.h"

const tenor_named tn_features[TN_FEATURES] = {
#define TN_FEATURE(name, about) {#name, about},
#include "rank/features.def"
#undef TN_FEATURE
};

static const double PLACE_DECAY = 4.0;
static const double STRONG_OPENING = 0.4;
static const double LONG = 25.0;
static const double SHORT = 12.0;
enum { FEWEST_WORDS = 6, OPENING = 3 };

typedef struct finder {
    const tn_rank_input *input;
    const tn_terms *terms;
    const double *weight; /* NULL: all features are wanted */
    tn_csr rows;          /* unit tf·isf */
    double *isf;
    double *sum; /* [m] workspace */
    /* What takes the whole matrix to find, by row; NULL: not wanted. */
    double *centrality, *echo, *whole, *title, *start;
    double mean;      /* words of a row */
    double above;     /* how far the opening stands above the rest */
    double log_n;     /* of the rows */
    uint32_t longest; /* the last position in an article */
} finder;

static bool wanted(const finder *f, size_t feature) { return !f->weight || f->weight[feature] != 0; }

/* -------------------------------------------------------------- centrality */

/* a_i · sum, then sum += a_i. */
static double meet(const tn_csr *a, size_t i, double *sum) {
    double product = 0;
    for (int k = a->row_start[i]; k < a->row_start[i + 1]; k++) {
        product += a->value[k] * sum[a->column[k]];
        sum[a->column[k]] += a->value[k];
    }
    return product;
}

/* The root draws differences among the small apart. */
static void scale_root(double *centrality, size_t n) {
    double largest = 0;
    for (size_t i = 0; i < n; i++) largest = fmax(largest, centrality[i]);
    for (size_t i = 0; i < n; i++) centrality[i] = largest > 0 ? sqrt(centrality[i] / largest) : 0;
}

/* Of several articles, all of the others follow: centrality[i] += a_i · Σ a_j over the articles before that of i. */
static void add_articles_before(finder *f) {
    const tn_sentence *const *sentence = f->terms->sentence;
    size_t n = f->terms->n, start = 0; /* of the article */
    if (n == 0 || sentence[0]->part == sentence[n - 1]->part) return;
    memset(f->sum, 0, f->terms->m * sizeof *f->sum);
    for (size_t i = 0; i < n; i++) {
        for (; sentence[start]->part != sentence[i]->part; start++)
            for (int k = f->rows.row_start[start]; k < f->rows.row_start[start + 1]; k++)
                f->sum[f->rows.column[k]] += f->rows.value[k];
        for (int k = f->rows.row_start[i]; k < f->rows.row_start[i + 1]; k++)
            f->centrality[i] += f->rows.value[k] * f->sum[f->rows.column[k]];
    }
}

static void find_centrality(finder *f) {
    size_t n = f->terms->n;
    memset(f->sum, 0, f->terms->m * sizeof *f->sum);
    for (size_t i = n; i-- > 0;) f->centrality[i] = meet(&f->rows, i, f->sum);
    if (f->whole) memcpy(f->whole, f->centrality, n * sizeof *f->whole);
    add_articles_before(f);
    scale_root(f->centrality, n);
    if (!f->echo) return;
    memset(f->sum, 0, f->terms->m * sizeof *f->sum);
    for (size_t i = 0; i < n; i++) f->echo[i] = meet(&f->rows, i, f->sum);
    for (size_t i = 0; f->whole && i < n; i++) f->whole[i] += f->echo[i];
    scale_root(f->echo, n);
    if (f->whole) scale_root(f->whole, n);
}

/* The cosine with the headline. */
static bool find_title(finder *f) {
    double square = 0;
    for (size_t t = 0; t < f->terms->m; t++) {
        f->sum[t] = f->terms->title[t] * f->isf[t];
        square += f->sum[t] * f->sum[t];
    }
    if (square <= 0) return true;
    if (!tn_csr_times(&f->rows, f->sum, f->title)) return false;
    for (size_t i = 0; i < f->terms->n; i++) f->title[i] /= sqrt(square);
    return true;
}

/* The cosine with the first sentence. */
static bool find_start(finder *f) {
    memset(f->sum, 0, f->terms->m * sizeof *f->sum);
    for (int k = f->rows.row_start[0]; k < f->rows.row_start[1]; k++) f->sum[f->rows.column[k]] = f->rows.value[k];
    if (!tn_csr_times(&f->rows, f->sum, f->start)) return false;
    f->start[0] = 0;
    return true;
}

/* ------------------------------------------------------------------- place */

/* How far the first sentences stand above the rest: what the text then repeats is told at once, as in hard news. */
static double opening_strength(const finder *f) {
    double all = 0, opening = 0, count = 0;
    for (size_t i = 0; i < f->terms->n; i++) {
        bool opens = f->terms->sentence[i]->position < OPENING;
        all += f->centrality[i];
        opening += opens ? f->centrality[i] : 0;
        count += opens;
    }
    return (count > 0 ? opening / count : 0) - all / (double)f->terms->n;
}

static void measure_text(finder *f) {
    f->mean = tn_mean_words(f->terms);
    f->above = fmax(0, opening_strength(f) - STRONG_OPENING);
    f->log_n = log((double)f->terms->n);
    for (size_t i = 0; i < f->terms->n; i++)
        if (f->terms->sentence[i]->position > f->longest) f->longest = f->terms->sentence[i]->position;
}

static void find_place(const finder *f, size_t row, double *value) {
    const tn_sentence *sentence = f->terms->sentence[row];
    double place = 1.0 / (1.0 + sentence->position / PLACE_DECAY), centrality = f->centrality[row];
    value[TN_FEATURE_place] = place;
    value[TN_FEATURE_opening] = place * f->above;
    value[TN_FEATURE_early] = place * centrality;
    value[TN_FEATURE_square] = centrality * centrality;
    value[TN_FEATURE_crowded] = centrality * (f->log_n - 3);
    value[TN_FEATURE_second] = sentence->position == 1;
    value[TN_FEATURE_depth] = f->longest ? (double)sentence->position / f->longest : 0;
    value[TN_FEATURE_paragraph] = sentence->position == 0 || f->terms->sentence[row - 1]->block != sentence->block;
    value[TN_FEATURE_dangling] = sentence->dangling;
}

/* ------------------------------------------------------------------- words */

static bool is_lone_letter(const tn_doc *doc, const tn_word *word) {
    return word->end - word->start == 1 && !(word->flags & TN_WORD_NUMBER) && !doc->terms[word->term].stop;
}

/* Words count as English ones: where each syllable or character is a word, they are divided by doc->word_length. */
static void find_words(const finder *f, size_t row, double *value) {
    size_t count, letters = 0, capitals = 0;
    bool number = false, quotation = false;
    const tn_doc *doc = f->input->doc;
    const tn_word *words = tn_sentence_words(doc, f->terms->sentence[row], &count);
    for (size_t w = 0; w < count; w++) {
        letters += is_lone_letter(doc, &words[w]);
        capitals += w > 0 && (words[w].flags & TN_WORD_CAPITAL);
        number |= (words[w].flags & TN_WORD_NUMBER) != 0;
        quotation |= (words[w].flags & TN_WORD_QUOTE) != 0;
    }
    double length = (double)count / doc->word_length;
    value[TN_FEATURE_length] = fmax(0, length / LONG - 1);
    value[TN_FEATURE_short] = fmax(0, 1 - length / SHORT);
    value[TN_FEATURE_fragment] = length < FEWEST_WORDS;
    value[TN_FEATURE_letters] = count ? (double)letters / (double)count : 0;
    value[TN_FEATURE_names] = count ? (double)capitals / (double)count : 0;
    value[TN_FEATURE_numbers] = number;
    value[TN_FEATURE_quotation] = quotation;
    if (wanted(f, TN_FEATURE_words)) value[TN_FEATURE_words] = log((1 + (double)count) / (1 + f->mean));
}

/* ------------------------------------------------------------------- marks */

/* The question mark may stand before a closing quotation mark of up to three bytes. */
static bool ends_in_question(tenor_string text) {
    size_t from = text.length > 4 ? text.length - 4 : 0;
    return text.length > 0 && memchr(text.data + from, '?', text.length - from) != NULL;
}

static bool is_bracket(char c) { return c == '(' || c == '[' || c == '{' || c == '<' || c == '='; }

static bool has_brackets(tenor_string text) {
    size_t i = 0;
    for (; text.length - i >= 8; i += 8) {
        uint64_t eight = tn_eight(text.data + i);
        if (tn_eight_has(eight, '(') | tn_eight_has(eight, '[') | tn_eight_has(eight, '{') | tn_eight_has(eight, '<') |
            tn_eight_has(eight, '='))
            return true;
    }
    while (i < text.length && !is_bracket(text.data[i])) i++;
    return i < text.length;
}

static bool opens_with_quotation(tenor_string text) {
    static const char *const marks[] = {"\"", "“", "„", "«", "‘", "'", "``"};
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
        size_t n = strlen(marks[m]);
        if (text.length >= n && memcmp(text.data, marks[m], n) == 0) return true;
    }
    return false;
}

static void find_marks(const finder *f, size_t row, double *value) {
    const tn_sentence *sentence = f->terms->sentence[row];
    tenor_string text = tn_doc_text(f->input->doc, sentence->start, sentence->end);
    value[TN_FEATURE_question] = ends_in_question(text);
    value[TN_FEATURE_speech] = opens_with_quotation(text);
    value[TN_FEATURE_brackets] = has_brackets(text);
}

/* -------------------------------------------------------------------- main */

/* Room for a feature by row. False: out of memory. */
static bool make(const finder *f, double **array, bool want) {
    if (want) *array = TN_NEW_ARRAY(f->input->arena, f->terms->n, double);
    return !want || *array;
}

static tenor_status find_matrix_features(finder *f, tenor_error *error) {
    tn_arena *arena = f->input->arena;
    bool whole = wanted(f, TN_FEATURE_whole);
    f->isf = tn_isf(f->terms, arena);
    f->sum = TN_NEW_ARRAY(arena, f->terms->m, double);
    if (!f->isf || !f->sum || !make(f, &f->centrality, true) || !make(f, &f->whole, whole) ||
        !make(f, &f->echo, whole || wanted(f, TN_FEATURE_echo)) || !make(f, &f->title, wanted(f, TN_FEATURE_title)) ||
        !make(f, &f->start, wanted(f, TN_FEATURE_start)))
        return tn_fail_memory(error);
    TN_TRY(tn_unit_rows(&f->rows, f->terms, f->isf, arena, error));
    find_centrality(f);
    bool ok = (!f->title || find_title(f)) && (!f->start || find_start(f));
    return ok ? TENOR_OK : tn_fail(error, TENOR_E_NUMERIC, "a matrix product failed");
}

static tenor_status init(finder *f, const tn_rank_input *input, const double *weight, tenor_error *error) {
    *f = (finder){.input = input, .terms = input->terms, .weight = weight};
    TN_TRY(find_matrix_features(f, error));
    measure_text(f);
    return TENOR_OK;
}

/* value[TN_FEATURES] is zero before. */
static void find_row(const finder *f, size_t row, double *value) {
    value[TN_FEATURE_centrality] = f->centrality[row];
    if (f->echo) value[TN_FEATURE_echo] = f->echo[row];
    if (f->whole) value[TN_FEATURE_whole] = f->whole[row];
    if (f->title) value[TN_FEATURE_title] = f->title[row];
    if (f->start) value[TN_FEATURE_start] = f->start[row];
    find_place(f, row, value);
    find_words(f, row, value);
    find_marks(f, row, value);
}

tenor_status tn_features_find(double **out, const tn_rank_input *input, tenor_error *error) {
    finder f;
    TN_TRY(init(&f, input, NULL, error));
    *out = TN_NEW_ARRAY(input->arena, f.terms->n * TN_FEATURES, double);
    if (!*out) return tn_fail_memory(error);
    for (size_t i = 0; i < f.terms->n; i++) {
        if (tn_arena_late(input->arena, 1)) return tn_fail_memory(error);
        find_row(&f, i, *out + i * TN_FEATURES);
    }
    return TENOR_OK;
}

double tn_features_weigh(const double value[TN_FEATURES], const double weight[TN_FEATURES]) {
    double sum = 0;
    for (size_t f = 0; f < TN_FEATURES; f++) sum += weight[f] * value[f];
    return sum;
}

static bool tell(const tn_rank_input *input, const double *value, const double *weight) {
    double *copy = TN_NEW_ARRAY(input->arena, TN_FEATURES, double);
    if (!copy) return false;
    memcpy(copy, weight, TN_FEATURES * sizeof *copy);
    *input->breakdown = (tn_breakdown){value, copy, TN_FEATURES};
    return true;
}

/* With the values, which somebody wants to see. */
static tenor_status score_and_tell(double *scores, const double *weight, const tn_rank_input *input,
                                   tenor_error *error) {
    double *value;
    TN_TRY(tn_features_find(&value, input, error));
    for (size_t i = 0; i < input->terms->n; i++) scores[i] = tn_features_weigh(value + i * TN_FEATURES, weight);
    return tell(input, value, weight) ? TENOR_OK : tn_fail_memory(error);
}

tenor_status tn_features_score(double *scores, const double weight[TN_FEATURES], const tn_rank_input *input,
                               tenor_error *error) {
    if (input->breakdown) {
        TN_TRY(score_and_tell(scores, weight, input, error));
        return tn_scores_check(scores, input->terms->n, error);
    }
    finder f;
    TN_TRY(init(&f, input, weight, error));
    for (size_t i = 0; i < input->terms->n; i++) {
        if (tn_arena_late(input->arena, 1)) return tn_fail_memory(error);
        double value[TN_FEATURES] = {0};
        find_row(&f, i, value);
        scores[i] = tn_features_weigh(value, weight);
    }
    return tn_scores_check(scores, input->terms->n, error);
}
