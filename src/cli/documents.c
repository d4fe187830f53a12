/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/documents.h"

#include <string.h>

#include "base/file.h"
#include "base/span.h"
#include "base/status.h"
#include "cli/gate.h"
#include "cli/message.h"
#include "cli/parameters.h"
#include "cli/terminal.h"
#include "cli/warnings.h"

enum { NARROWEST = 40 };

/* A run over the operands. */
typedef struct documents {
    tn_cli *cli;
    const char *writer; /* of tenor_render */
    bool json, several; /* several: each text gets a heading */
    tenor_options analysis;
    tenor_render_options render;
    tn_buf text; /* of the current file; kept from one to the next */
    size_t written;
} documents;

/* ---- options ---- */

const char *const *tn_inputs(const tn_cli *cli, size_t *count) {
    static const char *const standard_input[] = {"-"};
    const tn_strings *operands = &cli->settings.operands;
    *count = operands->count ? operands->count : 1;
    if (operands->count) return operands->at;
    if (!tn_terminal_input()) return standard_input;
    tn_print_error(
        &(tenor_error){.status = TENOR_E_USAGE, .message = "nothing to read: name a file, or pipe a text in"});
    return NULL;
}

static tenor_format format_of(const char *from) {
    if (!from || strcmp(from, "auto") == 0) return TENOR_FORMAT_AUTO;
    return strcmp(from, "html") == 0 ? TENOR_FORMAT_HTML : TENOR_FORMAT_TEXT;
}

tenor_options tn_analysis_options(const tn_cli *cli, unsigned parts) {
    const tn_settings *settings = &cli->settings;
    tenor_options options = settings->analysis;
    options.parts = parts;
    options.topics = settings->topics.at;
    options.n_topics = settings->topics.count;
    options.rules = settings->rules;
    options.format = format_of(settings->from);
    options.encoding = settings->encoding;
    options.lang = settings->lang;
    options.must = settings->must.at;
    options.n_must = settings->must.count;
    options.bonus = settings->bonus.at;
    options.n_bonus = settings->bonus.count;
    options.stigma = settings->stigma.at;
    options.n_stigma = settings->stigma.count;
    options.left_out = settings->verbose || settings->blocks;
    options.by_score = settings->order && strcmp(settings->order, "score") == 0;
    return options;
}

tenor_render_options tn_render_options(const tn_cli *cli, unsigned parts) {
    const tn_settings *settings = &cli->settings;
    tenor_render_options options = TENOR_RENDER_OPTIONS_INIT;
    options.parts = parts;
    options.width = settings->width ? settings->width : tn_terminal_width();
    if (options.width < NARROWEST) options.width = NARROWEST;
    options.color = tn_terminal_color(settings->color, cli->output.to_file);
    options.chars = settings->offsets && strcmp(settings->offsets, "chars") == 0;
    return options;
}

/* ---- one text ---- */

static tenor_status render(documents *run, const char *name, tenor_error *error) {
    tn_output *output = &run->cli->output;
    if (run->json) {
        tn_puts(&output->pending, "{\"id\":");
        tn_put_json(&output->pending, tn_str(name));
        tn_puts(&output->pending, ",\"tenor\":");
    } else if (run->several) {
        tn_puts(&output->pending, run->written ? "\n==> " : "==> ");
        tn_put_visible(&output->pending, name);
        tn_puts(&output->pending, " <==\n");
    }
    tenor_status status = tenor_render(run->cli->result, run->writer, &run->render, tn_output_write, output, error);
    if (run->json) tn_puts(&output->pending, "}\n");
    run->written++;
    return status;
}

static tenor_status analyze(documents *run, const char *name, tenor_error *error) {
    tn_buf_reset(&run->text);
    TN_TRY(tn_read_file(&run->text, name, error));
    tenor_input input = {.text = {run->text.data ? run->text.data : "", run->text.length}, .id = name, .source = name};
    tenor_status status = tenor_analyze(run->cli->result, run->cli->engine, &input, &run->analysis, error);
    if (status != TENOR_OK && !error->source[0]) tn_error_source(error, name);
    return status;
}

/* All files as one text: they stand in run->text one after the other. */
static tenor_status analyze_all(documents *run, const char *const *names, size_t count, tenor_error *error) {
    tenor_input *inputs = TN_NEW_ARRAY(&run->cli->arena, count, tenor_input);
    size_t *ends = TN_NEW_ARRAY(&run->cli->arena, count, size_t);
    if (!inputs || !ends) return tn_fail_memory(error);
    for (size_t i = 0; i < count; i++) {
        TN_TRY(tn_read_file(&run->text, names[i], error));
        ends[i] = run->text.length;
    }
    const char *data = run->text.data ? run->text.data : "";
    for (size_t i = 0; i < count; i++) {
        size_t start = i ? ends[i - 1] : 0;
        inputs[i] = (tenor_input){.text = {data + start, ends[i] - start}, .id = names[i], .source = names[i]};
    }
    return tenor_analyze_all(run->cli->result, run->cli->engine, inputs, count, &run->analysis, error);
}

/* Analyses one text, or with --merge n as one, and writes what comes out. False in *more: the run is over. */
static tn_exit run_one(documents *run, const char *const *names, size_t n, bool *more) {
    tenor_error error;
    const tn_settings *settings = &run->cli->settings;
    const char *name = settings->merge ? "merged" : names[0];
    tenor_status status = settings->merge ? analyze_all(run, names, n, &error) : analyze(run, name, &error);
    if (status != TENOR_OK) {
        if (status == TENOR_E_USAGE) error.source[0] = '\0'; /* the command line is wrong, not the text */
        tn_print_error(&error);
        *more = status != TENOR_E_USAGE && status != TENOR_E_MEMORY;
        return tn_exit_of(status);
    }
    if (settings->verbose) tn_print_blocks(run->cli->result, name);
    if (!settings->quiet) tn_print_warnings(run->cli->result, name);
    status = render(run, name, &error);
    *more = status == TENOR_OK && tn_output_flush(&run->cli->output);
    if (status != TENOR_OK && status != TENOR_E_IO) tn_print_error(&error); /* output failures are told at the end */
    tn_exit code = status == TENOR_E_IO ? TN_EXIT_OK : tn_exit_of(status);
    return tn_exit_worse(code, tn_check_gates(run->cli, name));
}

/* ---- all of them ---- */

static tn_exit run_all(documents *run, const char *const *names, size_t count) {
    tn_exit code = TN_EXIT_OK;
    bool more = true;
    if (run->cli->settings.merge) return run_one(run, names, count, &more);
    for (size_t i = 0; i < count && more; i++) code = tn_exit_worse(code, run_one(run, &names[i], 1, &more));
    return code;
}

/* The writer for `--to json` and `--to html` (NULL: there is none), by what `--to text` means to
 * the command. */
static const struct {
    const char *text, *json, *html;
} forms[] = {{"text", "json", "html"},          {"summary", "json", "html"},
             {"ranking", "json", "html"},       {"explain", "json", "explain_html"},
             {"score", "json", NULL},           {"keywords", "json", NULL},
             {"extract", "extract_json", NULL}, {"blocks", "extract_json", NULL}};

static const char *writer_for(const char *text, const char *to) {
    size_t i = 0;
    while (strcmp(forms[i].text, text) != 0) i++;
    return !to || strcmp(to, "text") == 0 ? text : strcmp(to, "html") == 0 ? forms[i].html : forms[i].json;
}

static tn_exit fail_usage(const char *message) {
    tenor_error error;
    (void)tn_fail(&error, TENOR_E_USAGE, "%s", message);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

/* What does not go together. */
static tn_exit check(const tn_settings *settings, const char *writer, size_t count) {
    bool html = settings->to && strcmp(settings->to, "html") == 0;
    if (settings->analysis.since && !settings->merge) return fail_usage("--since is about several texts: add --merge");
    if (!writer) return fail_usage("--to html is a page of the article or of the numbers: --blocks has none");
    if (html && count > 1 && !settings->merge)
        return fail_usage("--to html is one page: name one file, or --merge them");
    return TN_EXIT_OK;
}

tn_exit tn_run_documents(tn_cli *cli, const char *text, unsigned parts) {
    size_t count;
    const char *const *names = tn_inputs(cli, &count);
    if (!names) return TN_EXIT_USAGE;
    const char *to = cli->settings.to, *writer = writer_for(text, to);
    tn_exit code = check(&cli->settings, writer, count);
    if (code == TN_EXIT_OK) code = tn_open_engine(cli);
    if (code == TN_EXIT_OK) code = tn_find_gates(cli);
    if (code == TN_EXIT_OK) code = tn_output_open(&cli->output, cli->settings.output);
    if (code != TN_EXIT_OK) return code;
    tn_warn_of_parameters(cli);
    documents run = {.cli = cli,
                     .writer = writer,
                     .json = to && strncmp(to, "json", 4) == 0,
                     .several = count > 1 && !cli->settings.merge};
    run.analysis = tn_analysis_options(cli, parts);
    run.render = tn_render_options(cli, parts);
    if (strcmp(text, "explain") == 0) run.render.evidence = SIZE_MAX;
    code = run_all(&run, names, count);
    tn_buf_free(&run.text);
    return code;
}
