/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * hostile [--bytes N] [CASE]: every hostile text of N and of 8N bytes (N: 16 KB under a sanitizer, else 128 KB) through
 * all of tenor: analysis with both halves, and every writer. Fails when
 *
 *   time     the large text takes longer than 8 times the small one by more than 1.1³, that is more than 2.2 times as
 *            long a doubling. Processor time, of which the least of several tries counts, and of the more tries the
 *            longer it looks bad, with pauses between: a busy machine slows a try, not all of them, and what is
 *            quadratic stays at 8 times.
 *   memory   the process grows by more than MOST_MEMORY bytes for each byte of the text (not under a sanitizer)
 *   result   anything but a result or one of the errors that the header names; the same text twice gives two outputs
 *
 * Each case runs in a process of its own. The last line is a tally. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/hash.h"
#include "hostile/hostile.h"
#include "tenor/tenor.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

enum { TIMES = 8, TRIES = 24, TRIES_AT_ONCE = 6, MOST_MEMORY = 400, FIXED_MEMORY = 24 << 20 };
static const double A_DOUBLING = 2.2,
                    TOO_SHORT = 0.03; /* seconds: what takes less says nothing, the clock ticks in 4 ms */

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
    for (size_t i = 0; i < count && status == TENOR_OK; i++)
        status = tenor_render(result, writers[i].name, NULL, take, o, NULL);
    return status;
}

static tenor_status analyze(const tenor_engine *engine, tenor_string text, tenor_format format, bool coherent,
                            outcome *o) {
    tenor_result *result;
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_input input = {.text = text};
    options.format = format;
    if (coherent) {
        options.coherent = true;
        options.budget = TENOR_BUDGET_PERCENT;
        options.amount = 90;
    }
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

static tenor_status read_records(const tenor_engine *engine, tenor_string text, hostile_input input, outcome *o) {
    static const char *const all[] = {"*"};
    reader r = {text};
    tenor_batch_options batch = TENOR_BATCH_OPTIONS_INIT;
    batch.read = read_some;
    batch.write = take;
    batch.read_payload = &r;
    batch.write_payload = o;
    batch.workers = 1;
    batch.from = input == HOSTILE_CSV ? "csv" : input == HOSTILE_ARRAY ? "json" : "jsonl";
    batch.to = input == HOSTILE_CSV ? "csv" : "jsonl";
    batch.keep = all;
    batch.n_keep = 1;
    batch.merge_field = input == HOSTILE_DIGEST ? "s" : NULL;
    batch.dedup = input == HOSTILE_COPIES;
    return tenor_batch(engine, &batch, NULL, NULL);
}

static outcome run_once(const tenor_engine *engine, const hostile_case *which, tenor_string text) {
    outcome o = {0};
    double start = now();
    bool coherent = which->input == HOSTILE_COHERENT;
    if (which->input >= HOSTILE_RECORDS) o.status = read_records(engine, text, which->input, &o);
    else if (which->input == HOSTILE_HTML) o.status = analyze(engine, text, TENOR_FORMAT_HTML, false, &o);
    else o.status = analyze(engine, text, TENOR_FORMAT_TEXT, coherent, &o);
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

/* The least time of one large text and of TIMES small ones. */
typedef struct times {
    double large, small;
} times;

/* How much longer the large text takes than as many bytes of small ones. */
static double excess(times t) { return t.large < TOO_SHORT ? 0 : t.large / t.small; }

/* Longer and longer, up to a second: whatever keeps the machine busy may be over then. */
static void wait_a_little(int try) {
    long ms = try < TRIES_AT_ONCE ? 0 : 50L * (try - TRIES_AT_ONCE + 1);
    struct timespec pause = {0, (ms < 1000 ? ms : 999) * 1000000L};
    if (ms) (void)nanosleep(&pause, NULL);
}

static times measure(const tenor_engine *engine, const hostile_case *which, tenor_string small, tenor_string large,
                     outcome *first, bool *same) {
    const double most = A_DOUBLING * A_DOUBLING * A_DOUBLING / TIMES;
    const bool counts = !SANITIZED || !which->many_pieces;
    times t = {first->seconds, 1e9};
    for (int i = 0; i < TRIES && (i == 0 || (excess(t) > most && counts)); i++) {
        double sum = 0;
        wait_a_little(i);
        for (int k = 0; k < TIMES; k++) sum += run_once(engine, which, small).seconds;
        if (sum < t.small) t.small = sum;
        outcome again = run_once(engine, which, large);
        if (again.seconds < t.large) t.large = again.seconds;
        *same &= again.hash == first->hash;
    }
    return t;
}

static bool complain(bool wrong, const char *what) {
    if (wrong) printf("  %s\n", what);
    return wrong;
}

/* Runs a case, prints what it comes to, and says whether it is as it must be. */
static bool check(const tenor_engine *engine, const hostile_case *which, size_t bytes) {
    const double most = A_DOUBLING * A_DOUBLING * A_DOUBLING / TIMES;
    tn_buf small = TN_BUF_INIT, large = TN_BUF_INIT;
    hostile_make(&small, which, bytes);
    hostile_make(&large, which, TIMES * bytes);
    bool same = true;
    size_t before = resident();
    outcome first = run_once(engine, which, tn_buf_string(&large));
    size_t grown = resident() - before;
    times t = measure(engine, which, tn_buf_string(&small), tn_buf_string(&large), &first, &same);
    bool wrong = complain(!same, "the same text, another output");
    wrong |= complain(!may_be(first.status), "an error that a text must not give");
    wrong |= complain(excess(t) > most && !(SANITIZED && which->many_pieces), "slower than linear");
    wrong |= complain(!SANITIZED && grown > FIXED_MEMORY + MOST_MEMORY * large.length, "takes too much memory");
    printf("%-24s %9zu bytes %8.1f ms, %5.2f times its eighths, %5.1f bytes a byte, %9zu out, %s%s\n", which->name,
           large.length, 1e3 * t.large, t.large / t.small, (double)grown / (double)large.length, first.written,
           tenor_status_name(first.status), wrong ? "  FAILED" : "");
    tn_buf_free(&small);
    tn_buf_free(&large);
    return !wrong;
}

/* In a process of its own, so that a crash is one case's and memory is counted from the start. */
static bool passes(const tenor_engine *engine, const hostile_case *which, size_t bytes) {
    (void)fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        bool right = check(engine, which, bytes);
        (void)fflush(stdout);
        _exit(right ? 0 : 1);
    }
    int status = 1;
    if (child < 0 || waitpid(child, &status, 0) != child) return false;
    if (WIFSIGNALED(status)) printf("%s: killed by signal %d\n", which->name, WTERMSIG(status));
    return status == 0;
}

/* Memory once asked for stays with the process: only large texts pay for fresh pages again and again, which has nothing
 * to do with what tenor does. */
static void keep_memory(void) {
#ifdef __GLIBC__
    (void)mallopt(M_MMAP_THRESHOLD, 1 << 30);
    (void)mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

int main(int argc, char **argv) {
    size_t bytes = SANITIZED ? 16 << 10 : 128 << 10, passed = 0, failed = 0;
    int at = 1;
    if (at + 1 < argc && strcmp(argv[at], "--bytes") == 0) {
        bytes = strtoul(argv[at + 1], NULL, 10);
        at += 2;
    }
    const char *only = at < argc ? argv[at] : NULL;
    tenor_engine *engine;
    keep_memory();
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
