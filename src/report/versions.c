/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/versions.h"

#include <string.h>

/* Without formatting: every record has these. */
static void put_pieces(tn_buf *out, const char *const *pieces) {
    for (; *pieces; pieces++) tn_puts(out, *pieces);
}

size_t tn_put_version(tn_buf *out, const tenor_data_info *data, size_t count, size_t i) {
    const char *name = data[i].name;
    for (const char *before = ""; i < count && strcmp(data[i].name, name) == 0; i++, before = "+")
        put_pieces(out,
                   (const char *const[]){before, data[i].lang, "@", data[i].version, "#sha256:", data[i].sha256, NULL});
    return i;
}
