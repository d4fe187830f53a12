/* Folding: the form under which words are compared. NFKC with case folding (Unicode 15, "NFKC_Casefold"), so that
 * case, width and composition do not matter; curly apostrophes become straight; default ignorables (soft hyphen,
 * zero-width space) are dropped. */
#ifndef TN_TEXT_FOLD_H
#define TN_TEXT_FOLD_H

#include "base/arena.h"
#include "base/span.h"

/* The version of utf8proc compiled in. */
extern const char tn_utf8proc_version[];

/* Folds a word of well-formed UTF-8. The result is `word` itself when nothing changes, else in `arena`.
 * data NULL: out of memory. */
tenor_string tn_fold(tenor_string word, tn_arena *arena);

#endif
