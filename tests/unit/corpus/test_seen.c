/* Values that came before, few and more than are remembered. */
#include <criterion/criterion.h>

#include "base/alloc.h"
#include "base/hash.h"
#include "corpus/seen.h"

static tn_seen seen;
static void end(void) { tn_seen_free(&seen); }
TestSuite(seen, .fini = end);

static bool comes_again(uint64_t number) {
    bool was_there;
    cr_assert(tn_seen_add(&seen, tn_hash(&number, sizeof number, 1), &was_there));
    return was_there;
}

Test(seen, few_values) {
    for (uint64_t i = 0; i < 3000; i++) cr_assert_not(comes_again(i));
    for (uint64_t i = 0; i < 3000; i++) cr_assert(comes_again(i));
    bool was_there;
    cr_assert(tn_seen_add(&seen, 0, &was_there));
    cr_expect_not(was_there, "a hash of 0 is one like any other");
    cr_assert(tn_seen_add(&seen, 0, &was_there));
    cr_expect(was_there);
}

Test(seen, the_latest_of_many) {
    enum { MANY = 5 * TN_SEEN_LEAST / 2 };
    for (uint64_t i = 0; i < MANY; i++) cr_assert_not(comes_again(i));
    cr_expect_not(comes_again(0), "forgotten");
    for (uint64_t i = MANY - TN_SEEN_LEAST; i < MANY; i++) cr_assert(comes_again(i));
}

Test(seen, out_of_memory) {
    bool was_there;
    (void)tn_alloc_fail_at(1);
    cr_expect_not(tn_seen_add(&seen, 7, &was_there));
    (void)tn_alloc_fail_at(0);
    cr_expect(tn_seen_add(&seen, 7, &was_there) && !was_there);
}
