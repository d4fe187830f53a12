/* Records that belong together: those that follow each other and have the same value in a field. Private to src/engine.
 *
 *   topic   a   a   ?   a | b | a       '?': bad, or without the field
 *   jobs   [a   a   ?   a]  [b]  [a]    the last one has `again` set: sorted input would have made one of the two
 *
 * The thread that reads has to find out where one ends, so it looks for the value and leaves the rest to the workers. A
 * record that has none to look at stays with those before it, so that a bad one does not cut a digest in two. An empty
 * value, or null, is shared by nobody: such a record is a digest by itself.
 */
#ifndef TN_ENGINE_GATHER_H
#define TN_ENGINE_GATHER_H

#include "corpus/seen.h"
#include "engine/answer.h"

enum {
    TN_LARGEST_DIGEST = 64 * 1024 * 1024, /* bytes of its records */
    TN_MOST_VALUELESS = 100               /* that stay with the records before, in a row */
};

/* Reads the next record; false in *more at the end. */
typedef tenor_status tn_next_raw(void *payload, tn_raw *raw, bool *more);

typedef struct tn_gather {
    const char *field;
    tn_next_raw *next;
    void *payload;
    tn_record_reader *reader;
    tn_arena arena; /* of the record at hand */
    tn_raw ahead;   /* read, and not yet part of a job */
    bool has_ahead;
    enum { TN_NO_VALUE, TN_EMPTY_VALUE, TN_VALUE } kind; /* of that one */
    tn_buf value, shared;                                /* of that one, and of the records of the job */
    tn_seen seen;
    tenor_error *error;
} tn_gather;

tenor_status tn_gather_init(tn_gather *gather, const char *field, tn_next_raw *next, void *payload, tenor_error *error);
void tn_gather_free(tn_gather *gather); /* all 0 is allowed */

/* Fills a job, whose records before are gone, with all records of a digest. Past TN_LARGEST_DIGEST they are only
 * counted. Errors: those of `next`; TENOR_E_MEMORY. */
tenor_status tn_gather_next(tn_gather *gather, tn_job *job, bool *more);

#endif
