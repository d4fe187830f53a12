/* Eight bytes at once, in one integer. A test gives a mask with the high bit of each byte that passes it; its lowest
 * one is that of the first such byte. All inline, none allocates.
 *
 *   "said \"no" -> tn_eight_has(eight, '"') -> 00 00 00 00 00 80 00 00 (in order of the text) -> tn_eight_first -> 5
 */
#ifndef TN_BASE_BYTES_H
#define TN_BASE_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define TN_EIGHT_ONES 0x0101010101010101ull
#define TN_EIGHT_HIGH 0x8080808080808080ull

/* The first one lowest. */
static inline uint64_t tn_eight(const char *data) {
    uint64_t eight;
    memcpy(&eight, data, sizeof eight);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

/* A byte is less than `limit`, at most 128. */
static inline uint64_t tn_eight_below(uint64_t eight, unsigned char limit) {
    return ~((eight & ~TN_EIGHT_HIGH) + TN_EIGHT_ONES * (0x80u - limit)) & ~eight & TN_EIGHT_HIGH;
}

/* A byte is `c`. */
static inline uint64_t tn_eight_has(uint64_t eight, char c) {
    uint64_t other = eight ^ TN_EIGHT_ONES * (unsigned char)c;
    return ~(((other & ~TN_EIGHT_HIGH) + ~TN_EIGHT_HIGH) | other) & TN_EIGHT_HIGH;
}

/* Which byte is the first of a mask that is not 0. */
static inline size_t tn_eight_first(uint64_t mask) { return (size_t)__builtin_ctzll(mask) / 8; }

/* Asks for the memory at `at`, which is needed soon: it is on its way while other things are done. */
static inline void tn_fetch(const void *at) {
#ifdef __GNUC__
    __builtin_prefetch(at);
#else
    (void)at;
#endif
}

#endif
