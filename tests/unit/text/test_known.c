/* Known words: a cache that shows in nothing but time. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "base/alloc.h"
#include "english.h"

static english e;
static void open_english(void) { english_open(&e); }
static void close_english(void) { english_close(&e); }
TestSuite(known, .init = open_english, .fini = close_english);

/* As a text does that has the word. */
static uint32_t ask(tn_known *known, const char *word) {
    tenor_string folded = tn_str(word);
    uint64_t key = tn_known_key(known, folded);
    tn_known_word *place = tn_known_add(known, key);
    if (place && tn_known_term(known, place) == 0) (void)tn_known_count(known, place);
    return tn_known_vocabulary(known, key, folded, &e.vocabulary);
}

/* The term of a word in the text being read. */
static uint32_t term_of(const tn_known *known, const char *word) {
    return tn_known_term(known, tn_known_place(known, tn_known_key(known, tn_str(word))));
}

/* More words than there is room for, short and long ones, each asked for in several texts. */
Test(known, what_it_says_is_what_the_vocabulary_says) {
    enum { MANY = 60000, TEXTS = 3 };
    const char *listed[] = {"the", "of", "monday", "september", "a", "said"};
    tn_known known = {0};
    for (int text = 0; text < TEXTS; text++) {
        (void)tn_known_begin(&known, &e.vocabulary);
        for (int i = 0; i < MANY; i++) {
            char word[32];
            (void)snprintf(word, sizeof word, i % 2 ? "w%x" : "a-longer-word-%x", (unsigned)i);
            cr_assert_eq(ask(&known, word), 0, "%s", word);
            const char *other = listed[i % 6];
            cr_assert_eq(ask(&known, other), tn_vocabulary_find(&e.vocabulary, tn_str(other)), "%s", other);
        }
        cr_expect_leq(known.filled * 8, (known.mask + 1) * 5 + 8, "searches stay short");
    }
    cr_expect_neq(ask(&known, "the"), 0);
    tn_known_free(&known);
}

/* However many words there were, what is kept between texts has one size; words of several texts outlive the others. */
Test(known, it_forgets_what_only_one_text_had) {
    enum { TEXTS = 400, WORDS = 300, LARGEST = 32768 };
    size_t most = 0, again = 0;
    tn_known known = {0};
    for (int text = 0; text < TEXTS; text++) {
        (void)tn_known_begin(&known, &e.vocabulary);
        if (known.mask + 1 > most) most = known.mask + 1;
        again += tn_known_place(&known, tn_known_key(&known, TN_STR("talks")))->key != 0;
        (void)ask(&known, "talks");
        for (int i = 0; i < WORDS; i++) {
            char word[32];
            (void)snprintf(word, sizeof word, "w%d-%d", text, i);
            (void)ask(&known, word);
        }
    }
    cr_expect_leq(most, LARGEST);
    cr_expect_eq(again, TEXTS - 1, "the word that all texts had is there in all but the first");
    for (int i = 0; i < 100000; i++) {
        char word[32];
        (void)snprintf(word, sizeof word, "long-text-%d", i);
        (void)ask(&known, word);
    }
    cr_expect_gt(known.mask + 1, most, "a text of more words gets its room ...");
    (void)tn_known_begin(&known, &e.vocabulary);
    cr_expect_leq(known.mask + 1, most, "... and the next one gives it back");
    tn_known_free(&known);
}

Test(known, a_term_is_of_the_text_being_read) {
    tn_known known = {0};
    (void)tn_known_begin(&known, &e.vocabulary);
    cr_expect_eq(term_of(&known, "talks"), 0);
    (void)ask(&known, "talks");
    cr_expect_eq(term_of(&known, "talks"), 1);
    (void)tn_known_begin(&known, &e.vocabulary);
    cr_expect_eq(term_of(&known, "talks"), 0);
    known.before = known.count = (uint32_t)1 << 30; /* as many as are counted on */
    (void)ask(&known, "talks");
    cr_expect_eq(term_of(&known, "talks"), 1);
    (void)tn_known_begin(&known, &e.vocabulary);
    cr_expect_eq(term_of(&known, "talks"), 0);
    (void)ask(&known, "talks");
    cr_expect_eq(term_of(&known, "talks"), 1);
    tn_known_free(&known);
}

Test(known, the_words_of_another_engine_are_others) {
    english other;
    language_open(&other, "de");
    tn_known known = {0};
    (void)tn_known_begin(&known, &e.vocabulary);
    uint32_t english_id = ask(&known, "the"), german_id = tn_vocabulary_find(&other.vocabulary, TN_STR("die"));
    uint64_t key = tn_known_key(&known, TN_STR("die"));
    cr_assert(english_id && german_id);
    cr_expect_eq(ask(&known, "die"), tn_vocabulary_find(&e.vocabulary, TN_STR("die")));
    (void)tn_known_begin(&known, &other.vocabulary);
    cr_expect_eq(tn_known_vocabulary(&known, key, TN_STR("die"), &other.vocabulary), german_id);
    (void)tn_known_begin(&known, &e.vocabulary);
    cr_expect_eq(ask(&known, "the"), english_id);
    tn_known_free(&known);
    english_close(&other);
}

Test(known, stems_are_of_one_stemmer) {
    tn_known known = {0};
    (void)tn_known_begin(&known, &e.vocabulary);
    uint64_t key = tn_known_key(&known, TN_STR("talks"));
    tn_known_keep_stem(&known, key, 1, 17);
    cr_expect_eq(tn_known_stem(&known, key, 1), 0, "a word that was not asked for has no place");
    (void)ask(&known, "talks");
    tn_known_keep_stem(&known, key, 1, 17);
    cr_expect_eq(tn_known_stem(&known, key, 1), 17);
    cr_expect_eq(tn_known_stem(&known, key, 2), 0);
    tn_known_keep_stem(&known, key, 2, 18);
    cr_expect_eq(tn_known_stem(&known, key, 1), 0);
    cr_expect_eq(tn_known_stem(&known, key, 2), 18);
    tn_known_free(&known);
}

Test(known, without_memory_nothing_new_is_added) {
    tn_known known = {0};
    (void)tn_alloc_fail_at(1);
    cr_expect_not(tn_known_begin(&known, &e.vocabulary));
    (void)tn_alloc_fail_at(0);
    cr_assert(tn_known_begin(&known, &e.vocabulary));
    cr_expect_neq(ask(&known, "the"), 0);
    size_t mask = known.mask;
    (void)tn_alloc_fail_at(1);
    size_t added = 0;
    for (uint32_t i = 1; i < 1000 && tn_known_add(&known, i * 0x10001); i++) added++;
    (void)tn_alloc_fail_at(0);
    cr_expect_lt(added, 999);
    cr_expect_eq(known.mask, mask);
    cr_expect_eq(term_of(&known, "the"), 1);
    cr_expect_not_null(tn_known_add(&known, 0x70000001));
    cr_expect_gt(known.mask, mask);
    cr_expect_eq(term_of(&known, "the"), 1);
    tn_known_free(&known);
}

/* A table that is to forget and cannot be made anew is emptied. */
Test(known, without_memory_it_forgets_all) {
    tn_known known = {0};
    (void)tn_known_begin(&known, &e.vocabulary);
    for (uint32_t i = 1; i <= 20000; i++) cr_assert_not_null(tn_known_add(&known, i * 0x10001));
    (void)tn_alloc_fail_at(1);
    cr_expect(tn_known_begin(&known, &e.vocabulary));
    (void)tn_alloc_fail_at(0);
    cr_expect_eq(known.filled, 0);
    cr_expect_neq(ask(&known, "the"), 0);
    tn_known_free(&known);
}

/* A second text finds the words of the first, in other case and as folded forms of other spellings. */
Test(known, a_text_reads_the_same_the_first_and_the_tenth_time) {
    const char *text =
        "Talks FAILED on Monday; the talks' caf\xC3\xA9 met THE Internationally-minded "
        "INTERNATIONALLY minded \xEF\xAC\x81nes fines. Caf\xC3\x89s, caf\xC3\xA9s closed.";
    tn_doc first = english_doc(&e, text, NULL);
    for (int round = 0; round < 9; round++) {
        tn_doc again = english_doc(&e, text, NULL);
        cr_assert_eq(again.n_words, first.n_words);
        cr_assert_eq(again.n_terms, first.n_terms);
        for (size_t i = 0; i < first.n_words; i++) cr_assert_eq(again.words[i].term, first.words[i].term);
        for (size_t t = 1; t <= first.n_terms; t++) {
            cr_assert(tn_equal(again.terms[t].text, first.terms[t].text));
            cr_assert_eq(again.terms[t].vocabulary, first.terms[t].vocabulary);
            cr_assert_eq(again.terms[t].stop, first.terms[t].stop);
        }
    }
    cr_expect_neq(tn_doc_find_term(&first, TN_STR("fines")), 0, "a ligature is two letters");
    cr_expect_eq(tn_doc_find_term(&first, TN_STR("Talks")), 0);
}
