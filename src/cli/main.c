/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tenor: the program. Everything it can do is a row of commands.def, all it can be told a row of options.def. */
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/signals.h"
#include "cli/version.h"

/* A descriptor 0, 1 or 2 that is closed would be taken by the next file that is opened, which our messages would then
 * be written to. In its place goes one on which every read or write fails, as it would have. */
static void hold_standard_descriptors(void) {
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0) (void)open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

static tn_exit fail(const tenor_error *error, const char *command) {
    tn_print_error(error);
    if (error->status == TENOR_E_USAGE)
        tn_print_note("`tenor %s%s--help` shows what there is", command ? command : "", command ? " " : "");
    return tn_exit_of(error->status);
}

/* How many operands the command's usage line speaks of. */
static size_t most_operands(const tn_command *command) {
    if (!command->operands[0]) return 0;
    return strstr(command->operands, "...") ? SIZE_MAX : 1;
}

static tenor_status parse(tn_cli *cli, const tn_command *command, int argc, char **argv, tenor_error *error) {
    const tn_strings *operands = &cli->settings.operands;
    size_t most = most_operands(command);
    TN_TRY(tn_options_parse(cli, tn_command_bit(command), argc, argv, error));
    if (cli->settings.help || operands->count <= most) return TENOR_OK;
    return tn_fail(error, TENOR_E_USAGE, "'%s' is one word too many", operands->at[most]);
}

static tn_exit run_command(tn_cli *cli, const tn_command *command, int argc, char **argv) {
    tenor_error error;
    if (parse(cli, command, argc, argv, &error) != TENOR_OK) return fail(&error, command->name);
    if (!cli->settings.help) return command->run(cli);
    tn_exit code = tn_output_open(&cli->output, NULL);
    tn_put_command_help(&cli->output.pending, command);
    return code;
}

/* `tenor`, `tenor --help`, `tenor --version`. */
static tn_exit run_without_command(tn_cli *cli, int argc, char **argv) {
    tenor_error error;
    tn_buf usage = TN_BUF_INIT;
    if (tn_options_parse(cli, TN_IN_TOP, argc, argv, &error) != TENOR_OK) return fail(&error, NULL);
    if (cli->settings.version) return tn_run_version(cli);
    if (cli->settings.help) return tn_run_help(cli);
    tn_put_overview(&usage);
    if (usage.data) (void)tn_write_all(STDERR_FILENO, usage.data, usage.length);
    tn_buf_free(&usage);
    return TN_EXIT_USAGE;
}

static tn_exit run(tn_cli *cli, int argc, char **argv) {
    if (argc == 0 || argv[0][0] == '-') return run_without_command(cli, argc, argv);
    const tn_command *command = tn_command_find(argv[0]);
    return command ? run_command(cli, command, argc - 1, argv + 1) : tn_unknown_command(argv[0]);
}

/* After wrong usage nothing is written, and after an input that could not be read an output file appears only when
 * there was another one. */
static bool is_kept(const tn_output *output, tn_exit code) {
    return code != TN_EXIT_USAGE && (code != TN_EXIT_SYSTEM || output->written);
}

int main(int argc, char **argv) {
    tn_cli cli = {.arena = TN_ARENA_INIT,
                  .settings = {.analysis = TENOR_OPTIONS_INIT, .max_errors = {TENOR_NO_LIMIT, 100}}};
    hold_standard_descriptors();
    tn_signals_install();
    tn_exit code = run(&cli, argc > 0 ? argc - 1 : 0, argv + (argc > 0));
    code = tn_exit_worse(code, tn_output_close(&cli.output, is_kept(&cli.output, code)));
    tn_cli_free(&cli);
    return (int)code;
}
