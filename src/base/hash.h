/* A 64-bit hash of bytes: multiply and fold, eight bytes a step. Not for adversaries who know the seed; tables that
 * take words from articles pass a seed of the process. No result may depend on hash order. */
#ifndef TN_BASE_HASH_H
#define TN_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t tn_hash_mix(uint64_t a, uint64_t b) {
    uint64_t x = (a ^ (b >> 32)) * 0x9E3779B97F4A7C15ull;
    x ^= b * 0xC2B2AE3D27D4EB4Full;
    return x ^ (x >> 29);
}

/* The last bytes of a string, at most eight, as a number. Fixed-size copies become single loads. */
static inline uint64_t tn_hash_tail(const unsigned char *at, size_t length) {
    uint32_t low, high;
    if (length >= 4) {
        memcpy(&low, at, 4);
        memcpy(&high, at + length - 4, 4);
        return (uint64_t)high << 32 | low;
    }
    if (length == 0) return 0;
    return (uint64_t)at[0] | (uint64_t)at[length / 2] << 8 | (uint64_t)at[length - 1] << 16;
}

static inline uint64_t tn_hash(const void *data, size_t length, uint64_t seed) {
    const unsigned char *at = (const unsigned char *)data;
    uint64_t hash = seed ^ (length * 0xFF51AFD7ED558CCDull);
    uint64_t word;
    for (; length > 8; at += 8, length -= 8) {
        memcpy(&word, at, 8);
        hash = tn_hash_mix(hash, word);
    }
    hash = tn_hash_mix(hash, tn_hash_tail(at, length));
    return hash ^ (hash >> 32);
}

#endif
