/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/doc.h"

uint32_t tn_doc_find_term(const tn_doc *doc, tenor_string folded) {
    for (uint32_t t = 1; t <= doc->n_terms; t++)
        if (tn_equal(doc->terms[t].text, folded)) return t;
    return 0;
}

/* The entry of the map that an offset falls under. */
static const tn_origin *origin_of(const tn_part *part, size_t offset) {
    size_t low = 0, high = part->n_origins;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (part->origins[middle].at <= offset) low = middle;
        else high = middle;
    }
    return &part->origins[low];
}

static size_t to_input(const tn_part *part, uint32_t offset) {
    const tn_origin *origin = origin_of(part, offset - part->start);
    return origin->fixed ? origin->input : origin->input + (offset - part->start - origin->at);
}

/* The part that an offset falls into, of the many that a digest has; NULL: none. */
static const tn_part *part_of(const tn_doc *doc, uint32_t offset) {
    size_t low = 0, high = doc->n_parts;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (doc->parts[middle].start <= offset) low = middle;
        else high = middle;
    }
    return low < high && offset >= doc->parts[low].start && offset < doc->parts[low].end ? &doc->parts[low] : NULL;
}

tenor_span tn_doc_origin(const tn_doc *doc, uint32_t start, uint32_t end) {
    const tn_part *part = part_of(doc, start);
    if (!part || !part->in_input) return (tenor_span){0, 0};
    return (tenor_span){to_input(part, start), end > start ? to_input(part, end - 1) + 1 : to_input(part, start)};
}
