/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"

enum { READ_AT_ONCE = 16 * 1024 };

/* A directory on the way down: its entries in order, and which is next. */
typedef struct folder {
    struct folder *above;
    tn_arena arena;
    TN_VEC(char *) names;
    size_t at;
    size_t path_length; /* of inputs->path without an entry's name */
} folder;

struct tn_inputs {
    tn_inputs_options options;
    size_t at; /* of options.names */
    tn_stream *list;
    bool list_begun;
    tn_buf ahead; /* bytes of the list */
    size_t used;
    bool list_ended;
    tn_buf path;
    folder *deepest;
};

tenor_status tn_inputs_new(tn_inputs **out, const tn_inputs_options *options, tenor_error *error) {
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tn_inputs){.options = *options};
    return TENOR_OK;
}

/* ---- directories */

static void leave(tn_inputs *in) {
    folder *done = in->deepest;
    in->deepest = done->above;
    tn_arena_free(&done->arena);
    tn_free(done);
}

void tn_inputs_free(tn_inputs *in) {
    if (!in) return;
    while (in->deepest) leave(in);
    tn_stream_close(in->list);
    tn_buf_free(&in->ahead);
    tn_buf_free(&in->path);
    tn_free(in);
}

static int by_bytes(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static bool add_name(folder *f, const char *name) {
    char *copy = tn_alloc(&f->arena, strlen(name) + 1);
    char **slot = TN_PUSH(&f->arena, &f->names);
    if (!copy || !slot) return false;
    memcpy(copy, name, strlen(name) + 1);
    *slot = copy;
    return true;
}

static tenor_status read_names(folder *f, const char *path, tenor_error *error) {
    DIR *directory = opendir(path);
    if (!directory) return tn_fail_system(error, "read", path, errno);
    tenor_status status = TENOR_OK;
    for (struct dirent *entry; status == TENOR_OK && (errno = 0, entry = readdir(directory)) != NULL;)
        if (entry->d_name[0] != '.' && !add_name(f, entry->d_name)) status = tn_fail_memory(error);
    if (status == TENOR_OK && errno) status = tn_fail_system(error, "read", path, errno);
    (void)closedir(directory);
    if (f->names.count) qsort(f->names.at, f->names.count, sizeof *f->names.at, by_bytes);
    return status;
}

/* Into the directory that in->path names. */
static tenor_status enter(tn_inputs *in, tenor_error *error) {
    folder *f = tn_malloc(sizeof *f);
    if (!f) return tn_fail_memory(error);
    *f = (folder){.above = in->deepest, .arena = TN_ARENA_INIT};
    in->deepest = f;
    tenor_status status = read_names(f, in->path.data, error);
    if (in->path.data[in->path.length - 1] != '/') tn_putc(&in->path, '/');
    f->path_length = in->path.length;
    if (status == TENOR_OK && in->path.failed) status = tn_fail_memory(error);
    if (status != TENOR_OK) leave(in);
    return status;
}

static tenor_status set_path(tn_inputs *in, const char *name, size_t length, tenor_error *error) {
    tn_put(&in->path, name, length);
    return in->path.failed ? tn_fail_memory(error) : TENOR_OK;
}

/* The next entry of the deepest directory, or up. True in *found when in->path names a file. */
static tenor_status next_in_folder(tn_inputs *in, bool *found, tenor_error *error) {
    folder *f = in->deepest;
    struct stat info;
    *found = false;
    if (f->at == f->names.count) {
        leave(in);
        return TENOR_OK;
    }
    in->path.length = f->path_length;
    const char *name = f->names.at[f->at++];
    TN_TRY(set_path(in, name, strlen(name), error));
    if (lstat(in->path.data, &info) != 0) return tn_fail_system(error, "read", in->path.data, errno);
    if (S_ISDIR(info.st_mode)) return enter(in, error);
    *found =
        S_ISREG(info.st_mode) || (S_ISLNK(info.st_mode) && stat(in->path.data, &info) == 0 && S_ISREG(info.st_mode));
    return TENOR_OK;
}

/* ---- the list */

static tenor_status begin_list(tn_inputs *in, tenor_error *error) {
    const char *member;
    bool more;
    in->list_begun = true;
    in->list_ended = true; /* unless all goes well */
    TN_TRY(tn_stream_open(&in->list, in->options.list, &in->options.waiting, error));
    TN_TRY(tn_stream_member(in->list, &member, &more, error));
    in->list_ended = !more;
    return TENOR_OK;
}

static tenor_status more_of_list(tn_inputs *in, tenor_error *error) {
    memmove(in->ahead.data, in->ahead.data + in->used, in->ahead.length - in->used);
    in->ahead.length -= in->used;
    in->used = 0;
    size_t got;
    if (!tn_buf_reserve(&in->ahead, READ_AT_ONCE)) return tn_fail_memory(error);
    tenor_status status = tn_stream_read(in->list, in->ahead.data + in->ahead.length, READ_AT_ONCE, &got, error);
    in->ahead.length += got;
    in->list_ended = got == 0 || status != TENOR_OK;
    return status;
}

/* The next name of the list that is not empty, into in->path; *found is false at its end. */
static tenor_status next_of_list(tn_inputs *in, bool *found, tenor_error *error) {
    char end = in->options.nul ? '\0' : '\n';
    *found = false;
    if (!in->list_begun) TN_TRY(begin_list(in, error));
    for (;;) {
        const char *start = in->ahead.data + in->used;
        size_t rest = in->ahead.length - in->used;
        const char *stop = rest ? memchr(start, end, rest) : NULL;
        if (!stop && !in->list_ended) {
            if (!tn_buf_reserve(&in->ahead, 1)) return tn_fail_memory(error);
            TN_TRY(more_of_list(in, error));
            continue;
        }
        size_t length = stop ? (size_t)(stop - start) : rest;
        in->used += stop ? length + 1 : length;
        if (!in->options.nul && length && start[length - 1] == '\r') length--;
        *found = length > 0;
        if (*found) return set_path(in, start, length, error);
        if (!stop) return TENOR_OK;
    }
}

/* ---- all together */

/* The next name as given, into in->path. */
static tenor_status next_name(tn_inputs *in, bool *found, tenor_error *error) {
    tn_buf_reset(&in->path);
    *found = in->at < in->options.count;
    if (*found) {
        const char *name = in->options.names[in->at++];
        return set_path(in, name, strlen(name), error);
    }
    return in->options.list ? next_of_list(in, found, error) : TENOR_OK;
}

tenor_status tn_inputs_next(tn_inputs *in, const char **path, tenor_error *error) {
    struct stat info;
    bool found = false;
    *path = NULL;
    while (!found) {
        if (in->deepest) {
            TN_TRY(next_in_folder(in, &found, error));
            continue;
        }
        TN_TRY(next_name(in, &found, error));
        if (!found) return TENOR_OK;
        if (strcmp(in->path.data, "-") != 0 && stat(in->path.data, &info) == 0 && S_ISDIR(info.st_mode)) {
            found = false;
            TN_TRY(enter(in, error));
        }
    }
    *path = in->path.data;
    return TENOR_OK;
}
