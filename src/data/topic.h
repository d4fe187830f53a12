/* Topic files (docs/lexicon-format.md): what names a topic. */
#ifndef TN_DATA_TOPIC_H
#define TN_DATA_TOPIC_H

#include "data/source.h"

typedef enum tn_name_kind {
    TN_NAME_ANY,      /* [names], [people], [places] ...: in any case */
    TN_NAME_EXACT,    /* [exact]: only in the case written */
    TN_NAME_DEFINITE, /* [definite]: once the topic has been named */
    TN_NAME_EXCLUDE   /* [exclude]: consumes its words */
} tn_name_kind;

typedef struct tn_name {
    tenor_string phrase;
    tn_name_kind kind;
} tn_name;

typedef struct tn_topic {
    const char *name, *title, *source;
    const tn_name *names;
    size_t count;
} tn_topic;

/* Reads a topic file. Errors: TENOR_E_DATA with its place: an unknown section or key, no name, no [names]. */
tenor_status tn_topic_read(tn_topic *out, const tn_data_file *file, tn_arena *arena, tenor_error *error);

/* A topic of the command line or of a record: "NAME=alias,alias", or NAME, which is then its own alias. */
tenor_status tn_topic_from_words(tn_topic *out, tenor_string words, tn_arena *arena, tenor_error *error);

/* How many names of a kind a topic has. */
size_t tn_topic_count(const tn_topic *topic, tn_name_kind kind);

#endif
