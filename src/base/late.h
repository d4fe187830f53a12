/* Late: libraries that are loaded when an input first needs them.
 *
 * Why. Most articles are plain text. The libraries for pages, compressed files and unnamed encodings bring fifteen more
 * of their own (libxml2 alone ICU and the C++ runtime), and mapping those at every start would be a third of the time
 * and of the memory of `tenor brief`.
 *
 * What. A library is a list of the functions that are used of it. The list makes a structure of pointers, of the types
 * that the library's own header declares, and the names to fill it by:
 *
 *   #define TN_LIBABC(X) X(abc_open) X(abc_close)                                          in libabc.h
 *   typedef struct tn_libabc { TN_LIBABC(TN_LATE_POINTER) } tn_libabc;
 *
 *   static tn_libabc table;                                                                in libabc.c
 *   static const char *const names[] = {TN_LIBABC(TN_LATE_NAME)};
 *   tn_late tn_libabc_library = {"libabc", "ABC files", TENOR_LIBABC, names, TN_LATE_COUNT(names), &table, NULL};
 *
 * The file's name is the one that the linker would have noted (cmake/TenorLate.cmake), so that the library fits the
 * header it was compiled with.
 *
 * Loaded once, never unloaded: threads share it, and what it keeps of its own lives as long as the program. That, and
 * the remembered failure, is the one state that tenor keeps beside its objects.
 */
#ifndef TN_BASE_LATE_H
#define TN_BASE_LATE_H

#include <stdatomic.h>
#include <stddef.h>

#include "base/status.h"

typedef struct tn_late {
    const char *name, *what;    /* for the message: the library, and what is read or written with it */
    const char *file;           /* for dlopen; tests put another one here, before the first use */
    const char *const *symbols; /* `count` names ... */
    size_t count;
    void *table;         /* ... for as many pointers to functions, in this order */
    void (*ready)(void); /* runs once, after loading; NULL: nothing to do */
    atomic_int state;
    char why[256]; /* it could not be loaded */
} tn_late;

#define TN_LATE_POINTER(function) __typeof__(function) *(function);
#define TN_LATE_NAME(function) #function,
#define TN_LATE_COUNT(names) (sizeof(names) / sizeof *(names))

/* Fills the table at the first call; any number of threads may call at once. A failure is remembered.
 * Errors: TENOR_E_NO_LIBRARY, with the system's reason. */
tenor_status tn_late_load(tn_late *library, tenor_error *error);

#endif
