/* tn_doc: a text taken apart. Everything after src/text reads it and nothing changes it.
 *
 *   text       "Talks failed. The army shelled the town on Sept. 1."
 *   words       [Talks][failed] [The][army][shelled][the][town][on][Sept][1]      tn_word: offsets and a term
 *   sentences   [0 ...... 2)    [2 ................................... 10)        tn_sentence: a range of words
 *   blocks      [BODY .............................................]            tn_block: a range of bytes, a role
 *   terms       1 talks, 2 failed, 3 the, 4 army, ...                             each distinct folded word, once
 *
 * Words exist only for blocks that belong to the story (headline and body); `sentences` holds the sentences of these
 * in order. The text is that of one or more parts (a headline given apart and the text; later several articles), each
 * of which knows how to map an offset back to the input.
 */
#ifndef TN_TEXT_DOC_H
#define TN_TEXT_DOC_H

#include <stdint.h>

#include "base/arena.h"
#include "base/span.h"
#include "base/strtab.h"

enum {
    TN_WORD_CAPITAL = 1 << 0,    /* begins with an upper-case letter */
    TN_WORD_ALL_CAPS = 1 << 1,   /* two or more letters, all upper case */
    TN_WORD_NUMBER = 1 << 2,     /* begins with a digit */
    TN_WORD_POSSESSIVE = 1 << 3, /* ends in 's or s' (not part of the term) */
    TN_WORD_DOTTED = 1 << 4,     /* ends in a full stop that belongs to it: "U.S." */
    /* What stands between the word before and this one: */
    TN_WORD_HYPHEN = 1 << 5,     /* nothing but a hyphen: "Moscow-backed" is two words */
    TN_WORD_TERMINATOR = 1 << 6, /* . ! ? and the like */
    TN_WORD_CLAUSE = 1 << 7,     /* , ; : dash or bracket */
    TN_WORD_QUOTE = 1 << 8,      /* a double quotation mark, straight or curly */
    TN_WORD_NEWLINE = 1 << 9
};

typedef struct tn_word {
    uint32_t start, end; /* bytes of doc->text, possessive and final dot of "U.S." included */
    uint32_t term;       /* index of doc->terms, from 1 */
    uint32_t flags;
} tn_word;

/* A word as matchers of phrases see it (text/phrases.h): its number in the vocabulary, and the bit it is in small sets.
 */
typedef struct tn_word_id {
    uint32_t vocabulary, bit;
} tn_word_id;

/* A distinct folded word of the text. */
typedef struct tn_term {
    tenor_string text;   /* NFKC, case-folded, straight apostrophe, without possessive */
    uint64_t key;        /* among known words (text/known.h); 0: not looked up there */
    uint32_t vocabulary; /* its id in the engine's vocabulary (tn_vocabulary), 0: in no lexicon */
    bool stop;           /* a stop word of the language, or no letter or digit in it */
    uint16_t marks;      /* TN_VOCABULARY_*: the word lists of the text's language that it is in */
} tn_term;

typedef struct tn_block {
    uint32_t start, end; /* bytes of doc->text, without surrounding white space, dateline included */
    tenor_role role;
    uint32_t line; /* of boilerplate.tsv, where `reason` is a pattern of it; 0: it is none */
    const char *reason;
    uint32_t story; /* where the first sentence begins: after a dateline, else start */
    uint32_t part;
} tn_block;

/* A piece of a page that is no part of the text. */
typedef struct tn_left_out {
    tenor_string text;
    tenor_role role;
    const char *reason;
    uint32_t before; /* the block that follows it; the number of blocks: none does */
} tn_left_out;

typedef struct tn_sentence {
    uint32_t start, end;  /* bytes of doc->text, closing quotation mark and full stop included */
    uint32_t first, last; /* words [first, last) */
    uint32_t block;
    uint32_t part;
    uint32_t position; /* counted from 0 inside its part's body; 0 in a headline */
    bool title;        /* of the headline, not the body */
    bool dangling;     /* opens with a word that points back: He, But, This ...; or was cut off */
} tn_sentence;

/* The map from an offset in doc->text to the input: an offset at or after `at` (and before the next entry's) is at
 * input + (offset - at), unless the piece was made up (a repaired byte), when it is at `input`. */
typedef struct tn_origin {
    size_t at, input;
    bool fixed;
} tn_origin;

typedef struct tn_part {
    const char *source;       /* may be NULL */
    uint32_t start, end;      /* bytes of doc->text */
    const tn_origin *origins; /* sorted by `at`; at least one */
    size_t n_origins;
    bool in_input; /* false: a headline given apart, which has no offsets */
} tn_part;

/* What was read, and what a page says of itself. */
typedef struct tn_doc_origin_facts {
    tenor_string text; /* what tn_doc_origin's spans refer to */
    bool html, no_article;
    tenor_string byline, date, page_lang;
    const char *encoding, *encoding_source;
} tn_doc_origin_facts;

typedef struct tn_doc {
    tenor_string text;
    const tn_part *parts;
    size_t n_parts;
    const uint32_t *document_of_part; /* of several documents (join.h): which one a part is of; NULL: there is one */
    const tn_block *blocks;
    size_t n_blocks;
    const tn_left_out *left_out; /* in order of `before` */
    size_t n_left_out;
    const tn_sentence *sentences;
    size_t n_sentences;
    const tn_word *words;
    size_t n_words;
    const tn_word_id *ids; /* by word, and some more, of no word, behind the last */
    const tn_term *terms;  /* [1 ... n_terms] */
    size_t n_terms;
    /* The terms that sentences are compared by, where they are not the words: pairs of characters in Chinese, Japanese
     * and Korean. Those of words[i] are grams[gram_start[i] ... gram_start[i + 1]). NULL: the words are. */
    const uint32_t *grams, *gram_start;
    uint64_t seed;           /* of hash tables of what is in it: nobody knows it beforehand (base/hash.h) */
    const char *lang;        /* as detected or told; "und": not sure */
    const char *lang_source; /* "option", "gate", "cld2", "none": who said so */
    const char *read_as;     /* the language whose lists it was read with: "en" for an "und" that may be English */
    bool mixed;              /* a good part is in another language */
    double word_length;      /* of that language: words to a word of English, where a syllable is a word */
    tenor_string title;      /* of the first headline; empty when there is none */
    bool truncated;          /* ends in a mark such as "[+2219 chars]" */
    size_t repaired;         /* bytes that were not UTF-8 and became U+FFFD */
    tn_doc_origin_facts origin;
} tn_doc;

/* The words of a sentence, and the text between two offsets. */
static inline const tn_word *tn_sentence_words(const tn_doc *doc, const tn_sentence *sentence, size_t *count) {
    *count = sentence->last - sentence->first;
    return doc->words + sentence->first;
}

static inline tenor_string tn_doc_text(const tn_doc *doc, uint32_t start, uint32_t end) {
    return tn_slice(doc->text, start, end);
}

/* The terms that words[at] adds to the comparison of sentences. */
static inline const uint32_t *tn_doc_grams(const tn_doc *doc, uint32_t at, size_t *count) {
    *count = doc->grams ? doc->gram_start[at + 1] - doc->gram_start[at] : 1;
    return doc->grams ? doc->grams + doc->gram_start[at] : &doc->words[at].term;
}

/* The term of a folded word; 0: the text has none. O(terms): for the few words that a user gives. */
uint32_t tn_doc_find_term(const tn_doc *doc, tenor_string folded);

/* Where a piece of doc->text stands in the input. {0, 0} for a headline given apart. */
tenor_span tn_doc_origin(const tn_doc *doc, uint32_t start, uint32_t end);

#endif
