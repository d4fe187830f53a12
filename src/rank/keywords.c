/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/keywords.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"
#include "rank/csr.h"
#include "rank/graph.h"
#include "text/vocabulary.h"

enum { LONGEST_PHRASE = 4 };

typedef struct finder {
    const tn_rank_input *input;
    const tn_doc *doc;
    const tn_terms *terms;
    tn_csr edges;  /* columns of the terms are the vertices */
    double *score; /* [m] */
    bool *kept;    /* [m] */
    tenor_error *error;
} finder;

/* The vertex of a word; -1: none. */
static int vertex_of(const finder *f, uint32_t word) {
    const tn_word *w = &f->doc->words[word];
    bool number = w->flags & TN_WORD_NUMBER || f->doc->terms[w->term].marks & TN_VOCABULARY_NUMERAL;
    return number ? -1 : f->terms->column_of[w->term] - 1;
}

/* ---- the graph ---- */

/* Visits each pair of neighbours: counts them in `count` [m + 2], or with it as ends of rows enters them. */
static void visit_pairs(const finder *f, int *count, int *column) {
    for (size_t i = 0; i < f->terms->n; i++) {
        const tn_sentence *sentence = f->terms->sentence[i];
        for (uint32_t w = sentence->first; w + 1 < sentence->last; w++) {
            int a = vertex_of(f, w), b = vertex_of(f, w + 1);
            if (a < 0 || b < 0 || a == b) continue;
            if (column) {
                column[count[a + 1]++] = b;
                column[count[b + 1]++] = a;
            } else {
                count[a + 2]++;
                count[b + 2]++;
            }
        }
    }
}

/* Each neighbour once, with how often the two are neighbours; columns ascend. Writes no further than it has read. */
static void count_doubles(tn_csr *a) {
    int to = 0;
    for (size_t i = 0; i < a->n; i++) {
        int start = a->row_start[i], begin = to;
        for (int k = start; k < a->row_start[i + 1]; k++) {
            if (to > begin && a->column[to - 1] == a->column[k]) {
                a->value[to - 1]++;
                continue;
            }
            a->column[to] = a->column[k];
            a->value[to++] = 1;
        }
        a->row_start[i] = begin;
    }
    a->row_start[a->n] = to;
}

static tenor_status find_edges(finder *f) {
    tn_arena *arena = f->input->arena;
    size_t m = f->terms->m;
    int *start = TN_NEW_ARRAY(arena, m + 2, int);
    if (!start) return tn_fail_memory(f->error);
    visit_pairs(f, start, NULL);
    for (size_t v = 0; v < m; v++) start[v + 2] += start[v + 1];
    tn_csr pairs = {.n = m, .m = m, .row_start = start, .column = TN_NEW_ARRAY(arena, (size_t)start[m + 1], int)};
    if (!pairs.column) return tn_fail_memory(f->error);
    visit_pairs(f, start, pairs.column);
    TN_TRY(tn_csr_transpose(&f->edges, &pairs, arena, f->error)); /* symmetric: the same, rows in order */
    f->edges.value = TN_NEW_ARRAY(arena, (size_t)start[m], double);
    if (!f->edges.value) return tn_fail_memory(f->error);
    count_doubles(&f->edges);
    return TENOR_OK;
}

static bool times(const double *q, double *y, void *payload) { return tn_csr_times(payload, q, y); }

static tenor_status rank_words(finder *f) {
    tn_graph graph;
    tn_rank_input input = *f->input;
    input.focus = NULL;
    TN_TRY(tn_graph_init(&graph, f->terms->m, times, &f->edges, input.arena, f->error));
    return tn_graph_pagerank(&graph, &input, f->score, f->error);
}

static int descending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* The best third, and what ties with its last. */
static tenor_status keep_third(finder *f) {
    size_t m = f->terms->m;
    double *sorted = TN_NEW_ARRAY(f->input->arena, m, double);
    f->kept = TN_NEW_ARRAY(f->input->arena, m, bool);
    if (!sorted || !f->kept) return tn_fail_memory(f->error);
    memcpy(sorted, f->score, m * sizeof *sorted);
    qsort(sorted, m, sizeof *sorted, descending);
    for (size_t v = 0; v < m; v++) f->kept[v] = f->score[v] >= sorted[m / 3];
    return TENOR_OK;
}

/* ---- phrases ---- */

/* An occurrence of a phrase: where it begins, and which phrase it is. */
typedef struct occurrence {
    uint32_t word, phrase;
} occurrence;

typedef struct collector {
    const finder *f;
    tn_arena *arena;
    tn_strtab keys; /* a phrase is the string of its vertices; an id is its number + 1 */
    TN_VEC(tn_key_phrase) phrases;
    TN_VEC(occurrence) occurrences;
} collector;

static bool add_occurrence(collector *c, uint32_t first, uint32_t last) {
    int key[LONGEST_PHRASE];
    double score = 0;
    for (uint32_t w = first; w < last; w++) {
        key[w - first] = vertex_of(c->f, w);
        score += c->f->score[key[w - first]];
    }
    uint32_t id = tn_strtab_add(&c->keys, (tenor_string){(const char *)key, (last - first) * sizeof *key}, true);
    if (id == 0) return false;
    if (id > c->phrases.count) {
        if (!TN_EXTEND(c->arena, &c->phrases)) return false;
        c->phrases.at[id - 1] = (tn_key_phrase){.score = score, .n_words = last - first};
    }
    c->phrases.at[id - 1].count++;
    if (!TN_EXTEND(c->arena, &c->occurrences)) return false;
    c->occurrences.at[c->occurrences.count - 1] = (occurrence){first, id - 1};
    return true;
}

/* Whether a word continues the phrase of the one before it. */
static bool is_joined(const tn_word *word) {
    return !(word->flags & (TN_WORD_TERMINATOR | TN_WORD_CLAUSE | TN_WORD_QUOTE));
}

static bool is_kept(const finder *f, uint32_t word) {
    int vertex = vertex_of(f, word);
    return vertex >= 0 && f->kept[vertex];
}

static bool collect_sentence(collector *c, const tn_sentence *sentence) {
    uint32_t end;
    for (uint32_t w = sentence->first; w < sentence->last; w = end) {
        end = w + 1;
        if (!is_kept(c->f, w)) continue;
        while (end < sentence->last && end - w < LONGEST_PHRASE && is_kept(c->f, end) &&
               is_joined(&c->f->doc->words[end]))
            end++;
        if (!add_occurrence(c, w, end)) return false;
    }
    return true;
}

static int by_score(const void *a, const void *b) {
    const tn_key_phrase *x = a, *y = b;
    if (x->score != y->score) return x->score < y->score ? 1 : -1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* Groups the occurrences by phrase, phrases in order of their first one, and sorts. */
static tenor_status finish(collector *c, tn_key_phrases *out, tenor_error *error) {
    uint32_t *at_word = TN_NEW_ARRAY(c->arena, c->occurrences.count, uint32_t);
    size_t *next = TN_NEW_ARRAY(c->arena, c->phrases.count, size_t), first = 0;
    double largest = 0;
    if (!at_word || !next) return tn_fail_memory(error);
    for (size_t p = 0; p < c->phrases.count; p++) {
        c->phrases.at[p].score *= sqrt((double)c->phrases.at[p].count / (double)c->phrases.at[p].n_words);
        c->phrases.at[p].first = next[p] = first;
        first += c->phrases.at[p].count;
        largest = fmax(largest, c->phrases.at[p].score);
    }
    for (size_t i = 0; i < c->occurrences.count; i++)
        at_word[next[c->occurrences.at[i].phrase]++] = c->occurrences.at[i].word;
    for (size_t p = 0; p < c->phrases.count && largest > 0; p++) c->phrases.at[p].score /= largest;
    if (c->phrases.count) qsort(c->phrases.at, c->phrases.count, sizeof *c->phrases.at, by_score);
    *out = (tn_key_phrases){c->phrases.at, c->phrases.count, at_word};
    return TENOR_OK;
}

tenor_status tn_keywords_find(tn_key_phrases *out, const tn_rank_input *input, tenor_error *error) {
    finder f = {.input = input, .doc = input->doc, .terms = input->terms, .error = error};
    *out = (tn_key_phrases){0};
    if (f.terms->m == 0) return TENOR_OK;
    f.score = TN_NEW_ARRAY(input->arena, f.terms->m, double);
    if (!f.score) return tn_fail_memory(error);
    TN_TRY(find_edges(&f));
    TN_TRY(rank_words(&f));
    TN_TRY(keep_third(&f));
    collector c = {.f = &f, .arena = input->arena};
    if (!tn_strtab_init(&c.keys, input->arena, 64, input->doc->seed)) return tn_fail_memory(error);
    for (size_t i = 0; i < f.terms->n; i++)
        if (!collect_sentence(&c, f.terms->sentence[i])) return tn_fail_memory(error);
    return finish(&c, out, error);
}
