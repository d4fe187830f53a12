/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/strings.h"

static bool copy_bytes(tn_strings *out, const tn_strtab *table, tn_arena *arena) {
    for (uint32_t id = 1; id <= table->count; id++) out->n_bytes += table->strings[id].length;
    out->n_starts = (size_t)table->count + 2;
    char *bytes = TN_NEW_ARRAY(arena, out->n_bytes, char);
    uint32_t *starts = TN_NEW_ARRAY(arena, out->n_starts, uint32_t);
    if (!bytes || !starts || out->n_bytes > UINT32_MAX) return false;
    uint32_t at = 0;
    for (uint32_t id = 1; id <= table->count; id++) {
        tenor_string s = table->strings[id];
        starts[id] = at;
        if (s.length) memcpy(bytes + at, s.data, s.length);
        at += (uint32_t)s.length;
    }
    starts[table->count + 1] = at;
    out->bytes = bytes;
    out->starts = starts;
    return true;
}

static bool fill_slots(tn_strings *out, const tn_strtab *table, tn_arena *arena) {
    out->n_slots = 2;
    while (out->n_slots < (size_t)table->count * 2) out->n_slots *= 2;
    tn_strings_slot *slots = TN_NEW_ARRAY(arena, out->n_slots, tn_strings_slot);
    if (!slots) return false;
    for (uint32_t id = 1; id <= table->count; id++) {
        uint64_t hash = tn_strings_hash(table->strings[id]);
        size_t slot = (size_t)hash & (out->n_slots - 1);
        while (slots[slot].id) slot = (slot + 1) & (out->n_slots - 1);
        slots[slot] = (tn_strings_slot){id, (uint32_t)(hash >> 32)};
    }
    out->slots = slots;
    return true;
}

bool tn_strings_freeze(tn_strings *out, const tn_strtab *table, tn_arena *arena) {
    *out = (tn_strings){0};
    return copy_bytes(out, table, arena) && fill_slots(out, table, arena);
}

uint32_t tn_strings_find_hashed(const tn_strings *strings, tenor_string s, uint64_t hash) {
    if (strings->n_slots == 0) return 0;
    size_t slot = (size_t)hash & (strings->n_slots - 1);
    for (uint32_t id; (id = strings->slots[slot].id) != 0; slot = (slot + 1) & (strings->n_slots - 1))
        if (strings->slots[slot].check == (uint32_t)(hash >> 32) && tn_equal(tn_strings_at(strings, id), s)) return id;
    return 0;
}

void tn_strings_image(tn_image *image, tn_strings *strings) {
    TN_IMAGE_ARRAY(image, strings->slots, strings->n_slots);
    TN_IMAGE_ARRAY(image, strings->starts, strings->n_starts);
    TN_IMAGE_ARRAY(image, strings->bytes, strings->n_bytes);
}
