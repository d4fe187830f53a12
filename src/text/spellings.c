/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/spellings.h"

#include "text/fold.h"
#include "text/short_word.h"

enum { FEWEST_SLOTS = 64 };

static tn_known_word *new_slots(tn_arena *arena, uint32_t slots) { return TN_NEW_ARRAY(arena, slots, tn_known_word); }

bool tn_spellings_init(tn_spellings *s, const tn_text_model *model, uint32_t expect, tn_arena *arena) {
    *s = (tn_spellings){.arena = arena, .model = model, .seed = tn_seed()};
    uint32_t slots = FEWEST_SLOTS;
    while (slots / 2 < expect) slots *= 2;
    s->short_words = new_slots(arena, slots);
    s->short_mask = slots - 1;
    return s->short_words && tn_strtab_init(&s->long_words, arena, expect / 2, s->seed) &&
           TN_RESERVE(arena, &s->terms, expect + 1) && TN_EXTEND(arena, &s->terms) &&
           TN_EXTEND(arena, &s->term_of_long); /* ids begin at 1 */
}

/* A term of its own for a folded word. 0: out of memory. */
static uint32_t new_term(tn_spellings *s, tenor_string folded, uint32_t vocabulary) {
    tn_term *term = TN_PUSH(s->arena, &s->terms);
    if (!term) return 0;
    uint8_t marks = tn_text_model_marks(s->model, vocabulary);
    bool stop = marks & TN_VOCABULARY_STOP && !s->model->language->keep_stopwords;
    *term = (tn_term){folded, vocabulary, stop, marks};
    return (uint32_t)s->terms.count - 1;
}

/* ---- short words ---- */

static inline uint32_t slot_of(const tn_known_word *slots, uint32_t mask, uint64_t key, uint64_t seed) {
    uint32_t slot = (uint32_t)tn_hash_mix(seed, key) & mask;
    while (slots[slot].key && slots[slot].key != key) slot = (slot + 1) & mask;
    return slot;
}

static bool grow(tn_spellings *s) {
    uint32_t slots = (s->short_mask + 1) * 2;
    tn_known_word *larger = slots ? new_slots(s->arena, slots) : NULL;
    if (!larger) return false;
    for (uint32_t i = 0; i <= s->short_mask; i++)
        if (s->short_words[i].key)
            larger[slot_of(larger, slots - 1, s->short_words[i].key, s->seed)] = s->short_words[i];
    s->short_words = larger;
    s->short_mask = slots - 1;
    return true;
}

/* Notes the term of a key that is not there yet; returns it. 0: out of memory, or `term` was 0. */
static uint32_t note(tn_spellings *s, uint64_t key, uint32_t term) {
    if (term == 0) return 0;
    s->short_words[slot_of(s->short_words, s->short_mask, key, s->seed)] = (tn_known_word){key, term};
    bool full = ++s->short_count * 2 > s->short_mask;
    return full && !grow(s) ? 0 : term;
}

/* The term of a folded word; one that is made borrows `folded`, or when that has no data, copies the key. */
static uint32_t short_folded(tn_spellings *s, uint64_t key, tenor_string folded) {
    uint32_t slot = slot_of(s->short_words, s->short_mask, key, s->seed);
    if (s->short_words[slot].key) return s->short_words[slot].term;
    if (!folded.data) {
        char *copy = tn_alloc(s->arena, TN_SHORT_WORD);
        if (!copy) return 0;
        memcpy(copy, &key, TN_SHORT_WORD);
        folded.data = copy;
    }
    return note(s, key, new_term(s, folded, tn_vocabulary_find_short(s->model->vocabulary, key)));
}

/* ---- words of any length ---- */

/* The id of a long word, which has a place for its term. 0: out of memory. */
static uint32_t long_id(tn_spellings *s, tenor_string word) {
    uint32_t id = tn_strtab_add(&s->long_words, word, false);
    if (id && id >= s->term_of_long.count && !TN_EXTEND(s->arena, &s->term_of_long)) return 0;
    return id;
}

static uint32_t any_folded(tn_spellings *s, tenor_string folded) {
    if (!folded.data) return 0;
    bool is_short = folded.length > 0 && folded.length <= TN_SHORT_WORD; /* some characters fold to nothing */
    if (is_short) return short_folded(s, tn_short_key(folded, 0, folded.length), folded);
    uint32_t id = long_id(s, folded);
    if (id == 0 || s->term_of_long.at[id]) return id ? s->term_of_long.at[id] : 0;
    return s->term_of_long.at[id] = new_term(s, folded, tn_vocabulary_find(s->model->vocabulary, folded));
}

static uint32_t long_term(tn_spellings *s, tenor_string surface) {
    uint32_t id = long_id(s, surface);
    if (id == 0 || s->term_of_long.at[id]) return id ? s->term_of_long.at[id] : 0;
    uint32_t term = any_folded(s, tn_fold(surface, s->arena));
    return s->term_of_long.at[id] = term;
}

/* A short spelling that was not seen before. */
static uint32_t short_term(tn_spellings *s, tenor_string surface, uint64_t key) {
    if (!tn_short_is_ascii(key)) {
        tenor_string folded = tn_fold(surface, s->arena);
        uint32_t term = any_folded(s, folded);
        return tn_equal(folded, surface) ? term : note(s, key, term);
    }
    uint64_t lower = tn_short_lower(key);
    if (lower == key) return short_folded(s, key, surface);
    return note(s, key, short_folded(s, lower, (tenor_string){NULL, surface.length}));
}

uint32_t tn_spellings_term(tn_spellings *s, tenor_string text, size_t start, size_t end) {
    size_t length = end - start;
    if (length > TN_SHORT_WORD) return long_term(s, tn_slice(text, start, end));
    uint64_t key = tn_short_key(text, start, length);
    uint32_t slot = slot_of(s->short_words, s->short_mask, key, s->seed);
    return s->short_words[slot].key ? s->short_words[slot].term : short_term(s, tn_slice(text, start, end), key);
}
