/* Reading a data file line by line, knowing where one is.
 *
 *   tn_lines lines = tn_lines_of(bytes, "lexicons/tension/en.tsv");
 *   while (tn_lines_next(&lines))
 *       if (bad(lines.text)) return tn_lines_fail(&lines, lines.text, error, "unknown class");
 *
 * Blank lines and comments (# at the start of a line) are skipped; directives (#! key=value ...) are not.
 */
#ifndef TN_BASE_LINEFILE_H
#define TN_BASE_LINEFILE_H

#include "base/span.h"
#include "base/status.h"

typedef struct tn_lines {
    tenor_string rest;
    const char *source;
    size_t number;     /* of the current line, from 1 */
    tenor_string text; /* the current line without its end and without trailing white space */
} tn_lines;

tn_lines tn_lines_of(tenor_string bytes, const char *source);

/* The next line that says something; false at the end. */
bool tn_lines_next(tn_lines *lines);

/* TENOR_E_DATA at the place of `at`, which must point into lines->text; the line goes into the error as its excerpt. */
tenor_status tn_lines_fail(const tn_lines *lines, tenor_string at, tenor_error *error, const char *format, ...)
    TN_PRINTF(4, 5);

#endif
