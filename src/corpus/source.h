/* Where records come from: any number of files of any form, cut into records that are not yet understood.
 *
 *   files, directories, archives -> tn_stream -> lines | JSON elements | CSV records | whole files -> tn_raw
 *
 * Cutting is cheap and is done by one thread; understanding (src/corpus/record.h) is left to many.
 */
#ifndef TN_CORPUS_SOURCE_H
#define TN_CORPUS_SOURCE_H

#include <stdint.h>

#include "base/buf.h"
#include "corpus/csv.h"
#include "corpus/inputs.h"

typedef enum tn_form {
    TN_FORM_AUTO,
    TN_FORM_JSONL,
    TN_FORM_JSON,
    TN_FORM_CSV,
    TN_FORM_TSV,
    TN_FORM_TEXT,
    TN_FORM_HTML
} tn_form;

static inline bool tn_is_json(tn_form form) { return form == TN_FORM_JSONL || form == TN_FORM_JSON; }
static inline bool tn_is_csv(tn_form form) { return form == TN_FORM_CSV || form == TN_FORM_TSV; }

/* "jsonl" and so on; false: there is none of that name. */
bool tn_form_of(tn_form *form, const char *name);

/* The first record of a CSV file: what its cells are called. Shared by all records of files that begin alike; lives as
 * long as the tn_source. */
typedef struct tn_header {
    const struct tn_header *older;
    tenor_string line;
    tn_cells names; /* values, quotation marks undone */
    char separator;
} tn_header;

/* A record as it stands. Buffers are the caller's and are used again. */
typedef struct tn_raw {
    tn_buf bytes, source;
    tn_form form;
    const tn_header *header; /* of CSV and TSV */
    size_t line;             /* where it begins, from 1; 0: the record is the whole file */
    size_t number;     /* tells it from others of its file: its line, in JSON which one it is, from 1; 0 as above */
    size_t offset;     /* bytes of the (decompressed) file before it */
    tenor_error error; /* status is not TENOR_OK: in place of this record there is only trouble */
} tn_raw;

void tn_raw_free(tn_raw *raw);

/* What a record without an id is called: its file, and what tells it from others there: "news.jsonl#17". */
void tn_put_raw_name(tn_buf *out, const tn_raw *raw);

typedef struct tn_source tn_source;

typedef struct tn_source_options {
    tn_inputs_options inputs;
    tenor_read_fn read; /* instead of inputs, if not NULL */
    void *read_payload;
    const char *name; /* of what `read` reads */
    tn_form form;
    size_t longest; /* bytes of a record; a longer one becomes trouble and is not kept */
} tn_source_options;

tenor_status tn_source_new(tn_source **out, const tn_source_options *options, tenor_error *error);
void tn_source_free(tn_source *source); /* NULL is allowed */

/* The next record; *more is false at the end. What cannot be read becomes a record of its own with raw->error, and the
 * run goes on with the next file. Errors: TENOR_E_MEMORY. */
tenor_status tn_source_next(tn_source *source, tn_raw *raw, bool *more, tenor_error *error);

/* Bytes taken in so far, as they were before decompression. */
size_t tn_source_taken(const tn_source *source);

#endif
