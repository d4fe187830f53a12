/* SHA-256 (FIPS 180-4), which names the data files that made a number. */
#ifndef TN_BASE_SHA256_H
#define TN_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

typedef struct tn_sha256_state {
    uint32_t hash[8];
    uint64_t length;         /* bytes so far */
    unsigned char block[64]; /* the first length % 64 bytes wait here */
} tn_sha256_state;

/* The digest of `length` bytes as 64 lower-case hexadecimal digits and a NUL. `data` may be NULL when length is 0. */
void tn_sha256(const void *data, size_t length, char hex[65]);

/* The same, piece by piece. After finish the state must be initialised again. */
void tn_sha256_init(tn_sha256_state *state);
void tn_sha256_update(tn_sha256_state *state, const void *data, size_t length);
void tn_sha256_finish(tn_sha256_state *state, char hex[65]);

#endif
