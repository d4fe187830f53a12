/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/stem.h"

#include <libstemmer.h>
#include <limits.h>

#include "base/alloc.h"
#include "base/hash.h"
#include "text/fold.h"

/* Direct-mapped: a word has one place, and takes it from the word that had it before. 128 KB. */
enum { PLACES = 1 << 13 };

typedef struct place {
    uint64_t word; /* its hash; 0: free */
    uint64_t stem;
} place;

struct tn_stemmer {
    struct sb_stemmer *snowball;
    place *places; /* NULL: not yet */
    uint64_t seed;
    const char *algorithm;
    const tn_stems *stems; /* may be NULL */
    uint64_t edition;      /* of the stems that are, or were last, in use */
};

/* ---- a stemmer ---- */

/* The library's own name for it, which lives on; NULL: it is unknown. */
static const char *find_algorithm(const char *name) {
    for (const char **known = sb_stemmer_list(); *known; known++)
        if (strcmp(*known, name) == 0) return *known;
    return NULL;
}

tenor_status tn_stemmer_new(tn_stemmer **out, const char *algorithm, tenor_error *error) {
    *out = NULL;
    const char *known = find_algorithm(algorithm);
    if (!known) return tn_fail(error, TENOR_E_DATA, "there is no stemmer '%s'", algorithm);
    tn_stemmer *stemmer = tn_malloc(sizeof *stemmer);
    if (!stemmer) return tn_fail_memory(error);
    *stemmer = (tn_stemmer){.snowball = sb_stemmer_new(known, NULL), .seed = tn_seed(), .algorithm = known};
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
    tn_free(stemmer->places);
    tn_free(stemmer);
}

static void forget(tn_stemmer *stemmer) {
    if (stemmer->places) memset(stemmer->places, 0, PLACES * sizeof *stemmer->places);
}

void tn_stemmer_use(tn_stemmer *stemmer, const tn_stems *stems) {
    bool fits = stems && stems->algorithm && strcmp(stems->algorithm, stemmer->algorithm) == 0;
    uint64_t edition = fits ? stems->edition : 0;
    stemmer->stems = fits ? stems : NULL;
    if (stemmer->edition != edition) forget(stemmer); /* another numbering */
    stemmer->edition = edition;
}

tenor_status tn_stemmer_remember(tn_stemmer *stemmer, tenor_error *error) {
    if (stemmer->places) return TENOR_OK;
    stemmer->places = tn_malloc(PLACES * sizeof *stemmer->places);
    if (!stemmer->places) return tn_fail_memory(error);
    forget(stemmer);
    return TENOR_OK;
}

/* Never 0, and no vocabulary id. */
static uint64_t hash_of(const tn_stemmer *stemmer, tenor_string s) {
    return tn_hash(s.data, s.length, stemmer->seed) | (uint64_t)1 << 63;
}

/* Its letters, until the next call; NULL data: out of memory. */
static tenor_string letters_of(struct sb_stemmer *snowball, tenor_string word) {
    if (word.length > INT_MAX) return word;
    const sb_symbol *stem = sb_stemmer_stem(snowball, (const sb_symbol *)word.data, (int)word.length);
    return (tenor_string){(const char *)stem, stem ? (size_t)sb_stemmer_length(snowball) : 0};
}

static uint64_t find_stem(tn_stemmer *stemmer, tenor_string word) {
    tenor_string letters = letters_of(stemmer->snowball, word);
    if (!letters.data) return 0;
    uint32_t id = stemmer->stems ? tn_vocabulary_find_own(stemmer->stems->vocabulary, letters) : 0;
    return id ? id : hash_of(stemmer, letters);
}

uint64_t tn_stemmer_stem(tn_stemmer *stemmer, tenor_string word, uint32_t vocabulary) {
    const tn_stems *stems = stemmer->stems;
    if (stems && vocabulary < stems->n_stem_of && stems->stem_of[vocabulary]) return stems->stem_of[vocabulary];
    if (!stemmer->places) return find_stem(stemmer, word);
    uint64_t hash = hash_of(stemmer, word);
    place *at = &stemmer->places[(hash >> 32) % PLACES];
    if (at->word != hash) {
        uint64_t stem = find_stem(stemmer, word);
        if (stem == 0) return 0;
        *at = (place){hash, stem};
    }
    return at->stem;
}

/* ---- those of a vocabulary ---- */

/* A word whose stem is none that a vocabulary could hold, being no folded word, keeps 0. */
static bool add_stem(uint32_t *out, struct sb_stemmer *snowball, tenor_string word, tn_vocabulary_builder *builder) {
    tenor_string letters = letters_of(snowball, word);
    tenor_string folded = letters.data ? tn_fold(letters, builder->arena) : letters;
    if (!folded.data) return false;
    if (folded.length == 0 || !tn_equal(folded, letters)) return true;
    *out = tn_vocabulary_add(builder, letters);
    return *out != 0;
}

tenor_status tn_stems_build(tn_stems *out, const char *algorithm, const tn_vocabulary *vocabulary,
                            tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error) {
    tn_stemmer *stemmer;
    uint32_t n = builder->words.count;
    *out = (tn_stems){.algorithm = algorithm, .vocabulary = vocabulary, .edition = tn_seed() | 1};
    TN_TRY(tn_stemmer_new(&stemmer, algorithm, error));
    uint32_t *stem_of = TN_NEW_ARRAY(arena, (size_t)n + 1, uint32_t);
    bool ok = stem_of != NULL;
    for (uint32_t id = 1; ok && id <= n; id++)
        ok = add_stem(&stem_of[id], stemmer->snowball, builder->words.strings[id], builder);
    out->stem_of = stem_of;
    out->n_stem_of = (size_t)n + 1;
    tn_stemmer_free(stemmer);
    return ok ? TENOR_OK : tn_fail_memory(error);
}

void tn_stems_image(tn_image *image, tn_stems *stems, const tn_vocabulary *vocabulary) {
    tn_image_text(image, &stems->algorithm);
    TN_IMAGE_ARRAY(image, stems->stem_of, stems->n_stem_of);
    stems->vocabulary = vocabulary;
    if (tn_image_is_reader(image)) stems->edition = tn_seed() | 1;
}
