#include <criterion/criterion.h>
#include <pthread.h>
#include <string.h>

#include "base/late.h"

/* The C library's mathematics stand for any library: glibc's, musl's (whose one library answers to the name too). */
#if defined(__APPLE__)
#define LIBRARY "/usr/lib/libSystem.B.dylib"
#elif defined(__GLIBC__)
#define LIBRARY "libm.so.6"
#else
#define LIBRARY "libc.so"
#endif

double floor(double x);
double hypot(double x, double y);
#define FUNCTIONS(X) X(floor) X(hypot)

static struct { FUNCTIONS(TN_LATE_POINTER) } table;
static const char *const names[] = {FUNCTIONS(TN_LATE_NAME)};
static const char *const no_names[] = {"floor", "tenor_has_no_such_function"};
static int readied;
static void make_ready(void) { readied += (int)table.floor(1.5); }

static tn_late late_of(const char *file, const char *const *symbols) {
    return (tn_late){"libsample", "A sample", file, symbols, 2, &table, .ready = make_ready};
}

Test(late, loads_once) {
    tn_late library = late_of(LIBRARY, names);
    tenor_error error = {0};
    cr_assert_eq(tn_late_load(&library, &error), TENOR_OK, "%s", error.message);
    cr_expect_eq(table.floor(2.5), 2);
    cr_expect_eq(table.hypot(3, 4), 5);
    library.file = "libabsent.so.1"; /* it is there already */
    cr_expect_eq(tn_late_load(&library, &error), TENOR_OK);
    cr_expect_eq(readied, 1);
}

Test(late, says_what_is_missing_and_remembers) {
    tn_late library = late_of("libabsent.so.1", names);
    for (int i = 0; i < 2; i++) {
        tenor_error error = {0};
        cr_expect_eq(tn_late_load(&library, &error), TENOR_E_NO_LIBRARY);
        cr_expect_eq(error.status, TENOR_E_NO_LIBRARY);
        cr_expect_eq(strncmp(error.message, "A sample needs libsample, which cannot be loaded (", 50), 0, "%s",
                     error.message);
        cr_expect_not_null(strstr(error.message, "libabsent.so.1"));
        library.file = LIBRARY;
    }
    cr_expect_eq(tn_late_load(&library, NULL), TENOR_E_NO_LIBRARY);
    cr_expect_eq(readied, 0);
}

Test(late, a_function_that_is_missing_is_a_library_that_is) {
    tn_late library = late_of(LIBRARY, no_names);
    tenor_error error = {0};
    cr_expect_eq(tn_late_load(&library, &error), TENOR_E_NO_LIBRARY);
    cr_expect_not_null(strstr(error.message, "tenor_has_no_such_function"), "%s", error.message);
}

static void *load_and_use(void *library) {
    return tn_late_load(library, NULL) == TENOR_OK && table.hypot(6, 8) == 10 ? library : NULL;
}

Test(late, threads_may_ask_at_once) {
    tn_late library = late_of(LIBRARY, names);
    pthread_t threads[8];
    for (size_t i = 0; i < 8; i++) cr_assert_eq(pthread_create(&threads[i], NULL, load_and_use, &library), 0);
    for (size_t i = 0; i < 8; i++) {
        void *outcome;
        cr_assert_eq(pthread_join(threads[i], &outcome), 0);
        cr_expect_eq(outcome, &library);
    }
    cr_expect_eq(readied, 1);
}
