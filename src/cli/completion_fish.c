/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/span.h"
#include "cli/completion.h"

/* Inside '...': fish knows \' and \\ there. */
static void put_quoted(tn_buf *out, const char *text) {
    tn_putc(out, '\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\') tn_putc(out, '\\');
        tn_putc(out, *text);
    }
    tn_putc(out, '\'');
}

static void put_command(tn_buf *out, const tn_command *command, const tenor_engine *engine) {
    tn_putf(out, "complete -c tenor -n __fish_use_subcommand -f -a %s -d ", command->name);
    put_quoted(out, command->about);
    tn_putc(out, '\n');
    if (tn_equal(tn_str(command->values), TN_STR("@file"))) return;
    tn_putf(out, "complete -c tenor -n '__fish_seen_subcommand_from %s' -f -a '", command->name);
    tn_put_value_words(out, command->values, engine);
    tn_puts(out, "'\n");
}

static void put_option(tn_buf *out, const tn_option *option, const tenor_engine *engine) {
    tn_puts(out, "complete -c tenor -n '__fish_seen_subcommand_from");
    for (size_t i = 0; i < TN_COMMANDS; i++)
        if (option->commands & tn_command_bit(&tn_commands[i])) tn_putf(out, " %s", tn_commands[i].name);
    tn_putf(out, "' -l %s", option->name);
    if (option->letter) tn_putf(out, " -s %c", option->letter);
    if (option->argument) {
        tn_puts(out, " -x -a '");
        if (!tn_put_value_words(out, option->values, engine)) tn_puts(out, "(__fish_complete_path)");
        tn_putc(out, '\'');
    }
    tn_puts(out, " -d ");
    put_quoted(out, option->help);
    tn_putc(out, '\n');
}

void tn_put_fish(tn_buf *out, const tenor_engine *engine) {
    tn_puts(out, "# fish completion for tenor; written by `tenor completion fish`\n");
    for (size_t i = 0; i < TN_COMMANDS; i++) put_command(out, &tn_commands[i], engine);
    for (size_t i = 0; i < tn_option_count; i++)
        if (tn_options[i].commands != TN_IN_TOP) put_option(out, &tn_options[i], engine);
}
