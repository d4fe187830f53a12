/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "cli/manifest.h"

static const double often_enough = 0.25; /* seconds from one line to the next */

/* Bytes of all inputs, if all are plain files that were named. */
static size_t total_of(const tn_settings *settings) {
    size_t total = 0;
    if (settings->list) return 0;
    for (size_t i = 0; i < settings->operands.count; i++) {
        struct stat info;
        if (stat(settings->operands.at[i], &info) != 0 || !S_ISREG(info.st_mode)) return 0;
        total += (size_t)info.st_size;
    }
    return total;
}

void tn_progress_start(tn_progress *p, const tn_cli *cli, const tenor_batch_stats *resumed) {
    *p = (tn_progress){.shown = !cli->settings.quiet && isatty(STDERR_FILENO), .start = tn_clock()};
    p->last = p->since = p->start;
    p->total = total_of(&cli->settings);
    p->before = resumed ? resumed->records : 0;
}

/* `done` bytes took so many seconds. */
static void put_time_left(tn_buf *line, const tn_progress *p, const tenor_batch_stats *stats, double done,
                          double seconds) {
    if (!p->total || done <= 0 || stats->bytes_in > p->total) return;
    double left = seconds * (double)(p->total - stats->bytes_in) / done;
    size_t whole = (size_t)left;
    tn_putf(line, ", %zu:%02zu:%02zu left", whole / 3600, whole / 60 % 60, whole % 60);
}

void tn_progress_show(tn_progress *p, const tenor_batch_stats *stats) {
    if (!p->shown) return;
    double now = tn_clock(), seconds;
    if (p->before && p->since == p->start) {
        p->since = now;
        p->passed = stats->bytes_in;
    }
    if (now - p->last < often_enough) return;
    p->last = now;
    seconds = now - p->since;
    if (seconds <= 0) return;
    double done = (double)(stats->bytes_in - p->passed);
    tn_buf line = TN_BUF_INIT;
    tn_putf(&line, "\r%zu records, ", stats->records);
    tn_put_fixed(&line, (double)(stats->records - p->before) / seconds, 0);
    tn_puts(&line, "/s, ");
    tn_put_fixed(&line, done / seconds / 1e6, 1);
    tn_putf(&line, " MB/s, %zu bad", stats->failed);
    put_time_left(&line, p, stats, done, seconds);
    tn_puts(&line, "\033[K");
    if (line.data) (void)tn_write_all(STDERR_FILENO, line.data, line.length);
    tn_buf_free(&line);
}

void tn_progress_end(tn_progress *p) {
    if (p->shown) (void)tn_write_all(STDERR_FILENO, "\r\033[K", 4);
}

/* ---- --stats */

static void put_number(tn_buf *out, const char *key, double value, unsigned digits) {
    tn_putf(out, "\"%s\":", key);
    tn_put_fixed(out, value, digits);
}

static void put_stats(tn_buf *out, const tn_progress *p, const tenor_batch_stats *stats) {
    struct rusage usage = {0};
    double seconds = tn_clock() - p->start;
    (void)getrusage(RUSAGE_SELF, &usage);
    tn_putf(out,
            "{\"records\":%zu,\"failed\":%zu,\"uncovered\":%zu,\"undated\":%zu,\"digests\":%zu,"
            "\"digests_again\":%zu,\"duplicates\":%zu,",
            stats->records, stats->failed, stats->uncovered, stats->undated, stats->digests, stats->digests_again,
            stats->duplicates);
    tn_put_error_counts(out, stats);
    tn_putf(out, ",\"bytes_in\":%zu,\"bytes_out\":%zu,", stats->bytes_in, stats->bytes_out);
    put_number(out, "seconds", seconds, 3);
    tn_putc(out, ',');
    put_number(out, "records_per_second", seconds > 0 ? (double)(stats->records - p->before) / seconds : 0, 1);
    tn_puts(out, ",\"milliseconds\":{");
    put_number(out, "p50", stats->p50, 3);
    tn_putc(out, ',');
    put_number(out, "p95", stats->p95, 3);
    tn_putc(out, ',');
    put_number(out, "p99", stats->p99, 3);
    tn_putf(out, "},\"peak_memory_bytes\":%zu,\"stopped\":%s}\n", (size_t)usage.ru_maxrss * 1024,
            stats->stopped ? "true" : "false");
}

tn_exit tn_progress_write(const tn_progress *p, const char *path, const tenor_batch_stats *stats) {
    tn_output file;
    tn_exit code = tn_output_open(&file, path);
    if (code != TN_EXIT_OK) return code;
    put_stats(&file.pending, p, stats);
    return tn_output_close(&file, true);
}
