#include <criterion/criterion.h>

#include "base/alloc.h"
#include "base/vec.h"

typedef struct pair {
    size_t a, b;
} pair;

Test(vec, pushes_keep_order_and_new_elements_are_zero) {
    tn_arena arena = TN_ARENA_INIT;
    TN_VEC(pair) pairs = {0};
    TN_VEC(char) letters = {0};
    for (size_t i = 0; i < 5000; i++) {
        pair *p = TN_PUSH(&arena, &pairs);
        cr_assert_not_null(p);
        cr_assert_eq(p->a + p->b, 0);
        *p = (pair){i, ~i};
        char *c = TN_PUSH(&arena, &letters); /* two that grow in one arena get into each other's way */
        cr_assert_not_null(c);
        *c = (char)('a' + i % 26);
    }
    cr_expect_eq(pairs.count, 5000);
    for (size_t i = 0; i < 5000; i++) {
        cr_assert_eq(pairs.at[i].a, i);
        cr_assert_eq(pairs.at[i].b, ~i);
        cr_assert_eq(letters.at[i], (char)('a' + i % 26));
    }
    tn_arena_free(&arena);
}

Test(vec, reserve_then_push_moves_nothing) {
    tn_arena arena = TN_ARENA_INIT;
    TN_VEC(int) numbers = {0};
    cr_assert(TN_RESERVE(&arena, &numbers, 1000));
    cr_expect_eq(numbers.count, 0);
    cr_expect_geq(numbers.capacity, 1000);
    int *at = numbers.at;
    for (int i = 0; i < 1000; i++) *TN_PUSH(&arena, &numbers) = i;
    cr_expect_eq(numbers.at, at);
    tn_arena_free(&arena);
}

Test(vec, overflow_is_refused) {
    tn_arena arena = TN_ARENA_INIT;
    TN_VEC(pair) pairs = {0};
    cr_assert_not_null(TN_PUSH(&arena, &pairs));
    cr_expect_not(TN_RESERVE(&arena, &pairs, SIZE_MAX));
    cr_expect_not(TN_RESERVE(&arena, &pairs, SIZE_MAX / 2));
    cr_expect_not(TN_RESERVE(&arena, &pairs, SIZE_MAX / sizeof(pair)));
    cr_expect_eq(pairs.count, 1);
    tn_arena_free(&arena);
}

Test(vec, out_of_memory_leaves_the_vector_whole) {
    tn_arena arena = TN_ARENA_INIT;
    TN_VEC(pair) pairs = {0};
    size_t wanted = 0, failures = 0;
    (void)tn_alloc_fail_at(2);
    while (wanted < 20000) {
        pair *p = TN_PUSH(&arena, &pairs);
        if (!p) {
            failures++;
            cr_assert_eq(pairs.count, wanted);
            continue;
        }
        p->a = wanted++;
    }
    (void)tn_alloc_fail_at(0);
    cr_expect_eq(failures, 1);
    for (size_t i = 0; i < wanted; i++) cr_assert_eq(pairs.at[i].a, i);
    tn_arena_free(&arena);
}
