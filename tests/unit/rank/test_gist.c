/* A topic's own sentence: the best under the focus, that can stand alone. */
#include <criterion/criterion.h>

#include "make_doc.h"
#include "rank/gist.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(gist, .fini = end);

static size_t find(const tn_gist_finder *of, const tn_focus_row *rows, size_t n) {
    size_t row;
    tn_gist_finder finder = *of;
    cr_assert_eq(tn_gist_init(&finder, &arena, NULL), TENOR_OK);
    cr_assert_eq(tn_gist_find(&finder, rows, n, &row, NULL), TENOR_OK);
    return row;
}

#define FIND(finder, ...)                               \
    find((finder), (const tn_focus_row[]){__VA_ARGS__}, \
         sizeof((const tn_focus_row[]){__VA_ARGS__}) / sizeof(tn_focus_row))

Test(gist, by_hand) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "a1 a2 a3 a4", "b1 b2 b3", "~c1 c2 c3 c4", "d1 d2 d3 d4",
                                                      "e1 e2", "f1 f2 f3 f4 f5 f6"));
    const double scores[] = {1, .2, .9, .3, .8, .6};
    tn_gist_finder finder = {.ranker = tn_ranker_find("degree"), .input = &input, .scores = scores};
    cr_expect_eq(find(&finder, NULL, 0), TN_NO_ROW);
    cr_expect_eq(FIND(&finder, {1, 1}), 1, "the only one, whatever its score");
    cr_expect_eq(FIND(&finder, {1, 1}, {5, .5}), 1, ".2 + 1 is more than .6 + .5");
    cr_expect_eq(FIND(&finder, {1, .1}, {5, .05}), 1, "focus counts by its largest");
    cr_expect_eq(FIND(&finder, {1, .5}, {5, .2}), 1, ".2 + 1 is more than .6 + .4");
    cr_expect_eq(FIND(&finder, {2, 1}, {5, 1}), 2, ".9 - .25 is more than .6");
    cr_expect_eq(FIND(&finder, {0, .5}, {2, .5}), 0);
    cr_expect_eq(FIND(&finder, {2, 1}, {5, .75}), 2,
                 "a sentence that points back but names it, before one that does not");
    cr_expect_eq(FIND(&finder, {3, 1}, {4, 1}), 3, "two words are the last resort");
    cr_expect_eq(FIND(&finder, {4, 1}), 4);
    cr_expect_eq(FIND(&finder, {0, 1}, {3, 1}), 0);
    finder.min_words = 5;
    cr_expect_eq(FIND(&finder, {0, 1}, {5, .1}), 5, "lengths asked for");
    cr_expect_eq(FIND(&finder, {0, 1}, {3, 1}), 0, "none has it: the best");
}

Test(gist, scores_below_zero) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "a1 a2 a3 a4", "b1 b2 b3 b4", "c1 c2 c3 c4"));
    const double scores[] = {-9, -1, -.5};
    tn_gist_finder finder = {.ranker = tn_ranker_find("news"), .input = &input, .scores = scores};
    cr_expect_eq(FIND(&finder, {0, 1}), 0);
    cr_expect_eq(FIND(&finder, {0, 1}, {1, .5}), 1);
    cr_expect_eq(FIND(&finder, {0, 1}, {1, 1}, {2, 1}), 2);
}

/* For each ranker: of the rows in the focus, the one with the largest score of tn_rank under it, when none dangles. */
Test(gist, is_what_a_focus_gives) {
    tn_rank_input input = make_input(&arena, make_article(&arena));
    size_t n = input.terms->n;
    double *focus = TN_NEW_ARRAY(&arena, n, double), *scores = TN_NEW_ARRAY(&arena, n, double);
    double *focused = TN_NEW_ARRAY(&arena, n, double);
    tn_focus_row rows[64];
    size_t n_rows = 0;
    for (size_t i = 3; i < n && n_rows < 64; i += 3) {
        const tn_sentence *sentence = input.terms->sentence[i];
        if (sentence->dangling || sentence->last - sentence->first < 3) continue;
        focus[i] = i % 2 ? 1 : .5;
        rows[n_rows++] = (tn_focus_row){i, focus[i]};
    }
    cr_assert_gt(n_rows, 4);
    for (size_t r = 0; r < tn_ranker_count; r++) {
        input.focus = NULL;
        cr_assert_eq(tn_rank(&tn_rankers[r], &input, scores, NULL), TENOR_OK);
        tn_gist_finder finder = {.ranker = &tn_rankers[r], .input = &input, .scores = scores};
        size_t row = find(&finder, rows, n_rows), best = rows[0].row;
        tn_rank_input biased = input;
        biased.focus = focus;
        cr_assert_eq(tn_rank(&tn_rankers[r], &biased, focused, NULL), TENOR_OK);
        for (size_t i = 0; i < n_rows; i++)
            if (focused[rows[i].row] > focused[best]) best = rows[i].row;
        cr_expect_eq(row, best, "%s: %zu, not %zu", tn_rankers[r].name, row, best);
    }
}

Test(gist, one_finder_for_many_topics) {
    tn_rank_input input = make_input(&arena, make_article(&arena));
    double *scores = rank_by("lexrank", &input);
    tn_gist_finder finder = {.ranker = tn_ranker_find("lexrank"), .input = &input, .scores = scores};
    const tn_focus_row first[] = {{2, 1}, {9, 1}}, second[] = {{5, 1}, {11, .2}, {20, 1}};
    size_t alone = find(&finder, second, 3), row;
    cr_assert_eq(tn_gist_init(&finder, &arena, NULL), TENOR_OK);
    cr_assert_eq(tn_gist_find(&finder, first, 2, &row, NULL), TENOR_OK);
    cr_assert_eq(tn_gist_find(&finder, second, 3, &row, NULL), TENOR_OK);
    cr_expect_eq(row, alone, "nothing of the topic before is left");
}
