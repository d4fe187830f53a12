#include <criterion/criterion.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/strtab.h"

static tenor_string numbered(char *room, size_t size, unsigned i) {
    int n = snprintf(room, size, "%.*s%u", (int)(i % 30), "abcdefghijklmnopqrstuvwxyzabcdef", i);
    return (tenor_string){room, (size_t)n};
}

Test(strtab, numbers_strings_in_order_of_arrival_through_many_growths) {
    enum { MANY = 50000 };
    tn_arena arena = TN_ARENA_INIT;
    tn_strtab table;
    char room[64];
    cr_assert(tn_strtab_init(&table, &arena, 0, 0));
    for (unsigned i = 1; i <= MANY; i++) {
        tenor_string s = numbered(room, sizeof room, i);
        cr_assert_eq(tn_strtab_find(&table, s), 0);
        cr_assert_eq(tn_strtab_add(&table, s, true), i);
        cr_assert_eq(tn_strtab_add(&table, s, true), i);
    }
    cr_expect_eq(table.count, MANY);
    for (unsigned i = 1; i <= MANY; i++) {
        tenor_string s = numbered(room, sizeof room, i);
        cr_assert_eq(tn_strtab_find(&table, s), i);
        cr_assert(tn_equal(table.strings[i], s));
    }
    tn_arena_free(&arena);
}

Test(strtab, borrows_or_copies) {
    tn_arena arena = TN_ARENA_INIT;
    tn_strtab table;
    char room[] = "peace";
    cr_assert(tn_strtab_init(&table, &arena, 4, 0));
    cr_assert_eq(tn_strtab_add(&table, (tenor_string){room, 5}, false), 1);
    cr_expect_eq(table.strings[1].data, room);
    room[0] = 'P';
    cr_assert_eq(tn_strtab_add(&table, TN_STR("truce"), true), 2);
    cr_expect_eq(tn_strtab_find(&table, TN_STR("truce")), 2);
    tn_arena_free(&arena);
}

/* The quick comparisons: strings that differ in one byte, at each place and length. */
Test(strtab, tells_strings_of_all_lengths_apart) {
    tn_arena arena = TN_ARENA_INIT;
    tn_strtab table;
    char room[24];
    uint32_t expected = 0;
    cr_assert(tn_strtab_init(&table, &arena, 4, 0));
    cr_assert_eq(tn_strtab_add(&table, TN_STR(""), true), ++expected);
    for (size_t length = 1; length <= sizeof room; length++) {
        memset(room, 'a', sizeof room);
        cr_assert_eq(tn_strtab_add(&table, (tenor_string){room, length}, true), ++expected);
        for (size_t i = 0; i < length; i++) {
            room[i] = 'b';
            cr_assert_eq(tn_strtab_add(&table, (tenor_string){room, length}, true), ++expected, "%zu of %zu", i,
                         length);
            room[i] = 'a';
        }
    }
    tn_arena_free(&arena);
}

/* Strings of one hash are still told apart. */
Test(strtab, a_hash_in_common_is_no_mistake) {
    tn_arena arena = TN_ARENA_INIT;
    tn_strtab table;
    char room[8];
    cr_assert(tn_strtab_init(&table, &arena, 0, 0));
    for (unsigned i = 1; i <= 100; i++) {
        int n = snprintf(room, sizeof room, "w%u", i);
        cr_assert_eq(tn_strtab_add_hashed(&table, (tenor_string){room, (size_t)n}, 42, true), i);
    }
    cr_expect_eq(tn_strtab_find_hashed(&table, TN_STR("w77"), 42), 77);
    cr_expect_eq(tn_strtab_find_hashed(&table, TN_STR("w101"), 42), 0);
    cr_expect_eq(tn_strtab_find_hashed(&table, TN_STR("w77"), 43), 0);
    tn_arena_free(&arena);
}

Test(strtab, out_of_memory_is_zero_and_leaves_the_table_usable) {
    for (size_t fail = 1;; fail++) {
        tn_arena arena = TN_ARENA_INIT;
        tn_strtab table;
        char room[64];
        (void)tn_alloc_fail_at(fail);
        bool ok = tn_strtab_init(&table, &arena, 0, 0);
        unsigned added = 0;
        while (ok && added < 2000 && tn_strtab_add(&table, numbered(room, sizeof room, added + 1), true)) added++;
        size_t requests = tn_alloc_fail_at(0);
        for (unsigned i = 1; ok && i <= added; i++)
            cr_assert_eq(tn_strtab_find(&table, numbered(room, sizeof room, i)), i);
        tn_arena_free(&arena);
        if (requests < fail) {
            cr_expect_eq(added, 2000);
            return;
        }
    }
}
