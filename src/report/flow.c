/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/flow.h"

#include <string.h>

#include "base/span.h"
#include "report/width.h"

tn_flow tn_flow_at(tn_buf *out, size_t width, size_t indent, size_t column) {
    return (tn_flow){.out = out, .width = width, .indent = indent, .column = column, .empty = column <= indent};
}

/* Puts a line end and the indent in place of `skip` bytes at `at`; what follows moves. */
static void break_line(tn_flow *flow, size_t at, size_t skip) {
    tn_buf *out = flow->out;
    if (!tn_buf_reserve(out, flow->indent + 1)) return;
    memmove(out->data + at + 1 + flow->indent, out->data + at + skip, out->length - at - skip);
    out->data[at] = '\n';
    memset(out->data + at + 1, ' ', flow->indent);
    out->length += 1 + flow->indent - skip;
    out->data[out->length] = '\0';
}

static void may_break(tn_flow *flow, size_t at, size_t skip) {
    bool known = skip == 0 && flow->can_break && flow->break_at + flow->break_skip == at; /* a space stands there */
    if (flow->empty || known) return;
    flow->can_break = true;
    flow->break_at = at;
    flow->break_skip = skip;
    flow->break_column = flow->column;
}

void tn_flow_ready(tn_flow *flow) {
    if (!flow->space) return;
    flow->space = false;
    if (flow->empty) return;
    tn_putc(flow->out, ' ');
    flow->column++;
    may_break(flow, flow->out->length - 1, 1);
}

/* The line is too long: ends it at the last place allowed, or else before the last glyph, which takes `n` bytes. */
static void wrap(tn_flow *flow, size_t n, size_t glyph_width) {
    if (flow->out->failed) return;
    size_t moved = flow->indent + (flow->column - flow->break_column);
    if (flow->can_break && moved <= flow->width) {
        break_line(flow, flow->break_at, flow->break_skip);
        flow->column = moved;
    } else {
        break_line(flow, flow->out->length - n, 0);
        flow->column = flow->indent + glyph_width;
    }
    flow->can_break = false;
}

void tn_flow_glyph(tn_flow *flow, const tn_glyph *glyph) {
    if (glyph->space) {
        flow->space = true;
        return;
    }
    tn_flow_ready(flow);
    size_t width = tn_width(glyph->code);
    if (width == 2) may_break(flow, flow->out->length, 0);
    tn_put_str(flow->out, glyph->bytes);
    flow->empty = false;
    flow->column += width;
    if (flow->column > flow->width && width) wrap(flow, glyph->bytes.length, width);
    if (width == 2) may_break(flow, flow->out->length, 0);
}

void tn_flow_text(tn_flow *flow, tenor_string text) {
    size_t at = 0;
    for (tn_glyph glyph; tn_glyph_next(text, &at, &glyph);) tn_flow_glyph(flow, &glyph);
}

void tn_flow_puts(tn_flow *flow, const char *text) { tn_flow_text(flow, tn_str(text)); }

void tn_flow_number(tn_flow *flow, double value, unsigned digits) {
    tn_flow_ready(flow);
    size_t before = flow->out->length;
    tn_put_fixed(flow->out, value, digits);
    size_t n = flow->out->length - before;
    flow->empty = false;
    flow->column += n;
    if (flow->column > flow->width) wrap(flow, n, n);
}

void tn_flow_signed(tn_flow *flow, double value, unsigned digits) {
    if (value >= 0) tn_flow_puts(flow, "+");
    tn_flow_number(flow, value, digits);
}

void tn_flow_count(tn_flow *flow, size_t count, const char *one, const char *many) {
    tn_flow_number(flow, (double)count, 0);
    tn_flow_puts(flow, " ");
    tn_flow_puts(flow, count == 1 ? one : many);
}

void tn_flow_end(tn_flow *flow) {
    tn_putc(flow->out, '\n');
    flow->space = flow->can_break = false;
    flow->empty = true;
    flow->column = 0;
}
