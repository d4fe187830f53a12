#include <criterion/criterion.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/span.h"

/* Frees the buffer. */
static void expect(tn_buf *buf, const char *wanted) {
    cr_expect_not(buf->failed);
    const char *got = buf->data ? buf->data : "";
    cr_expect_str_eq(got, wanted);
    cr_expect_eq(buf->length, strlen(wanted));
    tn_buf_free(buf);
}

Test(buf, puts_of_all_kinds) {
    tn_buf out = TN_BUF_INIT;
    tn_put(&out, "abcdef", 3);
    tn_puts(&out, "-");
    tn_puts(&out, NULL);
    tn_putc(&out, '+');
    tn_put_str(&out, TN_STR("str"));
    tn_put_str(&out, (tenor_string){NULL, 0});
    tn_put_repeat(&out, "\xE2\x80\xA6", 3);
    tn_put_repeat(&out, "x", 0);
    tn_putf(&out, "%d%%%s", 7, "!");
    tn_put_size(&out, 0);
    tn_putc(&out, ' ');
    tn_put_size(&out, SIZE_MAX);
    expect(&out,
           "abc-+str\xE2\x80\xA6\xE2\x80\xA6\xE2\x80\xA6"
           "7%!0 18446744073709551615");
}

Test(buf, grows_keeps_nul_bytes_and_is_reused) {
    tn_buf out = TN_BUF_INIT;
    for (size_t i = 0; i < 100000; i++) tn_put(&out, "a\0b", 3);
    cr_expect_eq(out.length, 300000);
    cr_expect_eq(memcmp(out.data + 299997, "a\0b", 4), 0, "and a NUL after the last byte");
    char *memory = out.data;
    tn_buf_reset(&out);
    cr_expect_eq(out.length, 0);
    tn_putf(&out, "%0*d", 200000, 1);
    cr_expect_eq(out.length, 200000);
    cr_expect_eq(out.data, memory);
    tn_buf_free(&out);
    tn_buf_reset(&out);
    expect(&out, "");
}

Test(buf, a_failure_sticks_until_reset) {
    tn_buf out = TN_BUF_INIT;
    tn_puts(&out, "kept");
    (void)tn_alloc_fail_at(1);
    tn_put_repeat(&out, "0123456789", 1000);
    size_t length = out.length;
    cr_expect(out.failed);
    tn_putc(&out, 'x');
    tn_putf(&out, "%d", 1);
    tn_put_json(&out, TN_STR("x"));
    tn_put_fixed(&out, 1, 1);
    cr_expect_eq(out.length, length, "later puts do nothing");
    cr_expect_not(tn_buf_reserve(&out, 1));
    tn_buf_reset(&out);
    tn_puts(&out, "again");
    (void)tn_alloc_fail_at(0);
    expect(&out, "again");
}

Test(buf, a_size_that_overflows_fails) {
    tn_buf out = TN_BUF_INIT;
    tn_puts(&out, "x");
    cr_expect_not(tn_buf_reserve(&out, SIZE_MAX));
    tn_buf_reset(&out);
    cr_expect_not(tn_buf_reserve(&out, SIZE_MAX / 2));
    tn_buf_free(&out);
}

static void expect_fixed(double value, unsigned digits, const char *wanted) {
    tn_buf out = TN_BUF_INIT;
    tn_put_fixed(&out, value, digits);
    expect(&out, wanted);
}

Test(buf, fixed_numbers) {
    expect_fixed(0, 0, "0");
    expect_fixed(0, 2, "0.00");
    expect_fixed(63.25, 1, "63.2"); /* an exact half goes to even */
    expect_fixed(63.75, 1, "63.8");
    expect_fixed(0.5, 0, "0");
    expect_fixed(1.5, 0, "2");
    expect_fixed(0.045, 2, "0.04"); /* as a double it is 0.04499... */
    expect_fixed(1.005, 2, "1.00");
    expect_fixed(2.675, 2, "2.67");
    expect_fixed(99.999, 2, "100.00");
    expect_fixed(-0.001, 2, "0.00");
    expect_fixed(-0.0, 3, "0.000");
    expect_fixed(-0.0, 12, "0.000000000000");
    expect_fixed(-1e-15, 12, "0.000000000000");
    expect_fixed(-0.005, 2, "-0.01"); /* -0.005000000000000000104 */
    expect_fixed(-0.5, 0, "0");
    expect_fixed(-12.5, 1, "-12.5");
    expect_fixed(0.07, 4, "0.0700");
    expect_fixed(1e22, 1, "10000000000000000000000.0");
    expect_fixed(0.1, 17, "0.10000000000000001");
    expect_fixed(0.1, 99, "0.10000000000000001");
    expect_fixed(NAN, 2, "null");
    expect_fixed(-INFINITY, 2, "null");
}

Test(buf, the_largest_double_fits) {
    tn_buf out = TN_BUF_INIT;
    tn_put_fixed(&out, -DBL_MAX, 17);
    cr_expect_not(out.failed);
    cr_expect_eq(out.length, 1 + 309 + 1 + 17);
    tn_buf_free(&out);
}

/* Against printf, which glibc rounds correctly: random values, and values beside and on every half. */
Test(buf, fixed_agrees_with_printf) {
    tn_buf out = TN_BUF_INIT;
    uint64_t state = 42;
    for (int i = 0; i < 60000; i++) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        unsigned digits = (unsigned)(state >> 60) % 10;
        double value = (double)(int64_t)(state >> 11) * pow(2, -(double)(state >> 58));
        if (i % 3 == 0) value = ((double)(i % 2000) + 0.5) / pow(10, digits);
        if (i % 9 == 0) value = nextafter(value, i % 2 ? 0 : 1e9);
        if (i & 1) value = -value;
        char wanted[400];
        (void)snprintf(wanted, sizeof wanted, "%.*f", (int)digits, value);
        if (strspn(wanted, "-0.") == strlen(wanted) && wanted[0] == '-') memmove(wanted, wanted + 1, strlen(wanted));
        tn_buf_reset(&out);
        tn_put_fixed(&out, value, digits);
        cr_assert_str_eq(out.data, wanted, "%a with %u digits", value, digits);
    }
    tn_buf_free(&out);
}

Test(buf, fixed_ignores_the_locale) {
    static const char *commas[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "ru_RU.UTF-8"};
    for (size_t i = 0; i < 4; i++)
        if (setlocale(LC_NUMERIC, commas[i])) break;
    expect_fixed(1234.5, 1, "1234.5");
    expect_fixed(1234567.5, 12, "1234567.500000000000");
    setlocale(LC_NUMERIC, "C");
}

static void expect_json(tenor_string text, const char *plain, const char *collapsed) {
    tn_buf out = TN_BUF_INIT;
    tn_put_json(&out, text);
    expect(&out, plain);
    tn_put_json_collapsed(&out, text);
    expect(&out, collapsed);
}

Test(buf, json_strings) {
    expect_json(TN_STR(""), "\"\"", "\"\"");
    expect_json((tenor_string){NULL, 0}, "\"\"", "\"\"");
    expect_json(TN_STR("say \"no\" \\ /"), "\"say \\\"no\\\" \\\\ /\"", "\"say \\\"no\\\" \\\\ /\"");
    expect_json(TN_STR("a\tb\r\n  c "), "\"a\\tb\\r\\n  c \"", "\"a b c\"");
    expect_json(TN_STR("\b\f\1\x1f\x7f"), "\"\\b\\f\\u0001\\u001f\\u007f\"", "\"\\b \\u0001\\u001f\\u007f\"");
    expect_json(TN_STR("\xC2\x80\xC2\x9B"
                       "31m\xC2\x9F\xC2\xA1"),
                "\"\\u0080\\u009b31m\\u009f\xC2\xA1\"", "\"\\u0080\\u009b31m\\u009f\xC2\xA1\"");
    expect_json(TN_STR("a\0b"), "\"a\\u0000b\"", "\"a\\u0000b\"");
    expect_json(TN_STR("caf\xC3\xA9 \xF0\x9F\x9A\x80"), "\"caf\xC3\xA9 \xF0\x9F\x9A\x80\"",
                "\"caf\xC3\xA9 \xF0\x9F\x9A\x80\"");
    expect_json(TN_STR("a\xE2\x80\xA8\xE2\x80\xA9z"), "\"a\\u2028\\u2029z\"", "\"a z\"");
    expect_json(TN_STR(" \n\t "), "\" \\n\\t \"", "\"\"");
    expect_json(TN_STR("\xC2\xA0x\xC2\xA0\xE3\x80\x80y"), "\"\xC2\xA0x\xC2\xA0\xE3\x80\x80y\"", "\"x y\"");
}

Test(buf, json_is_valid_whatever_the_bytes) {
    expect_json(TN_STR("a\xFFz"), "\"a\xEF\xBF\xBDz\"", "\"a\xEF\xBF\xBDz\"");
    expect_json(TN_STR("\xC3"), "\"\xEF\xBF\xBD\"", "\"\xEF\xBF\xBD\"");
    expect_json(TN_STR("\xE2\x80\"\xED\xA0\x80"),
                "\"\xEF\xBF\xBD\xEF\xBF\xBD\\\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"",
                "\"\xEF\xBF\xBD\xEF\xBF\xBD\\\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    expect_json(TN_STR("\xEF\xBF\xBD"), "\"\xEF\xBF\xBD\"", "\"\xEF\xBF\xBD\""); /* one that was there stays one */
}

Test(buf, cells_have_no_control_characters) {
    const struct {
        tenor_string text;
        const char *wanted;
    } cases[] = {{TN_STR("a\0b"),
                  "a\xEF\xBF\xBD"
                  "b"},
                 {TN_STR("\x1B[31m\x7F"), "\xEF\xBF\xBD[31m\xEF\xBF\xBD"},
                 {TN_STR("\xC2\x9Bm \xC2\xA0"), "\xEF\xBF\xBDm \xC2\xA0"},
                 {TN_STR("\xC2"), "\xC2"},
                 {TN_STR("\xC2m"), "\xC2m"}, /* of a name of a file that is no UTF-8, nothing is lost */
                 {TN_STR("a\tb"), "a\tb"},
                 {TN_STR("\1\"\n"), "\"\xEF\xBF\xBD\"\"\n\""},
                 {(tenor_string){NULL, 0}, ""},
                 {TN_STR(""), ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tn_buf out = TN_BUF_INIT;
        tn_puts(&out, "<");
        tn_put_cell(&out, cases[i].text, ',');
        cr_expect_str_eq(out.data + 1, cases[i].wanted);
        tn_buf_free(&out);
    }
}

Test(buf, collapsed_text_is_not_escaped) {
    tn_buf out = TN_BUF_INIT;
    tn_put_collapsed(&out, TN_STR("\n \"one\"\n  two\xC2\xA0\xFF "));
    expect(&out, "\"one\" two \xFF");
}

/* Character by character, as the header says it. */
static void put_slowly(tn_buf *out, const char *const *characters, size_t n, bool collapse) {
    bool white = false, any = false;
    tn_putc(out, '"');
    for (size_t i = 0; i < n; i++) {
        const char *c = characters[i];
        if (collapse && (*c == ' ' || *c == '\n')) {
            white = any;
            continue;
        }
        if (white) tn_putc(out, ' ');
        white = false;
        any = true;
        if (*c == '"' || *c == '\\') tn_putc(out, '\\');
        tn_puts(out, *c == '\n' ? "\\n" : *c == 1 ? "\\u0001" : *c == 0x7F ? "\\u007f" : c);
    }
    tn_putc(out, '"');
}

Test(buf, json_of_any_mixture_is_that_of_its_characters) {
    static const char *const alphabet[] = {"a", "b", "z", " ", " ", "\"", "\\", "\n", "\x01", "\x7F", "\xC3\xA9", "~"};
    unsigned seed = 7;
    for (unsigned round = 0; round < 20000; round++) {
        const char *characters[40];
        tn_buf text = TN_BUF_INIT, wanted = TN_BUF_INIT, out = TN_BUF_INIT;
        size_t n = round % 40, kinds = round % 3 ? 5 : sizeof alphabet / sizeof *alphabet;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            characters[i] = alphabet[(seed >> 16) % kinds];
            tn_puts(&text, characters[i]);
        }
        bool collapse = round % 2;
        put_slowly(&wanted, characters, n, collapse);
        collapse ? tn_put_json_collapsed(&out, tn_buf_string(&text)) : tn_put_json(&out, tn_buf_string(&text));
        cr_assert_str_eq(out.data, wanted.data);
        tn_buf_free(&text);
        tn_buf_free(&wanted);
        tn_buf_free(&out);
    }
}
