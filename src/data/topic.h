/* Topic files (docs/lexicon-format.md): what names a topic. */
#ifndef TN_DATA_TOPIC_H
#define TN_DATA_TOPIC_H

#include "base/image.h"
#include "data/source.h"

typedef enum tn_name_kind {
    TN_NAME_ANY,      /* [names], [people], [places] ...: in any case */
    TN_NAME_EXACT,    /* [exact]: only in the case written */
    TN_NAME_DEFINITE, /* [definite]: once the topic has been named */
    TN_NAME_EXCLUDE,  /* [exclude]: consumes its words */
    TN_NAME_KINDS
} tn_name_kind;

/* A phrase stands in the topic's text: tn_topic_phrase. */
typedef struct tn_name {
    uint32_t start, length;
    uint32_t kind; /* tn_name_kind */
} tn_name;

typedef struct tn_topic {
    const char *name, *title, *source;
    const char *text; /* of the file or the command line it was read from */
    const tn_name *names;
    size_t count;
    uint32_t count_of[TN_NAME_KINDS]; /* how many names of a kind */
} tn_topic;

static inline tenor_string tn_topic_phrase(const tn_topic *topic, size_t index) {
    return (tenor_string){topic->text + topic->names[index].start, topic->names[index].length};
}

/* Reads a topic file; its bytes are borrowed. Errors: TENOR_E_DATA with its place: an unknown section or key, no name,
 * no [names]. */
tenor_status tn_topic_read(tn_topic *out, const tn_data_file *file, tn_arena *arena, tenor_error *error);

/* A topic of the command line or of a record: "NAME=alias,alias", or NAME, which is then its own alias. `words` is
 * borrowed. */
tenor_status tn_topic_from_words(tn_topic *out, tenor_string words, tn_arena *arena, tenor_error *error);

/* `count` topics; when reading, in the image's arena. */
void tn_topics_image(tn_image *image, const tn_topic **topics, size_t *count);

#endif
