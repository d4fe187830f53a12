/* String table: each distinct string once, numbered 1, 2, 3 ... in order of arrival. 0 means "not there".
 *
 *   slots  [ 0 | 3 | 0 | 1 | 2 | 0 | 0 | 0 ]      open addressing, a power of two, at most half full
 *                |       |   |
 *   strings   [ -, "peace", "war", "truce" ]      index = id, bytes in the arena (or borrowed)
 */
#ifndef TN_BASE_STRTAB_H
#define TN_BASE_STRTAB_H

#include <stdint.h>

#include "base/arena.h"
#include "base/span.h"

typedef struct tn_strtab {
    tn_arena *arena;
    tenor_string *strings; /* [1 ... count] */
    uint64_t *hashes;      /* the same index: compared before the bytes, and reused when the table grows */
    uint32_t *slots;
    uint32_t count, slot_mask, capacity;
    uint64_t seed;
} tn_strtab;

/* An empty table whose memory comes from `arena`; `expect` is a guess of how many strings. False: out of memory. */
bool tn_strtab_init(tn_strtab *table, tn_arena *arena, uint32_t expect, uint64_t seed);

/* The id of `s`, added if it was not there. Bytes are copied when `copy`, else borrowed. 0: out of memory. */
uint32_t tn_strtab_add(tn_strtab *table, tenor_string s, bool copy);

/* The id of `s`, or 0. */
uint32_t tn_strtab_find(const tn_strtab *table, tenor_string s);

#endif
