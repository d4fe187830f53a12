/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/power.h"

#include <math.h>

static double restart(const tn_power *power, size_t i) {
    return power->restart ? power->restart[i] : 1.0 / (double)power->n;
}

tenor_status tn_power_init(tn_power *power, tn_arena *arena, tenor_error *error) {
    power->p = TN_NEW_ARRAY(arena, power->n, double);
    power->next = TN_NEW_ARRAY(arena, power->n, double);
    if (!power->p || !power->next) return tn_fail_memory(error);
    for (size_t i = 0; i < power->n; i++) power->p[i] = restart(power, i);
    power->iteration = 0;
    power->change = INFINITY;
    return TENOR_OK;
}

tenor_status tn_power_iterate(tn_power *power, tenor_error *error) {
    if (!power->product(power->p, power->next, power->payload))
        return tn_fail(error, TENOR_E_NUMERIC, "a matrix product failed");
    power->change = 0;
    for (size_t i = 0; i < power->n; i++) {
        power->next[i] = (1.0 - power->damping) * restart(power, i) + power->damping * power->next[i];
        power->change += fabs(power->next[i] - power->p[i]);
    }
    if (!isfinite(power->change)) return tn_fail(error, TENOR_E_NUMERIC, "the power iteration gave no finite number");
    double *old = power->p;
    power->p = power->next;
    power->next = old;
    power->iteration++;
    return TENOR_OK;
}

bool tn_power_done(const tn_power *power) {
    return power->change < power->tolerance || power->iteration >= power->max_iterations;
}

tenor_status tn_power_run(tn_power *power, tn_arena *arena, tenor_error *error) {
    TN_TRY(tn_power_init(power, arena, error));
    do {
        if (tn_arena_late(arena, power->n)) return tn_fail_memory(error);
        TN_TRY(tn_power_iterate(power, error));
    } while (!tn_power_done(power));
    return TENOR_OK;
}
