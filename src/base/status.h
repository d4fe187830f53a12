/* Filling a tenor_error. */
#ifndef TN_BASE_STATUS_H
#define TN_BASE_STATUS_H

#include "tenor/tenor.h"

#if defined(__GNUC__) || defined(__clang__)
#define TN_PRINTF(string, first) __attribute__((format(printf, string, first)))
#else
#define TN_PRINTF(string, first)
#endif

/* Sets *error (if not NULL) to status and message, all places empty. Returns status, for `return tn_fail(...)`. */
tenor_status tn_fail(tenor_error *error, tenor_status status, const char *format, ...) TN_PRINTF(3, 4);

/* The same with a message as it is, and the byte of the input at which the fault lies. */
tenor_status tn_fail_at(tenor_error *error, tenor_status status, size_t offset, const char *message);

/* The usual case of TENOR_E_MEMORY. */
tenor_status tn_fail_memory(tenor_error *error);

#ifdef __clang_analyzer__ /* sees one file at a time, and must be told that a failure is not TENOR_OK */
#define tn_fail(error, status, ...) ((void)(tn_fail)(error, status, __VA_ARGS__), (status))
#define tn_fail_memory(error) ((void)(tn_fail_memory)(error), TENOR_E_MEMORY)
#define tn_fail_at(error, status, offset, message) ((void)(tn_fail_at)(error, status, offset, message), (status))
#endif

/* Adds the source's name to an error already set. */
void tn_error_source(tenor_error *error, const char *source);

/* Evaluates an expression of type tenor_status and returns it unless it is TENOR_OK. */
#define TN_TRY(expression)                                     \
    do {                                                       \
        tenor_status tn_try_status_ = (expression);            \
        if (tn_try_status_ != TENOR_OK) return tn_try_status_; \
    } while (0)

#endif
