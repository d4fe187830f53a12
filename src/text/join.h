/* Several documents as one: for a digest of articles. */
#ifndef TN_TEXT_JOIN_H
#define TN_TEXT_JOIN_H

#include "text/doc.h"

/* Puts documents one after the other, in `arena`: their texts with a blank line between them, their sentences, words,
 * blocks and parts, every term once. A sentence's position stays that in its own article, an offset maps back to the
 * article's own input, and out->document_of_part tells which article that is. Language, title and the facts of origin
 * are those of the first. The documents must live as long as *out. n >= 1; of one, *out is a copy.
 * Errors: TENOR_E_TOO_LARGE (2 GiB together), TENOR_E_MEMORY. */
tenor_status tn_doc_join(tn_doc *out, const tn_doc *docs, size_t n, tn_arena *arena, tenor_error *error);

#endif
