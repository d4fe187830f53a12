/* ROUGE by hand, and the stemmer under it. */
#include <criterion/criterion.h>
#include <string.h>

#include "corpus/bootstrap.h"
#include "corpus/porter.h"
#include "corpus/rouge.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(rouge, .fini = end);

static tenor_rouge_score got[TENOR_ROUGES];

static void score(const char *system, const char *reference, bool stem) {
    cr_assert_eq(tn_rouge(got, tn_str(system), tn_str(reference), stem, &arena, NULL), TENOR_OK);
}

static void expect(tenor_rouge_kind kind, double precision, double recall) {
    double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    cr_expect_float_eq(got[kind].precision, precision, 1e-15, "%d: %g", kind, got[kind].precision);
    cr_expect_float_eq(got[kind].recall, recall, 1e-15, "%d: %g", kind, got[kind].recall);
    cr_expect_float_eq(got[kind].f1, f1, 1e-15);
}

Test(rouge, words_pairs_and_sequences) {
    score("The army shelled the town.", "the TOWN, shelled; the army", false);
    expect(TENOR_ROUGE_1, 1, 1);
    expect(TENOR_ROUGE_2, 3.0 / 4, 3.0 / 4); /* "shelled the", "the army", "the town" */
}

Test(rouge, longest_common_subsequence) {
    score("talks on grain failed again", "grain talks failed", false);
    expect(TENOR_ROUGE_1, 3.0 / 5, 1);
    expect(TENOR_ROUGE_2, 0, 0);
    expect(TENOR_ROUGE_L, 2.0 / 5, 2.0 / 3);
}

/* Lin 2004, section 3.2: reference w1 w2 w3 w4 w5, lines w1 w2 w6 w7 w8 and w1 w3 w8 w9 w5: the union is w1 w2 w3 w5.
 */
Test(rouge, union_of_lines) {
    score("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5\n", "w1 w2 w3 w4 w5", false);
    expect(TENOR_ROUGE_LSUM, 4.0 / 10, 4.0 / 5);
    expect(TENOR_ROUGE_L, 4.0 / 10, 4.0 / 5); /* across the lines w1 w2 w3 w5 too */
}

Test(rouge, a_word_counts_no_more_often_than_both_have_it) {
    score("peace peace peace", "peace talks peace", false);
    expect(TENOR_ROUGE_1, 2.0 / 3, 2.0 / 3);
    score("peace\npeace\n", "peace\nis\npeace", false);
    expect(TENOR_ROUGE_LSUM, 1, 2.0 / 3);
}

Test(rouge, stems_only_longer_words) {
    score("sanctions", "sanctioned", true);
    expect(TENOR_ROUGE_1, 1, 1);
    score("sanctions", "sanctioned", false);
    expect(TENOR_ROUGE_1, 0, 0);
    score("its", "it", true);
    expect(TENOR_ROUGE_1, 0, 0);
}

Test(rouge, only_latin_letters_and_digits_are_words) {
    score("Äußerung 7", "uerung 7", false);
    expect(TENOR_ROUGE_1, 1.0 / 3, 1.0 / 2); /* u, erung, 7 against uerung, 7 */
}

Test(rouge, nothing_to_compare) {
    score("", "talks", true);
    for (int k = 0; k < TENOR_ROUGES; k++) expect((tenor_rouge_kind)k, 0, 0);
    score("...", "?", true);
    for (int k = 0; k < TENOR_ROUGES; k++) expect((tenor_rouge_kind)k, 0, 0);
    score("talks", "talks", true);
    expect(TENOR_ROUGE_2, 0, 0);
}

Test(rouge, porter) {
    static const char *const pairs[][2] = {
        {"caresses", "caress"},
        {"ponies", "poni"},
        {"ties", "tie"},
        {"cats", "cat"},
        {"feed", "feed"},
        {"agreed", "agre"},
        {"plastered", "plaster"},
        {"motoring", "motor"},
        {"sing", "sing"},
        {"conflated", "conflat"},
        {"troubled", "troubl"},
        {"sized", "size"},
        {"hopping", "hop"},
        {"falling", "fall"},
        {"hissing", "hiss"},
        {"filing", "file"},
        {"happy", "happi"},
        {"relational", "relat"},
        {"radically", "radic"},
        {"skies", "sky"},
        {"dying", "die"},
        {"news", "news"},
        {"adoption", "adopt"},
        {"controlling", "control"},
        {"rate", "rate"},
        {"say", "say"},
        {"spied", "spi"},
        {"died", "die"},
        {"technologi", "technolog"},
        {"by", "by"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char word[32];
        strcpy(word, pairs[i][0]);
        word[tn_porter(word, strlen(word))] = '\0';
        cr_expect_str_eq(word, pairs[i][1], "%s: %s", pairs[i][0], word);
    }
}

Test(rouge, bootstrap) {
    double low, high, same[5] = {.3, .3, .3, .3, .3}, mixed[4] = {0, 1, 0, 1}, again, top;
    cr_assert_eq(tn_bootstrap_mean(&low, &high, same, 5, 200, &arena, NULL), TENOR_OK);
    cr_expect_float_eq(low, .3, 1e-15);
    cr_expect_float_eq(high, .3, 1e-15);
    cr_assert_eq(tn_bootstrap_mean(&low, &high, mixed, 4, 1000, &arena, NULL), TENOR_OK);
    cr_expect_lt(low, .25);
    cr_expect_gt(high, .75);
    cr_assert_eq(tn_bootstrap_mean(&again, &top, mixed, 4, 1000, &arena, NULL), TENOR_OK);
    cr_expect_eq(again, low);
    cr_expect_eq(top, high);
}

/* Of several references the best counts, for each kind apart. */
Test(rouge, several_references) {
    const tenor_string references[] = {TN_STR("the sea was calm"), TN_STR("a storm took two boats"), TN_STR("")};
    tenor_error error;
    cr_assert_eq(tenor_rouge(got, TN_STR("a storm took the boats"), references, 3, false, &error), TENOR_OK);
    expect(TENOR_ROUGE_1, .8, .8);
    expect(TENOR_ROUGE_2, .5, .5);
    expect(TENOR_ROUGE_L, .8, .8);
    cr_expect_eq(tenor_rouge(got, TN_STR("a"), references, 0, false, &error), TENOR_E_USAGE);
}
