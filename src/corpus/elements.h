/* JSON that is not one record a line: objects laid out anyhow, one after the other or in an array.
 *
 * Only where a record ends is looked for here. Whether it is good is the parser's business, record by record, so that a
 * bad one takes no other with it as long as its brackets match.
 */
#ifndef TN_CORPUS_ELEMENTS_H
#define TN_CORPUS_ELEMENTS_H

#include "base/span.h"

/* Where a search for the end of a record stands; all zero at a record's beginning, but for `indent`. */
typedef struct tn_element_scan {
    size_t indent; /* characters before the record in its line */
    size_t depth, newlines;
    size_t spaces;  /* of the line, as long as it has nothing else */
    bool broken;    /* a string has no end */
    bool at_margin; /* the line has only spaces so far */
    bool in_string, escaped, word;
    bool bracketed; /* the record ends with its bracket, which is found; else before the index found */
} tn_element_scan;

/* Looks at data[from, length); returns the index of the bracket that closes the record, or where a bare word ends, or
 * `length` when the record goes on. A string ends with its line at the latest, since JSON allows no line end in one;
 * the record is bad then, its brackets may be hidden in what was taken for a string, and so it also ends before a line
 * that begins with '{' as far to the left as its own. */
size_t tn_element_end(tn_element_scan *scan, const char *data, size_t from, size_t length);

/* Whether the first bytes of a file are those of an array of objects, or of an object that its first line does not
 * end. */
bool tn_looks_like_elements(tenor_string bytes);

#endif
