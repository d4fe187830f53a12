/* Comma-separated values as RFC 4180 has them: quoted cells may hold separators, quotation marks (doubled) and line
 * ends. The same with a tab is TSV. A quotation mark inside a cell that does not begin with one is a character like any
 * other, as spreadsheets read it.
 *
 * Finding where a record ends and taking it apart are two things, so that one thread can do the first and many the
 * second.
 */
#ifndef TN_CORPUS_CSV_H
#define TN_CORPUS_CSV_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/span.h"
#include "base/status.h"
#include "base/vec.h"

/* Where a search for the end of a record stands; all zero at a record's beginning. */
typedef struct tn_csv_scan {
    enum { TN_CSV_START, TN_CSV_PLAIN, TN_CSV_QUOTED, TN_CSV_CLOSED } state;
    size_t newlines; /* seen inside of quotes */
} tn_csv_scan;

/* Looks at data[from, length); returns the index of the '\n' that ends the record, or `length` when it goes on. */
size_t tn_csv_end(tn_csv_scan *scan, char separator, const char *data, size_t from, size_t length);

/* Cells as they stand, quotation marks included. */
typedef TN_VEC(tenor_string) tn_cells;

/* Takes a record (without its line end) apart. Errors: TENOR_E_INVALID_CSV with offset, TENOR_E_MEMORY. */
tenor_status tn_csv_split(tn_cells *cells, tenor_string record, char separator, tn_arena *arena, tenor_error *error);

/* What a cell says: without its quotation marks, inner ones single. Borrowed when there is nothing to undo. */
tenor_status tn_csv_value(tenor_string *value, tenor_string cell, tn_arena *arena, tenor_error *error);

#endif
