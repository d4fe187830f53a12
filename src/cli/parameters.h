/* Options that are parameters of single rankers. */
#ifndef TN_CLI_PARAMETERS_H
#define TN_CLI_PARAMETERS_H

#include "cli/cli.h"

/* A warning for each that was given and that the ranker chosen does not know. */
void tn_warn_of_parameters(const tn_cli *cli);

#endif
