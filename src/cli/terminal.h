/* What the other end of standard output is like. */
#ifndef TN_CLI_TERMINAL_H
#define TN_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Columns: of the terminal (at most 120, for reading's sake), else $COLUMNS, else 80. */
size_t tn_terminal_width(void);

/* `when`: "always", "never", else by the terminal, NO_COLOR and TERM. */
bool tn_terminal_color(const char *when, bool to_file);

/* Standard input is a terminal: nobody has piped a text in. */
bool tn_terminal_input(void);

#endif
