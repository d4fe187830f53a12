/* The files of lexicons/ and models/, compiled in. cmake/TenorEmbed.cmake generates the definitions. */
#ifndef TN_DATA_EMBEDDED_H
#define TN_DATA_EMBEDDED_H

#include <stddef.h>

typedef struct tn_embedded_file {
    const char *path;           /* "lexicons/tension/en.tsv" */
    const unsigned char *bytes; /* followed by a NUL that `length` does not count */
    size_t length;
} tn_embedded_file;

/* In the order of their paths' bytes; one more row of zeros ends the table. LICENSE, README.md and hidden files are
 * left out. */
extern const tn_embedded_file tn_embedded_files[];
extern const size_t tn_embedded_file_count;

#endif
