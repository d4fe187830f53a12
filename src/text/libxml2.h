/* libxml2, loaded and set up at the first page (base/late.h). */
#ifndef TN_TEXT_LIBXML2_H
#define TN_TEXT_LIBXML2_H

#include <libxml/HTMLparser.h>

#include "base/late.h"

#define TN_LIBXML2(X)             \
    X(htmlCreateMemoryParserCtxt) \
    X(htmlCtxtUseOptions)         \
    X(htmlFreeParserCtxt)         \
    X(htmlParseDocument)          \
    X(xmlDictSetLimit)            \
    X(xmlFreeDoc)                 \
    X(xmlInitParser)              \
    X(xmlStrdup)

typedef struct tn_libxml2 {
    TN_LIBXML2(TN_LATE_POINTER)
} tn_libxml2;

/* Its functions; *out lives as long as the program. Errors: TENOR_E_NO_LIBRARY. */
tenor_status tn_libxml2_load(const tn_libxml2 **out, tenor_error *error);

extern const char tn_libxml2_version[]; /* of the header: what it was built with */
extern tn_late tn_libxml2_library;

#endif
