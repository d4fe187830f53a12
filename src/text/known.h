/* Known words: what was found out about a spelling in earlier texts, so that it need not be found out again, and its
 * term in the text that is being read. News repeats its words: of two hundred in an article some ten are new to a
 * worker that has read for a while.
 *
 *   "Talks"  -> key 54 61 6C 6B 73 00 00 00 -> { other than its folded form, term 1 }
 *   "talks"  -> key 74 61 6C 6B 73 00 00 00 -> { folded, vocabulary 402, term 1 }    beside it: its stem
 *   longer   -> key: a seeded hash
 *
 * A word of up to eight bytes is its own key: its bytes in one integer, padded with zeros. Terms are counted on from
 * text to text, and one that was counted before the text being read is none of it: so nothing is cleared in between.
 * What is asked of every word is in sixteen bytes, as the processor's nearer caches are small.
 *
 * All but the terms is a cache, and no more: it says of a spelling what its bytes say, and whatever is not there is
 * found out again. So it shows in no result. It is of a fixed size as far as earlier texts go: when a text begins and
 * there is no room left, only the words stay that more than one text had. A text of more words than that has room made
 * for it, which the next one gives back. Two long words have one key by a chance of one in 2^64, whoever chose them, as
 * the seed is not known. */
#ifndef TN_TEXT_KNOWN_H
#define TN_TEXT_KNOWN_H

#include "text/vocabulary.h"

enum { TN_SHORT_WORD = 8 };

/* What is known of a spelling. */
enum {
    TN_KNOWN_FOLDED = 1 << 0,     /* it is its own folded form ... */
    TN_KNOWN_OTHER = 1 << 1,      /* ... or it is not; neither: not found out yet */
    TN_KNOWN_VOCABULARY = 1 << 2, /* its id, as that of a folded word */
    TN_KNOWN_AGAIN = 1 << 3,      /* more than one text had it of late */
    TN_KNOWN_FLAGS = 4,           /* so many, in the lowest bits; above them the id */
};

typedef struct tn_known_word {
    uint64_t key;   /* 0: free */
    uint32_t count; /* of the terms of all texts, its own; 0: it has none */
    uint32_t facts; /* TN_KNOWN_*, and the id */
} tn_known_word;

/* The hash of a word's stem, by the stemmer of that number; 0: there is none. */
typedef struct tn_known_stem_of {
    uint64_t stem;
    uint8_t stemmer;
} tn_known_stem_of;

/* All zero: nothing is known yet. For one thread. */
typedef struct tn_known {
    void *memory;
    tn_known_word *words; /* in `memory`, each in one line of the processor's cache; open addressing, a power of two */
    tn_known_stem_of *stems; /* beside the words */
    size_t mask, filled;
    uint64_t seed, texts; /* how many were begun */
    uint64_t engine;      /* whose ids these are (tn_vocabulary.engine) */
    uint32_t before;      /* terms counted in earlier texts */
    uint32_t count;       /* terms counted */
} tn_known;

/* Before a text: makes it ready for the words of this vocabulary, and forgets the terms of the text before. False:
 * there is no memory even for a small one. */
bool tn_known_begin(tn_known *known, const tn_vocabulary *vocabulary);

/* A word's key, of up to eight bytes and of any length. Never 0. */
static inline uint64_t tn_short_key(const char *data, size_t length) {
    uint64_t key = 0;
    memcpy(&key, data, length);
    return key;
}

static inline uint64_t tn_known_key(const tn_known *known, tenor_string word) {
    bool is_short = word.length <= TN_SHORT_WORD && word.length > 0;
    uint64_t key = is_short ? tn_short_key(word.data, word.length) : tn_hash(word.data, word.length, known->seed);
    return key ? key : 1; /* no word is the byte 1 */
}

/* Where a key is looked for first. */
static inline size_t tn_known_slot(const tn_known *known, uint64_t key) {
    return (size_t)tn_hash_mix(known->seed, key) & known->mask;
}

/* Its place from there on: that of the word, or the free one where it belongs. */
static inline tn_known_word *tn_known_place_from(const tn_known *known, size_t slot, uint64_t key) {
    while (known->words[slot].key != key && known->words[slot].key) slot = (slot + 1) & known->mask;
    return &known->words[slot];
}

static inline tn_known_word *tn_known_place(const tn_known *known, uint64_t key) {
    return tn_known_place_from(known, tn_known_slot(known, key), key);
}

/* The term of a place in the text being read, from 1; 0: it has none so far. */
static inline uint32_t tn_known_term(const tn_known *known, const tn_known_word *word) {
    return word->count > known->before ? word->count - known->before : 0;
}

/* The place of a key, which is the word's from now on. NULL: out of memory. What was returned before holds no more. */
tn_known_word *tn_known_add(tn_known *known, uint64_t key);

/* The id of a folded word; `unknown`, where it was not asked for. */
static inline uint32_t tn_known_id(const tn_known_word *word, uint32_t unknown) {
    return word->facts & TN_KNOWN_VOCABULARY ? word->facts >> TN_KNOWN_FLAGS : unknown;
}

/* Counts a term of the text, that of this word, if it has none so far; returns how many were counted, 1 or 0. Without a
 * branch, as one word in two is new to its text. */
static inline uint32_t tn_known_count(tn_known *known, tn_known_word *word) {
    uint32_t is_new = word->count <= known->before, again = is_new & (word->count != 0);
    known->count += is_new;
    word->count = is_new ? known->count : word->count;
    word->facts |= again * TN_KNOWN_AGAIN;
    return is_new;
}

/* Gives a word without a term the same one as another word has. */
static inline void tn_known_share(const tn_known *known, tn_known_word *word, uint32_t term) {
    if (word->count) word->facts |= TN_KNOWN_AGAIN;
    word->count = known->before + term;
}

/* The id of a folded word in the vocabulary; 0: it has none. Kept, if it is among the known ones. */
uint32_t tn_known_vocabulary(tn_known *known, uint64_t key, tenor_string folded, const tn_vocabulary *vocabulary);

/* The hash of its stem by the stemmer of that number (not 0); 0: not known. */
uint64_t tn_known_stem(const tn_known *known, uint64_t key, uint8_t stemmer);

/* Keeps it, if the word is among the known ones. */
void tn_known_keep_stem(tn_known *known, uint64_t key, uint8_t stemmer, uint64_t stem);

void tn_known_free(tn_known *known);

#endif
