/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of LexRank with a threshold: an edge of weight 1 between sentences whose cosine is at least that. Here
 * pairs must be looked at one by one, by way of the terms they share: O(Σ df²) over the terms, and as much memory as
 * there are edges. The one ranker that is not linear in the text.
 */
#include "base/vec.h"
#include "rank/graph.h"
#include "rank/weights.h"

typedef struct finder {
    tn_csr rows, postings;
    double *cosine; /* [n] all 0 between rows */
    TN_VEC(int) columns;
    TN_VEC(double) values;
} finder;

static void add_cosines(finder *f, size_t row) {
    for (int k = f->rows.row_start[row]; k < f->rows.row_start[row + 1]; k++) {
        int term = f->rows.column[k];
        for (int at = f->postings.row_start[term]; at < f->postings.row_start[term + 1]; at++)
            f->cosine[f->postings.column[at]] += f->rows.value[k] * f->postings.value[at];
    }
}

/* Notes the neighbours in order of the text, and clears the cosines. */
static bool take_neighbours(finder *f, size_t row, double threshold, tn_arena *arena) {
    for (size_t j = 0; j < f->rows.n; j++) {
        bool near = j != row && f->cosine[j] >= threshold;
        f->cosine[j] = 0;
        if (!near) continue;
        if (!TN_EXTEND(arena, &f->columns) || !TN_EXTEND(arena, &f->values)) return false;
        f->columns.at[f->columns.count - 1] = (int)j;
        f->values.at[f->values.count - 1] = 1;
    }
    return true;
}

static bool times(const double *q, double *y, void *payload) { return tn_csr_times(payload, q, y); }

tenor_status tn_graph_neighbours(tn_graph *out, const tn_rank_input *input, double threshold, tenor_error *error) {
    finder f = {.cosine = TN_NEW_ARRAY(input->arena, input->terms->n, double)};
    double *isf = tn_isf(input->terms, input->arena);
    tn_csr *edges = TN_NEW(input->arena, tn_csr);
    if (!f.cosine || !isf || !edges) return tn_fail_memory(error);
    TN_TRY(tn_unit_rows(&f.rows, input->terms, isf, input->arena, error));
    TN_TRY(tn_csr_transpose(&f.postings, &f.rows, input->arena, error));
    *edges = (tn_csr){.n = f.rows.n, .m = f.rows.n, .row_start = TN_NEW_ARRAY(input->arena, f.rows.n + 1, int)};
    if (!edges->row_start) return tn_fail_memory(error);
    for (size_t i = 0; i < f.rows.n; i++) {
        add_cosines(&f, i);
        if (!take_neighbours(&f, i, threshold, input->arena)) return tn_fail_memory(error);
        if (f.columns.count > INT32_MAX)
            return tn_fail(error, TENOR_E_TOO_LARGE, "the text has too many sentences alike");
        edges->row_start[i + 1] = (int)f.columns.count;
    }
    edges->column = f.columns.at;
    edges->value = f.values.at;
    return tn_graph_init(out, f.rows.n, times, edges, input->arena, error);
}
