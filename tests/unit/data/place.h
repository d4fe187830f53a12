/* Checks that an error of a data file says where. */
#ifndef TEST_DATA_PLACE_H
#define TEST_DATA_PLACE_H

#include <criterion/criterion.h>
#include <string.h>

#include "tenor/tenor.h"

#define expect_place(error, line_, column_, words)                                                     \
    do {                                                                                               \
        cr_expect_eq((error)->status, TENOR_E_DATA, "%s", (error)->message);                           \
        cr_expect_eq((error)->line, (line_), "line %zu: %s", (error)->line, (error)->message);         \
        cr_expect_eq((error)->column, (column_), "column %zu: %s", (error)->column, (error)->message); \
        cr_expect(strstr((error)->message, (words)), "'%s' has no '%s'", (error)->message, (words));   \
        cr_expect((error)->source[0], "no file is named");                                             \
    } while (0)

#endif
