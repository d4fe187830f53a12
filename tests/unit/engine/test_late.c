/* Which inputs load which libraries, and what happens where one is not installed. Each test is a process of its own, in
 * which nothing was loaded before. */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include <criterion/criterion.h>
#include <string.h>
#if !defined(__APPLE__)
#include <link.h>
#endif

#include "base/span.h"
#include "corpus/pack.h"
#include "text/cld2.h"
#include "text/libarchive.h"
#include "text/libxml2.h"
#include "text/uchardet.h"
#include "unit/text/page.h"

#define STORY "The council voted on Monday to keep the old harbour open through the winter."

static const char plain[] = STORY " Fishing crews had warned that a closure would end a trade as old as the town.\n";
static const char html[] = "<!DOCTYPE html><title>Harbour</title><p>" STORY "</p>";
/* "packed" in gzip, without a time stamp. */
static const char packed[] =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x2b\x48\x4c\xce\x4e\x4d\x01\x00\xbf\xef\xb3\x70\x06\x00\x00\x00";
/* Koi8-r; enough of it for statistics. "Мы пришли домой поздно вечером и долго говорили о новостях." */
static const char koi8[] =
    "\xED\xD9 \xD0\xD2\xC9\xDB\xCC\xC9 \xC4\xCF\xCD\xCF\xCA \xD0\xCF\xDA\xC4\xCE\xCF \xD7\xC5\xDE\xC5\xD2\xCF\xCD \xC9 "
    "\xC4\xCF\xCC\xC7\xCF \xC7\xCF\xD7\xCF\xD2\xC9\xCC\xC9 \xCF \xCE\xCF\xD7\xCF\xD3\xD4\xD1\xC8.\n";

static const char greek[] = "Δύο νεκροί από τις πλημμύρες";

#define PAGE_OF(bytes) read_page_bytes(bytes, sizeof(bytes) - 1, TENOR_FORMAT_AUTO, NULL)

#if !defined(__APPLE__)
static int has_part(struct dl_phdr_info *object, size_t size, void *part) {
    (void)size;
    return object->dlpi_name && strstr(object->dlpi_name, part) != NULL;
}

static bool is_loaded(const char *part) { return dl_iterate_phdr(has_part, (void *)part) != 0; }

static void expect_loaded(bool xml, bool archive, bool uchardet) {
    cr_expect_eq(is_loaded("libarchive"), archive);
    cr_expect_eq(is_loaded("libuchardet"), uchardet);
    if (!archive) cr_expect_eq(is_loaded("libxml2"), xml); /* libarchive may bring it */
    if (!archive && !xml) cr_expect_not(is_loaded("libicu"));
}

Test(libraries, plain_text_loads_none) {
    tenor_engine *engine;
    tenor_result *result;
    tenor_error error = {0};
    tenor_input input = {.text = {plain, sizeof plain - 1}};
    expect_loaded(false, false, false);
    cr_assert_eq(tenor_engine_open(&engine, NULL, &error), TENOR_OK, "%s", error.message);
    cr_assert_eq(tenor_result_new(&result, &error), TENOR_OK);
    cr_assert_eq(tenor_analyze(result, engine, &input, NULL, &error), TENOR_OK, "%s", error.message);
    cr_expect_eq(tenor_result_document(result)->sentences, 2);
    expect_loaded(false, false, false);
    tenor_result_free(result);
    tenor_engine_close(engine);
}

Test(libraries, an_encoding_that_is_told_or_easy_loads_none) {
    static const char easy[] = "The caf\xE9 isn\x92t open.";
    test_page page = PAGE_OF(easy);
    cr_expect_str_eq(page.document->encoding, "windows-1252");
    free_page(&page);
    page = read_page_bytes(koi8, sizeof koi8 - 1, TENOR_FORMAT_AUTO, "koi8-r");
    cr_expect_str_eq(page.document->encoding, "koi8-r");
    free_page(&page);
    expect_loaded(false, false, false);
}

Test(libraries, a_page_loads_libxml2) {
    test_page page = PAGE_OF(html);
    cr_assert_eq(page.status, TENOR_OK, "%s", page.error.message);
    cr_expect(tn_equal(page.document->text, TN_STR(STORY)));
    expect_loaded(true, false, false);
    free_page(&page);
}

Test(libraries, compressed_input_loads_libarchive) {
    test_page page = PAGE_OF(packed);
    cr_assert_eq(page.status, TENOR_OK, "%s", page.error.message);
    cr_expect(tn_equal(page.document->text, TN_STR("packed")));
    expect_loaded(false, true, false);
    free_page(&page);
}

#ifdef TENOR_CLD2
Test(libraries, an_uncertain_language_loads_cld2) {
    test_page page = PAGE_OF(plain);
    cr_expect_str_eq(page.document->lang_source, "gate");
    cr_expect_not(is_loaded("libcld2"));
    free_page(&page);
    page = PAGE_OF(greek);
    cr_expect_str_eq(page.document->lang, "el");
    cr_expect(is_loaded("libcld2"));
    expect_loaded(false, false, false);
    free_page(&page);
}
#endif

#ifdef TENOR_UCHARDET
Test(libraries, an_unknown_encoding_loads_uchardet) {
    test_page page = PAGE_OF(koi8);
    cr_assert_eq(page.status, TENOR_OK, "%s", page.error.message);
    cr_expect_str_eq(page.document->encoding, "koi8-r");
    expect_loaded(false, false, true);
    free_page(&page);
}
#endif
#endif

/* ---- not installed */

#define ABSENT "libtenor-absent.so.1"

static void expect_told(const test_page *page, const char *said) {
    cr_assert_eq(page->status, TENOR_E_NO_LIBRARY, "%s", page->error.message);
    cr_expect_eq(strncmp(page->error.message, said, strlen(said)), 0, "%s", page->error.message);
    cr_expect_not_null(strstr(page->error.message, ABSENT), "%s", page->error.message);
    cr_expect_null(page->document);
}

Test(libraries, without_libxml2_a_page_is_an_error_and_text_is_not) {
    tn_libxml2_library.file = ABSENT;
    test_page page = PAGE_OF(html);
    expect_told(&page, "HTML needs libxml2, which cannot be loaded (");
    free_page(&page);
    page = PAGE_OF(plain);
    cr_expect_eq(page.status, TENOR_OK);
    free_page(&page);
}

static bool ignore(const char *data, size_t length, void *payload) { return (void)data, (void)length, !payload; }

Test(libraries, without_libarchive_compressed_data_is_an_error) {
    tn_pack *pack;
    tenor_error error = {0};
    tn_libarchive_library.file = ABSENT;
    test_page page = PAGE_OF(packed);
    expect_told(&page, "compressed data needs libarchive, which cannot be loaded (");
    free_page(&page);
    cr_expect_eq(tn_pack_new(&pack, "gz", ignore, NULL, &error), TENOR_E_NO_LIBRARY);
    cr_expect_null(pack);
}

typedef struct feed {
    const char *bytes;
    size_t left;
} feed;

static bool give(char *into, size_t capacity, size_t *got, void *payload) {
    feed *from = payload;
    *got = from->left < capacity ? from->left : capacity;
    memcpy(into, from->bytes, *got);
    from->bytes += *got;
    from->left -= *got;
    return true;
}

Test(libraries, without_libarchive_a_compressed_stream_is_a_bad_record) {
    feed input = {packed, sizeof packed - 1};
    tenor_engine *engine;
    tenor_error error = {0};
    tenor_batch_stats stats;
    tenor_batch_options options = TENOR_BATCH_OPTIONS_INIT;
    options.read = give;
    options.read_payload = &input;
    options.write = ignore;
    tn_libarchive_library.file = ABSENT;
    cr_assert_eq(tenor_engine_open(&engine, NULL, &error), TENOR_OK);
    cr_expect_eq(tenor_batch(engine, &options, &stats, &error), TENOR_OK, "%s", error.message);
    cr_expect_eq(stats.failed, 1);
    cr_expect_eq(stats.errors[TENOR_E_NO_LIBRARY], 1);
    cr_expect_eq(stats.unreadable, 1);
    tenor_engine_close(engine);
}

#ifdef TENOR_UCHARDET
Test(libraries, without_uchardet_nothing_is_guessed) {
    tn_uchardet_library.file = ABSENT;
    test_page page = PAGE_OF(koi8);
    cr_assert_eq(page.status, TENOR_E_NOT_TEXT);
    cr_expect_not_null(strstr(page.error.message, "no encoding"), "%s", page.error.message);
    free_page(&page);
    page = read_page_bytes(koi8, sizeof koi8 - 1, TENOR_FORMAT_AUTO, "koi8-r");
    cr_expect_eq(page.status, TENOR_OK, "%s", page.error.message);
    free_page(&page);
}
#endif

#ifdef TENOR_CLD2
Test(libraries, without_cld2_the_gate_has_the_last_word) {
    tn_cld2_library.file = ABSENT;
    test_page page = PAGE_OF(greek);
    cr_assert_eq(page.status, TENOR_OK, "%s", page.error.message);
    cr_expect_str_eq(page.document->lang, "und");
    cr_expect_str_eq(page.document->lang_source, "none");
    free_page(&page);
}
#endif
