/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key phrases, one a line: score, how often, phrase. For people, and by its columns for pipes. */
#include "report/escape.h"
#include "report/report.h"

void tn_write_keywords(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    if (!(options->parts & TENOR_PART_KEYWORDS)) return;
    for (size_t i = 0; i < view->n_keywords; i++) {
        const tenor_keyword *keyword = &view->keywords[i];
        tn_put_fixed(out, keyword->score, 3);
        tn_putf(out, "  %3zu  ", keyword->count);
        tn_put_clean(out, keyword->text);
        tn_putc(out, '\n');
    }
}
