/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/documents.h"

tn_exit tn_run_explain(tn_cli *cli) {
    cli->settings.analysis.account = true;
    if (!cli->settings.summary) return tn_run_documents(cli, "explain", TENOR_PART_TONE);
    return tn_run_documents(cli, "ranking", TENOR_PART_SUMMARY);
}
