/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "engine/timing.h"

Test(timing, quantiles_are_near_the_true_ones) {
    static tn_timing timing;
    cr_expect(tn_timing_quantile(&timing, 0.5) == 0);
    for (int i = 1; i <= 1000; i++) tn_timing_add(&timing, i * 1e-6);
    static const double shares[] = {0.01, 0.5, 0.95, 0.99, 1};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        double exact = shares[i], found = tn_timing_quantile(&timing, shares[i]); /* both in ms */
        cr_expect(found >= exact * 0.999 && found <= exact * 1.07, "%g: %g", exact, found);
    }
}

Test(timing, no_time_is_too_short_or_too_long) {
    static tn_timing timing;
    tn_timing_add(&timing, 0);
    tn_timing_add(&timing, -1);
    tn_timing_add(&timing, 1e30);
    cr_expect(timing.count == 3);
    cr_expect(tn_timing_quantile(&timing, 0.5) < 1e-5);
}
