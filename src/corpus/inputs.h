/* The files to read: those named, those listed in a file, and those in directories, one after the other.
 *
 * A directory gives its files, and those of directories in it, in order of their names' bytes; names that begin with a
 * dot are left out, and so is what is neither a file nor a directory. A symbolic link to a directory is followed only
 * when it was named itself. Memory is that of one path of directories, not of all names.
 */
#ifndef TN_CORPUS_INPUTS_H
#define TN_CORPUS_INPUTS_H

#include "corpus/stream.h"

typedef struct tn_inputs tn_inputs;

typedef struct tn_inputs_options {
    const char *const *names; /* borrowed */
    size_t count;
    const char *list; /* a file of names, one a line; "-": standard input; NULL: none. Read after `names` */
    bool nul;         /* names in `list` end in NUL, not in a line end */
    tn_stream_options waiting;
} tn_inputs_options;

tenor_status tn_inputs_new(tn_inputs **out, const tn_inputs_options *options, tenor_error *error);
void tn_inputs_free(tn_inputs *inputs); /* NULL is allowed */

/* The next file; NULL at the end. The path lives until the next call. Errors: TENOR_E_IO for a directory or list that
 * cannot be read, after which one may go on; TENOR_E_MEMORY. */
tenor_status tn_inputs_next(tn_inputs *inputs, const char **path, tenor_error *error);

#endif
