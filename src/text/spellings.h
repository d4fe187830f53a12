/* Spellings: from a word as written to its term, the folded word. Each distinct spelling is folded once a text, and
 * what is known of it from earlier texts is not found out again (text/known.h).
 *
 *   "Talks", "talks", "TALKS"  -> term 1, "talks"
 *
 * Folded words are spellings of themselves, in the same table. A short word needs no hashing of strings, no comparing
 * of bytes, and of ASCII no copy to fold it.
 */
#ifndef TN_TEXT_SPELLINGS_H
#define TN_TEXT_SPELLINGS_H

#include "base/vec.h"
#include "text/doc.h"
#include "text/known.h"
#include "text/model.h"

typedef struct tn_spellings {
    tn_arena *arena;
    const tn_text_model *model;
    tn_known *known;
    uint64_t seed;         /* of tables of what is in the text: another for each, see base/hash.h */
    TN_VEC(tn_term) terms; /* [1 ...] */
    size_t settled;        /* so many of them */
} tn_spellings;

/* `expect`: a guess of how many distinct words there will be. False: out of memory. */
bool tn_spellings_init(tn_spellings *spellings, const tn_text_model *model, tn_known *known, uint32_t expect,
                       tn_arena *arena);

/* The term of a word, from 1; 0: out of memory. The word is borrowed. If it is new it has only its text so far. */
uint32_t tn_spellings_term(tn_spellings *spellings, tenor_string word);

/* A vocabulary id that is still to be asked for. */
enum { TN_UNSETTLED = -1 };

/* The term of a folded word, given its place. There is room for a new one. */
static inline uint32_t tn_spellings_folded(tn_spellings *s, tn_known_word *word, tenor_string folded) {
    s->terms.at[s->terms.count] =
        (tn_term){.text = folded, .key = word->key, .vocabulary = tn_known_id(word, (uint32_t)TN_UNSETTLED)};
    s->terms.count += tn_known_count(s->known, word);
    return tn_known_term(s->known, word);
}

/* tn_spellings_term of a word that the text did not have so far, given its key. */
uint32_t tn_spellings_add(tn_spellings *spellings, tenor_string word, uint64_t key);

/* tn_spellings_term, given the key and its place. There is room for a new term. */
static inline uint32_t tn_spellings_at(tn_spellings *s, tenor_string word, uint64_t key, tn_known_word *place) {
    if (place->facts & TN_KNOWN_FOLDED) return tn_spellings_folded(s, place, word);
    uint32_t term = tn_known_term(s->known, place);
    return term ? term : tn_spellings_add(s, word, key);
}

/* Asks of all terms that are new since it was last called what the engine knows of them: of many at once, so that the
 * memory they lie in is fetched for all at a time. */
void tn_spellings_settle(tn_spellings *spellings);

#endif
