/* The tone of every sentence: hits of both lexicons after the rules. */
#ifndef TN_TONE_TONES_H
#define TN_TONE_TONES_H

#include "tone/hits.h"

/* Hits of all sentences in order; those of sentence i are [first[i], first[i + 1]). */
typedef struct tn_hit_table {
    tn_hit_list hits;
    uint32_t *first; /* [n_sentences + 1] */
} tn_hit_table;

typedef struct tn_tones {
    tn_hit_table tension, sentiment;
    tn_trigger_at *talk; /* by sentence: the first trigger of the rule "sense" in it, {0, 0, 0}: none; NULL: rule off */
} tn_tones;

/* Finds the hits; none when the lexicons are not those of the text's language (`covered` false).
 * `rules`: switches as tn_rules_parse reads them. Errors: TENOR_E_USAGE, TENOR_E_MEMORY. */
tenor_status tn_tones_find(tn_tones *out, const tn_tone_model *model, const tn_doc *doc, bool covered,
                           const char *rules, tn_arena *arena, tenor_error *error);

static inline tn_hit *tn_hits_of(const tn_hit_table *table, size_t sentence, size_t *count) {
    *count = table->first[sentence + 1] - table->first[sentence];
    return table->hits.at + table->first[sentence];
}

#endif
