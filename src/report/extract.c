/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story as clean text. */
#include "base/span.h"
#include "report/escape.h"
#include "report/report.h"

void tn_write_extract(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    (void)options;
    size_t before = out->length;
    for (size_t i = 0; i < view->n_blocks; i++) {
        const tenor_block *block = &view->blocks[i];
        if (block->role != TENOR_ROLE_BODY && block->role != TENOR_ROLE_HEADING) continue;
        if (out->length > before) tn_puts(out, "\n\n");
        tn_put_clean(out, block->text);
    }
    if (out->length > before) tn_putc(out, '\n');
}
