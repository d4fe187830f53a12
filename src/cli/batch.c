/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/documents.h"
#include "cli/message.h"

/* The input, and the output: what is ready goes out before more is waited for, so that a pipe that is fed one record at
 * a time answers each. */
typedef struct source {
    int descriptor;
    int failed_with;
    tn_output *output;
} source;

static bool read_some(char *data, size_t capacity, size_t *length, void *payload) {
    source *from = payload;
    ssize_t n;
    *length = 0;
    if (!tn_output_flush(from->output)) return false;
    do {
        n = read(from->descriptor, data, capacity);
    } while (n < 0 && errno == EINTR);
    if (n < 0) from->failed_with = errno;
    if (n > 0) *length = (size_t)n;
    return n >= 0;
}

static tenor_batch_options options_of(const tn_cli *cli, const tenor_options *analysis,
                                      const tenor_render_options *render, const char *name) {
    const tn_settings *settings = &cli->settings;
    tenor_batch_options options = TENOR_BATCH_OPTIONS_INIT;
    options.analysis = analysis;
    options.render = render;
    options.source = name;
    if (settings->id_field) options.id_field = settings->id_field;
    if (settings->text_field) options.text_field = settings->text_field;
    options.title_field = settings->title_field;
    options.targets_field = settings->targets_field;
    options.keep = settings->keep.at;
    options.n_keep = settings->keep.count;
    return options;
}

static tn_exit report(const source *from, const char *name, tenor_error *error, const tenor_batch_stats *stats) {
    if (from->output->failed_with) return TN_EXIT_OK; /* told when the output is closed */
    if (from->failed_with) (void)tn_fail_system(error, "read", name, from->failed_with);
    if (error->status != TENOR_OK) tn_print_error(error);
    return tn_exit_worse(tn_exit_of(error->status), stats->failed ? TN_EXIT_RECORDS : TN_EXIT_OK);
}

static tn_exit run_stream(tn_cli *cli, source *from, const char *name, tenor_batch_stats *total) {
    tenor_error error = {.status = TENOR_OK};
    tenor_options analysis = tn_analysis_options(cli, TENOR_PART_ALL);
    tenor_render_options render = tn_render_options(cli, TENOR_PART_ALL);
    tenor_batch_options options = options_of(cli, &analysis, &render, name);
    tenor_batch_stats stats = {0, 0};
    analysis.strict_utf8 = true;
    error.status = tenor_batch(cli->engine, &options, read_some, from, tn_output_write, from->output, &stats, &error);
    total->records += stats.records;
    total->failed += stats.failed;
    return report(from, name, &error, &stats);
}

static tn_exit run_file(tn_cli *cli, const char *name, tenor_batch_stats *total) {
    bool standard = strcmp(name, "-") == 0;
    const char *shown = standard ? "standard input" : name;
    source from = {.descriptor = standard ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC), .output = &cli->output};
    if (from.descriptor < 0) {
        tenor_error error;
        (void)tn_fail_system(&error, "read", name, errno);
        tn_print_error(&error);
        return TN_EXIT_SYSTEM;
    }
    tn_exit code = run_stream(cli, &from, shown, total);
    if (!standard) (void)close(from.descriptor);
    return code;
}

tn_exit tn_run_batch(tn_cli *cli) {
    size_t count;
    const char *const *names = tn_inputs(cli, &count);
    if (!names) return TN_EXIT_USAGE;
    tn_exit code = tn_open_engine(cli);
    if (code == TN_EXIT_OK) code = tn_output_open(&cli->output, cli->settings.output);
    if (code != TN_EXIT_OK) return code;
    tenor_batch_stats total = {0, 0};
    for (size_t i = 0; i < count && code != TN_EXIT_USAGE && !cli->output.failed_with; i++)
        code = tn_exit_worse(code, run_file(cli, names[i], &total));
    if (total.failed && !cli->settings.quiet)
        tn_print_note("%zu of %zu records failed; each has an \"error\" in the output", total.failed, total.records);
    return code;
}
