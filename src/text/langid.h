/* The language gate: which language a text is in, from its scripts, function words and a few letters and endings.
 *
 *   "Die Regierung in Kiew"    die +10 de   regierung +12 de   in +10 de en it ...       -> de
 *   "Kim in Pyongyang"         in +10 de en it ...                                       -> und, nothing tells them
 * apart
 *
 * It looks at a few pieces of the text (the first 1,500 bytes, the middle and three quarters in), stops in each as
 * soon as it is sure, and so costs a few microseconds whatever the length. It either is sure or says "und". All
 * evidence is data: the stop words and hints.tsv of each language, and models/other-languages.tsv for those that have
 * no model but must not be taken for one that has.
 */
#ifndef TN_TEXT_LANGID_H
#define TN_TEXT_LANGID_H

#include "text/model.h"

/* A language to choose from. */
typedef struct tn_gate_language {
    const tn_language *language;
    const tn_text_model *model; /* NULL: known, but without a model */
} tn_gate_language;

/* A word, letter, beginning or end, and the languages it speaks for: bit i is languages[i]. */
typedef struct tn_gate_feature {
    uint64_t languages;
    uint32_t key; /* 0: an empty slot */
    uint32_t points;
} tn_gate_feature;

typedef struct tn_gate {
    const tn_gate_language *languages;
    size_t n_languages;              /* at most 64 */
    const tn_text_model *english;    /* reads short texts in Latin script that may be English */
    const tn_text_model *neutral;    /* reads what no model fits */
    uint64_t of_script[TN_SCRIPTS];  /* bit i: languages[i] is written so */
    const tn_gate_feature *features; /* open addressing, a power of two, at most half full */
    const uint64_t *filter;          /* TN_GATE_FILTER bits, one by the upper half of a key: 0: no feature has it */
    size_t n_slots, n_filter;
} tn_gate;

/* Nine of ten pieces of words are no feature; the filter knows most of these from eight kilobytes. */
enum { TN_GATE_FILTER = 1 << 16 };

typedef struct tn_language_guess {
    const char *code;           /* "de"; "und" when not sure; may be a language without a model */
    const tn_text_model *model; /* to read the text with, never NULL */
    bool mixed;                 /* a good part of the text is in another language */
    const char *source;         /* "gate", "cld2" or "none" */
} tn_language_guess;

/* Fills the tables of a gate that is connected to its languages (English first); memory comes from `arena`. */
tenor_status tn_gate_build(tn_gate *gate, tn_arena *arena, tenor_error *error);

/* What the gate needs beside its tables; the languages are kept. */
void tn_gate_connect(tn_gate *gate, const tn_gate_language *languages, size_t n_languages, const tn_text_model *english,
                     const tn_text_model *neutral);

/* The tables alone: the reader connects it. */
void tn_gate_image(tn_image *image, tn_gate *gate);

/* The language of well-formed UTF-8. `title` may be empty; it counts like the text's beginning. What the gate is not
 * sure of, CLD2 may be, where there is one (text/cld2.h). */
tn_language_guess tn_gate_guess(const tn_gate *gate, tenor_string title, tenor_string text);

#endif
