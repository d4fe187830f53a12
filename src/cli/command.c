/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

/* "tenor/topics" among the user's settings; NULL: there is no such folder. */
static tenor_status find_user_topics(tn_cli *cli, const char **folder, tenor_error *error) {
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME"), *between = "";
    struct stat about;
    *folder = NULL;
    if (!config || config[0] != '/') { /* what is no absolute path is not to be used */
        config = home;
        between = "/.config";
    }
    if (!config || config[0] != '/') return TENOR_OK;
    size_t size = strlen(config) + strlen(between) + sizeof "/tenor/topics";
    char *path = tn_alloc(&cli->arena, size);
    if (!path) return tn_fail_memory(error);
    (void)snprintf(path, size, "%s%s/tenor/topics", config, between);
    if (stat(path, &about) == 0 && S_ISDIR(about.st_mode)) *folder = path;
    return TENOR_OK;
}

static bool add_path(tn_cli *cli, tn_strings *paths, const char *path) {
    const char **added = TN_PUSH(&cli->arena, paths);
    if (added) *added = path;
    return added != NULL;
}

/* The user's own topics, then those of --topics. */
static tenor_status gather_topics(tn_cli *cli, tn_strings *paths, tenor_error *error) {
    const tn_strings *given = &cli->settings.topic_paths;
    const char *folder = NULL;
    if (!cli->settings.no_user_topics) TN_TRY(find_user_topics(cli, &folder, error));
    if (folder && !add_path(cli, paths, folder)) return tn_fail_memory(error);
    for (size_t i = 0; i < given->count; i++)
        if (!add_path(cli, paths, given->at[i])) return tn_fail_memory(error);
    return TENOR_OK;
}

tenor_status tn_engine_options(tn_cli *cli, tenor_engine_options *options, tenor_error *error) {
    tn_strings topics = {0};
    TN_TRY(gather_topics(cli, &topics, error));
    *options = (tenor_engine_options)TENOR_ENGINE_OPTIONS_INIT;
    options->data_dir = data_dir(&cli->settings);
    options->topic_paths = topics.at;
    options->n_topic_paths = topics.count;
    options->lexicon_paths = cli->settings.lexicon_paths.at;
    options->n_lexicon_paths = cli->settings.lexicon_paths.count;
    return TENOR_OK;
}

tn_exit tn_open_engine(tn_cli *cli) {
    tenor_engine_options options;
    tenor_error error;
    tenor_status status = tn_engine_options(cli, &options, &error);
    if (status == TENOR_OK) status = tenor_engine_open(&cli->engine, &options, &error);
    if (status == TENOR_OK) status = tenor_result_new(&cli->result, &error);
    if (status != TENOR_OK) tn_print_error(&error);
    return tn_exit_of(status);
}

void tn_cli_free(tn_cli *cli) {
    tenor_result_free(cli->result);
    tenor_engine_close(cli->engine);
    tn_arena_free(&cli->arena);
}
