/* Update summaries: what earlier articles say, pair by pair, and what that does to the choice. */
#include <criterion/criterion.h>
#include <math.h>

#include "dense.h"
#include "make_doc.h"
#include "rank/past.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(past, .fini = end);

Test(past, the_closest_sentence_of_the_past) {
    enum { ALL = 120 };
    for (size_t n = 0; n <= ALL; n += 40) {
        tn_rank_input input = make_input(&arena, make_random_doc(&arena, ALL, 90, 0, 12, 5));
        double likeness[ALL];
        cr_assert_eq(tn_past_likeness(likeness, n, input.terms, &arena, NULL), TENOR_OK);
        for (size_t i = 0; i < n; i++) {
            double closest = 0;
            for (size_t h = n; h < ALL; h++) closest = fmax(closest, plain_cosine(input.terms, i, h));
            cr_expect_float_eq(likeness[i], closest, 1e-12, "%zu of %zu", i, n);
        }
    }
}

/* A past in which "harbour" stands `times` times. */
static double likeness_by_harbour(size_t times) {
    static const char *sentences[TN_PAST_LOOKED_AT + 3];
    sentences[0] = "harbour lights";
    for (size_t i = 0; i < times; i++) sentences[1 + i] = "harbour gates";
    double likeness;
    tn_rank_input input = make_input(&arena, make_doc(&arena, sentences, 1 + times));
    cr_assert_eq(tn_past_likeness(&likeness, 1, input.terms, &arena, NULL), TENOR_OK);
    return likeness;
}

Test(past, terms_in_too_many_places_do_not_count) {
    cr_expect_gt(likeness_by_harbour(TN_PAST_LOOKED_AT), 0.05);
    cr_expect_eq(likeness_by_harbour(TN_PAST_LOOKED_AT + 1), 0);
}

Test(past, counts_against_a_sentence) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "a1 a2 a3 a4", "b1 b2 b3 b4", "c1 c2 c3 c4"));
    const double scores[] = {3, 2, 1}, past[] = {0.69, 0, 0.71};
    size_t chosen[3], n_chosen, pick[3] = {0};
    double closest[3] = {0}, length_cost[3] = {0}, worth[3] = {0};
    bool over;
    tn_pass_reason left_out[3] = {0};
    tn_account account = {pick, closest, length_cost, worth, left_out};
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 1, 0.8, .past = past, .account = &account};
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect(n_chosen == 1 && chosen[0] == 1, "3 - 2 · 0.8 · 0.69 is less than 2");
    cr_expect_float_eq(worth[0], 3 - 1.104, 1e-12);
    cr_expect_eq(closest[0], 0, "to those chosen");
    cr_expect_eq(left_out[0], TN_LOWER);
    cr_expect_eq(left_out[2], TN_SAID);
    options.diversity = 0;
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_eq(chosen[0], 0);
    options.amount = 3;
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_eq(n_chosen, 3, "what is known comes last, but comes");
}

/* What it points to was said before, and is not there. */
Test(past, a_sentence_that_points_back_is_lost) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "a1 a2 a3 a4", "~b1 b2 b3 b4", "c1 c2 c3 c4"));
    double scores[] = {1, 1.35, 1}, past[] = {0.8, 0, 0};
    size_t chosen[3], n_chosen;
    bool over;
    tn_select_options options = {TENOR_BUDGET_SENTENCES, 1, 0.8, .past = past};
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_eq(chosen[0], 2);
    scores[1] = 1.45;
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_eq(chosen[0], 1);
    past[0] = 0;
    scores[0] = 2;
    scores[1] = 1.35;
    options.amount = 2;
    cr_assert_eq(tn_select(&input, scores, &options, chosen, &n_chosen, &over, NULL), TENOR_OK);
    cr_expect_eq(chosen[1], 1, "with the sentence before it, it is not");
}
