#include <criterion/criterion.h>
#include <stdio.h>

#include "english.h"

static english e;
static void open_english(void) { english_open(&e); }
static void close_english(void) { english_close(&e); }
TestSuite(build, .init = open_english, .fini = close_english);

Test(build, without_a_title_apart_the_text_is_the_input_itself) {
    const char *text = "The road is open. Nobody knows why.";
    tn_doc doc = english_doc(&e, text, NULL);
    cr_expect_eq(doc.text.data, text);
    cr_expect_eq(doc.n_parts, 1);
    cr_expect(doc.parts[0].in_input);
    cr_expect_str_eq(doc.lang, "en");
}

Test(build, a_title_apart_is_a_part_without_offsets) {
    const char *text = "Road open at last\n\nThe road is open. Nobody knows why.";
    tn_doc doc = english_doc(&e, text, "  Road open at last ");
    cr_assert_eq(doc.n_parts, 2);
    cr_expect(tn_equal(doc.title, TN_STR("Road open at last")));
    cr_assert_eq(doc.n_sentences, 3, "the headline in the text is not read again");
    cr_expect(doc.sentences[0].title);
    tenor_span none = tn_doc_origin(&doc, doc.sentences[0].start, doc.sentences[0].end);
    cr_expect_eq(none.start + none.end, 0);
    for (size_t i = 1; i < 3; i++) {
        tenor_span span = tn_doc_origin(&doc, doc.sentences[i].start, doc.sentences[i].end);
        tenor_string in_input = {text + span.start, span.end - span.start};
        cr_expect(tn_equal(in_input, tn_doc_text(&doc, doc.sentences[i].start, doc.sentences[i].end)));
    }
}

Test(build, offsets_hold_with_title_mark_and_repaired_bytes_together) {
    const char *text = "\xEF\xBB\xBFThe caf\xE9 is shut. The \xFF\xFE bar is open.";
    tn_doc doc = english_doc(&e, text, "Caf\xE9 shut");
    cr_assert_eq(doc.n_sentences, 3);
    cr_expect_eq(doc.repaired, 4);
    tenor_span last = tn_doc_origin(&doc, doc.sentences[2].start, doc.sentences[2].end);
    cr_expect_str_eq(text + last.start, "The \xFF\xFE bar is open.");
    cr_expect_eq(last.end, strlen(text));
}

Test(build, terms_are_folded_once_and_know_the_lists) {
    tn_doc doc = english_doc(
        &e, "The army met the ARMY\xE2\x80\x99s friends; an army's armies. Internationally INTERNATIONALLY.", NULL);
    uint32_t army = tn_doc_find_term(&doc, TN_STR("army")), the = tn_doc_find_term(&doc, TN_STR("the"));
    size_t armies = 0, longs = 0, the_count = 0;
    uint32_t long_term = tn_doc_find_term(&doc, TN_STR("internationally"));
    cr_assert(army && the && long_term);
    for (size_t i = 0; i < doc.n_words; i++) {
        armies += doc.words[i].term == army;
        the_count += doc.words[i].term == the;
        longs += doc.words[i].term == long_term;
        cr_expect_leq(doc.words[i].term, doc.n_terms);
        cr_expect_gt(doc.words[i].term, 0);
    }
    cr_expect_eq(armies, 3);
    cr_expect_eq(the_count, 2);
    cr_expect_eq(longs, 2);
    cr_expect(doc.terms[the].stop);
    cr_expect_not(doc.terms[army].stop);
    cr_expect(tn_equal(doc.terms[army].text, TN_STR("army")));
    cr_expect_eq(tn_doc_find_term(&doc, TN_STR("army's")), 0);
}

/* Words of up to eight bytes have a table of their own: many of them, of all lengths, and some that share bytes. */
Test(build, many_distinct_words_stay_apart) {
    enum { MANY = 20000 };
    static char text[MANY * 12 + 2];
    size_t n = 0;
    for (unsigned i = 0; i < MANY; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%x%s ", i, i % 3 ? "" : "abcd");
    text[n - 1] = '.';
    tn_doc doc = english_doc(&e, text, NULL);
    cr_assert_eq(doc.n_words, MANY);
    cr_expect_eq(doc.n_terms, MANY);
    for (size_t i = 0; i < MANY; i++) {
        const tn_word *word = &doc.words[i];
        cr_assert(tn_equal(doc.terms[word->term].text, tn_doc_text(&doc, word->start, word->end)));
    }
}

Test(build, text_that_is_too_long_or_not_utf8_is_refused) {
    tenor_error error = {0};
    tn_doc doc;
    tn_doc_input input = {.text = {"x", (size_t)1 << 31}, .format = TENOR_FORMAT_TEXT, .known = &e.known};
    cr_expect_eq(tn_doc_build(&doc, &input, &e.model, &e.arena, &error), TENOR_E_TOO_LARGE);
    input = (tn_doc_input){
        .text = TN_STR("fine \xFF"), .strict_utf8 = true, .format = TENOR_FORMAT_TEXT, .known = &e.known};
    cr_expect_eq(tn_doc_build(&doc, &input, &e.model, &e.arena, &error), TENOR_E_INVALID_UTF8);
    cr_expect_eq(error.offset, 5);
}

static void check_order(const tn_doc *doc, const char *text) {
    uint32_t before = 0;
    for (size_t i = 0; i < doc->n_words; i++) {
        cr_assert_lt(doc->words[i].start, doc->words[i].end);
        cr_assert_leq(before, doc->words[i].start);
        before = doc->words[i].end;
    }
    cr_assert_leq(before, doc->text.length);
    for (size_t i = 0; i < doc->n_sentences; i++) {
        const tn_sentence *s = &doc->sentences[i];
        cr_assert_lt(s->first, s->last);
        cr_assert_leq(s->start, doc->words[s->first].start, "%s", text);
        cr_assert_geq(s->end, doc->words[s->last - 1].end, "%s", text);
        if (i) cr_assert_leq(doc->sentences[i - 1].end, s->start, "%s", text);
    }
}

/* Whatever the bytes, every offset is in order and inside. */
Test(build, offsets_are_in_order_for_any_bytes) {
    static const char alphabet[] = "aB1. \n\"'([)]-,:@&\xE2\x80\x9C\x99\xA6\xC3\xA9\xFF\xF0h?!*";
    tn_arena scratch = TN_ARENA_INIT;
    char text[200];
    uint32_t seed = 12345;
    size_t refused = 0;
    for (size_t round = 0; round < 5000; round++) {
        size_t n = 1 + round % (sizeof text - 2);
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        text[n] = '\0';
        tenor_error error = {0};
        tn_doc doc;
        tn_doc_input input = {.text = {text, n}, .format = TENOR_FORMAT_TEXT, .known = &e.known};
        if (round % 3 == 0) input.title = TN_STR("A title");
        tenor_status status = tn_doc_build(&doc, &input, &e.model, &scratch, &error);
        cr_assert(status == TENOR_OK || status == TENOR_E_NOT_TEXT, "%s", error.message);
        if (status == TENOR_OK) check_order(&doc, text);
        refused += status != TENOR_OK;
        tn_arena_reset(&scratch);
    }
    cr_expect_lt(refused, 500, "what is not refused is what this is about");
    tn_arena_free(&scratch);
}
