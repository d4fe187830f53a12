/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/span.h"
#include "cli/documents.h"
#include "cli/manifest.h"
#include "cli/message.h"
#include "cli/parameters.h"
#include "cli/places.h"
#include "cli/progress.h"
#include "cli/signals.h"

static const double between_saves = 1;               /* seconds from one manifest to the next */
static const size_t longest_text = 16 * 1024 * 1024; /* unless --max-bytes says else */

/* A run of the command. */
typedef struct run {
    tn_cli *cli;
    tn_output *output, errors; /* errors: all zero without --errors */
    tn_manifest manifest;      /* path NULL without --manifest */
    tn_progress progress;
    double saved;            /* when the manifest was written */
    tenor_batch_stats whole; /* the latest that the manifest may tell */
    tenor_batch_stats stats;
    tenor_error error; /* of writing the manifest */
} run;

/* ---- while it runs */

/* First what was written goes to the disk, then the manifest says so. */
static bool save(run *r, const tenor_batch_stats *stats, bool complete) {
    r->saved = tn_clock();
    if (!tn_output_sync(r->output) || (r->errors.descriptor && !tn_output_sync(&r->errors))) return false;
    return tn_manifest_write(&r->manifest, stats, complete, &r->error) == TENOR_OK;
}

/* A tenor_watch_fn. What is ready goes out before more is waited for, so that a pipe that is fed one record at a time
 * answers each. */
static bool watch(const tenor_batch_stats *stats, bool idle, void *payload) {
    run *r = payload;
    if (r->output->failed_with || r->errors.failed_with) return false;
    if (idle && !tn_output_flush(r->output)) return false;
    if (stats->whole) r->whole = *stats;
    if (stats->records % 64 == 0 || idle) {
        tn_progress_show(&r->progress, stats);
        bool due = r->manifest.path && stats->whole && tn_clock() - r->saved > between_saves;
        if (due && !save(r, stats, false)) return false;
    }
    return tn_signals_deferred() == 0;
}

/* ---- options */

static const char *compression_of(const char *path) {
    if (path && tn_ends_nocase(tn_str(path), TN_STR(".gz"))) return "gz";
    if (path && tn_ends_nocase(tn_str(path), TN_STR(".zst"))) return "zst";
    return NULL;
}

static unsigned parts_of(const tn_settings *settings) {
    if (settings->dedup_alone) return 0;
    if (!settings->only) return TENOR_PART_ALL;
    return strcmp(settings->only, "summary") == 0 ? TENOR_PART_SUMMARY : TENOR_PART_TONE;
}

static tenor_on_error on_error_of(const char *word) {
    if (word && strcmp(word, "skip") == 0) return TENOR_ON_ERROR_SKIP;
    return word && strcmp(word, "fail") == 0 ? TENOR_ON_ERROR_FAIL : TENOR_ON_ERROR_EMIT;
}

static void set_input(tenor_batch_options *o, const tn_settings *s, const char *const *names, size_t count) {
    o->inputs = names;
    o->n_inputs = count;
    o->list = s->list;
    o->list_nul = s->list_nul;
    if (s->from) o->from = s->from;
    if (s->id_field) o->id_field = s->id_field;
    if (s->text_field) o->text_field = s->text_field;
    o->title_field = s->title_field;
    o->date_field = s->date_field;
    o->lang_field = s->lang_field;
    o->targets_field = s->targets_field;
    o->merge_field = s->merge_field;
    o->keep = s->keep.at;
    o->n_keep = s->keep.count;
    if (!s->dedup_alone || s->keep.count) return;
    static const char *const all[] = {"*"};
    o->keep = all;
    o->n_keep = 1;
}

static void set_output(tenor_batch_options *o, run *r) {
    const tn_settings *s = &r->cli->settings;
    if (s->to) o->to = s->to;
    o->compress = compression_of(s->output);
    o->write = tn_output_write;
    o->write_payload = r->output;
    if (s->errors) {
        o->write_error = tn_output_write;
        o->error_payload = &r->errors;
    }
    o->on_error = on_error_of(s->on_error);
    o->skip_uncovered = s->on_lang_mismatch && strcmp(s->on_lang_mismatch, "skip") == 0;
    o->max_errors = s->max_errors.count;
    o->max_error_percent = s->max_errors.percent;
}

static void set_work(tenor_batch_options *o, run *r) {
    const tn_settings *s = &r->cli->settings;
    o->workers = s->workers;
    o->unordered = s->unordered;
    o->shard = s->shard.index;
    o->shards = s->shard.count;
    o->dedup = s->dedup || s->dedup_alone;
    o->dedup_drop = s->drop;
    o->dedup_window = s->window;
    o->dedup_threshold = s->threshold;
    o->watch = watch;
    o->watch_payload = r;
    if (r->manifest.found) o->resume = &r->manifest.done;
}

/* ---- before */

static tn_exit fail(const tenor_error *error) {
    tn_print_error(error);
    return tn_exit_of(error->status);
}

static tn_exit fail_usage(const char *message) {
    tenor_error error;
    (void)tn_fail(&error, TENOR_E_USAGE, "%s", message);
    return fail(&error);
}

static tn_exit check(const tn_settings *s) {
    if (s->manifest && (!s->output || strcmp(s->output, "-") == 0))
        return fail_usage("--manifest needs -o: only a file can be gone on with");
    if (s->resume && !s->manifest) return fail_usage("--resume needs --manifest");
    if (s->manifest && s->unordered) return fail_usage("--manifest and --unordered do not go together");
    if (s->list_nul && !s->list) return fail_usage("--null is about --files-from, which is not given");
    return TN_EXIT_OK;
}

/* A file that was named and is not there ends the run before it begins. */
static tn_exit check_inputs(const char *const *names, size_t count) {
    tenor_error error;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], "-") == 0 || access(names[i], R_OK) == 0) continue;
        (void)tn_fail_system(&error, "read", names[i], errno);
        return fail(&error);
    }
    return TN_EXIT_OK;
}

/* The names on the command line; none when there is a list, standard input when there is nothing at all. */
static const char *const *inputs_of(const tn_cli *cli, size_t *count) {
    static const char *const none[] = {NULL};
    *count = 0;
    if (cli->settings.list && cli->settings.operands.count == 0) return none;
    return tn_inputs(cli, count);
}

static tn_exit open_one(const run *r, tn_output *output, const char *path, size_t length) {
    return r->manifest.path ? tn_output_open_part(output, path, length) : tn_output_open(output, path);
}

static tn_exit open_outputs(run *r) {
    const tn_settings *s = &r->cli->settings;
    tn_exit code = open_one(r, r->output, s->output, r->manifest.done.bytes_out);
    if (code == TN_EXIT_OK && s->errors) code = open_one(r, &r->errors, s->errors, r->manifest.done.error_bytes_out);
    return code;
}

/* ---- after */

static tn_exit code_of_signal(int number) {
    if (number == SIGINT) return TN_EXIT_INTERRUPT;
    return number == SIGTERM ? TN_EXIT_TERMINATE : TN_EXIT_HANGUP;
}

static tn_exit code_of_stats(const tenor_batch_stats *stats) {
    if (stats->unreadable) return TN_EXIT_SYSTEM;
    return stats->failed ? TN_EXIT_RECORDS : TN_EXIT_OK;
}

/* Outputs go to their places when the run has come to its end; else an unfinished part stays for --resume, and without
 * a manifest it is as if nothing had been. Standard output keeps what it has. */
static tn_exit close_outputs(run *r, bool finished) {
    bool suspend = r->manifest.path && !finished;
    tn_exit code = suspend ? tn_output_suspend(&r->errors) : tn_output_close(&r->errors, finished);
    return tn_exit_worse(code, suspend ? tn_output_suspend(r->output) : tn_output_close(r->output, finished));
}

static void note_failures(const run *r) {
    const tn_settings *s = &r->cli->settings;
    bool warns = !s->quiet && s->on_lang_mismatch && strcmp(s->on_lang_mismatch, "warn") == 0;
    if (warns && r->stats.uncovered)
        tn_print_warning("%zu of %zu records are in a language without lexicons", r->stats.uncovered, r->stats.records);
    if (s->date_field && r->stats.undated && !s->quiet)
        tn_print_warning("%zu of %zu records have no date in '%s'", r->stats.undated, r->stats.records, s->date_field);
    if (r->stats.digests_again && !s->quiet)
        tn_print_warning(
            "%zu of %zu digests are not of all records with their value, for others came between: sort the "
            "input by '%s'",
            r->stats.digests_again, r->stats.digests, s->merge_field);
    if (!r->stats.failed || s->quiet) return;
    const char *where = on_error_of(s->on_error) != TENOR_ON_ERROR_EMIT ? "" : "; each has an \"error\" in the output";
    tn_print_note("%zu of %zu records failed%s", r->stats.failed, r->stats.records, where);
}

/* The manifest is never ahead of what is on the disk: parts, manifest, and only then the parts' final names. */
static tn_exit close_all(run *r, bool finished) {
    bool sound = !r->output->failed_with && !r->errors.failed_with && r->error.status == TENOR_OK;
    if (r->manifest.path && sound && finished) sound = save(r, &r->stats, true);
    else if (r->manifest.path && sound && r->stats.stopped) sound = save(r, &r->whole, false);
    tn_exit code = r->error.status == TENOR_OK ? TN_EXIT_OK : fail(&r->error);
    return tn_exit_worse(code, close_outputs(r, finished && sound));
}

static tn_exit end(run *r, const tenor_error *error) {
    const tn_settings *s = &r->cli->settings;
    bool broken = r->output->failed_with || r->errors.failed_with; /* told when the outputs are closed */
    tn_exit code = code_of_stats(&r->stats);
    tn_progress_end(&r->progress);
    if (!broken && error->status != TENOR_OK) code = tn_exit_worse(fail(error), code);
    code = tn_exit_worse(code, close_all(r, error->status == TENOR_OK && !r->stats.stopped));
    if (s->stats) code = tn_exit_worse(code, tn_progress_write(&r->progress, s->stats, &r->stats));
    if (error->status == TENOR_OK) note_failures(r);
    int number = tn_signals_deferred();
    return number && r->stats.stopped ? tn_exit_worse(code, code_of_signal(number)) : code;
}

/* ---- all of it */

/* A manifest that cannot be written is told before the work and not after it. */
static tn_exit begin_manifest(run *r) {
    if (!r->manifest.path || r->manifest.found || save(r, &r->whole, false)) return TN_EXIT_OK;
    (void)tn_output_close(&r->errors, false);
    tn_exit code = tn_output_close(r->output, false);
    return r->error.status == TENOR_OK ? code : fail(&r->error);
}

static tn_exit run_batch(run *r, const char *const *names, size_t count) {
    tn_cli *cli = r->cli;
    tn_exit code = open_outputs(r);
    if (code != TN_EXIT_OK) {
        (void)close_outputs(r, false);
        return code;
    }
    tenor_error error = {.status = TENOR_OK};
    unsigned parts = parts_of(&cli->settings);
    tenor_options analysis = tn_analysis_options(cli, parts);
    tenor_render_options render = tn_render_options(cli, parts);
    tenor_batch_options options = TENOR_BATCH_OPTIONS_INIT;
    if (analysis.max_bytes == 0) analysis.max_bytes = longest_text;
    if (analysis.format == TENOR_FORMAT_HTML)
        analysis.format = TENOR_FORMAT_AUTO; /* --from: what files are, not fields */
    render.fields = cli->settings.fields;
    options.analysis = &analysis;
    options.render = &render;
    set_input(&options, &cli->settings, names, count);
    set_output(&options, r);
    set_work(&options, r);
    code = begin_manifest(r);
    if (code != TN_EXIT_OK) return code;
    tn_warn_of_parameters(r->cli);
    tn_signals_defer();
    tn_progress_start(&r->progress, cli, options.resume);
    r->saved = r->progress.start;
    error.status = tenor_batch(cli->engine, &options, &r->stats, &error);
    return end(r, &error);
}

/* A part that the manifest says is complete gets its final name. */
static tn_exit finish_part(const char *path, size_t length) {
    tenor_error error;
    return !path || tn_outfile_finish_part(path, length, &error) == TENOR_OK ? TN_EXIT_OK : fail(&error);
}

/* A run that is complete is not done again, unless its output is gone. */
static tn_exit finish_done(run *r, bool *done) {
    const tn_settings *s = &r->cli->settings;
    *done = false;
    if (!r->manifest.complete) return TN_EXIT_OK;
    tn_exit code = finish_part(s->output, r->manifest.done.bytes_out);
    if (code == TN_EXIT_OK) code = finish_part(s->errors, r->manifest.done.error_bytes_out);
    *done = access(s->output, F_OK) == 0;
    if (!*done) {
        r->manifest.found = false;
        r->manifest.done = (tenor_batch_stats){0};
    }
    return *done ? tn_exit_worse(code, code_of_stats(&r->manifest.done)) : code;
}

/* Outputs of an earlier run are another run's until the manifest is this one's. */
static tn_exit run_with_manifest(run *r, const char *const *names, size_t count) {
    bool done = false;
    if (r->cli->settings.manifest && tn_manifest_open(&r->manifest, r->cli, &r->error) != TENOR_OK)
        return fail(&r->error);
    tn_exit code = finish_done(r, &done);
    return done || code != TN_EXIT_OK ? code : run_batch(r, names, count);
}

tn_exit tn_run_batch(tn_cli *cli) {
    size_t count;
    run r = {.cli = cli, .output = &cli->output, .error = {.status = TENOR_OK}};
    tn_exit code = check(&cli->settings);
    if (code != TN_EXIT_OK) return code;
    const char *const *names = inputs_of(cli, &count);
    if (!names) return TN_EXIT_USAGE;
    code = check_inputs(names, count);
    if (code == TN_EXIT_OK) code = tn_check_places(&cli->settings, names, count);
    if (code == TN_EXIT_OK) code = tn_open_engine(cli);
    if (code == TN_EXIT_OK) code = run_with_manifest(&r, names, count);
    tn_manifest_free(&r.manifest);
    return code;
}
