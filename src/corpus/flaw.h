/* What json-c lets pass although RFC 8259 does not: NaN, True, "01", "1.", "1e", "-.5", [1,], comments, 'strings',
 * control characters in strings. Ids and kept fields are passed on as they stand, so one of these would make the output
 * something that is not JSON. */
#ifndef TN_CORPUS_FLAW_H
#define TN_CORPUS_FLAW_H

#include "base/span.h"

/* The first flaw of a text that json-c has taken: what it is, and in *at where; NULL: there is none. */
const char *tn_json_flaw(tenor_string json, size_t *at);

#endif
