#include <criterion/criterion.h>
#include <string.h>

#include "base/alloc.h"

Test(alloc, the_nth_request_fails_once) {
    (void)tn_alloc_fail_at(3);
    void *first = tn_malloc(1), *second = tn_malloc(1);
    void *third = tn_malloc(1), *fourth = tn_malloc(1);
    cr_expect_not_null(first);
    cr_expect_not_null(second);
    cr_expect_null(third);
    cr_expect_not_null(fourth);
    cr_expect_eq(tn_alloc_fail_at(0), 4, "it tells how many requests there were");
    tn_free(first);
    tn_free(second);
    tn_free(fourth);
}

Test(alloc, a_failed_resize_leaves_the_old_piece) {
    char *piece = tn_malloc(4);
    memcpy(piece, "war", 4);
    (void)tn_alloc_fail_at(1);
    cr_expect_null(tn_resize(piece, 1 << 20));
    cr_expect_str_eq(piece, "war");
    (void)tn_alloc_fail_at(0);
    piece = tn_resize(piece, 1 << 20);
    cr_expect_str_eq(piece, "war");
    tn_free(piece);
}

Test(alloc, size_0_is_a_piece_too) {
    void *piece = tn_malloc(0);
    cr_expect_not_null(piece);
    piece = tn_resize(piece, 0);
    cr_expect_not_null(piece);
    tn_free(piece);
    tn_free(NULL);
}
