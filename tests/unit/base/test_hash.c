#include <criterion/criterion.h>

#include "base/hash.h"

/* Every byte and the length count, at any length: the short ways and the long one. */
Test(hash, each_byte_counts) {
    unsigned char bytes[40];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (unsigned char)(i * 7 + 1);
    for (size_t length = 1; length <= sizeof bytes; length++) {
        uint64_t hash = tn_hash(bytes, length, 0);
        cr_expect_neq(hash, tn_hash(bytes, length - 1, 0), "length %zu", length);
        for (size_t i = 0; i < length; i++) {
            bytes[i] ^= 0x20;
            cr_expect_neq(hash, tn_hash(bytes, length, 0), "byte %zu of %zu", i, length);
            bytes[i] ^= 0x20;
        }
        cr_expect_eq(hash, tn_hash(bytes, length, 0));
        cr_expect_neq(hash, tn_hash(bytes, length, 1), "the seed");
    }
}

Test(hash, words_spread_over_a_small_table) {
    enum { SLOTS = 1024 };
    static unsigned used[SLOTS];
    unsigned most = 0;
    for (unsigned i = 0; i < SLOTS; i++) {
        char word[8];
        size_t n = 0;
        for (unsigned k = i; n == 0 || k; k /= 26) word[n++] = (char)('a' + k % 26);
        unsigned *slot = &used[tn_hash(word, n, 0) % SLOTS];
        if (++*slot > most) most = *slot;
    }
    cr_expect_leq(most, 8, "%u words in one slot", most); /* a good hash: 5 or 6 */
}

Test(hash, seeds_differ_and_change_every_hash) {
    uint64_t one = tn_seed(), other = tn_seed();
    cr_expect_neq(one, other);
    cr_expect_neq(tn_hash("sanctions", 9, one), tn_hash("sanctions", 9, other));
    cr_expect_neq(tn_hash("war", 3, one), tn_hash("war", 3, other));
}

/* Words that collide under one seed do not under another: here those of one slot of 64 under seed 0. */
Test(hash, no_words_collide_whatever_the_seed) {
    enum { SLOTS = 64 };
    unsigned used[SLOTS] = {0}, words = 0, most = 0;
    for (unsigned i = 0; words < 64 && i < 1000000; i++) {
        char word[8] = {
            (char)('a' + i % 26), (char)('a' + i / 26 % 26), (char)('a' + i / 676 % 26), 'a', 'b', 'c', 'd', 'e'};
        if (tn_hash(word, sizeof word, 0) % SLOTS != 0) continue;
        words++;
        unsigned *slot = &used[tn_hash(word, sizeof word, 0x1234567890ABCDEFull) % SLOTS];
        if (++*slot > most) most = *slot;
    }
    cr_expect_eq(words, 64);
    cr_expect_leq(most, 8, "%u words in one slot", most);
}
