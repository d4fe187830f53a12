/* The members of a JSON object as they stand in its text, which a JSON parser has found to be good. */
#ifndef TN_CORPUS_MEMBER_H
#define TN_CORPUS_MEMBER_H

#include "base/span.h"

typedef struct tn_member {
    tenor_string name, value; /* name with its quotation marks */
} tn_member;

/* The next member of the object that `object` begins with; *at is 0 at first. */
bool tn_member_next(tenor_string object, size_t *at, tn_member *member);

/* Past the string that begins with the quotation mark at `at`. */
size_t tn_json_skip_string(tenor_string json, size_t at);

/* Whether a member's name is `name`, byte for byte: a name written with escapes is not found. */
bool tn_member_is(const tn_member *member, tenor_string name);

/* The value that a name, or a JSON Pointer (RFC 6901) when it begins with '/', leads to; of members of one name the
 * last counts. False: there is none, or a name on the way is written with escapes. */
bool tn_member_find(tenor_string object, const char *field, tenor_string *value);

#endif
