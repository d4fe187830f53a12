#include <criterion/criterion.h>

#include "make_doc.h"
#include "rank/csr.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(csr, .fini = end);

/* The example of the header with a, b, c = 2, 3, 5. */
static tn_csr example(void) {
    static int row_start[] = {0, 2, 2, 3}, column[] = {0, 2, 1};
    static double value[] = {2, 3, 5};
    return (tn_csr){3, 3, row_start, column, value};
}

Test(csr, products) {
    tn_csr a = example();
    const double x[] = {1, 10, 100};
    double y[3];
    cr_assert(tn_csr_times(&a, x, y));
    cr_expect_eq(y[0], 302);
    cr_expect_eq(y[1], 0);
    cr_expect_eq(y[2], 50);
    cr_assert(tn_csr_transposed_times(&a, x, y));
    cr_expect_eq(y[0], 2);
    cr_expect_eq(y[1], 500);
    cr_expect_eq(y[2], 3);
    cr_expect_eq(tn_csr_row_square(&a, 0), 13);
}

Test(csr, products_without_rows_columns_or_entries) {
    int row_start[] = {0, 0, 0};
    double none[1] = {7}, y[2] = {7, 7};
    tn_csr a = {2, 0, row_start, NULL, NULL};
    cr_assert(tn_csr_times(&a, none, y));
    cr_expect_eq(y[0], 0);
    cr_expect_eq(y[1], 0);
    cr_assert(tn_csr_transposed_times(&a, y, none));
    cr_expect_eq(none[0], 7);
    tn_csr empty = {0, 2, row_start, NULL, NULL};
    y[0] = y[1] = 7;
    cr_assert(tn_csr_transposed_times(&empty, none, y));
    cr_expect_eq(y[1], 0);
    cr_assert(tn_csr_times(&empty, y, none));
}

Test(csr, transpose_and_back) {
    for (uint64_t seed = 0; seed < 10; seed++) {
        const tn_terms *terms = make_input(&arena, make_random_doc(&arena, 40, 90, 0, 20, seed)).terms;
        tn_csr a = tn_csr_of(terms, terms->count), b, c;
        cr_assert_eq(tn_csr_transpose(&b, &a, &arena, NULL), TENOR_OK);
        cr_assert_eq(tn_csr_transpose(&c, &b, &arena, NULL), TENOR_OK);
        cr_assert_eq(c.n, a.n);
        cr_assert_arr_eq(c.row_start, a.row_start, (a.n + 1) * sizeof(int));
        cr_assert_arr_eq(c.column, a.column, (size_t)a.row_start[a.n] * sizeof(int));
        cr_assert_arr_eq(c.value, a.value, (size_t)a.row_start[a.n] * sizeof(double));
    }
}

Test(csr, shared_keeps_what_two_rows_have) {
    const tn_doc *doc = MAKE_DOC(&arena, "peace talks failed", "talks", "talks peace army", "navy");
    const tn_terms *terms = make_input(&arena, doc).terms;
    tn_csr all = tn_csr_of(terms, terms->count), shared;
    cr_assert_eq(tn_csr_shared(&shared, &all, 1, 2, 99, &arena, NULL), TENOR_OK);
    cr_expect_eq(shared.m, 2, "peace, talks");
    cr_expect_eq(shared.row_start[1], 2);
    cr_expect_eq(shared.row_start[2], 3);
    cr_expect_eq(shared.row_start[3], 5);
    cr_expect_eq(shared.row_start[4], 5);
    cr_assert_eq(tn_csr_shared(&shared, &all, 3, 2, 99, &arena, NULL), TENOR_OK);
    cr_expect_eq(shared.m, 2, "two rows of three terms have peace and talks");
    cr_expect_eq(shared.row_start[2], 2, "the second is empty");
    cr_expect_eq(shared.row_start[4], 4);
    cr_assert_eq(tn_csr_shared(&shared, &all, 1, 3, 99, &arena, NULL), TENOR_OK);
    cr_expect_eq(shared.m, 1, "talks");
    cr_assert_eq(tn_csr_shared(&shared, &all, 1, 2, 2, &arena, NULL), TENOR_OK);
    cr_expect_eq(shared.m, 1, "peace");
    cr_expect_eq(shared.row_start[1], 1);
    cr_expect_eq(shared.row_start[2], 1);
}
