/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/known.h"

#include "base/alloc.h"

/* It begins small, as most runs are short: 4 KiB; and ends at half a megabyte, 24,576 words. */
enum { FEWEST = 1 << 6, MOST = 1 << 13, LINE = 64 };

_Static_assert(sizeof(tn_known_bucket) == LINE, "a bucket is one line");

void tn_known_free(tn_known *known) {
    tn_free(known->memory);
    *known = (tn_known){0};
}

static tn_known_bucket *bucket_of(const tn_known *known, uint64_t key) {
    return &known->buckets[(size_t)(tn_hash_mix(known->seed, key) >> 8) & known->mask];
}

/* Where the key is in its bucket; TN_KNOWN_WAYS: it is not. */
static inline unsigned way_of(const tn_known_bucket *bucket, uint64_t key) {
    unsigned found = 1u << TN_KNOWN_WAYS;
    for (unsigned way = 0; way < TN_KNOWN_WAYS; way++) found |= (unsigned)(bucket->key[way] == key) << way;
    return (unsigned)__builtin_ctz(found); /* all are looked at: which it is cannot be predicted */
}

/* The way that a new key takes. */
static unsigned take_way(tn_known *known, tn_known_bucket *bucket) {
    unsigned way = way_of(bucket, 0);
    if (way < TN_KNOWN_WAYS) {
        known->filled++;
        return way;
    }
    way = bucket->next;
    bucket->next = (uint8_t)((way + 1) % TN_KNOWN_WAYS);
    return way;
}

/* An empty table of so many buckets; false, and nothing changed: memory is out. */
static bool allocate(tn_known *known, size_t buckets) {
    unsigned char *memory = tn_malloc(buckets * LINE + LINE);
    if (!memory) return false;
    known->memory = memory;
    known->buckets = (void *)(memory + (LINE - (uintptr_t)memory % LINE));
    known->mask = buckets - 1;
    known->filled = 0;
    memset(known->buckets, 0, buckets * LINE);
    return true;
}

static void copy(tn_known *to, const tn_known_bucket *from, unsigned way) {
    tn_known_bucket *bucket = bucket_of(to, from->key[way]);
    unsigned other = take_way(to, bucket);
    bucket->key[other] = from->key[way];
    bucket->stem[other] = from->stem[way];
    bucket->vocabulary[other] = from->vocabulary[way];
    bucket->stemmer[other] = from->stemmer[way];
}

static void grow(tn_known *known) {
    tn_known old = *known;
    if (!allocate(known, (old.mask + 1) * 4)) return;
    for (size_t b = 0; b <= old.mask; b++)
        for (unsigned way = 0; way < TN_KNOWN_WAYS; way++)
            if (old.buckets[b].key[way]) copy(known, &old.buckets[b], way);
    tn_free(old.memory);
}

bool tn_known_begin(tn_known *known, const tn_vocabulary *vocabulary) {
    if (!known->buckets) {
        known->seed = tn_seed();
        if (!allocate(known, FEWEST)) return false;
    } else if (known->engine != vocabulary->engine) {
        memset(known->buckets, 0, (known->mask + 1) * LINE);
        known->filled = 0;
    } else if (known->filled > known->mask && known->mask + 1 < MOST) {
        grow(known);
    }
    known->engine = vocabulary->engine;
    return true;
}

uint32_t tn_known_vocabulary(tn_known *known, uint64_t key, tenor_string folded, const tn_vocabulary *vocabulary) {
    if (key == 0) return tn_vocabulary_find(vocabulary, folded);
    tn_known_bucket *bucket = bucket_of(known, key);
    unsigned way = way_of(bucket, key);
    if (way < TN_KNOWN_WAYS) return bucket->vocabulary[way];
    way = take_way(known, bucket);
    bucket->key[way] = key;
    bucket->stemmer[way] = 0;
    return bucket->vocabulary[way] = tn_vocabulary_find(vocabulary, folded);
}

uint64_t tn_known_stem(const tn_known *known, uint64_t key, uint8_t stemmer) {
    if (!known->buckets || key == 0) return 0;
    const tn_known_bucket *bucket = bucket_of(known, key);
    unsigned way = way_of(bucket, key);
    return way < TN_KNOWN_WAYS && bucket->stemmer[way] == stemmer ? bucket->stem[way] : 0;
}

void tn_known_keep_stem(tn_known *known, uint64_t key, uint8_t stemmer, uint64_t stem) {
    if (!known->buckets || key == 0) return;
    tn_known_bucket *bucket = bucket_of(known, key);
    unsigned way = way_of(bucket, key);
    if (way == TN_KNOWN_WAYS) return;
    bucket->stem[way] = stem;
    bucket->stemmer[way] = stemmer;
}
