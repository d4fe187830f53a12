/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each topic's own sentence: the summary's ranker, with what counts for the topic as focus. */
#include "engine/publish.h"

/* The shares of all topics by topic, as rows of the matrix; those of topic t begin at start[t]. */
typedef struct grouped {
    tn_focus_row *at;
    size_t *start; /* [topics + 1] */
} grouped;

/* Rows and shares are both in order of the text. */
static bool next_row(const tn_analysis *a, const tn_share *share, size_t *row) {
    const tn_sentence *sentence = &a->doc.sentences[share->sentence];
    while (*row < a->terms.n && a->terms.sentence[*row] < sentence) ++*row;
    return *row < a->terms.n && a->terms.sentence[*row] == sentence;
}

static tenor_status group(grouped *out, const tn_analysis *a, tenor_error *error) {
    out->at = TN_NEW_ARRAY(a->arena, a->shares.count, tn_focus_row);
    out->start = TN_NEW_ARRAY(a->arena, a->topics.count + 2, size_t);
    if (!out->at || !out->start) return tn_fail_memory(error);
    size_t row = 0, *next = out->start + 1; /* the end of a topic is where the next begins, once all are entered */
    for (size_t i = 0; i < a->shares.count; i++)
        if (next_row(a, &a->shares.at[i], &row)) out->start[a->shares.at[i].topic + 2]++;
    for (size_t t = 0; t < a->topics.count; t++) out->start[t + 2] += out->start[t + 1];
    row = 0;
    for (size_t i = 0; i < a->shares.count; i++)
        if (next_row(a, &a->shares.at[i], &row))
            out->at[next[a->shares.at[i].topic]++] = (tn_focus_row){row, a->shares.at[i].share};
    return TENOR_OK;
}

tenor_status tn_find_gists(tn_analysis *a, const tenor_engine *engine, const tenor_options *options,
                           tenor_error *error) {
    grouped rows;
    tn_rank_input input = tn_rank_input_of(a, engine, options);
    tn_gist_finder finder = {.ranker = tn_ranker_find(a->ranker),
                             .input = &input,
                             .scores = a->scores,
                             .min_words = options->min_words,
                             .max_words = options->max_words};
    a->gist = TN_NEW_ARRAY(a->arena, a->topics.count, size_t);
    if (!a->gist) return tn_fail_memory(error);
    TN_TRY(group(&rows, a, error));
    TN_TRY(tn_gist_init(&finder, a->arena, error));
    for (size_t t = 0; t < a->topics.count; t++) {
        size_t n = rows.start[t + 1] - rows.start[t];
        TN_TRY(tn_gist_find(&finder, rows.at + rows.start[t], a->topics.at[t].shown ? n : 0, &a->gist[t], error));
        tn_arena_reset(a->scratch);
    }
    return TENOR_OK;
}
