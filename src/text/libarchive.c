/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/libarchive.h"

#include <assert.h>

const char tn_libarchive_version[] = ARCHIVE_VERSION_ONLY_STRING;

static tn_libarchive table;
static const char *const names[] = {TN_LIBARCHIVE(TN_LATE_NAME)};
static_assert(sizeof table == sizeof names, "a pointer for each name");

tn_late tn_libarchive_library = {"libarchive", "compressed data", TENOR_LIBARCHIVE, names, TN_LATE_COUNT(names),
                                 &table,       .ready = NULL};

tenor_status tn_libarchive_load(const tn_libarchive **out, tenor_error *error) {
    *out = &table;
    return tn_late_load(&tn_libarchive_library, error);
}
