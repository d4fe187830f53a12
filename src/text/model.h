/* What the text stages know of a language, compiled: word flags in the vocabulary, phrases that dangle, line patterns
 * found by their first or last letter. */
#ifndef TN_TEXT_MODEL_H
#define TN_TEXT_MODEL_H

#include "data/language.h"
#include "text/phrases.h"

enum { TN_PATTERN_BUCKETS = 64 };

typedef struct tn_text_model {
    const tn_language *language;
    const tn_vocabulary *vocabulary;
    tn_phrases dangling;
    /* Indices of language->patterns, chained: by first byte (prefix, line, contains) or last byte (suffix). */
    int32_t prefix[TN_PATTERN_BUCKETS], whole[TN_PATTERN_BUCKETS], suffix[TN_PATTERN_BUCKETS], contains[TN_PATTERN_BUCKETS];
    int32_t *next_pattern;
} tn_text_model;

/* Adds the language's words to `builder`, from which `vocabulary` will be frozen: the model keeps its address.
 * Errors: TENOR_E_DATA, TENOR_E_MEMORY. */
tenor_status tn_text_model_build(tn_text_model *out, const tn_language *language, const tn_vocabulary *vocabulary,
                                 tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error);

/* The same from an image, which holds neither language nor vocabulary. */
void tn_text_model_image(tn_image *image, tn_text_model *model, const tn_language *language,
                         const tn_vocabulary *vocabulary);

/* The first pattern that fits a line (white space trimmed), or NULL. */
const tn_line_pattern *tn_text_model_line(const tn_text_model *model, tenor_string line);

#endif
