/* Eight bytes of a text at once, in one integer. A mask has the high bit of each byte for which something holds; its
 * lowest one is that of the first such byte, whatever the machine's order of bytes.
 *
 *   "said \"no" -> tn_eight_is(bytes, '"') -> 00 00 00 00 00 80 00 00 -> tn_eight_first -> 5
 */
#ifndef TN_BASE_EIGHT_H
#define TN_BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define TN_EIGHT_ONES 0x0101010101010101ull
#define TN_EIGHT_HIGH 0x8080808080808080ull

/* The eight bytes at `at`, the first one lowest. */
static inline uint64_t tn_eight(const char *at) {
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    return bytes;
}

/* Those that are `c`. */
static inline uint64_t tn_eight_is(uint64_t bytes, unsigned char c) {
    uint64_t other = bytes ^ TN_EIGHT_ONES * c;
    return ~(((other & ~TN_EIGHT_HIGH) + ~TN_EIGHT_HIGH) | other) & TN_EIGHT_HIGH;
}

/* Those below `limit`, which is at most 0x80. */
static inline uint64_t tn_eight_below(uint64_t bytes, unsigned char limit) {
    return ~((bytes & ~TN_EIGHT_HIGH) + TN_EIGHT_ONES * (0x80u - limit)) & ~bytes & TN_EIGHT_HIGH;
}

/* Those beyond ASCII. */
static inline uint64_t tn_eight_high(uint64_t bytes) { return bytes & TN_EIGHT_HIGH; }

/* Which byte is the first of a mask that is not 0. */
static inline size_t tn_eight_first(uint64_t mask) { return (size_t)__builtin_ctzll(mask) / 8; }

#endif
