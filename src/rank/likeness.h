/* How like the sentences are to those already chosen. */
#ifndef TN_RANK_LIKENESS_H
#define TN_RANK_LIKENESS_H

#include "rank/csr.h"

/* The largest cosine of every row to the rows added so far. */
typedef struct tn_likeness {
    tn_csr rows;     /* unit tf·isf rows */
    tn_csr postings; /* their transpose; made when so many rows are added that it pays */
    double *closest; /* [n] 0 while no row with a common term was added */
    double *cosine;  /* [n] workspace, all 0 between calls */
    double *dense;   /* [m] workspace, all 0 between calls */
    size_t added;
    tn_arena *arena;
} tn_likeness;

tenor_status tn_likeness_init(tn_likeness *likeness, const tn_terms *terms, tn_arena *arena, tenor_error *error);

/* Brings closest[] up to date with one more row: O(nnz) for the first few, then O(n + df of the row's terms). The
 * cosine is summed in order of the columns either way, so the way makes no difference to a bit. */
tenor_status tn_likeness_add(tn_likeness *likeness, size_t row, tenor_error *error);

/* Finds whether a row has a cosine of at least `threshold` to one of many, without looking at most of them.
 *
 * Order the columns, and call the shortest tail of a unit row whose rest is shorter than the threshold its key. Two
 * rows at or over the threshold have a column in common that is in both keys: else all they have in common lies in the
 * rest of one of them, and the cosine is at most that rest's length (prefix filtering: Bayardo, Ma and Srikant,
 * "Scaling Up All Pairs Similarity Search", WWW 2007). Columns are numbered by first occurrence, so the last of a row
 * are mostly rare, and a key is mostly one term. */
typedef struct tn_near {
    const tn_csr *rows;
    double threshold;
    int *first;    /* [m] the newest entry of a column's list + 1; 0: none */
    int *entry;    /* [nnz] row, by entry */
    int *next;     /* [nnz] the entry before it in the list + 1 */
    int *seen;     /* [n] row + 1 of the last search that looked at a row */
    double *dense; /* [m] workspace, all 0 between calls */
    int count;
} tn_near;

tenor_status tn_near_init(tn_near *near, const tn_csr *rows, double threshold, tn_arena *arena, tenor_error *error);
void tn_near_add(tn_near *near, size_t row);

/* Looks at no more than the 256 rows added last that share a key column, so that a text made to defeat the filter costs
 * linear time; of real sentences, no list of a key is that long. */
bool tn_near_find(tn_near *near, size_t row);

#endif
