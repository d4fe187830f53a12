/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

static int compare_path(const void *key, const void *file) {
    return strcmp(key, ((const tn_embedded_file *)file)->path);
}

static const tn_embedded_file *find_embedded(const char *path) {
    return bsearch(path, tn_embedded_files, tn_embedded_file_count, sizeof *tn_embedded_files, compare_path);
}

tenor_status tn_data_load(tn_data_file *out, const char *dir, const char *path, tn_arena *arena, tenor_error *error) {
    if (dir) {
        const char *joined = join(arena, dir, path);
        return joined ? tn_data_load_path(out, joined, arena, error) : tn_fail_memory(error);
    }
    const tn_embedded_file *file = find_embedded(path);
    if (file) *out = (tn_data_file){file->path, {(const char *)file->bytes, file->length}};
    else return tn_fail(error, TENOR_E_IO, "no built-in data file '%s'", path);
    return TENOR_OK;
}

bool tn_data_exists(const char *dir, const char *path) {
    char joined[4096];
    if (!dir) return find_embedded(path) != NULL;
    int length = snprintf(joined, sizeof joined, "%s/%s", dir, path);
    return length > 0 && (size_t)length < sizeof joined && access(joined, F_OK) == 0;
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
        if (entry->d_name[0] == '.' || !tn_ends_nocase(tn_str(entry->d_name), tn_str(suffix))) continue;
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
    if (!directory) return tn_fail_system(error, "read", folder, errno);
    tenor_status status = read_entries(directory, &files, folder, suffix, arena, error);
    (void)closedir(directory);
    if (status != TENOR_OK) return status;
    if (files.count) qsort(files.at, files.count, sizeof *files.at, by_path); /* names in a folder are distinct */
    *out = files.at;
    *count = files.count;
    return TENOR_OK;
}

tenor_status tn_data_load_all(tn_data_file **out, size_t *count, const char *dir, const char *folder,
                              const char *suffix, tn_arena *arena, tenor_error *error) {
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

/* ---- folders ---- */

typedef TN_VEC(const char *) name_list;

static bool push_name(name_list *names, tenor_string name, tn_arena *arena) {
    char *copy = tn_alloc(arena, name.length + 1);
    const char **added = TN_PUSH(arena, names);
    if (!copy || !added) return false;
    memcpy(copy, name.data, name.length);
    *added = copy;
    return true;
}

/* "models/de/lang.conf" holds folder, a name and the file's name. */
static bool embedded_folders(name_list *names, const char *folder, const char *name, tn_arena *arena) {
    size_t start = strlen(folder) + 1, tail = strlen(name) + 1;
    for (size_t i = 0; i < tn_embedded_file_count; i++) {
        tenor_string path = tn_str(tn_embedded_files[i].path);
        if (path.length <= start + tail || strncmp(path.data, folder, start - 1) != 0 || path.data[start - 1] != '/')
            continue;
        tenor_string middle = tn_slice(path, start, path.length - tail);
        if (path.data[path.length - tail] != '/' || strcmp(path.data + path.length - tail + 1, name) != 0) continue;
        if (!memchr(middle.data, '/', middle.length) && !push_name(names, middle, arena)) return false;
    }
    return true;
}

static bool directory_folders(name_list *names, DIR *directory, const char *folder, const char *name, tn_arena *arena) {
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        if (entry->d_name[0] == '.') continue;
        const char *inner = join(arena, entry->d_name, name);
        if (!inner) return false;
        if (tn_data_exists(folder, inner) && !push_name(names, tn_str(entry->d_name), arena)) return false;
    }
    return true;
}

tenor_status tn_data_folders(const char ***out, size_t *count, const char *dir, const char *folder, const char *name,
                             tn_arena *arena, tenor_error *error) {
    name_list names = {0};
    bool enough = true;
    if (dir) {
        const char *path = join(arena, dir, folder);
        DIR *directory = path ? opendir(path) : NULL;
        if (path && !directory) return tn_fail_system(error, "read", path, errno);
        enough = path && directory_folders(&names, directory, path, name, arena);
        if (directory) (void)closedir(directory);
    } else {
        enough = embedded_folders(&names, folder, name, arena);
    }
    *out = names.at;
    *count = names.count;
    return enough ? TENOR_OK : tn_fail_memory(error);
}
