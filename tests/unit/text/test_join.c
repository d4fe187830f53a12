/* Several documents as one. */
#include <criterion/criterion.h>
#include <string.h>

#include "text/join.h"
#include "unit/rank/make_doc.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(join, .fini = end);

static tn_doc with_part(const tn_doc *made, const char *source) {
    static const tn_origin origin = {0, 0, false};
    tn_part *part = TN_NEW(&arena, tn_part);
    tn_doc doc = *made;
    *part = (tn_part){source, 0, (uint32_t)doc.text.length, &origin, 1, true};
    doc.parts = part;
    doc.n_parts = 1;
    return doc;
}

Test(join, keeps_places_offsets_and_terms) {
    tn_doc docs[2] = {with_part(MAKE_DOC(&arena, "#Talks", "talks failed", "the army left"), "a"),
                      with_part(MAKE_DOC(&arena, "army talks", "ships sail"), "b")};
    tn_doc all;
    cr_assert_eq(tn_doc_join(&all, docs, 2, &arena, NULL), TENOR_OK);
    cr_assert_eq(all.n_sentences, 5);
    cr_expect_eq(all.n_words, 10);
    cr_expect_eq(all.n_terms, 7, "talks failed the army left ships sail");
    cr_expect_eq(all.n_parts, 2);
    for (size_t s = 0; s < 5; s++) {
        const tn_doc *from = &docs[s >= 3];
        const tn_sentence *was = &from->sentences[s >= 3 ? s - 3 : s], *is = &all.sentences[s];
        tenor_string a = tn_doc_text(from, was->start, was->end), b = tn_doc_text(&all, is->start, is->end);
        cr_expect(tn_equal(a, b));
        cr_expect_eq(is->position, was->position, "place in its own article");
        cr_expect_eq(all.document_of_part[is->part], s >= 3);
        tenor_span span = tn_doc_origin(&all, is->start, is->end);
        cr_expect_eq(span.start, was->start, "offsets in its own input");
        cr_expect_eq(span.end, was->end);
        for (uint32_t w = is->first; w < is->last; w++) {
            const tn_word *word = &all.words[w], *before = &from->words[was->first + w - is->first];
            cr_expect(tn_equal(all.terms[word->term].text, from->terms[before->term].text));
            cr_expect_eq(word->end - word->start, before->end - before->start);
        }
    }
    tenor_span beyond = tn_doc_origin(&all, (uint32_t)all.text.length + 9, (uint32_t)all.text.length + 10);
    cr_expect(beyond.start == 0 && beyond.end == 0, "in no input at all");
    tn_rank_input input = make_input(&arena, &all);
    cr_expect_eq(input.terms->sentence_df[0], 2, "talks are the same word in both");
}

Test(join, what_was_left_out_of_pages_keeps_its_place) {
    tn_doc docs[2] = {with_part(MAKE_DOC(&arena, "talks failed", "the army left"), "a"),
                      with_part(MAKE_DOC(&arena, "ships sail"), "b")};
    tn_left_out first = {TN_STR("Menu"), TENOR_ROLE_LINK, "", 1}, second = {TN_STR("Footer"), TENOR_ROLE_LINK, "", 0};
    docs[0].left_out = &first;
    docs[1].left_out = &second;
    docs[0].n_left_out = docs[1].n_left_out = 1;
    docs[0].origin.encoding = docs[1].origin.encoding = "utf-8";
    docs[0].origin.encoding_source = "bom";
    docs[1].origin.encoding_source = "page";
    tn_doc all;
    cr_assert_eq(tn_doc_join(&all, docs, 2, &arena, NULL), TENOR_OK);
    cr_assert_eq(all.n_left_out, 2);
    cr_expect_eq(all.left_out[0].before, 1);
    cr_expect_eq(all.left_out[1].before, docs[0].n_blocks);
    cr_expect_str_eq(all.origin.encoding, "utf-8");
    cr_expect_null(all.origin.encoding_source, "they differ");
}

Test(join, of_one_is_that_one) {
    tn_doc doc = with_part(MAKE_DOC(&arena, "talks failed"), "a"), all;
    cr_assert_eq(tn_doc_join(&all, &doc, 1, &arena, NULL), TENOR_OK);
    cr_expect_eq(all.words, doc.words);
    cr_expect_null(all.document_of_part);
}
