/* uchardet, loaded at the first text whose encoding nothing tells (base/late.h). Optional: TENOR_UCHARDET is defined
 * where tenor was built with it. */
#ifndef TN_TEXT_UCHARDET_H
#define TN_TEXT_UCHARDET_H

#include "base/late.h"

extern const char tn_uchardet_version[]; /* "0.0.7", or "not built in" */

#ifdef TENOR_UCHARDET

#include <uchardet.h>

#define TN_UCHARDET(X)      \
    X(uchardet_data_end)    \
    X(uchardet_delete)      \
    X(uchardet_get_charset) \
    X(uchardet_handle_data) \
    X(uchardet_new)

typedef struct tn_uchardet {
    TN_UCHARDET(TN_LATE_POINTER)
} tn_uchardet;

/* Its functions; *out lives as long as the program. Errors: TENOR_E_NO_LIBRARY. */
tenor_status tn_uchardet_load(const tn_uchardet **out, tenor_error *error);

extern tn_late tn_uchardet_library;

#endif
#endif
