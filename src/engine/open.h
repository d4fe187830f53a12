/* Where an engine's tables come from: text files, or the image made of them when tenor was built. */
#ifndef TN_ENGINE_OPEN_H
#define TN_ENGINE_OPEN_H

#include "engine/engine.h"

/* The image that is compiled in; length 0: none is, and the text files that are compiled in get read instead. */
typedef struct tn_builtin_image {
    const unsigned char *bytes; /* aligned to TN_IMAGE_ALIGN */
    size_t length;
} tn_builtin_image;
extern const tn_builtin_image tn_builtin;

/* Reads lexicons/ and models/ of `dir` (NULL: the files that are compiled in) and builds the tables.
 * Errors: TENOR_E_DATA with its place, TENOR_E_IO, TENOR_E_MEMORY. */
tenor_status tn_engine_build(tenor_engine *engine, const char *dir, tenor_error *error);

/* Adds what the options name to an engine with the data of options->data_dir: topics, of files or of directories of
 * them, each in place of an earlier one of its name; lexicons, each over those before it. Errors: likewise. */
tenor_status tn_engine_extend(tenor_engine *engine, const tenor_engine_options *options, tenor_error *error);

/* The irregular forms of English, as `dir` has them; an image has none. Errors: likewise. */
tenor_status tn_irregulars_load(tn_irregulars *out, const char *dir, tn_arena *arena, tenor_error *error);

/* An engine's tables from an image, which is borrowed. Errors: TENOR_E_DATA, TENOR_E_MEMORY. */
tenor_status tn_engine_load(tenor_engine *engine, tenor_string image, tenor_error *error);

/* An engine's tables as an image, in `arena`. Errors: TENOR_E_MEMORY, TENOR_E_TOO_LARGE. */
tenor_status tn_engine_save(tenor_engine *engine, tn_arena *arena, tenor_string *image, tenor_error *error);

#endif
