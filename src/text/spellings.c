/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/spellings.h"

#include "text/fold.h"

enum { SHORT_BYTES = 8, FEWEST_SLOTS = 64 };

static tn_short_word *new_slots(tn_arena *arena, uint32_t slots) { return TN_NEW_ARRAY(arena, slots, tn_short_word); }

bool tn_spellings_init(tn_spellings *s, const tn_text_model *model, uint32_t expect, tn_arena *arena) {
    *s = (tn_spellings){.arena = arena, .model = model, .seed = tn_seed()};
    uint32_t slots = FEWEST_SLOTS;
    while (slots / 2 < expect) slots *= 2;
    s->short_words = new_slots(arena, slots);
    s->short_mask = slots - 1;
    return s->short_words && tn_strtab_init(&s->folded, arena, expect, s->seed) &&
           tn_strtab_init(&s->long_words, arena, expect / 2, s->seed) && TN_EXTEND(arena, &s->terms) &&
           TN_EXTEND(arena, &s->term_of_long); /* ids begin at 1 */
}

/* Eight bytes at once: none of them is beyond ASCII or a capital. */
static inline bool is_small(uint64_t key) {
    const uint64_t ones = 0x0101010101010101ull, high = 0x8080808080808080ull;
    uint64_t from_a = key + ones * (0x80 - 'A'), beyond_z = key + ones * (0x80 - 'Z' - 1);
    return ((key | (from_a & ~beyond_z)) & high) == 0;
}

/* The term of a folded word; 0: out of memory. */
static uint32_t folded_term(tn_spellings *s, tenor_string folded) {
    if (!folded.data) return 0;
    uint32_t id = tn_strtab_add(&s->folded, folded, false);
    if (id == 0 || id < s->terms.count) return id;
    tn_term *term = TN_PUSH(s->arena, &s->terms);
    if (!term) return 0;
    uint32_t word = tn_vocabulary_find(s->model->vocabulary, folded);
    uint8_t marks = tn_text_model_marks(s->model, word);
    bool stop = marks & TN_VOCABULARY_STOP && !s->model->language->keep_stopwords;
    *term = (tn_term){folded, word, stop, marks};
    return id;
}

static uint32_t long_term(tn_spellings *s, tenor_string surface) {
    uint32_t id = tn_strtab_add(&s->long_words, surface, false);
    if (id == 0 || id < s->term_of_long.count) return id ? s->term_of_long.at[id] : 0;
    if (!TN_EXTEND(s->arena, &s->term_of_long)) return 0;
    return s->term_of_long.at[id] = folded_term(s, tn_fold(surface, s->arena));
}

/* The bytes as one integer. Where the text goes on, eight bytes are read and those after the word masked out. */
static inline uint64_t key_of(tenor_string text, size_t start, size_t length) {
    static const unsigned char ones[2 * SHORT_BYTES] = {255, 255, 255, 255, 255, 255, 255, 255};
    uint64_t key = 0, mask;
    if (text.length - start < SHORT_BYTES) {
        memcpy(&key, text.data + start, length);
        return key;
    }
    memcpy(&key, text.data + start, SHORT_BYTES);
    memcpy(&mask, ones + SHORT_BYTES - length, SHORT_BYTES);
    return key & mask;
}

static inline uint32_t slot_of(const tn_short_word *slots, uint32_t mask, uint64_t key, uint64_t seed) {
    uint32_t slot = (uint32_t)tn_hash_mix(seed, key) & mask;
    while (slots[slot].key && slots[slot].key != key) slot = (slot + 1) & mask;
    return slot;
}

static bool grow(tn_spellings *s) {
    uint32_t slots = (s->short_mask + 1) * 2;
    tn_short_word *larger = slots ? new_slots(s->arena, slots) : NULL;
    if (!larger) return false;
    for (uint32_t i = 0; i <= s->short_mask; i++)
        if (s->short_words[i].key)
            larger[slot_of(larger, slots - 1, s->short_words[i].key, s->seed)] = s->short_words[i];
    s->short_words = larger;
    s->short_mask = slots - 1;
    return true;
}

static uint32_t new_short(tn_spellings *s, tenor_string surface, uint64_t key) {
    if (s->short_count * 2 > s->short_mask && !grow(s)) return 0;
    uint32_t term = folded_term(s, is_small(key) ? surface : tn_fold(surface, s->arena));
    if (term == 0) return 0;
    s->short_words[slot_of(s->short_words, s->short_mask, key, s->seed)] = (tn_short_word){key, term};
    s->short_count++;
    return term;
}

uint32_t tn_spellings_term(tn_spellings *s, tenor_string text, size_t start, size_t end) {
    size_t length = end - start;
    if (length > SHORT_BYTES) return long_term(s, tn_slice(text, start, end));
    uint64_t key = key_of(text, start, length);
    uint32_t slot = slot_of(s->short_words, s->short_mask, key, s->seed);
    return s->short_words[slot].key ? s->short_words[slot].term : new_short(s, tn_slice(text, start, end), key);
}
