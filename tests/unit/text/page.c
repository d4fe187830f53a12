#include "unit/text/page.h"

#include <string.h>

test_page read_page_bytes(const char *bytes, size_t length, tenor_format format, const char *encoding) {
    test_page page = {0};
    tenor_options options = TENOR_OPTIONS_INIT;
    options.parts = 0;
    options.format = format;
    options.encoding = encoding;
    tenor_input input = {.text = {bytes, length}};
    page.status = tenor_engine_open(&page.engine, NULL, &page.error);
    if (page.status == TENOR_OK) page.status = tenor_result_new(&page.result, &page.error);
    if (page.status == TENOR_OK) page.status = tenor_analyze(page.result, page.engine, &input, &options, &page.error);
    page.document = page.result ? tenor_result_document(page.result) : NULL;
    return page;
}

test_page read_page(const char *html) { return read_page_bytes(html, strlen(html), TENOR_FORMAT_HTML, NULL); }

void free_page(test_page *page) {
    tenor_result_free(page->result);
    tenor_engine_close(page->engine);
}

typedef struct sink {
    char *at;
    size_t size, length;
} sink;

static bool collect(const char *data, size_t length, void *payload) {
    sink *s = payload;
    if (s->length + length >= s->size) return false;
    memcpy(s->at + s->length, data, length);
    s->length += length;
    s->at[s->length] = '\0';
    return true;
}

const char *page_story(const test_page *page, char *into, size_t size) {
    sink s = {into, size, 0};
    into[0] = '\0';
    if (tenor_render(page->result, "extract", NULL, collect, &s, NULL) != TENOR_OK) return "(not rendered)";
    return into;
}
