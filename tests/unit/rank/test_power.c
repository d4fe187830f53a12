#include <criterion/criterion.h>
#include <math.h>

#include "make_doc.h"
#include "rank/power.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(power, .fini = end);

/* A star: 0 in the middle of 1, 2, 3; y = Mᵀ x. */
static bool star(const double *x, double *y, void *payload) {
    (void)payload;
    y[0] = x[1] + x[2] + x[3];
    y[1] = y[2] = y[3] = x[0] / 3;
    return true;
}

Test(power, a_star_by_hand) {
    tn_power power = TN_POWER_INIT(4, star, NULL);
    power.tolerance = 1e-15;
    cr_assert_eq(tn_power_run(&power, &arena, NULL), TENOR_OK);
    /* m = .0375 + 3 · .85 l and l = .0375 + .85 m / 3 */
    double middle = .0375 * (1 + 3 * .85) / (1 - .85 * .85), leaf = .0375 + .85 * middle / 3;
    cr_expect_float_eq(power.p[0], middle, 1e-14);
    cr_expect_float_eq(power.p[3], leaf, 1e-14);
    cr_expect_float_eq(middle + 3 * leaf, 1.0, 1e-14, "nothing is lost");
}

Test(power, stops_on_the_change_of_the_whole_vector) {
    tn_power power = TN_POWER_INIT(4, star, NULL);
    cr_assert_eq(tn_power_run(&power, &arena, NULL), TENOR_OK);
    cr_expect_lt(power.change, 1e-8);
    cr_expect_gt(power.iteration, 50, "a star swings at 0.85 to the power of k");
    cr_expect_leq(power.iteration, 119);
}

Test(power, stops_at_the_cap) {
    tn_power power = TN_POWER_INIT(4, star, NULL);
    power.max_iterations = 3;
    cr_assert_eq(tn_power_run(&power, &arena, NULL), TENOR_OK);
    cr_expect_eq(power.iteration, 3);
}

Test(power, a_restart_of_its_own) {
    const double restart[] = {0, 1, 0, 0};
    tn_power power = TN_POWER_INIT(4, star, NULL);
    power.restart = restart;
    cr_assert_eq(tn_power_run(&power, &arena, NULL), TENOR_OK);
    cr_expect_gt(power.p[1], power.p[2]);
    cr_expect_float_eq(power.p[2], power.p[3], 1e-12);
}

static bool infinite(const double *x, double *y, void *payload) {
    (void)payload;
    y[0] = x[0] / 0.0;
    return true;
}

static bool failing(const double *x, double *y, void *payload) {
    (void)payload;
    y[0] = x[0];
    return false;
}

Test(power, what_is_not_finite_is_an_error) {
    tenor_error error;
    tn_power power = TN_POWER_INIT(1, infinite, NULL);
    cr_expect_eq(tn_power_run(&power, &arena, &error), TENOR_E_NUMERIC);
    cr_expect_eq(error.status, TENOR_E_NUMERIC);
    tn_power second = TN_POWER_INIT(1, failing, NULL);
    cr_expect_eq(tn_power_run(&second, &arena, &error), TENOR_E_NUMERIC);
}
