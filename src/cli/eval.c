/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/span.h"
#include "cli/cli.h"
#include "cli/message.h"

/* ---- files ---- */

static tenor_status read_eval_file(tn_cli *cli, tenor_eval_file *file, const char *name, tenor_error *error) {
    tn_buf text = TN_BUF_INIT;
    tenor_status status = tn_read_file(&text, name, error);
    char *copy = status == TENOR_OK ? tn_alloc(&cli->arena, text.length) : NULL;
    if (copy && text.length) memcpy(copy, text.data, text.length);
    *file = (tenor_eval_file){name, {copy, text.length}};
    tn_buf_free(&text);
    return status == TENOR_OK && !copy ? tn_fail_memory(error) : status;
}

static tenor_eval_format format_of(const tn_settings *settings) {
    const char *from = settings->from;
    if (!from || strcmp(from, "auto") == 0)
        return tn_ends_nocase(tn_str(settings->system), TN_STR(".jsonl")) ? TENOR_EVAL_JSONL : TENOR_EVAL_TEXT;
    return strcmp(from, "jsonl") == 0   ? TENOR_EVAL_JSONL
           : strcmp(from, "lines") == 0 ? TENOR_EVAL_LINES
                                        : TENOR_EVAL_TEXT;
}

static tenor_status evaluate(tn_cli *cli, tenor_eval *result, tenor_error *error) {
    const tn_settings *settings = &cli->settings;
    tenor_eval_options options = TENOR_EVAL_OPTIONS_INIT;
    tenor_eval_file system, *references = TN_NEW_ARRAY(&cli->arena, settings->references.count, tenor_eval_file);
    if (!references) return tn_fail_memory(error);
    options.format = format_of(settings);
    options.field = settings->summary_field;
    options.stem = !settings->no_stem;
    TN_TRY(read_eval_file(cli, &system, settings->system, error));
    for (size_t i = 0; i < settings->references.count; i++)
        TN_TRY(read_eval_file(cli, &references[i], settings->references.at[i], error));
    return tenor_evaluate(result, &system, references, settings->references.count, &options, error);
}

/* ---- output ---- */

static void put_json_score(tn_buf *out, const char *name, double mean, double low, double high) {
    tn_putf(out, "\"%s\":", name);
    tn_put_fixed(out, mean, 6);
    tn_putf(out, ",\"%s_ci95\":[", name);
    tn_put_fixed(out, low, 6);
    tn_putc(out, ',');
    tn_put_fixed(out, high, 6);
    tn_putc(out, ']');
}

static void put_json(tn_buf *out, const tenor_eval *result, bool stem) {
    tn_puts(out, "{\"summaries\":");
    tn_put_size(out, result->summaries);
    tn_puts(out, stem ? ",\"stem\":true" : ",\"stem\":false");
    for (size_t k = 0; k < TENOR_ROUGES; k++) {
        const tenor_eval_row *row = &result->rows[k];
        tn_putf(out, ",\"%s\":{", tenor_rouge_name((tenor_rouge_kind)k));
        put_json_score(out, "precision", row->mean.precision, row->low.precision, row->high.precision);
        tn_putc(out, ',');
        put_json_score(out, "recall", row->mean.recall, row->low.recall, row->high.recall);
        tn_putc(out, ',');
        put_json_score(out, "f1", row->mean.f1, row->low.f1, row->high.f1);
        tn_putc(out, '}');
    }
    tn_puts(out, "}\n");
}

static void put_percent(tn_buf *out, double value) {
    tn_puts(out, value < 0.09995 ? "    " : value < 0.99995 ? "   " : "  ");
    tn_put_fixed(out, 100 * value, 2);
}

static void put_text(tn_buf *out, const tenor_eval *result) {
    tn_putf(out, "%zu %s\n\n", result->summaries, result->summaries == 1 ? "summary" : "summaries");
    tn_puts(out, "           precision  recall      F1   95 % of F1\n");
    for (size_t k = 0; k < TENOR_ROUGES; k++) {
        const tenor_eval_row *row = &result->rows[k];
        tn_putf(out, "%-10s  ", tenor_rouge_name((tenor_rouge_kind)k));
        put_percent(out, row->mean.precision);
        put_percent(out, row->mean.recall);
        put_percent(out, row->mean.f1);
        tn_puts(out, "  ");
        put_percent(out, row->low.f1);
        tn_puts(out, " –");
        put_percent(out, row->high.f1);
        tn_putc(out, '\n');
    }
}

/* ---- the command ---- */

/* A record that is no summary ends it all: a mean over the others would be of something else. */
static tn_exit fail(const tenor_error *error) {
    tn_print_error(error);
    tn_exit code = tn_exit_of(error->status);
    return code == TN_EXIT_RECORDS ? TN_EXIT_USAGE : code;
}

tn_exit tn_run_eval(tn_cli *cli) {
    const tn_settings *settings = &cli->settings;
    tenor_error error;
    tenor_eval result;
    tenor_status status = TENOR_OK;
    if (settings->operands.count)
        status = tn_fail(&error, TENOR_E_USAGE, "eval takes no files but those of its options");
    else if (!settings->system || !settings->references.count)
        status = tn_fail(&error, TENOR_E_USAGE, "eval needs --system FILE and --reference FILE");
    if (status == TENOR_OK) status = evaluate(cli, &result, &error);
    if (status != TENOR_OK) return fail(&error);
    tn_exit code = tn_output_open(&cli->output, settings->output);
    if (code != TN_EXIT_OK) return code;
    if (settings->to && strcmp(settings->to, "json") == 0) put_json(&cli->output.pending, &result, !settings->no_stem);
    else put_text(&cli->output.pending, &result);
    return code;
}
