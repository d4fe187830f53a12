/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/libxml2.h"

#include <assert.h>

const char tn_libxml2_version[] = LIBXML_DOTTED_VERSION;

static tn_libxml2 table;
static const char *const names[] = {TN_LIBXML2(TN_LATE_NAME)};
static_assert(sizeof table == sizeof names, "a pointer for each name");

/* Before threads share it. */
static void set_up(void) { table.xmlInitParser(); }

tn_late tn_libxml2_library = {"libxml2", "HTML", TENOR_LIBXML2, names, TN_LATE_COUNT(names), &table, .ready = set_up};

tenor_status tn_libxml2_load(const tn_libxml2 **out, tenor_error *error) {
    *out = &table;
    return tn_late_load(&tn_libxml2_library, error);
}
