/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/places.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/span.h"
#include "cli/message.h"

enum { OUTPUT, ERRORS, MANIFEST, STATS, WRITTEN };
static const char *const options[WRITTEN] = {"-o", "--errors", "--manifest", "--stats"};
static const char *const theirs[WRITTEN] = {"what -o writes", "what --errors writes", "the manifest", ""};

/* ---- two names */

static bool same_inode(const struct stat *a, const struct stat *b) {
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static tenor_string directory_of(const char *path, const char **name) {
    const char *slash = strrchr(path, '/');
    *name = slash ? slash + 1 : path;
    return slash ? (tenor_string){path, (size_t)(slash - path) + 1} : TN_STR(".");
}

/* Of two files that are not there. */
static bool would_be_same(const char *a, const char *b) {
    const char *name_a, *name_b;
    tenor_string in_a = directory_of(a, &name_a), in_b = directory_of(b, &name_b);
    char path_a[4096], path_b[4096];
    struct stat info_a, info_b;
    if (strcmp(name_a, name_b) != 0 || in_a.length >= sizeof path_a || in_b.length >= sizeof path_b) return false;
    memcpy(path_a, in_a.data, in_a.length);
    memcpy(path_b, in_b.data, in_b.length);
    path_a[in_a.length] = path_b[in_b.length] = '\0';
    return stat(path_a, &info_a) == 0 && stat(path_b, &info_b) == 0 && same_inode(&info_a, &info_b);
}

/* Devices and pipes may be named as often as one likes. */
static bool same(const char *a, const char *b) {
    struct stat info_a, info_b;
    bool there_a = stat(a, &info_a) == 0, there_b = stat(b, &info_b) == 0;
    if (there_a && there_b) return S_ISREG(info_a.st_mode) && same_inode(&info_a, &info_b);
    return !there_a && !there_b && would_be_same(a, b);
}

/* "day.part", where "day" grows. */
static bool is_part_of(const char *path, const char *whole) {
    size_t length = strlen(whole);
    return strncmp(path, whole, length) == 0 && strcmp(path + length, ".part") == 0;
}

/* ---- all of them */

static tn_exit fail(const char *option, const char *what, const char *path) {
    tenor_error error;
    (void)tn_fail(&error, TENOR_E_USAGE, "%s would overwrite %s, %s", option, what, path);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

static tn_exit check_written(const char *const *paths) {
    bool in_parts = paths[MANIFEST];
    for (int a = 0; a < WRITTEN; a++) {
        for (int b = a + 1; paths[a] && b < WRITTEN; b++) {
            if (!paths[b]) continue;
            if (same(paths[a], paths[b])) return fail(options[b], theirs[a], paths[b]);
            if (in_parts && a <= ERRORS && (is_part_of(paths[b], paths[a]) || is_part_of(paths[a], paths[b])))
                return fail(options[b], "a part that is not yet whole", paths[b]);
        }
    }
    return TN_EXIT_OK;
}

static tn_exit check_input(const char *const *paths, const char *input) {
    struct stat info, out;
    bool standard = strcmp(input, "-") == 0;
    bool known = (standard ? fstat(STDIN_FILENO, &info) : stat(input, &info)) == 0 && S_ISREG(info.st_mode);
    if (!known) return TN_EXIT_OK;
    for (int i = ERRORS; i < WRITTEN; i++)
        if (paths[i] && stat(paths[i], &out) == 0 && same_inode(&info, &out))
            return fail(options[i], "an input", paths[i]);
    if (!paths[OUTPUT] && fstat(STDOUT_FILENO, &out) == 0 && same_inode(&info, &out))
        return fail("standard output", "an input", standard ? "standard input" : input);
    return TN_EXIT_OK;
}

tn_exit tn_check_places(const tn_settings *settings, const char *const *inputs, size_t count) {
    const char *paths[WRITTEN] = {settings->output, settings->errors, settings->manifest, settings->stats};
    for (int i = 0; i < WRITTEN; i++)
        if (paths[i] && strcmp(paths[i], "-") == 0) paths[i] = NULL;
    tn_exit code = check_written(paths);
    for (size_t i = 0; i < count && code == TN_EXIT_OK; i++) code = check_input(paths, inputs[i]);
    return code == TN_EXIT_OK && settings->list ? check_input(paths, settings->list) : code;
}
