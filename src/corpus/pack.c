/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pack.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "text/libarchive.h"

struct tn_pack {
    const tn_libarchive *la;
    bool zstd;
    tenor_write_fn write;
    void *payload;
    struct archive *archive; /* of the current frame; NULL: none has begun */
};

tenor_status tn_pack_new(tn_pack **out, const char *kind, tenor_write_fn write, void *payload, tenor_error *error) {
    bool zstd = strcmp(kind, "zst") == 0;
    const tn_libarchive *la;
    *out = NULL;
    if (!zstd && strcmp(kind, "gz") != 0) return tn_fail(error, TENOR_E_USAGE, "cannot compress as '%s'", kind);
    TN_TRY(tn_libarchive_load(&la, error));
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tn_pack){.la = la, .zstd = zstd, .write = write, .payload = payload};
    return TENOR_OK;
}

void tn_pack_free(tn_pack *pack) {
    if (!pack) return;
    pack->write = NULL; /* libarchive writes the rest when it closes */
    if (pack->archive) (void)pack->la->archive_write_free(pack->archive);
    tn_free(pack);
}

static la_ssize_t pass_on(struct archive *archive, void *payload, const void *data, size_t length) {
    tn_pack *pack = payload;
    if (pack->write && pack->write(data, length, pack->payload)) return (la_ssize_t)length;
    pack->la->archive_set_error(archive, EIO, "not written");
    return -1;
}

static tenor_status fail(tenor_error *error) {
    return tn_fail(error, TENOR_E_IO, "the compressed output could not be written");
}

/* libarchive's "raw" format: one entry, no more than its bytes. Without a time in it, so that the same input gives the
 * same bytes. */
static tenor_status begin(tn_pack *pack, tenor_error *error) {
    const tn_libarchive *la = pack->la;
    struct archive *a = pack->archive = la->archive_write_new();
    if (!a) return tn_fail_memory(error);
    bool good =
        (pack->zstd ? la->archive_write_add_filter_zstd(a) : la->archive_write_add_filter_gzip(a)) == ARCHIVE_OK;
    good = good && (pack->zstd || la->archive_write_set_filter_option(a, "gzip", "timestamp", NULL) == ARCHIVE_OK);
    good = good && la->archive_write_set_format_raw(a) == ARCHIVE_OK;
    good = good && la->archive_write_set_bytes_in_last_block(a, 1) == ARCHIVE_OK;
    good = good && la->archive_write_open(a, pack, NULL, pass_on, NULL) == ARCHIVE_OK;
    struct archive_entry *entry = good ? la->archive_entry_new() : NULL;
    if (entry) la->archive_entry_set_filetype(entry, AE_IFREG);
    good = entry && la->archive_write_header(a, entry) == ARCHIVE_OK;
    la->archive_entry_free(entry);
    return good ? TENOR_OK : fail(error);
}

tenor_status tn_pack_write(tn_pack *pack, const char *data, size_t length, tenor_error *error) {
    if (!pack->archive) TN_TRY(begin(pack, error));
    return pack->la->archive_write_data(pack->archive, data, length) == (la_ssize_t)length ? TENOR_OK : fail(error);
}

tenor_status tn_pack_finish(tn_pack *pack, tenor_error *error) {
    if (!pack->archive) return TENOR_OK;
    bool good = pack->la->archive_write_close(pack->archive) == ARCHIVE_OK;
    (void)pack->la->archive_write_free(pack->archive);
    pack->archive = NULL;
    return good ? TENOR_OK : fail(error);
}
