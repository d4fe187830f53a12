/* Key phrases: the word graph by hand. */
#include <criterion/criterion.h>
#include <math.h>

#include "make_doc.h"
#include "rank/keywords.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(keywords, .fini = end);

static tn_key_phrases find(const tn_doc *doc) {
    tn_rank_input input = make_input(&arena, doc);
    tn_key_phrases found;
    cr_assert_eq(tn_keywords_find(&found, &input, NULL), TENOR_OK);
    return found;
}

Test(keywords, a_star_of_words) {
    /* grain - exports (3 times), ports - grain, grain - ships: grain is the middle. Of four words a third are kept, and
     * what ties with the second: grain, exports. With weights 3, 1, 1 of grain's 5:
     * g = .15/4 + .85 (e + p + s), e = .15/4 + .85 · 3/5 g, p = s = .15/4 + .85 g / 5 */
    const tn_doc *doc = MAKE_DOC(&arena, "grain exports of the ports", "grain exports fall", "the ports grain",
                                 "grain ships", "a grain exports");
    tn_key_phrases found = find(doc);
    cr_assert_geq(found.count, 2);
    cr_expect_eq(found.at[0].n_words, 2, "grain exports");
    cr_expect_eq(found.at[0].count, 3);
    cr_expect_eq(found.at[0].score, 1.0);
    cr_expect_eq(found.at_word[found.at[0].first], 0);
    cr_expect_eq(found.at_word[found.at[0].first + 1], 5);
    cr_expect_eq(found.at[1].n_words, 1);
}

Test(keywords, scores_are_sums_over_the_root_of_length) {
    /* A path b1 - b2 - b3: the best third is the middle alone (and what ties with the second, both ends). */
    tn_key_phrases found = find(MAKE_DOC(&arena, "b1 b2 of b3", "the b2 b3"));
    cr_assert_eq(found.count, 3, "b1 b2, b3, b2 b3");
    double middle = .05 * (1 + 2 * .85) / (1 - .85 * .85), outer = .05 + .85 * middle / 2;
    cr_expect_eq(found.at[0].score, 1.0);
    cr_expect_eq(found.at[1].score, 1.0);
    cr_expect_float_eq(found.at[2].score, outer / (middle + outer) * sqrt(2), 1e-7);
    cr_expect_eq(found.at_word[found.at[0].first], 0, "ties go to the one that comes first");
}

Test(keywords, nothing_to_find) {
    cr_expect_eq(find(MAKE_DOC(&arena, "the of", "it")).count, 0);
    cr_expect_eq(find(make_doc(&arena, NULL, 0)).count, 0);
    tn_key_phrases one = find(MAKE_DOC(&arena, "Peace"));
    cr_assert_eq(one.count, 1);
    cr_expect_eq(one.at[0].score, 1.0);
}

Test(keywords, phrases_are_no_longer_than_four_words) {
    tn_key_phrases found = find(MAKE_DOC(&arena, "b1 b2 b1 b2 b1 b2 b1 b2 b1"));
    for (size_t p = 0; p < found.count; p++) cr_expect_leq(found.at[p].n_words, 4);
}
