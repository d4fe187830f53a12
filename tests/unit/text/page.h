/* A page or text read the way a user's is, for tests. */
#ifndef TN_TESTS_PAGE_H
#define TN_TESTS_PAGE_H

#include "tenor/tenor.h"

typedef struct test_page {
    tenor_engine *engine;
    tenor_result *result;
    tenor_status status;
    tenor_error error;
    const tenor_document *document; /* NULL after a failure */
} test_page;

test_page read_page_bytes(const char *bytes, size_t length, tenor_format format, const char *encoding);
test_page read_page(const char *html);
void free_page(test_page *page);

/* What `tenor extract` prints. */
const char *page_story(const test_page *page, char *into, size_t size);

#endif
