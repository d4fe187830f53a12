#include "data/table.h"

#include "place.h"

static tn_data_file file_of(const char *text) { return (tn_data_file){"table.tsv", tn_str(text)}; }

/* Reads all rows; the status of the last step. */
static tenor_status read_all(const char *text, size_t least, tenor_error *error) {
    tn_data_file file = file_of(text);
    tn_table table = tn_table_of(&file);
    tenor_status status;
    *error = (tenor_error){0};
    while (tn_table_next(&table, least, &status, error)) continue;
    return status;
}

Test(table, rows_columns_and_directives) {
    tn_data_file file = file_of("#! kind=list lang=de version=3\none\t1\t\tx\n# no\ntwo\n");
    tn_table table = tn_table_of(&file);
    tenor_status status;
    tenor_error error = {0};
    cr_expect(tn_equal(table.lang, TN_STR("en")));
    cr_expect(tn_equal(table.version, TN_STR("0")));
    cr_assert(tn_table_next(&table, 1, &status, &error));
    cr_expect_eq(table.n_columns, 4);
    cr_expect(tn_equal(table.column[1], TN_STR("1")));
    cr_expect_eq(table.column[2].length, 0);
    cr_expect_eq(table.column[6].length, 0);
    cr_expect(tn_equal(table.kind, TN_STR("list")));
    cr_expect(tn_equal(table.lang, TN_STR("de")));
    cr_expect(tn_equal(table.version, TN_STR("3")));
    cr_assert(tn_table_next(&table, 1, &status, &error));
    cr_expect(tn_equal(table.column[0], TN_STR("two")));
    cr_expect_not(tn_table_next(&table, 1, &status, &error));
    cr_expect_eq(status, TENOR_OK);
}

Test(table, errors_say_where) {
    tenor_error error;
    cr_expect_eq(read_all("a\tb\nc\n", 2, &error), TENOR_E_DATA);
    expect_place(&error, 2, 2, "2 columns");
    cr_expect_eq(read_all("1\t2\t3\t4\t5\t6\t7\t8\t9\n", 1, &error), TENOR_E_DATA);
    expect_place(&error, 1, 17, "too many columns");
    cr_expect_eq(read_all("a\n#! kind=x color=red\n", 1, &error), TENOR_E_DATA);
    expect_place(&error, 2, 11, "unknown directive");
    cr_expect_eq(read_all("#! kind\n", 1, &error), TENOR_E_DATA);
    expect_place(&error, 1, 4, "key=value");
    cr_expect_str_eq(error.source, "table.tsv");
}

Test(table, a_kind_is_checked_where_one_is_said) {
    tn_data_file said = file_of("#! kind=speech\nsaid\n"), silent = file_of("said\n");
    tenor_status status;
    tenor_error error = {0};
    tn_table table = tn_table_of(&said);
    cr_assert(tn_table_next(&table, 1, &status, &error));
    cr_expect_eq(tn_table_expect_kind(&table, "speech", &error), TENOR_OK);
    cr_expect_eq(tn_table_expect_kind(&table, "roles", &error), TENOR_E_DATA);
    expect_place(&error, 2, 1, "'speech' where 'roles'");
    table = tn_table_of(&silent);
    cr_assert(tn_table_next(&table, 1, &status, &error));
    cr_expect_eq(tn_table_expect_kind(&table, "roles", &error), TENOR_OK);
}

Test(table, numbers) {
    double value;
    static const struct {
        const char *text;
        double value;
    } good[] = {{"0", 0},
                {"-7.5", -7.5},
                {"+2", 2},
                {".5", .5},
                {"3.", 3},
                {"0.0625", .0625},
                {"123456789012345", 123456789012345.}};
    static const char *const bad[] = {"",   "-",  ".",     "1,5", "1e3", "0x1",
                                      " 1", "1 ", "1.2.3", "nan", "inf", "1234567890123456"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        cr_expect(tn_parse_number(tn_str(good[i].text), &value), "%s", good[i].text);
        cr_expect_eq(value, good[i].value, "%s: %g", good[i].text, value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_not(tn_parse_number(tn_str(bad[i]), &value), "'%s'", bad[i]);
    tn_data_file file = file_of("a\t11\nb\tx\n");
    tn_table table = tn_table_of(&file);
    tenor_status status;
    tenor_error error = {0};
    cr_assert(tn_table_next(&table, 2, &status, &error));
    cr_expect_eq(tn_table_number(&table, 1, 0, 10, &value, &error), TENOR_E_DATA);
    expect_place(&error, 1, 3, "not within 0 and 10");
    cr_assert(tn_table_next(&table, 2, &status, &error));
    cr_expect_eq(tn_table_number(&table, 1, 0, 10, &value, &error), TENOR_E_DATA);
    expect_place(&error, 2, 3, "not a number");
}
