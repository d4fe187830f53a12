/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/stem.h"

#include <libstemmer.h>
#include <limits.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "base/hash.h"

struct tn_stemmer {
    struct sb_stemmer *snowball;
    tn_known *known;
    const tn_stems *stems; /* NULL: none are known beforehand */
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
    *stemmer = (tn_stemmer){sb_stemmer_new(algorithm, NULL), known, NULL, known ? known->seed : tn_seed(), number};
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

void tn_stemmer_use(tn_stemmer *stemmer, const tn_stems *stems) { stemmer->stems = stems; }

/* The hash of a stem's letters, of every stemmer; *found is false when memory is out. */
static uint64_t hash_of(struct sb_stemmer *snowball, tenor_string word, bool *found) {
    tenor_string stem = word;
    if (word.length <= INT_MAX) {
        stem.data = (const char *)sb_stemmer_stem(snowball, (const sb_symbol *)word.data, (int)word.length);
        stem.length = (size_t)sb_stemmer_length(snowball);
    }
    *found = stem.data != NULL;
    return *found ? tn_hash(stem.data, stem.length, 0) : 0;
}

/* Never 0. */
static uint64_t seeded(const tn_stemmer *stemmer, uint64_t hash) { return tn_hash_mix(stemmer->seed, hash) | 1; }

uint64_t tn_stemmer_hash(tn_stemmer *stemmer, tenor_string word) {
    bool found;
    uint64_t hash = hash_of(stemmer->snowball, word, &found);
    return found ? seeded(stemmer, hash) : 0;
}

void tn_stemmer_fetch(const tn_stemmer *stemmer, const tn_term *term) {
    if (stemmer->stems && term->vocabulary < stemmer->stems->n) tn_fetch(&stemmer->stems->of[term->vocabulary]);
}

uint64_t tn_stemmer_term(tn_stemmer *stemmer, const tn_term *term) {
    const tn_stems *stems = stemmer->stems;
    if (stems && term->vocabulary && term->vocabulary < stems->n) return seeded(stemmer, stems->of[term->vocabulary]);
    uint64_t stem = stemmer->known ? tn_known_stem(stemmer->known, term->key, stemmer->number) : 0;
    if (stem) return stem;
    stem = tn_stemmer_hash(stemmer, term->text);
    if (stem && stemmer->known) tn_known_keep_stem(stemmer->known, term->key, stemmer->number, stem);
    return stem;
}

/* ---- those of a vocabulary */

tenor_status tn_stems_build(tn_stems *out, const char *algorithm, const tn_vocabulary *vocabulary, tn_arena *arena,
                            tenor_error *error) {
    tn_stemmer *stemmer;
    TN_TRY(tn_stemmer_new(&stemmer, algorithm, NULL, error));
    size_t n = (size_t)tn_strings_count(&vocabulary->words) + 1;
    uint64_t *of = TN_NEW_ARRAY(arena, n, uint64_t);
    bool found = of != NULL;
    for (uint32_t id = 1; id < n && found; id++)
        of[id] = hash_of(stemmer->snowball, tn_strings_at(&vocabulary->words, id), &found);
    tn_stemmer_free(stemmer);
    *out = (tn_stems){of, n};
    return found ? TENOR_OK : tn_fail_memory(error);
}

void tn_stems_image(tn_image *image, tn_stems *stems) { TN_IMAGE_ARRAY(image, stems->of, stems->n); }
