/* Blocks: the lines of a plain text joined to paragraphs, each with its role. */
#ifndef TN_TEXT_BLOCKS_H
#define TN_TEXT_BLOCKS_H

#include "base/status.h"
#include "base/vec.h"
#include "text/doc.h"
#include "text/model.h"

typedef TN_VEC(tn_block) tn_block_list;

typedef struct tn_blocks_input {
    tenor_string text;
    uint32_t start, end; /* the part of `text` to read */
    uint32_t part;
    tenor_string title; /* a headline given apart: a first block that repeats it is the headline too */
} tn_blocks_input;

/* Appends the blocks of a part. Linear in the text; nothing is dropped: all that is not white space is in some block.
 *
 * Lines become one block while the text looks hard-wrapped: the next line's first word would not have fitted on this
 * one, or the next line begins in lower case. Roles come from models/<lang>/boilerplate.tsv and from features that need
 * no list: length, end mark, place, repetition, a credit at the end, capitals. If no block would be body, the best of
 * the others are, so that any text has something to say. */
tenor_status tn_blocks_find(tn_block_list *blocks, const tn_blocks_input *input, const tn_text_model *model,
                            tn_arena *arena, tenor_error *error);

/* Where a paragraph's first sentence begins: after a dateline such as "MOSCOW (Reuters) - ", else 0. */
size_t tn_dateline_length(tenor_string paragraph);

#endif
