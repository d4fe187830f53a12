#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"
#include "text/encoding.h"
#include "text/unpack.h"
#include "unit/text/page.h"

typedef struct encoding_case {
    const char *bytes;
    size_t length;
    const char *option, *name, *source, *text;
} encoding_case;

#define CASE(bytes, option, name, source, text) \
    { bytes, sizeof(bytes) - 1, option, name, source, text }

static const encoding_case cases[] = {
    CASE("plain", NULL, "utf-8", "utf-8", "plain"),
    CASE("caf\xC3\xA9", NULL, "utf-8", "utf-8", "caf\xC3\xA9"),
    CASE("\xEF\xBB\xBF"
         "caf\xC3\xA9",
         "latin1", "utf-8", "bom",
         "\xEF\xBB\xBF"
         "caf\xC3\xA9"),
    CASE("\xFF\xFEh\0i\0", NULL, "utf-16le", "bom", "hi"),
    CASE("\xFE\xFF\0h\0i", NULL, "utf-16be", "bom", "hi"),
    CASE("\xFF\xFE\0\0h\0\0\0", NULL, "utf-32le", "bom", "h"),
    CASE("t\0h\0e\0 \0e\0n\0d\0.\0", NULL, "utf-16le", "pattern", "the end."),
    CASE("\0t\0h\0e\0 \0e\0n\0d\0.", NULL, "utf-16be", "pattern", "the end."),
    CASE("\x1B$B5qH]\x1B(B.", NULL, "iso-2022-jp", "pattern", "\xE6\x8B\x92\xE5\x90\xA6."),
    CASE("\x1B$)C\x0E\x30\x21\x0F.", NULL, "iso-2022-kr", "pattern", "\xEA\xB0\x80."),
    CASE("<html><meta charset=utf-16le><p>caf\xE9", NULL, "windows-1252", "guess",
         "<html><meta charset=utf-16le><p>caf\xC3\xA9"), /* it could not have been read, were that so */
    CASE("ba\xD2i a", "windows-1258", "windows-1258", "option", "b\xE1\xBA\xA3i a"), /* it waits for an accent */
    CASE("caf\xE9", "ISO-8859-1", "windows-1252", "option", "caf\xC3\xA9"),
    CASE("\xCD\xE5\xF2", "cp1251", "windows-1251", "option", "\xD0\x9D\xD0\xB5\xD1\x82"),
    CASE("<html><meta charset=windows-1251><p>\xCD\xE5\xF2", NULL, "windows-1251", "page",
         "<html><meta charset=windows-1251><p>\xD0\x9D\xD0\xB5\xD1\x82"),
    CASE("<html><meta http-equiv=content-type content='text/html; charset=\"koi8-r\"'><p>\xCE\xC5\xD4", NULL, "koi8-r",
         "page",
         "<html><meta http-equiv=content-type content='text/html; charset=\"koi8-r\"'><p>\xD0\xBD\xD0\xB5\xD1\x82"),
    CASE("<html><meta charset=latin1><p>caf\xC3\xA9", NULL, "utf-8", "utf-8",
         "<html><meta charset=latin1><p>caf\xC3\xA9"),
    CASE("The caf\xE9 isn\x92t open.", NULL, "windows-1252", "guess", "The caf\xC3\xA9 isn\xE2\x80\x99t open."),
    CASE("One \xFF byte.", NULL, "utf-8", "none", "One \xFF byte."),
    CASE("caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 \xE9", NULL, "utf-8", "utf-8",
         "caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 \xE9"), /* damage, not another encoding */
};

Test(encoding, what_decides) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const encoding_case *c = &cases[i];
        tn_arena arena = TN_ARENA_INIT;
        tn_encoding found;
        cr_assert_eq(tn_encoding_read(&found, (tenor_string){c->bytes, c->length},
                                      &(tn_encoding_hints){.option = c->option}, &arena, NULL),
                     TENOR_OK);
        cr_expect_str_eq(found.name, c->name, "case %zu: %s", i, found.name);
        cr_expect_str_eq(found.source, c->source, "case %zu: %s", i, found.source);
        cr_expect(tn_equal(found.text, tn_str(c->text)), "case %zu: %.*s", i, (int)found.text.length, found.text.data);
        tn_arena_free(&arena);
    }
}

Test(encoding, what_means_nothing_is_counted) {
    tn_arena arena = TN_ARENA_INIT;
    tn_encoding found;
    cr_assert_eq(tn_encoding_read(&found,
                                  TN_STR("ab\x81\xFF"
                                         "c"),
                                  &(tn_encoding_hints){.option = "shift_jis"}, &arena, NULL),
                 TENOR_OK);
    cr_expect(found.repaired > 0);
    cr_expect_eq(found.text.data[found.text.length - 1], 'c');
    tn_arena_free(&arena);
}

Test(encoding, what_a_decoder_keeps_back_comes_before_what_means_nothing) {
    tn_arena arena = TN_ARENA_INIT;
    tn_encoding found;
    cr_assert_eq(tn_encoding_read(&found, TN_STR("a\x1B$B5\x1B(Ba\x80z"), &(tn_encoding_hints){.option = "iso-2022-jp"},
                                  &arena, NULL),
                 TENOR_OK);
    cr_expect_geq(found.repaired, 1);
    cr_expect_eq(found.text.data[found.text.length - 1], 'z', "%.*s", (int)found.text.length, found.text.data);
    cr_assert_eq(
        tn_encoding_read(&found, TN_STR("a\x81o"), &(tn_encoding_hints){.option = "windows-1258"}, &arena, NULL),
        TENOR_OK);
    cr_expect(tn_equal(found.text, TN_STR("a\xEF\xBF\xBDo")), "%.*s", (int)found.text.length, found.text.data);
    tn_arena_free(&arena);
}

Test(encoding, unknown_names) {
    static const char *const names[] = {"klingon", "utf-8//TRANSLIT", "",
                                        "a name that is a good deal too long for one"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        tn_arena arena = TN_ARENA_INIT;
        tn_encoding found;
        cr_expect_eq(tn_encoding_read(&found, TN_STR("x"), &(tn_encoding_hints){.option = names[i]}, &arena, NULL),
                     TENOR_E_USAGE, "%s", names[i]);
        tn_arena_free(&arena);
    }
}

Test(encoding, strict_does_not_guess) {
    tn_arena arena = TN_ARENA_INIT;
    tn_encoding found;
    cr_assert_eq(tn_encoding_read(&found, TN_STR("caf\xE9"), &(tn_encoding_hints){.strict = true}, &arena, NULL),
                 TENOR_OK);
    cr_expect_str_eq(found.name, "utf-8");
    cr_expect_not(found.converted);
    tn_arena_free(&arena);
}

/* "packed" in gzip, without a time stamp. */
static const char packed[] =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x2b\x48\x4c\xce\x4e\x4d\x01\x00\xbf\xef\xb3\x70\x06\x00\x00\x00";

Test(unpack, gzip) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_string text, bytes = {packed, sizeof packed - 1};
    cr_assert(tn_is_packed(bytes));
    cr_assert_eq(tn_unpack(&text, bytes, 100, &arena, NULL), TENOR_OK);
    cr_expect(tn_equal(text, TN_STR("packed")), "%.*s", (int)text.length, text.data);
    cr_expect_eq(tn_unpack(&text, bytes, 5, &arena, NULL), TENOR_E_TOO_LARGE);
    cr_expect_eq(tn_unpack(&text, (tenor_string){packed, 16}, 100, &arena, NULL), TENOR_E_NOT_TEXT);
    tn_arena_free(&arena);
}

Test(reading, what_is_no_text) {
    static const char noise[] = "\1\2\3\4\5\6\1\2\3\4\5\6\1\2\3\4\5\6\1\2\3\4\5\6\1\2\3\4\5\6\1\2\3\4\5\6abc";
    static const tenor_string files[] = {{"%PDF-1.7 ...", 12},
                                         {"PK\3\4....", 8},
                                         {"\x7F"
                                          "ELF....",
                                          8},
                                         {noise, sizeof noise - 1}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        test_page page = read_page_bytes(files[i].data, files[i].length, TENOR_FORMAT_AUTO, NULL);
        cr_expect_eq(page.status, TENOR_E_NOT_TEXT, "file %zu", i);
        cr_expect_null(page.document);
        free_page(&page);
    }
}

/* 3,000 bytes that hash one another, each put through `make`. */
static tenor_status read_bytes_of(unsigned char (*make)(uint32_t)) {
    static char bytes[3000];
    uint32_t state = 7;
    for (size_t i = 0; i < sizeof bytes; i++) {
        state = state * 1664525u + 1013904223u;
        bytes[i] = (char)make(state >> 16);
    }
    test_page page = read_page_bytes(bytes, sizeof bytes, TENOR_FORMAT_TEXT, NULL);
    tenor_status status = page.status;
    free_page(&page);
    return status;
}

static unsigned char any_byte(uint32_t r) { return (unsigned char)r; }
static unsigned char printable_byte(uint32_t r) { return (unsigned char)(r % 224 + 32); }
static unsigned char high_byte(uint32_t r) { return (unsigned char)(r | 0x80); }
static unsigned char small_number(uint32_t r) { return (unsigned char)(r % 64); }

Test(reading, bytes_at_random_are_no_text) {
    cr_expect_eq(read_bytes_of(any_byte), TENOR_E_NOT_TEXT);
    cr_expect_eq(read_bytes_of(printable_byte), TENOR_E_NOT_TEXT);
    cr_expect_eq(read_bytes_of(high_byte), TENOR_E_NOT_TEXT);
    cr_expect_eq(read_bytes_of(small_number), TENOR_E_NOT_TEXT);
}

Test(reading, a_text_with_some_damage_is_text) {
    static const char damaged[] = "The \xFF\xFE council \x01 met on \xFF Monday, and the \x02 harbour stays open.";
    test_page page = read_page_bytes(damaged, sizeof damaged - 1, TENOR_FORMAT_AUTO, NULL);
    cr_expect_eq(page.status, TENOR_OK, "%s", page.error.message);
    free_page(&page);
}

Test(reading, a_limit_holds_for_what_is_unpacked) {
    test_page page = read_page_bytes(packed, sizeof packed - 1, TENOR_FORMAT_AUTO, NULL);
    cr_assert_eq(page.status, TENOR_OK);
    cr_expect(tn_equal(page.document->text, TN_STR("packed")));
    free_page(&page);
}

Test(reading, spans_of_converted_text_are_those_of_the_text) {
    test_page page = read_page_bytes("\xFF\xFEH\0i\0 \0t\0h\0e\0r\0e\0.\0", 20, TENOR_FORMAT_TEXT, NULL);
    size_t count;
    const tenor_block *blocks = tenor_result_blocks(page.result, &count);
    cr_assert_eq(count, 1);
    cr_expect_eq(blocks[0].span.start, 0);
    cr_expect_eq(blocks[0].span.end, 9);
    cr_expect(tn_equal(page.document->text, TN_STR("Hi there.")));
    cr_expect_str_eq(page.document->encoding, "utf-16le");
    free_page(&page);
}
