/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/record.h"

#include <json-c/json.h>
#include <limits.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "corpus/json.h"
#include "corpus/member.h"

const char tn_json_version[] = JSON_C_VERSION;

enum { DEEPEST = 64, GIANT = 4 * 1024 * 1024 };

struct tn_record_reader {
    json_tokener *tokener;
    json_object *object; /* of the latest record */
};

/* A record being read. */
typedef struct reading {
    tn_record *record;
    tn_record_reader *reader;
    const tn_raw *raw;
    tenor_string bytes;
    const tn_record_fields *fields;
    tn_arena *arena;
    tenor_error *error;
} reading;

tenor_status tn_record_reader_new(tn_record_reader **out, tenor_error *error) {
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tn_record_reader){.tokener = json_tokener_new_ex(DEEPEST)};
    if (!(*out)->tokener) {
        tn_free(*out);
        *out = NULL;
        return tn_fail_memory(error);
    }
    return TENOR_OK;
}

void tn_record_reader_free(tn_record_reader *reader) {
    if (!reader) return;
    json_object_put(reader->object);
    json_tokener_free(reader->tokener);
    tn_free(reader);
}

/* The tokener holds on to the longest string that it has read: after a giant, another one takes its place. */
static tenor_status forget_giant(tn_record_reader *reader, tenor_error *error) {
    json_tokener *fresh = json_tokener_new_ex(DEEPEST);
    if (!fresh) return tn_fail_memory(error);
    json_tokener_free(reader->tokener);
    reader->tokener = fresh;
    return TENOR_OK;
}

static tenor_status fail_missing(reading *r, const char *field) {
    return tn_fail(r->error, TENOR_E_MISSING_FIELD, "the record has no field '%s'", field);
}

/* ---- JSON */

static tenor_status parse(reading *r) {
    json_object_put(r->reader->object);
    return tn_json_parse(&r->reader->object, r->reader->tokener, r->bytes, r->error);
}

static json_object *find(json_object *object, const char *field) {
    json_object *found = NULL;
    if (!field) return NULL;
    if (field[0] == '/') return json_pointer_get(object, field, &found) == 0 ? found : NULL;
    return json_object_object_get_ex(object, field, &found) ? found : NULL;
}

/* Whether there is such a field, be it null. */
static bool has(json_object *object, const char *field) {
    json_object *found = NULL;
    if (!field) return false;
    if (field[0] == '/') return json_pointer_get(object, field, &found) == 0;
    return json_object_object_get_ex(object, field, &found);
}

/* The field's text. Without one, or with null, an empty string unless it is needed. */
static tenor_status read_string(reading *r, tenor_string *out, const char *field, bool needed) {
    json_object *value = find(r->reader->object, field);
    if (!value && !needed) return TENOR_OK;
    if (!value) return fail_missing(r, field);
    if (!json_object_is_type(value, json_type_string))
        return tn_fail(r->error, TENOR_E_WRONG_TYPE, "the field '%s' is not a string", field);
    *out = (tenor_string){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    return TENOR_OK;
}

static tenor_status read_target(const reading *r, const char **out, json_object *value) {
    const char *field = r->fields->targets;
    if (!json_object_is_type(value, json_type_string))
        return tn_fail(r->error, TENOR_E_WRONG_TYPE, "the field '%s' holds something that is not a string", field);
    *out = json_object_get_string(value);
    if (strlen(*out) != (size_t)json_object_get_string_len(value))
        return tn_fail(r->error, TENOR_E_WRONG_TYPE, "the field '%s' holds a target with a NUL in it", field);
    if (tn_trim(tn_str(*out)).length == 0)
        return tn_fail(r->error, TENOR_E_WRONG_TYPE, "the field '%s' holds an empty target", field);
    return TENOR_OK;
}

static tenor_status read_targets(reading *r) {
    const char *field = r->fields->targets;
    json_object *value = find(r->reader->object, field);
    if (!value) return TENOR_OK;
    if (!json_object_is_type(value, json_type_array))
        return tn_fail(r->error, TENOR_E_WRONG_TYPE, "the field '%s' is not an array", field);
    size_t n = json_object_array_length(value);
    const char **targets = TN_NEW_ARRAY(r->arena, n, const char *);
    if (!targets) return tn_fail_memory(r->error);
    for (size_t i = 0; i < n; i++) TN_TRY(read_target(r, &targets[i], json_object_array_get_idx(value, i)));
    r->record->targets = targets;
    r->record->n_targets = n;
    return TENOR_OK;
}

/* A value as it stands: a 64-bit number or one with a fraction stays what it was. json-c finds what is spelled with
 * escapes. None: there is no such field, or null. */
static tn_value as_it_stands(const reading *r, const char *field) {
    tenor_string found = TN_STR("");
    json_object *value = find(r->reader->object, field);
    if (!value) return (tn_value){TN_STR(""), TN_VALUE_NONE, 0};
    if (!tn_member_find(r->bytes, field, &found))
        found = tn_str(json_object_to_json_string_ext(value, JSON_C_TO_STRING_NOSLASHESCAPE));
    return (tn_value){found, TN_VALUE_JSON, 0};
}

/* Dates are passed on, not understood. */
static bool looks_like_date(tenor_string text) {
    enum { LONGEST = 64, DIGITS = 3 };
    size_t digits = 0;
    for (size_t i = 0; i < text.length && text.length <= LONGEST; i++) digits += tn_is_digit(text.data[i]);
    return digits >= DIGITS;
}

static tenor_status read_date(reading *r) {
    const char *field = r->fields->date;
    json_object *value = find(r->reader->object, field);
    bool number = json_object_is_type(value, json_type_int) || json_object_is_type(value, json_type_double);
    if (!value) return TENOR_OK;
    if (!number && !json_object_is_type(value, json_type_string))
        return tn_fail(r->error, TENOR_E_WRONG_TYPE, "the field '%s' is neither a string nor a number", field);
    r->record->date = as_it_stands(r, field);
    r->record->dated = number || looks_like_date(tn_trim(tn_str(json_object_get_string(value))));
    return TENOR_OK;
}

/* "" is none, as null is. */
static tn_value unless_empty(tn_value value) {
    bool empty = value.bytes.length == 0 || tn_equal(value.bytes, TN_STR("\"\""));
    return empty ? (tn_value){TN_STR(""), TN_VALUE_NONE, 0} : value;
}

static tenor_status read_merge(reading *r) {
    const char *field = r->fields->merge;
    json_object *value = find(r->reader->object, field);
    if (!field) return TENOR_OK;
    if (!has(r->reader->object, field)) return fail_missing(r, field);
    if (json_object_is_type(value, json_type_object) || json_object_is_type(value, json_type_array))
        return tn_fail(r->error, TENOR_E_WRONG_TYPE, "the field '%s' holds more than one value", field);
    r->record->merge = unless_empty(as_it_stands(r, field));
    return TENOR_OK;
}

static tenor_status read_members(reading *r) {
    TN_VEC(tn_field) list = {0};
    tn_member member;
    for (size_t at = 0; tn_member_next(r->bytes, &at, &member);) {
        tn_field *field = TN_PUSH(r->arena, &list);
        if (!field) return tn_fail_memory(r->error);
        *field = (tn_field){{member.name, TN_VALUE_JSON, 0}, {member.value, TN_VALUE_JSON, 0}};
    }
    for (size_t i = 0; i < r->fields->n_more; i++) {
        const char *pointer = r->fields->more[i];
        if (pointer[0] != '/' || !find(r->reader->object, pointer)) continue;
        tn_field *field = TN_PUSH(r->arena, &list);
        if (!field) return tn_fail_memory(r->error);
        *field = (tn_field){{tn_str(pointer), TN_VALUE_PLAIN, 0}, as_it_stands(r, pointer)};
    }
    r->record->fields = list.at;
    r->record->n_fields = list.count;
    return TENOR_OK;
}

static tenor_status read_json(reading *r) {
    tenor_status status = parse(r);
    if (r->bytes.length > GIANT) TN_TRY(forget_giant(r->reader, r->error));
    if (status != TENOR_OK) return status;
    r->record->id = as_it_stands(r, r->fields->id);
    if (r->fields->all) TN_TRY(read_members(r));
    TN_TRY(read_date(r));
    TN_TRY(read_merge(r));
    TN_TRY(read_string(r, &r->record->text, r->fields->text, true));
    TN_TRY(read_string(r, &r->record->title, r->fields->title, false));
    TN_TRY(read_string(r, &r->record->lang, r->fields->lang, false));
    return read_targets(r);
}

/* ---- CSV */

/* Index of the column, or the number of columns. */
static size_t column_of(const tn_header *header, const char *name) {
    size_t i = 0;
    while (name && i < header->names.count && !tn_equal(header->names.at[i], tn_str(name))) i++;
    return name ? i : header->names.count;
}

static tenor_status read_cell(reading *r, const tn_cells *cells, tenor_string *out, const char *name, bool needed) {
    size_t column = column_of(r->raw->header, name);
    if (column < cells->count) return tn_csv_value(out, cells->at[column], r->arena, r->error);
    return needed ? fail_missing(r, name) : TENOR_OK;
}

static tenor_status read_cell_targets(reading *r, const tn_cells *cells) {
    tenor_string value = TN_STR(""), part;
    TN_VEC(const char *) list = {0};
    TN_TRY(read_cell(r, cells, &value, r->fields->targets, false));
    while (tn_split(&value, '|', &part)) {
        part = tn_trim(part);
        if (part.length == 0) continue;
        char *copy = tn_alloc(r->arena, part.length + 1);
        const char **slot = TN_PUSH(r->arena, &list);
        if (!copy || !slot) return tn_fail_memory(r->error);
        memcpy(copy, part.data, part.length);
        *slot = copy;
    }
    r->record->targets = list.at;
    r->record->n_targets = list.count;
    return TENOR_OK;
}

static tenor_status read_cell_date(reading *r, const tn_cells *cells) {
    tenor_string text = TN_STR("");
    size_t column = column_of(r->raw->header, r->fields->date);
    TN_TRY(read_cell(r, cells, &text, r->fields->date, false));
    if (column < cells->count)
        r->record->date = (tn_value){cells->at[column], TN_VALUE_CELL, r->raw->header->separator};
    r->record->dated = looks_like_date(tn_trim(text));
    return TENOR_OK;
}

static tenor_status read_cell_merge(reading *r, const tn_cells *cells) {
    const char *field = r->fields->merge;
    size_t column = column_of(r->raw->header, field);
    if (!field) return TENOR_OK;
    if (column >= cells->count) return fail_missing(r, field);
    r->record->merge = unless_empty((tn_value){cells->at[column], TN_VALUE_CELL, r->raw->header->separator});
    return TENOR_OK;
}

static tenor_status read_columns(reading *r, const tn_cells *cells) {
    size_t n = r->raw->header->names.count;
    tn_field *list = TN_NEW_ARRAY(r->arena, n, tn_field);
    if (!list) return tn_fail_memory(r->error);
    for (size_t i = 0; i < n && i < cells->count; i++)
        list[i] = (tn_field){{r->raw->header->names.at[i], TN_VALUE_PLAIN, 0},
                             {cells->at[i], TN_VALUE_CELL, r->raw->header->separator}};
    r->record->fields = list;
    r->record->n_fields = n < cells->count ? n : cells->count;
    return TENOR_OK;
}

static tenor_status check_utf8(reading *r) {
    size_t at = tn_utf8_well_formed(r->bytes.data, 0, r->bytes.length);
    if (at == r->bytes.length) return TENOR_OK;
    return tn_fail_at(r->error, TENOR_E_INVALID_UTF8, at, "the record is not valid UTF-8");
}

/* A stray quotation mark takes the lines up to the next one with it: which ones is told, since no other record will. */
static tenor_status split(reading *r, tn_cells *cells) {
    tenor_status status = tn_csv_split(cells, r->bytes, r->raw->header->separator, r->arena, r->error);
    size_t lines = 0;
    if (status != TENOR_E_INVALID_CSV || !r->error) return status;
    for (size_t i = 0; i < r->bytes.length; i++) lines += r->bytes.data[i] == '\n';
    size_t length = strlen(r->error->message);
    if (lines)
        (void)snprintf(r->error->message + length, sizeof r->error->message - length, " (lines %zu to %zu)",
                       r->raw->line, r->raw->line + lines);
    return status;
}

static tenor_status read_csv(reading *r) {
    const tn_header *header = r->raw->header;
    tn_cells cells = {0};
    TN_TRY(check_utf8(r));
    TN_TRY(split(r, &cells));
    size_t id = column_of(header, r->fields->id);
    if (id < cells.count && cells.at[id].length)
        r->record->id = (tn_value){cells.at[id], TN_VALUE_CELL, header->separator};
    if (r->fields->all) TN_TRY(read_columns(r, &cells));
    TN_TRY(read_cell_date(r, &cells));
    TN_TRY(read_cell_merge(r, &cells));
    if (cells.count != header->names.count)
        return tn_fail(r->error, TENOR_E_INVALID_CSV, "the record has %zu cells, the header %zu", cells.count,
                       header->names.count);
    TN_TRY(read_cell(r, &cells, &r->record->text, r->fields->text, true));
    TN_TRY(read_cell(r, &cells, &r->record->title, r->fields->title, false));
    TN_TRY(read_cell(r, &cells, &r->record->lang, r->fields->lang, false));
    return read_cell_targets(r, &cells);
}

/* ---- all forms */

tenor_status tn_record_read(tn_record *record, tn_record_reader *reader, const tn_raw *raw,
                            const tn_record_fields *fields, tn_arena *arena, tenor_error *error) {
    reading r = {record, reader, raw, tn_buf_string(&raw->bytes), fields, arena, error};
    *record = (tn_record){.text = TN_STR(""), .title = TN_STR(""), .lang = TN_STR("")};
    if (!r.bytes.data) r.bytes = TN_STR("");
    if (tn_is_json(raw->form)) return read_json(&r);
    if (tn_is_csv(raw->form)) return read_csv(&r);
    record->text = r.bytes;
    return fields->merge ? fail_missing(&r, fields->merge) : TENOR_OK;
}

/* ---- one field, in haste */

static bool find_cell(reading *r, tn_value *value, const char *field) {
    tn_cells cells = {0};
    const tn_header *header = r->raw->header;
    size_t column = column_of(header, field);
    bool split = tn_csv_split(&cells, r->bytes, header->separator, r->arena, r->error) == TENOR_OK;
    if (split && column < cells.count) *value = (tn_value){cells.at[column], TN_VALUE_CELL, header->separator};
    return split;
}

static bool find_member(reading *r, tn_value *value, const char *field) {
    tenor_string found;
    if (tn_member_find(r->bytes, field, &found)) {
        *value = (tn_value){found, TN_VALUE_JSON, 0};
        return true;
    }
    if (!r->bytes.length || !memchr(r->bytes.data, '\\', r->bytes.length)) return true;
    bool parsed = parse(r) == TENOR_OK;
    if (!parsed || !has(r->reader->object, field)) return parsed;
    *value = as_it_stands(r, field);
    if (value->form == TN_VALUE_NONE) *value = (tn_value){TN_STR("null"), TN_VALUE_JSON, 0};
    return true;
}

tenor_status tn_record_value(tn_value *value, tn_record_reader *reader, const tn_raw *raw, const char *field,
                             tn_arena *arena, tenor_error *error) {
    tenor_error trouble = {.status = TENOR_OK};
    reading r = {.reader = reader, .raw = raw, .bytes = tn_buf_string(&raw->bytes), .arena = arena, .error = &trouble};
    *value = (tn_value){TN_STR(""), TN_VALUE_NONE, 0};
    if (raw->error.status != TENOR_OK) return TENOR_OK;
    if (!r.bytes.data) r.bytes = TN_STR("");
    bool read = tn_is_json(raw->form) ? find_member(&r, value, field)
                : raw->header         ? find_cell(&r, value, field)
                                      : true;
    return !read && trouble.status == TENOR_E_MEMORY ? tn_fail_memory(error) : TENOR_OK;
}
