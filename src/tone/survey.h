/* What the entries of a lexicon stand for, without building a matcher: for checking and for looking up. */
#ifndef TN_TONE_SURVEY_H
#define TN_TONE_SURVEY_H

#include "data/lexicon.h"

/* Reports, in order of line, entries whose words belong to another entry already, with another class or weight: what
 * they say there is never used. Not reported: a noun beside a verb ("attack"), and an entry written out beside one with
 * sets, which it is meant to override. *phrases: how many different ones there are, all forms counted. Errors:
 * TENOR_E_MEMORY. */
tenor_status tn_lexicon_conflicts(const tn_lexicon *lexicon, const tn_irregulars *irregulars, const tn_data_file *file,
                                  tn_findings *findings, size_t *phrases, tn_arena *arena, tenor_error *error);

typedef struct tn_found_entry {
    uint32_t lexeme;
    const char *const *forms;
    size_t n_forms;
} tn_found_entry;

/* The entries a form of which has the words of `phrase`, the one that counts first. Errors: TENOR_E_MEMORY. */
tenor_status tn_lexicon_find(tn_found_entry **out, size_t *count, const tn_lexicon *lexicon,
                             const tn_irregulars *irregulars, tenor_string phrase, tn_arena *arena, tenor_error *error);

#endif
