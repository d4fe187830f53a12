/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/markup.h"

#include <string.h>

#include "base/span.h"

static const char *entity_of(uint32_t code) {
    switch (code) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return NULL;
    }
}

void tn_put_markup(tn_buf *out, tenor_string text) {
    size_t at = 0;
    bool space = false;
    for (tn_glyph glyph; tn_glyph_next(text, &at, &glyph); space = glyph.space) {
        const char *entity = entity_of(glyph.code);
        if (glyph.space && space) continue;
        if (entity) tn_puts(out, entity);
        else tn_put_str(out, glyph.bytes);
    }
}

static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n";

static const char style_of_all[] =
    ":root{--ground:#fff;--ink:#1b1b1b;--dim:#666;--line:#ccc;--accent:#8a4b00}\n"
    "@media(prefers-color-scheme:dark){:root{--ground:#15181c;--ink:#e8e6e3;--dim:#9a9a9a;--line:#444;"
    "--accent:#ffb84d}}\n"
    "body{margin:2rem auto;max-width:44rem;padding:0 1rem;background:var(--ground);color:var(--ink);"
    "font:1.05rem/1.6 Georgia,serif}\n"
    "h1{line-height:1.25}h2{font-size:1.1rem;margin-top:2rem}a{color:var(--accent)}\n"
    "table{border-collapse:collapse;width:100%;font-size:.95rem}"
    "th,td{padding:.3rem .5rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}\n"
    ".dim,footer{color:var(--dim);font-size:.9rem}\n";

void tn_page_begin(tn_buf *out, tenor_string title, const char *lang, const char *style) {
    tn_puts(out, "<!doctype html>\n<html");
    if (lang && strcmp(lang, "und") != 0) {
        tn_puts(out, " lang=\"");
        tn_put_markup(out, tn_str(lang));
        tn_puts(out, "\"");
    }
    tn_puts(out, ">\n<head>\n");
    tn_puts(out, head);
    tn_puts(out, "<title>");
    tn_put_markup(out, title);
    tn_puts(out, "</title>\n<style>\n");
    tn_puts(out, style_of_all);
    tn_puts(out, style);
    tn_puts(out, "</style>\n</head>\n<body>\n");
}

void tn_page_end(tn_buf *out) { tn_puts(out, "<footer>tenor " TENOR_VERSION "</footer>\n</body>\n</html>\n"); }
