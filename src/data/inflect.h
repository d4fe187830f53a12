/* Inflection: the forms of a lemma, by rule with listed irregulars (models/<lang>/irregular.tsv).
 *
 * English: verbs  -s/-es/-ies, -ed/-d/-ied, -ing (final e dropped, ie -> y), the last consonant doubled in
 *                 one-syllable words that end consonant-vowel-consonant (ban, banned);
 *          nouns  -s/-es/-ies.
 * Source of the rules: Huddleston & Pullum (2002), The Cambridge Grammar of the English Language, ch. 18.
 */
#ifndef TN_DATA_INFLECT_H
#define TN_DATA_INFLECT_H

#include "base/strtab.h"
#include "data/source.h"

typedef struct tn_irregulars {
    tn_strtab verbs, nouns;                      /* lemmas */
    const tenor_string *verb_forms, *noun_forms; /* by id: forms separated by single spaces */
} tn_irregulars;

tenor_status tn_irregulars_read(tn_irregulars *out, const tn_data_file *file, tn_arena *arena, tenor_error *error);

enum { TN_MOST_FORMS = 12, TN_FORM_SIZE = 160 };

/* The forms of a phrase, the lemma itself first. They live in this struct. */
typedef struct tn_forms {
    size_t count;
    size_t length[TN_MOST_FORMS];
    char text[TN_MOST_FORMS][TN_FORM_SIZE];
} tn_forms;

/* Inflects `entry` as `pos` says: 'v' its first word, 'n' its last, anything else not at all.
 * False: the entry is longer than TN_FORM_SIZE allows. */
bool tn_inflect(tn_forms *forms, tenor_string entry, char pos, const tn_irregulars *irregulars);

#endif
