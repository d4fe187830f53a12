/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/table.h"

tn_table tn_table_of(const tn_data_file *file) {
    return (tn_table){
        .lines = tn_lines_of(file->bytes, file->path), .version = TN_STR("0"), .lang = TN_STR("en"), .separator = '\t'};
}

/* Values are printed in records. */
static bool is_plain(tenor_string value) {
    for (size_t i = 0; i < value.length; i++) {
        char c = tn_lower(value.data[i]);
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-' && c != '_') return false;
    }
    return value.length > 0;
}

static tenor_status read_directive(tn_table *table, tenor_error *error) {
    tenor_string rest = tn_slice(table->lines.text, 2, table->lines.text.length), word;
    while (tn_split(&rest, ' ', &word)) {
        if (word.length == 0) continue;
        tenor_string value = word, key;
        if (!tn_split(&value, '=', &key) || !value.data)
            return tn_lines_fail(&table->lines, word, error, "a directive is written key=value");
        if (!is_plain(value))
            return tn_lines_fail(&table->lines, value, error, "a value is of letters, digits, '.', '-' and '_'");
        if (tn_equal(key, TN_STR("version"))) table->version = value;
        else if (tn_equal(key, TN_STR("lang"))) table->lang = value;
        else if (tn_equal(key, TN_STR("kind"))) table->kind = value;
        else if (table->foreign && tn_equal(key, TN_STR("scale"))) table->scale = value;
        else
            return tn_lines_fail(&table->lines, key, error, "unknown directive; known are kind, lang, version%s",
                                 table->foreign ? ", scale" : "");
    }
    return TENOR_OK;
}

/* A cell in quotation marks, which may hold separators: what is between the marks. */
static bool next_quoted(tenor_string *rest, char separator, tenor_string *cell) {
    size_t end = 1, length = rest->length;
    while (end < length && (rest->data[end] != '"' || (end + 1 < length && rest->data[end + 1] != separator))) end++;
    if (end == length) return false;
    *cell = tn_slice(*rest, 1, end);
    *rest = end + 1 < length ? tn_slice(*rest, end + 2, length) : (tenor_string){NULL, 0};
    return true;
}

static bool next_cell(const tn_table *table, tenor_string *rest, tenor_string *cell) {
    if (table->foreign && rest->length > 1 && rest->data[0] == '"' && next_quoted(rest, table->separator, cell))
        return true;
    return tn_split(rest, table->separator, cell);
}

static tenor_status split_columns(tn_table *table, size_t least, tenor_error *error) {
    tenor_string rest = table->lines.text, column;
    tenor_string none = tn_slice(rest, rest.length, rest.length);
    for (size_t i = 0; i < TN_MOST_COLUMNS; i++) table->column[i] = none;
    table->n_columns = 0;
    while (next_cell(table, &rest, &column)) {
        if (table->n_columns == TN_MOST_COLUMNS && table->foreign) break;
        if (table->n_columns == TN_MOST_COLUMNS) return tn_lines_fail(&table->lines, column, error, "too many columns");
        table->column[table->n_columns++] = column;
    }
    if (table->n_columns < least)
        return tn_lines_fail(&table->lines, none, error, "%zu columns separated by %s expected, %zu found", least,
                             table->separator == '\t' ? "TAB" : "commas", table->n_columns);
    return TENOR_OK;
}

bool tn_table_next(tn_table *table, size_t least, tenor_status *status, tenor_error *error) {
    *status = TENOR_OK;
    while (*status == TENOR_OK && tn_lines_next(&table->lines)) {
        if (table->lines.text.data[0] != '#') {
            *status = split_columns(table, least, error);
            return *status == TENOR_OK;
        }
        *status = read_directive(table, error);
    }
    return false;
}

bool tn_parse_number(tenor_string text, double *value) {
    size_t i = 0;
    bool minus = text.length > 0 && text.data[0] == '-';
    if (minus || (text.length > 0 && text.data[0] == '+')) i++;
    double number = 0, scale = 1;
    bool point = false;
    size_t digits = 0;
    for (; i < text.length; i++) {
        char c = text.data[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9' && digits < 15) {
            number = number * 10 + (c - '0');
            if (point) scale *= 10;
            digits++;
        } else if (c >= '0' && c <= '9' && point) {
            continue; /* more than a double holds */
        } else {
            return false;
        }
    }
    if (digits == 0) return false;
    *value = (minus ? -number : number) / scale;
    return true;
}

tenor_status tn_table_number(const tn_table *table, size_t column, double low, double high, double *value,
                             tenor_error *error) {
    tenor_string text = table->column[column];
    if (!tn_parse_number(text, value))
        return tn_lines_fail(&table->lines, text, error, "'%.*s' is not a number", (int)text.length, text.data);
    if (*value < low || *value > high)
        return tn_lines_fail(&table->lines, text, error, "%g is not within %g and %g", *value, low, high);
    return TENOR_OK;
}

tenor_status tn_table_expect_kind(const tn_table *table, const char *kind, tenor_error *error) {
    if (table->kind.length == 0 || tn_equal(table->kind, tn_str(kind))) return TENOR_OK;
    return tn_lines_fail(&table->lines, table->lines.text, error, "a file of kind '%.*s' where '%s' is needed",
                         (int)table->kind.length, table->kind.data, kind);
}
