/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/cli.h"

tn_exit tn_run_rankers(tn_cli *cli) {
    size_t count;
    const tenor_named *rankers = tenor_rankers(&count);
    tn_exit code = tn_output_open(&cli->output, NULL);
    for (size_t i = 0; i < count; i++) tn_putf(&cli->output.pending, "%-12s %s\n", rankers[i].name, rankers[i].about);
    return code;
}
