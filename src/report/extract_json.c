/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read, before anything is ranked or scored. Offsets are those of "text". */
#include "base/span.h"
#include "report/offsets.h"
#include "report/report.h"

static void put_key(tn_buf *out, const char *key) {
    tn_puts(out, ",\"");
    tn_puts(out, key);
    tn_puts(out, "\":");
}

/* Empty is null: the input does not say. */
static void put_text(tn_buf *out, const char *key, tenor_string text) {
    put_key(out, key);
    if (text.length) tn_put_json_collapsed(out, text);
    else tn_puts(out, "null");
}

static void put_name(tn_buf *out, const char *key, const char *name) {
    put_text(out, key, name ? tn_str(name) : TN_STR(""));
}

static void put_warnings(tn_buf *out, const tenor_document *document) {
    put_key(out, "warnings");
    tn_putc(out, '[');
    for (size_t i = 0; i < document->n_warnings; i++) {
        if (i) tn_putc(out, ',');
        tn_put_json(out, tn_str(document->warnings[i]));
    }
    tn_putc(out, ']');
}

/* "start" and "end"; null for a headline, which is no part of the text. */
static void put_span(tn_buf *out, tn_offsets *offsets, tenor_span span) {
    if (span.end == 0) {
        tn_puts(out, ",\"start\":null,\"end\":null");
        return;
    }
    put_key(out, "start");
    tn_put_size(out, tn_offset(offsets, span.start));
    put_key(out, "end");
    tn_put_size(out, tn_offset(offsets, span.end));
}

/* From 1; null where there is none. */
static void put_line(tn_buf *out, const char *key, size_t line) {
    put_key(out, key);
    if (line) tn_put_size(out, line);
    else tn_puts(out, "null");
}

static void put_blocks(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    tn_offsets offsets = {.text = view->input, .chars = options->chars};
    tn_line_cursor lines = {.text = view->input};
    put_key(out, "blocks");
    tn_putc(out, '[');
    for (size_t i = 0; i < view->n_blocks; i++) {
        const tenor_block *block = &view->blocks[i];
        tn_puts(out, i ? ",{\"role\":" : "{\"role\":");
        tn_put_json(out, tn_str(tenor_role_name(block->role)));
        put_span(out, &offsets, block->span);
        put_line(out, "line", block->span.end ? tn_line_at(&lines, block->span.start) : 0);
        put_name(out, "reason", block->reason);
        put_line(out, "rule_line", block->line);
        put_text(out, "text", block->text);
        tn_putc(out, '}');
    }
    tn_putc(out, ']');
}

void tn_write_extract_json(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    const tenor_document *document = view->document;
    tn_puts(out, "{\"schema\":");
    tn_put_size(out, TENOR_SCHEMA);
    put_name(out, "version", TENOR_VERSION);
    put_name(out, "format", document->html ? "html" : "text");
    put_name(out, "encoding", document->encoding);
    put_name(out, "encoding_source", document->encoding_source);
    put_text(out, "title", document->title);
    put_text(out, "byline", document->byline);
    put_text(out, "date", document->date);
    if (document->page_lang.length) put_text(out, "lang", document->page_lang);
    else put_name(out, "lang", document->lang);
    put_name(out, "lang_source", document->page_lang.length ? "page" : document->lang_source);
    put_key(out, "words");
    tn_put_size(out, document->words);
    put_key(out, "repaired");
    tn_put_size(out, document->repaired);
    put_warnings(out, document);
    put_key(out, "text");
    tn_put_json(out, view->input);
    put_blocks(out, view, options);
    tn_putc(out, '}');
}
