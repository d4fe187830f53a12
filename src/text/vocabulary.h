/* The vocabulary: the folded words of all lexicons and lists of an engine, of all its languages, numbered. What a list
 * says of a word is for the text model of its language to tell.
 *
 * It is collected with a builder and then frozen. Topics of a user come on top: their words, if they are new, go into a
 * second, small table whose ids follow on the first's.
 *
 *   words  1 ... n    the engine's own; part of its image
 *   more   n + 1 ...  of the user's topics; empty as a rule
 */
#ifndef TN_TEXT_VOCABULARY_H
#define TN_TEXT_VOCABULARY_H

#include "base/strings.h"
#include "base/vec.h"

/* What a word is in a language: tn_text_model_marks. */
enum {
    TN_VOCABULARY_STOP = 1 << 0,
    TN_VOCABULARY_STARTER = 1 << 1,    /* begins a sentence where capitalised */
    TN_VOCABULARY_CALENDAR = 1 << 2,   /* goes on after a time of day */
    TN_VOCABULARY_SPEECH = 1 << 3,     /* a verb of saying */
    TN_VOCABULARY_ROLE = 1 << 4,       /* an office: "Arden Inc. Chairman" */
    TN_VOCABULARY_LABEL = 1 << 5,      /* "Plan" B */
    TN_VOCABULARY_PARTICLE = 1 << 6,   /* "van" Dijk */
    TN_VOCABULARY_DETERMINER = 1 << 7, /* "the", "a", "its" */
    TN_VOCABULARY_NUMERAL = 1 << 8     /* "two", "million" */
};

typedef struct tn_vocabulary {
    tn_strings words, more;
    uint64_t engine; /* a number of its own for each engine: who keeps ids knows whose they are */
} tn_vocabulary;

/* The id of a folded word, given its hash (tn_strings_hash); 0: in no lexicon and no list. */
static inline uint32_t tn_vocabulary_find_hashed(const tn_vocabulary *vocabulary, tenor_string folded, uint64_t hash) {
    uint32_t id = tn_strings_find_hashed(&vocabulary->words, folded, hash);
    if (id || vocabulary->more.n_slots == 0) return id;
    id = tn_strings_find_hashed(&vocabulary->more, folded, hash);
    return id ? tn_strings_count(&vocabulary->words) + id : 0;
}

static inline uint32_t tn_vocabulary_find(const tn_vocabulary *vocabulary, tenor_string folded) {
    return tn_vocabulary_find_hashed(vocabulary, folded, tn_strings_hash(folded));
}

void tn_vocabulary_image(tn_image *image, tn_vocabulary *vocabulary);

/* A vocabulary that still grows. */
typedef struct tn_vocabulary_builder {
    const tn_vocabulary *base; /* NULL, or one whose words keep their ids */
    tn_strtab words;           /* those that `base` lacks */
    tn_arena *arena;           /* scratch: may go once all is frozen */
} tn_vocabulary_builder;

/* False: out of memory. */
bool tn_vocabulary_init(tn_vocabulary_builder *builder, const tn_vocabulary *base, tn_arena *scratch);

/* The id of a word (folded here), added if it is new. 0: out of memory. */
uint32_t tn_vocabulary_add(tn_vocabulary_builder *builder, tenor_string word);

/* Into `arena`. With a base, *out becomes the base with the new words as `more` (out may be the base itself).
 * False: out of memory. */
bool tn_vocabulary_freeze(tn_vocabulary *out, const tn_vocabulary_builder *builder, tn_arena *arena);

#endif
