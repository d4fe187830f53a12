/* Words that a user gives, as columns of the sentence-term matrix. */
#ifndef TN_RANK_QUERY_H
#define TN_RANK_QUERY_H

#include "base/arena.h"
#include "rank/stem.h"
#include "text/doc.h"
#include "text/model.h"

typedef struct tn_terms tn_terms; /* rank/rank.h */

typedef struct tn_query {
    const int *column; /* [n] distinct, ascending */
    size_t n;
    bool complete; /* every word that is no stop word is in the text, in this or another form */
} tn_query;

/* What is searched. */
typedef struct tn_query_text {
    const tn_doc *doc;
    const tn_terms *terms;
    tn_stemmer *stemmer;        /* the one that the terms were built with */
    const tn_text_model *model; /* of the language, for its stop words; NULL: those of the text alone are known */
} tn_query_text;

/* Finds the words of `words` among the terms, by stem if there is a stemmer. O(terms) for each word.
 * Errors: TENOR_E_MEMORY. */
tenor_status tn_query_find(tn_query *out, tenor_string words, const tn_query_text *text, tn_arena *arena,
                           tenor_error *error);

#endif
