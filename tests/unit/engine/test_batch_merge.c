/* Digests in a stream: which records they are of, bad ones among them, runs cut short, limits. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/span.h"
#include "engine/gather.h"
#include "stream.h"

static const char records[] =
    "{\"id\":1,\"at\":\"2018-05-01\",\"story\":\"ships\",\"text\":\"Guards stopped two grain ships near the cape.\"}\n"
    "{\"id\":2,\"at\":\"2018-05-02\",\"story\":\"ships\",\"text\":\n"
    "{\"id\":3,\"at\":\"2018-05-03\",\"st\\u006fry\":\"s\\u0068ips\",\"text\":\"The two ships were let go after a "
    "week.\"}\n"
    "{\"id\":4,\"at\":\"2018-05-03\",\"story\":\"truce\",\"text\":\"Rebels and the army agreed on a truce.\"}\n"
    "{\"id\":5,\"text\":\"It has no story.\"}\n"
    "{\"id\":6,\"story\":null,\"text\":\"It is a story by itself.\"}\n"
    "{\"id\":7,\"story\":\"\",\"text\":\"So is this.\"}\n"
    "{\"id\":8,\"at\":\"2018-05-04\",\"story\":\"ships\",\"text\":\"Insurers ask for more.\"}\n"
    "{\"id\":9,\"story\":17,\"text\":\"A number.\"}\n"
    "{\"id\":10,\"story\":\"17\",\"text\":\"%PDF-1.4 is no text\"}\n"
    "{\"id\":11,\"story\":\"17\",\"text\":\"The same value, written as a string.\"}";

enum { RECORDS = 11, BAD = 3, DIGESTS = 6 };

static tenor_engine *engine;
static tn_buf out;
static feed from;
static tenor_batch_options options;
static tenor_batch_stats stats;
static tenor_options analysis;

static void set_up(void) {
    cr_assert(tenor_engine_open(&engine, NULL, NULL) == TENOR_OK);
    out = (tn_buf)TN_BUF_INIT;
    from = (feed){records, sizeof records - 1, 0, 100, 0};
    analysis = (tenor_options)TENOR_OPTIONS_INIT;
    analysis.parts = TENOR_PART_SUMMARY;
    options = (tenor_batch_options)TENOR_BATCH_OPTIONS_INIT;
    options.analysis = &analysis;
    options.read = read_some;
    options.read_payload = &from;
    options.source = "in.jsonl";
    options.write = append;
    options.write_payload = &out;
    options.workers = 1;
    options.merge_field = "story";
    options.date_field = "at";
}

static void tear_down(void) {
    tn_buf_free(&out);
    tenor_engine_close(engine);
}

TestSuite(batch_merge, .init = set_up, .fini = tear_down);

static tenor_status run(void) {
    tn_buf_reset(&out);
    from.at = 0;
    tenor_status status = tenor_batch(engine, &options, &stats, NULL);
    tn_putc(&out, '\0');
    out.length--;
    return status;
}

/* Each line of the output begins with one of these. */
static void expect_lines(const char *const *begins, size_t n) {
    tenor_string rest = tn_buf_string(&out), line;
    for (size_t i = 0; i < n; i++) {
        cr_assert(tn_split(&rest, '\n', &line));
        cr_expect(tn_starts_nocase(line, tn_str(begins[i])), "%s\nis not %.*s", begins[i],
                  line.length < 200 ? (int)line.length : 200, line.data);
    }
    cr_expect_eq(rest.length, 0);
}

Test(batch_merge, records_of_one_value_that_follow_each_other) {
    static const char *const lines[] = {
        "{\"id\":\"in.jsonl#2\",\"date\":null,\"tenor\":{\"schema\":1,\"error\":{\"code\":\"invalid_json\"",
        "{\"id\":\"ships\",\"date\":\"2018-05-01\",\"tenor\":{\"schema\":1,\"version\"",
        "{\"id\":5,\"date\":null,\"tenor\":{\"schema\":1,\"error\":{\"code\":\"missing_field\"",
        "{\"id\":\"truce\",\"date\":\"2018-05-03\"",
        "{\"id\":6,",
        "{\"id\":7,",
        "{\"id\":\"ships\",\"date\":\"2018-05-04\"",
        "{\"id\":10,\"date\":null,\"tenor\":{\"schema\":1,\"error\":{\"code\":\"not_text\"",
        "{\"id\":17,"};
    cr_assert_eq(run(), TENOR_OK);
    expect_lines(lines, sizeof lines / sizeof *lines);
    cr_expect_eq(stats.records, RECORDS);
    cr_expect_eq(stats.failed, BAD);
    cr_expect_eq(stats.digests, DIGESTS);
    cr_expect_eq(stats.digests_again, 1);
    cr_expect(strstr(out.data,
                     "\"sources\":[{\"source\":\"1\",\"date\":\"2018-05-01\"},{\"source\":\"3\","
                     "\"date\":\"2018-05-03\"}]"));
    cr_expect(strstr(out.data, "\"warnings\":[\"value_again\"]"));
    cr_expect(strstr(out.data, "\"source\":\"11\",\"date\":null,\"text\":\"The same value"));
}

Test(batch_merge, same_bytes_at_any_number_of_workers_and_size_of_reads) {
    static const size_t steps[] = {1, 7, 1000000}, workers[] = {1, 2, 8};
    cr_assert_eq(run(), TENOR_OK);
    tn_buf first = out;
    out = (tn_buf)TN_BUF_INIT;
    for (size_t s = 0; s < 3; s++)
        for (size_t w = 0; w < 3; w++) {
            from.step = steps[s];
            options.workers = workers[w];
            cr_assert_eq(run(), TENOR_OK);
            cr_expect(tn_equal(tn_buf_string(&first), tn_buf_string(&out)));
        }
    tn_buf_free(&first);
}

Test(batch_merge, tables) {
    static const char csv[] =
        "id,story,text\n1,ships,Guards stopped two ships.\n2,\"ships\",They were let go.\n3,,Alone.\n";
    static const char *const lines[] = {
        "id,date,error.code,error.message,lang,lang_source,words,sentences,title,sources,background,", "ships,,,,",
        "3,,,,"};
    from = (feed){csv, sizeof csv - 1, 0, 100, 0};
    options.from = "csv";
    options.to = "csv";
    cr_assert_eq(run(), TENOR_OK);
    expect_lines(lines, 3);
    cr_expect(strstr(out.data, ",1|2,1|2,|,") || strstr(out.data, ",1|2,|"), "%s", out.data);
    options.merge_field = "storey";
    cr_assert_eq(run(), TENOR_OK);
    cr_expect_eq(stats.errors[TENOR_E_MISSING_FIELD], 3);
    options.merge_field = "text";
    options.from = "text";
    cr_assert_eq(run(), TENOR_OK);
    cr_expect_eq(stats.errors[TENOR_E_MISSING_FIELD], 1, "a file has no fields");
}

Test(batch_merge, an_update) {
    analysis.since = "2018-05-02";
    cr_assert_eq(run(), TENOR_OK);
    cr_expect(strstr(out.data, "{\"source\":\"1\",\"date\":\"2018-05-01\",\"background\":true}"));
    cr_expect_eq(strstr(out.data, "Guards stopped"), NULL);
    options.date_field = NULL;
    cr_expect_eq(run(), TENOR_E_USAGE);
    options.date_field = "at";
    options.merge_field = NULL;
    cr_expect_eq(run(), TENOR_E_USAGE);
    analysis.since = NULL;
    options.merge_field = "story";
    options.dedup = true;
    cr_expect_eq(run(), TENOR_E_USAGE);
}

Test(batch_merge, a_run_that_was_stopped_goes_on_where_it_was) {
    cr_assert_eq(run(), TENOR_OK);
    tn_buf whole = out;
    out = (tn_buf)TN_BUF_INIT;
    for (size_t after = 1; after <= RECORDS; after++) {
        stopper stop = {.after = after};
        options.watch = stop_after;
        options.watch_payload = &stop;
        cr_assert_eq(run(), TENOR_OK);
        out.length = stop.last.bytes_out;
        from.at = 0;
        options.watch = NULL;
        options.resume = &stop.last;
        cr_assert_eq(tenor_batch(engine, &options, &stats, NULL), TENOR_OK);
        options.resume = NULL;
        cr_expect(tn_equal(tn_buf_string(&whole), tn_buf_string(&out)), "after %zu records", after);
        cr_expect(stats.records == RECORDS && stats.failed == BAD && stats.digests_again == 1);
    }
    tn_buf_free(&whole);
}

Test(batch_merge, shards_are_of_digests) {
    size_t total = 0, digests = 0;
    options.shards = 3;
    for (options.shard = 1; options.shard <= 3; options.shard++) {
        cr_assert_eq(run(), TENOR_OK);
        total += stats.records;
        digests += stats.digests;
    }
    cr_expect_eq(total, RECORDS);
    cr_expect_eq(digests, DIGESTS);
}

Test(batch_merge, every_allocation_may_fail) {
    bool done = false;
    options.keep = (const char *const[]){"story"};
    options.n_keep = 1;
    for (size_t n = 1; !done; n++) {
        tenor_error error = {.status = TENOR_OK};
        tn_buf_reset(&out);
        tn_buf_reserve(&out, 1 << 20);
        from.at = 0;
        (void)tn_alloc_fail_at(n);
        tenor_status status = tenor_batch(engine, &options, &stats, &error);
        done = tn_alloc_fail_at(0) < n;
        if (status == TENOR_OK) cr_expect_eq(stats.records, RECORDS, "allocation %zu", n);
        else cr_expect(status == TENOR_E_MEMORY && error.status == TENOR_E_MEMORY, "allocation %zu: %d", n, status);
    }
}

/* Nine records of eight megabytes, then one of another value. */
Test(batch_merge, what_is_too_much_is_refused) {
    enum { EACH = 8 * 1024 * 1024, N = 9 };
    tn_buf in = TN_BUF_INIT;
    cr_assert(tn_buf_reserve(&in, (size_t)(N + 1) * EACH));
    for (size_t i = 0; i < N; i++) {
        tn_putf(&in, "{\"id\":%zu,\"story\":\"s\",\"text\":\"", i);
        memset(in.data + in.length, ' ', EACH);
        in.length += EACH;
        tn_puts(&in, "Ships sail.\"}\n");
    }
    tn_puts(&in, "{\"id\":99,\"story\":\"t\",\"text\":\"Ships sail.\"}\n");
    from = (feed){in.data, in.length, 0, 1 << 20, 0};
    cr_assert_eq(run(), TENOR_OK);
    cr_expect_eq(stats.records, N + 1);
    cr_expect_eq(stats.errors[TENOR_E_TOO_LARGE], N);
    static const char *const lines[] = {
        "{\"id\":\"s\",\"date\":null,\"tenor\":{\"schema\":1,\"error\":{\"code\":\"too_large\",\"source\":\"in.jsonl\","
        "\"line\":1,\"offset\":0,\"message\":\"the 9 records of this value have more than 64 MiB together\"",
        "{\"id\":\"t\","};
    expect_lines(lines, 2);
    tn_buf_free(&in);
}

/* A field that is nowhere: each record is a job of its own, and nothing is held. */
Test(batch_merge, valueless_records_do_not_pile_up) {
    tn_buf in = TN_BUF_INIT;
    tn_puts(&in, "{\"story\":\"s\",\"text\":\"Ships sail.\"}\n");
    for (size_t i = 0; i < TN_MOST_VALUELESS + 20; i++) tn_puts(&in, "{\"text\":\"Ships sail.\"}\n");
    tn_puts(&in, "{\"story\":\"s\",\"text\":\"Ships sail.\"}\n");
    from = (feed){in.data, in.length, 0, 1000, 0};
    cr_assert_eq(run(), TENOR_OK);
    cr_expect(stats.digests == 2 && stats.digests_again == 1 && stats.failed == TN_MOST_VALUELESS + 20);
    tn_buf_free(&in);
}
