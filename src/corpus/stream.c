/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/file.h"
#include "base/span.h"
#include "text/libarchive.h"

enum { BLOCK = 64 * 1024, IDLE_MS = 250, TAR_MAGIC_AT = 257, ENOUGH = 512 };

struct tn_stream {
    char *name; /* for messages */
    int descriptor;
    bool owned; /* the descriptor is ours to close */
    tn_stream_options options;
    tenor_read_fn read; /* instead of the descriptor */
    void *read_payload;
    int failed_with; /* errno of a read */
    bool at_end, stopped, opened, begun, finished;
    size_t taken;
    struct archive *archive; /* NULL: plain bytes */
    const tn_libarchive *la; /* its functions */
    size_t held, used;       /* bytes of `block` that were read ahead */
    char block[BLOCK];
};

/* ---- the file itself */

/* Waits until there is something to read; false when told to give up. */
static bool wait_for_input(tn_stream *s) {
    struct pollfd entry = {.fd = s->descriptor, .events = POLLIN};
    int timeout = 0; /* at first only a look: what is ready elsewhere goes out before we wait */
    while (s->options.idle && poll(&entry, 1, timeout) <= 0) {
        if (!s->options.idle(s->options.payload)) return false;
        timeout = IDLE_MS;
    }
    return true;
}

static bool take_from_descriptor(tn_stream *s, char *data, size_t capacity, size_t *got) {
    ssize_t n;
    do {
        if (!wait_for_input(s)) {
            s->stopped = true;
            return true;
        }
        n = read(s->descriptor, data, capacity);
    } while (n < 0 && (errno == EINTR || errno == EAGAIN));
    if (n < 0) return false;
    *got = (size_t)n;
    return true;
}

/* Bytes as they come; *got is 0 at the end. False with failed_with set. */
static bool take(tn_stream *s, char *data, size_t capacity, size_t *got) {
    *got = 0;
    if (s->at_end) return true;
    errno = 0;
    bool good = s->read ? s->read(data, capacity, got, s->read_payload) : take_from_descriptor(s, data, capacity, got);
    if (!good) s->failed_with = errno ? errno : EIO;
    s->at_end = !good || *got == 0;
    s->taken += *got;
    return good;
}

/* Reads ahead until the first bytes show what it is. A whole line is enough: a record must not wait for the next. */
static bool read_ahead(tn_stream *s) {
    for (size_t got = 1; got && s->held < ENOUGH && !memchr(s->block, '\n', s->held); s->held += got)
        if (!take(s, s->block + s->held, BLOCK - s->held, &got)) return false;
    return true;
}

/* ---- what it is */

static bool begins(const tn_stream *s, size_t at, const char *magic, size_t length) {
    return s->held >= at + length && memcmp(s->block + at, magic, length) == 0;
}

static bool is_packed(const tn_stream *s) {
    return begins(s, 0, "\x1f\x8b", 2) || begins(s, 0, "\x28\xb5\x2f\xfd", 4) ||
           begins(s, 0,
                  "\xfd"
                  "7zXZ\0",
                  6) ||
           begins(s, 0, "BZh", 3) || begins(s, 0, "PK\3\4", 4) || begins(s, 0, "PK\5\6", 4) ||
           begins(s, TAR_MAGIC_AT, "ustar", 5);
}

/* libarchive asks for the next block: first the one that was read ahead. */
static la_ssize_t feed(struct archive *archive, void *payload, const void **block) {
    tn_stream *s = payload;
    *block = s->block;
    if (s->used == s->held) {
        size_t got;
        if (!take(s, s->block, BLOCK, &got)) {
            s->la->archive_set_error(archive, s->failed_with, "not read"); /* told by fail_archive */
            return ARCHIVE_FATAL;
        }
        s->held = got;
    }
    s->used = s->held;
    return (la_ssize_t)s->held;
}

static tenor_status fail_archive(tn_stream *s, tenor_error *error) {
    if (s->failed_with) return tn_fail_system(error, "read", s->name, s->failed_with);
    const char *why = s->la->archive_error_string(s->archive);
    (void)tn_fail(error, TENOR_E_IO, "cannot read %s: %s", s->name, why ? why : "the data is broken");
    tn_error_source(error, s->name);
    return TENOR_E_IO;
}

/* What may be in a stream, and how it may be packed: not "all" of libarchive's, which would start other programs. */
static int allow(const tn_libarchive *la, struct archive *archive) {
    int worst = la->archive_read_support_filter_gzip(archive);
    worst = worst < ARCHIVE_WARN ? worst : la->archive_read_support_filter_zstd(archive);
    worst = worst < ARCHIVE_WARN ? worst : la->archive_read_support_filter_xz(archive);
    worst = worst < ARCHIVE_WARN ? worst : la->archive_read_support_filter_bzip2(archive);
    worst = worst < ARCHIVE_WARN ? worst : la->archive_read_support_format_tar(archive);
    worst = worst < ARCHIVE_WARN ? worst : la->archive_read_support_format_zip_streamable(archive);
    worst = worst < ARCHIVE_WARN ? worst : la->archive_read_support_format_raw(archive);
    return worst < ARCHIVE_WARN ? worst : la->archive_read_support_format_empty(archive);
}

static tenor_status open_archive(tn_stream *s, tenor_error *error) {
    tenor_status status = tn_libarchive_load(&s->la, error);
    if (status != TENOR_OK) return tn_error_source(error, s->name), status;
    s->archive = s->la->archive_read_new();
    if (!s->archive) return tn_fail_memory(error);
    if (allow(s->la, s->archive) < ARCHIVE_WARN ||
        s->la->archive_read_open(s->archive, s, NULL, feed, NULL) != ARCHIVE_OK)
        return fail_archive(s, error);
    return TENOR_OK;
}

/* ---- opening */

static tenor_status new_stream(tn_stream **out, const char *name, tenor_error *error) {
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    memset(*out, 0, offsetof(tn_stream, block));
    (*out)->descriptor = -1;
    (*out)->name = tn_malloc(strlen(name) + 1);
    if (!(*out)->name) {
        tn_free(*out);
        *out = NULL;
        return tn_fail_memory(error);
    }
    memcpy((*out)->name, name, strlen(name) + 1);
    return TENOR_OK;
}

tenor_status tn_stream_open(tn_stream **out, const char *path, const tn_stream_options *options, tenor_error *error) {
    bool standard = strcmp(path, "-") == 0;
    TN_TRY(new_stream(out, standard ? "standard input" : path, error));
    (*out)->options = *options;
    (*out)->owned = !standard;
    (*out)->descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if ((*out)->descriptor >= 0) return TENOR_OK;
    int why = errno;
    tn_stream_close(*out);
    *out = NULL;
    return tn_fail_system(error, "read", path, why);
}

tenor_status tn_stream_of(tn_stream **out, const char *name, tenor_read_fn read, void *payload, tenor_error *error) {
    TN_TRY(new_stream(out, name, error));
    (*out)->read = read;
    (*out)->read_payload = payload;
    return TENOR_OK;
}

void tn_stream_close(tn_stream *s) {
    if (!s) return;
    if (s->archive) (void)s->la->archive_read_free(s->archive);
    if (s->owned && s->descriptor >= 0) (void)close(s->descriptor);
    tn_free(s->name);
    tn_free(s);
}

/* ---- members */

static tenor_status begin(tn_stream *s, tenor_error *error) {
    s->begun = true;
    if (!read_ahead(s)) return tn_fail_system(error, "read", s->name, s->failed_with);
    return is_packed(s) ? open_archive(s, error) : TENOR_OK;
}

/* A compressed file that is no archive has one entry of libarchive's "raw" format. */
static const char *name_of(tn_stream *s, struct archive_entry *entry) {
    if (s->la->archive_format(s->archive) == ARCHIVE_FORMAT_RAW) return NULL;
    const char *name = s->la->archive_entry_pathname_utf8(entry);
    if (!name) name = s->la->archive_entry_pathname(entry);
    return name ? name : "?";
}

static tenor_status next_entry(tn_stream *s, const char **name, bool *more, tenor_error *error) {
    for (;;) {
        struct archive_entry *entry;
        int status = s->la->archive_read_next_header(s->archive, &entry);
        if (status == ARCHIVE_EOF || s->stopped) return TENOR_OK;
        if (status < ARCHIVE_WARN) {
            s->finished = true;
            return fail_archive(s, error);
        }
        *name = name_of(s, entry);
        *more = !*name || s->la->archive_entry_filetype(entry) == AE_IFREG;
        if (*more) return TENOR_OK;
    }
}

tenor_status tn_stream_member(tn_stream *s, const char **name, bool *more, tenor_error *error) {
    *more = false;
    *name = NULL;
    if (s->finished) return TENOR_OK;
    if (!s->begun) {
        tenor_status status = begin(s, error);
        s->finished = status != TENOR_OK;
        if (status != TENOR_OK) return status;
        *more = !s->archive;
        if (!s->archive) return TENOR_OK;
    }
    if (s->archive) return next_entry(s, name, more, error);
    s->finished = true;
    return TENOR_OK;
}

static tenor_status read_plain(tn_stream *s, char *data, size_t capacity, size_t *got, tenor_error *error) {
    if (s->used == s->held) {
        if (take(s, data, capacity, got)) return TENOR_OK;
        return tn_fail_system(error, "read", s->name, s->failed_with);
    }
    *got = s->held - s->used < capacity ? s->held - s->used : capacity;
    memcpy(data, s->block + s->used, *got);
    s->used += *got;
    return TENOR_OK;
}

tenor_status tn_stream_read(tn_stream *s, char *data, size_t capacity, size_t *got, tenor_error *error) {
    *got = 0;
    if (!s->archive) return read_plain(s, data, capacity, got, error);
    la_ssize_t n = s->la->archive_read_data(s->archive, data, capacity);
    if (s->stopped) return TENOR_OK;
    if (n < 0) return fail_archive(s, error);
    *got = (size_t)n;
    return TENOR_OK;
}

bool tn_stream_stopped(const tn_stream *s) { return s->stopped; }

size_t tn_stream_taken(const tn_stream *s) { return s->taken; }
