/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/dedup.h"

#include <string.h>

#include "base/alloc.h"
#include "base/hash.h"
#include "base/span.h"
#include "base/vec.h"

enum { SHINGLE = 3, MOST_WORDS = 1000000, ROWS = 2, BANDS = TN_MINIMA / ROWS };

static const double cut_share = 0.6, cut_containment = 0.8;

/* ---- signatures */

static bool is_word_byte(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c > 127;
}

static uint64_t mix(uint64_t x) {
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ull;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ull;
    return x ^ (x >> 32);
}

/* The next word's hash; false at the end. */
static bool next_word(tenor_string text, size_t *at, uint64_t *hash) {
    size_t i = *at;
    while (i < text.length && !is_word_byte((unsigned char)text.data[i])) i++;
    if (i == text.length) return false;
    uint64_t h = 0xCBF29CE484222325ull; /* FNV-1a */
    for (; i < text.length && is_word_byte((unsigned char)text.data[i]); i++)
        h = (h ^ (unsigned char)tn_lower(text.data[i])) * 0x100000001B3ull;
    *hash = mix(h);
    *at = i;
    return true;
}

typedef TN_VEC(uint64_t) hash_list;

/* Hashes of all word triples; of a text of one or two words, of these. */
static bool find_shingles(hash_list *out, tenor_string text, tn_arena *arena) {
    uint64_t last[SHINGLE] = {0}, word;
    size_t words = 0;
    for (size_t at = 0; words < MOST_WORDS && next_word(text, &at, &word); words++) {
        last[0] = last[1];
        last[1] = last[2];
        last[2] = word;
        if (words + 1 < SHINGLE) continue;
        uint64_t *slot = TN_PUSH(arena, out);
        if (!slot) return false;
        *slot = mix(last[0] * 3 + last[1] * 5 + last[2] * 7);
    }
    if (words == 0 || words >= SHINGLE) return true;
    uint64_t *slot = TN_PUSH(arena, out);
    if (slot) *slot = mix(last[1] * 5 + last[2] * 7);
    return slot != NULL;
}

/* Each triple goes into one bin, which keeps its minimum; rounds with other hashes follow until no bin is empty, of
 * which the last ones put all triples into one bin each. A long text takes one round. */
bool tn_signature_make(tn_signature *signature, tenor_string text, tn_arena *arena) {
    hash_list shingles = {0};
    uint64_t minima[TN_MINIMA];
    uint32_t round_of[TN_MINIMA] = {0}; /* 0: empty */
    size_t filled = 0;
    *signature = (tn_signature){.empty = true};
    if (!find_shingles(&shingles, text, arena)) return false;
    if (shingles.count == 0) return true;
    for (uint32_t round = 1; filled < TN_MINIMA; round++) {
        for (size_t i = 0; i < shingles.count; i++) {
            uint64_t hash = round == 1 ? shingles.at[i] : mix(shingles.at[i] + round * 0x9E3779B97F4A7C15ull);
            size_t bin = round <= TN_MINIMA ? hash % TN_MINIMA : round - TN_MINIMA - 1;
            if (round_of[bin] && (round_of[bin] < round || minima[bin] <= hash)) continue;
            filled += round_of[bin] == 0;
            round_of[bin] = round;
            minima[bin] = hash;
        }
    }
    for (size_t i = 0; i < TN_MINIMA; i++) signature->minima[i] = (uint16_t)(mix(minima[i] + round_of[i]) >> 48);
    signature->triples = (uint32_t)shingles.count;
    signature->empty = false;
    return true;
}

static unsigned count_equal(const tn_signature *a, const tn_signature *b) {
    unsigned equal = 0;
    for (size_t i = 0; i < TN_MINIMA; i++) equal += a->minima[i] == b->minima[i];
    return equal;
}

double tn_signature_likeness(const tn_signature *a, const tn_signature *b) {
    return a->empty || b->empty ? 0 : (double)count_equal(a, b) / TN_MINIMA;
}

/* The estimated share of the shorter one's triples that the longer has: with J = I/U and |A| + |B| = I + U, the triples
 * in common are I = J (|A| + |B|) / (1 + J). */
static double containment(double likeness, const tn_signature *a, const tn_signature *b) {
    double sum = (double)a->triples + (double)b->triples;
    double shorter = a->triples < b->triples ? a->triples : b->triples;
    double share = likeness * sum / (1 + likeness) / shorter;
    return share < 1 ? share : 1;
}

/* ---- what is remembered */

typedef struct entry {
    tn_signature signature;
    char *id;
    size_t id_length, cluster;
} entry;

struct tn_dedup {
    entry *entries;  /* a ring: text i is at i % window */
    uint32_t *table; /* BANDS tables of `slots`: an entry + 1, or 0 */
    char *retired;   /* the id replaced last: a tn_near_copy may still name it */
    size_t window, slots, count;
    double threshold;
};

tenor_status tn_dedup_new(tn_dedup **out, size_t window, double threshold, tenor_error *error) {
    *out = NULL;
    if (window < 1 || window > UINT32_MAX / 2) return tn_fail(error, TENOR_E_USAGE, "a window of %zu records", window);
    tn_dedup *d = tn_malloc(sizeof *d);
    if (!d) return tn_fail_memory(error);
    *d = (tn_dedup){.window = window, .slots = 1, .threshold = threshold};
    while (d->slots < window) d->slots *= 2;
    d->entries = tn_malloc(window * sizeof *d->entries);
    d->table = tn_malloc(BANDS * d->slots * sizeof *d->table);
    if (!d->entries || !d->table) {
        tn_dedup_free(d);
        return tn_fail_memory(error);
    }
    memset(d->table, 0, BANDS * d->slots * sizeof *d->table);
    *out = d;
    return TENOR_OK;
}

void tn_dedup_free(tn_dedup *d) {
    if (!d) return;
    for (size_t i = 0; i < d->count && i < d->window; i++) tn_free(d->entries[i].id);
    tn_free(d->retired);
    tn_free(d->entries);
    tn_free(d->table);
    tn_free(d);
}

static uint32_t *slot_of(const tn_dedup *d, const tn_signature *signature, size_t band) {
    const uint16_t *rows = &signature->minima[band * ROWS];
    uint64_t key = mix(((uint64_t)rows[0] << 16 | rows[1]) + (band << 32));
    return &d->table[band * d->slots + (size_t)(key & (d->slots - 1))];
}

static bool is_copy(const tn_dedup *d, unsigned equal, const tn_signature *a, const tn_signature *b) {
    double likeness = (double)equal / TN_MINIMA;
    if (likeness >= d->threshold) return true;
    return likeness >= d->threshold * cut_share && containment(likeness, a, b) >= cut_containment;
}

/* The likest of those that agree in a band, of several the latest; NULL: none is like enough. An entry may have been
 * replaced since it went into a table: then it is told apart like any other. */
static const entry *find_likest(const tn_dedup *d, const tn_signature *signature) {
    const entry *likest = NULL;
    unsigned most = 0;
    size_t latest = 0;
    for (size_t band = 0; band < BANDS; band++) {
        uint32_t at = *slot_of(d, signature, band);
        if (at == 0 || &d->entries[at - 1] == likest) continue;
        const entry *candidate = &d->entries[at - 1];
        if (candidate->signature.empty) continue;
        unsigned equal = count_equal(signature, &candidate->signature);
        size_t age = (d->count + d->window - (at - 1)) % d->window; /* of the ring's cells, the least is the latest */
        if (equal < most || (equal == most && likest && age >= latest)) continue;
        if (!is_copy(d, equal, signature, &candidate->signature)) continue;
        likest = candidate;
        most = equal;
        latest = age;
    }
    return likest;
}

static bool remember(tn_dedup *d, const tn_signature *signature, tenor_string id, size_t cluster) {
    size_t at = d->count % d->window;
    entry *e = &d->entries[at];
    char *copy = tn_malloc(id.length);
    if (!copy) return false;
    if (id.length) memcpy(copy, id.data, id.length);
    if (d->count >= d->window) {
        tn_free(d->retired);
        d->retired = e->id;
    }
    *e = (entry){*signature, copy, id.length, cluster};
    d->count++;
    for (size_t band = 0; !signature->empty && band < BANDS; band++) *slot_of(d, signature, band) = (uint32_t)at + 1;
    return true;
}

tenor_status tn_dedup_add(tn_dedup *d, const tn_signature *signature, tenor_string id, tn_near_copy *copy,
                          tenor_error *error) {
    const entry *likest = signature->empty ? NULL : find_likest(d, signature);
    *copy = (tn_near_copy){.found = likest != NULL, .of = TN_STR(""), .cluster = d->count + 1};
    if (likest) {
        copy->of = (tenor_string){likest->id, likest->id_length};
        copy->cluster = likest->cluster;
    }
    return remember(d, signature, id, copy->cluster) ? TENOR_OK : tn_fail_memory(error);
}
