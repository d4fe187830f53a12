/* Where the data goes: standard output, or a file that appears whole or not at all. */
#ifndef TN_CLI_OUTPUT_H
#define TN_CLI_OUTPUT_H

#include "base/buf.h"
#include "base/file.h"
#include "cli/exit.h"

typedef struct tn_output {
    int descriptor;
    tn_outfile file;
    bool to_file;
    tn_buf pending;
    bool written;    /* anything at all */
    int failed_with; /* an errno; 0: all is well */
} tn_output;

/* `path` NULL or "-": standard output. Prints what is wrong. */
tn_exit tn_output_open(tn_output *output, const char *path);

/* For a run that may be resumed: PATH.part, of which `length` bytes are kept. Prints what is wrong. */
tn_exit tn_output_open_part(tn_output *output, const char *path, size_t length);

/* All that was written is on the disk. */
bool tn_output_sync(tn_output *output);

/* As tn_output_close, but what was opened as a part stays one. */
tn_exit tn_output_suspend(tn_output *output);

/* A tenor_write_fn whose payload is the tn_output. */
bool tn_output_write(const char *data, size_t length, void *payload);
bool tn_output_flush(tn_output *output);

/* Writes the rest and, if `keep`, puts the file in its place; else as if nothing had been. Prints what is wrong. Does
 * nothing for an output that was never opened (all zero). */
tn_exit tn_output_close(tn_output *output, bool keep);

#endif
