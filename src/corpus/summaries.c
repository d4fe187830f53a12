/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/summaries.h"

#include <json-c/json.h>
#include <limits.h>

#include "base/alloc.h"
#include "corpus/json.h"

struct tn_summary_reader {
    json_tokener *tokener;
    json_object *object; /* of the latest line */
};

tenor_status tn_summary_reader_new(tn_summary_reader **out, tenor_error *error) {
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tn_summary_reader){.tokener = json_tokener_new()};
    if ((*out)->tokener) return TENOR_OK;
    tn_free(*out);
    *out = NULL;
    return tn_fail_memory(error);
}

void tn_summary_reader_free(tn_summary_reader *reader) {
    if (!reader) return;
    json_object_put(reader->object);
    json_tokener_free(reader->tokener);
    tn_free(reader);
}

static tenor_status parse(tn_summary_reader *reader, tenor_string line, tenor_error *error) {
    json_object_put(reader->object);
    return tn_json_parse(&reader->object, reader->tokener, line, error);
}

static json_object *find(json_object *object, const char *field) {
    json_object *found = NULL;
    if (field[0] == '/') return json_pointer_get(object, field, &found) == 0 ? found : NULL;
    return json_object_object_get_ex(object, field, &found) ? found : NULL;
}

static tenor_string string_of(json_object *value) {
    return (tenor_string){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static tenor_status copy(tenor_string *out, tenor_string text, tn_arena *arena, tenor_error *error) {
    char *bytes = tn_alloc(arena, text.length);
    if (!bytes) return tn_fail_memory(error);
    if (text.length) memcpy(bytes, text.data, text.length);
    *out = (tenor_string){bytes, text.length};
    return TENOR_OK;
}

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

tenor_status tn_summary_read(tenor_string *out, tn_summary_reader *reader, tenor_string line, const char *field,
                             tn_arena *arena, tenor_error *error) {
    TN_TRY(parse(reader, line, error));
    json_object *value = find(reader->object, field ? field : "summary");
    if (!value && !field) value = find(reader->object, "/tenor/summary");
    if (!value) return tn_fail(error, TENOR_E_MISSING_FIELD, "the record has no field '%s'", field ? field : "summary");
    if (json_object_is_type(value, json_type_object)) value = find(value, "sentences");
    if (json_object_is_type(value, json_type_array)) return join_sentences(out, value, arena, error);
    if (json_object_is_type(value, json_type_string)) return copy(out, string_of(value), arena, error);
    return tn_fail(error, TENOR_E_WRONG_TYPE, "the summary is neither a string nor a list of sentences");
}

tenor_status tn_summary_other(tenor_string *out, const tn_summary_reader *reader, const char *field, tn_arena *arena,
                              tenor_error *error) {
    json_object *value = find(reader->object, field);
    bool string = json_object_is_type(value, json_type_string);
    return copy(out, string ? string_of(value) : TN_STR(""), arena, error);
}
