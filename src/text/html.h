/* HTML: a page to the text a reader came for.
 *
 *   page -> tree (html_tree.h) -> story: which blocks are the article's (html_story.c)
 *                              -> what the page says of itself: title, byline, date (html_said.c)
 *   -> one clean text, paragraphs separated by an empty line, with each paragraph's role
 *
 * Offsets of everything that comes after refer to that text.
 */
#ifndef TN_TEXT_HTML_H
#define TN_TEXT_HTML_H

#include "text/blocks.h"

typedef TN_VEC(tn_left_out) tn_left_out_list;

typedef struct tn_html_page {
    tenor_string text;                      /* the paragraphs; empty when there is no article on the page */
    tn_block_list blocks;                   /* of `text`: body or heading, by the page's elements; no part is set */
    tn_left_out_list left_out;              /* what else the page says */
    tenor_string title, byline, date, lang; /* as the page states them; empty: it does not */
} tn_html_page;

/* Reads a page of UTF-8. Linear in the page. Any bytes give a result. Errors: TENOR_E_MEMORY. */
tenor_status tn_html_read(tn_html_page *out, tenor_string page, tn_arena *arena, tenor_error *error);

/* The page's structure has chosen; a line that is furniture on any page ("Read more: ...") is told by its words, once
 * their language is known. */
void tn_html_set_role(tn_block *block, tenor_string text, const tn_text_model *model);

/* Whether bytes look like a page: a doctype, <html>, or several elements near their start. */
bool tn_html_detect(tenor_string bytes);

#endif
