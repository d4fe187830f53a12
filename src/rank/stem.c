/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/stem.h"

#include <libstemmer.h>
#include <limits.h>

#include "base/alloc.h"
#include "base/hash.h"

/* Direct-mapped: a word has one place, and takes it from the word that had it before. 256 KB. */
enum { PLACES = 1 << 14 };

typedef struct place {
    uint64_t word, stem; /* hashes; 0: free */
} place;

struct tn_stemmer {
    struct sb_stemmer *snowball;
    place *places; /* NULL: not yet */
    uint64_t seed;
};

static bool is_known(const char *algorithm) {
    for (const char **known = sb_stemmer_list(); *known; known++)
        if (strcmp(*known, algorithm) == 0) return true;
    return false;
}

tenor_status tn_stemmer_new(tn_stemmer **out, const char *algorithm, tenor_error *error) {
    *out = NULL;
    if (!is_known(algorithm)) return tn_fail(error, TENOR_E_DATA, "there is no stemmer '%s'", algorithm);
    tn_stemmer *stemmer = tn_malloc(sizeof *stemmer);
    if (!stemmer) return tn_fail_memory(error);
    *stemmer = (tn_stemmer){sb_stemmer_new(algorithm, NULL), NULL, tn_seed()};
    if (!stemmer->snowball) {
        tn_stemmer_free(stemmer);
        return tn_fail_memory(error);
    }
    *out = stemmer;
    return TENOR_OK;
}

tenor_status tn_stemmer_remember(tn_stemmer *stemmer, tenor_error *error) {
    if (stemmer->places) return TENOR_OK;
    stemmer->places = tn_malloc(PLACES * sizeof *stemmer->places);
    if (!stemmer->places) return tn_fail_memory(error);
    memset(stemmer->places, 0, PLACES * sizeof *stemmer->places);
    return TENOR_OK;
}

void tn_stemmer_free(tn_stemmer *stemmer) {
    if (!stemmer) return;
    sb_stemmer_delete(stemmer->snowball);
    tn_free(stemmer->places);
    tn_free(stemmer);
}

/* Never 0. */
static uint64_t hash_of(const tn_stemmer *stemmer, const void *data, size_t length) {
    return tn_hash(data, length, stemmer->seed) | 1;
}

static uint64_t find_stem(tn_stemmer *stemmer, tenor_string word) {
    if (word.length > INT_MAX) return hash_of(stemmer, word.data, word.length);
    const sb_symbol *stem = sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)word.data, (int)word.length);
    return stem ? hash_of(stemmer, stem, (size_t)sb_stemmer_length(stemmer->snowball)) : 0;
}

uint64_t tn_stemmer_hash(tn_stemmer *stemmer, tenor_string word) {
    if (!stemmer->places) return find_stem(stemmer, word);
    uint64_t hash = hash_of(stemmer, word.data, word.length);
    place *at = &stemmer->places[(hash >> 32) % PLACES];
    if (at->word != hash) {
        uint64_t stem = find_stem(stemmer, word);
        if (stem == 0) return 0;
        *at = (place){hash, stem};
    }
    return at->stem;
}
