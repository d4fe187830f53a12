/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/uchardet.h"

#ifdef TENOR_UCHARDET

#include <assert.h>

const char tn_uchardet_version[] = TENOR_UCHARDET_VERSION;

static tn_uchardet table;
static const char *const names[] = {TN_UCHARDET(TN_LATE_NAME)};
static_assert(sizeof table == sizeof names, "a pointer for each name");

tn_late tn_uchardet_library = {"uchardet", "an unknown encoding", TENOR_UCHARDET, names, TN_LATE_COUNT(names),
                               &table,     .ready = NULL};

tenor_status tn_uchardet_load(const tn_uchardet **out, tenor_error *error) {
    *out = &table;
    return tn_late_load(&tn_uchardet_library, error);
}

#else
const char tn_uchardet_version[] = "not built in";
#endif
