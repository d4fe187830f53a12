#include <criterion/criterion.h>

#include "base/span.h"
#include "report/escape.h"
#include "report/width.h"

static void expect_clean(const char *text, size_t length, const char *wanted) {
    tn_buf out = TN_BUF_INIT;
    tn_puts(&out, "");
    tn_put_clean(&out, (tenor_string){text, length});
    cr_expect_str_eq(out.data ? out.data : "", wanted);
    tn_buf_free(&out);
}

#define CLEAN(literal, wanted) expect_clean(literal, sizeof(literal) - 1, wanted)

Test(escape, white_space_is_one_space) {
    CLEAN("", "");
    CLEAN(" \n\t ", "");
    CLEAN("  a \r\n b\u00A0\u2003c  ", "a b c");
}

Test(escape, nothing_moves_the_terminal) {
    CLEAN("a\033[31mred\033[0m", "ared");
    CLEAN("a\033[2J\033]0;title\007b", "a]0;titleb");
    CLEAN("\033[", "[");
    CLEAN("\033[12", "[12");
    CLEAN(
        "a\bb\x7F"
        "c\0d",
        "abcd");
    CLEAN(
        "a\xC2\x9B"
        "31mb",
        "a31mb");
}

Test(escape, nothing_turns_the_direction) {
    CLEAN("a\u202Eb\u2066c\u200Fd\uFEFFe", "abcde");
    CLEAN("co\u00ADoperate", "cooperate");
}

Test(escape, what_is_no_character_shows) {
    CLEAN("a\xFFz", "a\uFFFDz");
    CLEAN("\xE2\x82", "\uFFFD\uFFFD");
    CLEAN("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD");
}

Test(escape, a_glyph_knows_its_place) {
    size_t at = 0;
    tn_glyph glyph;
    tenor_string text = TN_STR("\033[1mé x");
    cr_assert(tn_glyph_next(text, &at, &glyph));
    cr_expect_eq(glyph.at, 4);
    cr_expect_eq(glyph.code, 0xe9);
    cr_assert(tn_glyph_next(text, &at, &glyph));
    cr_expect(glyph.space);
    cr_assert(tn_glyph_next(text, &at, &glyph));
    cr_expect_not(tn_glyph_next(text, &at, &glyph));
}

Test(width, of_text) {
    static const struct {
        const char *text;
        size_t width;
    } cases[] = {{"", 0},         {"abc", 3},        {" a  b ", 3},  {"é", 1},           {"e\u0301", 1},
                 {"世界", 4},     {"한국", 4},       {"かな", 4},    {"ｗ", 2},          {"\U0001F600", 2},
                 {"a\u200Db", 2}, {"\U00020000", 2}, {"Україна", 7}, {"\033[1mbold", 4}, {"▕█░▏", 4}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(tn_text_width(tn_str(cases[i].text)), cases[i].width, "\"%s\" is %zu wide", cases[i].text,
                     tn_text_width(tn_str(cases[i].text)));
}
