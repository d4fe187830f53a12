/* Help texts, from the tables that parse. */
#ifndef TN_CLI_HELP_H
#define TN_CLI_HELP_H

#include "base/buf.h"
#include "cli/cli.h"

/* `tenor --help` */
void tn_put_overview(tn_buf *out);

/* `tenor COMMAND --help` */
void tn_put_command_help(tn_buf *out, const tn_command *command);

/* tenor(1): name, synopsis, commands, options, exit status; roff with the man macros. */
void tn_put_manual(tn_buf *out);

#endif
