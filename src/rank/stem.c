/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/stem.h"

#include <libstemmer.h>
#include <limits.h>

#include "base/alloc.h"
#include "base/hash.h"

struct tn_stemmer {
    struct sb_stemmer *snowball;
    tn_known *known;
    uint64_t seed;
    uint8_t number; /* among Snowball's, from 1 */
};

/* 0: there is none of that name. */
static uint8_t number_of(const char *algorithm) {
    const char **known = sb_stemmer_list();
    for (uint8_t i = 0; known[i] && i < UINT8_MAX; i++)
        if (strcmp(known[i], algorithm) == 0) return (uint8_t)(i + 1);
    return 0;
}

tenor_status tn_stemmer_new(tn_stemmer **out, const char *algorithm, tn_known *known, tenor_error *error) {
    *out = NULL;
    uint8_t number = number_of(algorithm);
    if (number == 0) return tn_fail(error, TENOR_E_DATA, "there is no stemmer '%s'", algorithm);
    tn_stemmer *stemmer = tn_malloc(sizeof *stemmer);
    if (!stemmer) return tn_fail_memory(error);
    *stemmer = (tn_stemmer){sb_stemmer_new(algorithm, NULL), known, known ? known->seed : tn_seed(), number};
    if (!stemmer->snowball) {
        tn_stemmer_free(stemmer);
        return tn_fail_memory(error);
    }
    *out = stemmer;
    return TENOR_OK;
}

void tn_stemmer_free(tn_stemmer *stemmer) {
    if (!stemmer) return;
    sb_stemmer_delete(stemmer->snowball);
    tn_free(stemmer);
}

/* Never 0. */
static uint64_t hash_of(const tn_stemmer *stemmer, const void *data, size_t length) {
    return tn_hash(data, length, stemmer->seed) | 1;
}

uint64_t tn_stemmer_hash(tn_stemmer *stemmer, tenor_string word) {
    if (word.length > INT_MAX) return hash_of(stemmer, word.data, word.length);
    const sb_symbol *stem = sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)word.data, (int)word.length);
    return stem ? hash_of(stemmer, stem, (size_t)sb_stemmer_length(stemmer->snowball)) : 0;
}

uint64_t tn_stemmer_term(tn_stemmer *stemmer, const tn_term *term) {
    uint64_t stem = stemmer->known ? tn_known_stem(stemmer->known, term->key, stemmer->number) : 0;
    if (stem) return stem;
    stem = tn_stemmer_hash(stemmer, term->text);
    if (stem && stemmer->known) tn_known_keep_stem(stemmer->known, term->key, stemmer->number, stem);
    return stem;
}
