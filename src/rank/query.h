/* Words that a user gives, as they stand in the sentences of a text. */
#ifndef TN_RANK_QUERY_H
#define TN_RANK_QUERY_H

#include "base/arena.h"
#include "rank/stem.h"
#include "text/doc.h"
#include "text/model.h"

typedef struct tn_terms tn_terms; /* rank/rank.h */

/* A stop word that is looked for all the same. */
typedef struct tn_query_stop {
    uint32_t term;    /* 0: not in the text */
    bool in_capitals; /* only where it is written so: "WHO", "US" */
} tn_query_stop;

typedef struct tn_query_word {
    int column;
    uint32_t term; /* the word in the very form that was given; 0: not in the text */
} tn_query_word;

/* Most words are columns of the sentence-term matrix. Stop words have none, and few are meant by who writes "the
 * grain": they are looked for if they alone are written in capitals, or there are no others. */
typedef struct tn_query {
    const tn_query_word *word; /* [n] of distinct columns */
    size_t n;
    const tn_query_stop *stop; /* [n_stop] distinct */
    size_t n_stop;
    bool complete; /* every word that is looked for is in the text, in this or another form */
} tn_query;

/* What is searched. */
typedef struct tn_query_text {
    const tn_doc *doc;
    const tn_terms *terms;
    tn_stemmer *stemmer;        /* the one that the terms were built with */
    const tn_text_model *model; /* of the language, for its stop words; NULL: those of the text alone are known */
    bool stop_words;            /* all of them are looked for */
} tn_query_text;

/* Finds the words of `words` among the terms, by stem if there is a stemmer. O(terms) for each word.
 * Errors: TENOR_E_MEMORY. */
tenor_status tn_query_find(tn_query *out, tenor_string words, const tn_query_text *text, tn_arena *arena,
                           tenor_error *error);

/* How many of the words a row has: at most n + n_stop. O(words of both). */
size_t tn_query_count(const tn_query *query, const tn_query_text *text, size_t row);

/* Whether a row that has all words has them in the form that was given: "government", and not "governing", which has
 * the same stem. */
bool tn_query_is_literal(const tn_query *query, const tn_query_text *text, size_t row);

#endif
