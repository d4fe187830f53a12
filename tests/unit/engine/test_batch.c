/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/span.h"
#include "stream.h"
#include "tenor/tenor.h"

static const char records[] =
    "{\"id\":1,\"text\":\"The army shelled the border town on Monday. Talks on a truce failed. Aid convoys wait.\"}\n"
    "{\"id\":2,\"text\":7}\n"
    "not json\n"
    "\n"
    "{\"id\":9007199254740993,\"text\":\"Ministers signed the grain accord. Both sides praised the "
    "talks.\",\"x\":1.0}\n"
    "{\"id\":5,\"text\":\"\"}\n"
    "{\"id\":6,\"text\":\"Last line without its end\"}";

static tenor_engine *open_engine(void) {
    tenor_engine *engine;
    cr_assert(tenor_engine_open(&engine, NULL, NULL) == TENOR_OK);
    return engine;
}

static tenor_batch_options options_of(feed *from, tn_buf *out) {
    tenor_batch_options options = TENOR_BATCH_OPTIONS_INIT;
    options.read = read_some;
    options.read_payload = from;
    options.source = "in.jsonl";
    options.write = append;
    options.write_payload = out;
    options.workers = 1;
    return options;
}

static size_t count_lines(const tn_buf *out) {
    size_t n = 0;
    for (size_t i = 0; i < out->length; i++) n += out->data[i] == '\n';
    return n;
}

Test(batch, same_bytes_at_any_number_of_workers_and_size_of_reads) {
    tenor_engine *engine = open_engine();
    static const size_t steps[] = {1, 7, 100, 1000000}, workers[] = {1, 2, 8};
    tn_buf first = TN_BUF_INIT, out = TN_BUF_INIT;
    for (size_t s = 0; s < 4; s++) {
        for (size_t w = 0; w < 3; w++) {
            feed from = {records, sizeof records - 1, 0, steps[s], 0};
            tn_buf *to = first.length ? &out : &first;
            tenor_batch_options options = options_of(&from, to);
            tenor_batch_stats stats;
            options.workers = workers[w];
            tn_buf_reset(&out);
            cr_assert(tenor_batch(engine, &options, &stats, NULL) == TENOR_OK);
            cr_expect(stats.records == 6 && stats.failed == 2 && stats.bytes_in == sizeof records - 1);
            cr_expect(stats.errors[TENOR_E_WRONG_TYPE] == 1 && stats.errors[TENOR_E_INVALID_JSON] == 1);
            cr_expect(count_lines(to) == 6);
            cr_expect(to == &first || tn_equal(tn_buf_string(&first), tn_buf_string(&out)));
        }
    }
    cr_expect(strstr(first.data,
                     "{\"id\":\"in.jsonl#3\",\"tenor\":{\"schema\":1,\"error\":{\"code\":\"invalid_json\"") != NULL);
    cr_expect(strstr(first.data, "{\"id\":9007199254740993,\"tenor\"") != NULL);
    tn_buf_free(&first);
    tn_buf_free(&out);
    tenor_engine_close(engine);
}

Test(batch, a_form_that_there_is_not) {
    tenor_engine *engine = open_engine();
    tn_buf out = TN_BUF_INIT;
    feed from = {records, sizeof records - 1, 0, 100, 0};
    tenor_batch_options options = options_of(&from, &out);
    tenor_error error;
    options.from = "yaml";
    cr_expect(tenor_batch(engine, &options, NULL, &error) == TENOR_E_USAGE);
    cr_expect_str_eq(error.message, "no form is called 'yaml'");
    cr_expect_eq(out.length, 0);
    tn_buf_free(&out);
    tenor_engine_close(engine);
}

/* Records around one with a note of so many bytes. */
static void put_records(tn_buf *in, bool csv, size_t note) {
    tn_puts(in,
            csv ? "id,note,text\r\n1,a,Talks went on.\r\n2," : "{\"id\":1,\"text\":\"Talks went on.\"}\n{\"note\":\"");
    tn_put_repeat(in, "x", note);
    tn_puts(in, csv ? ",Talks failed.\r\n" : "\",\"id\":2,\"text\":\"Talks failed.\"}\n");
    tn_puts(in,
            csv ? "3,b,The army shelled the town.\r\n4,c" : "{\"id\":3,\"text\":\"The army shelled the town.\"}\n4");
}

Test(batch, a_giant_changes_nothing_for_the_others) {
    tenor_engine *engine = open_engine();
    for (int csv = 0; csv < 2; csv++) {
        tn_buf in = TN_BUF_INIT, out[2] = {TN_BUF_INIT, TN_BUF_INIT};
        for (int giant = 0; giant < 2; giant++) {
            tn_buf_reset(&in);
            put_records(&in, csv, giant ? 6000000 : 6);
            feed from = {in.data, in.length, 0, 50000, 0};
            tenor_batch_options options = options_of(&from, &out[giant]);
            tenor_batch_stats stats;
            options.from = csv ? "csv" : "jsonl";
            cr_assert(tenor_batch(engine, &options, &stats, NULL) == TENOR_OK);
            cr_expect(stats.records == 4 && stats.failed == 1 && stats.bytes_in == in.length);
        }
        cr_expect(tn_equal(tn_buf_string(&out[0]), tn_buf_string(&out[1])));
        tn_buf_free(&in);
        tn_buf_free(&out[0]);
        tn_buf_free(&out[1]);
    }
    tenor_engine_close(engine);
}

Test(batch, bad_records_can_be_left_out_told_apart_or_end_the_run) {
    tenor_engine *engine = open_engine();
    tn_buf out = TN_BUF_INIT, trouble = TN_BUF_INIT;
    tenor_batch_stats stats;
    tenor_error error;
    feed from = {records, sizeof records - 1, 0, 100, 0};
    tenor_batch_options options = options_of(&from, &out);
    options.on_error = TENOR_ON_ERROR_SKIP;
    options.write_error = append;
    options.error_payload = &trouble;
    cr_assert(tenor_batch(engine, &options, &stats, &error) == TENOR_OK);
    cr_expect(count_lines(&out) == 4 && count_lines(&trouble) == 2 && stats.records == 6 && stats.failed == 2);

    tn_buf_reset(&out);
    from.at = 0;
    options.on_error = TENOR_ON_ERROR_FAIL;
    cr_expect(tenor_batch(engine, &options, &stats, &error) == TENOR_E_WRONG_TYPE);
    cr_expect(count_lines(&out) == 1 && error.line == 2 && strcmp(error.source, "in.jsonl") == 0);

    from.at = 0;
    options.on_error = TENOR_ON_ERROR_EMIT;
    options.max_errors = 1;
    cr_expect(tenor_batch(engine, &options, &stats, &error) == TENOR_E_INVALID_JSON);
    cr_expect(stats.failed == 2);
    tn_buf_free(&out);
    tn_buf_free(&trouble);
    tenor_engine_close(engine);
}

Test(batch, a_read_that_fails_is_a_record_of_its_own) {
    tenor_engine *engine = open_engine();
    tn_buf out = TN_BUF_INIT;
    tenor_batch_stats stats;
    feed from = {records, sizeof records - 1, 0, 100, 300};
    tenor_batch_options options = options_of(&from, &out);
    cr_assert(tenor_batch(engine, &options, &stats, NULL) == TENOR_OK);
    cr_expect(stats.unreadable == 1 && stats.errors[TENOR_E_IO] == 1);
    cr_expect(strstr(out.data, "\"code\":\"io_error\"") != NULL);
    tn_buf_free(&out);
    tenor_engine_close(engine);
}

/* Each allocation of the run fails once: always a clean error, never a crash or a leak, never a record lost in silence.
 */
Test(batch, every_allocation_may_fail) {
    tenor_engine *engine = open_engine();
    bool done = false;
    size_t tries = 0;
    for (size_t n = 1; !done; n++, tries++) {
        tn_buf out = TN_BUF_INIT;
        tenor_batch_stats stats;
        tenor_error error = {.status = TENOR_OK};
        feed from = {records, sizeof records - 1, 0, 1000, 0};
        tenor_batch_options options = options_of(&from, &out);
        tn_buf_reserve(&out, 1 << 20);
        (void)tn_alloc_fail_at(n);
        tenor_status status = tenor_batch(engine, &options, &stats, &error);
        done = tn_alloc_fail_at(0) < n;
        if (status == TENOR_OK) cr_expect(count_lines(&out) == 6, "allocation %zu", n);
        else cr_expect(status == TENOR_E_MEMORY && error.status == TENOR_E_MEMORY, "allocation %zu: %d", n, status);
        tn_buf_free(&out);
    }
    cr_expect(tries > 20);
    tenor_engine_close(engine);
}

Test(batch, a_run_that_was_stopped_goes_on_where_it_was) {
    tenor_engine *engine = open_engine();
    tn_buf whole = TN_BUF_INIT, out = TN_BUF_INIT;
    feed from = {records, sizeof records - 1, 0, 100, 0};
    tenor_batch_options options = options_of(&from, &whole);
    cr_assert(tenor_batch(engine, &options, NULL, NULL) == TENOR_OK);
    for (size_t after = 1; after <= 6; after++) {
        stopper stop = {.after = after};
        tenor_batch_stats stats;
        tn_buf_reset(&out);
        from.at = 0;
        options = options_of(&from, &out);
        options.watch = stop_after;
        options.watch_payload = &stop;
        cr_assert(tenor_batch(engine, &options, &stats, NULL) == TENOR_OK);
        out.length = stop.last.bytes_out; /* as a file is cut to what the manifest knows of */
        from.at = 0;
        options.watch = NULL;
        options.resume = &stop.last;
        cr_assert(tenor_batch(engine, &options, &stats, NULL) == TENOR_OK);
        cr_expect(tn_equal(tn_buf_string(&whole), tn_buf_string(&out)), "after %zu records", after);
        cr_expect(stats.records == 6 && stats.failed == 2 && stats.bytes_out == whole.length);
    }
    tenor_batch_stats other = {.records = 2, .fingerprint = 1, .bytes_out = 1};
    from.at = 0;
    options.resume = &other;
    cr_expect(tenor_batch(engine, &options, NULL, NULL) == TENOR_E_USAGE, "another input");
    other.records = 100;
    from.at = 0;
    cr_expect(tenor_batch(engine, &options, NULL, NULL) == TENOR_E_USAGE, "a shorter input");
    tn_buf_free(&whole);
    tn_buf_free(&out);
    tenor_engine_close(engine);
}

Test(batch, shards_are_the_whole_and_do_not_overlap) {
    tenor_engine *engine = open_engine();
    size_t total = 0;
    for (size_t i = 1; i <= 4; i++) {
        tn_buf out = TN_BUF_INIT;
        tenor_batch_stats stats;
        feed from = {records, sizeof records - 1, 0, 100, 0};
        tenor_batch_options options = options_of(&from, &out);
        options.shard = i;
        options.shards = 4;
        cr_assert(tenor_batch(engine, &options, &stats, NULL) == TENOR_OK);
        total += stats.records;
        tn_buf_free(&out);
    }
    cr_expect(total == 6);
    tenor_engine_close(engine);
}
