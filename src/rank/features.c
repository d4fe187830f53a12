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
    tn_csr rows; /* unit tf·isf */
    double *isf;
    double *sum;           /* [m] workspace */
    double *by_row, *both; /* [n] workspaces */
    double *value;
} finder;

static double *feature(const finder *f, size_t row, size_t which) { return &f->value[row * TN_FEATURES + which]; }

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
static void store_root(finder *f, const double *centrality, size_t which) {
    double largest = 0;
    for (size_t i = 0; i < f->terms->n; i++) largest = fmax(largest, centrality[i]);
    for (size_t i = 0; i < f->terms->n; i++) *feature(f, i, which) = largest > 0 ? sqrt(centrality[i] / largest) : 0;
}

/* Of several articles, all of the others follow: by_row[i] += a_i · Σ a_j over the articles before that of i. */
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
            f->by_row[i] += f->rows.value[k] * f->sum[f->rows.column[k]];
    }
}

static void find_centrality(finder *f) {
    memset(f->sum, 0, f->terms->m * sizeof *f->sum);
    for (size_t i = f->terms->n; i-- > 0;) f->by_row[i] = f->both[i] = meet(&f->rows, i, f->sum);
    add_articles_before(f);
    store_root(f, f->by_row, TN_FEATURE_centrality);
    memset(f->sum, 0, f->terms->m * sizeof *f->sum);
    for (size_t i = 0; i < f->terms->n; i++) {
        f->by_row[i] = meet(&f->rows, i, f->sum);
        f->both[i] += f->by_row[i];
    }
    store_root(f, f->by_row, TN_FEATURE_echo);
    store_root(f, f->both, TN_FEATURE_whole);
}

/* The cosine with the headline. */
static bool find_title(finder *f) {
    double square = 0;
    for (size_t t = 0; t < f->terms->m; t++) {
        f->sum[t] = f->terms->title[t] * f->isf[t];
        square += f->sum[t] * f->sum[t];
    }
    if (square <= 0) return true;
    if (!tn_csr_times(&f->rows, f->sum, f->by_row)) return false;
    for (size_t i = 0; i < f->terms->n; i++) *feature(f, i, TN_FEATURE_title) = f->by_row[i] / sqrt(square);
    return true;
}

/* The cosine with the first sentence. */
static bool find_start(finder *f) {
    memset(f->sum, 0, f->terms->m * sizeof *f->sum);
    for (int k = f->rows.row_start[0]; k < f->rows.row_start[1]; k++) f->sum[f->rows.column[k]] = f->rows.value[k];
    if (!tn_csr_times(&f->rows, f->sum, f->by_row)) return false;
    for (size_t i = 1; i < f->terms->n; i++) *feature(f, i, TN_FEATURE_start) = f->by_row[i];
    return true;
}

/* ------------------------------------------------------------------- place */

/* How far the first sentences stand above the rest: what the text then repeats is told at once, as in hard news. */
static double opening_strength(const finder *f) {
    double all = 0, opening = 0, count = 0;
    for (size_t i = 0; i < f->terms->n; i++) {
        double centrality = *feature(f, i, TN_FEATURE_centrality);
        bool opens = f->terms->sentence[i]->position < OPENING;
        all += centrality;
        opening += opens ? centrality : 0;
        count += opens;
    }
    return (count > 0 ? opening / count : 0) - all / (double)f->terms->n;
}

static void find_place(finder *f) {
    double above = fmax(0, opening_strength(f) - STRONG_OPENING);
    double log_n = log((double)f->terms->n);
    uint32_t longest = 0;
    for (size_t i = 0; i < f->terms->n; i++)
        if (f->terms->sentence[i]->position > longest) longest = f->terms->sentence[i]->position;
    for (size_t i = 0; i < f->terms->n; i++) {
        const tn_sentence *sentence = f->terms->sentence[i];
        double place = 1.0 / (1.0 + sentence->position / PLACE_DECAY);
        *feature(f, i, TN_FEATURE_place) = place;
        *feature(f, i, TN_FEATURE_opening) = place * above;
        double centrality = *feature(f, i, TN_FEATURE_centrality);
        *feature(f, i, TN_FEATURE_early) = place * centrality;
        *feature(f, i, TN_FEATURE_square) = centrality * centrality;
        *feature(f, i, TN_FEATURE_crowded) = centrality * (log_n - 3);
        *feature(f, i, TN_FEATURE_second) = sentence->position == 1;
        *feature(f, i, TN_FEATURE_depth) = longest ? (double)sentence->position / longest : 0;
        *feature(f, i, TN_FEATURE_paragraph) =
            sentence->position == 0 || f->terms->sentence[i - 1]->block != sentence->block;
        *feature(f, i, TN_FEATURE_dangling) = sentence->dangling;
    }
}

/* ------------------------------------------------------------------- words */

static bool is_lone_letter(const tn_doc *doc, const tn_word *word) {
    return word->end - word->start == 1 && !(word->flags & TN_WORD_NUMBER) && !doc->terms[word->term].stop;
}

/* Words count as English ones: where each syllable or character is a word, they are divided by doc->word_length. */
static void find_words(finder *f, size_t row, double mean) {
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
    *feature(f, row, TN_FEATURE_length) = fmax(0, length / LONG - 1);
    *feature(f, row, TN_FEATURE_short) = fmax(0, 1 - length / SHORT);
    *feature(f, row, TN_FEATURE_fragment) = length < FEWEST_WORDS;
    *feature(f, row, TN_FEATURE_letters) = count ? (double)letters / (double)count : 0;
    *feature(f, row, TN_FEATURE_names) = count ? (double)capitals / (double)count : 0;
    *feature(f, row, TN_FEATURE_numbers) = number;
    *feature(f, row, TN_FEATURE_quotation) = quotation;
    *feature(f, row, TN_FEATURE_words) = log((1 + (double)count) / (1 + mean));
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

static void find_marks(finder *f, size_t row) {
    const tn_sentence *sentence = f->terms->sentence[row];
    tenor_string text = tn_doc_text(f->input->doc, sentence->start, sentence->end);
    *feature(f, row, TN_FEATURE_question) = ends_in_question(text);
    *feature(f, row, TN_FEATURE_speech) = opens_with_quotation(text);
    *feature(f, row, TN_FEATURE_brackets) = has_brackets(text);
}

/* -------------------------------------------------------------------- main */

tenor_status tn_features_find(double **out, const tn_rank_input *input, tenor_error *error) {
    const tn_terms *terms = input->terms;
    finder f = {.input = input, .terms = terms, .isf = tn_isf(terms, input->arena)};
    f.sum = TN_NEW_ARRAY(input->arena, terms->m, double);
    f.by_row = TN_NEW_ARRAY(input->arena, terms->n, double);
    f.both = TN_NEW_ARRAY(input->arena, terms->n, double);
    f.value = *out = TN_NEW_ARRAY(input->arena, terms->n * TN_FEATURES, double);
    if (!f.isf || !f.sum || !f.by_row || !f.both || !f.value) return tn_fail_memory(error);
    TN_TRY(tn_unit_rows(&f.rows, terms, f.isf, input->arena, error));
    find_centrality(&f);
    if (!find_title(&f) || !find_start(&f)) return tn_fail(error, TENOR_E_NUMERIC, "a matrix product failed");
    find_place(&f);
    double mean = tn_mean_words(terms);
    for (size_t i = 0; i < terms->n; i++) {
        if (tn_arena_late(input->arena, 1)) return tn_fail_memory(error);
        find_words(&f, i, mean);
        find_marks(&f, i);
    }
    return TENOR_OK;
}

static bool tell(const tn_rank_input *input, const double *value, const double *weight) {
    double *copy = TN_NEW_ARRAY(input->arena, TN_FEATURES, double);
    if (!copy) return false;
    memcpy(copy, weight, TN_FEATURES * sizeof *copy);
    *input->breakdown = (tn_breakdown){value, copy, TN_FEATURES};
    return true;
}

tenor_status tn_features_weigh(double *scores, const double *value, const double weight[TN_FEATURES],
                               const tn_rank_input *input, tenor_error *error) {
    for (size_t i = 0; i < input->terms->n; i++) {
        scores[i] = 0;
        for (size_t f = 0; f < TN_FEATURES; f++) scores[i] += weight[f] * value[i * TN_FEATURES + f];
    }
    if (input->breakdown && !tell(input, value, weight)) return tn_fail_memory(error);
    return tn_scores_check(scores, input->terms->n, error);
}
