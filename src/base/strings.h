/* Frozen strings: a string table (base/strtab.h) that no longer changes, in arrays of plain numbers, so that it can be
 * part of an image (base/image.h).
 *
 *   slots   [ - | 3,check | - | 1,check | 2,check | - | - | - ]    open addressing, a power of two, at most half full
 *   starts  [ 0, 0, 5, 8, 13 ]      string i is bytes[starts[i] ... starts[i + 1])
 *   bytes   "peacewartruce"
 *
 * The id and half of the hash stand side by side: a word that is not there costs one look into memory.
 */
#ifndef TN_BASE_STRINGS_H
#define TN_BASE_STRINGS_H

#include "base/bytes.h"
#include "base/image.h"
#include "base/strtab.h"

typedef struct tn_strings_slot {
    uint32_t id;    /* 0: empty */
    uint32_t check; /* the upper half of the hash */
} tn_strings_slot;

typedef struct tn_strings {
    const tn_strings_slot *slots;
    const uint32_t *starts; /* [1 ... count + 1] */
    const char *bytes;
    size_t n_slots, n_starts, n_bytes;
} tn_strings;

/* Copies what `table` holds; ids stay. False: out of memory, or over 4 GiB of bytes. */
bool tn_strings_freeze(tn_strings *out, const tn_strtab *table, tn_arena *arena);

/* The id of `s`, or 0; with its hash at hand, which is that of a tn_strtab with seed 0. */
static inline uint64_t tn_strings_hash(tenor_string s) { return tn_hash(s.data, s.length, 0); }
uint32_t tn_strings_find_hashed(const tn_strings *strings, tenor_string s, uint64_t hash);

static inline uint32_t tn_strings_find(const tn_strings *strings, tenor_string s) {
    return tn_strings_find_hashed(strings, s, tn_strings_hash(s));
}

/* Asks for the memory that a look-up of this hash begins in. */
static inline void tn_strings_fetch(const tn_strings *strings, uint64_t hash) {
    if (strings->n_slots) tn_fetch(&strings->slots[(size_t)hash & (strings->n_slots - 1)]);
}

/* Ids are 1 ... count. */
static inline uint32_t tn_strings_count(const tn_strings *strings) {
    return strings->n_starts ? (uint32_t)strings->n_starts - 2 : 0;
}

static inline tenor_string tn_strings_at(const tn_strings *strings, uint32_t id) {
    uint32_t start = strings->starts[id];
    return (tenor_string){strings->bytes + start, strings->starts[id + 1] - start};
}

void tn_strings_image(tn_image *image, tn_strings *strings);

#endif
