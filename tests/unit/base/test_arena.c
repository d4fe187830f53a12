#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "base/alloc.h"
#include "base/arena.h"

static int all_zero(const unsigned char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (bytes[i]) return 0;
    return 1;
}

Test(arena, pieces_are_zeroed_aligned_and_apart) {
    tn_arena arena = TN_ARENA_INIT;
    unsigned char *pieces[300];
    for (size_t i = 0; i < 300; i++) {
        pieces[i] = tn_alloc(&arena, i);
        cr_assert_not_null(pieces[i]);
        cr_assert_eq((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        cr_assert(all_zero(pieces[i], i));
        memset(pieces[i], (int)(i & 0xff), i);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t j = 0; j < i; j++) cr_assert_eq(pieces[i][j], (unsigned char)i);
    tn_arena_free(&arena);
    cr_expect_null(arena.newest);
    cr_expect_eq(arena.total, 0);
}

Test(arena, a_piece_larger_than_any_chunk) {
    tn_arena arena = TN_ARENA_INIT;
    enum { LARGE = 20 * 1024 * 1024 };
    unsigned char *piece = tn_alloc(&arena, LARGE);
    cr_assert_not_null(piece);
    cr_expect(all_zero(piece, LARGE));
    piece[LARGE - 1] = 1;
    cr_expect_not_null(tn_alloc(&arena, 1));
    tn_arena_free(&arena);
}

Test(arena, sizes_that_overflow_fail_and_harm_nothing) {
    tn_arena arena = TN_ARENA_INIT;
    cr_expect_null(tn_alloc(&arena, SIZE_MAX));
    cr_expect_null(tn_alloc(&arena, SIZE_MAX / 2 + 1));
    cr_expect_null(tn_alloc_array(&arena, SIZE_MAX / 8 + 1, 16));
    cr_expect_null(tn_alloc_array(&arena, SIZE_MAX, SIZE_MAX));
    cr_expect_not_null(tn_alloc_array(&arena, 0, 16));
    cr_expect_not_null(tn_alloc_array(&arena, 16, 0));
    cr_expect_not_null(TN_NEW_ARRAY(&arena, 3, double));
    tn_arena_free(&arena);
}

Test(arena, failure_of_the_system_is_null_and_not_final) {
    tn_arena arena = TN_ARENA_INIT;
    (void)tn_alloc_fail_at(1);
    cr_expect_null(tn_alloc(&arena, 10));
    cr_expect_not_null(tn_alloc(&arena, 10));
    (void)tn_alloc_fail_at(1);
    cr_expect_null(tn_alloc(&arena, 1 << 20));
    (void)tn_alloc_fail_at(0);
    tn_arena_free(&arena);
}

Test(arena, grown_pieces_keep_their_bytes) {
    tn_arena arena = TN_ARENA_INIT;
    size_t size = 3;
    char *piece = tn_alloc(&arena, size);
    memcpy(piece, "war", 3);
    for (size_t i = 0; i < 16; i++) {
        if (i % 3 == 0) (void)tn_alloc(&arena, 5); /* not the last piece now: it must move */
        piece = tn_realloc(&arena, piece, size, size * 2);
        cr_assert_not_null(piece);
        memset(piece + size, 1, size); /* the tail is there, and holds anything */
        size *= 2;
        cr_assert_eq(memcmp(piece, "war", 3), 0);
    }
    cr_expect_null(tn_realloc(&arena, piece, size, SIZE_MAX));
    cr_expect_not_null(tn_realloc(&arena, NULL, 0, 8));
    tn_arena_free(&arena);
}

Test(arena, large_pieces_grow_and_are_given_back) {
    tn_arena arena = TN_ARENA_INIT;
    enum { LARGE = 3 * 1024 * 1024 };
    char *small = tn_alloc(&arena, 4), *large = tn_alloc(&arena, LARGE), *other = tn_alloc(&arena, LARGE);
    size_t before = arena.total;
    memcpy(small, "war", 4);
    memcpy(large, "truce", 6);
    memcpy(other, "peace", 6);
    large = tn_realloc(&arena, large, LARGE, 2 * LARGE);
    cr_assert_not_null(large);
    cr_expect_str_eq(large, "truce");
    cr_expect_str_eq(other, "peace");
    cr_expect_eq(arena.total, before + LARGE, "it leaves nothing behind");
    memset(large, 1, 2 * LARGE);
    tn_release(&arena, large);
    cr_expect_eq(arena.total, before - LARGE);
    tn_release(&arena, small); /* of no consequence until the reset, or none at all */
    cr_expect_str_eq(other, "peace");
    unsigned char *next = tn_alloc(&arena, LARGE);
    cr_expect(all_zero(next, LARGE));
    tn_arena_free(&arena);
    tn_release(&arena, NULL);
}

Test(arena, a_large_piece_that_cannot_grow_stays) {
    tn_arena arena = TN_ARENA_INIT;
    enum { LARGE = 2 * 1024 * 1024 };
    char *large = tn_alloc(&arena, LARGE);
    memcpy(large, "truce", 6);
    (void)tn_alloc_fail_at(1);
    cr_expect_null(tn_realloc(&arena, large, LARGE, 2 * LARGE));
    (void)tn_alloc_fail_at(0);
    cr_expect_str_eq(large, "truce");
    tn_arena_free(&arena);
}

Test(arena, reset_gives_fresh_zeroes) {
    tn_arena arena = TN_ARENA_INIT;
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 100; i++) {
            unsigned char *piece = tn_alloc(&arena, 1000);
            cr_assert(all_zero(piece, 1000));
            memset(piece, 0xff, 1000);
            piece = tn_realloc(&arena, piece, 1000, 1500); /* not zeroed, nor known to be */
            memset(piece, 0xff, 1500);
        }
        tn_arena_reset(&arena);
    }
    tn_arena_free(&arena);
    tn_arena_reset(&arena);
    tn_arena_free(&arena);
}

#ifndef TN_ARENA_DEBUG
/* What the debug mode gives up on purpose. */
Test(arena, what_was_written_into_a_raw_piece_shows_in_no_other) {
    tn_arena arena = TN_ARENA_INIT;
    for (int round = 0; round < 3; round++) {
        uint32_t *raw = TN_RAW_ARRAY(&arena, 500, uint32_t);
        cr_assert_not_null(raw);
        memset(raw, 0xFF, 500 * sizeof *raw);
        tn_arena_reset(&arena);
        unsigned char *piece = tn_alloc(&arena, 3000);
        cr_assert_not_null(piece);
        cr_expect(all_zero(piece, 3000));
    }
    cr_expect_null(TN_RAW_ARRAY(&arena, SIZE_MAX / 2, uint32_t));
    tn_arena_free(&arena);
}

Test(arena, the_last_piece_grows_in_place) {
    tn_arena arena = TN_ARENA_INIT;
    void *piece = tn_alloc(&arena, 16);
    cr_expect_eq(tn_realloc(&arena, piece, 16, 4000), piece);
    (void)tn_alloc(&arena, 1);
    cr_expect_neq(tn_realloc(&arena, piece, 4000, 5000), piece);
    tn_arena_free(&arena);
}

Test(arena, reset_keeps_the_largest_chunk) {
    tn_arena arena = TN_ARENA_INIT;
    (void)tn_alloc(&arena, 100 * 1024);
    (void)tn_alloc(&arena, 100);
    tn_arena_reset(&arena);
    cr_expect_geq(arena.total, 100 * 1024);
    (void)tn_alloc_fail_at(0);
    for (int round = 0; round < 50; round++) {
        cr_expect_not_null(tn_alloc(&arena, 90 * 1024));
        tn_arena_reset(&arena);
    }
    cr_expect_eq(tn_alloc_fail_at(0), 0, "no request to the system after the first round");
    tn_arena_free(&arena);
}
#endif
