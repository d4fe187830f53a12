/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/documents.h"

tn_exit tn_run_brief(tn_cli *cli) {
    cli->settings.analysis.gists = true;
    return tn_run_documents(cli, "text", TENOR_PART_ALL);
}
