/* String table: each distinct string once, numbered 1, 2, 3 ... in order of arrival. 0 means "not there".
 *
 *   slots  [ - | 3 | - | 1 | 2 | - | - | - ]      open addressing, a power of two, at most half full;
 *                |       |   |                    a slot holds an id and the hash, so that a miss touches nothing else
 *   strings   [ -, "peace", "war", "truce" ]      index = id, bytes in the arena (or borrowed)
 */
#ifndef TN_BASE_STRTAB_H
#define TN_BASE_STRTAB_H

#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/span.h"

typedef struct tn_slot {
    uint32_t id;   /* 0: empty */
    uint32_t hash; /* its lower half */
} tn_slot;

typedef struct tn_strtab {
    tn_arena *arena;
    tenor_string *strings; /* [1 ... count] */
    tn_slot *slots;
    uint32_t count, slot_mask, capacity;
    uint64_t seed;
} tn_strtab;

/* An empty table whose memory comes from `arena`; `expect` is a guess of how many strings. False: out of memory. */
bool tn_strtab_init(tn_strtab *table, tn_arena *arena, uint32_t expect, uint64_t seed);

/* The id of `s`, added if it was not there. Bytes are copied when `copy`, else borrowed. 0: out of memory. */
uint32_t tn_strtab_add(tn_strtab *table, tenor_string s, bool copy);

/* The id of `s`, or 0. */
uint32_t tn_strtab_find(const tn_strtab *table, tenor_string s);

/* The same with the hash of `s` at hand, for one string in several tables of one seed. */
static inline uint64_t tn_strtab_hash(const tn_strtab *table, tenor_string s) {
    return tn_hash(s.data, s.length, table->seed);
}
uint32_t tn_strtab_add_hashed(tn_strtab *table, tenor_string s, uint64_t hash, bool copy);
uint32_t tn_strtab_find_hashed(const tn_strtab *table, tenor_string s, uint64_t hash);

#endif
