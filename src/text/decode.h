/* Decoding: bytes to well-formed UTF-8, with a map back to the input's offsets. */
#ifndef TN_TEXT_DECODE_H
#define TN_TEXT_DECODE_H

#include "base/status.h"
#include "base/vec.h"
#include "text/doc.h"

typedef struct tn_decoded {
    tenor_string text;        /* the input itself when nothing had to change */
    const tn_origin *origins; /* offsets are those of `text`, from 0 */
    size_t n_origins;
    size_t repaired; /* ill-formed sequences replaced by U+FFFD */
} tn_decoded;

/* A byte order mark is skipped. An ill-formed sequence (each maximal subpart, Unicode 15, 3.9) becomes one U+FFFD, or,
 * when `strict`, is TENOR_E_INVALID_UTF8 with error->offset set. */
tenor_status tn_decode(tn_decoded *out, tenor_string input, bool strict, tn_arena *arena, tenor_error *error);

#endif
