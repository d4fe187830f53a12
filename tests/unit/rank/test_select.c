#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "base/alloc.h"
#include "make_doc.h"
#include "naive_select.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(select, .fini = end);

static size_t chosen[4096], n_chosen;
static bool over;

static void choose(const tn_rank_input *input, const double *scores, tenor_budget budget, double amount) {
    tn_select_options options = {.budget = budget, .amount = amount, .diversity = 0.8};
    cr_assert_eq(tn_select(input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
}

/* The rows chosen, as "0 2 5", with a ! when over the budget. */
static const char *choice(const tn_doc *doc, const double *scores, tenor_budget budget, double amount) {
    static char text[256];
    tn_rank_input input = make_input(&arena, doc);
    choose(&input, scores, budget, amount);
    size_t length = 0;
    text[0] = '\0';
    for (size_t c = 0; c < n_chosen && length < 240; c++)
        length += (size_t)snprintf(text + length, 16, "%s%zu", c ? " " : "", chosen[c]);
    if (over) snprintf(text + length, 16, "!");
    return text;
}

#define SCORES(...) ((const double[]){__VA_ARGS__})

/* Six sentences of 3, 4, 5, 6, 3 and 4 words with nothing in common. */
static const tn_doc *six(void) {
    return MAKE_DOC(&arena, "b1 b2 b3", "c1 c2 c3 c4", "d1 d2 d3 d4 d5", "e1 e2 e3 e4 e5 e6", "f1 f2 f3",
                    "g1 g2 g3 g4");
}

Test(select, sentences) {
    const double *scores = SCORES(1, 6, 2, 5, 3, 4);
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_SENTENCES, 1), "1");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_SENTENCES, 3), "1 3 5", "in order of the text");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_SENTENCES, 6), "0 1 2 3 4 5");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_SENTENCES, 1e300), "0 1 2 3 4 5");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_SENTENCES, 0.5), "1", "at least one");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_SENTENCES, 2.9), "1 3");
}

Test(select, lengths_are_evened_out) {
    /* Words 3 4 5 6 3 4, 25 together. Three sentences may have 1.05 · 3 = 3.15 mean sentences, 13.125 words, of which
     * half a mean each is kept for those to come. */
    const double *scores = SCORES(1, 1.6, 2, 3, 1.5, 0);
    size_t pick[6] = {0};
    double closest[6] = {0}, length_cost[6] = {0}, worth[6] = {0};
    tn_pass_reason left_out[6] = {0};
    tn_account account = {pick, closest, length_cost, worth, left_out};
    tn_rank_input input = make_input(&arena, six());
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 3, .account = &account};
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_arr_eq(chosen, ((size_t[]){1, 2, 3}), 3 * sizeof *chosen, "15 words when nothing is asked for");
    options.evenness = 0.5;
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_arr_eq(chosen, ((size_t[]){2, 3, 4}), 3 * sizeof *chosen, "6, 5, then 3 rather than 4");
    double mean = 25.0 / 6;
    cr_expect_float_eq(length_cost[3], 0, 1e-15, "the longest, but first");
    cr_expect_float_eq(length_cost[2], .5 * fmax(0, 11 / mean + .5 - 3.15), 1e-12);
    cr_expect_float_eq(length_cost[1], .5 * (15 / mean - 3.15), 1e-12);
    cr_expect_float_eq(length_cost[4], .5 * (14 / mean - 3.15), 1e-12);
    cr_expect_float_eq(worth[2], 2 - length_cost[2], 1e-12, "taken");
    cr_expect_float_eq(worth[1], 1.6 - length_cost[1], 1e-12, "and not");
    options.budget = TENOR_BUDGET_WORDS;
    options.amount = 15;
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_arr_eq(chosen, ((size_t[]){1, 2, 3}), 3 * sizeof *chosen, "a budget of words needs no such thing");
}

Test(select, one_alone_may_be_longer_than_the_mean) {
    /* Words 3 4 5 6 3 4, 25 together: 1.3 means are 5.42 words, what is over costs twice. */
    tn_rank_input input = make_input(&arena, six());
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 1, .evenness = 0.5};
    double cost = 2 * .5 * (6 / (25.0 / 6) - 1.3);
    cr_assert_eq(tn_select(&input, SCORES(0, 0, 1, 1.01 + cost, 0, 0), &options, chosen, &n_chosen, &over, NULL),
                 TENOR_OK);
    cr_expect_eq(chosen[0], 3);
    cr_assert_eq(tn_select(&input, SCORES(0, 0, 1, .99 + cost, 0, 0), &options, chosen, &n_chosen, &over, NULL),
                 TENOR_OK);
    cr_expect_eq(chosen[0], 2, "over the mean, but free");
}

Test(select, ties_go_to_the_earlier) {
    cr_expect_str_eq(choice(six(), SCORES(1, 1, 1, 1, 1, 1), TENOR_BUDGET_SENTENCES, 3), "0 1 2");
}

Test(select, percent_is_rounded_up) {
    const double *scores = SCORES(1, 6, 2, 5, 3, 4);
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_PERCENT, 1), "1");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_PERCENT, 50), "1 3 5");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_PERCENT, 51), "1 3 4 5");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_PERCENT, 100), "0 1 2 3 4 5");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_PERCENT, 1000), "0 1 2 3 4 5");
    tn_rank_input input = make_input(&arena, make_random_doc(&arena, 100, 5000, 8, 12, 1));
    choose(&input, rank_by("lead", &input), TENOR_BUDGET_PERCENT, 7);
    cr_expect_eq(n_chosen, 7, "0.07 · 100 is a little over 7 in binary");
}

Test(select, words) {
    const double *scores = SCORES(1, 6, 2, 5, 3, 4); /* words 3 4 5 6 3 4 */
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_WORDS, 10), "1 3");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_WORDS, 9), "1 5",
                     "3 does not fit, 5 does, 4 would be one over");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_WORDS, 7), "1 4");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_WORDS, 3), "4");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_WORDS, 25), "0 1 2 3 4 5");
}

Test(select, characters) {
    const double *scores = SCORES(1, 6, 2, 5, 3, 4); /* characters 8 11 14 17 8 11 */
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_CHARS, 29), "1 3", "11 + 1 + 17");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_CHARS, 28), "1 5");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_CHARS, 8), "4");
    const tn_doc *wide = MAKE_DOC(&arena,
                                  "\xC3\xA4\xC3\xA4 b \n  \n \xE2\x82\xAC"
                                  "d"); /* "ää b €d" */
    cr_expect_str_eq(choice(wide, SCORES(1), TENOR_BUDGET_CHARS, 7), "0", "code points, a run of white space is one");
    cr_expect_str_eq(choice(wide, SCORES(1), TENOR_BUDGET_CHARS, 6), "0!");
}

Test(select, when_nothing_fits_the_shortest_of_the_five_best) {
    const double *scores = SCORES(1, 6, 2, 5, 3, 4);
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_WORDS, 2), "4!",
                     "3 words; 0 has 3, too, but is the sixth best");
    cr_expect_str_eq(choice(six(), scores, TENOR_BUDGET_WORDS, 0.5), "4!");
    cr_expect_str_eq(choice(six(), SCORES(6, 5, 4, 3, 2, 1), TENOR_BUDGET_CHARS, 7), "0!", "as short and better");
}

Test(select, the_same_words_once) {
    const tn_doc *doc = MAKE_DOC(&arena, "Talks have failed again.", "talks have failed again",
                                 "Talks have failed AGAIN!", "It is not.", "it is not", "navy drills begin today");
    cr_expect_str_eq(choice(doc, SCORES(9, 9, 9, 5, 5, 1), TENOR_BUDGET_SENTENCES, 6), "0 3 5");
    cr_expect_str_eq(choice(doc, SCORES(1, 9, 9, 5, 6, 1), TENOR_BUDGET_SENTENCES, 6), "1 4 5");
}

Test(select, near_identical_only_when_nothing_else_is_left) {
    /* 0 and 2 differ in stop words alone. */
    const tn_doc *doc =
        MAKE_DOC(&arena, "talks of peace failed", "navy drills begin today", "the talks of a peace failed");
    cr_expect_str_eq(choice(doc, SCORES(9, -5, 8), TENOR_BUDGET_SENTENCES, 2), "0 1");
    cr_expect_str_eq(choice(doc, SCORES(9, -5, 8), TENOR_BUDGET_SENTENCES, 3), "0 1 2");
    cr_expect_str_eq(choice(doc, SCORES(9, -5, 8), TENOR_BUDGET_WORDS, 8), "0 1");
}

Test(select, likeness_counts_against) {
    const tn_doc *doc =
        MAKE_DOC(&arena, "talks peace failed monday", "talks peace resume friday", "navy drills begin today");
    cr_expect_str_eq(choice(doc, SCORES(1, .9, .8), TENOR_BUDGET_SENTENCES, 2), "0 2");
    tn_rank_input input = make_input(&arena, doc);
    tn_select_options options = {.budget = TENOR_BUDGET_SENTENCES, .amount = 2, .diversity = 0.0};
    cr_assert_eq(tn_select(&input, SCORES(1, .9, .8), &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_eq(chosen[1], 1, "no diversity asked for");
}

Test(select, short_sentences_last) {
    const tn_doc *doc = MAKE_DOC(&arena, "Yes.", "navy drills begin today", "Talks failed.", "...");
    cr_expect_str_eq(choice(doc, SCORES(9, 1, 8, 10), TENOR_BUDGET_SENTENCES, 1), "1");
    cr_expect_str_eq(choice(doc, SCORES(9, 1, 8, 10), TENOR_BUDGET_SENTENCES, 2), "0 1");
    cr_expect_str_eq(choice(doc, SCORES(9, 1, 8, 10), TENOR_BUDGET_SENTENCES, 9), "0 1 2",
                     "and never one without words");
    cr_expect_str_eq(choice(doc, SCORES(9, 1, 8, 10), TENOR_BUDGET_WORDS, 3), "0", "nothing else fits");
    cr_expect_str_eq(choice(MAKE_DOC(&arena, "...", "!"), SCORES(1, 2), TENOR_BUDGET_SENTENCES, 3), "1", "but some");
}

Test(select, a_fragment_does_not_fill_the_rest_of_a_budget) {
    const tn_doc *doc = MAKE_DOC(&arena, "navy drills begin today", "Yes.", "talks of peace failed");
    cr_expect_str_eq(choice(doc, SCORES(2, 9, 1), TENOR_BUDGET_WORDS, 5), "0", "2 is left, only it does not fit");
    cr_expect_str_eq(choice(doc, SCORES(2, 9, 1), TENOR_BUDGET_WORDS, 9), "0 1 2");
}

Test(select, dangling_openings_cost_a_little) {
    const tn_doc *doc = MAKE_DOC(&arena, "~navy drills begin today", "talks peace failed monday");
    cr_expect_str_eq(choice(doc, SCORES(.51, .5), TENOR_BUDGET_SENTENCES, 1), "1");
    cr_expect_str_eq(choice(doc, SCORES(.53, .5), TENOR_BUDGET_SENTENCES, 1), "0");
}

Test(select, lead_is_lead) {
    tn_rank_input input = make_input(&arena, make_random_doc(&arena, 60, 60, 5, 25, 3));
    for (size_t n = 1; n <= 10; n++) {
        choose(&input, rank_by("lead", &input), TENOR_BUDGET_SENTENCES, (double)n);
        cr_assert_eq(n_chosen, n);
        cr_assert_eq(chosen[n - 1], n - 1, "likeness and dangling openings do not reorder it");
    }
}

Test(select, no_sentence) {
    tn_rank_input input = make_input(&arena, make_doc(&arena, NULL, 0));
    n_chosen = 7;
    over = true;
    choose(&input, NULL, TENOR_BUDGET_SENTENCES, 3);
    cr_expect_eq(n_chosen, 0);
    cr_expect_not(over);
}

/* ------------------------------------------------- against the definition */

static double evenness;

static void compare_with_naive(const tn_rank_input *input, const double *scores, tenor_budget budget, double amount,
                               double diversity) {
    static size_t expected[4096];
    size_t n_expected;
    bool over_expected;
    tn_select_options options = {.budget = budget, .amount = amount, .diversity = diversity, .evenness = evenness};
    cr_assert_eq(tn_select(input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    naive_select(input, scores, &options, 512, expected, &n_expected, &over_expected);
    cr_assert_eq(n_chosen, n_expected, "budget %d of %g: %zu, not %zu", (int)budget, amount, n_chosen, n_expected);
    cr_assert_arr_eq(chosen, expected, n_chosen * sizeof *chosen, "budget %d of %g, %zu sentences: %zu not %zu",
                     (int)budget, amount, input->terms->n, chosen[0], expected[0]);
    cr_assert_eq(over, over_expected);
    if (!over && budget != TENOR_BUDGET_PERCENT)
        cr_assert_leq((double)cost_of_choice(input, budget, chosen, n_chosen), amount);
}

static void compare_budgets(const tn_rank_input *input, const double *scores, double diversity) {
    static const double sentences[] = {1, 2, 3, 10, 25, 1000}, percent[] = {1, 5, 33.3, 100},
                        words[] = {1, 2, 5, 20, 50, 100, 400}, chars[] = {1, 10, 80, 300, 1000};
    for (size_t i = 0; i < 6; i++) compare_with_naive(input, scores, TENOR_BUDGET_SENTENCES, sentences[i], diversity);
    for (size_t i = 0; i < 4; i++) compare_with_naive(input, scores, TENOR_BUDGET_PERCENT, percent[i], diversity);
    for (size_t i = 0; i < 7; i++) compare_with_naive(input, scores, TENOR_BUDGET_WORDS, words[i], diversity);
    for (size_t i = 0; i < 5; i++) compare_with_naive(input, scores, TENOR_BUDGET_CHARS, chars[i], diversity);
}

/* Scores of few values, so that ties are many. */
static const double *coarse_scores(size_t n, uint64_t seed) {
    double *scores = TN_NEW_ARRAY(&arena, n, double);
    uint64_t state = seed;
    for (size_t i = 0; i < n; i++) scores[i] = (double)(int)(random_number(&state) * 5) / 4;
    return scores;
}

Test(select, equals_the_definition) {
    for (uint64_t seed = 0; seed < 12; seed++) {
        evenness = seed % 2 ? 0.4 : 0;
        size_t n = 3 + 7 * (size_t)seed;
        tn_rank_input input =
            make_input(&arena, make_random_doc(&arena, n, seed % 3 ? 60 : 8, 0, seed % 2 ? 20 : 5, seed));
        compare_budgets(&input, rank_by("news", &input), 0.8);
        compare_budgets(&input, rank_by("textrank", &input), 0.3);
        compare_budgets(&input, coarse_scores(n, seed), 0.8);
        tn_arena_reset(&arena);
    }
    tn_rank_input input = make_input(&arena, make_article(&arena));
    compare_budgets(&input, rank_by("news", &input), 0.8);
}

Test(select, equals_the_definition_after_the_cap) {
    evenness = 0.4;
    tn_rank_input input = make_input(&arena, make_random_doc(&arena, 700, 300, 0, 8, 5));
    compare_with_naive(&input, coarse_scores(700, 1), TENOR_BUDGET_SENTENCES, 560, 0.8);
    compare_with_naive(&input, rank_by("lexrank", &input), TENOR_BUDGET_PERCENT, 100, 0.8);
    compare_with_naive(&input, rank_by("lexrank", &input), TENOR_BUDGET_WORDS, 2800, 0.8);
}

Test(select, beyond_the_text_all_distinct_sentences) {
    const tn_doc *doc = make_random_doc(&arena, 3000, 400, 1, 4, 9);
    tn_rank_input input = make_input(&arena, doc);
    choose(&input, rank_by("lexrank", &input), TENOR_BUDGET_SENTENCES, 1e6);
    tn_strtab texts;
    cr_assert(tn_strtab_init(&texts, &arena, 3000, 0));
    for (size_t s = 0; s < doc->n_sentences; s++) {
        tenor_string text = tn_doc_text(doc, doc->sentences[s].start, doc->sentences[s].end);
        tn_strtab_add(&texts, text, false);
    }
    cr_expect_eq(n_chosen, texts.count);
}

/* ----------------------------------------------------------- out of memory */

Test(select, every_allocation_may_fail) {
    const tn_doc *doc = make_random_doc(&arena, 600, 300, 0, 8, 5);
    for (size_t fail = 1;; fail++) {
        tn_arena scratch = TN_ARENA_INIT;
        tn_terms terms;
        tn_rank_input input = {.doc = doc, .terms = &terms, .arena = &scratch, .model = &test_model};
        tn_select_options options = {.budget = TENOR_BUDGET_PERCENT, .amount = 95, .diversity = 0.8};
        double scores[600];
        tenor_error error = {0};
        (void)tn_alloc_fail_at(fail);
        tenor_status status = tn_terms_build(&terms, doc, NULL, &scratch, &error);
        for (size_t r = 0; status == TENOR_OK && r < tn_ranker_count; r++)
            status = tn_rankers[r].rank(&input, scores, &error);
        if (status == TENOR_OK) status = tn_select(&input, scores, &options, chosen, &n_chosen, &over, &error);
        size_t requests = tn_alloc_fail_at(0);
        tn_arena_free(&scratch);
        if (requests < fail) {
            cr_expect_eq(status, TENOR_OK);
            cr_expect_gt(fail, 5);
            return;
        }
        cr_assert_eq(status, TENOR_E_MEMORY, "request %zu", fail);
        cr_assert_eq(error.status, TENOR_E_MEMORY);
    }
}
