/* What a page says of itself: its headline, who wrote it, when, and what is its text. Nothing is guessed. */
#ifndef TN_TEXT_HTML_SAID_H
#define TN_TEXT_HTML_SAID_H

#include "text/html_tree.h"

typedef struct tn_html_facts {
    tenor_string title, byline, date, lang; /* empty: not stated */
    tenor_string body;                      /* JSON-LD's articleBody; may hold markup, may be cut short */
} tn_html_facts;

/* From JSON-LD (schema.org), <meta> and marked elements, in this order. Errors: TENOR_E_MEMORY. */
tenor_status tn_html_facts_find(tn_html_facts *out, const tn_html_said *said, tn_arena *arena, tenor_error *error);

#endif
