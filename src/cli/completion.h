/* Completion scripts: what they share, and one writer a shell. */
#ifndef TN_CLI_COMPLETION_H
#define TN_CLI_COMPLETION_H

#include "base/buf.h"
#include "cli/cli.h"
#include "cli/options.h"

/* What the `values` of an option or command offer, with spaces between; false when they are files. */
bool tn_put_value_words(tn_buf *out, const char *values, const tenor_engine *engine);
void tn_put_command_names(tn_buf *out);

void tn_put_bash(tn_buf *out, const tenor_engine *engine);
void tn_put_zsh(tn_buf *out, const tenor_engine *engine);
void tn_put_fish(tn_buf *out, const tenor_engine *engine);

#endif
