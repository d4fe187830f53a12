/* Several texts as one: sources, dates, offsets, and updates. */
#include <criterion/criterion.h>

#include "base/alloc.h"
#include "base/span.h"
#include "opened.h"

TestSuite(digest, .init = set_up, .fini = tear_down);

static const char april[] =
    "Ships held in harbour\n28 April 2018\n\n"
    "Coast guards of the northern republic stopped two grain ships on Friday. The owner called the charge absurd.\n";
static const char may[] =
    "<html><head><title>Ships released</title><meta property=\"article:published_time\" content=\"2018-05-04T09:00Z\">"
    "</head><body><article><h1>Ships released</h1><p>Coast guards of the northern republic had stopped two grain ships "
    "on Friday.</p><p>The two ships were let go after a week, and their crews of \xC3\xA9migr\xC3\xA9s are well.</p>"
    "<p>Insurers raised the price of a voyage along the coast by a third.</p></article></body></html>";
static const char undated[] = "The price of grain fell in May, as traders had expected.\n";

enum { APRIL, MAY, UNDATED, GIVEN };
static tenor_input inputs[] = {
    {.text = {april, sizeof april - 1}, .source = "april.txt"},
    {.text = {may, sizeof may - 1}, .source = "may.html"},
    {.text = {undated, sizeof undated - 1}, .id = "undated"},
    {.text = {undated, sizeof undated - 1}, .source = "given.txt", .date = {"2018-05-03", 10}}};

static tenor_status digest(size_t n, const char *since, tenor_error *error) {
    tenor_options options = TENOR_OPTIONS_INIT;
    options.parts = TENOR_PART_SUMMARY | TENOR_PART_KEYWORDS;
    options.amount = 1;
    options.since = since;
    options.account = true;
    return tenor_analyze_all(result, engine, inputs, n, &options, error);
}

static bool warned(const char *name) {
    const tenor_document *document = tenor_result_document(result);
    for (size_t i = 0; i < document->n_warnings; i++)
        if (strcmp(document->warnings[i], name) == 0) return true;
    return false;
}

Test(digest, sources_have_names_and_dates) {
    static const char *const names[] = {"april.txt", "may.html", "undated", "given.txt"};
    static const char *const dates[] = {"28 April 2018", "2018-05-04T09:00Z", "", "2018-05-03"};
    cr_assert_eq(digest(4, NULL, NULL), TENOR_OK);
    const tenor_document *document = tenor_result_document(result);
    cr_assert_eq(document->n_sources, 4);
    for (size_t i = 0; i < 4; i++) {
        cr_expect_str_eq(document->sources[i].name, names[i]);
        cr_expect(tn_equal(document->sources[i].date, tn_str(dates[i])), "%zu", i);
        cr_expect_not(document->sources[i].background);
    }
    cr_expect_not(warned("date_missing"), "nobody asks");
    cr_assert_eq(digest(1, NULL, NULL), TENOR_OK);
    cr_expect_eq(tenor_result_document(result)->n_sources, 1, "one is a digest, too");
    cr_assert_eq(tenor_analyze(result, engine, inputs, NULL, NULL), TENOR_OK);
    cr_expect_eq(tenor_result_document(result)->n_sources, 0);
}

Test(digest, spans_are_in_the_text_of_their_source) {
    size_t count;
    cr_assert_eq(digest(4, "2018-05-01", NULL), TENOR_OK);
    const tenor_source *sources = tenor_result_document(result)->sources;
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    for (size_t i = 0; i < count; i++) {
        if (sentences[i].index == TENOR_NO_INDEX) continue;
        tenor_string text = sources[sentences[i].document].text;
        tenor_string there = tn_slice(text, sentences[i].span.start, sentences[i].span.end);
        cr_expect(tn_equal(there, sentences[i].text), "%.*s", (int)sentences[i].text.length, sentences[i].text.data);
    }
    const tenor_keyword *keywords = tenor_result_keywords(result, &count);
    cr_assert_gt(count, 0);
    for (size_t k = 0; k < count; k++) {
        tenor_span span = keywords[k].spans[0];
        tenor_string there = tn_slice(sources[keywords[k].documents[0]].text, span.start, span.end);
        cr_expect(tn_equal(there, keywords[k].text), "%.*s", (int)keywords[k].text.length, keywords[k].text.data);
    }
}

Test(digest, an_update_tells_what_is_new) {
    cr_assert_eq(digest(2, NULL, NULL), TENOR_OK);
    const tenor_summary *summary = tenor_result_summary(result);
    cr_expect_neq(strstr(summary->sentences[0]->text.data, "grain ships"), NULL);
    cr_assert_eq(digest(2, "2018-05-01", NULL), TENOR_OK);
    const tenor_document *document = tenor_result_document(result);
    cr_expect(document->sources[APRIL].background && !document->sources[MAY].background);
    cr_expect_eq(document->sentences, 3, "those of the background are not there");
    cr_expect(tn_equal(document->title, TN_STR("Ships released")));
    summary = tenor_result_summary(result);
    cr_assert_eq(summary->count, 1);
    cr_expect_neq(summary->sentences[0]->index, 0);
    cr_expect_eq(summary->sentences[0]->document, MAY);
    size_t count;
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    for (size_t i = 0; i < count; i++)
        if (sentences[i].index == 0) cr_expect_gt(sentences[i].said_before, 0.7, "%g", sentences[i].said_before);
}

Test(digest, dates_decide_and_their_lack_is_told) {
    cr_assert_eq(digest(4, "2018-05-04", NULL), TENOR_OK);
    const tenor_source *sources = tenor_result_document(result)->sources;
    cr_expect(sources[APRIL].background && !sources[MAY].background && !sources[UNDATED].background);
    cr_expect(sources[GIVEN].background, "the date given counts");
    cr_expect(warned("date_missing"));
    cr_assert_eq(digest(2, "2018-05-04T10:00Z", NULL), TENOR_OK);
    cr_expect(tenor_result_document(result)->sources[MAY].background, "an hour before");
    cr_expect(warned("nothing_new") && !warned("empty_text"));
    cr_expect_eq(tenor_result_summary(result)->count, 0);
    tenor_error error;
    cr_expect_eq(digest(2, "yesterday", &error), TENOR_E_USAGE);
    cr_expect_str_eq(error.message, "a date such as 2018-05-01 is needed, not 'yesterday'");
}

Test(digest, every_failed_allocation_is_an_error) {
    (void)tn_alloc_fail_at(0);
    tenor_result_free(result);
    cr_assert_eq(tenor_result_new(&result, NULL), TENOR_OK);
    cr_assert_eq(digest(4, "2018-05-01", NULL), TENOR_OK);
    size_t needed = tn_alloc_fail_at(0);
    for (size_t n = 2; n <= needed; n++) {
        tenor_result_free(result);
        (void)tn_alloc_fail_at(n);
        cr_assert_eq(tenor_result_new(&result, NULL), TENOR_OK);
        cr_assert_eq(digest(4, "2018-05-01", NULL), TENOR_E_MEMORY, "allocation %zu of %zu", n, needed);
        (void)tn_alloc_fail_at(0);
    }
    cr_assert_eq(digest(4, "2018-05-01", NULL), TENOR_OK);
}
