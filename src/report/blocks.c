/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read as what: every block of the input in order, its role, and why it has that. */
#include "report/escape.h"
#include "report/flow.h"
#include "report/offsets.h"
#include "report/style.h"
#include "report/tension_table.h"

enum { TEXT_INDENT = 2 };

static bool is_story(const tenor_block *block) {
    return block->role == TENOR_ROLE_BODY || (block->role == TENOR_ROLE_TITLE && block->span.end > 0);
}

/* A range, or the one number that it is. */
static void put_range(tn_flow *flow, const char *unit, const char *units, size_t first, size_t last) {
    tn_flow_puts(flow, first == last ? unit : units);
    tn_flow_number(flow, (double)first, 0);
    if (first == last) return;
    tn_flow_puts(flow, "–");
    tn_flow_number(flow, (double)last, 0);
}

/* " · lines 4–6 · bytes 120–311" */
static void put_place(tn_flow *flow, const tenor_block *block, tn_line_cursor *lines, tn_offsets *offsets) {
    if (block->span.end == 0) return; /* a headline given apart, or what was left out of a page */
    size_t first = tn_line_at(lines, block->span.start);
    tn_flow_puts(flow, " · ");
    put_range(flow, "line ", "lines ", first, tn_line_at(lines, block->span.end));
    tn_flow_puts(flow, offsets->chars ? " · characters " : " · bytes ");
    tn_flow_number(flow, (double)tn_offset(offsets, block->span.start), 0);
    tn_flow_puts(flow, "–");
    tn_flow_number(flow, (double)tn_offset(offsets, block->span.end), 0);
}

/* " · first line, no full stop", " · fits "Read more:", line 61 of boilerplate.tsv" */
static void put_reason(tn_flow *flow, const tenor_block *block) {
    tn_flow_puts(flow, " · ");
    if (block->line == 0) {
        tn_flow_puts(flow, block->reason);
        return;
    }
    tn_flow_puts(flow, "fits \"");
    tn_flow_puts(flow, block->reason);
    tn_flow_puts(flow, "\", line ");
    tn_flow_number(flow, (double)block->line, 0);
    tn_flow_puts(flow, " of boilerplate.tsv");
}

static void put_block(tn_buf *out, const tenor_block *block, size_t index, tn_line_cursor *lines, tn_offsets *offsets,
                      const tenor_render_options *options) {
    tn_style style = is_story(block) ? TN_STYLE_BOLD : TN_STYLE_DIM;
    tn_puts(out, "\n  ");
    tn_style_on(out, options->color, style);
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    tn_flow_puts(&flow, "[");
    tn_flow_number(&flow, (double)index, 0);
    tn_flow_puts(&flow, "] ");
    tn_flow_puts(&flow, tenor_role_name(block->role));
    put_place(&flow, block, lines, offsets);
    if (block->reason) put_reason(&flow, block);
    tn_style_off(out, options->color, style);
    tn_flow_end(&flow);
    tn_put_repeat(out, " ", TEXT_INDENT);
    flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    tn_flow_text(&flow, block->text);
    tn_flow_end(&flow);
}

void tn_write_blocks(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    if (view->n_blocks == 0 && tn_put_nothing_to_read(out, view)) return;
    tn_put_heading(out, view, options);
    size_t story = 0;
    for (size_t i = 0; i < view->n_blocks; i++) story += is_story(&view->blocks[i]);
    tn_putf(out, view->n_blocks == 1 ? "\n%zu block, %zu of the story\n" : "\n%zu blocks, %zu of the story\n",
            view->n_blocks, story);
    tn_line_cursor lines = {.text = view->input};
    tn_offsets offsets = {.text = view->input, .chars = options->chars};
    for (size_t i = 0; i < view->n_blocks; i++) put_block(out, &view->blocks[i], i + 1, &lines, &offsets, options);
}
