/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/csv.h"

size_t tn_csv_end(tn_csv_scan *scan, char separator, const char *data, size_t from, size_t length) {
    for (size_t i = from; i < length; i++) {
        char c = data[i];
        if (scan->state == TN_CSV_QUOTED) {
            if (c == '"') scan->state = TN_CSV_CLOSED;
            if (c == '\n') scan->newlines++;
        } else if (c == '\n') {
            return i;
        } else if (c == separator) {
            scan->state = TN_CSV_START;
        } else if (c == '"' && scan->state != TN_CSV_PLAIN) {
            scan->state = TN_CSV_QUOTED; /* at a cell's beginning, or the second of two */
        } else {
            scan->state = TN_CSV_PLAIN;
        }
    }
    return length;
}

/* One past the quotation mark that closes the one at `at`; 0: there is none. */
static size_t close_quote(tenor_string record, size_t at) {
    for (size_t i = at + 1; i < record.length; i++) {
        if (record.data[i] != '"') continue;
        if (i + 1 == record.length || record.data[i + 1] != '"') return i + 1;
        i++;
    }
    return 0;
}

static size_t find(tenor_string record, size_t at, char c) {
    const char *found = at < record.length ? memchr(record.data + at, c, record.length - at) : NULL;
    return found ? (size_t)(found - record.data) : record.length;
}

tenor_status tn_csv_split(tn_cells *cells, tenor_string record, char separator, tn_arena *arena, tenor_error *error) {
    for (size_t at = 0;; at++) {
        size_t end;
        if (at < record.length && record.data[at] == '"') {
            end = close_quote(record, at);
            if (end == 0) return tn_fail_at(error, TENOR_E_INVALID_CSV, at, "a quotation mark is never closed");
            if (end < record.length && record.data[end] != separator)
                return tn_fail_at(error, TENOR_E_INVALID_CSV, end,
                                  "something stands between a closing quotation mark and the separator");
        } else {
            end = find(record, at, separator);
        }
        tenor_string *cell = TN_PUSH(arena, cells);
        if (!cell) return tn_fail_memory(error);
        *cell = tn_slice(record, at, end);
        if (end == record.length) return TENOR_OK;
        at = end;
    }
}

tenor_status tn_csv_value(tenor_string *value, tenor_string cell, tn_arena *arena, tenor_error *error) {
    *value = cell;
    if (cell.length < 2 || cell.data[0] != '"') return TENOR_OK;
    *value = tn_slice(cell, 1, cell.length - 1);
    if (!memchr(value->data, '"', value->length)) return TENOR_OK;
    char *copy = tn_alloc(arena, value->length);
    if (!copy) return tn_fail_memory(error);
    size_t n = 0;
    for (size_t i = 0; i < value->length; i++) {
        copy[n++] = value->data[i];
        if (value->data[i] == '"') i++;
    }
    *value = (tenor_string){copy, n};
    return TENOR_OK;
}
