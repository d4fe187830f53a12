#include <criterion/criterion.h>

#include "base/linefile.h"

Test(linefile, gives_the_lines_that_say_something_with_their_numbers) {
    tn_lines lines = tn_lines_of(TN_STR("# a comment\n\none\t1  \r\n  \n#! kind=x\n#\ntwo\n#"), "file");
    cr_assert(tn_lines_next(&lines));
    cr_expect(tn_equal(lines.text, TN_STR("one\t1")));
    cr_expect_eq(lines.number, 3);
    cr_assert(tn_lines_next(&lines));
    cr_expect(tn_equal(lines.text, TN_STR("#! kind=x")));
    cr_expect_eq(lines.number, 5);
    cr_assert(tn_lines_next(&lines));
    cr_expect(tn_equal(lines.text, TN_STR("two")));
    cr_expect_eq(lines.number, 7);
    cr_expect_not(tn_lines_next(&lines));
    cr_expect_not(tn_lines_next(&lines));
}

Test(linefile, skips_a_byte_order_mark_and_takes_a_last_line_without_end) {
    tn_lines lines = tn_lines_of(TN_STR("\xEF\xBB\xBFone"), "file");
    cr_assert(tn_lines_next(&lines));
    cr_expect(tn_equal(lines.text, TN_STR("one")));
    lines = tn_lines_of(TN_STR(""), "file");
    cr_expect_not(tn_lines_next(&lines));
}

Test(linefile, a_failure_has_file_line_column_in_characters_and_the_line) {
    tn_lines lines = tn_lines_of(TN_STR("\ncaf\xC3\xA9\tbad"), "list.txt");
    tenor_error error = {0};
    cr_assert(tn_lines_next(&lines));
    tenor_string at = tn_slice(lines.text, 6, lines.text.length);
    cr_expect_eq(tn_lines_fail(&lines, at, &error, "no such %s", "word"), TENOR_E_DATA);
    cr_expect_eq(error.status, TENOR_E_DATA);
    cr_expect_eq(error.line, 2);
    cr_expect_eq(error.column, 6);
    cr_expect_str_eq(error.source, "list.txt");
    cr_expect_str_eq(error.message, "no such word");
    cr_expect_str_eq(error.excerpt, "caf\xC3\xA9\tbad");
    cr_expect_eq(tn_lines_fail(&lines, at, NULL, "nobody listens"), TENOR_E_DATA);
}
