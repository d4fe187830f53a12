/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/query.h"

#include "base/vec.h"
#include "rank/rank.h"
#include "text/fold.h"
#include "text/word.h"

typedef TN_VEC(int) columns;

static void insert(columns *list, int column) {
    size_t at = list->count - 1; /* the last element is new */
    for (; at > 0 && list->at[at - 1] > column; at--) list->at[at] = list->at[at - 1];
    list->at[at] = column;
}

static bool has(const columns *list, int column) {
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i] == column) return true;
    return false;
}

static bool is_stop_word(tenor_string word, const tn_query_text *text, uint32_t term) {
    if (term) return text->doc->terms[term].stop;
    if (!text->model) return false;
    uint32_t id = tn_vocabulary_find(text->model->vocabulary, word);
    return tn_text_model_marks(text->model, id) & TN_VOCABULARY_STOP;
}

/* The column of a word; -1: none. */
static int column_of(tenor_string word, const tn_query_text *text, uint32_t term) {
    const tn_terms *terms = text->terms;
    if (term && terms->column_of[term]) return terms->column_of[term] - 1;
    if (!text->stemmer) return -1;
    uint64_t stem = tn_stemmer_hash(text->stemmer, word);
    for (uint32_t t = 1; t <= text->doc->n_terms; t++)
        if (terms->column_of[t] && tn_stemmer_term(text->stemmer, &text->doc->terms[t]) == stem)
            return terms->column_of[t] - 1;
    return -1;
}

tenor_status tn_query_find(tn_query *out, tenor_string words, const tn_query_text *text, tn_arena *arena,
                           tenor_error *error) {
    columns found = {0};
    tn_word word;
    *out = (tn_query){.complete = true};
    for (uint32_t at = 0; tn_word_next(words, at, (uint32_t)words.length, &word); at = word.end) {
        tenor_string folded = tn_fold(tn_word_stem(words, &word), arena);
        if (!folded.data) return tn_fail_memory(error);
        uint32_t term = tn_doc_find_term(text->doc, folded);
        if (is_stop_word(folded, text, term)) continue;
        int column = column_of(folded, text, term);
        out->complete &= column >= 0;
        if (column < 0 || has(&found, column)) continue;
        if (!TN_EXTEND(arena, &found)) return tn_fail_memory(error);
        insert(&found, column);
    }
    out->column = found.at;
    out->n = found.count;
    return TENOR_OK;
}
