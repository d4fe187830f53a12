/* Phrases: finds the longest listed phrase at each word of a text.
 *
 * All matchers of an engine share one vocabulary, so a text's distinct words are looked up once (tn_term.vocabulary)
 * and a match is a walk over integers, down a trie that lies flat in one array, breadth first:
 *
 *   "cease fire", "cease fire line", "fire"          * = end of a phrase
 *   vocabulary   cease=1 fire=2 line=3
 *   starts       [ {cease, fire} ]                    sets of words that begin a phrase, by eight ids
 *   openings     1 (cease)   2 (fire)*                what begins with each of them, in order of vocabulary id
 *   nodes        (1) (fire)* (1) (line)*              siblings stand together (tn_phrase_order), behind a head that
 *                                                     has their count; what follows several alike stands there once
 *   children     [2, 3)      none                     of the openings: nodes of the word after the first
 *   next         {fire}      {}                       of the openings: words that may follow
 *
 * Half of the words of a text begin some phrase, and one in forty goes on. The set of the words that may follow has 32
 * bits (a word is the bit that its id hashes to: in doubt it may follow), so that a word costs a look at what begins
 * with it and at the bits of the next words: one question, whose answer is no as a rule.
 *
 * Phrases are collected with a builder (text/phrases_builder.h); this is its outcome, in plain numbers, as an image
 * wants them.
 */
#ifndef TN_TEXT_PHRASES_H
#define TN_TEXT_PHRASES_H

#include "text/doc.h"
#include "text/vocabulary.h"

/* In eight bytes: the nodes of the tension lexicon are the largest piece of the image, and a text meets all of its
 * pages. */
enum { TN_PHRASE_WORD_BITS = 21, TN_PHRASE_NODE_BITS = 22, TN_PHRASE_ENTRY_BITS = 21 };

typedef struct tn_phrase_node {
    uint64_t word : TN_PHRASE_WORD_BITS;     /* that leads here; of a head: how many nodes stand behind it */
    uint64_t children : TN_PHRASE_NODE_BITS; /* their head; 0: there are none */
    uint64_t entry : TN_PHRASE_ENTRY_BITS;   /* of the phrase that ends here, + 1; 0: none does */
} tn_phrase_node;

/* So many words of the vocabulary, in one number: which of them begin a phrase, in its lowest bits, and above these how
 * many of the words before do. */
enum { TN_PHRASE_STARTS = 8 };

/* What begins with a word. */
typedef struct tn_phrase_opening {
    uint32_t entry;         /* of the phrase that is this word alone, + 1; 0: none is */
    uint32_t children, end; /* nodes [children, end) of the word after it */
    uint32_t next;          /* the words that may come after it, as a set of tn_phrase_bit ... */
    uint32_t gapped;        /* ... and those that may where other words stand in between */
} tn_phrase_opening;

/* Siblings are sorted by this, a shuffle of the ids: it spreads them evenly, so that where one stands among them can be
 * told from it alone but for a few places. */
static inline uint32_t tn_phrase_order(uint32_t word) { return word * 0x9E3779B1u; }

/* The bit of a word in a set of them. 0 for id 0. */
static inline uint32_t tn_phrase_bit(uint32_t word) { return (uint32_t)(word != 0) << (tn_phrase_order(word) >> 27); }

typedef struct tn_phrases {
    const uint32_t *starts;            /* by vocabulary id / TN_PHRASE_STARTS; ids beyond begin no phrase */
    const tn_phrase_opening *openings; /* [1 ... n_openings - 1]; 0 is nothing */
    const tn_phrase_node *nodes;       /* [1 ... n_nodes - 1] */
    const uint8_t *may_gap;            /* by entry: other words may part it after the first; NULL: none */
    size_t n_starts, n_openings, n_nodes, n_may_gap;
} tn_phrases;

typedef struct tn_match {
    uint32_t first, last; /* words [first, last) of doc->words */
    uint32_t entry;       /* what tn_phrases_add was given */
    bool parted;          /* other words are in between: ... */
    uint8_t skipped;      /* ... so many ... */
    bool behind_particle; /* ... behind the second word, not the first */
} tn_match;

/* The longest phrase at word `at` that ends before word `limit`; false: none begins there. */
bool tn_phrases_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *match);

/* Nodes that follow on the same one: [first, end). */
typedef struct tn_siblings {
    uint32_t first, end;
} tn_siblings;

/* Numbers a text's words for matchers (doc->ids). False: out of memory. */
bool tn_phrases_number(tn_doc *doc, tn_arena *arena);

/* Phrases, ready for going through a text. */
typedef struct tn_matcher {
    const tn_phrases *phrases;
    const tn_doc *doc;
    const tn_phrase_opening *openings;
    const uint32_t *number; /* by term of the text: which of the openings */
    const uint32_t *next;   /* by word: the first one from there on with which a phrase may begin */
} tn_matcher;

/* False: out of memory. */
bool tn_matcher_init(tn_matcher *matcher, const tn_phrases *phrases, const tn_doc *doc, tn_arena *arena);

static inline const tn_phrase_opening *tn_opening_at(const tn_matcher *matcher, uint32_t at) {
    return &matcher->openings[matcher->number[matcher->doc->words[at].term]];
}

/* False: no phrase begins with word `at`. */
static inline bool tn_matcher_may(const tn_matcher *matcher, uint32_t at) { return matcher->next[at] == at; }

/* The first phrase of the words [at, limit), the longest where several begin with the same word. */
bool tn_matcher_next(const tn_matcher *matcher, uint32_t at, uint32_t limit, tn_match *match);

/* The same for phrases that may be interrupted: after its first word, or after the first two when the second is a
 * function word that is no determiner, a phrase whose entry is marked in `may_gap` also matches with up to three words
 * in between ("sign deal" in "signed a landmark trade deal", "cut off gas" in "cut off the town's gas"), none of which
 * is a function word other than a determiner or stands behind a clause mark, and the word after them is no function
 * word. Fewer skipped words win over more, then the longer phrase. */
bool tn_matcher_next_gapped(const tn_matcher *matcher, uint32_t at, uint32_t limit, tn_match *match);

/* The phrase, one that may be interrupted, whose first words are [verb, behind) and whose others are [object, end),
 * which stand before these: its entry + 1, or 0. */
uint32_t tn_matcher_turned(const tn_matcher *matcher, uint32_t verb, uint32_t behind, uint32_t object, uint32_t end);

/* Which of two matches that begin with the same word is the better one, as tn_matcher_next_gapped would choose if both
 * phrases were in one collection: over 0: `a`, under 0: `b`, 0: they are of the same words. */
int tn_match_compare(const tn_match *a, const tn_match *b);

/* All phrases that begin at word `at`, shorter ones first: fills at most `room` matches and returns how many. */
size_t tn_matcher_all(const tn_matcher *matcher, uint32_t at, uint32_t limit, tn_match *matches, size_t room);

void tn_phrases_image(tn_image *image, tn_phrases *phrases);

#endif
