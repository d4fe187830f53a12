/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

tn_exit tn_run_help(tn_cli *cli) {
    const tn_settings *settings = &cli->settings;
    const char *name = settings->operands.count ? settings->operands.at[0] : NULL;
    const tn_command *command = name ? tn_command_find(name) : NULL;
    if (name && !command) return tn_unknown_command(name);
    tn_exit code = tn_output_open(&cli->output, NULL);
    if (settings->man) tn_put_manual(&cli->output.pending);
    else if (command) tn_put_command_help(&cli->output.pending, command);
    else tn_put_overview(&cli->output.pending);
    return code;
}
