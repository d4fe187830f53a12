/* Reading: from the bytes of a file to one UTF-8 text.
 *
 *   bytes -> unpacked -> UTF-8 -> text          plain text: goes on to tn_decode and tn_blocks_find
 *                              -> page          HTML: the text of its article, with blocks that have their roles
 */
#ifndef TN_TEXT_READING_H
#define TN_TEXT_READING_H

#include "text/decode.h"
#include "text/html.h"

typedef struct tn_reading {
    tn_decoded text; /* what is analysed */
    bool same;       /* its origins are offsets of the input, else of itself */
    bool html;
    tn_html_page page; /* of HTML */
    struct {
        const char *name, *source;
    } encoding;
} tn_reading;

typedef struct tn_reading_input {
    tenor_string bytes;
    tenor_format format;
    const char *encoding; /* NULL: find out */
    bool strict;
    size_t most; /* bytes, unpacked */
} tn_reading_input;

/* Errors: TENOR_E_INVALID_UTF8 (strict only), TENOR_E_NOT_TEXT (PDF, pictures, programs and the like, broken
 * compression), TENOR_E_TOO_LARGE, TENOR_E_USAGE (unknown encoding), TENOR_E_MEMORY. */
tenor_status tn_reading_do(tn_reading *out, const tn_reading_input *input, tn_arena *arena, tenor_error *error);

#endif
