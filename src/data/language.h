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
    TN_ABBREVIATION_SAINT,   /* never, but after a name before a clear starter: "Baker St. The ..." */
    TN_ABBREVIATION_MONTH,   /* not before a number */
    TN_ABBREVIATION_NUMBER,  /* not before a digit or a Roman numeral: "No." */
    TN_ABBREVIATION_PLACE,   /* may end one before a clear starter: "Calif." */
    TN_ABBREVIATION_COMPANY, /* likewise, and before what looks like a subject */
    TN_ABBREVIATION_INNER,   /* never: "vs." */
    TN_ABBREVIATION_TIME,    /* ends one unless a day, a zone or a number follows: "p.m." */
    TN_ABBREVIATION_UNIT,    /* ends one before any capital: "km.", "etc." */
    TN_ABBREVIATION_END      /* may end one before a clear starter: "Jr." */
} tn_abbreviation;

enum { TN_MOST_LANGUAGES = 48 }; /* one bit each in the language gate, some left for languages without a model */

typedef enum tn_line_match {
    TN_LINE_PREFIX,
    TN_LINE_WHOLE,
    TN_LINE_SUFFIX,
    TN_LINE_CONTAINS,
    TN_LINE_SIGNATURE, /* names, and then it: "Ann Droste" "reported from" */
    TN_LINE_NAMES,     /* it, and then names and nothing else: "By" "Ann Droste" */
    TN_LINE_STAMP,     /* a word that may stand beside numbers and dates in a line of nothing else: "3 min read" */
    TN_LINE_OPENER,    /* heads a list of other stories, also with a few words more: "Most read" "in Sport" */
    TN_LINE_CLOSER,    /* the same, and nothing behind it is the story: "Comments" */
    TN_LINE_BOX,       /* the same, and the one paragraph behind it is not the story: "A message from" */
    TN_LINE_PROMO      /* a word of what is said to the reader about the site: "newsletter" */
} tn_line_match;

/* A pattern of lines that are not the story: tn_pattern_text. */
typedef struct tn_line_pattern {
    uint32_t start, length; /* in language->pattern_texts, with a NUL behind it */
    uint32_t line;          /* of boilerplate.tsv */
    uint8_t match;          /* tn_line_match */
    uint8_t role;           /* tenor_role */
} tn_line_pattern;

typedef struct tn_string_list {
    tenor_string *at;
    size_t count, capacity;
} tn_string_list;

/* The scripts that tell languages apart. Han without kana is Chinese. */
typedef enum tn_script {
    TN_SCRIPT_LATIN,
    TN_SCRIPT_CYRILLIC,
    TN_SCRIPT_ARABIC,
    TN_SCRIPT_HANGUL,
    TN_SCRIPT_HAN,
    TN_SCRIPT_KANA,
    TN_SCRIPT_OTHER,
    TN_SCRIPTS
} tn_script;

/* What tells a language beside its stop words: hints.tsv. */
typedef enum tn_hint { TN_HINT_LETTER, TN_HINT_WORD, TN_HINT_START, TN_HINT_END, TN_HINTS } tn_hint;

typedef struct tn_language {
    const char *code, *name, *stemmer; /* stemmer: libstemmer's name, or "" */
    tn_script script;
    bool ordinal_dot;    /* "am 3. Oktober": the full stop after a short number makes it an ordinal */
    bool keep_stopwords; /* sentences are compared by stop words too: where a syllable is a word, few are mere function
                            words */
    double word_length;  /* words of doc.h to a word of the language: 1, more where a syllable or character is a word */
    const char *elisions; /* "l' d'": what joins the next word by an apostrophe and is no part of it; "": nothing */
    const char *joiners;  /* "and": what stands between the last two names of several */
    const char *address;  /* "you your": words by which a question is put to somebody */
    const char *voice;    /* "we our": words by which a site speaks of itself */
    const char *askers;   /* "what how": a line that begins with one is no whole sentence without its question mark */
    const char *tellers;  /* "is he": words of whole sentences that headlines, labels and captions mostly do without */
    tn_string_list stopwords, starters, dangling, calendar, speech, roles, labels, particles, determiners, numerals,
        hints[TN_HINTS];
    tn_strings abbreviations;          /* as written, without the final dot: "Sept", "U.S" */
    const uint8_t *abbreviation_class; /* tn_abbreviation by id */
    size_t n_abbreviation_classes;
    const tn_line_pattern *patterns;
    const char *pattern_texts;
    size_t n_patterns, n_pattern_texts;
    tn_irregulars irregulars;
} tn_language;

static inline tenor_string tn_pattern_text(const tn_language *language, const tn_line_pattern *pattern) {
    return (tenor_string){language->pattern_texts + pattern->start, pattern->length};
}

/* A language of which nothing else is known; its abbreviations have to be made. */
#define TN_LANGUAGE_OF(its_code, its_name, its_script) \
    ((tn_language){.code = (its_code),                 \
                   .name = (its_name),                 \
                   .stemmer = "",                      \
                   .elisions = "",                     \
                   .joiners = "",                      \
                   .address = "",                      \
                   .voice = "",                        \
                   .askers = "",                       \
                   .tellers = "",                      \
                   .script = (its_script),             \
                   .word_length = 1})

/* No language in particular, without any list. */
#define TN_NO_LANGUAGE TN_LANGUAGE_OF("und", "undetermined", TN_SCRIPT_OTHER)

/* The lists (of words, of irregular forms) serve while models are built: from an image they come empty. */
void tn_language_image(tn_image *image, tn_language *language);

/* Reads models/<code>/ from `dir` (NULL: built in). English has to have all files but hints.tsv; of others, a
 * list whose file is not there is empty,
 * but that without starters.txt every stop word is a starter. */
tenor_status tn_language_read(tn_language *out, const char *dir, const char *code, tn_arena *arena, tenor_error *error);

/* The codes of all languages there are, in order; English, which has to be there, is the first. */
tenor_status tn_languages_list(const char *const **codes, size_t *count, const char *dir, tn_arena *arena,
                               tenor_error *error);

/* Languages without a model, which the language gate knows by models/other-languages.tsv: "code TAB script TAB kind of
 * hint TAB hints". Only code, script and hints are set. */
void tn_other_language_image(tn_image *image, tn_language *language); /* its hints serve the gate's table alone */

tenor_status tn_other_languages_read(tn_language **out, size_t *count, const char *dir, tn_arena *arena,
                                     tenor_error *error);

#endif
