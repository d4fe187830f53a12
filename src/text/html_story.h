/* Which blocks of a page are its story. */
#ifndef TN_TEXT_HTML_STORY_H
#define TN_TEXT_HTML_STORY_H

#include "text/html_tree.h"

typedef struct tn_html_story {
    uint32_t container;   /* the node that holds it */
    const char **dropped; /* a block: why it is not part of the story; NULL: it is */
    bool found;
} tn_html_story;

/* `body`: the text the page says is the article's (JSON-LD), or empty. */
tenor_status tn_html_story_find(tn_html_story *out, const tn_html_tree *tree, tenor_string body, tn_arena *arena,
                                tenor_error *error);

#endif
