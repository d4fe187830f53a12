/* Phrases: finds the longest listed phrase at each word of a text.
 *
 * All matchers of an engine share one vocabulary, so a text's distinct words are looked up once (tn_term.vocabulary)
 * and a match is a walk over integers:
 *
 *   "cease fire", "cease fire line", "fire"
 *   vocabulary   cease=1 fire=2 line=3
 *   first        [ -, A, C, - ]           by vocabulary id: the node a phrase starts at
 *   edges        (A, fire) -> B*   (B, line) -> D*      * = end of a phrase
 */
#ifndef TN_TEXT_PHRASES_H
#define TN_TEXT_PHRASES_H

#include "base/arena.h"
#include "base/status.h"
#include "base/strtab.h"
#include "base/vec.h"
#include "text/doc.h"

/* What a word is in a language: tn_text_model_flags. */
enum {
    TN_VOCABULARY_STOP = 1 << 0,
    TN_VOCABULARY_STARTER = 1 << 1,   /* begins a sentence where capitalised */
    TN_VOCABULARY_CALENDAR = 1 << 2,  /* goes on after a time of day */
    TN_VOCABULARY_SPEECH = 1 << 3,    /* a verb of saying */
    TN_VOCABULARY_ROLE = 1 << 4,      /* an office: "Arden Inc. Chairman" */
    TN_VOCABULARY_LABEL = 1 << 5,     /* "Plan" B */
    TN_VOCABULARY_PARTICLE = 1 << 6,  /* "van" Dijk */
    TN_VOCABULARY_DETERMINER = 1 << 7 /* "the", "a", "its" */
};

/* The folded words of all lexicons and lists of an engine, of all its languages. What a word is in a language is for
 * tn_text_model to say. */
typedef struct tn_vocabulary {
    tn_strtab words;
    tn_arena *arena;
} tn_vocabulary;

bool tn_vocabulary_init(tn_vocabulary *vocabulary, tn_arena *arena);

/* Adds a word (folded here) and returns its id; 0: out of memory. */
uint32_t tn_vocabulary_add(tn_vocabulary *vocabulary, tenor_string word);

typedef struct tn_phrases tn_phrases;

typedef struct tn_match {
    uint32_t first, last; /* words [first, last) of doc->words */
    uint32_t entry;       /* what tn_phrases_add was given */
} tn_match;

#define TN_NO_ENTRY UINT32_MAX

/* An empty matcher over `vocabulary`; both live in `arena`. NULL: out of memory. */
tn_phrases *tn_phrases_new(tn_arena *arena, tn_vocabulary *vocabulary);

/* Adds a phrase, folded and cut into words as a text would be. If the same words are there already, their entry stays,
 * and *existing says which it is; otherwise *existing is TN_NO_ENTRY. A phrase without any word is TENOR_E_DATA. */
tenor_status tn_phrases_add(tn_phrases *phrases, tenor_string phrase, uint32_t entry, uint32_t *existing,
                            tenor_error *error);

/* The longest phrase at word `at` that ends before word `limit`; false: none begins there. */
bool tn_phrases_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *match);

/* The same for phrases that may be interrupted: after its first word, a phrase whose entry is marked in `may_gap` (by
 * entry) also matches with up to three words in between ("sign deal" in "signed a landmark trade deal"), none of which
 * is a function word other than a determiner or stands behind a clause mark, and the word after them is no function
 * word. Fewer skipped words win over more, then the longer phrase. */
bool tn_phrases_at_gapped(const tn_phrases *phrases, const uint8_t *may_gap, const tn_doc *doc, uint32_t at,
                          uint32_t limit, tn_match *match);

/* All phrases that begin at word `at`, shorter ones first: fills at most `room` matches and returns how many. */
size_t tn_phrases_all(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *matches,
                      size_t room);

#endif
