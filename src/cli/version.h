#ifndef TN_CLI_VERSION_H
#define TN_CLI_VERSION_H

#include "cli/cli.h"

/* `tenor --version`; with --verbose, the libraries and the data too. */
tn_exit tn_run_version(tn_cli *cli);

#endif
