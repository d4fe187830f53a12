/* `--fail-above TOPIC=N`: a limit on a topic's tension, for scripts. */
#ifndef TN_CLI_GATE_H
#define TN_CLI_GATE_H

#include "cli/cli.h"

/* Each gate names a topic that will be scored, or "overall"; else prints what is wrong. */
tn_exit tn_find_gates(const tn_cli *cli);

/* TN_EXIT_GATE when the result is above one of the limits, which is printed. A topic without a score is not. */
tn_exit tn_check_gates(const tn_cli *cli, const char *name);

#endif
