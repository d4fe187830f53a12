/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"

enum { READ_STEP = 64 * 1024, TEMPORARY_TRIES = 100 };

tenor_status tn_fail_system(tenor_error *error, const char *what, const char *path, int number) {
    char reason[128];
    if (strerror_r(number, reason, sizeof reason) != 0) (void)snprintf(reason, sizeof reason, "error %d", number);
    (void)tn_fail(error, TENOR_E_IO, "cannot %s %s: %s", what, path, reason);
    tn_error_source(error, path);
    return TENOR_E_IO;
}

/* ---- reading ---- */

/* One read; 0 at the end, -1 with errno. */
static ssize_t read_some(int descriptor, char *data, size_t capacity) {
    ssize_t n;
    do {
        n = read(descriptor, data, capacity);
    } while (n < 0 && errno == EINTR);
    return n;
}

/* What a regular file's size promises, so that one read does it; only a hint, the file may grow or be a pipe. */
static size_t expected_size(int descriptor) {
    struct stat info;
    bool known = fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0;
    return known ? (size_t)info.st_size + 1 : READ_STEP;
}

tenor_status tn_read_descriptor(tn_buf *into, int descriptor, const char *name, tenor_error *error) {
    size_t room = expected_size(descriptor);
    for (;;) {
        if (!tn_buf_reserve(into, room)) return tn_fail_memory(error);
        ssize_t n = read_some(descriptor, into->data + into->length, into->capacity - into->length - 1);
        if (n < 0) return tn_fail_system(error, "read", name, errno);
        into->length += (size_t)n;
        into->data[into->length] = '\0';
        if (n == 0) return TENOR_OK;
        room = into->capacity - into->length > READ_STEP / 2 ? 1 : READ_STEP;
    }
}

tenor_status tn_read_file(tn_buf *into, const char *path, tenor_error *error) {
    if (strcmp(path, "-") == 0) return tn_read_descriptor(into, STDIN_FILENO, "standard input", error);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return tn_fail_system(error, "read", path, errno);
    tenor_status status = tn_read_descriptor(into, descriptor, path, error);
    (void)close(descriptor);
    return status;
}

/* ---- writing ---- */

static bool wait_until_writable(int descriptor) {
    struct pollfd entry = {.fd = descriptor, .events = POLLOUT};
    return poll(&entry, 1, -1) >= 0 || errno == EINTR;
}

bool tn_write_all(int descriptor, const char *data, size_t length) {
    while (length) {
        ssize_t n = write(descriptor, data, length);
        if (n >= 0) {
            data += n;
            length -= (size_t)n;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!wait_until_writable(descriptor)) return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

/* ---- a file whole or not at all ---- */

static void forget(tn_outfile *out) {
    free(out->target); /* of realpath, so not of tn_malloc */
    tn_free(out->temporary);
    *out = (tn_outfile){.descriptor = -1};
}

static tenor_status open_in_place(tn_outfile *out, tenor_error *error) {
    out->descriptor = open(out->path, O_WRONLY | O_CLOEXEC);
    if (out->descriptor >= 0) return TENOR_OK;
    return tn_fail_system(error, "write", out->path, errno);
}

/* Opens "TARGET.tmp-PID-N" for the first N that is free. */
static tenor_status open_temporary(tn_outfile *out, const char *target, mode_t mode, tenor_error *error) {
    size_t size = strlen(target) + 64;
    out->temporary = tn_malloc(size);
    if (!out->temporary) return tn_fail_memory(error);
    int why = EEXIST;
    for (unsigned i = 0; i < TEMPORARY_TRIES && why == EEXIST; i++) {
        (void)snprintf(out->temporary, size, "%s.tmp-%ld-%u", target, (long)getpid(), i);
        out->descriptor = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (out->descriptor >= 0) return TENOR_OK;
        why = errno;
    }
    return tn_fail_system(error, "write", out->path, why);
}

/* What is there now: *mode is 0 when nothing is, and of a regular file out->target is set. Links to nothing and in a
 * circle are errors: to put a file in their place would be to lose them. */
static tenor_status look_at(tn_outfile *out, mode_t *mode, tenor_error *error) {
    struct stat info;
    *mode = 0;
    if (stat(out->path, &info) != 0) {
        int why = errno;
        bool nothing = why == ENOENT && lstat(out->path, &info) != 0;
        return nothing ? TENOR_OK : tn_fail_system(error, "write", out->path, why);
    }
    *mode = info.st_mode;
    if (S_ISDIR(info.st_mode)) return tn_fail_system(error, "write", out->path, EISDIR);
    if (!S_ISREG(info.st_mode)) return TENOR_OK;
    if (access(out->path, W_OK) == 0) out->target = realpath(out->path, NULL);
    return out->target ? TENOR_OK : tn_fail_system(error, "write", out->path, errno);
}

tenor_status tn_outfile_open(tn_outfile *out, const char *path, tenor_error *error) {
    mode_t mode;
    *out = (tn_outfile){.descriptor = -1, .path = path};
    TN_TRY(look_at(out, &mode, error));
    if (mode && !out->target) return open_in_place(out, error);
    tenor_status status = open_temporary(out, out->target ? out->target : path, 0666, error);
    if (status == TENOR_OK && out->target) (void)fchmod(out->descriptor, mode & 07777);
    if (status != TENOR_OK) forget(out);
    return status;
}

/* The first `length` bytes of the file and no more. False with errno. */
static bool take_part(int descriptor, size_t length) {
    struct stat info;
    if (fstat(descriptor, &info) != 0) return false;
    if ((size_t)info.st_size < length) {
        errno = ENODATA;
        return false;
    }
    return ftruncate(descriptor, (off_t)length) == 0 && lseek(descriptor, (off_t)length, SEEK_SET) >= 0;
}

/* Alone on the file, until it is closed. */
static tenor_status lock_part(int descriptor, const char *path, tenor_error *error) {
    if (lockf(descriptor, F_TLOCK, 0) == 0) return TENOR_OK;
    if (errno != EAGAIN && errno != EACCES) return tn_fail_system(error, "write", path, errno);
    (void)tn_fail(error, TENOR_E_IO, "cannot write %s: another run is writing it", path);
    tn_error_source(error, path);
    return TENOR_E_IO;
}

/* Sets out->temporary to TARGET.part. What is there and no regular file has no part that it could be replaced by. */
static tenor_status name_part(tn_outfile *out, const char *path, mode_t *mode, tenor_error *error) {
    *out = (tn_outfile){.descriptor = -1, .path = path, .part = true};
    TN_TRY(look_at(out, mode, error));
    if (*mode && !out->target) {
        (void)tn_fail(error, TENOR_E_IO, "cannot write %s in parts: it is no regular file", path);
        tn_error_source(error, path);
        return TENOR_E_IO;
    }
    const char *target = out->target ? out->target : path;
    size_t size = strlen(target) + sizeof ".part";
    out->temporary = tn_malloc(size);
    if (!out->temporary) return tn_fail_memory(error);
    (void)snprintf(out->temporary, size, "%s.part", target);
    return TENOR_OK;
}

/* A symbolic link is not followed here: the part's name is easy to guess in a directory of all. */
static tenor_status open_part(tn_outfile *out, size_t length, mode_t mode, tenor_error *error) {
    out->descriptor = open(out->temporary, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (out->descriptor < 0) return tn_fail_system(error, "write", out->temporary, errno);
    TN_TRY(lock_part(out->descriptor, out->temporary, error));
    if (!take_part(out->descriptor, length)) return tn_fail_system(error, "write", out->temporary, errno);
    if (out->target) (void)fchmod(out->descriptor, mode & 07777);
    return TENOR_OK;
}

tenor_status tn_outfile_open_part(tn_outfile *out, const char *path, size_t length, tenor_error *error) {
    mode_t mode;
    tenor_status status = name_part(out, path, &mode, error);
    if (status == TENOR_OK) status = open_part(out, length, mode, error);
    if (status != TENOR_OK) tn_outfile_suspend(out);
    return status;
}

tenor_status tn_outfile_finish_part(const char *path, size_t length, tenor_error *error) {
    tn_outfile out;
    mode_t mode;
    tenor_status status = name_part(&out, path, &mode, error);
    if (status != TENOR_OK || access(out.temporary, F_OK) != 0) {
        forget(&out);
        return status;
    }
    status = open_part(&out, length, mode, error);
    if (status == TENOR_OK) return tn_outfile_commit(&out, error);
    tn_outfile_suspend(&out);
    return status;
}

void tn_outfile_suspend(tn_outfile *out) {
    if (out->descriptor >= 0) (void)close(out->descriptor);
    forget(out);
}

tenor_status tn_outfile_commit(tn_outfile *out, tenor_error *error) {
    const char *path = out->path, *target = out->target ? out->target : path;
    int why = 0;
    if (out->temporary && fsync(out->descriptor) != 0) why = errno;
    if (close(out->descriptor) != 0 && !why) why = errno;
    if (out->temporary && !why && rename(out->temporary, target) != 0) why = errno;
    if (out->temporary && why && !out->part) (void)unlink(out->temporary);
    forget(out);
    return why ? tn_fail_system(error, "write", path, why) : TENOR_OK;
}

void tn_outfile_discard(tn_outfile *out) {
    if (out->descriptor >= 0) (void)close(out->descriptor);
    if (out->temporary) (void)unlink(out->temporary);
    forget(out);
}
