/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/spellings.h"

#include "text/fold.h"

bool tn_spellings_init(tn_spellings *s, const tn_text_model *model, tn_known *known, uint32_t expect, tn_arena *arena) {
    if (!tn_known_begin(known, model->vocabulary)) return false;
    *s = (tn_spellings){
        .arena = arena, .model = model, .known = known, .settled = 1, .seed = tn_hash_mix(known->seed, known->texts)};
    return TN_RESERVE(arena, &s->terms, expect + 1) && TN_EXTEND(arena, &s->terms); /* ids begin at 1 */
}

/* Of eight bytes, the high bit of each that is a capital. */
static inline uint64_t capitals_of(uint64_t key) {
    const uint64_t ones = 0x0101010101010101ull, high = 0x8080808080808080ull;
    uint64_t from_a = key + ones * (0x80 - 'A'), beyond_z = key + ones * (0x80 - 'Z' - 1);
    return from_a & ~beyond_z & high; /* of ASCII: no byte carries into the next */
}

static inline bool is_ascii(uint64_t key) { return (key & 0x8080808080808080ull) == 0; }

/* A new term, of a folded word that is not in the text so far. */
static uint32_t new_term(tn_spellings *s, tn_known_word *word, tenor_string folded) {
    if (!(word->facts & TN_KNOWN_VOCABULARY)) /* it is to be settled soon */
        tn_strings_fetch(&s->model->vocabulary->words, tn_strings_hash(folded));
    return TN_RESERVE(s->arena, &s->terms, 1) ? tn_spellings_folded(s, word, folded) : 0;
}

/* The term of a folded word whose bytes may be borrowed. */
static uint32_t folded_term(tn_spellings *s, tenor_string folded, uint64_t key) {
    tn_known_word *word = folded.data ? tn_known_add(s->known, key) : NULL;
    if (!word) return 0;
    uint32_t term = tn_known_term(s->known, word);
    return term ? term : new_term(s, word, folded);
}

/* The term of a short word of ASCII with capitals; its bytes are copied only if it is new. */
static uint32_t lowered_term(tn_spellings *s, uint64_t key, uint64_t capitals, size_t length) {
    key |= capitals >> 2; /* 0x80 >> 2 is the bit between 'A' and 'a' */
    tn_known_word *word = tn_known_place(s->known, key);
    uint32_t term = tn_known_term(s->known, word);
    if (term) return term;
    char *bytes = tn_alloc_raw(s->arena, 1, TN_SHORT_WORD);
    if (bytes) memcpy(bytes, &key, TN_SHORT_WORD);
    return folded_term(s, (tenor_string){bytes, length}, key);
}

/* The term of a word that is other than its folded form. */
static uint32_t other_term(tn_spellings *s, tenor_string surface, uint64_t key) {
    uint64_t capitals = surface.length <= TN_SHORT_WORD && is_ascii(key) ? capitals_of(key) : 0;
    if (capitals) return lowered_term(s, key, capitals, surface.length);
    tenor_string folded = tn_fold(surface, s->arena);
    return folded.data ? folded_term(s, folded, tn_known_key(s->known, folded)) : 0;
}

/* Whether a word is its own folded form; 0: out of memory. */
static uint8_t kind_of(const tn_spellings *s, tenor_string surface, uint64_t key) {
    if (surface.length <= TN_SHORT_WORD && is_ascii(key)) return capitals_of(key) ? TN_KNOWN_OTHER : TN_KNOWN_FOLDED;
    tenor_string folded = tn_fold(surface, s->arena);
    if (!folded.data) return 0;
    return tn_equal(folded, surface) ? TN_KNOWN_FOLDED : TN_KNOWN_OTHER;
}

uint32_t tn_spellings_add(tn_spellings *s, tenor_string surface, uint64_t key) {
    tn_known_word *word = tn_known_place(s->known, key);
    if (word->facts & TN_KNOWN_FOLDED) return new_term(s, word, surface);
    uint8_t kind = word->facts & TN_KNOWN_OTHER ? TN_KNOWN_OTHER : kind_of(s, surface, key);
    if (kind == 0) return 0;
    uint32_t term = kind == TN_KNOWN_OTHER ? other_term(s, surface, key) : 0;
    if (kind == TN_KNOWN_OTHER && term == 0) return 0;
    word = tn_known_add(s->known, key); /* not before: the folded word may move it */
    if (!word) return 0;
    word->facts |= kind;
    if (term == 0) return new_term(s, word, surface);
    tn_known_share(s->known, word, term);
    return term;
}

uint32_t tn_spellings_term(tn_spellings *s, tenor_string word) {
    uint64_t key = tn_known_key(s->known, word);
    bool room = TN_RESERVE(s->arena, &s->terms, 1);
    return room ? tn_spellings_at(s, word, key, tn_known_place(s->known, key)) : 0;
}

void tn_spellings_settle(tn_spellings *s) {
    const uint16_t *marks = s->model->marks;
    size_t n_marks = s->model->n_marks;
    bool stops = !s->model->language->keep_stopwords;
    for (; s->settled < s->terms.count; s->settled++) {
        tn_term *term = &s->terms.at[s->settled];
        if (term->vocabulary == (uint32_t)TN_UNSETTLED)
            term->vocabulary = tn_known_vocabulary(s->known, term->key, term->text, s->model->vocabulary);
        term->marks = term->vocabulary < n_marks ? marks[term->vocabulary] : 0;
        term->stop = stops && term->marks & TN_VOCABULARY_STOP;
    }
}
