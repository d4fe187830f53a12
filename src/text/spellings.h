/* Spellings: from a word as written to its term, the folded word. Each distinct spelling is folded once.
 *
 * A word of up to eight bytes is its own key: its bytes in one integer, padded with zeros. That is most words, and they
 * need no hashing of strings, no comparing of bytes, and of ASCII no copy to fold them:
 *
 *   "Talks"  -> 54 61 6C 6B 73 00 00 00 -> slot { key, term 1 }
 *   "talks"  -> 74 61 6C 6B 73 00 00 00 -> slot { key, term 1 }
 *   longer   -> a string table
 *
 * Folded words are spellings of themselves, in the same tables. What the engine knows of a word is asked for once for
 * many texts (text/known.h).
 */
#ifndef TN_TEXT_SPELLINGS_H
#define TN_TEXT_SPELLINGS_H

#include "base/vec.h"
#include "text/doc.h"
#include "text/known.h"
#include "text/model.h"

typedef struct tn_short_word {
    uint64_t key; /* 0: an empty slot; a word holds no NUL */
    uint32_t term;
} tn_short_word;

typedef struct tn_spellings {
    tn_arena *arena;
    const tn_text_model *model;
    tn_known *known;
    uint64_t seed;         /* of the tables: another for each text, see base/hash.h */
    TN_VEC(tn_term) terms; /* [1 ...] */
    size_t settled;        /* so many of them */
    tn_strtab long_words;
    TN_VEC(uint32_t) term_of_long; /* by id of long_words; 0: none so far */
    tn_short_word *short_words;    /* a power of two, at most half full */
    uint32_t short_mask, short_count;
} tn_spellings;

/* `expect`: a guess of how many distinct words there will be. False: out of memory. */
bool tn_spellings_init(tn_spellings *spellings, const tn_text_model *model, tn_known *known, uint32_t expect,
                       tn_arena *arena);

/* The term of the word text[start, end), from 1; 0: out of memory. The text is borrowed. If it is new it has only its
 * text so far. */
uint32_t tn_spellings_term(tn_spellings *spellings, tenor_string text, size_t start, size_t end);

/* Asks of all terms that are new since it was last called what the engine knows of them: of many at once, so that the
 * memory they lie in is fetched for all at a time. */
void tn_spellings_settle(tn_spellings *spellings);

/* When all words are read: gives back what only finding them took. `terms` stays. */
void tn_spellings_close(tn_spellings *spellings);

#endif
