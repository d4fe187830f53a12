/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unicode/database.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "text/unpack.h"

enum { LONGEST_PATH = 1024, LARGEST_FILE = 1 << 26, MOST_SHOWN = 40 };

static const char *const endings[] = {"", ".bz2", ".gz", ".xz"};

static bool has(const char *directory, const char *name, char *path) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        int length = snprintf(path, LONGEST_PATH, "%s/%s%s", directory, name, endings[i]);
        if (length < LONGEST_PATH && access(path, R_OK) == 0) return true;
    }
    return false;
}

bool database_find(database *base) {
    const char *given = getenv("TENOR_UNICODE_DATA");
    const char *const places[] = {given ? given : "/usr/share/unicode", "/usr/share/unicode/ucd",
                                  "/usr/share/unicode-character-database"};
    char path[LONGEST_PATH];
    *base = (database){.arena = TN_ARENA_INIT};
    for (size_t i = 0; i < (given ? 1 : 3); i++) {
        if (!has(places[i], "NormalizationTest.txt", path)) continue;
        base->directory = places[i];
        return true;
    }
    return false;
}

tenor_string database_read(database *base, const char *name) {
    char path[LONGEST_PATH];
    tn_buf bytes = TN_BUF_INIT;
    tenor_string file = {NULL, 0};
    if (has(base->directory, name, path) && tn_read_file(&bytes, path, NULL) == TENOR_OK) {
        char *copy = tn_alloc(&base->arena, bytes.length + 1);
        if (copy) memcpy(copy, bytes.data, bytes.length);
        file = (tenor_string){copy, copy ? bytes.length : 0};
    }
    tn_buf_free(&bytes);
    if (file.data && tn_is_packed(file) && tn_unpack(&file, file, LARGEST_FILE, &base->arena, NULL) != TENOR_OK)
        return (tenor_string){NULL, 0};
    return file;
}

unsigned database_version(tenor_string file) {
    tenor_string line;
    if (!tn_split(&file, '\n', &line)) return 0;
    const char *dash = memchr(line.data, '-', line.length);
    return dash ? (unsigned)strtoul(dash + 1, NULL, 10) : 0;
}

bool database_line(tenor_string *file, tenor_string *line) {
    while (tn_split(file, '\n', line)) {
        const char *remark = line->length ? memchr(line->data, '#', line->length) : NULL;
        if (remark) line->length = (size_t)(remark - line->data);
        *line = tn_trim(*line);
        if (line->length) return true;
    }
    return false;
}

size_t database_fields(tenor_string line, tenor_string *fields, size_t most) {
    size_t count = 0;
    while (count < most && tn_split(&line, ';', &fields[count])) {
        fields[count] = tn_trim(fields[count]);
        count++;
    }
    return count;
}

/* Hexadecimal digits at text.data[*at]; false: there are none. */
static bool read_point(tenor_string text, size_t *at, uint32_t *point) {
    size_t start = *at;
    for (*point = 0; *at < text.length; (*at)++) {
        const char *digits = "0123456789ABCDEF", *digit = strchr(digits, text.data[*at]);
        if (!digit || !*digit) break;
        *point = *point * 16 + (uint32_t)(digit - digits);
    }
    return *at > start;
}

points points_of(tenor_string text) {
    points list = {.count = 0};
    uint32_t point;
    for (size_t at = 0; at < text.length && list.count < MOST_POINTS;) {
        if (read_point(text, &at, &point)) list.at[list.count++] = point;
        else at++;
    }
    return list;
}

void range_of(tenor_string text, uint32_t *first, uint32_t *last) {
    points ends = points_of(text);
    *first = ends.count ? ends.at[0] : 0;
    *last = ends.count > 1 ? ends.at[1] : *first;
}

static size_t encode(uint32_t c, char *out) {
    unsigned char *to = (unsigned char *)out;
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n; i-- > 1; c >>= 6) to[i] = (unsigned char)(0x80 | (c & 0x3F));
    to[0] = (unsigned char)(leads[n] | c);
    return n;
}

tenor_string points_encode(const points *list, char *into, uint32_t *offsets) {
    size_t length = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (offsets) offsets[i] = (uint32_t)length;
        length += encode(list->at[i], into + length);
    }
    if (offsets) offsets[list->count] = (uint32_t)length;
    return (tenor_string){into, length};
}

void points_print(const points *list) {
    for (size_t i = 0; i < list->count; i++) printf("%s%04X", i ? " " : "", (unsigned)list->at[i]);
}

bool expect(tally *count, bool good) {
    if (good) count->passed++;
    else count->failed++;
    return good || count->failed > MOST_SHOWN;
}
