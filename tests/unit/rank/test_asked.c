/* What users may ask of a summary: words that must be in it, lengths, coherence, a focus, parameters of rankers. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "dense.h"
#include "make_doc.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(asked, .fini = end);

#define SCORES(...) ((const double[]){__VA_ARGS__})

/* The rows chosen, as "0 2 5", with a ! when over the budget. */
static const char *choice(const tn_rank_input *input, const double *scores, const tn_select_options *options) {
    static char text[256];
    size_t chosen[64], n_chosen, length = 0;
    bool over;
    cr_assert_eq(tn_select(input, scores, options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    text[0] = '\0';
    for (size_t c = 0; c < n_chosen; c++)
        length += (size_t)snprintf(text + length, 16, "%s%zu", c ? " " : "", chosen[c]);
    if (over) (void)snprintf(text + length, 16, "!");
    return text;
}

static tn_query find(const tn_rank_input *input, const char *words) {
    tn_query query;
    tn_query_text text = {.doc = input->doc, .terms = input->terms};
    cr_assert_eq(tn_query_find(&query, tn_str(words), &text, &arena, NULL), TENOR_OK);
    return query;
}

Test(asked, words_that_must_be_there) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "the talks of failed again", "grain ships sail",
                                                      "army shells town", "grain exports fall"));
    const double *scores = SCORES(9, 1, 8, 2);
    tn_query must[] = {find(&input, "the GRAIN"), find(&input, "ships")};
    bool missing[2] = {false, false};
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 2, 0.8, .must = must, .n_must = 1, .must_missing = missing};
    cr_expect_str_eq(choice(&input, scores, &options), "0 3");
    cr_expect_not(missing[0]);
    options.n_must = 2;
    cr_expect_str_eq(choice(&input, scores, &options), "1 3");
    cr_expect(!missing[0] && !missing[1]);
    must[0] = find(&input, "ships grain");
    options.n_must = 1;
    cr_expect_str_eq(choice(&input, scores, &options), "0 1", "all words in one sentence");
    cr_expect_not(missing[0]);
    must[0] = find(&input, "grain tanks");
    options.n_must = 2;
    cr_expect_str_eq(choice(&input, scores, &options), "0 1", "no sentence has both");
    cr_expect(missing[0] && !missing[1]);
    must[0] = find(&input, "of the");
    options.n_must = 1;
    cr_expect_str_eq(choice(&input, scores, &options), "0 2", "nothing but stop words: the first has both");
    cr_expect_not(missing[0]);
    must[0] = find(&input, "was the");
    cr_expect_str_eq(choice(&input, scores, &options), "0 2");
    cr_expect(missing[0]);
    missing[0] = false;
    must[0] = find(&input, "grain");
    options.budget = TENOR_BUDGET_WORDS;
    options.amount = 2;
    cr_expect_str_eq(choice(&input, scores, &options), "2!", "none fits: the shortest of the best, as ever");
    cr_expect(missing[0]);
}

/* "IT" is a name where "it" is a stop word. */
Test(asked, names_that_look_like_stop_words) {
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "it failed again", "IT workers strike", "the grain of IT", "HE left"));
    const double *scores = SCORES(9, 8, 1, 2);
    bool missing = false;
    tn_query must = find(&input, "IT");
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 1, 0.8, .must = &must, .n_must = 1, .must_missing = &missing};
    cr_expect_str_eq(choice(&input, scores, &options), "1");
    must = find(&input, "grain IT");
    cr_expect_str_eq(choice(&input, scores, &options), "2");
    must = find(&input, "grain HE");
    cr_expect_str_eq(choice(&input, scores, &options), "0");
    cr_expect(missing, "no sentence has both");
    missing = false;
    must = find(&input, "THE GRAIN");
    cr_expect_str_eq(choice(&input, scores, &options), "2", "all in capitals: THE is no name");
    must = find(&input, "it the grain");
    cr_expect_str_eq(choice(&input, scores, &options), "2", "stop words beside others are not looked for");
    cr_expect_not(missing);
}

Test(asked, lengths_of_sentences) {
    tn_rank_input input = make_input(
        &arena, MAKE_DOC(&arena, "a1 a2 a3 a4", "b1 b2 b3 b4 b5", "c1 c2 c3 c4 c5 c6", "d1 d2 d3 d4 d5 d6 d7"));
    const double *scores = SCORES(9, 1, 2, 8);
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 3, 0.8, .min_words = 5};
    cr_expect_str_eq(choice(&input, scores, &options), "1 2 3");
    options.max_words = 6;
    bool missing = false;
    options.length_missing = &missing;
    cr_expect_str_eq(choice(&input, scores, &options), "1 2");
    cr_expect_not(missing);
    options.min_words = 50;
    options.max_words = 0;
    cr_expect_str_eq(choice(&input, scores, &options), "0", "there is always one");
    cr_expect(missing);
}

Test(asked, coherence) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "b1 b2 b3", "c1 c2 c3", "~d1 d2 d3", "~e1 e2 e3",
                                                      "f1 f2 f3", "+~g1 g2 g3", "h1 h2 h3"));
    const double *scores = SCORES(1, 2, 3, 9, 5, 4, 1);
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 3, 0.8, .coherent = true};
    cr_expect_str_eq(choice(&input, scores, &options), "1 2 3", "3 points back to 2, and 2 to 1");
    options.amount = 2;
    cr_expect_str_eq(choice(&input, scores, &options), "4 5", "three do not fit; 5 begins an article and stands alone");
    options.coherent = false;
    cr_expect_str_eq(choice(&input, scores, &options), "3 4");
    options.coherent = true;
    options.amount = 4;
    cr_expect_str_eq(choice(&input, scores, &options), "1 2 3 4");
}

Test(asked, an_account_of_the_choice) {
    enum { N = 9 };
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "a1 a2 a3 a4 a5 a6 a7 a8", "b1 b2 b3 b4", "b1 b2 b3 b4", "~d1 d2 d3 d4",
                                    "e1 e2", "b4 b3 b2 b1", "g1 g2 g3 g4", "h1 h2 h3", "b1 b2 k1 k2"));
    const double *scores = SCORES(9, 8, 7, 1, 6, 5, 3, 2, 4);
    size_t pick[N] = {0};
    double closest[N] = {0}, length_cost[N] = {0}, worth[N] = {0};
    tn_pass_reason left_out[N] = {0};
    tn_account account = {pick, closest, length_cost, worth, left_out};
    tn_select_options options = {TENOR_BUDGET_WORDS, 9, 0.8, .min_words = 0, .account = &account};
    cr_expect_str_eq(choice(&input, scores, &options), "0");
    cr_expect(pick[0] == 1 && worth[0] == 9 && left_out[0] == TN_TAKEN);
    cr_expect_eq(left_out[1], TN_LOWER, "no room, but nothing else was taken in its place");

    memset(pick, 0, sizeof pick);
    memset(left_out, 0, sizeof left_out);
    options.amount = 7;
    options.diversity = 0.5;
    cr_expect_str_eq(choice(&input, scores, &options), "1 7");
    static const size_t picks[N] = {0, 1, 0, 0, 0, 0, 0, 2, 0};
    cr_expect_arr_eq(pick, picks, sizeof pick);
    cr_expect_eq(left_out[0], TN_TOO_LONG);
    cr_expect_eq(left_out[2], TN_SAME_WORDS);
    cr_expect_eq(left_out[3], TN_LOWER);
    cr_expect_eq(left_out[4], TN_FEW_WORDS);
    cr_expect_eq(left_out[5], TN_NEAR_COPY);
    cr_expect_eq(left_out[6], TN_TOO_LONG);
    cr_expect_eq(left_out[8], TN_TOO_LONG);
    cr_expect_float_eq(worth[3], 1 - 0.02, 1e-12, "points back");
    cr_expect(closest[8] > 0.2 && closest[8] < 0.8);
    cr_expect_float_eq(worth[8], 4 - 0.5 * closest[8], 1e-12);
    options.max_words = 3;
    (void)choice(&input, scores, &options);
    cr_expect_eq(left_out[0], TN_LENGTH);
}

/* ----------------------------------------------------------------- rankers */

static double *rank_all(const char *name, const tn_rank_input *input) {
    double *scores = TN_NEW_ARRAY(&arena, input->terms->n, double);
    cr_assert_eq(tn_rank(tn_ranker_find(name), input, scores, NULL), TENOR_OK);
    return scores;
}

/* PageRank by the definition, at a damping and from a restart. */
static double *plain_pagerank(gsl_matrix *w, double damping, const double *restart) {
    size_t n = w->size1;
    double *p = TN_NEW_ARRAY(&arena, n, double), *next = TN_NEW_ARRAY(&arena, n, double), largest = 0;
    for (size_t i = 0; i < n; i++) p[i] = restart[i];
    for (int step = 0; step < 3000; step++) {
        for (size_t i = 0; i < n; i++) next[i] = (1 - damping) * restart[i];
        for (size_t j = 0; j < n; j++) {
            double sum = 0;
            for (size_t k = 0; k < n; k++) sum += gsl_matrix_get(w, j, k);
            for (size_t i = 0; i < n && sum > 0; i++) next[i] += damping * p[j] * gsl_matrix_get(w, j, i) / sum;
        }
        memcpy(p, next, n * sizeof *p);
    }
    for (size_t i = 0; i < n; i++) largest = fmax(largest, p[i]);
    for (size_t i = 0; i < n; i++) p[i] /= largest;
    gsl_matrix_free(w);
    return p;
}

Test(asked, damping_and_focus_are_those_of_pagerank) {
    tn_rank_input input = make_input(&arena, make_article(&arena));
    size_t n = input.terms->n;
    double *restart = TN_NEW_ARRAY(&arena, n, double), *focus = TN_NEW_ARRAY(&arena, n, double);
    for (size_t i = 0; i < n; i++) restart[i] = 1.0 / (double)n;
    input.damping = 0.5;
    double difference = relative_difference(rank_all("lexrank", &input),
                                            plain_pagerank(dense_cosine(input.terms, false), .5, restart), n);
    cr_expect_lt(difference, 1e-7, "%g", difference);
    for (size_t i = 0; i < n; i++) restart[i] = (i == 4 ? .25 : i == 9 ? .75 : 0);
    focus[4] = 1;
    focus[9] = 3;
    input.focus = focus;
    input.damping = 0;
    difference =
        relative_difference(rank_all("textrank", &input), plain_pagerank(dense_overlap(input.terms), .85, restart), n);
    cr_expect_lt(difference, 1e-7, "%g", difference);
}

Test(asked, focus_raises_other_scores) {
    tn_rank_input input = make_input(&arena, make_article(&arena));
    double *focus = TN_NEW_ARRAY(&arena, input.terms->n, double), *before = rank_all("degree", &input);
    focus[7] = 2;
    focus[8] = 1;
    input.focus = focus;
    double *after = rank_all("degree", &input);
    cr_expect_float_eq(after[7], before[7] + 1, 1e-12);
    cr_expect_float_eq(after[8], before[8] + .5, 1e-12);
    cr_expect_eq(after[0], before[0]);
}

Test(asked, threshold_is_lexrank_of_section_3_2) {
    tn_rank_input input = make_input(&arena, make_article(&arena));
    size_t n = input.terms->n;
    gsl_matrix *edges = dense_cosine(input.terms, false);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) gsl_matrix_set(edges, i, j, gsl_matrix_get(edges, i, j) >= .1 ? 1 : 0);
    input.threshold = .1;
    double difference = relative_difference(rank_all("lexrank", &input), dense_pagerank(edges, &arena), n);
    cr_expect_lt(difference, 1e-12, "%g", difference);
}

Test(asked, seed) {
    tn_rank_input input = make_input(&arena, make_article(&arena));
    double *first = rank_all("random", &input);
    input.seed = 1;
    cr_expect_arr_eq(first, rank_all("random", &input), input.terms->n * sizeof *first, "1 is the default");
    input.seed = 2;
    cr_expect_neq(relative_difference(first, rank_all("random", &input), input.terms->n), 0);
}

Test(asked, edmundson_by_hand) {
    /* Blocks are one here, so all sentences are of the first and the last paragraph: location 2 for the ends, else 1.
     */
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "#peace talks", "talks failed badly",
                                                      "peace talks resume", "impossible plan", "peace talks end"));
    /* counts: talks 3, peace 2: key 3, 5, 0, 5; title 1, 2, 0, 2; location 2, 1, 1, 2 */
    double *scores = rank_all("edmundson", &input);
    cr_expect_float_eq(scores[0], 3 / 5. + 1 / 2. + 1, 1e-12, "%g", scores[0]);
    cr_expect_float_eq(scores[1], 1 + 1 + 1 / 2., 1e-12, "%g", scores[1]);
    cr_expect_float_eq(scores[2], 1 / 2., 1e-12, "%g", scores[2]);
    signed char *cue = TN_NEW_ARRAY(&arena, input.doc->n_terms + 1, signed char);
    cue[tn_doc_find_term(input.doc, TN_STR("impossible"))] = -1;
    cue[tn_doc_find_term(input.doc, TN_STR("resume"))] = 1;
    input.cue = cue;
    scores = rank_all("edmundson", &input);
    cr_expect_float_eq(scores[1], 1 + 1 + 1 / 2. + 1, 1e-12);
    cr_expect_float_eq(scores[2], 1 / 2. - 1, 1e-12);
    const double weights[] = {2, 0, 1, 4};
    input.weights = weights;
    scores = rank_all("edmundson", &input);
    cr_expect_float_eq(scores[1], 2 + 1 + 4 / 2., 1e-12);
    cr_expect_float_eq(scores[2], 4 / 2. - 2, 1e-12);
}
