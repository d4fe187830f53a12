/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/doc.h"

#include "base/hash.h"

bool tn_doc_index(tn_strtab *out, const tn_doc *doc, tn_arena *arena) {
    if (!tn_strtab_init(out, arena, (uint32_t)doc->n_terms, tn_seed())) return false;
    for (size_t t = 1; t <= doc->n_terms; t++)
        if (tn_strtab_add(out, doc->terms[t].text, false) == 0) return false;
    return true;
}
