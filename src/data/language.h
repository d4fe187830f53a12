/* A language model: models/<lang>/. Word lists stay as written; src/text folds them. */
#ifndef TN_DATA_LANGUAGE_H
#define TN_DATA_LANGUAGE_H

#include <stdint.h>

#include "base/strings.h"
#include "data/inflect.h"
#include "data/source.h"

typedef enum tn_abbreviation {
    TN_ABBREVIATION_NONE,
    TN_ABBREVIATION_TITLE,   /* never ends a sentence: "Gen." */
    TN_ABBREVIATION_MONTH,   /* not before a number */
    TN_ABBREVIATION_NUMBER,  /* not before a digit or a Roman numeral: "No." */
    TN_ABBREVIATION_PLACE,   /* may end one before a clear starter: "Calif." */
    TN_ABBREVIATION_COMPANY, /* likewise */
    TN_ABBREVIATION_INNER,   /* never: "vs." */
    TN_ABBREVIATION_TIME,    /* likewise may: "p.m." */
    TN_ABBREVIATION_END      /* likewise may: "etc." */
} tn_abbreviation;

typedef enum tn_line_match { TN_LINE_PREFIX, TN_LINE_WHOLE, TN_LINE_SUFFIX, TN_LINE_CONTAINS } tn_line_match;

/* A pattern of lines that are not the story. */
typedef struct tn_line_pattern {
    const char *pattern; /* for messages */
    tenor_string text;
    tn_line_match match;
    tenor_role role;
} tn_line_pattern;

typedef struct tn_string_list {
    tenor_string *at;
    size_t count, capacity;
} tn_string_list;

typedef struct tn_language {
    const char *code, *name, *stemmer;
    tn_string_list stopwords, starters, dangling, calendar, speech, determiners;
    tn_strings abbreviations;          /* as written, without the final dot: "Sept", "U.S" */
    const uint8_t *abbreviation_class; /* tn_abbreviation by id */
    size_t n_abbreviation_classes;
    const tn_line_pattern *patterns;
    size_t n_patterns;
    tn_irregulars irregulars;
} tn_language;

/* The lists (of words, of irregular forms) serve while models are built: from an image they come empty. */
void tn_language_image(tn_image *image, tn_language *language);

/* Reads models/<code>/ from `dir` (NULL: built in). */
tenor_status tn_language_read(tn_language *out, const char *dir, const char *code, tn_arena *arena, tenor_error *error);

#endif
