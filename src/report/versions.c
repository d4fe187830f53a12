/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/versions.h"

#include <string.h>

size_t tn_put_version(tn_buf *out, const tenor_data_info *data, size_t count, size_t i) {
    const char *name = data[i].name;
    for (const char *before = ""; i < count && strcmp(data[i].name, name) == 0; i++, before = "+")
        tn_putf(out, "%s%s@%s#sha256:%s", before, data[i].lang, data[i].version, data[i].sha256);
    return i;
}
