#include <criterion/criterion.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "stream.h"

/* Each request for memory fails once in turn: a clean error, nothing leaked (the sanitizer's log tells), and the same
 * result as ever when memory is there again. */

enum { MOST_TRIED = 1500 }; /* beyond, evenly spread: where each piece of an arena is a request there are thousands */

static const char article[] =
    "Truce holds\n\nGENEVA, June 3 - Ukraine said on Monday that it would not end the war. Gen. A. Lind of Syria urged "
    "rebels to sign the truce, but the attack went on. He left.\n\nPhoto: Ann Lee/Agency\n\nThe envoys met by the "
    "lake. "
    "\xC3\x89tienne said that sanctions against North Korea were lifted. \xE6\x88\x98\xE4\xBA\x89\xE3\x80\x82\n";
static const char page[] =
    "<html><head><title>Truce holds</title></head><body><ul><li><a href=\"/\">Home</a></ul><article><p>The talks on "
    "the "
    "border went on for a week.</p><p>Envoys of Ukraine said &quot;no&quot; to the truce.</p></article></body></html>";

static tenor_status run(const tenor_engine *engine, tenor_string text, const char *ranker, tn_buf *out,
                        tenor_error *error) {
    tenor_result *result;
    tenor_options options = TENOR_OPTIONS_INIT;
    static const char *const topics[] = {"ukraine", "Lind=Lind,the general"};
    size_t count;
    const tenor_named *writers = tenor_writers(&count);
    tenor_status status = tenor_result_new(&result, error);
    options.ranker = ranker;
    options.topics = topics;
    options.n_topics = 2;
    tenor_input input = {.text = text};
    if (status == TENOR_OK) status = tenor_analyze(result, engine, &input, &options, error);
    for (size_t i = 0; i < count && status == TENOR_OK; i++)
        status = tenor_render(result, writers[i].name, NULL, append, out, error);
    tenor_result_free(result);
    return status;
}

static void fail_each(const tenor_engine *engine, tenor_string text, const char *ranker) {
    tn_buf whole = TN_BUF_INIT, out = TN_BUF_INIT;
    tenor_error error;
    tn_buf_reserve(&out, 1 << 20); /* so that the requests are the library's */
    tn_buf_reserve(&whole, 1 << 20);
    (void)tn_alloc_fail_at(0);
    cr_assert_eq(run(engine, text, ranker, &whole, &error), TENOR_OK);
    size_t requests = tn_alloc_fail_at(0), step = requests / MOST_TRIED + 1, failed = 0;
    for (size_t n = 1; n <= requests; n += step) {
        tn_buf_reset(&out);
        error = (tenor_error){.status = TENOR_OK};
        (void)tn_alloc_fail_at(n);
        tenor_status status = run(engine, text, ranker, &out, &error);
        (void)tn_alloc_fail_at(0);
        failed += status != TENOR_OK;
        bool same = out.length == whole.length && memcmp(out.data, whole.data, out.length) == 0;
        cr_assert(status == TENOR_E_MEMORY ? error.status == TENOR_E_MEMORY : status == TENOR_OK && same,
                  "%s, request %zu of %zu: %s", ranker, n, requests, tenor_status_name(status));
    }
    cr_expect_gt(failed, 0);
    tn_buf_reset(&out);
    cr_assert_eq(run(engine, text, ranker, &out, &error), TENOR_OK);
    cr_expect(out.length == whole.length && memcmp(out.data, whole.data, out.length) == 0);
    tn_buf_free(&whole);
    tn_buf_free(&out);
}

Test(memory, analysis_and_writers) {
    tenor_engine *engine;
    cr_assert_eq(tenor_engine_open(&engine, NULL, NULL), TENOR_OK);
    fail_each(engine, (tenor_string){article, sizeof article - 1}, "news");
    fail_each(engine, (tenor_string){page, sizeof page - 1}, "news");
    tenor_engine_close(engine);
}

Test(memory, every_ranker) {
    tenor_engine *engine;
    size_t count;
    const tenor_named *rankers = tenor_rankers(&count);
    cr_assert_eq(tenor_engine_open(&engine, NULL, NULL), TENOR_OK);
    for (size_t i = 0; i < count; i++) fail_each(engine, (tenor_string){article, sizeof article - 1}, rankers[i].name);
    tenor_engine_close(engine);
}

Test(memory, opening_an_engine) {
    static const char *const topics[] = {TENOR_SOURCE_DIR "/lexicons/topics"};
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    tenor_engine *engine;
    options.topic_paths = topics;
    options.n_topic_paths = 1;
    (void)tn_alloc_fail_at(0);
    cr_assert_eq(tenor_engine_open(&engine, &options, NULL), TENOR_OK);
    size_t requests = tn_alloc_fail_at(0), step = requests / 100 + 1;
    tenor_engine_close(engine);
    for (size_t n = 1; n <= requests; n += step) {
        (void)tn_alloc_fail_at(n);
        tenor_status status = tenor_engine_open(&engine, &options, NULL);
        (void)tn_alloc_fail_at(0);
        cr_assert(status == TENOR_E_MEMORY ? engine == NULL : status == TENOR_OK, "request %zu of %zu: %s", n, requests,
                  tenor_status_name(status));
        tenor_engine_close(engine);
    }
}
