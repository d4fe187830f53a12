/* "did you mean ...?" */
#ifndef TN_CLI_SUGGEST_H
#define TN_CLI_SUGGEST_H

#include <stddef.h>

/* Collects candidates and keeps the nearest to a word that was not understood. */
typedef struct tn_suggestion {
    const char *word;
    const char *nearest; /* NULL: nothing is near enough */
    size_t distance;
} tn_suggestion;

tn_suggestion tn_suggest_for(const char *word);
void tn_suggest(tn_suggestion *suggestion, const char *candidate);

/* How many letters must be put in, taken out, replaced or exchanged with their neighbour to make b of a (optimal string
 * alignment). Words of more than 63 letters are as far away as can be. */
size_t tn_edit_distance(const char *a, const char *b);

#endif
