/* Which blocks of a page are its story. */
#ifndef TN_TEXT_HTML_STORY_H
#define TN_TEXT_HTML_STORY_H

#include "text/html_tree.h"

/* Why a block is no part of it. */
typedef enum tn_drop {
    TN_DROP_NOT,
#define TN_DROP(name, role, why) TN_DROP_##name,
#include "text/html_drops.def"
#undef TN_DROP
    TN_DROPS
} tn_drop;

typedef struct tn_html_story {
    uint32_t container; /* the node that holds it */
    uint8_t *dropped;   /* a block: tn_drop */
    bool found;
} tn_html_story;

/* `body`: the text the page says is the article's (JSON-LD), or empty. */
tenor_status tn_html_story_find(tn_html_story *out, const tn_html_tree *tree, tenor_string body, tn_arena *arena,
                                tenor_error *error);

#endif
