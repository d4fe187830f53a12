#include <criterion/criterion.h>
#include <string.h>

#include "base/status.h"

Test(status, every_status_has_a_name_of_its_own) {
    for (int a = TENOR_OK; a <= TENOR_E_NUMERIC; a++) {
        const char *name = tenor_status_name((tenor_status)a);
        cr_expect_neq(name[0], '\0');
        cr_expect_str_neq(name, "unknown");
        for (int b = TENOR_OK; b < a; b++) cr_expect_str_neq(name, tenor_status_name((tenor_status)b));
    }
    cr_expect_str_eq(tenor_status_name(TENOR_E_INVALID_UTF8), "invalid_utf8");
    cr_expect_str_eq(tenor_status_name((tenor_status)999), "unknown");
}

Test(status, fail_fills_and_clears) {
    tenor_error error;
    memset(&error, 'x', sizeof error);
    cr_expect_eq(tn_fail(&error, TENOR_E_DATA, "weight %d of %s", 11, "attack"), TENOR_E_DATA);
    cr_expect_eq(error.status, TENOR_E_DATA);
    cr_expect_str_eq(error.message, "weight 11 of attack");
    cr_expect_eq(error.line + error.column + error.offset, 0);
    cr_expect_str_eq(error.source, "");
    cr_expect_str_eq(error.excerpt, "");
}

Test(status, a_long_message_is_cut_not_overrun) {
    char text[2000];
    memset(text, 'm', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    tenor_error error;
    (void)tn_fail(&error, TENOR_E_IO, "%s", text);
    tn_error_source(&error, text);
    cr_expect_eq(strlen(error.message), sizeof error.message - 1);
    cr_expect_eq(strlen(error.source), sizeof error.source - 1);
}

Test(status, no_error_wanted) {
    cr_expect_eq(tn_fail(NULL, TENOR_E_USAGE, "x"), TENOR_E_USAGE);
    cr_expect_eq(tn_fail_memory(NULL), TENOR_E_MEMORY);
    tn_error_source(NULL, "x");
}

static tenor_status through(tenor_status inner, int *reached) {
    TN_TRY(inner);
    *reached = 1;
    return TENOR_OK;
}

Test(status, try_returns_the_first_failure) {
    int reached = 0;
    cr_expect_eq(through(TENOR_E_TOO_LARGE, &reached), TENOR_E_TOO_LARGE);
    cr_expect_eq(reached, 0);
    cr_expect_eq(through(TENOR_OK, &reached), TENOR_OK);
    cr_expect_eq(reached, 1);
}
