/* What is said to people, on standard error. */
#ifndef TN_CLI_MESSAGE_H
#define TN_CLI_MESSAGE_H

#include "base/buf.h"
#include "base/status.h"
#include "tenor/tenor.h"

/* "tenor: error: MESSAGE", or for a data file "FILE:LINE:COLUMN: error: MESSAGE", the line and a caret below it. */
void tn_print_error(const tenor_error *error);

/* "tenor: warning: ...", "tenor: ..." */
void tn_print_warning(const char *format, ...) TN_PRINTF(1, 2);
void tn_print_note(const char *format, ...) TN_PRINTF(1, 2);

/* Appends what a file may be called or have in it, of which anything may be made: control characters, line feeds too,
 * and bidirectional ones show as "?". All messages go through it. */
void tn_put_visible(tn_buf *out, const char *text);

/* The same for lines that have been put together: all but their line feeds. */
void tn_make_visible(tn_buf *lines);

#endif
