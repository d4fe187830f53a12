/* The tree of a page, as far as its text is concerned.
 *
 *   <div><h1>A</h1><p>B <a>C</a></p></div>
 *
 *   nodes   0 #root  1 div  2 h1  3 p              block-level elements in the order of their start tags; [i, end) is
 *                                                   a node with all that is inside it
 *   blocks  0 "A" of h1   1 "B C" of p              runs of text that no block-level element interrupts; a node's are
 *                                                   blocks [first, last), so that sums over a subtree are differences
 *   text    "AB C"                                   what blocks point into; white space is collapsed
 */
#ifndef TN_TEXT_HTML_TREE_H
#define TN_TEXT_HTML_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "base/vec.h"

typedef enum tn_tag {
    TN_TAG_OTHER,
#define TN_TAG(name, kind) TN_TAG_##name,
#include "text/html_tags.def"
#undef TN_TAG
    TN_TAGS
} tn_tag;

/* What class, id, role, itemprop and the like say about an element: html_hints.def. */
enum {
    TN_HINT_BODY = 1 << 0,    /* the text of the article */
    TN_HINT_ARTICLE = 1 << 1, /* the article with all that goes with it */
    TN_HINT_COMMENT = 1 << 2, /* what readers say */
    TN_HINT_RELATED = 1 << 3, /* other articles */
    TN_HINT_SHARE = 1 << 4,   /* buttons of networks */
    TN_HINT_ADVERT = 1 << 5,
    TN_HINT_NAVIGATION = 1 << 6,
    TN_HINT_SUBSCRIBE = 1 << 7, /* newsletters, cookies, paywalls */
    TN_HINT_AUTHOR = 1 << 8,    /* byline, biography */
    TN_HINT_CAPTION = 1 << 9,   /* captions and credits of pictures */
    TN_HINT_META = 1 << 10,     /* date, tags, section */
    TN_HINT_FOOT = 1 << 11,
    TN_HINT_SIDE = 1 << 12,
    TN_HINT_HIDDEN = 1 << 13,
    TN_HINT_TITLE = 1 << 14,
    TN_HINT_MAIN_ROLE = 1 << 15
};

typedef struct tn_html_node {
    uint32_t parent, end; /* nodes [this, end) are the subtree */
    uint32_t first, last; /* its blocks, those of the subtree included */
    uint16_t hints;
    uint8_t tag;
    bool image; /* holds one, no other node between */
} tn_html_node;

typedef struct tn_html_block {
    uint32_t start, end; /* bytes of tree->text */
    uint32_t link;       /* how many of them are inside <a> */
    uint32_t node;       /* the innermost */
    uint32_t strong;     /* bytes in <b>, <strong>, <em>, <i> */
} tn_html_block;

typedef TN_VEC(tn_html_node) tn_html_nodes;
typedef TN_VEC(tn_html_block) tn_html_blocks;

/* What <head>, <html> and elements marked for machines say; as written, white space collapsed. Empty: nothing said. */
typedef struct tn_html_said {
    tenor_string lang, title, og_title, h1, author, meta_author, published, time, description, site;
    tenor_string json_ld[8];
    size_t n_json_ld;
} tn_html_said;

typedef struct tn_html_tree {
    tenor_string text;
    tn_html_nodes nodes;
    tn_html_blocks blocks;
    tn_html_said said;
} tn_html_tree;

/* Reads a page (UTF-8) with libxml2's HTML parser, no network. Linear; memory from `arena` plus, while it runs, about
 * the page's size inside libxml2. Any bytes give some tree. Errors: TENOR_E_NO_LIBRARY, TENOR_E_MEMORY. */
tenor_status tn_html_tree_read(tn_html_tree *out, tenor_string page, tn_arena *arena, tenor_error *error);

#endif
