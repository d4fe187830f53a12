#include <criterion/criterion.h>

#include "base/span.h"

static void expect(tenor_string got, const char *wanted) {
    cr_expect(tn_equal(got, tn_str(wanted)), "got '%.*s', wanted '%s'", (int)got.length, got.data, wanted);
}

Test(span, of_a_literal_counts_inner_nul) {
    cr_expect_eq(TN_STR("a\0b").length, 3);
    cr_expect_eq(tn_str("a\0b").length, 1);
    cr_expect_eq(tn_str(NULL).length, 0);
}

Test(span, equality) {
    cr_expect(tn_equal(TN_STR("war"), TN_STR("war")));
    cr_expect_not(tn_equal(TN_STR("war"), TN_STR("wary")));
    cr_expect_not(tn_equal(TN_STR("war"), TN_STR("War")));
    cr_expect(tn_equal((tenor_string){NULL, 0}, TN_STR("")));
    cr_expect(tn_equal_nocase(TN_STR("U.S. Congress"), TN_STR("u.s. cONGRESS")));
    cr_expect_not(tn_equal_nocase(TN_STR("@"), TN_STR("`")), "only letters have case");
    cr_expect_not(tn_equal_nocase(TN_STR("\xC3\x84"), TN_STR("\xC3\xA4")), "only ASCII has case here");
}

Test(span, prefix_and_suffix) {
    cr_expect(tn_starts_nocase(TN_STR("READ MORE: x"), TN_STR("read more")));
    cr_expect_not(tn_starts_nocase(TN_STR("READ"), TN_STR("read more")));
    cr_expect(tn_starts_nocase(TN_STR(""), TN_STR("")));
    cr_expect(tn_ends_nocase(TN_STR("en.TSV"), TN_STR(".tsv")));
    cr_expect_not(tn_ends_nocase(TN_STR("sv"), TN_STR(".tsv")));
}

Test(span, trim) {
    expect(tn_trim(TN_STR(" \t\r\n\v\fa b\n")), "a b");
    expect(tn_trim(TN_STR("   ")), "");
    expect(tn_trim(TN_STR("")), "");
    cr_expect_not(tn_is_space('\0'));
    cr_expect_not(tn_is_space('\xA0'));
}

Test(span, split_keeps_empty_parts) {
    tenor_string rest = TN_STR("a,,b,"), part;
    const char *wanted[] = {"a", "", "b", ""};
    for (size_t i = 0; i < 4; i++) {
        cr_assert(tn_split(&rest, ',', &part));
        expect(part, wanted[i]);
    }
    cr_expect_not(tn_split(&rest, ',', &part));
}

Test(span, split_of_nothing_is_one_empty_part) {
    tenor_string rest = TN_STR(""), part;
    cr_expect(tn_split(&rest, ',', &part));
    cr_expect_eq(part.length, 0);
    cr_expect_not(tn_split(&rest, ',', &part));
}
