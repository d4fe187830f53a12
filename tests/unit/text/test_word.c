#include <criterion/criterion.h>
#include <stdio.h>

#include "base/buf.h"
#include "text/word.h"

/* The words of a text, joined with "|". */
static const char *words_of(const char *text) {
    static char joined[1024];
    tenor_string s = tn_str(text);
    size_t n = 0;
    tn_word word;
    joined[0] = '\0';
    for (uint32_t at = 0; tn_word_next(s, at, (uint32_t)s.length, &word); at = word.end)
        n += (size_t)snprintf(joined + n, sizeof joined - n, "%s%.*s", n ? "|" : "", (int)(word.end - word.start),
                              text + word.start);
    return joined;
}

Test(word, begin_and_end_where_the_header_says) {
    static const char *const rows[][2] = {
        {"Talks failed.", "Talks|failed"},
        {"  the U.S. Army  ", "the|U.S.|Army"},
        {"at 5 p.m. on", "at|5|p.m.|on"},
        {"H.R. McMaster", "H.R.|McMaster"},
        {"a Ph.D. thesis", "a|Ph.D.|thesis"},
        {"it ended.The war", "it|ended|The|war"},
        {"J.K.Rowling", "J.K.|Rowling"},
        {"Moscow-backed", "Moscow|backed"},
        {"snake_case", "snake|case"},
        {"don't and don\xE2\x80\x99t", "don't|and|don\xE2\x80\x99t"},
        {"Syria's army, the soldiers' camp", "Syria's|army|the|soldiers|camp"},
        {"'quoted'", "quoted"},
        {"1,234.5 and 5:30", "1,234.5|and|5:30"},
        {"in 1999, 2000", "in|1999|2000"},
        {"note: see", "note|see"},
        {"AT&T, R&D, a&b", "AT&T|R&D|a|b"},
        {"jane.doe@example.org wrote", "jane.doe@example.org|wrote"},
        {"Jane.Doe@example.org wrote", "Jane.Doe@example.org|wrote"},
        {"see https://example.org/a.b/c?d=1#e.", "see|https://example.org/a.b/c?d=1#e"},
        {"HTTPS://EXAMPLE.ORG, too", "HTTPS://EXAMPLE.ORG|too"},
        {"(http://example.org)", "http://example.org"},
        {"hairy htt http", "hairy|htt|http"},
        {"\xE5\x8C\x97\xE4\xBA\xAC\xE3\x81\xAE", "\xE5\x8C\x97|\xE4\xBA\xAC|\xE3\x81\xAE"},
        {"cafe\xCC\x81 na\xC3\xAFve", "cafe\xCC\x81|na\xC3\xAFve"},
        {"\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0.", "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"},
        {"\xF0\x9F\x98\x80 ok", "ok"},
        {"10'000 and 5'10\"", "10'000|and|5'10"},
        {"col\u00B7laborar, 3\u00B74, \u00B7 dot", "col\u00B7laborar|3|4|dot"},
        {"\u0661\u066C\u0660\u0660\u0660 \u0663\u066B\u0661", "\u0661\u066C\u0660\u0660\u0660|\u0663\u066B\u0661"},
        {"\uFF11\uFF0C\uFF10\uFF10\uFF10", "\uFF11\uFF0C\uFF10\uFF10\uFF10"},
        {"\u30B3\u30FCa", "\u30B3|\u30FC|a"},
        {"\u304B\u3099\u304D", "\u304B\u3099|\u304D"},
        {"\uFF76\uFF9E\uFF77", "\uFF76\uFF9E|\uFF77"},
        {"don\u2019\u00ADt", "don\u2019\u00ADt"},
        {"... !? --", ""},
        {"", ""},
        {"a", "a"},
        {"G20's COVID19", "G20's|COVID19"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_str_eq(words_of(rows[i][0]), rows[i][1], "%s: %s", rows[i][0], words_of(rows[i][0]));
}

static uint32_t flags_of(const char *text, size_t index) {
    tenor_string s = tn_str(text);
    tn_word word;
    for (uint32_t at = 0; tn_word_next(s, at, (uint32_t)s.length, &word); at = word.end)
        if (index-- == 0) return word.flags;
    cr_assert_fail("no such word in %s", text);
    return 0;
}

Test(word, flags_say_how_it_looks) {
    cr_expect_eq(flags_of("peace", 0), 0);
    cr_expect_eq(flags_of("Peace", 0), TN_WORD_CAPITAL);
    cr_expect_eq(flags_of("NATO", 0), TN_WORD_CAPITAL | TN_WORD_ALL_CAPS);
    cr_expect_eq(flags_of("I", 0), TN_WORD_CAPITAL);
    cr_expect_eq(flags_of("G20", 0), TN_WORD_CAPITAL);
    cr_expect_eq(flags_of("MH17", 0), TN_WORD_CAPITAL | TN_WORD_ALL_CAPS);
    cr_expect_eq(flags_of("2,000", 0), TN_WORD_NUMBER);
    cr_expect_eq(flags_of("3rd", 0), TN_WORD_NUMBER);
    cr_expect_eq(flags_of("U.S.", 0), TN_WORD_CAPITAL | TN_WORD_ALL_CAPS | TN_WORD_DOTTED);
    cr_expect_eq(flags_of("Iran's", 0), TN_WORD_CAPITAL | TN_WORD_POSSESSIVE);
    cr_expect_eq(flags_of("Iran\xE2\x80\x99s", 0), TN_WORD_CAPITAL | TN_WORD_POSSESSIVE);
    cr_expect_eq(flags_of("\xC3\x89lys\xC3\xA9"
                          "e",
                          0),
                 TN_WORD_CAPITAL);
}

Test(word, flags_say_what_stands_before) {
    cr_expect_eq(flags_of("a b", 1), 0);
    cr_expect_eq(flags_of("a-b", 1), TN_WORD_HYPHEN);
    cr_expect_eq(flags_of("a -b", 1), 0);
    cr_expect_eq(flags_of("a. b", 1), TN_WORD_TERMINATOR);
    cr_expect_eq(flags_of("a, b", 1), TN_WORD_CLAUSE);
    cr_expect_eq(flags_of("a \xE2\x80\x94 b", 1), TN_WORD_CLAUSE);
    cr_expect_eq(flags_of("a\nb", 1), TN_WORD_NEWLINE);
    cr_expect_eq(flags_of("a (\xE2\x80\x9C"
                          "b",
                          1),
                 TN_WORD_CLAUSE | TN_WORD_QUOTE);
    cr_expect_eq(flags_of("a.\xE2\x80\x9D b", 1), TN_WORD_TERMINATOR | TN_WORD_QUOTE);
    cr_expect_eq(flags_of("a \xE2\x80\xA2 b", 1), TN_WORD_TERMINATOR);
}

Test(word, the_stem_has_no_possessive) {
    static const char *const rows[][2] = {
        {"Iran's", "Iran"}, {"IRAN'S", "IRAN"}, {"Iran\xE2\x80\x99s", "Iran"}, {"its", "its"}, {"'s", "s"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tenor_string text = tn_str(rows[i][0]);
        tn_word word;
        cr_assert(tn_word_next(text, 0, (uint32_t)text.length, &word));
        cr_expect(tn_equal(tn_word_stem(text, &word), tn_str(rows[i][1])), "%s", rows[i][0]);
    }
}

/* The quick ways of reading must not look past `end`, nor depend on what stands there. */
Test(word, the_end_is_the_end_whatever_follows) {
    static const char text[] = "abcdefgh.ijk";
    tn_word word;
    for (uint32_t end = 1; end < sizeof text; end++) {
        cr_assert(tn_word_next(TN_STR(text), 0, end, &word));
        cr_expect_leq(word.end, end);
        cr_expect_eq(word.end, end <= 8 ? end : end == 9 ? 8 : end);
    }
    cr_expect_not(tn_word_next(TN_STR(text), 8, 9, &word));
}
