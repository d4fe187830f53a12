/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/vocabulary.h"

#include "text/fold.h"

enum { EXPECT_WORDS = 16384, EXPECT_MORE = 256 };

bool tn_vocabulary_init(tn_vocabulary_builder *builder, const tn_vocabulary *base, tn_arena *scratch) {
    *builder = (tn_vocabulary_builder){.base = base, .arena = scratch};
    return tn_strtab_init(&builder->words, scratch, base ? EXPECT_MORE : EXPECT_WORDS, 0);
}

uint32_t tn_vocabulary_add(tn_vocabulary_builder *builder, tenor_string word) {
    tenor_string folded = tn_fold(word, builder->arena);
    if (!folded.data) return 0;
    uint32_t id = builder->base ? tn_vocabulary_find(builder->base, folded) : 0;
    if (id) return id;
    id = tn_strtab_add(&builder->words, folded, true); /* the word may be on the stack */
    return id && builder->base ? (uint32_t)builder->base->words.count + id : id;
}

/* ---- finding ---- */

static inline size_t home_of(uint64_t key, size_t n_slots) {
    return (size_t)((tn_hash_mix(0, key) >> 32) * n_slots >> 32);
}

static uint32_t find_short(const tn_word_table *table, uint64_t key) {
    if (table->n_shorts == 0) return 0;
    for (size_t slot = home_of(key, table->n_shorts);;) {
        const tn_short_slot *at = &table->shorts[slot];
        if (at->id == 0 || memcmp(at->key, &key, sizeof key) == 0) return at->id;
        if (++slot == table->n_shorts) slot = 0;
    }
}

static uint32_t find(const tn_word_table *table, tenor_string folded) {
    if (folded.length <= TN_SHORT_WORD) return find_short(table, tn_short_key(folded, 0, folded.length));
    uint32_t id = tn_strings_find(&table->longs, folded);
    return id ? table->id_of_long[id] : 0;
}

static uint32_t behind(const tn_word_table *words, uint32_t id) { return id ? (uint32_t)words->count + id : 0; }

uint32_t tn_vocabulary_find_short(const tn_vocabulary *vocabulary, uint64_t key) {
    uint32_t id = find_short(&vocabulary->words, key);
    if (id || vocabulary->more.count == 0) return id;
    return behind(&vocabulary->words, find_short(&vocabulary->more, key));
}

uint32_t tn_vocabulary_find(const tn_vocabulary *vocabulary, tenor_string folded) {
    uint32_t id = find(&vocabulary->words, folded);
    if (id || vocabulary->more.count == 0) return id;
    return behind(&vocabulary->words, find(&vocabulary->more, folded));
}

uint32_t tn_vocabulary_find_own(const tn_vocabulary *vocabulary, tenor_string folded) {
    return find(&vocabulary->words, folded);
}

/* ---- freezing ---- */

static bool fill_shorts(tn_word_table *out, const tn_strtab *words, size_t n, tn_arena *arena) {
    out->n_shorts = n + n / 2 + 1;
    tn_short_slot *slots = TN_NEW_ARRAY(arena, out->n_shorts, tn_short_slot);
    if (!slots || out->n_shorts > UINT32_MAX) return false;
    for (uint32_t id = 1; id <= words->count; id++) {
        tenor_string word = words->strings[id];
        if (word.length > TN_SHORT_WORD) continue;
        uint64_t key = tn_short_key(word, 0, word.length);
        size_t slot = home_of(key, out->n_shorts);
        while (slots[slot].id) slot = slot + 1 < out->n_shorts ? slot + 1 : 0;
        slots[slot].id = id;
        memcpy(slots[slot].key, &key, sizeof key);
    }
    out->shorts = slots;
    return true;
}

static bool fill_longs(tn_word_table *out, const tn_strtab *words, size_t n, tn_arena *scratch, tn_arena *arena) {
    tn_strtab longs;
    out->n_longs = n + 1;
    uint32_t *ids = TN_NEW_ARRAY(arena, out->n_longs, uint32_t);
    if (!ids || !tn_strtab_init(&longs, scratch, (uint32_t)n, 0)) return false;
    for (uint32_t id = 1; id <= words->count; id++) {
        if (words->strings[id].length <= TN_SHORT_WORD) continue;
        uint32_t own = tn_strtab_add(&longs, words->strings[id], false);
        if (own == 0) return false;
        ids[own] = id;
    }
    out->id_of_long = ids;
    return tn_strings_freeze(&out->longs, &longs, arena);
}

static bool freeze(tn_word_table *out, const tn_strtab *words, tn_arena *scratch, tn_arena *arena) {
    size_t shorts = 0;
    for (uint32_t id = 1; id <= words->count; id++) shorts += words->strings[id].length <= TN_SHORT_WORD;
    *out = (tn_word_table){.count = words->count};
    return fill_shorts(out, words, shorts, arena) && fill_longs(out, words, words->count - shorts, scratch, arena);
}

bool tn_vocabulary_freeze(tn_vocabulary *out, const tn_vocabulary_builder *builder, tn_arena *arena) {
    *out = builder->base ? *builder->base : (tn_vocabulary){.words = {.count = 0}};
    return freeze(builder->base ? &out->more : &out->words, &builder->words, builder->arena, arena);
}

/* `more` is made from what an engine is opened with. */
void tn_vocabulary_image(tn_image *image, tn_vocabulary *vocabulary) {
    tn_word_table *words = &vocabulary->words;
    TN_IMAGE_VALUE(image, &words->count);
    TN_IMAGE_ARRAY(image, words->shorts, words->n_shorts);
    TN_IMAGE_ARRAY(image, words->id_of_long, words->n_longs);
    tn_strings_image(image, &words->longs);
}
