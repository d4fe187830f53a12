/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * hostile [--bytes N] [--list] [CASE]: every hostile text at N, 2N and 4N bytes through all of tenor: analysis with both
 * halves, and every writer. Fails when
 *
 *   time     four times the text takes more than (2.2)² times as long: 2.2 a doubling. Processor time; a case is tried
 *            up to five times and its best counts, so that a busy machine fails nothing.
 *   memory   the process grows by more than MOST_MEMORY bytes for each byte of the text (not under a sanitizer)
 *   result   anything but a result or one of the errors that the header names; the same text twice gives two outputs
 *
 * Each case runs in a process of its own. The last line is a tally. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "hostile/hostile.h"
#include "tenor/tenor.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

enum { TRIES = 5, MOST_MEMORY = 400, FIXED_MEMORY = 24 << 20 };
static const double A_DOUBLING = 2.2, TOO_SHORT = 0.004; /* seconds under which a time says nothing */

/* What a run comes to: how long it took, and a hash of all that it wrote. */
typedef struct outcome {
    double seconds;
    uint64_t hash;
    size_t written;
    tenor_status status;
} outcome;

static double now(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static bool take(const char *data, size_t length, void *payload) {
    outcome *o = payload;
    o->hash = tn_hash(data, length, o->hash);
    o->written += length;
    return true;
}

static tenor_status write_all(const tenor_result *result, outcome *o) {
    size_t count;
    const tenor_named *writers = tenor_writers(&count);
    tenor_status status = TENOR_OK;
    for (size_t i = 0; i < count && status == TENOR_OK; i++) status = tenor_render(result, writers[i].name, NULL, take, o, NULL);
    return status;
}

static tenor_status analyze(const tenor_engine *engine, tenor_string text, tenor_format format, outcome *o) {
    tenor_result *result;
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_input input = {.text = text};
    options.format = format;
    tenor_status status = tenor_result_new(&result, NULL);
    if (status == TENOR_OK) status = tenor_analyze(result, engine, &input, &options, NULL);
    if (status == TENOR_OK) status = write_all(result, o);
    tenor_result_free(result);
    return status;
}

typedef struct reader {
    tenor_string left;
} reader;

static bool read_some(char *data, size_t capacity, size_t *length, void *payload) {
    reader *r = payload;
    *length = r->left.length < capacity ? r->left.length : capacity;
    if (*length) memcpy(data, r->left.data, *length);
    r->left.data += *length;
    r->left.length -= *length;
    return true;
}

static outcome run_once(const tenor_engine *engine, const hostile_case *which, tenor_string text) {
    outcome o = {0};
    reader r = {text};
    double start = now();
    tenor_batch_options batch = TENOR_BATCH_OPTIONS_INIT;
    batch.read = read_some;
    batch.write = take;
    batch.read_payload = &r;
    batch.write_payload = &o;
    batch.workers = 1;
    batch.from = "jsonl";
    if (which->input == HOSTILE_RECORDS) o.status = tenor_batch(engine, &batch, NULL, NULL);
    else o.status = analyze(engine, text, which->input == HOSTILE_HTML ? TENOR_FORMAT_HTML : TENOR_FORMAT_TEXT, &o);
    o.seconds = now() - start;
    return o;
}

static bool may_be(tenor_status status) {
    return status == TENOR_OK || status == TENOR_E_NOT_TEXT || status == TENOR_E_TOO_LARGE;
}

static size_t resident(void) {
    struct rusage usage;
    (void)getrusage(RUSAGE_SELF, &usage);
    return (size_t)usage.ru_maxrss * 1024;
}

/* Runs a case; returns how many things are wrong with it, which it prints. */
static int check(const tenor_engine *engine, const hostile_case *which, size_t bytes) {
    tn_buf small = TN_BUF_INIT, large = TN_BUF_INIT;
    hostile_make(&small, which, bytes);
    hostile_make(&large, which, 4 * bytes);
    double best = 1e9, short_time = 1e9, long_time = 1e9;
    int wrong = 0;
    size_t before = resident();
    outcome first = run_once(engine, which, tn_buf_string(&large));
    size_t grown = resident() - before;
    long_time = first.seconds;
    for (int i = 0; i < TRIES && best > A_DOUBLING * A_DOUBLING; i++) {
        outcome s = run_once(engine, which, tn_buf_string(&small));
        if (s.seconds < short_time) short_time = s.seconds;
        if (i) {
            outcome l = run_once(engine, which, tn_buf_string(&large));
            if (l.seconds < long_time) long_time = l.seconds;
            wrong += l.hash != first.hash;
        }
        best = long_time / (short_time > TOO_SHORT ? short_time : TOO_SHORT);
    }
    if (wrong) printf("  two runs, two outputs\n");
    if (!may_be(first.status)) wrong++, printf("  %s\n", tenor_status_name(first.status));
    if (best > A_DOUBLING * A_DOUBLING) wrong++, printf("  slower than linear\n");
    if (!SANITIZED && grown > FIXED_MEMORY + MOST_MEMORY * large.length) wrong++, printf("  takes too much memory\n");
    printf("%-24s %8zu bytes %8.1f ms, ratio %5.2f, %6.1f bytes a byte, %9zu bytes out, %s%s\n", which->name, large.length,
           1e3 * long_time, best, (double)grown / (double)large.length, first.written, tenor_status_name(first.status),
           wrong ? "  FAILED" : "");
    tn_buf_free(&small);
    tn_buf_free(&large);
    return wrong;
}

/* In a process of its own, so that a crash is one case's and memory is counted from the start. */
static bool passes(const tenor_engine *engine, const hostile_case *which, size_t bytes) {
    (void)fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        int wrong = check(engine, which, bytes);
        (void)fflush(stdout);
        _exit(wrong ? 1 : 0);
    }
    int status = 1;
    if (child < 0 || waitpid(child, &status, 0) != child) return false;
    if (WIFSIGNALED(status)) printf("%s: killed by signal %d\n", which->name, WTERMSIG(status));
    return status == 0;
}

int main(int argc, char **argv) {
    size_t bytes = 64 << 10, passed = 0, failed = 0;
    int at = 1;
    if (at + 1 < argc && strcmp(argv[at], "--bytes") == 0) {
        bytes = strtoul(argv[at + 1], NULL, 10);
        at += 2;
    }
    const char *only = at < argc ? argv[at] : NULL;
    tenor_engine *engine;
    if (tenor_engine_open(&engine, NULL, NULL) != TENOR_OK) return 1;
    for (size_t i = 0; i < n_hostile_cases; i++) {
        if (only && !strstr(hostile_cases[i].name, only)) continue;
        if (passes(engine, &hostile_cases[i], bytes)) passed++;
        else failed++;
    }
    tenor_engine_close(engine);
    printf("tally: %zu passed, %zu failed\n", passed, failed);
    return failed ? 1 : 0;
}
