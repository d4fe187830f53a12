#include <criterion/criterion.h>

#include "english.h"
#include "text/decode.h"

static tn_decoded decode(tn_arena *arena, tenor_string input) {
    tn_decoded decoded;
    tenor_error error = {0};
    cr_assert_eq(tn_decode(&decoded, input, false, arena, &error), TENOR_OK, "%s", error.message);
    return decoded;
}

Test(decode, well_formed_text_is_the_input_itself) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_string input = TN_STR("caf\xC3\xA9 \xE2\x82\xAC 5 \xF0\x9F\x98\x80\0.");
    tn_decoded decoded = decode(&arena, input);
    cr_expect_eq(decoded.text.data, input.data);
    cr_expect_eq(decoded.text.length, input.length);
    cr_expect_eq(decoded.repaired, 0);
    cr_expect_eq(decoded.n_origins, 1);
    cr_expect_eq(decode(&arena, (tenor_string){NULL, 0}).text.length, 0);
    tn_arena_free(&arena);
}

Test(decode, a_byte_order_mark_is_skipped_and_counted_in_offsets) {
    tn_arena arena = TN_ARENA_INIT;
    tn_decoded decoded = decode(&arena, TN_STR("\xEF\xBB\xBFWar"));
    cr_expect(tn_equal(decoded.text, TN_STR("War")));
    cr_expect_eq(decoded.origins[0].input, 3);
    cr_expect_eq(decode(&arena, TN_STR("\xEF\xBB\xBF")).text.length, 0);
    /* A second one, or one inside, is a character. */
    cr_expect_eq(decode(&arena, TN_STR("\xEF\xBB\xBF\xEF\xBB\xBF")).text.length, 3);
    tn_arena_free(&arena);
}

/* Each row: bytes between "<" and ">", and how many U+FFFD they become (Unicode 15, 3.9, maximal subparts). */
Test(decode, each_kind_of_ill_formed_sequence_becomes_as_many_marks_as_unicode_says) {
    static const struct {
        const char *bytes;
        size_t marks;
    } rows[] = {
        {"\x80", 1},                 /* a continuation byte alone */
        {"\xBF\x80", 2},             /* two */
        {"\xC0\xAF", 2},             /* overlong: C0 and C1 begin nothing */
        {"\xC1\xBF", 2},             /* likewise */
        {"\xC3", 1},                 /* cut after one of two */
        {"\xE0\x80\xAF", 3},         /* overlong */
        {"\xE0\x9F\x80", 3},         /* overlong */
        {"\xE2\x82", 1},             /* cut after two of three */
        {"\xE2", 1},                 /* cut after one of three */
        {"\xED\xA0\x80", 3},         /* a surrogate */
        {"\xED\xBF\xBF", 3},         /* another */
        {"\xF0\x80\x80\xAF", 4},     /* overlong */
        {"\xF0\x9F\x98", 1},         /* cut after three of four */
        {"\xF0\x9F", 1},             /* after two */
        {"\xF0", 1},                 /* after one */
        {"\xF4\x90\x80\x80", 4},     /* over U+10FFFF */
        {"\xF5\x80\x80\x80", 4},     /* F5 to FF begin nothing */
        {"\xFF\xFE", 2},             /* UTF-16's mark */
        {"\xE2\x82\xE2\x82\xAC", 1}, /* cut, then a whole one */
        {"\xF0\x9F\xC3\xA9", 1},     /* likewise */
    };
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char input[16];
        size_t n = strlen(rows[i].bytes), marks = 0;
        input[0] = '<';
        memcpy(input + 1, rows[i].bytes, n);
        input[n + 1] = '>';
        tn_decoded decoded = decode(&arena, (tenor_string){input, n + 2});
        for (size_t at = 0; at + 3 <= decoded.text.length; at++)
            marks += memcmp(decoded.text.data + at, "\xEF\xBF\xBD", 3) == 0;
        cr_expect_eq(marks, rows[i].marks, "row %zu: %zu", i, marks);
        cr_expect_eq(decoded.repaired, rows[i].marks, "row %zu", i);
        cr_expect_eq(decoded.text.data[0], '<');
        cr_expect_eq(decoded.text.data[decoded.text.length - 1], '>');
    }
    tn_arena_free(&arena);
}

Test(decode, strict_names_the_first_bad_byte) {
    tn_arena arena = TN_ARENA_INIT;
    tn_decoded decoded;
    tenor_error error = {0};
    cr_expect_eq(tn_decode(&decoded, TN_STR("\xEF\xBB\xBFgood \xC3\xA9 \xC3("), true, &arena, &error),
                 TENOR_E_INVALID_UTF8);
    cr_expect_eq(error.offset, 11);
    cr_expect_eq(tn_decode(&decoded, TN_STR("good"), true, &arena, &error), TENOR_OK);
    cr_expect_eq(tn_decode(&decoded, TN_STR("\xFF"), true, &arena, NULL), TENOR_E_INVALID_UTF8);
    tn_arena_free(&arena);
}

/* Every sentence's place in the input holds the bytes that the sentence was made of. */
Test(decode, offsets_lead_back_to_the_input_over_repaired_bytes) {
    english e;
    english_open(&e);
    const char *text = "\xEF\xBB\xBFThe caf\xE9 burned down. Nobody was \xE2\x82 hurt. The owner wept.";
    tn_doc doc = english_doc(&e, text, NULL);
    cr_assert_eq(doc.n_sentences, 3);
    cr_expect_eq(doc.repaired, 2);
    static const char *const first[] = {"The", "Nobody", "The owner"}, *const last[] = {"down.", "hurt.", "wept."};
    for (size_t i = 0; i < 3; i++) {
        tenor_span span = tn_doc_origin(&doc, doc.sentences[i].start, doc.sentences[i].end);
        cr_expect_eq(memcmp(text + span.start, first[i], strlen(first[i])), 0, "%zu: %s", i, text + span.start);
        size_t n = strlen(last[i]);
        cr_expect_eq(memcmp(text + span.end - n, last[i], n), 0, "%zu: %s", i, text + span.end - n);
    }
    english_close(&e);
}

Test(decode, a_mark_maps_to_the_bytes_it_stands_for) {
    english e;
    english_open(&e);
    tn_doc doc = english_doc(&e, "a\xFFz.", NULL);
    tenor_span mark = tn_doc_origin(&doc, 1, 4), after = tn_doc_origin(&doc, 4, 5);
    cr_expect_eq(mark.start, 1);
    cr_expect_eq(mark.end, 2);
    cr_expect_eq(after.start, 2);
    cr_expect_eq(after.end, 3);
    english_close(&e);
}
