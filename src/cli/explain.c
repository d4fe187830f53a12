/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/documents.h"
#include "cli/message.h"

static tn_exit refuse(const char *message) {
    tenor_error error;
    (void)tn_fail(&error, TENOR_E_USAGE, "%s", message);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

static tn_exit explain_blocks(tn_cli *cli) {
    if (cli->settings.summary) return refuse("--blocks and --summary explain different things: name one");
    if (cli->settings.merge) return refuse("--blocks is about one text at a time, --merge makes several one");
    return tn_run_documents(cli, "blocks", 0);
}

tn_exit tn_run_explain(tn_cli *cli) {
    if (cli->settings.blocks) return explain_blocks(cli);
    cli->settings.analysis.account = true;
    if (!cli->settings.summary) return tn_run_documents(cli, "explain", TENOR_PART_TONE);
    return tn_run_documents(cli, "ranking", TENOR_PART_SUMMARY);
}
