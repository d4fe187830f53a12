/* What brief, summarize, score and explain have in common: each FILE is a text, read whole, analysed and written. */
#ifndef TN_CLI_DOCUMENTS_H
#define TN_CLI_DOCUMENTS_H

#include "cli/cli.h"

/* `text` is the writer that `--to text` means to the command. A file that cannot be read does not stop the others. */
tn_exit tn_run_documents(tn_cli *cli, const char *text, unsigned parts);

/* The operands, or "-" when there are none; NULL, after a message, when that would wait for a person to type. */
const char *const *tn_inputs(const tn_cli *cli, size_t *count);

/* The options of tenor_analyze as the settings say. */
tenor_options tn_analysis_options(const tn_cli *cli, unsigned parts);
tenor_render_options tn_render_options(const tn_cli *cli, unsigned parts);

#endif
