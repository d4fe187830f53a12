/* The English text model as built in, and documents made with it. */
#ifndef TEST_TEXT_ENGLISH_H
#define TEST_TEXT_ENGLISH_H

#include "text/build.h"

typedef struct english {
    tn_arena arena;
    tn_language language;
    tn_vocabulary vocabulary;
    tn_text_model model;
    tn_known known;
} english;

/* Fails the test when the built-in data cannot be read. */
void english_open(english *e);
void language_open(english *e, const char *code); /* the same with another language's model */
void english_close(english *e);

/* The document of a text (and a headline given apart, or NULL); both are NUL-terminated and borrowed. */
tn_doc english_doc(english *e, const char *text, const char *title);

/* A sentence, a block or a word of the document as a NUL-terminated copy. */
const char *sentence_text(english *e, const tn_doc *doc, size_t index);
const char *block_text(english *e, const tn_doc *doc, size_t index);
const char *word_text(english *e, const tn_doc *doc, size_t index);

/* A whole file below the source tree, in the arena. */
tenor_string read_source_file(tn_arena *arena, const char *path);

#endif
