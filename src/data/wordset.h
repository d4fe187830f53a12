/* Word sets of a lexicon: names for lists of words that entries share (docs/lexicon-format.md).
 *
 *   @building TAB n TAB church|school|police station
 *   trash {building} TAB v ...           one entry; "trash a church", "trashed police stations" point to it
 *   trash {building|vehicle} TAB v ...   a place for words of either set
 */
#ifndef TN_DATA_WORDSET_H
#define TN_DATA_WORDSET_H

#include "base/strtab.h"
#include "data/inflect.h"
#include "data/table.h"

typedef struct tn_word_set {
    tenor_string members; /* as the file has them, parted by '|' */
    char pos;             /* n: both numbers; v: all forms of the first word; =: as they stand */
} tn_word_set;

typedef struct tn_word_sets {
    tn_strtab names;
    tn_word_set *at; /* by id of the name; 0 is none */
    size_t count, room;
} tn_word_sets;

enum { TN_MOST_EXPANSIONS = 20000, TN_MOST_SLOTS = 3 };

/* False: out of memory. */
bool tn_word_sets_init(tn_word_sets *sets, tn_arena *arena);

/* The set that the current row (`@name TAB pos TAB members`) defines; it borrows the file's bytes.
 * Errors: TENOR_E_DATA at its place: no members, an empty one, one that names a set, a set defined twice. */
tenor_status tn_word_sets_add(tn_word_sets *sets, const tn_table *table, tn_arena *arena, tenor_error *error);

/* Whether the row's entry uses sets rightly. Errors: TENOR_E_DATA at its place: a set that is not defined before this
 * line, a brace without its partner, a set in place of a `v` entry's verb, more than TN_MOST_SLOTS places or
 * TN_MOST_EXPANSIONS phrases. */
tenor_status tn_word_sets_check(const tn_word_sets *sets, const tn_table *table, tenor_error *error);

static inline bool tn_has_slot(tenor_string entry) { return entry.length && memchr(entry.data, '{', entry.length); }

typedef tenor_status tn_expansion_visit(void *context, tenor_string phrase, char pos);

/* Calls `visit` with each phrase an entry stands for and how it is still to be inflected; an entry without sets stands
 * for itself. The entry has passed tn_word_sets_check. Errors: those of `visit`; TENOR_E_DATA for a phrase too long. */
tenor_status tn_word_sets_expand(const tn_word_sets *sets, tenor_string entry, char pos,
                                 const tn_irregulars *irregulars, tn_expansion_visit *visit, void *context,
                                 tenor_error *error);

#endif
