/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/span.h"
#include "cli/help.h"
#include "cli/options.h"

enum { PAGE = 80, HELP_COLUMN = 26 };

/* Words from column HELP_COLUMN on, wrapped. `column` is where the line stands. */
static void put_wrapped(tn_buf *out, const char *text, size_t column) {
    tenor_string rest = tn_str(text), word;
    if (column + 2 > HELP_COLUMN) {
        tn_putc(out, '\n');
        column = 0;
    }
    tn_put_repeat(out, " ", HELP_COLUMN - column);
    column = HELP_COLUMN;
    for (bool first = true; tn_next_word(&rest, &word); first = false) {
        bool fits = column + 1 + word.length <= PAGE;
        if (!first && !fits) {
            tn_putc(out, '\n');
            tn_put_repeat(out, " ", HELP_COLUMN);
            column = HELP_COLUMN;
        } else if (!first) {
            tn_putc(out, ' ');
            column++;
        }
        tn_put_str(out, word);
        column += word.length;
    }
    tn_putc(out, '\n');
}

static void put_option(tn_buf *out, const tn_option *option) {
    size_t before = out->length;
    if (option->letter) tn_putf(out, "  -%c, --%s", option->letter, option->name);
    else tn_putf(out, "      --%s", option->name);
    if (option->argument) tn_putf(out, " %s", option->argument);
    put_wrapped(out, option->help, out->length - before);
}

static void put_options(tn_buf *out, unsigned command) {
    tn_puts(out, "\nOptions:\n");
    for (size_t i = 0; i < tn_option_count; i++)
        if (tn_options[i].commands & command) put_option(out, &tn_options[i]);
}

void tn_put_overview(tn_buf *out) {
    tn_puts(out,
            "usage: tenor COMMAND [OPTION]... [FILE]...\n"
            "\n"
            "The gist of a text, and its tone: a short summary, and how tense each topic\n"
            "in it sounds, with the words that say so.\n"
            "\n"
            "Commands:\n");
    for (size_t i = 0; i < TN_COMMANDS; i++) {
        size_t before = out->length;
        tn_putf(out, "  %s", tn_commands[i].name);
        put_wrapped(out, tn_commands[i].about, out->length - before);
    }
    put_options(out, TN_IN_TOP);
    tn_puts(out,
            "\n"
            "Without a FILE, or with -, a text is read from standard input.\n"
            "`tenor COMMAND --help` tells more. To begin with: tenor brief article.txt\n");
}

static bool reads_text(const tn_command *command) { return tn_equal(tn_str(command->values), TN_STR("@file")); }

void tn_put_command_help(tn_buf *out, const tn_command *command) {
    tn_putf(out, "usage: tenor %s [OPTION]...", command->name);
    if (command->operands[0]) tn_putf(out, " %s", command->operands);
    tn_putf(out, "\n\n%s.\n", command->about);
    if (reads_text(command)) tn_puts(out, "Without a FILE, or with -, reads standard input.\n");
    put_options(out, tn_command_bit(command));
    tn_putf(out, "\nExample:\n  %s\n", command->example);
}
