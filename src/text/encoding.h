/* Encodings: bytes of any to UTF-8.
 *
 * What decides, in this order (the `source` it is reported with):
 *   bom       a byte order mark: UTF-8, UTF-16, UTF-32
 *   pattern   UTF-16 or UTF-32 without one: zero bytes in every second place, or in three of four; or the escape
 *             sequences of ISO-2022-JP and -KR
 *   option    what the caller says
 *   utf-8     the bytes are well-formed UTF-8 with letters beyond ASCII: no other encoding looks so by chance
 *   page      <meta charset>, <meta http-equiv>, <?xml encoding>; of HTML only
 *   utf-8     plain ASCII; or UTF-8 but for a few bytes, which are repaired later
 *   guess     uchardet, where tenor was built with it and it is installed
 *   none      nothing fits: read as UTF-8, and repaired
 * Labels mean what the WHATWG's Encoding Standard says they do: "iso-8859-1" is windows-1252.
 */
#ifndef TN_TEXT_ENCODING_H
#define TN_TEXT_ENCODING_H

#include "base/arena.h"
#include "base/status.h"

typedef struct tn_encoding {
    tenor_string text; /* the input itself, byte order mark included, when it is UTF-8; else converted */
    char name[32];     /* lower case: "windows-1252" */
    const char *source;
    bool converted;  /* text is a new one */
    size_t repaired; /* bytes that mean nothing in the encoding; each became U+FFFD */
} tn_encoding;

typedef struct tn_encoding_hints {
    const char *option; /* what the caller says; NULL: nothing */
    bool html;          /* it is a page, even if it does not look like one */
    bool strict;        /* no guesses: what is not UTF-8 is left for tn_decode to refuse */
} tn_encoding_hints;

/* `hints` may be NULL.
 * Errors: TENOR_E_USAGE (an unknown encoding was asked for), TENOR_E_MEMORY. */
tenor_status tn_encoding_read(tn_encoding *out, tenor_string bytes, const tn_encoding_hints *hints, tn_arena *arena,
                              tenor_error *error);

#endif
