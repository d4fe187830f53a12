/* Files: read whole, written whole. Interrupted calls (EINTR) and short reads and writes are dealt with here. */
#ifndef TN_BASE_FILE_H
#define TN_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "tenor/tenor.h"

/* TENOR_E_IO with the message "cannot WHAT PATH: REASON" and PATH as source; REASON is the system's text for `number`,
 * an errno. */
tenor_status tn_fail_system(tenor_error *error, const char *what, const char *path, int number);

/* Appends all of a file to *into; "-" is standard input. Errors: TENOR_E_IO (a directory too) with the path as source,
 * TENOR_E_MEMORY. After a failure *into may hold a part. */
tenor_status tn_read_file(tn_buf *into, const char *path, tenor_error *error);
tenor_status tn_read_descriptor(tn_buf *into, int descriptor, const char *name, tenor_error *error);

/* Writes all of it; false with errno set. Waits where a non-blocking descriptor is full. */
bool tn_write_all(int descriptor, const char *data, size_t length);

/* A file that is there whole or not at all: written under another name in the same directory, and renamed at the end.
 * A symbolic link is followed (one to nothing is an error), an existing file's permissions are kept. What is not a
 * regular file (a device, a pipe) is written in place.
 *
 *   tn_outfile out;
 *   TN_TRY(tn_outfile_open(&out, path, error));
 *   ok = tn_write_all(out.descriptor, ...);
 *   if (ok) return tn_outfile_commit(&out, error);        renames; on failure the temporary file is gone
 *   tn_outfile_discard(&out);                             `path` is as it was
 */
typedef struct tn_outfile {
    int descriptor;
    const char *path; /* borrowed: must outlive the tn_outfile */
    char *target;     /* an existing file, links resolved; NULL: a new file */
    char *temporary;  /* NULL: written in place */
    bool part;        /* stays when it cannot be renamed */
} tn_outfile;

tenor_status tn_outfile_open(tn_outfile *out, const char *path, tenor_error *error);

/* The same for work that may be taken up again: written to PATH.part, of which the first `length` bytes are kept.
 * Errors: TENOR_E_IO, also when it has fewer bytes, another process writes to it, or PATH is a device or a pipe;
 * TENOR_E_MEMORY. */
tenor_status tn_outfile_open_part(tn_outfile *out, const char *path, size_t length, tenor_error *error);

/* If there is a PATH.part, its first `length` bytes get to PATH. The same errors. */
tenor_status tn_outfile_finish_part(const char *path, size_t length, tenor_error *error);

/* Closes it and leaves PATH.part for later; so does a commit that fails. */
void tn_outfile_suspend(tn_outfile *out);

tenor_status tn_outfile_commit(tn_outfile *out, tenor_error *error);
void tn_outfile_discard(tn_outfile *out);

#endif
