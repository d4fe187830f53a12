/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion scripts, from the tables that parse. Names of rankers and topics are those of this build. */
#include <string.h>

#include "base/span.h"
#include "cli/completion.h"
#include "cli/message.h"
#include "cli/suggest.h"

/* ---- words ---- */

static void put_rankers(tn_buf *out) {
    size_t count;
    const tenor_named *rankers = tenor_rankers(&count);
    for (size_t i = 0; i < count; i++) tn_putf(out, "%s%s", i ? " " : "", rankers[i].name);
}

static void put_topics(tn_buf *out, const tenor_engine *engine) {
    size_t count;
    const tenor_topic_info *topics = tenor_engine_topics(engine, &count);
    for (size_t i = 0; i < count; i++) tn_putf(out, "%s%s", i ? " " : "", topics[i].name);
}

void tn_put_command_names(tn_buf *out) {
    for (size_t i = 0; i < TN_COMMANDS; i++) tn_putf(out, "%s%s", i ? " " : "", tn_commands[i].name);
}

bool tn_put_value_words(tn_buf *out, const char *values, const tenor_engine *engine) {
    if (strcmp(values, "@file") == 0 || strcmp(values, "@dir") == 0) return false;
    if (strcmp(values, "@ranker") == 0) put_rankers(out);
    else if (strcmp(values, "@topic") == 0) put_topics(out, engine);
    else if (strcmp(values, "@command") == 0) tn_put_command_names(out);
    else tn_puts(out, values);
    return true;
}

/* ---- the command ---- */

typedef void (*put_script)(tn_buf *out, const tenor_engine *engine);

static const struct {
    const char *name;
    put_script put;
} shells[] = {{"bash", tn_put_bash}, {"zsh", tn_put_zsh}, {"fish", tn_put_fish}};

enum { SHELLS = sizeof shells / sizeof *shells };

static put_script script_for(const char *shell, tn_suggestion *suggestion) {
    for (size_t i = 0; i < SHELLS; i++) {
        if (strcmp(shells[i].name, shell) == 0) return shells[i].put;
        tn_suggest(suggestion, shells[i].name);
    }
    return NULL;
}

tn_exit tn_run_completion(tn_cli *cli) {
    const tn_strings *operands = &cli->settings.operands;
    const char *shell = operands->count ? operands->at[0] : "";
    tn_suggestion suggestion = tn_suggest_for(shell);
    put_script put = script_for(shell, &suggestion);
    tenor_error error;
    if (!put) {
        if (*shell) (void)tn_fail_unknown(&error, "shell", shell, "", suggestion.nearest);
        else (void)tn_fail(&error, TENOR_E_USAGE, "which shell? bash, zsh or fish");
        tn_print_error(&error);
        return TN_EXIT_USAGE;
    }
    tn_exit code = tn_open_engine(cli);
    if (code == TN_EXIT_OK) code = tn_output_open(&cli->output, NULL);
    if (code == TN_EXIT_OK) put(&cli->output.pending, cli->engine);
    return code;
}
