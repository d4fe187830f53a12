/* Eight bytes at once. Each test gives a number that is not 0 when one of the eight bytes passes it (and whose bits do
 * not say which). All inline, none allocates. */
#ifndef TN_BASE_BYTES_H
#define TN_BASE_BYTES_H

#include <stdint.h>
#include <string.h>

#define TN_EIGHT_ONES 0x0101010101010101ull
#define TN_EIGHT_HIGH 0x8080808080808080ull

static inline uint64_t tn_eight(const char *data) {
    uint64_t eight;
    memcpy(&eight, data, sizeof eight);
    return eight;
}

/* A byte is less than `limit`, at most 128. */
static inline uint64_t tn_eight_below(uint64_t eight, unsigned char limit) {
    return (eight - TN_EIGHT_ONES * limit) & ~eight & TN_EIGHT_HIGH;
}

/* A byte is `c`. */
static inline uint64_t tn_eight_has(uint64_t eight, char c) {
    return tn_eight_below(eight ^ TN_EIGHT_ONES * (unsigned char)c, 1);
}

#endif
