/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of topics alone. */
#include "report/tension_table.h"

void tn_write_score(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    if (tn_put_nothing_to_read(out, view)) return;
    tn_put_heading(out, view, options);
    if (!tn_shows_tone(view, options)) return;
    tn_putc(out, '\n');
    tn_put_tension_table(out, view, options);
}
