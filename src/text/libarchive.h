/* libarchive, loaded at the first compressed input or output (base/late.h). */
#ifndef TN_TEXT_LIBARCHIVE_H
#define TN_TEXT_LIBARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#include "base/late.h"

#define TN_LIBARCHIVE(X)                          \
    X(archive_entry_filetype)                     \
    X(archive_entry_free)                         \
    X(archive_entry_new)                          \
    X(archive_entry_pathname)                     \
    X(archive_entry_pathname_utf8)                \
    X(archive_entry_set_filetype)                 \
    X(archive_error_string)                       \
    X(archive_format)                             \
    X(archive_read_data)                          \
    X(archive_read_free)                          \
    X(archive_read_new)                           \
    X(archive_read_next_header)                   \
    X(archive_read_open)                          \
    X(archive_read_open_memory)                   \
    X(archive_read_support_filter_bzip2)          \
    X(archive_read_support_filter_gzip)           \
    X(archive_read_support_filter_lz4)            \
    X(archive_read_support_filter_xz)             \
    X(archive_read_support_filter_zstd)           \
    X(archive_read_support_format_empty)          \
    X(archive_read_support_format_raw)            \
    X(archive_read_support_format_tar)            \
    X(archive_read_support_format_zip_streamable) \
    X(archive_set_error)                          \
    X(archive_write_add_filter_gzip)              \
    X(archive_write_add_filter_zstd)              \
    X(archive_write_close)                        \
    X(archive_write_data)                         \
    X(archive_write_free)                         \
    X(archive_write_header)                       \
    X(archive_write_new)                          \
    X(archive_write_open)                         \
    X(archive_write_set_bytes_in_last_block)      \
    X(archive_write_set_filter_option)            \
    X(archive_write_set_format_raw)

typedef struct tn_libarchive {
    TN_LIBARCHIVE(TN_LATE_POINTER)
} tn_libarchive;

/* Its functions; *out lives as long as the program. Errors: TENOR_E_NO_LIBRARY. */
tenor_status tn_libarchive_load(const tn_libarchive **out, tenor_error *error);

extern const char tn_libarchive_version[]; /* of the header: what it was built with */
extern tn_late tn_libarchive_library;

#endif
