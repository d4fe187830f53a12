/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of the summary and nothing else, one a line: for pipes. */
#include "base/span.h"
#include "report/escape.h"
#include "report/report.h"
#include "report/source_line.h"

void tn_write_summary(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    if (!tn_shows_summary(view, options)) return;
    for (size_t i = 0; i < view->summary->count; i++) {
        const tenor_sentence *sentence = view->summary->sentences[i];
        tn_put_clean(out, sentence->text);
        if (view->document->n_sources) {
            tn_puts(out, "  ");
            tn_put_source(out, &view->document->sources[sentence->document]);
        }
        tn_putc(out, '\n');
    }
}
