/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/suggest.h"

const tn_command tn_commands[TN_COMMANDS] = {
#define TN_COMMAND(name, operands, values, about, example) {#name, operands, values, about, example, tn_run_##name},
#include "cli/commands.def"
#undef TN_COMMAND
};

const tn_command *tn_command_find(const char *name) {
    for (size_t i = 0; i < TN_COMMANDS; i++)
        if (strcmp(tn_commands[i].name, name) == 0) return &tn_commands[i];
    return NULL;
}

tn_exit tn_unknown_command(const char *name) {
    tenor_error error;
    tn_suggestion suggestion = tn_suggest_for(name);
    for (size_t i = 0; i < TN_COMMANDS; i++) tn_suggest(&suggestion, tn_commands[i].name);
    (void)tn_fail_unknown(&error, "command", name, "", suggestion.nearest);
    tn_print_error(&error);
    if (!suggestion.nearest && access(name, F_OK) == 0) tn_print_note("to read a file: tenor brief %s", name);
    else if (!suggestion.nearest) tn_print_note("`tenor help` lists the commands");
    return TN_EXIT_USAGE;
}

/* --data, else $TENOR_DATA if it is not empty, else what is built in. */
static const char *data_dir(const tn_settings *settings) {
    if (settings->data_dir) return settings->data_dir;
    const char *variable = getenv("TENOR_DATA");
    return variable && *variable ? variable : NULL;
}

tn_exit tn_open_engine(tn_cli *cli) {
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    options.data_dir = data_dir(&cli->settings);
    options.topic_paths = cli->settings.topic_paths.at;
    options.n_topic_paths = cli->settings.topic_paths.count;
    tenor_error error;
    tenor_status status = tenor_engine_open(&cli->engine, &options, &error);
    if (status == TENOR_OK) status = tenor_result_new(&cli->result, &error);
    if (status != TENOR_OK) tn_print_error(&error);
    return tn_exit_of(status);
}

void tn_cli_free(tn_cli *cli) {
    tenor_result_free(cli->result);
    tenor_engine_close(cli->engine);
    tn_arena_free(&cli->arena);
}
