/* What a block is, seen between its neighbours: the headline, section headings, captions without a full stop, questions
 * that head a section, pull quotes. Private to the finding of blocks. */
#ifndef TN_TEXT_CONTEXT_H
#define TN_TEXT_CONTEXT_H

#include "text/blocks.h"

typedef struct tn_context {
    tenor_string text, title; /* title: given apart, or empty */
    const tn_text_model *model;
    tn_block *blocks; /* of one part, each with the role it has by itself */
    size_t count;
    tn_strtab seen; /* cores of link lines, and lines without end mark; made when there is one */
    tn_arena *arena;
} tn_context;

static inline tenor_string tn_context_text(const tn_context *c, const tn_block *block) {
    return tn_slice(c->text, block->start, block->end);
}

/* Settles the roles. Linear in the text. At least one block is body afterwards, if there is any block. */
void tn_context_roles(tn_context *c);

#endif
