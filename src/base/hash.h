/* A 64-bit hash of bytes: multiply to 128 bits and fold, eight bytes a step. No result may depend on hash order.
 *
 * Seeds. A table of words from an article takes a seed from tn_seed(): whoever writes the article does not know it, and
 * so cannot choose words that all want one slot and make a linear search of every look-up. The multiplication mixes the
 * seed with every byte; a hash that only adds or xors it lets words collide whatever the seed. Tables of our own data,
 * which are built once and compiled in, take 0. */
#ifndef TN_BASE_HASH_H
#define TN_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A number that is another in each call and that nobody can guess. Never fails: without the system's random numbers
 * it is made of the time and of addresses. */
uint64_t tn_seed(void);

/* The 128-bit product of two numbers, its halves xored. */
static inline uint64_t tn_hash_fold(uint64_t x, uint64_t y) {
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)x * y;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
    uint64_t low = (x & 0xFFFFFFFF) * (y & 0xFFFFFFFF), one = (x >> 32) * (y & 0xFFFFFFFF) + (low >> 32);
    uint64_t two = (x & 0xFFFFFFFF) * (y >> 32) + (one & 0xFFFFFFFF);
    return (two << 32 | (low & 0xFFFFFFFF)) ^ ((x >> 32) * (y >> 32) + (one >> 32) + (two >> 32));
#endif
}

/* `a` is what there was, seed included, `b` what comes next. The constant beside `b` has the byte FF, which is in no
 * UTF-8: no eight bytes of a text make the factor 0. */
static inline uint64_t tn_hash_mix(uint64_t a, uint64_t b) {
    return tn_hash_fold(a ^ 0x9E3779B97F4A7C15ull, b ^ 0xC2B2AE3D27D4FF4Full);
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
