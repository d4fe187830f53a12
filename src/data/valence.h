/* Valence lists: sentiment lexicons as other tools ship them, a word and its value a line. Read as they are:
 *
 *   abandoned TAB -2                                 AFINN
 *   abandoned TAB -2.0 TAB 1.09545 TAB [-1, ...]     VADER: mean, deviation, marks of the raters
 *   "","word","value"                                tables with a header, by TAB or comma
 *   "1","abandoned",-0.75
 *   abandoned,negative                               no value but a side
 *
 * What it is is seen from the second column (or the one that a header names) being a number or a side, which it never
 * is in our own format. Values are brought to our scale of -4 ... 4 from the file's own, which is the narrowest of 1,
 * 4, 5, 10 and 100 that holds all of them, or what `#! scale=5` says. Tokens are matched as they stand, without
 * inflection; of two rows with the same words the later one counts. Tokens that are no words (":-)", "<3") are left
 * out.
 */
#ifndef TN_DATA_VALENCE_H
#define TN_DATA_VALENCE_H

#include "data/lexicon.h"

typedef struct tn_valence {
    double scale;    /* of the file: its values lie within -scale ... scale */
    size_t left_out; /* tokens that are no words */
} tn_valence;

/* Whether the file is such a list. */
bool tn_valence_is(const tn_data_file *file);

/* Reads one as a sentiment lexicon. With `findings` (NULL: none) it reports each mistake and reads on.
 * Errors: TENOR_E_DATA with its place: no value, one beyond the scale, a wildcard ("abandon*"), no UTF-8, or a hundred
 * values none of which is below 0 while the file does not say its scale; TENOR_E_MEMORY. */
tenor_status tn_valence_read(tn_lexicon *out, tn_valence *about, const tn_data_file *file, tn_findings *findings,
                             tn_arena *arena, tenor_error *error);

#endif
