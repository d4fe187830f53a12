/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/span.h"
#include "cli/help.h"
#include "cli/options.h"

/* Text in roff: hyphens stay hyphens, a backslash is one. */
static void put_roff(tn_buf *out, const char *text) {
    for (; *text; text++) {
        if (*text == '-') tn_puts(out, "\\-");
        else if (*text == '\\') tn_puts(out, "\\e");
        else tn_putc(out, *text);
    }
}

static void put_synopsis(tn_buf *out) {
    tn_puts(out, ".SH SYNOPSIS\n");
    for (size_t i = 0; i < TN_COMMANDS; i++) {
        if (i) tn_puts(out, ".br\n");
        tn_putf(out, "\\fBtenor %s\\fR [\\fIOPTION\\fR]... ", tn_commands[i].name);
        put_roff(out, tn_commands[i].operands);
        tn_putc(out, '\n');
    }
}

static void put_commands(tn_buf *out) {
    tn_puts(out, ".SH COMMANDS\n");
    for (size_t i = 0; i < TN_COMMANDS; i++) {
        tn_putf(out, ".TP\n\\fB%s\\fR\n", tn_commands[i].name);
        put_roff(out, tn_commands[i].about);
        tn_puts(out, ".\nExample:\n.B ");
        put_roff(out, tn_commands[i].example);
        tn_putc(out, '\n');
    }
}

/* "Commands: brief, batch." */
static void put_takers(tn_buf *out, unsigned commands) {
    const char *before = "Commands: ";
    for (size_t i = 0; i < TN_COMMANDS; i++) {
        if (!(commands & tn_command_bit(&tn_commands[i]))) continue;
        tn_puts(out, before);
        tn_puts(out, tn_commands[i].name);
        before = ", ";
    }
    if (before[0] == ',') tn_puts(out, ".\n");
}

static void put_option(tn_buf *out, const tn_option *option) {
    tn_puts(out, ".TP\n");
    if (option->letter) tn_putf(out, "\\fB\\-%c\\fR, ", option->letter);
    tn_puts(out, "\\fB");
    put_roff(out, "--");
    put_roff(out, option->name);
    tn_puts(out, "\\fR");
    if (option->argument) tn_putf(out, " \\fI%s\\fR", option->argument);
    tn_putc(out, '\n');
    put_roff(out, option->help);
    tn_puts(out, ".\n");
    if (option->commands != ~0u) put_takers(out, option->commands);
}

void tn_put_manual(tn_buf *out) {
    tn_puts(out, ".TH TENOR 1 \"\" \"tenor ");
    tn_puts(out, TENOR_VERSION);
    tn_puts(out, "\"\n.SH NAME\ntenor \\- the gist of a text, and its tone\n");
    put_synopsis(out);
    put_commands(out);
    tn_puts(out, ".SH OPTIONS\n");
    for (size_t i = 0; i < tn_option_count; i++) put_option(out, &tn_options[i]);
    tn_puts(out,
            ".SH \"EXIT STATUS\"\n"
            ".TP\n0\nAll done.\n"
            ".TP\n1\nFinished, but some records or texts failed.\n"
            ".TP\n2\nWrong usage, or an error in a lexicon or topic file. Nothing was written.\n"
            ".TP\n3\nInput, output or memory failed, or a library that the input needs is missing.\n"
            ".TP\n4\nA topic was tenser than \\fB\\-\\-fail\\-above\\fR allows.\n"
            ".TP\n130, 141\nInterrupted; the reader of the output is gone.\n");
}
