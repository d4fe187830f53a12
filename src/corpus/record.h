/* Records understood: the fields that matter, and all fields as they stand, whatever form they came in. */
#ifndef TN_CORPUS_RECORD_H
#define TN_CORPUS_RECORD_H

#include "corpus/source.h"

/* The version of json-c compiled in. */
extern const char tn_json_version[];

/* A value as it stands in its record: nothing is lost in passing it on. */
typedef enum tn_value_form {
    TN_VALUE_NONE, /* there is none */
    TN_VALUE_JSON, /* JSON text */
    TN_VALUE_CELL, /* a CSV cell, quotation marks included */
    TN_VALUE_PLAIN /* text as it is */
} tn_value_form;

typedef struct tn_value {
    tenor_string bytes;
    tn_value_form form;
    char separator; /* of a cell */
} tn_value;

/* As JSON: JSON text stays what it is, line ends between its parts aside, which become spaces; everything else becomes
 * a string. As a CSV cell: a cell of the same kind stays what it is, a JSON string loses its escapes, null becomes
 * empty. As plain text: the same without quotation marks. */
void tn_put_value_json(tn_buf *out, tn_value value);
void tn_put_value_cell(tn_buf *out, tn_value value, char separator);
void tn_put_value_plain(tn_buf *out, tn_value value);

typedef struct tn_field {
    tn_value name, value;
} tn_field;

/* Whether a field's name is `name`. */
bool tn_field_is(const tn_field *field, tenor_string name);

/* Which fields to read; a name, or for JSON a JSON Pointer (RFC 6901) when it begins with '/'. NULL: not asked for. */
typedef struct tn_record_fields {
    const char *id, *text, *title, *date, *lang, *targets;
    const char *merge;       /* records of one value are a digest */
    bool all;                /* record->fields is wanted ... */
    const char *const *more; /* ... and in it, what those of these that are pointers lead to */
    size_t n_more;
} tn_record_fields;

/* Strings live as long as the raw record, the arena and the reader's next call let them. */
typedef struct tn_record {
    tn_value id;    /* null is none */
    tn_value date;  /* null is none */
    tn_value merge; /* null and "" are none */
    bool dated;     /* it looks like one: three digits or more, in at most 64 bytes */
    tenor_string text, title, lang;
    const char *const *targets;
    size_t n_targets;
    const tn_field *fields; /* in order of the record, pointers last; of CSV, one a column of the header */
    size_t n_fields;
} tn_record;

/* A parser that is used for one record after the other. */
typedef struct tn_record_reader tn_record_reader;

tenor_status tn_record_reader_new(tn_record_reader **out, tenor_error *error);
void tn_record_reader_free(tn_record_reader *reader); /* NULL is allowed */

/* Understands a record. id and fields are set as far as the record can be taken apart, even when it is then found to
 * lack something. A file that is a record has its whole as text and no fields. In CSV, targets are separated by '|'.
 * Errors, with error->offset in the record where known: TENOR_E_INVALID_JSON, TENOR_E_INVALID_CSV,
 * TENOR_E_INVALID_UTF8, TENOR_E_MISSING_FIELD, TENOR_E_WRONG_TYPE, TENOR_E_TOO_LARGE (2 GiB), TENOR_E_MEMORY. */
tenor_status tn_record_read(tn_record *record, tn_record_reader *reader, const tn_raw *raw,
                            const tn_record_fields *fields, tn_arena *arena, tenor_error *error);

/* What a raw record has in one field, without reading the rest of it: for the one thread that has to know. A JSON value
 * is looked for where it stands; only a record with escapes in it, in which that fails, is parsed. TN_VALUE_NONE: there
 * is no such field, or the record cannot be taken apart. The bytes live as long as those of the record, the arena and
 * the reader's next call let them. Errors: TENOR_E_MEMORY. */
tenor_status tn_record_value(tn_value *value, tn_record_reader *reader, const tn_raw *raw, const char *field,
                             tn_arena *arena, tenor_error *error);

#endif
