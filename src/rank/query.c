/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/query.h"

#include "base/vec.h"
#include "rank/rank.h"
#include "text/fold.h"
#include "text/word.h"

typedef TN_VEC(tn_query_word) query_words;

static bool has(const query_words *list, int column) {
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].column == column) return true;
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

static bool has_small_letter(tenor_string text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] >= 'a' && text.data[i] <= 'z') return true;
    return false;
}

/* "WHO", "US": a name, though its letters are those of a stop word. */
static bool is_in_capitals(tenor_string word) {
    for (size_t i = 0; i < word.length; i++)
        if (!(word.data[i] >= 'A' && word.data[i] <= 'Z')) return false;
    return word.length >= 2;
}

typedef struct stop_words {
    TN_VEC(tn_query_stop) looked_for;
    size_t others; /* the last so many are so only if there is nothing else */
} stop_words;

static bool add_stop_word(stop_words *list, tn_query_stop stop, bool meant, tn_arena *arena) {
    for (size_t i = 0; i < list->looked_for.count; i++)
        if (list->looked_for.at[i].term == stop.term && stop.term) return true;
    if (!TN_EXTEND(arena, &list->looked_for)) return false;
    tn_query_stop *at = list->looked_for.at, *last = at + list->looked_for.count - 1, *place = last - list->others;
    *last = *place; /* one that is meant goes before those that are not */
    *(meant ? place : last) = stop;
    list->others += !meant;
    return true;
}

typedef struct finder {
    const tn_query_text *text;
    tn_arena *arena;
    query_words found;
    stop_words stops;
    bool complete;
} finder;

static bool add_column(finder *f, tn_query_word word) {
    f->complete &= word.column >= 0;
    if (word.column < 0 || has(&f->found, word.column)) return true;
    if (!TN_EXTEND(f->arena, &f->found)) return false;
    f->found.at[f->found.count - 1] = word;
    return true;
}

static bool add_word(finder *f, tenor_string written) {
    tenor_string folded = tn_fold(written, f->arena);
    if (!folded.data) return false;
    uint32_t term = tn_doc_find_term(f->text->doc, folded);
    if (!is_stop_word(folded, f->text, term))
        return add_column(f, (tn_query_word){column_of(folded, f->text, term), term});
    bool in_capitals = is_in_capitals(written);
    return add_stop_word(&f->stops, (tn_query_stop){term, in_capitals}, in_capitals || f->text->stop_words, f->arena);
}

tenor_status tn_query_find(tn_query *out, tenor_string words, const tn_query_text *text, tn_arena *arena,
                           tenor_error *error) {
    finder f = {.text = text, .arena = arena, .complete = true};
    tn_word word;
    *out = (tn_query){0};
    for (uint32_t at = 0; tn_word_next(words, at, (uint32_t)words.length, &word); at = word.end)
        if (!add_word(&f, tn_word_stem(words, &word))) return tn_fail_memory(error);
    size_t meant = f.stops.looked_for.count - f.stops.others;
    bool no_others = f.found.count == 0 && f.complete;
    if (!no_others && !text->stop_words && !has_small_letter(words)) meant = 0; /* "THE GRAIN DEAL" */
    *out = (tn_query){.word = f.found.at,
                      .n = f.found.count,
                      .stop = f.stops.looked_for.at,
                      .n_stop = no_others ? f.stops.looked_for.count : meant,
                      .complete = f.complete};
    for (size_t i = 0; i < out->n_stop; i++) out->complete &= out->stop[i].term != 0;
    return TENOR_OK;
}

/* ---- in a row ---- */

static bool has_column(const tn_terms *terms, size_t row, int column) {
    int low = terms->row_start[row], high = terms->row_start[row + 1];
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (terms->column[middle] < column) low = middle + 1;
        else high = middle;
    }
    return low < terms->row_start[row + 1] && terms->column[low] == column;
}

static bool has_term(const tn_query_text *text, size_t row, uint32_t term, bool in_capitals) {
    size_t count;
    const tn_doc *doc = text->doc;
    const tn_word *words = tn_sentence_words(doc, text->terms->sentence[row], &count);
    for (size_t w = 0; w < count; w++)
        if (words[w].term == term && (!in_capitals || is_in_capitals(tn_word_stem(doc->text, &words[w])))) return true;
    return false;
}

size_t tn_query_count(const tn_query *query, const tn_query_text *text, size_t row) {
    size_t count = 0;
    for (size_t c = 0; c < query->n; c++) count += has_column(text->terms, row, query->word[c].column);
    for (size_t i = 0; i < query->n_stop; i++)
        count += has_term(text, row, query->stop[i].term, query->stop[i].in_capitals);
    return count;
}

bool tn_query_is_literal(const tn_query *query, const tn_query_text *text, size_t row) {
    for (size_t c = 0; c < query->n; c++)
        if (!has_term(text, row, query->word[c].term, false)) return false;
    return true;
}
