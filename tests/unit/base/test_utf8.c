#include <criterion/criterion.h>
#include <string.h>

#include "base/utf8.h"

Test(utf8, every_character_round_trips) {
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char text[4];
        size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        static const unsigned lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
        for (size_t i = n; i-- > 0;) {
            uint32_t bits = c >> (6 * (n - 1 - i));
            text[i] = (char)(n == 1 ? c : i ? 0x80 | (bits & 0x3f) : lead[n] | bits);
        }
        bool surrogate = c >= 0xd800 && c <= 0xdfff;
        cr_assert_eq(tn_utf8_length(text, n), surrogate ? 0 : n, "U+%04X", c);
        if (!surrogate) cr_assert_eq(tn_utf8_decode(text, n), c);
        if (n > 1) cr_assert_eq(tn_utf8_length(text, n - 1), 0, "cut short: U+%04X", c);
    }
}

Test(utf8, ill_formed) {
    static const char *bad[] = {"\x80",
                                "\xBF",
                                "\xC0\x80",
                                "\xC1\xBF",
                                "\xE0\x80\x80",
                                "\xE0\x9F\xBF",
                                "\xED\xA0\x80",
                                "\xF0\x80\x80\x80",
                                "\xF4\x90\x80\x80",
                                "\xF5\x80\x80\x80",
                                "\xFE",
                                "\xFF",
                                "\xC3(",
                                "\xE2\x82(",
                                "\xE2(\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_eq(tn_utf8_length(bad[i], strlen(bad[i])), 0, "case %zu", i);
}

Test(utf8, white_space) {
    static const uint32_t white[] = {' ',  '\t',   '\n',   '\v',   '\f',   '\r',  0x85,
                                     0xa0, 0x1680, 0x2003, 0x2028, 0x202f, 0x3000};
    for (size_t i = 0; i < sizeof white / sizeof *white; i++) cr_expect(tn_is_white(white[i]), "U+%04X", white[i]);
    static const uint32_t black[] = {0, 0x1f, 'a', 0x200b, 0x2060, 0xfeff, 0x180e};
    for (size_t i = 0; i < sizeof black / sizeof *black; i++) cr_expect_not(tn_is_white(black[i]), "U+%04X", black[i]);
}
