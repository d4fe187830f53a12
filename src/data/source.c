/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "data/embedded.h"

typedef TN_VEC(tn_data_file) file_list;

static const char *join(tn_arena *arena, const char *dir, const char *path) {
    size_t size = strlen(dir) + strlen(path) + 2;
    char *joined = tn_alloc(arena, size);
    if (joined) (void)snprintf(joined, size, "%s/%s", dir, path);
    return joined;
}

bool tn_is_directory(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

tenor_status tn_data_load_path(tn_data_file *out, const char *path, tn_arena *arena, tenor_error *error) {
    tn_buf buf = TN_BUF_INIT;
    tenor_status status = tn_read_file(&buf, path, error);
    if (status == TENOR_OK) {
        char *bytes = tn_alloc(arena, buf.length);
        size_t size = strlen(path) + 1;
        char *name = tn_alloc(arena, size);
        if (!bytes || !name) {
            status = tn_fail_memory(error);
        } else {
            if (buf.length) memcpy(bytes, buf.data, buf.length);
            memcpy(name, path, size);
            *out = (tn_data_file){name, {bytes, buf.length}};
        }
    }
    tn_buf_free(&buf);
    return status;
}

tenor_status tn_data_load(tn_data_file *out, const char *dir, const char *path, tn_arena *arena, tenor_error *error) {
    if (dir) {
        const char *joined = join(arena, dir, path);
        return joined ? tn_data_load_path(out, joined, arena, error) : tn_fail_memory(error);
    }
    for (size_t i = 0; i < tn_embedded_file_count; i++) {
        const tn_embedded_file *file = &tn_embedded_files[i];
        if (strcmp(file->path, path) != 0) continue;
        *out = (tn_data_file){file->path, {(const char *)file->bytes, file->length}};
        return TENOR_OK;
    }
    return tn_fail(error, TENOR_E_IO, "no built-in data file '%s'", path);
}

static tenor_status embedded_folder(file_list *files, const char *folder, const char *suffix, tn_arena *arena,
                                    tenor_error *error) {
    tenor_string prefix = tn_str(folder), end = tn_str(suffix);
    for (size_t i = 0; i < tn_embedded_file_count; i++) {
        const tn_embedded_file *file = &tn_embedded_files[i];
        tenor_string path = tn_str(file->path);
        if (!tn_starts_nocase(path, prefix) || !tn_ends_nocase(path, end)) continue;
        tn_data_file *added = TN_PUSH(arena, files);
        if (!added) return tn_fail_memory(error);
        *added = (tn_data_file){file->path, {(const char *)file->bytes, file->length}};
    }
    return TENOR_OK;
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const tn_data_file *)a)->path, ((const tn_data_file *)b)->path);
}

static tenor_status read_entries(DIR *directory, file_list *files, const char *folder, const char *suffix,
                                 tn_arena *arena, tenor_error *error) {
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        if (!tn_ends_nocase(tn_str(entry->d_name), tn_str(suffix))) continue;
        const char *path = join(arena, folder, entry->d_name);
        if (!path) return tn_fail_memory(error);
        tn_data_file file;
        TN_TRY(tn_data_load_path(&file, path, arena, error));
        tn_data_file *added = TN_PUSH(arena, files);
        if (!added) return tn_fail_memory(error);
        *added = file;
    }
    return TENOR_OK;
}

tenor_status tn_data_load_folder(tn_data_file **out, size_t *count, const char *folder, const char *suffix,
                                 tn_arena *arena, tenor_error *error) {
    file_list files = {0};
    DIR *directory = opendir(folder);
    if (!directory) {
        tn_fail(error, TENOR_E_IO, "%s", strerror(errno));
        tn_error_source(error, folder);
        return TENOR_E_IO;
    }
    tenor_status status = read_entries(directory, &files, folder, suffix, arena, error);
    (void)closedir(directory);
    if (status != TENOR_OK) return status;
    if (files.count) qsort(files.at, files.count, sizeof *files.at, by_path); /* names in a folder are distinct */
    *out = files.at;
    *count = files.count;
    return TENOR_OK;
}

tenor_status tn_data_load_all(tn_data_file **out, size_t *count, const char *dir, const char *folder, const char *suffix,
                              tn_arena *arena, tenor_error *error) {
    if (dir) {
        const char *joined = join(arena, dir, folder);
        return joined ? tn_data_load_folder(out, count, joined, suffix, arena, error) : tn_fail_memory(error);
    }
    file_list files = {0};
    TN_TRY(embedded_folder(&files, folder, suffix, arena, error));
    *out = files.at;
    *count = files.count;
    return TENOR_OK;
}
