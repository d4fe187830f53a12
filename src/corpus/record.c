/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/record.h"

#include <json-c/json.h>
#include <limits.h>

#include "base/alloc.h"

const char tn_json_version[] = JSON_C_VERSION;

enum { DEEPEST = 64 };

struct tn_record_reader {
    json_tokener *tokener;
    json_object *object; /* of the latest line */
};

tenor_status tn_record_reader_new(tn_record_reader **out, tenor_error *error) {
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tn_record_reader){.tokener = json_tokener_new_ex(DEEPEST)};
    if (!(*out)->tokener) {
        tn_free(*out);
        *out = NULL;
        return tn_fail_memory(error);
    }
    json_tokener_set_flags((*out)->tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    return TENOR_OK;
}

void tn_record_reader_free(tn_record_reader *reader) {
    if (!reader) return;
    json_object_put(reader->object);
    json_tokener_free(reader->tokener);
    tn_free(reader);
}

static tenor_status fail_at(tenor_error *error, tenor_status status, size_t offset, const char *message) {
    tn_fail(error, status, "%s", message);
    if (error) error->offset = offset;
    return status;
}

static tenor_status parse(tn_record_reader *reader, tenor_string line, tenor_error *error) {
    json_object_put(reader->object);
    reader->object = NULL;
    if (line.length >= INT_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "a line of %zu bytes", line.length);
    json_tokener_reset(reader->tokener);
    reader->object = json_tokener_parse_ex(reader->tokener, line.data, (int)line.length);
    enum json_tokener_error why = json_tokener_get_error(reader->tokener);
    size_t end = json_tokener_get_parse_end(reader->tokener);
    if (why == json_tokener_error_parse_utf8_string)
        return fail_at(error, TENOR_E_INVALID_UTF8, end, "the record is not valid UTF-8");
    if (why == json_tokener_continue) return fail_at(error, TENOR_E_INVALID_JSON, line.length, "the record ends too early");
    if (why != json_tokener_success) return fail_at(error, TENOR_E_INVALID_JSON, end, json_tokener_error_desc(why));
    if (tn_trim(tn_slice(line, end, line.length)).length)
        return fail_at(error, TENOR_E_INVALID_JSON, end, "something follows the object");
    if (!json_object_is_type(reader->object, json_type_object))
        return fail_at(error, TENOR_E_INVALID_JSON, 0, "the record is not a JSON object");
    return TENOR_OK;
}

static json_object *find(json_object *object, const char *field) {
    json_object *found = NULL;
    if (!field) return NULL;
    if (field[0] == '/') return json_pointer_get(object, field, &found) == 0 ? found : NULL;
    return json_object_object_get_ex(object, field, &found) ? found : NULL;
}

static tenor_string string_of(json_object *value) {
    return (tenor_string){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static tenor_status read_string(tenor_string *out, json_object *object, const char *field, bool needed, tenor_error *error) {
    json_object *value = find(object, field);
    *out = TN_STR("");
    if (!value && !needed) return TENOR_OK;
    if (!value) return tn_fail(error, TENOR_E_MISSING_FIELD, "the record has no field '%s'", field);
    if (!json_object_is_type(value, json_type_string))
        return tn_fail(error, TENOR_E_WRONG_TYPE, "the field '%s' is not a string", field);
    *out = string_of(value);
    return TENOR_OK;
}

static tenor_status read_targets(tn_record *record, json_object *object, const char *field, tn_arena *arena,
                                 tenor_error *error) {
    json_object *value = find(object, field);
    if (!value) return TENOR_OK;
    if (!json_object_is_type(value, json_type_array))
        return tn_fail(error, TENOR_E_WRONG_TYPE, "the field '%s' is not an array", field);
    size_t n = json_object_array_length(value);
    const char **targets = TN_NEW_ARRAY(arena, n, const char *);
    if (!targets) return tn_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        json_object *target = json_object_array_get_idx(value, i);
        if (!json_object_is_type(target, json_type_string))
            return tn_fail(error, TENOR_E_WRONG_TYPE, "the field '%s' holds something that is not a string", field);
        targets[i] = json_object_get_string(target);
    }
    record->targets = targets;
    record->n_targets = n;
    return TENOR_OK;
}

/* The id as it stands in the line: a 64-bit number or one with a fraction stays what it was. */
static void set_id(tn_record *record, tn_record_reader *reader, tenor_string line, const char *field) {
    json_object *value = find(reader->object, field);
    tn_member member;
    if (!value) return;
    if (field[0] != '/')
        for (size_t at = 0; tn_member_next(line, &at, &member);)
            if (tn_member_is(&member, tn_str(field))) record->id = member.value; /* the last one counts, as in json-c */
    if (!record->id.data) record->id = tn_str(json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN));
}

/* ---- summaries ---- */

/* A sentence of an array: a string, or an object that has it as "text". */
static json_object *sentence_at(json_object *array, size_t i) {
    json_object *item = json_object_array_get_idx(array, i);
    if (json_object_is_type(item, json_type_object)) item = find(item, "text");
    return json_object_is_type(item, json_type_string) ? item : NULL;
}

static tenor_status join_sentences(tenor_string *out, json_object *array, tn_arena *arena, tenor_error *error) {
    size_t n = json_object_array_length(array), length = 0;
    for (size_t i = 0; i < n; i++) {
        json_object *sentence = sentence_at(array, i);
        if (!sentence) return tn_fail(error, TENOR_E_WRONG_TYPE, "sentence %zu of the summary is not a string", i + 1);
        length += (size_t)json_object_get_string_len(sentence) + 1;
    }
    char *text = tn_alloc(arena, length);
    if (!text) return tn_fail_memory(error);
    *out = (tenor_string){text, length};
    for (size_t i = 0; i < n; i++) {
        tenor_string sentence = string_of(sentence_at(array, i));
        memcpy(text, sentence.data, sentence.length);
        text += sentence.length;
        *text++ = '\n';
    }
    return TENOR_OK;
}

tenor_status tn_record_read_summary(tenor_string *out, tn_record_reader *reader, tenor_string line, const char *field,
                                    tn_arena *arena, tenor_error *error) {
    TN_TRY(parse(reader, line, error));
    json_object *value = find(reader->object, field ? field : "summary");
    if (!value && !field) value = find(reader->object, "/tenor/summary");
    if (!value) return tn_fail(error, TENOR_E_MISSING_FIELD, "the record has no field '%s'", field ? field : "summary");
    if (json_object_is_type(value, json_type_object)) value = find(value, "sentences");
    if (json_object_is_type(value, json_type_array)) return join_sentences(out, value, arena, error);
    if (!json_object_is_type(value, json_type_string))
        return tn_fail(error, TENOR_E_WRONG_TYPE, "the summary is neither a string nor a list of sentences");
    tenor_string text = string_of(value);
    char *copy = tn_alloc(arena, text.length);
    if (!copy) return tn_fail_memory(error);
    if (text.length) memcpy(copy, text.data, text.length);
    *out = (tenor_string){copy, text.length};
    return TENOR_OK;
}

/* ---- records ---- */

tenor_status tn_record_read(tn_record *record, tn_record_reader *reader, tenor_string line, const tn_record_fields *fields,
                            tn_arena *arena, tenor_error *error) {
    *record = (tn_record){0};
    TN_TRY(parse(reader, line, error));
    set_id(record, reader, line, fields->id);
    TN_TRY(read_string(&record->text, reader->object, fields->text, true, error));
    TN_TRY(read_string(&record->title, reader->object, fields->title, false, error));
    return read_targets(record, reader->object, fields->targets, arena, error);
}

/* ---- members as they stand */

static size_t skip_space(tenor_string line, size_t at) {
    while (at < line.length && tn_is_space(line.data[at])) at++;
    return at;
}

/* Past the string that begins with the quotation mark at `at`. */
static size_t skip_string(tenor_string line, size_t at) {
    for (at++; at < line.length && line.data[at] != '"'; at++)
        if (line.data[at] == '\\') at++;
    return at < line.length ? at + 1 : line.length;
}

/* Past the value that begins at `at`: up to the comma or bracket that ends it. */
static size_t skip_value(tenor_string line, size_t at) {
    size_t depth = 0;
    while (at < line.length) {
        char c = line.data[at];
        if (c == '"') {
            at = skip_string(line, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        at++;
    }
    return at;
}

bool tn_member_next(tenor_string line, size_t *at, tn_member *member) {
    size_t i = skip_space(line, *at);
    if (*at == 0 && i < line.length && line.data[i] == '{') i = skip_space(line, i + 1);
    else if (i < line.length && line.data[i] == ',') i = skip_space(line, i + 1);
    if (i >= line.length || line.data[i] != '"') return false;
    size_t end = skip_string(line, i);
    member->name = tn_slice(line, i, end);
    i = skip_space(line, end);
    if (i >= line.length || line.data[i] != ':') return false;
    i = skip_space(line, i + 1);
    end = skip_value(line, i);
    member->value = tn_trim(tn_slice(line, i, end));
    *at = end;
    return true;
}

bool tn_member_is(const tn_member *member, tenor_string name) {
    return member->name.length == name.length + 2 && tn_equal(tn_slice(member->name, 1, member->name.length - 1), name);
}
