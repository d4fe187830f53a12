/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/stem.h"

#include <libstemmer.h>
#include <limits.h>

#include "base/alloc.h"
#include "base/strtab.h"
#include "base/vec.h"

enum { MOST_WORDS = 1 << 16 };

struct tn_stemmer {
    struct sb_stemmer *snowball;
    tn_arena arena; /* of the tables; reset when they have become large */
    tn_strtab words, stems;
    TN_VEC(uint32_t) stem_of; /* by id of `words` */
};

static bool is_known(const char *algorithm) {
    for (const char **known = sb_stemmer_list(); *known; known++)
        if (strcmp(*known, algorithm) == 0) return true;
    return false;
}

static bool begin(tn_stemmer *stemmer) {
    stemmer->words = stemmer->stems = (tn_strtab){0};
    memset(&stemmer->stem_of, 0, sizeof stemmer->stem_of);
    return tn_strtab_init(&stemmer->words, &stemmer->arena, 1024, 0) &&
           tn_strtab_init(&stemmer->stems, &stemmer->arena, 1024, 0) &&
           TN_EXTEND(&stemmer->arena, &stemmer->stem_of); /* ids begin at 1 */
}

tenor_status tn_stemmer_new(tn_stemmer **out, const char *algorithm, tenor_error *error) {
    *out = NULL;
    if (!is_known(algorithm)) return tn_fail(error, TENOR_E_DATA, "there is no stemmer '%s'", algorithm);
    tn_stemmer *stemmer = tn_malloc(sizeof *stemmer);
    if (!stemmer) return tn_fail_memory(error);
    *stemmer = (tn_stemmer){.arena = TN_ARENA_INIT, .snowball = sb_stemmer_new(algorithm, NULL)};
    if (!stemmer->snowball || !begin(stemmer)) {
        tn_stemmer_free(stemmer);
        return tn_fail_memory(error);
    }
    *out = stemmer;
    return TENOR_OK;
}

void tn_stemmer_free(tn_stemmer *stemmer) {
    if (!stemmer) return;
    sb_stemmer_delete(stemmer->snowball);
    tn_arena_free(&stemmer->arena);
    tn_free(stemmer);
}

void tn_stemmer_rest(tn_stemmer *stemmer) {
    if (stemmer->words.count < MOST_WORDS && stemmer->stem_of.count > stemmer->words.count) return;
    tn_arena_reset(&stemmer->arena);
    if (!begin(stemmer)) stemmer->stem_of.count = 0; /* tn_stemmer_id then says that memory is out */
}

static tenor_string stem(tn_stemmer *stemmer, tenor_string word) {
    if (word.length > INT_MAX) return word;
    const sb_symbol *found = sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)word.data, (int)word.length);
    if (!found) return (tenor_string){NULL, 0};
    return (tenor_string){(const char *)found, (size_t)sb_stemmer_length(stemmer->snowball)};
}

uint32_t tn_stemmer_id(tn_stemmer *stemmer, tenor_string word) {
    if (stemmer->stem_of.count == 0) return 0;
    uint32_t id = tn_strtab_add(&stemmer->words, word, true);
    if (id == 0) return 0;
    if (id < stemmer->stem_of.count) return stemmer->stem_of.at[id];
    tenor_string stemmed = stem(stemmer, word);
    uint32_t number = stemmed.data ? tn_strtab_add(&stemmer->stems, stemmed, true) : 0;
    if (number == 0 || !TN_EXTEND(&stemmer->arena, &stemmer->stem_of)) {
        stemmer->stem_of.count = 0; /* the tables no longer agree: of no use before the next rest */
        return 0;
    }
    return stemmer->stem_of.at[id] = number;
}
