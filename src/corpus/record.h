/* Records: one JSON object a line, and the fields of it that matter. */
#ifndef TN_CORPUS_RECORD_H
#define TN_CORPUS_RECORD_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

/* The version of json-c compiled in. */
extern const char tn_json_version[];

/* A parser that is used for one line after the other. */
typedef struct tn_record_reader tn_record_reader;

/* Which fields to read; a name, or a JSON Pointer (RFC 6901) when it begins with '/'. NULL: not asked for. */
typedef struct tn_record_fields {
    const char *id, *text, *title, *targets;
} tn_record_fields;

/* What a line holds. Strings live until the next call. */
typedef struct tn_record {
    tenor_string id; /* JSON text of the id, as it stands in the line; data NULL: none */
    tenor_string text, title;
    const char *const *targets;
    size_t n_targets;
} tn_record;

tenor_status tn_record_reader_new(tn_record_reader **out, tenor_error *error);
void tn_record_reader_free(tn_record_reader *reader); /* NULL is allowed */

/* Reads a line. record->id is set whenever the line is a JSON object that has one, even when another field is wrong.
 * Memory for targets from `arena`. Errors, with error->offset in the line where known: TENOR_E_INVALID_JSON,
 * TENOR_E_INVALID_UTF8, TENOR_E_MISSING_FIELD, TENOR_E_WRONG_TYPE, TENOR_E_MEMORY. */
tenor_status tn_record_read(tn_record *record, tn_record_reader *reader, tenor_string line, const tn_record_fields *fields,
                            tn_arena *arena, tenor_error *error);

/* Reads the summary that a line holds: the field (NULL: "summary", else "/tenor/summary"), which is a string, an array
 * of strings or an object with an array "sentences" of strings or objects with a "text", as tenor writes it. Sentences
 * are joined by LF. Memory from `arena`. Errors: as tn_record_read. */
tenor_status tn_record_read_summary(tenor_string *out, tn_record_reader *reader, tenor_string line, const char *field,
                                    tn_arena *arena, tenor_error *error);

/* A member of a JSON object, both as they stand in the line: for passing through byte for byte. */
typedef struct tn_member {
    tenor_string name, value; /* name with its quotes */
} tn_member;

/* The next member of the object in `line`, which must have been read without TENOR_E_INVALID_JSON; *at is 0 at first. */
bool tn_member_next(tenor_string line, size_t *at, tn_member *member);

/* Whether a member's name, escapes undone only as far as they matter for ASCII names, is `name`. */
bool tn_member_is(const tn_member *member, tenor_string name);

#endif
