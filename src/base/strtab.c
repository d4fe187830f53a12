/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/strtab.h"

#include "base/hash.h"

enum { FEWEST_SLOTS = 32 };

bool tn_strtab_init(tn_strtab *table, tn_arena *arena, uint32_t expect, uint64_t seed) {
    uint32_t slots = FEWEST_SLOTS;
    while (slots / 2 < expect && slots < 1u << 31) slots *= 2;
    *table = (tn_strtab){.arena = arena, .slot_mask = slots - 1, .capacity = slots / 2, .seed = seed};
    table->slots = TN_NEW_ARRAY(arena, slots, uint32_t);
    table->strings = TN_NEW_ARRAY(arena, table->capacity + 1, tenor_string);
    table->hashes = TN_NEW_ARRAY(arena, table->capacity + 1, uint64_t);
    return table->slots && table->strings && table->hashes;
}

/* The slot that holds `s`, or the empty one where it belongs. */
static uint32_t slot_of(const tn_strtab *table, tenor_string s, uint64_t hash) {
    uint32_t slot = (uint32_t)hash & table->slot_mask;
    for (uint32_t id; (id = table->slots[slot]) != 0; slot = (slot + 1) & table->slot_mask)
        if (table->hashes[id] == hash && tn_equal(table->strings[id], s)) break;
    return slot;
}

static bool grow(tn_strtab *table) {
    if (table->slot_mask >= UINT32_MAX / 4) return false;
    tn_strtab larger;
    if (!tn_strtab_init(&larger, table->arena, table->capacity * 2, table->seed)) return false;
    larger.count = table->count;
    for (uint32_t id = 1; id <= table->count; id++) {
        larger.strings[id] = table->strings[id];
        larger.hashes[id] = table->hashes[id];
        uint32_t slot = (uint32_t)table->hashes[id] & larger.slot_mask;
        while (larger.slots[slot]) slot = (slot + 1) & larger.slot_mask;
        larger.slots[slot] = id;
    }
    *table = larger;
    return true;
}

uint32_t tn_strtab_add(tn_strtab *table, tenor_string s, bool copy) {
    uint64_t hash = tn_hash(s.data, s.length, table->seed);
    uint32_t slot = slot_of(table, s, hash);
    if (table->slots[slot]) return table->slots[slot];
    if (table->count == table->capacity) {
        if (!grow(table)) return 0;
        slot = slot_of(table, s, hash);
    }
    if (copy) {
        char *bytes = tn_alloc(table->arena, s.length);
        if (!bytes) return 0;
        if (s.length) memcpy(bytes, s.data, s.length);
        s.data = bytes;
    }
    uint32_t id = ++table->count;
    table->strings[id] = s;
    table->hashes[id] = hash;
    table->slots[slot] = id;
    return id;
}

uint32_t tn_strtab_find(const tn_strtab *table, tenor_string s) {
    return table->slots[slot_of(table, s, tn_hash(s.data, s.length, table->seed))];
}
