/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/unpack.h"

#include "base/span.h"
#include "base/vec.h"
#include "text/libarchive.h"

enum { STEP = 1 << 16 };

typedef TN_VEC(char) bytes_list;

bool tn_is_packed(tenor_string s) {
    static const struct {
        const char *bytes;
        size_t length;
    } marks[] = {{"\x1F\x8B\x08", 3},
                 {"BZh", 3},
                 {"\xFD"
                  "7zXZ",
                  5},
                 {"\x28\xB5\x2F\xFD", 4},
                 {"\x04\x22\x4D\x18", 4}};
    if (s.length >= 4 && memcmp(s.data, "BZh", 3) == 0) return s.data[3] >= '1' && s.data[3] <= '9';
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (s.length > marks[i].length && memcmp(s.data, marks[i].bytes, marks[i].length) == 0) return true;
    return false;
}

/* Only what is built into libarchive: its "all" would start other programs. */
static void allow_filters(const tn_libarchive *la, struct archive *archive) {
    (void)la->archive_read_support_filter_gzip(archive);
    (void)la->archive_read_support_filter_bzip2(archive);
    (void)la->archive_read_support_filter_xz(archive);
    (void)la->archive_read_support_filter_zstd(archive);
    (void)la->archive_read_support_filter_lz4(archive);
    (void)la->archive_read_support_format_raw(archive);
}

static tenor_status fail_broken(const tn_libarchive *la, struct archive *archive, tenor_error *error) {
    const char *why = la->archive_error_string(archive);
    return tn_fail(error, TENOR_E_NOT_TEXT, "the compressed input is broken: %s", why ? why : "it ends too early");
}

static tenor_status read_all(bytes_list *into, const tn_libarchive *la, struct archive *archive, tenor_string bytes,
                             size_t most, tn_arena *arena, tenor_error *error) {
    struct archive_entry *entry;
    if (la->archive_read_open_memory(archive, bytes.data, bytes.length) != ARCHIVE_OK ||
        la->archive_read_next_header(archive, &entry) != ARCHIVE_OK)
        return fail_broken(la, archive, error);
    for (;;) {
        if (!TN_RESERVE(arena, into, STEP)) return tn_fail_memory(error);
        la_ssize_t n = la->archive_read_data(archive, into->at + into->count, STEP);
        if (n < 0) return fail_broken(la, archive, error);
        if (n == 0) return TENOR_OK;
        into->count += (size_t)n;
        if (into->count > most)
            return tn_fail(error, TENOR_E_TOO_LARGE,
                           "the compressed input holds more than the %zu bytes that are allowed", most);
    }
}

tenor_status tn_unpack(tenor_string *out, tenor_string bytes, size_t most, tn_arena *arena, tenor_error *error) {
    const tn_libarchive *la;
    bytes_list all = {0};
    TN_TRY(tn_libarchive_load(&la, error));
    struct archive *archive = la->archive_read_new();
    if (!archive) return tn_fail_memory(error);
    allow_filters(la, archive);
    tenor_status status = read_all(&all, la, archive, bytes, most, arena, error);
    (void)la->archive_read_free(archive);
    *out = (tenor_string){all.at, all.count};
    return status;
}
