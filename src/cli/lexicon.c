/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/span.h"
#include "cli/cli.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/suggest.h"

enum { MOST_FORMS_SHOWN = 12 };

static tn_exit fail_usage(const char *message) {
    tenor_error error;
    (void)tn_fail(&error, TENOR_E_USAGE, "%s", message);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

/* ---- check ---- */

static void print_finding(void *context, const tenor_error *finding) {
    (void)context;
    tn_print_error(finding);
}

static void put_good(tn_buf *out, const char *path, const tenor_lexicon_info *info) {
    tn_putf(out, "%s: good: %s, %zu %s, %zu %s", path, info->kind, info->entries,
            info->entries == 1 ? "entry" : "entries", info->phrases, info->phrases == 1 ? "phrase" : "phrases");
    if (info->scale > 0) tn_putf(out, ", words and values on a scale of -%g to %g", info->scale, info->scale);
    if (info->left_out) tn_putf(out, ", left out as no words: %zu", info->left_out);
    if (info->doubled) tn_putf(out, ", listed again with another value, which counts: %zu", info->doubled);
    tn_putc(out, '\n');
}

static tn_exit check(tn_cli *cli, const char *path) {
    tenor_lexicon_info info;
    tenor_error error;
    tenor_status status = tenor_lexicon_check(path, &info, print_finding, NULL, &error);
    if (status == TENOR_OK) put_good(&cli->output.pending, path, &info);
    else if (status != TENOR_E_DATA) tn_print_error(&error);
    return tn_exit_of(status);
}

/* ---- show ---- */

typedef struct showing {
    tn_buf *out;
    size_t count;
} showing;

static void put_entry(void *context, const tenor_lexicon_entry *entry) {
    showing *s = context;
    tn_putf(s->out, "%s:%zu: %s  %c  %s  %s  %+.1f%s\n", entry->source, entry->line, entry->entry, entry->pos,
            entry->kind, entry->class_name, entry->weight, s->count++ ? "  (an earlier one counts)" : "");
    for (size_t i = 0; i < entry->n_forms && i < MOST_FORMS_SHOWN; i++)
        tn_putf(s->out, "%s%s", i ? ", " : "    ", entry->forms[i]);
    if (entry->n_forms > MOST_FORMS_SHOWN) tn_putf(s->out, " and %zu more", entry->n_forms - MOST_FORMS_SHOWN);
    tn_putc(s->out, '\n');
}

static tn_exit look_up(tn_cli *cli, const char *lexicon, const char *phrase) {
    showing s = {&cli->output.pending, 0};
    tenor_engine_options options;
    tenor_error error;
    tenor_status status = tn_engine_options(cli, &options, &error);
    if (status == TENOR_OK) status = tenor_lexicon_find(&options, lexicon, phrase, put_entry, &s, &error);
    if (status != TENOR_OK) tn_print_error(&error);
    else if (s.count == 0) tn_putf(s.out, "%s: no entry for '%s'\n", lexicon, phrase);
    return tn_exit_of(status);
}

static tn_exit overview(tn_cli *cli, const char *lexicon) {
    tn_exit code = tn_open_engine(cli);
    if (code != TN_EXIT_OK) return code;
    size_t count;
    const tenor_data_info *data = tenor_engine_data(cli->engine, &count);
    for (size_t i = 0; i < count; i++)
        if (tn_is_listed("tension sentiment", tn_str(data[i].name)) && (!lexicon || strcmp(lexicon, data[i].name) == 0))
            tn_putf(&cli->output.pending, "%s  %s  version %s  %zu entries  sha256:%s  %s\n", data[i].name,
                    data[i].lang, data[i].version, data[i].entries, data[i].sha256, data[i].source);
    return TN_EXIT_OK;
}

static tn_exit show(tn_cli *cli, const tn_strings *operands) {
    bool named = operands->count > 1 && tn_is_listed("tension sentiment", tn_str(operands->at[1]));
    size_t first = named ? 2 : 1;
    const char *lexicon = named ? operands->at[1] : NULL;
    if (first == operands->count) return overview(cli, lexicon);
    if (operands->count > first + 1)
        return fail_usage("one word or phrase at a time; write \"release hostages\" in quotes");
    if (lexicon) return look_up(cli, lexicon, operands->at[first]);
    tn_exit code = look_up(cli, "tension", operands->at[first]);
    return code == TN_EXIT_OK ? look_up(cli, "sentiment", operands->at[first]) : code;
}

/* ---- which of them ---- */

static tn_exit unknown_action(const char *action) {
    tenor_error error;
    tn_suggestion suggestion = tn_suggest_for(action);
    tn_suggest(&suggestion, "show");
    tn_suggest(&suggestion, "check");
    (void)tn_fail_unknown(&error, "action", action, "", suggestion.nearest);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

static tn_exit act(tn_cli *cli) {
    const tn_strings *operands = &cli->settings.operands;
    const char *action = operands->count ? operands->at[0] : "show";
    tn_exit code = TN_EXIT_OK;
    if (strcmp(action, "show") == 0) return operands->count ? show(cli, operands) : overview(cli, NULL);
    if (strcmp(action, "check") != 0) return unknown_action(action);
    if (operands->count < 2) return fail_usage("a file is missing: tenor lexicon check FILE");
    for (size_t i = 1; i < operands->count; i++) code = tn_exit_worse(code, check(cli, operands->at[i]));
    return code;
}

tn_exit tn_run_lexicon(tn_cli *cli) {
    tn_exit code = tn_output_open(&cli->output, NULL);
    if (code != TN_EXIT_OK) return code;
    code = act(cli);
    tn_make_visible(&cli->output.pending); /* phrases and names of files may hold anything */
    return code;
}
