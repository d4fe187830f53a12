/* The manifest of a batch: what the run is, and how far it has come. A JSON object, a member a line.
 *
 *   {
 *   "manifest":1,
 *   "tenor":"0.1.0",              what must be the same when the run is resumed:
 *   "lexicons":[...],
 *   "options":[...],
 *   "inputs":[...],
 *   "output":"...",
 *   "records":12000,              and how far it has come
 *   ...
 *   }
 *
 * It is only ever there whole, and never says more than is on the disk.
 */
#ifndef TN_CLI_MANIFEST_H
#define TN_CLI_MANIFEST_H

#include "base/buf.h"
#include "cli/cli.h"

typedef struct tn_manifest {
    const char *path;
    tn_buf head; /* the lines that say what the run is */
    bool found, complete;
    tenor_batch_stats done; /* as far as found */
} tn_manifest;

/* Describes the run and, with --resume, reads what an earlier one left. Errors: TENOR_E_USAGE when that was another
 * run, or when it is no manifest; TENOR_E_IO; TENOR_E_MEMORY. */
tenor_status tn_manifest_open(tn_manifest *manifest, const tn_cli *cli, tenor_error *error);

tenor_status tn_manifest_write(const tn_manifest *manifest, const tenor_batch_stats *done, bool complete,
                               tenor_error *error);

void tn_manifest_free(tn_manifest *manifest);

/* ,"errors":{"invalid_json":3} without the comma: also for --stats. */
void tn_put_error_counts(tn_buf *out, const tenor_batch_stats *stats);

#endif
