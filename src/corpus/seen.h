/* Whether a value came before, in memory that does not grow with how many there are: the latest TN_SEEN_LEAST values
 * are remembered for certain, up to twice as many in fact, as hashes of 64 bits in at most 8 MiB.
 *
 *   now  [ . b . a . . c . ]   when it is half full, it becomes `before`, and an empty one takes its place
 */
#ifndef TN_CORPUS_SEEN_H
#define TN_CORPUS_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TN_SEEN_LEAST = 1 << 18 };

typedef struct tn_seen {
    uint64_t *now, *before; /* [slots] hashes, 0 where there is none */
    size_t slots, before_slots, count;
} tn_seen;

void tn_seen_free(tn_seen *seen);

/* Looks whether a hash is there, and enters it. False: out of memory. */
bool tn_seen_add(tn_seen *seen, uint64_t hash, bool *was_there);

#endif
