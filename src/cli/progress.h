/* How a batch is getting on: a line on the terminal while it runs, a file when it is over. */
#ifndef TN_CLI_PROGRESS_H
#define TN_CLI_PROGRESS_H

#include "cli/cli.h"

typedef struct tn_progress {
    bool shown;         /* standard error is a terminal, and nobody asked for quiet */
    double start, last; /* of tn_clock() */
    size_t total;       /* bytes of all inputs; 0: not known */
    size_t before;      /* records of the run that is resumed */
    double since;       /* when the first record was done: what was read until then took no work, ... */
    size_t passed;      /* ... and was so many bytes, if a run is resumed */
} tn_progress;

void tn_progress_start(tn_progress *progress, const tn_cli *cli, const tenor_batch_stats *resumed);
void tn_progress_show(tn_progress *progress, const tenor_batch_stats *stats);
void tn_progress_end(tn_progress *progress); /* clears the line */

/* Writes --stats. Prints what is wrong. */
tn_exit tn_progress_write(const tn_progress *progress, const char *path, const tenor_batch_stats *stats);

#endif
