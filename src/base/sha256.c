/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FIPS 180-4, Secure Hash Standard, sections 4.1.2 (functions), 4.2.2 (constants), 5.1.1 (padding), 5.3.3 (initial
 * value) and 6.2.2 (the loop). Names follow the standard. */
#include "base/sha256.h"

#include <string.h>

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2). */
static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, unsigned n) { return x >> n | x << (32 - n); }

static uint32_t big_endian(const unsigned char *b) {
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* The message schedule (6.2.2, step 1). */
static void schedule(uint32_t W[64], const unsigned char *block) {
    for (size_t t = 0; t < 16; t++) W[t] = big_endian(block + 4 * t);
    for (size_t t = 16; t < 64; t++) {
        uint32_t s0 = rotate(W[t - 15], 7) ^ rotate(W[t - 15], 18) ^ W[t - 15] >> 3;
        uint32_t s1 = rotate(W[t - 2], 17) ^ rotate(W[t - 2], 19) ^ W[t - 2] >> 10;
        W[t] = s1 + W[t - 7] + s0 + W[t - 16];
    }
}

/* Steps 2 to 4. v[0 ... 7] are the standard's a ... h. */
static void compress(uint32_t H[8], const unsigned char *block) {
    uint32_t W[64], v[8];
    schedule(W, block);
    memcpy(v, H, sizeof v);
    for (size_t t = 0; t < 64; t++) {
        uint32_t S1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25);
        uint32_t choose = (v[4] & v[5]) ^ (~v[4] & v[6]);
        uint32_t T1 = v[7] + S1 + choose + K[t] + W[t];
        uint32_t S0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22);
        uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += T1;
        v[0] = T1 + S0 + majority;
    }
    for (size_t i = 0; i < 8; i++) H[i] += v[i];
}

void tn_sha256_init(tn_sha256_state *state) {
    *state = (tn_sha256_state){
        .hash = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void tn_sha256_update(tn_sha256_state *state, const void *data, size_t length) {
    const unsigned char *at = data;
    size_t waiting = (size_t)(state->length % 64);
    state->length += length;
    if (waiting && length >= 64 - waiting) {
        memcpy(state->block + waiting, at, 64 - waiting);
        compress(state->hash, state->block);
        at += 64 - waiting;
        length -= 64 - waiting;
        waiting = 0;
    }
    if (!waiting) {
        for (; length >= 64; at += 64, length -= 64) compress(state->hash, at);
    }
    if (length) memcpy(state->block + waiting, at, length);
}

void tn_sha256_finish(tn_sha256_state *state, char hex[65]) {
    static const unsigned char padding[64] = {0x80};
    unsigned char bits[8];
    for (unsigned i = 0; i < 8; i++) bits[i] = (unsigned char)(state->length * 8 >> (56 - 8 * i));
    size_t waiting = (size_t)(state->length % 64);
    tn_sha256_update(state, padding, waiting < 56 ? 56 - waiting : 120 - waiting);
    tn_sha256_update(state, bits, sizeof bits);
    for (size_t i = 0; i < 64; i++) hex[i] = "0123456789abcdef"[state->hash[i / 8] >> (28 - 4 * (i % 8)) & 15];
    hex[64] = '\0';
}

void tn_sha256(const void *data, size_t length, char hex[65]) {
    tn_sha256_state state;
    tn_sha256_init(&state);
    tn_sha256_update(&state, data, length);
    tn_sha256_finish(&state, hex);
}
