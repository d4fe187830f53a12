/* What the tone stages know, compiled: lexicons, rule triggers, topics and parameters. Immutable after building. */
#ifndef TN_TONE_MODEL_H
#define TN_TONE_MODEL_H

#include "data/lexicon.h"
#include "data/topic.h"
#include "text/model.h"

typedef enum tn_rule {
#define TN_RULE(identifier, name, on, about) TN_RULE_##identifier,
#include "tone/rules.def"
#undef TN_RULE
    TN_RULE_COUNT
} tn_rule;

typedef struct tn_rule_row {
    const char *name, *about;
    bool on;
} tn_rule_row;
extern const tn_rule_row tn_rule_rows[TN_RULE_COUNT];

/* A lexicon and the matcher of all its forms. A user's lexicons lie over the built-in one, each over those before it:
 * with a matcher of their own each, for the built-in one stands in the image and does not change. All go through a text
 * side by side, and of two matches of the same words that of the upper one counts (tone/layers.h).
 *
 *   tension ──over──> first.tsv ──over──> second.tsv
 */
typedef struct tn_tone_lexicon {
    tn_lexicon data;
    tn_phrases phrases;           /* entry: index of data.lexemes; verbs with their objects may be parted */
    const uint8_t *may_be_noun;   /* by lexeme: some form of it is also listed as a noun */
    struct tn_tone_lexicon *over; /* NULL: none */
} tn_tone_lexicon;

typedef enum tn_place { TN_PLACE_BEFORE, TN_PLACE_AFTER } tn_place;
typedef enum tn_polarity { TN_OF_ANY, TN_OF_TENSE, TN_OF_EASING, TN_OF_OBJECT } tn_polarity;

/* A row of the rules file: words that set off a rule, and what they reach. */
typedef struct tn_trigger {
    uint8_t rule;   /* tn_rule; TN_RULE_COUNT: none */
    uint8_t place;  /* where the trigger stands, seen from the hit */
    uint8_t of;     /* the hits it acts on */
    uint8_t window; /* words between trigger and hit, at most */
    bool verb;      /* the row is a verb in all its forms */
    int32_t also;   /* another row for the same words, or -1 */
} tn_trigger;

/* The numbers of models/<lang>/tone.conf. */
typedef struct tn_tone_parameters {
#define TN_PARAMETER(field, name, low, high) double field;
#include "tone/parameters.def"
#undef TN_PARAMETER
} tn_tone_parameters;

/* A phrase of some topic; rows for the same words are chained. */
typedef struct tn_topic_name {
    uint32_t topic, name; /* topics[topic].names[name] */
    uint32_t kind;        /* tn_name_kind */
    int32_t also;
} tn_topic_name;

typedef struct tn_tone_model {
    tn_tone_lexicon tension, sentiment;
    tn_lexicon rules_file; /* for its path, version and hash */
    const tn_trigger *triggers;
    tn_phrases trigger_phrases; /* entry: index of triggers */
    size_t n_triggers;
    tn_tone_parameters parameters;
    const tn_topic *topics;
    size_t n_topics;
    const tn_topic_name *topic_names;
    size_t n_topic_names;
    tn_phrases topic_phrases; /* entry: index of topic_names */
} tn_tone_model;

typedef struct tn_tone_files {
    tn_data_file tension, sentiment, rules, parameters;
} tn_tone_files;

/* All but the topics. Errors: TENOR_E_DATA with its place, TENOR_E_MEMORY. */
tenor_status tn_tone_model_build(tn_tone_model *out, const tn_tone_files *files, const tn_language *language,
                                 tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error);

/* Lays a user's lexicon ("tension" or "sentiment", which `kind` says) over those that are there; its strings are
 * borrowed. `irregulars`: for inflection. Errors: likewise. */
tenor_status tn_tone_model_add_lexicon(tn_tone_model *model, const tn_lexicon *lexicon, const char *kind,
                                       const tn_irregulars *irregulars, tn_vocabulary_builder *builder, tn_arena *arena,
                                       tenor_error *error);

/* Sets the topics, in place of those that were there; their array is borrowed. Errors: likewise. */
tenor_status tn_tone_model_set_topics(tn_tone_model *model, const tn_topic *topics, size_t count,
                                      tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error);

void tn_tone_model_image(tn_image *image, tn_tone_model *model);

/* "+hedge,-negation" on top of the defaults; a bit a rule. Errors: TENOR_E_USAGE. */
tenor_status tn_rules_parse(unsigned *out, const char *switches, tenor_error *error);

#endif
