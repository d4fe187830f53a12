/* An engine with the built-in data and a result, for tests that go the public way:
 *
 *   TestSuite(analyze, .init = set_up, .fini = tear_down);
 */
#ifndef TN_TESTS_OPENED_H
#define TN_TESTS_OPENED_H

#include <criterion/criterion.h>

#include "tenor/tenor.h"

static tenor_engine *engine;
static tenor_result *result;

static void set_up(void) {
    tenor_error error;
    cr_assert_eq(tenor_engine_open(&engine, NULL, &error), TENOR_OK, "%s", error.message);
    cr_assert_eq(tenor_result_new(&result, &error), TENOR_OK);
}

static void tear_down(void) {
    tenor_result_free(result);
    tenor_engine_close(engine);
}

#endif
