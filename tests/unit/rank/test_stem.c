/* Stems: one hash for the words of a stem. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "make_doc.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(stem, .fini = end);

static tn_stemmer *open_stemmer(const char *algorithm) {
    tn_stemmer *stemmer;
    cr_assert_eq(tn_stemmer_new(&stemmer, algorithm, NULL, NULL), TENOR_OK);
    return stemmer;
}

static uint64_t id(tn_stemmer *stemmer, const char *word) { return tn_stemmer_hash(stemmer, tn_str(word)); }

Test(stem, brings_inflections_together) {
    tn_stemmer *stemmer = open_stemmer("english");
    cr_expect_eq(id(stemmer, "sanctions"), id(stemmer, "sanctioned"));
    cr_expect_eq(id(stemmer, "sanction"), id(stemmer, "sanctions"));
    cr_expect_neq(id(stemmer, "sanction"), id(stemmer, "section"));
    cr_expect_neq(id(stemmer, "sanction"), 0);
    tn_stemmer_free(stemmer);
}

Test(stem, many_words_between_change_nothing) {
    tn_stemmer *stemmer = open_stemmer("english");
    uint64_t before = id(stemmer, "sanctions");
    for (int k = 0; k < 200000; k++) {
        char word[16];
        (void)snprintf(word, sizeof word, "w%dx", k);
        cr_assert_neq(id(stemmer, word), before);
    }
    cr_expect_eq(id(stemmer, "sanction"), before);
    tn_stemmer_free(stemmer);
}

Test(stem, unknown_algorithm) {
    tn_stemmer *stemmer;
    tenor_error error;
    cr_expect_eq(tn_stemmer_new(&stemmer, "klingon", NULL, &error), TENOR_E_DATA);
    cr_expect_null(stemmer);
    tn_stemmer_free(NULL);
}

Test(stem, terms_share_a_column) {
    const tn_doc *doc = MAKE_DOC(&arena, "#Talking", "talks failed", "the talk failing again", "it fails");
    tn_stemmer *stemmer = open_stemmer("english");
    tn_terms terms;
    cr_assert_eq(tn_terms_build(&terms, doc, stemmer, &arena, NULL), TENOR_OK);
    cr_assert_eq(terms.m, 3, "talk, fail, again");
    const int columns[] = {0, 1, 0, 1, 2, 1}, starts[] = {0, 2, 5, 6};
    cr_expect_arr_eq(terms.column, columns, sizeof columns);
    cr_expect_arr_eq(terms.row_start, starts, sizeof starts);
    cr_expect_eq(terms.sentence_df[1], 3);
    cr_expect_eq(terms.title[0], 1, "a form of the headline that the body does not have");
    cr_assert_eq(tn_terms_build(&terms, doc, NULL, &arena, NULL), TENOR_OK);
    cr_expect_eq(terms.m, 6, "without, each form is a term");
    cr_expect_eq(terms.title[0], 0);
    tn_stemmer_free(stemmer);
}
