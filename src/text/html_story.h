/* Which blocks of a page are its story. */
#ifndef TN_TEXT_HTML_STORY_H
#define TN_TEXT_HTML_STORY_H

#include "text/html_tree.h"

typedef struct tn_html_story {
    uint32_t container; /* the node that holds it */
    const char **dropped; /* a block: why it is not part of the story; NULL: it is */
    bool found;
} tn_html_story;

tenor_status tn_html_story_find(tn_html_story *out, const tn_html_tree *tree, tn_arena *arena, tenor_error *error);

#endif
