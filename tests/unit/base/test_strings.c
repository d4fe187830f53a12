#include <criterion/criterion.h>
#include <stdio.h>

#include "base/strings.h"

static tenor_string number(char *room, size_t size, unsigned i) {
    int length = snprintf(room, size, "word-%u", i);
    return (tenor_string){room, (size_t)length};
}

Test(strings, ids_stay_when_a_table_is_frozen) {
    enum { MANY = 3000 };
    tn_arena arena = TN_ARENA_INIT;
    tn_strtab table;
    tn_strings strings;
    char room[32];
    cr_assert(tn_strtab_init(&table, &arena, 4, 0));
    for (unsigned i = 1; i <= MANY; i++) cr_assert_eq(tn_strtab_add(&table, number(room, sizeof room, i), true), i);
    cr_assert(tn_strings_freeze(&strings, &table, &arena));
    cr_expect_eq(tn_strings_count(&strings), MANY);
    for (unsigned i = 1; i <= MANY; i++) {
        cr_assert_eq(tn_strings_find(&strings, number(room, sizeof room, i)), i);
        cr_assert(tn_equal(tn_strings_at(&strings, i), number(room, sizeof room, i)));
    }
    for (unsigned i = MANY + 1; i <= 2 * MANY; i++)
        cr_assert_eq(tn_strings_find(&strings, number(room, sizeof room, i)), 0);
    tn_arena_free(&arena);
}

Test(strings, the_empty_string_is_one_like_others) {
    tn_arena arena = TN_ARENA_INIT;
    tn_strtab table;
    tn_strings strings;
    cr_assert(tn_strtab_init(&table, &arena, 4, 0));
    cr_assert_eq(tn_strtab_add(&table, TN_STR("peace"), true), 1);
    cr_assert_eq(tn_strtab_add(&table, TN_STR(""), true), 2);
    cr_assert(tn_strings_freeze(&strings, &table, &arena));
    cr_expect_eq(tn_strings_find(&strings, TN_STR("")), 2);
    cr_expect_eq(tn_strings_at(&strings, 2).length, 0);
    cr_expect_eq(tn_strings_find(&strings, TN_STR("peac")), 0);
    tn_arena_free(&arena);
}

Test(strings, nothing_is_found_where_nothing_is) {
    tn_arena arena = TN_ARENA_INIT;
    tn_strtab table;
    tn_strings frozen, never = {0};
    cr_assert(tn_strtab_init(&table, &arena, 4, 0));
    cr_assert(tn_strings_freeze(&frozen, &table, &arena));
    cr_expect_eq(tn_strings_count(&frozen), 0);
    cr_expect_eq(tn_strings_find(&frozen, TN_STR("peace")), 0);
    cr_expect_eq(tn_strings_count(&never), 0);
    cr_expect_eq(tn_strings_find(&never, TN_STR("peace")), 0);
    tn_arena_free(&arena);
}
