#include <criterion/criterion.h>

#include "make_doc.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(terms, .fini = end);

#define EXPECT_INTS(actual, ...)                                                                          \
    do {                                                                                                  \
        const int expected_[] = {__VA_ARGS__};                                                            \
        for (size_t i_ = 0; i_ < sizeof expected_ / sizeof *expected_; i_++)                              \
            cr_expect_eq((int)(actual)[i_], expected_[i_], #actual "[%zu] is %d", i_, (int)(actual)[i_]); \
    } while (0)

Test(terms, rows_columns_and_counts_as_drawn_in_the_header) {
    const tn_doc *doc =
        MAKE_DOC(&arena, "#Army talks again", "Talks failed.", "The army shelled a town.", "Talks, talks!");
    const tn_terms *terms = make_input(&arena, doc).terms;
    cr_assert_eq(terms->n, 3);
    cr_assert_eq(terms->m, 5, "talks failed army shelled town; not the headline's 'again'");
    EXPECT_INTS(terms->row_start, 0, 2, 5, 6);
    EXPECT_INTS(terms->column, 0, 1, 2, 3, 4, 0);
    EXPECT_INTS(terms->count, 1, 1, 1, 1, 1, 2);
    EXPECT_INTS(terms->sentence_df, 2, 1, 1, 1, 1);
    EXPECT_INTS(terms->title, 1, 0, 1, 0, 0);
    cr_expect_eq(terms->sentence[0], &doc->sentences[1]);
}

Test(terms, columns_ascend_in_every_row) {
    const tn_doc *doc = MAKE_DOC(&arena, "alpha beta gamma delta", "delta gamma beta alpha beta", "epsilon alpha");
    const tn_terms *terms = make_input(&arena, doc).terms;
    EXPECT_INTS(terms->row_start, 0, 4, 8, 10);
    EXPECT_INTS(terms->column, 0, 1, 2, 3, 0, 1, 2, 3, 0, 4);
    EXPECT_INTS(terms->count, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1);
}

Test(terms, a_long_sentence_in_reverse_is_sorted_too) {
    const tn_doc *doc = make_random_doc(&arena, 3, 5000, 300, 300, 4);
    const tn_terms *terms = make_input(&arena, doc).terms;
    for (size_t i = 0; i < terms->n; i++)
        for (int k = terms->row_start[i] + 1; k < terms->row_start[i + 1]; k++)
            cr_assert_lt(terms->column[k - 1], terms->column[k]);
}

Test(terms, nothing_but_stop_words) {
    const tn_terms *terms = make_input(&arena, MAKE_DOC(&arena, "It is.", "He was not.")).terms;
    cr_expect_eq(terms->n, 2);
    cr_expect_eq(terms->m, 0);
    EXPECT_INTS(terms->row_start, 0, 0, 0);
}

Test(terms, no_sentence_or_only_a_headline) {
    const tn_terms *terms = make_input(&arena, make_doc(&arena, NULL, 0)).terms;
    cr_expect_eq(terms->n, 0);
    EXPECT_INTS(terms->row_start, 0);
    terms = make_input(&arena, MAKE_DOC(&arena, "#Talks failed")).terms;
    cr_expect_eq(terms->n, 0);
    cr_expect_eq(terms->m, 0);
}

Test(terms, counts_add_up_on_random_text) {
    for (uint64_t seed = 0; seed < 20; seed++) {
        const tn_doc *doc = make_random_doc(&arena, 50, 80, 1, 30, seed);
        const tn_terms *terms = make_input(&arena, doc).terms;
        double counted = 0, expected = 0;
        for (int k = 0; k < terms->row_start[terms->n]; k++) counted += terms->count[k];
        for (size_t w = 0; w < doc->n_words; w++) expected += !doc->terms[doc->words[w].term].stop;
        cr_expect_eq(counted, expected);
        int df = 0;
        for (size_t t = 0; t < terms->m; t++) df += terms->sentence_df[t];
        cr_expect_eq(df, terms->row_start[terms->n]);
    }
}
