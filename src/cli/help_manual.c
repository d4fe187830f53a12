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

static const char description[] =
    ".SH DESCRIPTION\n"
    "tenor reads a news article and answers two questions: what does it say, as a short summary in the article\\(cqs\n"
    "own sentences, and how tense does each topic in it sound, from 0 (calm) to 100 (severe), with the words that say\n"
    "so. Its lexicons and models are built in; it never uses the network, and the same input always gives the same\n"
    "output.\n"
    ".PP\n"
    "A FILE is plain text or HTML, in any common encoding, also compressed; without one, or with \\-, standard input\n"
    "is read. \\fBbatch\\fR and \\fBdedup\\fR read records: JSON Lines, CSV, TSV, files, folders and archives.\n"
    "Results go to standard output, messages to standard error.\n";

static const char ending[] =
    ".SH \"EXIT STATUS\"\n"
    ".TP\n0\nAll done.\n"
    ".TP\n1\nFinished, but some records or texts failed.\n"
    ".TP\n2\nWrong usage, or an error in a lexicon or topic file. Nothing was written.\n"
    ".TP\n3\nInput, output or memory failed, or a library that the input needs is missing.\n"
    ".TP\n4\nA topic was tenser than \\fB\\-\\-fail\\-above\\fR allows.\n"
    ".TP\n129, 130, 143\nEnded by a signal: a hang\\-up, an interrupt, a termination.\n"
    ".TP\n141\nThe reader of the output is gone.\n"
    ".SH ENVIRONMENT\n"
    ".TP\nTENOR_DATA\nA directory that is used as with \\fB\\-\\-data\\fR, which goes before it.\n"
    ".TP\nXDG_CONFIG_HOME\nThe folder with the user's settings; where it is not set, \\fI~/.config\\fR.\n"
    ".TP\nNO_COLOR\nWhen not empty, no colours unless \\fB\\-\\-color always\\fR says so.\n"
    ".TP\nTERM\nWhen it is \\(lqdumb\\(rq, likewise.\n"
    ".TP\nCOLUMNS\nThe width of the report where the terminal does not tell it.\n"
    ".SH FILES\n"
    ".TP\n\\fIDIR\\fR/lexicons, \\fIDIR\\fR/models\n"
    "What \\fB\\-\\-data\\fR \\fIDIR\\fR reads: word lists, topics and language models, in plain text.\n"
    ".TP\n\\fI~/.config\\fR/tenor/topics\nTopic files in it are always there, but with "
    "\\fB\\-\\-no\\-user\\-topics\\fR.\n"
    ".TP\n\\fINAME\\fR.topic\nA topic, for \\fB\\-\\-topics\\fR; \\fBtenor topics new\\fR begins one.\n"
    ".TP\n\\fIFILE\\fR.part\nOutput of an unfinished run with \\fB\\-\\-manifest\\fR, which \\fB\\-\\-resume\\fR goes "
    "on with.\n";

void tn_put_manual(tn_buf *out) {
    tn_puts(out, ".TH TENOR 1 \"\" \"tenor " TENOR_VERSION "\"\n");
    tn_puts(out, ".SH NAME\ntenor \\- the gist of a text, and its tone\n");
    put_synopsis(out);
    tn_puts(out, description);
    put_commands(out);
    tn_puts(out, ".SH OPTIONS\n");
    for (size_t i = 0; i < tn_option_count; i++) put_option(out, &tn_options[i]);
    tn_puts(out, ending);
}
