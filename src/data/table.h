/* Rows of a data file: columns separated by TAB, `#! key=value` directives. What the columns mean is for the readers.
 *
 * A table of other tools (data/valence.h) may be parted by commas, its cells may stand in quotation marks (RFC 4180,
 * but on one line), and what it has beyond the columns is passed over. */
#ifndef TN_DATA_TABLE_H
#define TN_DATA_TABLE_H

#include "base/linefile.h"
#include "data/source.h"

enum { TN_MOST_COLUMNS = 8 };

typedef struct tn_table {
    tn_lines lines;
    tenor_string
        column[TN_MOST_COLUMNS]; /* of the current row; those that are not there are empty, at the line's end */
    size_t n_columns;
    tenor_string version, lang, kind, scale; /* from directives seen so far */
    bool foreign;                            /* of another tool */
    char separator;
} tn_table;

tn_table tn_table_of(const tn_data_file *file);

/* The next row; false at the end or on an error (*status tells which). Fewer than `least` columns is an error. */
bool tn_table_next(tn_table *table, size_t least, tenor_status *status, tenor_error *error);

/* A column as a number within [low, high]. */
tenor_status tn_table_number(const tn_table *table, size_t column, double low, double high, double *value,
                             tenor_error *error);

/* Whether the file says it is of `kind`; a file without the directive is believed. */
tenor_status tn_table_expect_kind(const tn_table *table, const char *kind, tenor_error *error);

/* Text to double, '.' as decimal point whatever the locale; false when it is not wholly a number. */
bool tn_parse_number(tenor_string text, double *value);

#endif
