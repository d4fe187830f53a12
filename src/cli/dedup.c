/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

/* A batch that analyses nothing. */
tn_exit tn_run_dedup(tn_cli *cli) {
    cli->settings.dedup_alone = true;
    return tn_run_batch(cli);
}
