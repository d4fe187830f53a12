/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/known.h"

#include "base/alloc.h"

/* It begins small, as most runs are short: 16 KiB; and between texts has a megabyte at most, of words a half. */
enum { FEWEST = 1 << 9, MOST = 1 << 15, LINE = 64, MOST_COUNTED = 1 << 30 };

/* A word and its stem. What no stem was kept in is memory that was never touched. */
enum { BYTES = sizeof(tn_known_word) + sizeof(tn_known_stem_of) };

_Static_assert(LINE % sizeof(tn_known_word) == 0, "a word is in one line");

void tn_known_free(tn_known *known) {
    tn_free(known->memory);
    *known = (tn_known){0};
}

static size_t slots_of(const tn_known *known) { return known->mask + 1; }

static bool is_half_full(const tn_known *known) { return known->filled * 2 >= slots_of(known); }

/* An empty table of so many slots; false, and nothing changed: memory is out. */
static bool allocate(tn_known *known, size_t slots) {
    unsigned char *memory = tn_zeroed(slots * BYTES + LINE);
    if (!memory) return false;
    known->memory = memory;
    known->words = (void *)(memory + (LINE - (uintptr_t)memory % LINE));
    known->stems = (void *)(known->words + slots);
    known->mask = slots - 1;
    known->filled = 0;
    return true;
}

static void clear(tn_known *known) {
    memset(known->words, 0, slots_of(known) * BYTES);
    known->filled = 0;
    known->count = 0;
}

/* The words that have one of the flags (0: all of them), into a table of so many slots. False: memory is out. */
static bool move_to(tn_known *known, size_t slots, unsigned flags) {
    tn_known old = *known;
    if (!allocate(known, slots)) return false;
    for (size_t i = 0; i <= old.mask; i++) {
        const tn_known_word *word = &old.words[i];
        if (word->key == 0 || (flags && !(word->facts & flags))) continue;
        tn_known_word *place = tn_known_place(known, word->key);
        *place = *word;
        if (old.stems[i].stemmer) known->stems[place - known->words] = old.stems[i];
        known->filled++;
    }
    tn_free(old.memory);
    return true;
}

/* Leaves the words that more than one text had since it was last done; none, if these are too many or memory is out. */
static void forget(tn_known *known) {
    size_t again = 0;
    for (size_t i = 0; i <= known->mask; i++) again += (known->words[i].facts & TN_KNOWN_AGAIN) != 0;
    if (again > MOST / 4 + MOST / 8) clear(known);
    if (!move_to(known, MOST, TN_KNOWN_AGAIN)) clear(known);
    for (size_t i = 0; i <= known->mask; i++) known->words[i].facts &= ~(uint32_t)TN_KNOWN_AGAIN;
}

bool tn_known_begin(tn_known *known, const tn_vocabulary *vocabulary) {
    known->texts++;
    if (!known->words) {
        known->seed = tn_seed();
        if (!allocate(known, FEWEST)) return false;
    } else if (known->engine != vocabulary->engine || known->count >= MOST_COUNTED) {
        clear(known);
    } else if (slots_of(known) > MOST || (slots_of(known) == MOST && is_half_full(known))) {
        forget(known);
    }
    known->engine = vocabulary->engine;
    known->before = known->count;
    return true;
}

tn_known_word *tn_known_add(tn_known *known, uint64_t key) {
    tn_known_word *word = tn_known_place(known, key);
    if (word->key) return word;
    /* Before a text it is half full at most, where it cannot grow in between. */
    if ((known->filled + 1) * 8 > slots_of(known) * 5) {
        size_t slots = slots_of(known) * (slots_of(known) < MOST ? 4 : 2);
        if (slots > SIZE_MAX / 2 / BYTES || !move_to(known, slots, 0)) return NULL;
        word = tn_known_place(known, key);
    }
    known->filled++;
    word->key = key;
    return word;
}

static tn_known_word *find(const tn_known *known, uint64_t key) {
    tn_known_word *word = known->words ? tn_known_place(known, key) : NULL;
    return word && word->key ? word : NULL;
}

uint32_t tn_known_vocabulary(tn_known *known, uint64_t key, tenor_string folded, const tn_vocabulary *vocabulary) {
    tn_known_word *word = find(known, key);
    if (word && word->facts & TN_KNOWN_VOCABULARY) return tn_known_id(word, 0);
    uint32_t id = tn_vocabulary_find(vocabulary, folded);
    if (word && id <= UINT32_MAX >> TN_KNOWN_FLAGS) word->facts |= TN_KNOWN_VOCABULARY | id << TN_KNOWN_FLAGS;
    return id;
}

uint64_t tn_known_stem(const tn_known *known, uint64_t key, uint8_t stemmer) {
    const tn_known_word *word = find(known, key);
    const tn_known_stem_of *of = word ? &known->stems[word - known->words] : NULL;
    return of && of->stemmer == stemmer ? of->stem : 0;
}

void tn_known_keep_stem(tn_known *known, uint64_t key, uint8_t stemmer, uint64_t stem) {
    const tn_known_word *word = find(known, key);
    if (word) known->stems[word - known->words] = (tn_known_stem_of){stem, stemmer};
}
