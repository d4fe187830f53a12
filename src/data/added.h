/* A lexicon that a user adds to the built-in ones: in our own format (data/lexicon.h), or as another tool ships it
 * (data/valence.h). Which of them is seen from the file. */
#ifndef TN_DATA_ADDED_H
#define TN_DATA_ADDED_H

#include "data/valence.h"

typedef struct tn_added {
    tn_lexicon lexicon;
    const char *kind; /* "tension", "sentiment"; static */
    bool foreign;     /* of another tool: `valence` is set */
    tn_valence valence;
} tn_added;

/* Errors and findings as tn_lexicon_survey and tn_valence_read have them. */
tenor_status tn_added_read(tn_added *out, const tn_data_file *file, tn_findings *findings, tn_arena *arena,
                           tenor_error *error);

#endif
