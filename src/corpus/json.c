/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/json.h"

#include <limits.h>

#include "base/utf8.h"
#include "corpus/flaw.h"

static tenor_status read(json_object **object, json_tokener *tokener, tenor_string bytes, tenor_error *error) {
    /* json-c calls a function for each byte to find bad UTF-8, and is asked to only when there is some. */
    bool plain = tn_utf8_well_formed(bytes.data, 0, bytes.length) == bytes.length;
    json_tokener_set_flags(tokener, plain ? 0 : JSON_TOKENER_VALIDATE_UTF8);
    json_tokener_reset(tokener);
    *object = json_tokener_parse_ex(tokener, bytes.data, (int)bytes.length);
    enum json_tokener_error why = json_tokener_get_error(tokener);
    size_t end = json_tokener_get_parse_end(tokener);
    if (why == json_tokener_error_parse_utf8_string)
        return tn_fail_at(error, TENOR_E_INVALID_UTF8, end, "the record is not valid UTF-8");
    if (why == json_tokener_continue && bytes.length && bytes.data[0] != '{')
        return tn_fail_at(error, TENOR_E_INVALID_JSON, 0, "the record is not a JSON object");
    if (why == json_tokener_continue)
        return tn_fail_at(error, TENOR_E_INVALID_JSON, bytes.length, "the record ends too early");
    if (why != json_tokener_success) return tn_fail_at(error, TENOR_E_INVALID_JSON, end, json_tokener_error_desc(why));
    if (tn_trim(tn_slice(bytes, end, bytes.length)).length)
        return tn_fail_at(error, TENOR_E_INVALID_JSON, end, "something follows the object");
    if (json_object_is_type(*object, json_type_array))
        return tn_fail_at(error, TENOR_E_INVALID_JSON, 0,
                          "the record is an array (a file that is one is read with --from json)");
    if (!json_object_is_type(*object, json_type_object))
        return tn_fail_at(error, TENOR_E_INVALID_JSON, 0, "the record is not a JSON object");
    const char *flaw = tn_json_flaw(bytes, &end);
    return flaw ? tn_fail_at(error, TENOR_E_INVALID_JSON, end, flaw) : TENOR_OK;
}

tenor_status tn_json_parse(json_object **object, json_tokener *tokener, tenor_string bytes, tenor_error *error) {
    *object = NULL;
    if (bytes.length >= INT_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "a record of %zu bytes", bytes.length);
    tenor_status status = read(object, tokener, bytes, error);
    if (status == TENOR_OK) return TENOR_OK;
    json_object_put(*object);
    *object = NULL;
    return status;
}
