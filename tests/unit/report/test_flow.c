#include <criterion/criterion.h>

#include "base/span.h"
#include "report/flow.h"
#include "unit/report/view.h"

static void expect_flow(const char *text, size_t width, size_t indent, const char *wanted) {
    tn_buf out = TN_BUF_INIT;
    tn_flow flow = tn_flow_at(&out, width, indent, 0);
    tn_flow_puts(&flow, text);
    tn_flow_end(&flow);
    cr_expect_str_eq(out.data, wanted);
    tn_buf_free(&out);
}

Test(flow, breaks_at_white_space) {
    expect_flow("", 10, 0, "\n");
    expect_flow("one two", 7, 0, "one two\n");
    expect_flow("one two", 6, 0, "one\ntwo\n");
    expect_flow("one two three four", 10, 2, "one two\n  three\n  four\n");
    expect_flow("  one \n\n two  ", 10, 0, "one two\n");
}

Test(flow, breaks_a_word_that_no_line_holds) {
    expect_flow("abcdefghij", 4, 0, "abcd\nefgh\nij\n");
    expect_flow("a bcdefghij", 4, 1, "a\n bcd\n efg\n hij\n");
}

Test(flow, breaks_around_wide_characters) {
    expect_flow("世界世界", 4, 0, "世界\n世界\n");
    expect_flow("a世界", 4, 0, "a世\n界\n");
    expect_flow("ab 世", 4, 0, "ab\n世\n");
}

Test(flow, combining_marks_take_no_column) {
    expect_flow("e\u0301e\u0301e\u0301 x", 5, 0, "e\u0301e\u0301e\u0301 x\n");
}

Test(flow, numbers_are_words) {
    tn_buf out = TN_BUF_INIT;
    tn_flow flow = tn_flow_at(&out, 8, 0, 0);
    tn_flow_puts(&flow, "is about ");
    tn_flow_number(&flow, -12.345, 1);
    tn_flow_puts(&flow, ".");
    tn_flow_end(&flow);
    cr_expect_str_eq(out.data, "is about\n-12.3.\n");
    tn_buf_free(&out);
}

Test(flow, never_too_wide) {
    const char *text =
        "The cease-fire in 東京 (signed on Sept. 1) wouldn't e\u0301ver hold: 'incomprehensibilities', they said.";
    for (size_t width = 4; width < 60; width++)
        for (size_t indent = 0; indent + 2 <= width && indent < 9; indent++) {
            tn_buf out = TN_BUF_INIT;
            tn_flow flow = tn_flow_at(&out, width, indent, 0);
            tn_flow_puts(&flow, text);
            cr_expect_leq(widest_line(&out), width, "width %zu, indent %zu:\n%s", width, indent, out.data);
            tn_buf_free(&out);
        }
}
