/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases.h"

enum { FEW = 8 }; /* siblings that are looked through faster than halved */

/* The node that a phrase beginning at word `at` starts from; 0: no phrase begins with this word. */
static uint32_t start_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at) {
    uint32_t word = doc->terms[doc->words[at].term].vocabulary;
    return word < phrases->n_first ? phrases->first[word] : 0; /* first[0] is 0 */
}

static uint32_t child(const tn_phrase_node *nodes, uint32_t node, uint32_t word) {
    uint32_t low = nodes[node].children, high = nodes[node + 1].children;
    while (high - low > FEW) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[middle].word <= word) low = middle;
        else high = middle;
    }
    for (; low < high; low++)
        if (nodes[low].word == word) return low;
    return 0;
}

static uint32_t follow(const tn_phrases *phrases, const tn_doc *doc, uint32_t node, uint32_t at, uint32_t limit) {
    if (at >= limit) return 0;
    uint32_t word = doc->terms[doc->words[at].term].vocabulary;
    return word ? child(phrases->nodes, node, word) : 0;
}

bool tn_phrases_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *match) {
    uint32_t node = start_at(phrases, doc, at);
    *match = (tn_match){at, at, 0};
    for (uint32_t next = at + 1; node; node = follow(phrases, doc, node, next++, limit)) {
        uint32_t entry = phrases->nodes[node].entry;
        if (entry == 0) continue;
        match->last = next;
        match->entry = entry - 1;
    }
    return match->last > at;
}

size_t tn_phrases_all(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *matches,
                      size_t room) {
    size_t n = 0;
    uint32_t node = start_at(phrases, doc, at);
    for (uint32_t next = at + 1; node && n < room; node = follow(phrases, doc, node, next++, limit))
        if (phrases->nodes[node].entry) matches[n++] = (tn_match){at, next, phrases->nodes[node].entry - 1};
    return n;
}

void tn_phrases_image(tn_image *image, tn_phrases *phrases) {
    TN_IMAGE_ARRAY(image, phrases->first, phrases->n_first);
    TN_IMAGE_ARRAY(image, phrases->nodes, phrases->n_nodes);
}
