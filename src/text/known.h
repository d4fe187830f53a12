/* Known words: what was found out about a word in earlier texts, so that it need not be found out again. News repeats
 * its words: of two hundred in an article some ten are new to a worker that has read for a while.
 *
 *   hash of the word -> bucket, one line of the processor's cache
 *      key         [ talks  | 8F31...  | -  ]    of up to eight bytes: the bytes themselves; longer: a seeded hash
 *      stem        [ 51C0.. | -        | -  ]    of the stemmer numbered beside it; 0: none
 *      vocabulary  [ 402    | 0        | -  ]    the word's id there; 0: in no list
 *
 * A cache, and no more: of fixed size, an entry gives way when its bucket is full, and whatever is not there is found
 * out again. So it shows in no result. Two long words have one key by a
 * chance of one in 2^64, whoever chose them, as the seed is not known. */
#ifndef TN_TEXT_KNOWN_H
#define TN_TEXT_KNOWN_H

#include "text/vocabulary.h"

enum { TN_KNOWN_WAYS = 3, TN_SHORT_WORD = 8 };

typedef struct tn_known_bucket {
    uint64_t key[TN_KNOWN_WAYS]; /* 0: free */
    uint64_t stem[TN_KNOWN_WAYS];
    uint32_t vocabulary[TN_KNOWN_WAYS];
    uint8_t stemmer[TN_KNOWN_WAYS];
    uint8_t next; /* the one that gives way */
} tn_known_bucket;

/* All zero: nothing is known yet. For one thread. */
typedef struct tn_known {
    void *memory;
    tn_known_bucket *buckets; /* in `memory`, aligned; a power of two */
    size_t mask, filled;      /* entries */
    uint64_t seed, texts;     /* how many were begun: each has tables with a seed of its own */
    uint64_t engine;          /* whose ids these are (tn_vocabulary.engine) */
} tn_known;

/* Before a text: makes it ready for the words of this vocabulary. False: there is no memory even for a small one; with
 * none to grow it stays as it is. */
bool tn_known_begin(tn_known *known, const tn_vocabulary *vocabulary);

/* A word's key, of up to eight bytes (not none) and of any length. */
static inline uint64_t tn_short_key(const char *data, size_t length) {
    uint64_t key = 0;
    memcpy(&key, data, length);
    return key;
}

static inline uint64_t tn_known_key(const tn_known *known, tenor_string folded) {
    bool is_short = folded.length <= TN_SHORT_WORD;
    return is_short ? tn_short_key(folded.data, folded.length) : tn_hash(folded.data, folded.length, known->seed);
}

/* The id of a folded word in the vocabulary; 0: it has none. */
uint32_t tn_known_vocabulary(tn_known *known, uint64_t key, tenor_string folded, const tn_vocabulary *vocabulary);

/* The hash of its stem by the stemmer of that number (not 0); 0: not known. */
uint64_t tn_known_stem(const tn_known *known, uint64_t key, uint8_t stemmer);

/* Keeps it, if the word is among the known ones. */
void tn_known_keep_stem(tn_known *known, uint64_t key, uint8_t stemmer, uint64_t stem);

void tn_known_free(tn_known *known);

#endif
