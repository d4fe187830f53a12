/* Where data files come from: the program itself, or a directory that takes its place as a whole. */
#ifndef TN_DATA_SOURCE_H
#define TN_DATA_SOURCE_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

typedef struct tn_data_file {
    const char *path; /* as shown in messages */
    tenor_string bytes;
} tn_data_file;

/* Loads "models/en/stopwords.txt" from `dir`, or from the built-in data when dir is NULL. Built-in bytes are static,
 * others are copied into `arena`. Errors: TENOR_E_IO naming the file, TENOR_E_MEMORY. */
tenor_status tn_data_load(tn_data_file *out, const char *dir, const char *path, tn_arena *arena, tenor_error *error);

/* Whether there is such a file; `path` as for tn_data_load. */
bool tn_data_exists(const char *dir, const char *path);

/* The names of the folders in `folder` ("models") that hold a file called `name`. */
tenor_status tn_data_folders(const char ***out, size_t *count, const char *dir, const char *folder, const char *name,
                             tn_arena *arena, tenor_error *error);

/* Loads a file by its own path. */
tenor_status tn_data_load_path(tn_data_file *out, const char *path, tn_arena *arena, tenor_error *error);

/* Loads every file of a folder ("lexicons/topics") whose name ends in `suffix`, in order of name. */
tenor_status tn_data_load_all(tn_data_file **out, size_t *count, const char *dir, const char *folder,
                              const char *suffix, tn_arena *arena, tenor_error *error);

/* The same for a folder given by its own path. */
tenor_status tn_data_load_folder(tn_data_file **out, size_t *count, const char *folder, const char *suffix,
                                 tn_arena *arena, tenor_error *error);

bool tn_is_directory(const char *path);

#endif
