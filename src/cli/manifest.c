/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/manifest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/span.h"
#include "cli/options.h"

/* Options that may change from one run to the next without changing what is written. */
static const char free_to_change[] = "jobs quiet verbose resume manifest stats output";

/* ---- what the run is */

static void put_key(tn_buf *out, const char *key) { tn_putf(out, "\"%s\":", key); }

static void put_lexicons(tn_buf *out, const tenor_engine *engine) {
    size_t count;
    const tenor_data_info *data = tenor_engine_data(engine, &count);
    put_key(out, "lexicons");
    for (size_t i = 0; i < count; i++)
        tn_putf(out, "%s\"%s %s@%s#sha256:%s\"", i ? "," : "[", data[i].name, data[i].lang, data[i].version,
                data[i].sha256);
    tn_puts(out, "],\n");
}

static void put_option(tn_buf *out, const tn_given *given) {
    tn_buf text = TN_BUF_INIT;
    tn_putf(&text, "--%s", given->option->name);
    if (given->value) tn_putf(&text, "=%s", given->value);
    tn_put_json(out, tn_buf_string(&text));
    out->failed |= text.failed;
    tn_buf_free(&text);
}

/* In the order of the option table, so that the command line's does not matter. */
static void put_options(tn_buf *out, const tn_settings *settings) {
    bool any = false;
    put_key(out, "options");
    tn_putc(out, '[');
    for (size_t i = 0; i < tn_option_count; i++) {
        if (tn_is_listed(free_to_change, tn_str(tn_options[i].name))) continue;
        for (size_t k = 0; k < settings->given.count; k++) {
            if (settings->given.at[k].option != &tn_options[i]) continue;
            if (any) tn_putc(out, ',');
            put_option(out, &settings->given.at[k]);
            any = true;
        }
    }
    tn_puts(out, "],\n");
}

static void put_inputs(tn_buf *out, const tn_strings *operands) {
    put_key(out, "inputs");
    tn_putc(out, '[');
    for (size_t i = 0; i < operands->count; i++) {
        if (i) tn_putc(out, ',');
        tn_put_json(out, tn_str(operands->at[i]));
    }
    tn_puts(out, "],\n");
}

static void put_head(tn_buf *out, const tn_cli *cli) {
    tn_puts(out, "{\n\"manifest\":1,\n\"tenor\":\"" TENOR_VERSION "\",\n");
    put_lexicons(out, cli->engine);
    put_options(out, &cli->settings);
    put_inputs(out, &cli->settings.operands);
    put_key(out, "output");
    tn_put_json(out, tn_str(cli->settings.output));
    tn_puts(out, ",\n");
}

/* ---- how far it has come */

void tn_put_error_counts(tn_buf *out, const tenor_batch_stats *stats) {
    const char *before = "{";
    put_key(out, "errors");
    for (int i = 0; i < TENOR_STATUSES; i++) {
        if (!stats->errors[i]) continue;
        tn_putf(out, "%s\"%s\":%zu", before, tenor_status_name((tenor_status)i), stats->errors[i]);
        before = ",";
    }
    tn_puts(out, before[0] == '{' ? "{}" : "}");
}

static void put_state(tn_buf *out, const tenor_batch_stats *done, bool complete) {
    tn_putf(out, "\"records\":%zu,\n\"failed\":%zu,\n\"unreadable\":%zu,\n\"uncovered\":%zu,\n\"undated\":%zu,\n",
            done->records, done->failed, done->unreadable, done->uncovered, done->undated);
    tn_putf(out, "\"digests\":%zu,\n\"digests_again\":%zu,\n\"duplicates\":%zu,\n", done->digests, done->digests_again,
            done->duplicates);
    tn_put_error_counts(out, done);
    tn_putf(out, ",\n\"bytes_out\":%zu,\n\"error_bytes_out\":%zu,\n\"fingerprint\":\"%llu\",\n\"complete\":%s\n}\n",
            done->bytes_out, done->error_bytes_out, done->fingerprint, complete ? "true" : "false");
}

/* The number after "key": in the lines that say how far; false when there is none. */
static bool find_number(const char *text, const char *key, unsigned long long *number) {
    char quoted[64], *end;
    (void)snprintf(quoted, sizeof quoted, "\"%s\":", key);
    const char *at = strstr(text, quoted);
    if (!at) return false;
    at += strlen(quoted);
    if (*at == '"') at++;
    *number = strtoull(at, &end, 10);
    return end != at;
}

static bool find_size(const char *text, const char *key, size_t *size) {
    unsigned long long number = 0;
    bool found = find_number(text, key, &number);
    *size = (size_t)number;
    return found;
}

static bool read_state(tn_manifest *m, const char *text) {
    tenor_batch_stats *done = &m->done;
    bool good = find_size(text, "records", &done->records) && find_size(text, "failed", &done->failed) &&
                find_size(text, "unreadable", &done->unreadable) && find_size(text, "uncovered", &done->uncovered) &&
                find_size(text, "undated", &done->undated) && find_size(text, "duplicates", &done->duplicates) &&
                find_size(text, "digests", &done->digests) && find_size(text, "digests_again", &done->digests_again) &&
                find_size(text, "bytes_out", &done->bytes_out) &&
                find_size(text, "error_bytes_out", &done->error_bytes_out) &&
                find_number(text, "fingerprint", &done->fingerprint);
    for (int i = 0; i < TENOR_STATUSES; i++)
        (void)find_size(text, tenor_status_name((tenor_status)i), &done->errors[i]);
    m->complete = strstr(text, "\"complete\":true") != NULL;
    return good && strstr(text, "\"complete\":") != NULL;
}

/* ---- the file */

/* Where the part of a list begins in which two lines differ. */
static size_t first_difference(tenor_string a, tenor_string b) {
    size_t at = 0;
    while (at < a.length && at < b.length && a.data[at] == b.data[at]) at++;
    while (at > 0 && (at >= a.length || at >= b.length || a.data[at - 1] != ',')) at--;
    return at;
}

static tenor_status fail_different(const tn_manifest *m, tenor_string was, tenor_string is, tenor_error *error) {
    size_t from = first_difference(was, is);
    was = tn_slice(was, from, was.length);
    is = tn_slice(is, from, is.length);
    int was_length = was.length < 150 ? (int)was.length : 150, is_length = is.length < 150 ? (int)is.length : 150;
    (void)tn_fail(error, TENOR_E_USAGE, "the run to resume is another one: there %.*s here %.*s", was_length,
                  was.length ? was.data : "", is_length, is.length ? is.data : "");
    tn_error_source(error, m->path);
    return TENOR_E_USAGE;
}

/* The first lines are those of this run? */
static tenor_status compare(const tn_manifest *m, tenor_string text, tenor_error *error) {
    tenor_string wanted = tn_buf_string(&m->head), is, was;
    if (text.length >= wanted.length && memcmp(text.data, wanted.data, wanted.length) == 0) return TENOR_OK;
    while (tn_split(&wanted, '\n', &is)) {
        if (!tn_split(&text, '\n', &was)) was = TN_STR("");
        if (!tn_equal(is, was)) return fail_different(m, was, is, error);
    }
    return fail_different(m, TN_STR(""), TN_STR(""), error);
}

static tenor_status read_file(tn_manifest *m, tn_buf *text, tenor_error *error) {
    TN_TRY(tn_read_file(text, m->path, error));
    TN_TRY(compare(m, tn_buf_string(text), error));
    if (!read_state(m, text->data + m->head.length)) {
        (void)tn_fail(error, TENOR_E_USAGE, "the manifest does not say how far the run has come");
        tn_error_source(error, m->path);
        return TENOR_E_USAGE;
    }
    m->found = true;
    return TENOR_OK;
}

tenor_status tn_manifest_open(tn_manifest *m, const tn_cli *cli, tenor_error *error) {
    *m = (tn_manifest){.path = cli->settings.manifest};
    put_head(&m->head, cli);
    if (m->head.failed) return tn_fail_memory(error);
    if (!cli->settings.resume || access(m->path, F_OK) != 0) return TENOR_OK;
    tn_buf text = TN_BUF_INIT;
    tenor_status status = read_file(m, &text, error);
    tn_buf_free(&text);
    return status;
}

tenor_status tn_manifest_write(const tn_manifest *m, const tenor_batch_stats *done, bool complete, tenor_error *error) {
    tn_buf text = TN_BUF_INIT;
    tn_outfile file;
    tn_put_str(&text, tn_buf_string(&m->head));
    put_state(&text, done, complete);
    tenor_status status = text.failed ? tn_fail_memory(error) : tn_outfile_open(&file, m->path, error);
    if (status == TENOR_OK) {
        if (tn_write_all(file.descriptor, text.data, text.length)) {
            status = tn_outfile_commit(&file, error);
        } else {
            status = tn_fail_system(error, "write", m->path, errno);
            tn_outfile_discard(&file);
        }
    }
    tn_buf_free(&text);
    return status;
}

void tn_manifest_free(tn_manifest *m) { tn_buf_free(&m->head); }
