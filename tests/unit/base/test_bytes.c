#include "base/bytes.h"

#include <criterion/criterion.h>
#include <stdbool.h>

/* Each byte of a mask, against the byte it speaks of; all pairs of neighbours, since a carry would go to the next. */
static void expect_mask(uint64_t mask, const char *bytes, bool (*holds)(unsigned char, unsigned char),
                        unsigned char c) {
    for (size_t i = 0; i < 8; i++) {
        unsigned wanted = holds((unsigned char)bytes[i], c) ? 0x80 : 0;
        cr_assert_eq((mask >> 8 * i) & 0xFF, wanted, "byte %zu, %02x before %02x, with %02x", i,
                     (unsigned char)bytes[i], i ? (unsigned char)bytes[i - 1] : 0, c);
    }
}

static bool same(unsigned char byte, unsigned char c) { return byte == c; }
static bool below(unsigned char byte, unsigned char limit) { return byte < limit; }

Test(bytes, masks_are_exact_for_all_neighbours) {
    static const unsigned char others[] = {0, 1, 0x1F, ' ', '!', '"', '\\', 'a', 0x7E, 0x7F, 0x80};
    for (unsigned x = 0; x < 256; x++) {
        for (unsigned y = 0; y < 256; y++) {
            char bytes[] = {(char)x, (char)y, (char)y, (char)x, (char)x, (char)x, (char)y, (char)x};
            for (size_t k = 0; k < sizeof others; k++) {
                expect_mask(tn_eight_has(tn_eight(bytes), (char)others[k]), bytes, same, others[k]);
                expect_mask(tn_eight_below(tn_eight(bytes), others[k]), bytes, below, others[k]);
            }
        }
    }
}

Test(bytes, the_first_is_the_first_in_memory) {
    const char *text = "..a..a..";
    cr_expect_eq(tn_eight_first(tn_eight_has(tn_eight(text), 'a')), 2);
    cr_expect_eq(tn_eight_first(tn_eight_below(tn_eight("abcdefg "), '!')), 7);
}
