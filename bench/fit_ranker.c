/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fit_ranker FILE.jsonl [NAME]: fits the weights of the ranker `learned` to articles with human summaries, records with
 * "text", "summary" and perhaps "title", and prints models/<lang>/ranker.conf. With it: what the weights are worth on
 * records they were not fitted to (five-fold cross-validation, by article, in three divisions), mean F1 of ROUGE-1 and
 * ROUGE-2 less that of the first sentences, for 3 sentences and for 100 words, with the standard error over articles.
 *
 *   target   the up to three sentences that, chosen one by one, raise ROUGE most (Nallapati, Zhai and Zhou,
 *            "SummaRuNNer", AAAI 2017, section 2.2)
 *   model    conditional logit: -log L = -Σ_articles Σ_targets log exp(w·x_i) / Σ_j exp(w·x_j), + RIDGE |w|² / 2 for
 *            each article; SCALE times it is added to the score of news (learned.c)
 *   fit      GSL, BFGS (vector_bfgs2)
 */
#include <gsl/gsl_multimin.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "corpus/rouge.h"
#include "corpus/summaries.h"
#include "engine/engine.h"
#include "rank/model.h"
#include "rank/random.h"
#include "text/build.h"

enum { FOLDS = 5, DIVISIONS = 3, TARGETS = 3, STEPS = 300 };
static const double RIDGE = 0.002, SCALE = 0.1;

typedef struct article {
    tn_doc doc;
    tn_terms terms;
    tenor_string summary;
    double *value; /* features */
    size_t target[TARGETS], n_targets;
    size_t fold[DIVISIONS];
} article;

static TN_VEC(article) articles;
static tn_arena arena;

static void check(tenor_status status, const tenor_error *error) {
    if (status == TENOR_OK) return;
    (void)fprintf(stderr, "fit_ranker: %s\n", error->message);
    exit(1);
}

/* ---- articles ---- */

/* Mean F1 of ROUGE-1 and ROUGE-2 of rows, in order of the text. */
static double rouge_of(const article *a, const size_t *rows, size_t n) {
    static tn_arena scratch;
    tenor_rouge_score scores[TENOR_ROUGES];
    tenor_error error;
    tn_buf text = TN_BUF_INIT;
    for (size_t i = 0; i < n; i++) {
        tn_put_str(&text, tn_doc_text(&a->doc, a->terms.sentence[rows[i]]->start, a->terms.sentence[rows[i]]->end));
        tn_putc(&text, '\n');
    }
    check(tn_rouge(scores, tn_buf_string(&text), a->summary, true, &scratch, &error), &error);
    tn_arena_reset(&scratch);
    tn_buf_free(&text);
    return (scores[TENOR_ROUGE_1].f1 + scores[TENOR_ROUGE_2].f1) / 2;
}

static void insert(size_t *rows, size_t n, size_t row) {
    size_t at = n;
    for (; at > 0 && rows[at - 1] > row; at--) rows[at] = rows[at - 1];
    rows[at] = row;
}

static bool is_target(const article *a, size_t row) {
    for (size_t t = 0; t < a->n_targets; t++)
        if (a->target[t] == row) return true;
    return false;
}

static void find_targets(article *a) {
    double best = 0;
    while (a->n_targets < TARGETS) {
        size_t found = a->terms.n;
        for (size_t i = 0; i < a->terms.n; i++) {
            size_t rows[TARGETS];
            if (is_target(a, i)) continue;
            memcpy(rows, a->target, sizeof rows);
            insert(rows, a->n_targets, i);
            double score = rouge_of(a, rows, a->n_targets + 1);
            if (score <= best + 1e-9) continue;
            best = score;
            found = i;
        }
        if (found == a->terms.n) return;
        insert(a->target, a->n_targets++, found);
    }
}

static tn_rank_input input_of(const article *a) {
    return (tn_rank_input){.doc = &a->doc, .terms = &a->terms, .arena = &arena};
}

static tenor_status read_article(article *a, const tenor_engine *engine, tn_stemmer *stemmer, tn_summary_reader *reader,
                                 tenor_string line, tenor_error *error) {
    static tn_known known;
    tn_doc_input text = {.known = &known};
    TN_TRY(tn_summary_read(&a->summary, reader, line, NULL, &arena, error));
    TN_TRY(tn_summary_other(&text.text, reader, "text", &arena, error));
    TN_TRY(tn_summary_other(&text.title, reader, "title", &arena, error));
    TN_TRY(tn_doc_build(&a->doc, &text, &engine->models[0], &arena, error));
    TN_TRY(tn_terms_build(&a->terms, &a->doc, stemmer, &arena, error));
    tn_rank_input input = input_of(a);
    if (a->terms.n) TN_TRY(tn_features_find(&a->value, &input, error));
    find_targets(a);
    return TENOR_OK;
}

static void read_articles(const char *path) {
    tenor_error error;
    tenor_engine *engine;
    tn_stemmer *stemmer;
    tn_summary_reader *reader;
    static tn_buf file;
    check(tn_read_file(&file, path, &error), &error);
    check(tenor_engine_open(&engine, NULL, &error), &error);
    check(tn_stemmer_new(&stemmer, engine->languages[0].stemmer, NULL, &error), &error);
    check(tn_summary_reader_new(&reader, &error), &error);
    tenor_string rest = tn_buf_string(&file), line;
    while (tn_split(&rest, '\n', &line)) {
        article *a = line.length ? TN_PUSH(&arena, &articles) : NULL;
        if (a) check(read_article(a, engine, stemmer, reader, line, &error), &error);
    }
}

/* ---- the fit ---- */

/* Which articles: all but those of a fold of a division; fold FOLDS: all. */
typedef struct part {
    size_t division, left_out;
} part;

/* The divisions: in turn, and two by shuffling. As large as each other to one article. */
static void divide(void) {
    uint64_t state = 1;
    size_t *order = TN_NEW_ARRAY(&arena, articles.count, size_t);
    for (size_t k = 0; k < articles.count; k++) order[k] = k;
    for (size_t d = 0; d < DIVISIONS; d++) {
        for (size_t k = articles.count; d > 0 && k-- > 1;) {
            size_t other = (size_t)(tn_random(&state) % (k + 1)), kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
        for (size_t k = 0; k < articles.count; k++) articles.at[order[k]].fold[d] = k % FOLDS;
    }
}

static bool is_in(const part *p, const article *a) { return a->n_targets > 0 && a->fold[p->division] != p->left_out; }

static double dot(const double *w, const double *x) {
    double sum = 0;
    for (size_t f = 0; f < TN_FEATURES; f++) sum += w[f] * x[f];
    return sum;
}

/* -log L of an article, targets sharing it equally, and its gradient added to `gradient`. */
static double loss_of(const article *a, const double *w, double *gradient) {
    double largest = -INFINITY, sum = 0, loss = 0, share = 1.0 / (double)a->n_targets;
    for (size_t i = 0; i < a->terms.n; i++) largest = fmax(largest, dot(w, a->value + i * TN_FEATURES));
    for (size_t i = 0; i < a->terms.n; i++) sum += exp(dot(w, a->value + i * TN_FEATURES) - largest);
    for (size_t i = 0; i < a->terms.n; i++) {
        const double *x = a->value + i * TN_FEATURES;
        double z = dot(w, x) - largest, wanted = is_target(a, i) ? share : 0;
        loss -= wanted * (z - log(sum));
        for (size_t f = 0; f < TN_FEATURES; f++) gradient[f] += (exp(z) / sum - wanted) * x[f];
    }
    return loss;
}

static void evaluate(const gsl_vector *w, void *payload, double *loss, gsl_vector *gradient) {
    double count = 0;
    gsl_vector_set_zero(gradient);
    *loss = 0;
    for (size_t k = 0; k < articles.count; k++) {
        if (!is_in(payload, &articles.at[k])) continue;
        *loss += loss_of(&articles.at[k], w->data, gradient->data);
        count++;
    }
    *loss /= count;
    gsl_vector_scale(gradient, 1 / count);
    for (size_t f = 0; f < TN_FEATURES; f++) {
        *loss += RIDGE * w->data[f] * w->data[f] / 2;
        gradient->data[f] += RIDGE * w->data[f];
    }
}

static double loss_alone(const gsl_vector *w, void *payload) {
    double loss, unused[TN_FEATURES];
    gsl_vector_view gradient = gsl_vector_view_array(unused, TN_FEATURES);
    evaluate(w, payload, &loss, &gradient.vector);
    return loss;
}

static void gradient_alone(const gsl_vector *w, void *payload, gsl_vector *gradient) {
    double loss;
    evaluate(w, payload, &loss, gradient);
}

static void fit(part p, double *weight) {
    gsl_multimin_function_fdf function = {loss_alone, gradient_alone, evaluate, TN_FEATURES, &p};
    gsl_vector *start = gsl_vector_calloc(TN_FEATURES);
    gsl_multimin_fdfminimizer *m = gsl_multimin_fdfminimizer_alloc(gsl_multimin_fdfminimizer_vector_bfgs2, TN_FEATURES);
    gsl_multimin_fdfminimizer_set(m, &function, start, 0.1, 0.1);
    for (int step = 0; step < STEPS && gsl_multimin_fdfminimizer_iterate(m) == 0; step++)
        if (gsl_multimin_test_gradient(gsl_multimin_fdfminimizer_gradient(m), 1e-5) == 0) break;
    memcpy(weight, gsl_multimin_fdfminimizer_x(m)->data, TN_FEATURES * sizeof *weight);
    gsl_multimin_fdfminimizer_free(m);
    gsl_vector_free(start);
}

/* ---- what it is worth ---- */

static const tenor_budget budgets[] = {TENOR_BUDGET_SENTENCES, TENOR_BUDGET_WORDS};
enum { BUDGETS = sizeof budgets / sizeof *budgets };

static double chosen_rouge(const article *a, const char *ranker, const double *scores, tenor_budget budget) {
    tn_rank_input input = input_of(a);
    tn_select_options options = {.budget = budget,
                                 .amount = budget == TENOR_BUDGET_WORDS ? 100 : 3,
                                 .diversity = 0.8,
                                 .evenness = tn_ranker_evenness(tn_ranker_find(ranker))};
    size_t *chosen = TN_NEW_ARRAY(&arena, a->terms.n, size_t), count;
    bool over;
    tenor_error error;
    check(tn_select(&input, scores, &options, chosen, &count, &over, &error), &error);
    return rouge_of(a, chosen, count);
}

/* gain[b]: what the ranker with these weights is above the first sentences. */
static void gain_of(const article *a, const double *weight, double gain[BUDGETS]) {
    tn_rank_input input = input_of(a);
    tenor_error error;
    double *scores = TN_NEW_ARRAY(&arena, a->terms.n, double), *lead = TN_NEW_ARRAY(&arena, a->terms.n, double);
    for (size_t i = 0; i < a->terms.n; i++) scores[i] = tn_features_weigh(a->value + i * TN_FEATURES, weight);
    check(tn_ranker_find("lead")->rank(&input, lead, &error), &error);
    for (size_t b = 0; b < BUDGETS; b++)
        gain[b] = 100 * (chosen_rouge(a, "learned", scores, budgets[b]) - chosen_rouge(a, "lead", lead, budgets[b]));
}

static void fit_and_scale(part p, tn_rank_model *model, double weight[TN_FEATURES]) {
    model->scale = SCALE;
    fit(p, model->weight);
    tn_rank_model_weights(weight, model);
}

/* Mean and standard error of gains[k * BUDGETS + b] over the articles. */
static void put_gains(const char *what, const double *gains) {
    double mean[BUDGETS] = {0}, squares[BUDGETS] = {0}, n = (double)articles.count;
    for (size_t k = 0; k < articles.count; k++)
        for (size_t b = 0; b < BUDGETS; b++) {
            mean[b] += gains[k * BUDGETS + b] / n;
            squares[b] += gains[k * BUDGETS + b] * gains[k * BUDGETS + b] / n;
        }
    printf("# %s:", what);
    for (size_t b = 0; b < BUDGETS; b++)
        printf("%s %+.2f (standard error %.2f) for %s", b ? "," : "", mean[b],
               sqrt((squares[b] - mean[b] * mean[b]) / n),
               budgets[b] == TENOR_BUDGET_WORDS ? "100 words" : "3 sentences");
    printf(".\n");
}

static void cross_validate(double *gains) {
    for (size_t division = 0; division < DIVISIONS; division++)
        for (size_t fold = 0; fold < FOLDS; fold++) {
            tn_rank_model model;
            double weight[TN_FEATURES];
            fit_and_scale((part){division, fold}, &model, weight);
            for (size_t k = 0; k < articles.count; k++) {
                double gain[BUDGETS];
                if (articles.at[k].fold[division] != fold || articles.at[k].terms.n == 0) continue;
                gain_of(&articles.at[k], weight, gain);
                for (size_t b = 0; b < BUDGETS; b++) gains[k * BUDGETS + b] += gain[b] / DIVISIONS;
            }
        }
}

int main(int count, char **arguments) {
    if (count < 2) {
        (void)fprintf(stderr, "usage: fit_ranker FILE.jsonl [NAME]\n");
        return 2;
    }
    tn_rank_model model;
    double weight[TN_FEATURES];
    read_articles(arguments[1]);
    divide();
    double *held_out = TN_NEW_ARRAY(&arena, articles.count * BUDGETS, double);
    double *news = TN_NEW_ARRAY(&arena, articles.count * BUDGETS, double);
    cross_validate(held_out);
    for (size_t k = 0; k < articles.count; k++)
        if (articles.at[k].terms.n) gain_of(&articles.at[k], tn_news_weights, news + k * BUDGETS);
    fit_and_scale((part){0, FOLDS}, &model, weight);
    printf(
        "# What the ranker `learned` adds to `news`: weights, one a row of src/rank/features.def, and the scale of "
        "all.\n"
        "# Fitted by bench/fit_ranker (conditional logit, ridge %g) to %zu articles with human summaries: %s.\n"
        "# Mean F1 of ROUGE-1 and -2, in hundredths, above the first sentences:\n",
        RIDGE, articles.count, count > 2 ? arguments[2] : arguments[1]);
    put_gains("on articles it was not fitted to (five folds, three times)", held_out);
    put_gains("news on the same", news);
    printf("#! kind=ranker lang=en version=1\n");
    for (size_t f = 0; f < TN_FEATURES; f++) printf("%s = %.3f\n", tn_features[f].name, model.weight[f]);
    printf("scale = %g\n", SCALE);
    return 0;
}
