/* What writers of HTML have in common: text made safe for a page, and a page that needs nothing but itself.
 *
 *   tn_page_begin(out, title, lang, style);     doctype, head, <body>
 *   ...
 *   tn_page_end(out);
 *
 * A page has no script and loads nothing; a policy in its head forbids both, whatever the text says. Colours follow the
 * reader's choice of light or dark.
 */
#ifndef TN_REPORT_MARKUP_H
#define TN_REPORT_MARKUP_H

#include "report/escape.h"

/* Text or an attribute's value in quotation marks: & < > " ' as entities, each run of white space as one space, also at
 * the ends; what tn_glyph_next drops is dropped. */
void tn_put_markup(tn_buf *out, tenor_string text);

/* `title` names the page; `lang` is a code, "und" or NULL: not said; `style` is CSS of the page's own, after what all
 * pages have: variables --ground, --ink, --dim, --line, --accent, and plain looks of body, h1, h2, table. */
void tn_page_begin(tn_buf *out, tenor_string title, const char *lang, const char *style);

/* Who wrote it, and the end. */
void tn_page_end(tn_buf *out);

#endif
