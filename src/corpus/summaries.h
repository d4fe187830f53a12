/* Records that hold a summary, for evaluation: what tenor writes, or what others do. */
#ifndef TN_CORPUS_SUMMARIES_H
#define TN_CORPUS_SUMMARIES_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

/* A parser that is used for one line after the other. */
typedef struct tn_summary_reader tn_summary_reader;
tenor_status tn_summary_reader_new(tn_summary_reader **out, tenor_error *error);
void tn_summary_reader_free(tn_summary_reader *reader); /* NULL is allowed */

/* Reads the summary that a line holds: the field (NULL: "summary", else "/tenor/summary"), which is a string, an array
 * of strings or an object with an array "sentences" of strings or objects with a "text", as tenor writes it. Sentences
 * are joined by LF. Memory from `arena`. Errors: TENOR_E_INVALID_JSON, TENOR_E_MISSING_FIELD, TENOR_E_WRONG_TYPE,
 * TENOR_E_TOO_LARGE, TENOR_E_MEMORY. */
tenor_status tn_summary_read(tenor_string *out, tn_summary_reader *reader, tenor_string line, const char *field,
                             tn_arena *arena, tenor_error *error);

/* Another string of the line read last, in `arena`; empty when there is none. Errors: TENOR_E_MEMORY. */
tenor_status tn_summary_other(tenor_string *out, const tn_summary_reader *reader, const char *field, tn_arena *arena,
                              tenor_error *error);

#endif
