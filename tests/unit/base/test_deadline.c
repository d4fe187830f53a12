/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "base/arena.h"

static const size_t much = 1 << 20; /* work after which the clock is looked at for sure */

Test(deadline, none_never_passes) {
    tn_arena arena = TN_ARENA_INIT;
    cr_expect_not(tn_deadline_passed(NULL, much));
    cr_expect_not(tn_arena_late(&arena, much));
}

Test(deadline, passes_once_and_for_all) {
    tn_deadline deadline;
    tn_deadline_begin(&deadline, 1000);
    cr_expect_not(tn_deadline_passed(&deadline, much));
    cr_expect_not(tn_deadline_look(&deadline));
    tn_deadline_begin(&deadline, -1);
    cr_expect_not(tn_deadline_passed(&deadline, 1), "the clock is not looked at for every word");
    cr_expect(tn_deadline_passed(&deadline, much));
    cr_expect(tn_deadline_passed(&deadline, 0));
    tn_deadline_begin(&deadline, 1000);
    cr_expect_not(tn_deadline_look(&deadline), "a new one begins anew");
}

Test(deadline, small_work_adds_up) {
    tn_deadline deadline;
    size_t n = 0;
    tn_deadline_begin(&deadline, -1);
    while (n < much && !tn_deadline_passed(&deadline, 7)) n++;
    cr_expect(n > 100 && n < much / 7, "%zu", n);
}

Test(deadline, an_arena_that_is_late_gives_nothing) {
    tn_deadline deadline;
    tn_arena arena = TN_ARENA_INIT;
    arena.deadline = &deadline;
    tn_deadline_begin(&deadline, 1000);
    cr_expect_not_null(tn_alloc(&arena, much));
    tn_deadline_begin(&deadline, -1);
    cr_expect(tn_arena_late(&arena, much));
    cr_expect_null(tn_alloc(&arena, 64 * much));
    arena.deadline = NULL;
    cr_expect_not_null(tn_alloc(&arena, 64 * much));
    tn_arena_free(&arena);
}
