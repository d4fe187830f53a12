/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/weights.h"

#include <math.h>

enum { MANY = 32 };

static double isf_of(const tn_terms *terms, int df) { return log(1.0 + (double)terms->n / (double)df); }

double *tn_isf(const tn_terms *terms, tn_arena *arena) {
    double *isf = TN_NEW_ARRAY(arena, terms->m, double);
    double of[MANY] = {0}; /* by df: most terms are in one sentence or a few */
    for (size_t t = 0; isf && t < terms->m; t++) {
        int df = terms->sentence_df[t];
        if (df >= MANY) isf[t] = isf_of(terms, df);
        else isf[t] = of[df] > 0 ? of[df] : (of[df] = isf_of(terms, df));
    }
    return isf;
}

tenor_status tn_unit_rows(tn_csr *out, const tn_terms *terms, const double *isf, tn_arena *arena, tenor_error *error) {
    double *value = TN_NEW_ARRAY(arena, (size_t)terms->row_start[terms->n], double);
    *out = tn_csr_of(terms, value);
    if (!value) return tn_fail_memory(error);
    for (size_t i = 0; i < terms->n; i++) {
        int start = terms->row_start[i], end = terms->row_start[i + 1];
        for (int k = start; k < end; k++) value[k] = terms->count[k] * isf[terms->column[k]];
        if (start == end) continue;
        double length = sqrt(tn_csr_row_square(out, i));
        for (int k = start; k < end; k++) value[k] /= length;
    }
    return TENOR_OK;
}
