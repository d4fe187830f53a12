/* Reads a JSON object as RFC 8259 has it, whatever version of json-c there is. json-c's own strictness is not asked
 * for: version 0.18 then refuses every string that is not ASCII, and numbers of more than 64 bits. */
#ifndef TN_CORPUS_JSON_H
#define TN_CORPUS_JSON_H

#include <json-c/json.h>

#include "base/span.h"
#include "base/status.h"

/* *object is the caller's, to be released with json_object_put; NULL when bytes are not an object and nothing else.
 * TENOR_E_INVALID_JSON or TENOR_E_INVALID_UTF8 with the offset; TENOR_E_TOO_LARGE from 2 GiB. */
tenor_status tn_json_parse(json_object **object, json_tokener *tokener, tenor_string bytes, tenor_error *error);

#endif
