#include <criterion/criterion.h>
#include <math.h>

#include "rank/cauchy.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(cauchy, .fini = end);

static double worst_error(const tn_cauchy *c, const double *x) {
    double worst = 0;
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = 0; j < c->n; j++) {
            double sum = 0;
            for (size_t r = 0; r < c->stride; r++) sum += c->g[i * c->stride + r] * c->g[j * c->stride + r];
            worst = fmax(worst, fabs(sum * (x[i] + x[j]) - 1.0));
        }
    return worst;
}

Test(cauchy, a_dozen_columns_for_any_lengths) {
    static const size_t sizes[] = {1, 2, 5, 11, 30, 60, 200, 1000};
    double x[1000];
    for (size_t l = 0; l < 1000; l++) x[l] = log((double)l + 2);
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        tn_cauchy c;
        cr_assert_eq(tn_cauchy_factor(&c, x, sizes[s], 1e-15, &arena, NULL), TENOR_OK);
        cr_expect_leq(c.rank, 14, "rank %zu for %zu", c.rank, sizes[s]);
        cr_expect_leq(c.rank, c.n);
        cr_expect_leq(c.rank, c.stride);
        cr_expect_lt(worst_error(&c, x), 1e-13, "%g for %zu", worst_error(&c, x), sizes[s]);
    }
}

Test(cauchy, lengths_far_apart) {
    const double x[] = {log(2), log(3), log(50), log(1e3), log(1e6), log(1e9)};
    tn_cauchy c;
    cr_assert_eq(tn_cauchy_factor(&c, x, 6, 1e-15, &arena, NULL), TENOR_OK);
    cr_expect_eq(c.rank, 6);
    cr_expect_lt(worst_error(&c, x), 1e-14);
}

Test(cauchy, nothing) {
    tn_cauchy c;
    cr_assert_eq(tn_cauchy_factor(&c, NULL, 0, 1e-15, &arena, NULL), TENOR_OK);
    cr_expect_eq(c.rank, 0);
    cr_expect_gt(c.stride, 0);
    cr_expect_eq(c.g[c.stride - 1], 0, "there is a row to read");
}
