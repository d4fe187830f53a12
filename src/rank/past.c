/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/past.h"

#include <stdlib.h>

#include "rank/weights.h"

/* A term of the sentence at hand. */
typedef struct cue {
    int places; /* in the past */
    int column;
    double weight;
} cue;

typedef struct seeker {
    tn_csr rows; /* unit tf·isf, of both */
    tn_csr past; /* by column: the rows of the past that have it */
    cue *cues;   /* [longest row] */
    double *cosine;
    int *touched; /* rows of the past with a cosine */
    size_t n_touched;
} seeker;

/* The rows from n on, as a matrix of their own. */
static bool rows_from(tn_csr *out, const tn_csr *rows, size_t n, tn_arena *arena) {
    int start = rows->row_start[n];
    *out = (tn_csr){.n = rows->n - n, .m = rows->m, .column = rows->column + start, .value = rows->value + start};
    out->row_start = TN_NEW_ARRAY(arena, out->n + 1, int);
    for (size_t i = 0; out->row_start && i <= out->n; i++) out->row_start[i] = rows->row_start[n + i] - start;
    return out->row_start != NULL;
}

static int rarest_first(const void *x, const void *y) {
    const cue *a = x, *b = y;
    if (a->places != b->places) return a->places < b->places ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

static size_t find_cues(seeker *s, size_t row) {
    size_t count = 0;
    for (int k = s->rows.row_start[row]; k < s->rows.row_start[row + 1]; k++) {
        int column = s->rows.column[k];
        int places = s->past.row_start[column + 1] - s->past.row_start[column];
        if (places) s->cues[count++] = (cue){places, column, s->rows.value[k]};
    }
    qsort(s->cues, count, sizeof *s->cues, rarest_first);
    return count;
}

static void follow(seeker *s, const cue *c) {
    for (int at = s->past.row_start[c->column]; at < s->past.row_start[c->column + 1]; at++) {
        int row = s->past.column[at];
        if (s->cosine[row] == 0) s->touched[s->n_touched++] = row;
        s->cosine[row] += c->weight * s->past.value[at];
    }
}

static double closest(seeker *s, size_t row) {
    size_t count = find_cues(s, row);
    int left = TN_PAST_LOOKED_AT;
    for (size_t c = 0; c < count && s->cues[c].places <= left; c++) {
        follow(s, &s->cues[c]);
        left -= s->cues[c].places;
    }
    double largest = 0;
    for (; s->n_touched > 0; s->n_touched--) {
        int touched = s->touched[s->n_touched - 1];
        if (s->cosine[touched] > largest) largest = s->cosine[touched];
        s->cosine[touched] = 0;
    }
    return largest;
}

static size_t longest_row(const tn_csr *rows) {
    int longest = 0;
    for (size_t i = 0; i < rows->n; i++)
        if (rows->row_start[i + 1] - rows->row_start[i] > longest)
            longest = rows->row_start[i + 1] - rows->row_start[i];
    return (size_t)longest;
}

tenor_status tn_past_likeness(double *likeness, size_t n, const tn_terms *both, tn_arena *arena, tenor_error *error) {
    seeker s = {0};
    double *isf = tn_isf(both, arena);
    if (!isf) return tn_fail_memory(error);
    TN_TRY(tn_unit_rows(&s.rows, both, isf, arena, error));
    tn_csr past;
    if (!rows_from(&past, &s.rows, n, arena)) return tn_fail_memory(error);
    TN_TRY(tn_csr_transpose(&s.past, &past, arena, error));
    s.cues = TN_NEW_ARRAY(arena, longest_row(&s.rows), cue);
    s.cosine = TN_NEW_ARRAY(arena, past.n, double);
    s.touched = TN_NEW_ARRAY(arena, past.n, int);
    if (!s.cues || !s.cosine || !s.touched) return tn_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        if (tn_arena_late(arena, TN_PAST_LOOKED_AT / 64)) return tn_fail_memory(error);
        likeness[i] = closest(&s, i);
    }
    return TENOR_OK;
}
