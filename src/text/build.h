/* From input to tn_doc: the whole of src/text in one call. */
#ifndef TN_TEXT_BUILD_H
#define TN_TEXT_BUILD_H

#include "text/doc.h"
#include "text/known.h"
#include "text/langid.h"
#include "text/model.h"

typedef struct tn_doc_input {
    tenor_string text, title;
    const char *source;
    bool strict_utf8;
    tenor_format format;
    const char *encoding; /* NULL: find out */
    size_t max_bytes;     /* 0: what offsets allow */
    const tn_gate *gate;  /* finds the language and its model; NULL: it is that of the model given */
    tn_known *known;      /* kept from text to text */
} tn_doc_input;

/* Decodes, finds blocks, words, terms and sentences. Memory from `arena`; when no title is given
 * apart and no byte has to be repaired, doc->text is the input itself. Errors: TENOR_E_INVALID_UTF8 (strict only),
 * TENOR_E_TOO_LARGE, TENOR_E_NOT_TEXT, TENOR_E_USAGE (unknown encoding), TENOR_E_MEMORY. */
tenor_status tn_doc_build(tn_doc *out, const tn_doc_input *input, const tn_text_model *model, tn_arena *arena,
                          tenor_error *error);

#endif
