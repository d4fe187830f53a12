/* What the words of class, id, role, itemprop and rel say about an element. */
#ifndef TN_TEXT_HTML_HINTS_H
#define TN_TEXT_HTML_HINTS_H

#include "base/span.h"
#include "text/html_tree.h"

/* The TN_HINT_* bits of an attribute's words. */
uint16_t tn_html_hints(tenor_string value);

#endif
