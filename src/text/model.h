/* What the text stages know of a language, compiled: marks of the vocabulary's words, phrases that dangle, line
 * patterns found by their first or last letter.
 *
 * An engine has one a language, and all share its vocabulary: "die" is one word, a stop word in the German model's
 * flags and none in the English one's. */
#ifndef TN_TEXT_MODEL_H
#define TN_TEXT_MODEL_H

#include "data/language.h"
#include "text/phrases.h"

enum { TN_PATTERN_BUCKETS = 256, TN_PATTERN_PAIRS = 64 };

/* Numbers of language->patterns, -1 for none, the first of a chain: by the last two bytes (suffix) or by the first two
 * characters (the rest). */
typedef struct tn_pattern_index {
    uint64_t contains_pair[TN_PATTERN_PAIRS]; /* by first byte: a bit for each second byte ... */
    uint64_t promo_pair[TN_PATTERN_PAIRS];    /* ... of promos; all of them where letters are beyond ASCII */
    int32_t prefix[TN_PATTERN_BUCKETS], whole[TN_PATTERN_BUCKETS], suffix[TN_PATTERN_BUCKETS];
    int32_t contains[TN_PATTERN_BUCKETS], signature[TN_PATTERN_BUCKETS], names[TN_PATTERN_BUCKETS];
    int32_t opener[TN_PATTERN_BUCKETS], closer[TN_PATTERN_BUCKETS], box[TN_PATTERN_BUCKETS];
    int32_t refusal[TN_PATTERN_BUCKETS];
} tn_pattern_index;

typedef struct tn_text_model {
    const tn_language *language;
    const tn_vocabulary *vocabulary;
    const uint16_t *marks; /* TN_VOCABULARY_* by id; may be shorter than the vocabulary: the rest is 0 */
    size_t n_marks;
    tn_phrases dangling;
    const tn_pattern_index *patterns; /* [1] */
    const int32_t *next_pattern;      /* in the chain, by pattern */
    size_t n_indices, n_next;
    tn_strings stamps, promos; /* lower case: words of dates and counts; words about the site */
} tn_text_model;

/* Adds the language's words to `builder`, from which `vocabulary` will be frozen: the model keeps its address.
 * Errors: TENOR_E_DATA, TENOR_E_MEMORY. */
tenor_status tn_text_model_build(tn_text_model *out, const tn_language *language, const tn_vocabulary *vocabulary,
                                 tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error);

/* The same from an image, which holds neither language nor vocabulary. */
void tn_text_model_image(tn_image *image, tn_text_model *model, const tn_language *language,
                         const tn_vocabulary *vocabulary);

static inline uint16_t tn_text_model_marks(const tn_text_model *model, uint32_t id) {
    return id < model->n_marks ? model->marks[id] : 0;
}

/* A word without the article or the like that is joined to it by an apostrophe: "l'armée" is "armée" in French. */
tenor_string tn_text_model_elide_listed(const tn_text_model *model, tenor_string word);

static inline tenor_string tn_text_model_elide(const tn_text_model *model, tenor_string word) {
    return model->language->elisions[0] ? tn_text_model_elide_listed(model, word) : word; /* few languages elide */
}

/* Whether a blank-separated list of a language ("you your") has the word, whatever the case. */
bool tn_text_model_lists(const char *list, tenor_string word);

/* The first pattern that fits a line (white space trimmed), or NULL. Openers, closers and boxes are asked first. */
const tn_line_pattern *tn_text_model_line(const tn_text_model *model, tenor_string line);

/* A line that stands in place of a story: a pattern of that kind, alone or beside the name of the site: "404 Not
 * Found", "Log in | The Courier". NULL: it is none. */
const tn_line_pattern *tn_text_model_refusal(const tn_text_model *model, tenor_string line);

/* A line of nothing but numbers, dates and the words that stand with them: "Updated 3 March 2018, 5:10 p.m.", "12
 * shares". */
bool tn_text_model_is_stamp(const tn_text_model *model, tenor_string line);

/* Words about the site ("newsletter", "subscribe") that a line has. */
size_t tn_text_model_promos(const tn_text_model *model, tenor_string line);

#endif
