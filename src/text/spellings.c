/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/spellings.h"

#include "text/fold.h"

enum { FEWEST_SLOTS = 64 };

static tn_short_word *new_slots(tn_arena *arena, uint32_t slots) { return TN_NEW_ARRAY(arena, slots, tn_short_word); }

bool tn_spellings_init(tn_spellings *s, const tn_text_model *model, tn_known *known, uint32_t expect, tn_arena *arena) {
    if (!tn_known_begin(known, model->vocabulary)) return false;
    *s = (tn_spellings){
        .arena = arena, .model = model, .known = known, .seed = tn_hash_mix(known->seed, ++known->texts)};
    uint32_t slots = FEWEST_SLOTS;
    while (slots / 2 < expect) slots *= 2;
    s->short_words = new_slots(arena, slots);
    s->short_mask = slots - 1;
    return s->short_words && tn_strtab_init(&s->long_words, arena, expect / 2, s->seed) &&
           TN_RESERVE(arena, &s->terms, expect + 1) && TN_EXTEND(arena, &s->terms); /* ids begin at 1 */
}

/* ---- short words ---- */

/* Of eight bytes, the high bit of each that is a capital. */
static inline uint64_t capitals_of(uint64_t key) {
    const uint64_t ones = 0x0101010101010101ull, high = 0x8080808080808080ull;
    uint64_t from_a = key + ones * (0x80 - 'A'), beyond_z = key + ones * (0x80 - 'Z' - 1);
    return from_a & ~beyond_z & high; /* of ASCII: no byte carries into the next */
}

static inline bool is_ascii(uint64_t key) { return (key & 0x8080808080808080ull) == 0; }

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
    tn_release(s->arena, s->short_words);
    s->short_words = larger;
    s->short_mask = slots - 1;
    return true;
}

static uint32_t add_short(tn_spellings *s, uint64_t key, uint32_t term) {
    if (term == 0 || (s->short_count * 2 > s->short_mask && !grow(s))) return 0;
    s->short_words[slot_of(s->short_words, s->short_mask, key, s->seed)] = (tn_short_word){key, term};
    s->short_count++;
    return term;
}

static inline uint32_t find_short(const tn_spellings *s, uint64_t key) {
    return s->short_words[slot_of(s->short_words, s->short_mask, key, s->seed)].term;
}

/* The bytes as one integer. Where the text goes on, eight bytes are read and those after the word masked out. */
static inline uint64_t key_of(tenor_string text, size_t start, size_t length) {
    static const unsigned char ones[2 * TN_SHORT_WORD] = {255, 255, 255, 255, 255, 255, 255, 255};
    uint64_t key, mask;
    if (text.length - start < TN_SHORT_WORD) return tn_short_key(text.data + start, length);
    memcpy(&key, text.data + start, TN_SHORT_WORD);
    memcpy(&mask, ones + TN_SHORT_WORD - length, TN_SHORT_WORD);
    return key & mask;
}

/* ---- terms ---- */

static uint32_t new_term(tn_spellings *s, tenor_string folded, uint64_t key) {
    tn_term *term = TN_PUSH(s->arena, &s->terms);
    if (!term) return 0;
    uint32_t word = tn_known_vocabulary(s->known, key, folded, s->model->vocabulary);
    uint16_t marks = tn_text_model_marks(s->model, word);
    bool stop = marks & TN_VOCABULARY_STOP && !s->model->language->keep_stopwords;
    *term = (tn_term){folded, key, word, stop, marks};
    return (uint32_t)s->terms.count - 1;
}

/* The place of a long word's term; NULL: out of memory. */
static uint32_t *long_place(tn_spellings *s, tenor_string word) {
    uint32_t id = tn_strtab_add(&s->long_words, word, false);
    if (id == 0) return NULL;
    while (id >= s->term_of_long.count)
        if (!TN_EXTEND(s->arena, &s->term_of_long)) return NULL;
    return &s->term_of_long.at[id];
}

/* The term of a folded word. */
static uint32_t folded_term(tn_spellings *s, tenor_string folded) {
    if (!folded.data) return 0;
    uint64_t key = tn_known_key(s->known, folded);
    if (folded.length <= TN_SHORT_WORD && key) {
        uint32_t term = find_short(s, key);
        return term ? term : add_short(s, key, new_term(s, folded, key));
    }
    uint32_t *place = long_place(s, folded);
    if (place && *place == 0) *place = new_term(s, folded, key);
    return place ? *place : 0;
}

static tenor_string lower_short(tn_spellings *s, uint64_t key, uint64_t capitals, size_t length) {
    char *bytes = tn_alloc(s->arena, TN_SHORT_WORD);
    key |= capitals >> 2; /* 0x80 >> 2 is the bit between 'A' and 'a' */
    if (bytes) memcpy(bytes, &key, TN_SHORT_WORD);
    return (tenor_string){bytes, length};
}

static uint32_t new_short(tn_spellings *s, tenor_string surface, uint64_t key) {
    uint64_t capitals = capitals_of(key);
    if (!is_ascii(key)) return add_short(s, key, folded_term(s, tn_fold(surface, s->arena)));
    if (capitals == 0) return add_short(s, key, new_term(s, surface, key));
    uint32_t term = find_short(s, key | capitals >> 2);
    if (term == 0) term = folded_term(s, lower_short(s, key, capitals, surface.length));
    return add_short(s, key, term);
}

static uint32_t long_term(tn_spellings *s, tenor_string surface) {
    uint32_t *place = long_place(s, surface);
    if (!place || *place) return place ? *place : 0;
    uint32_t id = (uint32_t)(place - s->term_of_long.at);
    tenor_string folded = tn_fold(surface, s->arena);
    if (!folded.data) return 0;
    bool same = folded.data == surface.data;
    uint32_t term = same ? new_term(s, surface, tn_known_key(s->known, surface)) : folded_term(s, folded);
    return s->term_of_long.at[id] = term; /* the folded word may have moved the places */
}

uint32_t tn_spellings_term(tn_spellings *s, tenor_string text, size_t start, size_t end) {
    size_t length = end - start;
    if (length > TN_SHORT_WORD) return long_term(s, tn_slice(text, start, end));
    uint64_t key = key_of(text, start, length);
    uint32_t term = find_short(s, key);
    return term ? term : new_short(s, tn_slice(text, start, end), key);
}

void tn_spellings_close(tn_spellings *s) {
    tn_release(s->arena, s->short_words);
    tn_release(s->arena, s->long_words.slots);
    tn_release(s->arena, s->long_words.strings);
    tn_release(s->arena, s->term_of_long.at);
}
