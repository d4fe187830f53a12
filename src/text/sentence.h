/* Sentences: cut where a reader of news would cut.
 *
 * UAX #29 is of no use here: it cuts after "Gen.", "Sept." and "5 p.m.". A full stop, question or exclamation mark
 * (closing quotation marks and brackets included) ends a sentence when white space follows and the next word does not
 * begin in lower case (other than as "iPhone" or "van Dijk" do), unless
 *   - the word is an abbreviation whose class says no (models/<lang>/abbreviations.txt);
 *   - the word is an initial ("George W. Bush") or initials ("H.R. McMaster"), and no clear starter follows;
 *   - it is the number of a list item at the start ("1. Item") or, where a language writes them so, an ordinal;
 *   - it stands in brackets of its own ("[...]"), or is an ellipsis and the pronoun I follows;
 *   - a verb of saying follows a quotation that ends in ? or ! ("Why?" Smith asked).
 * One ends, too, at a bullet, before the next item of an enumeration ("1. Open it 2. Close it"), after a note that is
 * set behind the mark ("dropped.[2]"), and where the space was lost ("it froze.Ships waited").
 */
#ifndef TN_TEXT_SENTENCE_H
#define TN_TEXT_SENTENCE_H

#include "text/gap.h"
#include "text/model.h"

/* Whether it is worth asking: a cheap look at the words' flags. */
static inline bool tn_sentence_may_end(const tn_doc *doc, uint32_t at) {
    const tn_word *before = &doc->words[at - 1], *after = &doc->words[at];
    if (after->flags & TN_WORD_TERMINATOR || before->flags & TN_WORD_DOTTED) return true;
    if (after->flags & TN_WORD_CLAUSE && tn_gap_may_close_note(doc, after)) return true;
    if (after->end - after->start > 2 || after->end >= doc->text.length) return false;
    char next = doc->text.data[after->end]; /* "2. Item" */
    return next == '.' || next == ')';
}

/* Whether a sentence ends between words[at - 1] and words[at], both of one block; `first` is the sentence's first word.
 * Sets *end (one past the end mark and what closes with it) and *next (where the next sentence starts). */
bool tn_sentence_ends(const tn_doc *doc, const tn_text_model *model, uint32_t first, uint32_t at, uint32_t *end,
                      uint32_t *next);

#endif
