#include "corpus/flaw.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const char *flaw(const char *json, size_t length, size_t *at) {
    return tn_json_flaw((tenor_string){json, length}, at);
}

/* At every place of strings of many lengths, since eight bytes are looked at at once. */
Test(flaw, a_control_character_is_found_wherever_it_stands) {
    char json[64];
    size_t at;
    for (size_t length = 1; length < 40; length++) {
        json[0] = '"';
        memset(json + 1, 'x', length);
        json[length + 1] = '"';
        cr_expect_null(flaw(json, length + 2, &at));
        for (size_t i = 1; i <= length; i++) {
            json[i] = '\n';
            cr_expect_not_null(flaw(json, length + 2, &at));
            cr_expect_eq(at, i);
            json[i] = '\x1F';
            cr_expect_not_null(flaw(json, length + 2, &at));
            json[i] = 'x';
        }
    }
}

Test(flaw, a_string_ends_at_its_own_quotation_mark) {
    size_t at;
    cr_expect_null(flaw(TN_STR("[\"a \\\" b\", \"\\\\\", \"\"]").data, 20, &at));
    cr_expect_not_null(tn_json_flaw(TN_STR("[\"a \\\\\", 01]"), &at), "the backslash is escaped, the number outside");
    cr_expect_eq(at, 9);
    cr_expect_null(tn_json_flaw(TN_STR("[\"a \\\", 01]"), &at), "never closed: json-c's to say");
    cr_expect_null(tn_json_flaw(TN_STR("\"abcdefg\\"), &at));
    cr_expect_not_null(tn_json_flaw(TN_STR("{\"a long enough key\": NaN}"), &at));
    cr_expect_eq(at, 22);
}
