/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/gist.h"

#include <math.h>

enum { FEWEST_WORDS = 3 };

/* What decides on a row: the lowest rank, then the largest value, then the earliest. */
enum { ORDINARY, SHORT, EXCLUDED };

static const double POINTS_BACK = 0.25;

tenor_status tn_gist_init(tn_gist_finder *finder, tn_arena *arena, tenor_error *error) {
    size_t n = finder->input->terms->n;
    finder->largest = -INFINITY;
    for (size_t i = 0; i < n; i++) finder->largest = fmax(finder->largest, finder->scores[i]);
    if (!tn_ranker_walks(finder->ranker)) return TENOR_OK;
    finder->focus = TN_NEW_ARRAY(arena, n, double);
    finder->focused = TN_NEW_ARRAY(arena, n, double);
    return finder->focus && finder->focused ? TENOR_OK : tn_fail_memory(error);
}

static tenor_status walk_again(tn_gist_finder *finder, const tn_focus_row *rows, size_t n, tenor_error *error) {
    tn_rank_input input = *finder->input;
    input.focus = finder->focus;
    input.breakdown = NULL;
    for (size_t i = 0; i < n; i++) finder->focus[rows[i].row] = rows[i].focus;
    tenor_status status = tn_rank(finder->ranker, &input, finder->focused, error);
    for (size_t i = 0; i < n; i++) finder->focus[rows[i].row] = 0;
    return status;
}

static int rank_of(const tn_gist_finder *finder, size_t row) {
    const tn_sentence *sentence = finder->input->terms->sentence[row];
    uint32_t words = sentence->last - sentence->first;
    if (words < finder->min_words || (finder->max_words && words > finder->max_words)) return EXCLUDED;
    return words < FEWEST_WORDS ? SHORT : ORDINARY;
}

static double value_of(const tn_gist_finder *finder, const tn_focus_row *row, double most) {
    double back = finder->input->terms->sentence[row->row]->dangling ? POINTS_BACK : 0;
    if (finder->focused) return finder->focused[row->row] - back; /* the largest is 1 */
    return tn_score_focused(finder->scores[row->row], finder->largest, row->focus / most - back);
}

tenor_status tn_gist_find(tn_gist_finder *finder, const tn_focus_row *rows, size_t n, size_t *row, tenor_error *error) {
    double most = 0, best = -INFINITY;
    int best_rank = EXCLUDED + 1;
    *row = TN_NO_ROW;
    if (n > 0 && finder->focused) TN_TRY(walk_again(finder, rows, n, error));
    for (size_t i = 0; i < n; i++) most = fmax(most, rows[i].focus);
    for (size_t i = 0; i < n; i++) {
        int rank = rank_of(finder, rows[i].row);
        double value = value_of(finder, &rows[i], most);
        if (rank > best_rank || (rank == best_rank && value <= best)) continue;
        *row = rows[i].row;
        best = value;
        best_rank = rank;
    }
    return TENOR_OK;
}
