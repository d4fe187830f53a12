/* How much of a block stands in a text that is known: by hashes of all runs of so many letters, so that spaces, case
 * and markup do not matter, in any script. Linear in both. */
#ifndef TN_TEXT_HTML_LIKENESS_H
#define TN_TEXT_HTML_LIKENESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "tenor/tenor.h"

typedef struct tn_likeness_set {
    uint32_t *slots; /* hashes, 0: free */
    size_t mask, count;
    uint32_t seed; /* hashes are xored with it: a page cannot choose their slots */
} tn_likeness_set;

/* False: out of memory. */
bool tn_likeness_build(tn_likeness_set *out, tenor_string text, tn_arena *arena);

/* 0 ... 1: the share of its runs that the text has. Of a text shorter than a run: 0. */
double tn_likeness_of(const tn_likeness_set *set, tenor_string block);

#endif
