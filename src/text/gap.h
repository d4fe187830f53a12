/* Gaps: what stands between two words, as far as the end of a sentence is concerned.
 *
 *   ... said he left .  ”  ⎵ The mayor ...
 *                    |  |  |
 *                    |  |  next: where the next sentence would start
 *                    |  end: one past the end mark and what closes with it
 *                    the end mark
 */
#ifndef TN_TEXT_GAP_H
#define TN_TEXT_GAP_H

#include "text/doc.h"

typedef struct tn_gap {
    uint32_t end, next;
    bool single_stop;  /* one full stop right after the word */
    bool ellipsis;     /* "...", ". . ." or "…" and no stop beside it */
    bool asks;         /* ? or ! */
    bool closes_quote; /* a closing quotation mark after the end mark */
    bool opens;        /* an opening quotation mark or bracket before the next word */
    bool wide;         /* an end mark that needs no space after it: 。 */
    bool no_space;     /* "ended.The" */
    bool bullet;       /* "one • two": no end mark, but a sign that begins an item */
} tn_gap;

/* Looks for an end mark or a bullet between words[at - 1] and words[at]; false: there is none with white space (or what
 * stands for it) after it. Marks in brackets of their own, "[...]", are none. */
bool tn_gap_read(const tn_doc *doc, uint32_t at, tn_gap *gap);

/* False: no note in square brackets stands before a word. A look at the two bytes before it. */
static inline bool tn_gap_may_close_note(const tn_doc *doc, const tn_word *word) {
    const char *before = doc->text.data + word->start - 2; /* there is a word before it */
    return tn_is_space(before[1]) && (before[0] == ']' || tn_is_space(before[0]));
}

/* Whether a note in square brackets, set right after an end mark, stands between the sentence and words[at]:
 * "dropped.[2] Another". Sets end and next. */
bool tn_gap_after_note(const tn_doc *doc, uint32_t at, tn_gap *gap);

#endif
