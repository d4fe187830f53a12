/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "corpus/csv.h"

static void expect_cells(const char *record, char separator, const char *const *wanted, size_t n) {
    tn_arena arena = TN_ARENA_INIT;
    tn_cells cells = {0};
    tenor_error error;
    cr_assert(tn_csv_split(&cells, tn_str(record), separator, &arena, &error) == TENOR_OK, "%s", record);
    cr_assert(cells.count == n, "%s: %zu cells", record, cells.count);
    for (size_t i = 0; i < n; i++) {
        tenor_string value;
        cr_assert(tn_csv_value(&value, cells.at[i], &arena, &error) == TENOR_OK);
        cr_expect(tn_equal(value, tn_str(wanted[i])), "%s: cell %zu is '%.*s'", record, i, (int)value.length,
                  value.data);
    }
    tn_arena_free(&arena);
}

#define EXPECT(record, separator, ...)                                  \
    expect_cells(record, separator, (const char *const[]){__VA_ARGS__}, \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

Test(csv, cells_are_what_rfc_4180_says) {
    EXPECT("a,b,c", ',', "a", "b", "c");
    EXPECT("", ',', "");
    EXPECT(",", ',', "", "");
    EXPECT("\"a\",\"b,c\"", ',', "a", "b,c");
    EXPECT("\"say \"\"yes\"\"\",x", ',', "say \"yes\"", "x");
    EXPECT("\"two\nlines\",\"\"", ',', "two\nlines", "");
    EXPECT("a 5\" pipe,b", ',', "a 5\" pipe", "b");
    EXPECT("a\t\"b\tc\"\td", '\t', "a", "b\tc", "d");
    EXPECT(" a , b ", ',', " a ", " b ");
}

Test(csv, broken_quotation_is_told_with_its_place) {
    tn_arena arena = TN_ARENA_INIT;
    tn_cells cells = {0};
    tenor_error error;
    cr_expect(tn_csv_split(&cells, tn_str("a,\"b"), ',', &arena, &error) == TENOR_E_INVALID_CSV);
    cr_expect(error.offset == 2);
    cells = (tn_cells){0};
    cr_expect(tn_csv_split(&cells, tn_str("\"a\"b,c"), ',', &arena, &error) == TENOR_E_INVALID_CSV);
    cr_expect(error.offset == 3);
    tn_arena_free(&arena);
}

/* The end is found wherever the bytes are broken off in between. */
Test(csv, the_end_of_a_record_is_found_piece_by_piece) {
    const char *text = "a,\"b\n\"\"c\"\"\n\",5\" d\nnext";
    size_t length = strlen(text), wanted = (size_t)(strstr(text, "\nnext") - text);
    for (size_t cut = 0; cut <= wanted; cut++) {
        tn_csv_scan scan = {0};
        cr_assert(tn_csv_end(&scan, ',', text, 0, cut) == cut);
        cr_expect(tn_csv_end(&scan, ',', text, cut, length) == wanted, "cut at %zu", cut);
        cr_expect(scan.newlines == 2);
    }
}

Test(csv, what_is_written_reads_back) {
    static const char *const values[] = {"plain",  "",          "a,b", "say \"yes\"", "two\nlines",
                                         " edge ", "tab\there", "\"",  "\r"};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        tn_buf out = TN_BUF_INIT;
        tn_arena arena = TN_ARENA_INIT;
        tn_cells cells = {0};
        tenor_error error;
        tn_put_cell(&out, tn_str(values[i]), ',');
        tn_puts(&out, ",x");
        cr_assert(tn_csv_split(&cells, tn_buf_string(&out), ',', &arena, &error) == TENOR_OK);
        tenor_string value;
        cr_assert(tn_csv_value(&value, cells.at[0], &arena, &error) == TENOR_OK);
        cr_expect(cells.count == 2 && tn_equal(value, tn_str(values[i])), "'%s'", values[i]);
        tn_arena_free(&arena);
        tn_buf_free(&out);
    }
}
