/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/strtab.h"

enum { FEWEST_SLOTS = 32 };

bool tn_strtab_init(tn_strtab *table, tn_arena *arena, uint32_t expect, uint64_t seed) {
    uint32_t slots = FEWEST_SLOTS;
    while (slots / 2 < expect && slots < 1u << 31) slots *= 2;
    *table = (tn_strtab){.arena = arena, .slot_mask = slots - 1, .capacity = slots / 2, .seed = seed};
    table->slots = TN_NEW_ARRAY(arena, slots, tn_slot);
    table->strings = TN_NEW_ARRAY(arena, table->capacity + 1, tenor_string);
    return table->slots && table->strings;
}

static inline bool same_8(const char *a, const char *b) {
    uint64_t x, y;
    memcpy(&x, a, 8);
    memcpy(&y, b, 8);
    return x == y;
}

static inline bool same_4(const char *a, const char *b) {
    uint32_t x, y;
    memcpy(&x, a, 4);
    memcpy(&y, b, 4);
    return x == y;
}

/* tn_equal for words: most are of 1 to 16 bytes, for which a call of memcmp costs more than the comparing. */
static inline bool same(tenor_string a, tenor_string b) {
    size_t n = a.length;
    if (n != b.length) return false;
    if (n > 16) return memcmp(a.data, b.data, n) == 0;
    if (n >= 8) return same_8(a.data, b.data) && same_8(a.data + n - 8, b.data + n - 8);
    if (n >= 4) return same_4(a.data, b.data) && same_4(a.data + n - 4, b.data + n - 4);
    return n == 0 || (a.data[0] == b.data[0] && a.data[n / 2] == b.data[n / 2] && a.data[n - 1] == b.data[n - 1]);
}

/* The slot that holds `s`, or the empty one where it belongs. */
static inline tn_slot *slot_of(const tn_strtab *table, tenor_string s, uint64_t hash) {
    tn_slot *slot = &table->slots[(uint32_t)hash & table->slot_mask];
    while (slot->id && (slot->hash != (uint32_t)hash || !same(table->strings[slot->id], s)))
        slot = &table->slots[(uint32_t)(slot - table->slots + 1) & table->slot_mask];
    return slot;
}

static bool grow(tn_strtab *table) {
    if (table->slot_mask >= UINT32_MAX / 4) return false;
    tn_strtab larger;
    if (!tn_strtab_init(&larger, table->arena, table->capacity * 2, table->seed)) return false;
    larger.count = table->count;
    memcpy(larger.strings, table->strings, ((size_t)table->count + 1) * sizeof *larger.strings);
    for (uint32_t i = 0; i <= table->slot_mask; i++) {
        if (!table->slots[i].id) continue;
        uint32_t slot = table->slots[i].hash & larger.slot_mask;
        while (larger.slots[slot].id) slot = (slot + 1) & larger.slot_mask;
        larger.slots[slot] = table->slots[i];
    }
    tn_release(table->arena, table->slots);
    tn_release(table->arena, table->strings);
    *table = larger;
    return true;
}

static uint32_t add_new(tn_strtab *table, tenor_string s, uint64_t hash, bool copy) {
    if (table->count == table->capacity && !grow(table)) return 0;
    if (copy) {
        char *bytes = tn_alloc(table->arena, s.length);
        if (!bytes) return 0;
        if (s.length) memcpy(bytes, s.data, s.length);
        s.data = bytes;
    }
    uint32_t id = ++table->count;
    table->strings[id] = s;
    *slot_of(table, s, hash) = (tn_slot){id, (uint32_t)hash};
    return id;
}

uint32_t tn_strtab_add_hashed(tn_strtab *table, tenor_string s, uint64_t hash, bool copy) {
    uint32_t id = slot_of(table, s, hash)->id;
    return id ? id : add_new(table, s, hash, copy);
}

uint32_t tn_strtab_find_hashed(const tn_strtab *table, tenor_string s, uint64_t hash) {
    return slot_of(table, s, hash)->id;
}

uint32_t tn_strtab_add(tn_strtab *table, tenor_string s, bool copy) {
    return tn_strtab_add_hashed(table, s, tn_strtab_hash(table, s), copy);
}

uint32_t tn_strtab_find(const tn_strtab *table, tenor_string s) {
    return tn_strtab_find_hashed(table, s, tn_strtab_hash(table, s));
}
