/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/seen.h"

#include <string.h>

#include "base/alloc.h"

enum { FIRST_SLOTS = 1024, MOST_SLOTS = 2 * TN_SEEN_LEAST };

void tn_seen_free(tn_seen *seen) {
    tn_free(seen->now);
    tn_free(seen->before);
    *seen = (tn_seen){0};
}

static uint64_t *new_table(size_t slots) {
    uint64_t *table = tn_malloc(slots * sizeof *table);
    if (table) memset(table, 0, slots * sizeof *table);
    return table;
}

/* Where the hash is, or may be put. */
static size_t slot_of(const uint64_t *table, size_t slots, uint64_t hash) {
    size_t slot = (size_t)hash & (slots - 1);
    while (table[slot] && table[slot] != hash) slot = (slot + 1) & (slots - 1);
    return slot;
}

static bool has(const uint64_t *table, size_t slots, uint64_t hash) {
    return slots > 0 && table[slot_of(table, slots, hash)] == hash;
}

/* Twice the slots, or when there are enough, an empty table. */
static bool make_room(tn_seen *seen) {
    bool full = seen->slots == MOST_SLOTS;
    size_t slots = full ? MOST_SLOTS : seen->slots ? 2 * seen->slots : FIRST_SLOTS;
    uint64_t *table = new_table(slots);
    if (!table) return false;
    for (size_t i = 0; !full && i < seen->slots; i++)
        if (seen->now[i]) table[slot_of(table, slots, seen->now[i])] = seen->now[i];
    if (full) {
        tn_free(seen->before);
        seen->before = seen->now;
        seen->before_slots = seen->slots;
        seen->count = 0;
    } else {
        tn_free(seen->now);
    }
    seen->now = table;
    seen->slots = slots;
    return true;
}

bool tn_seen_add(tn_seen *seen, uint64_t hash, bool *was_there) {
    if (hash == 0) hash = 1;
    *was_there = has(seen->now, seen->slots, hash) || has(seen->before, seen->before_slots, hash);
    if (has(seen->now, seen->slots, hash)) return true;
    if (2 * seen->count >= seen->slots && !make_room(seen)) return false;
    seen->now[slot_of(seen->now, seen->slots, hash)] = hash;
    seen->count++;
    return true;
}
