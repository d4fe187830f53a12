/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/source_line.h"

#include "base/span.h"

void tn_put_source(tn_buf *out, const tenor_source *source) {
    tn_putc(out, '(');
    tn_put_clean(out, tn_str(source->name));
    if (source->date.length) tn_puts(out, ", ");
    tn_put_clean(out, source->date);
    tn_putc(out, ')');
}

void tn_flow_source(tn_flow *flow, const tenor_source *source) {
    tn_flow_puts(flow, "(");
    tn_flow_puts(flow, source->name);
    if (source->date.length) tn_flow_puts(flow, ", ");
    tn_flow_text(flow, source->date);
    tn_flow_puts(flow, ")");
}

size_t tn_count_background(const tenor_document *document) {
    size_t count = 0;
    for (size_t i = 0; i < document->n_sources; i++) count += document->sources[i].background;
    return count;
}
