/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

const char *tenor_status_name(tenor_status status) {
    switch (status) {
        case TENOR_OK: return "ok";
        case TENOR_E_USAGE: return "usage";
        case TENOR_E_MEMORY: return "out_of_memory";
        case TENOR_E_IO: return "io_error";
        case TENOR_E_DATA: return "data_error";
        case TENOR_E_INVALID_UTF8: return "invalid_utf8";
        case TENOR_E_INVALID_JSON: return "invalid_json";
        case TENOR_E_MISSING_FIELD: return "missing_field";
        case TENOR_E_WRONG_TYPE: return "wrong_type";
        case TENOR_E_TOO_LARGE: return "too_large";
        case TENOR_E_NUMERIC: return "numeric";
        case TENOR_E_INVALID_CSV: return "invalid_csv";
        case TENOR_E_TIME_LIMIT: return "time_limit";
        case TENOR_E_NOT_TEXT: return "not_text";
        case TENOR_E_NO_LIBRARY: return "no_library";
        case TENOR_STATUSES: break;
    }
    return "unknown";
}

tenor_status(tn_fail)(tenor_error *error, tenor_status status, const char *format, ...) {
    if (!error) return status;
    *error = (tenor_error){.status = status};
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

tenor_status(tn_fail_at)(tenor_error *error, tenor_status status, size_t offset, const char *message) {
    (void)tn_fail(error, status, "%s", message);
    if (error) error->offset = offset;
    return status;
}

tenor_status(tn_fail_memory)(tenor_error *error) { return tn_fail(error, TENOR_E_MEMORY, "out of memory"); }

void tn_error_source(tenor_error *error, const char *source) {
    if (error && source) (void)snprintf(error->source, sizeof error->source, "%s", source);
}
