/* The vocabulary: the folded words of all lexicons and lists of an engine, numbered, with what the lists say of them.
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

enum {
    TN_VOCABULARY_STOP = 1,
    TN_VOCABULARY_STARTER = 2,
    TN_VOCABULARY_CALENDAR = 4,
    TN_VOCABULARY_SPEECH = 8,
    TN_VOCABULARY_DETERMINER = 16
};

typedef struct tn_vocabulary {
    tn_strings words, more;
    const uint8_t *flags; /* by id of `words` */
    size_t n_flags;
} tn_vocabulary;

/* The id of a folded word; 0: in no lexicon and no list. */
static inline uint32_t tn_vocabulary_find(const tn_vocabulary *vocabulary, tenor_string folded) {
    uint32_t id = tn_strings_find(&vocabulary->words, folded);
    if (id || vocabulary->more.n_slots == 0) return id;
    id = tn_strings_find(&vocabulary->more, folded);
    return id ? tn_strings_count(&vocabulary->words) + id : 0;
}

static inline uint8_t tn_vocabulary_flags(const tn_vocabulary *vocabulary, uint32_t id) {
    return id < vocabulary->n_flags ? vocabulary->flags[id] : 0;
}

void tn_vocabulary_image(tn_image *image, tn_vocabulary *vocabulary);

/* A vocabulary that still grows. */
typedef struct tn_vocabulary_builder {
    const tn_vocabulary *base; /* NULL, or one whose words keep their ids */
    tn_strtab words;           /* those that `base` lacks */
    TN_VEC(uint8_t) flags;     /* by id of `words`; may be shorter: the rest is 0 */
    tn_arena *arena;           /* scratch: may go once all is frozen */
} tn_vocabulary_builder;

/* False: out of memory. */
bool tn_vocabulary_init(tn_vocabulary_builder *builder, const tn_vocabulary *base, tn_arena *scratch);

/* The id of a word (folded here), added if it is new. 0: out of memory. */
uint32_t tn_vocabulary_add(tn_vocabulary_builder *builder, tenor_string word);

/* Adds a word with flags; only without a base. False: out of memory. */
bool tn_vocabulary_mark(tn_vocabulary_builder *builder, tenor_string word, uint8_t flags);

/* Into `arena`. With a base, *out becomes the base with the new words as `more` (out may be the base itself).
 * False: out of memory. */
bool tn_vocabulary_freeze(tn_vocabulary *out, const tn_vocabulary_builder *builder, tn_arena *arena);

#endif
