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
    *match = (tn_match){.first = at, .last = at};
    for (uint32_t next = at + 1; node; node = follow(phrases, doc, node, next++, limit)) {
        uint32_t entry = phrases->nodes[node].entry;
        if (entry == 0) continue;
        match->last = next;
        match->entry = entry - 1;
    }
    return match->last > at;
}

enum { WIDEST_GAP = 3 };

/* How many words at `at` may be skipped: 0 ... WIDEST_GAP. */
static uint32_t gap_room(const tn_doc *doc, uint32_t at, uint32_t limit) {
    uint32_t n = 0;
    for (; n < WIDEST_GAP && at + n < limit; n++) {
        const tn_word *word = &doc->words[at + n];
        const tn_term *term = &doc->terms[word->term];
        bool function_word = term->stop && !(term->marks & TN_VOCABULARY_DETERMINER);
        if (word->flags & (TN_WORD_CLAUSE | TN_WORD_QUOTE) || function_word) break;
    }
    return n;
}

/* The longest phrase from `node` on whose next word is at `at`; entries that may not gap are passed over. */
static bool longest_from(const tn_phrases *phrases, const uint8_t *may_gap, const tn_doc *doc, uint32_t node,
                         uint32_t at, uint32_t limit, tn_match *match) {
    bool found = false;
    while ((node = follow(phrases, doc, node, at, limit)) != 0) {
        at++;
        uint32_t entry = phrases->nodes[node].entry;
        if (entry == 0 || !may_gap[entry - 1]) continue;
        match->last = at;
        match->entry = entry - 1;
        match->parted = found = true;
    }
    return found;
}

static bool has_children(const tn_phrases *phrases, uint32_t node) {
    return phrases->nodes[node].children < phrases->nodes[node + 1].children;
}

bool tn_phrases_at_gapped(const tn_phrases *phrases, const uint8_t *may_gap, const tn_doc *doc, uint32_t at,
                          uint32_t limit, tn_match *match) {
    bool found = tn_phrases_at(phrases, doc, at, limit, match);
    uint32_t node = start_at(phrases, doc, at);
    if (node == 0 || (found && match->last - at > 1) || !has_children(phrases, node)) return found;
    uint32_t room = gap_room(doc, at + 1, limit);
    for (uint32_t skip = 1; skip <= room; skip++) {
        uint32_t next = at + 1 + skip;
        if (next >= limit || doc->words[next].flags & TN_WORD_CLAUSE || doc->terms[doc->words[next].term].stop)
            continue;
        if (!longest_from(phrases, may_gap, doc, node, next, limit, match)) continue;
        match->skipped = (uint8_t)skip;
        return true;
    }
    return found;
}

/* Two words or more in a row, then those with a gap, then a single word. */
static int level_of(const tn_match *match) { return match->parted ? 2 : match->last > match->first + 1 ? 3 : 1; }

int tn_match_compare(const tn_match *a, const tn_match *b) {
    if (a->last == a->first || b->last == b->first) return (a->last > a->first) - (b->last > b->first);
    int level = level_of(a) - level_of(b);
    if (level) return level;
    if (a->skipped != b->skipped) return a->skipped < b->skipped ? 1 : -1;
    return (a->last > b->last) - (a->last < b->last);
}

size_t tn_phrases_all(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *matches,
                      size_t room) {
    size_t n = 0;
    uint32_t node = start_at(phrases, doc, at);
    for (uint32_t next = at + 1; node && n < room; node = follow(phrases, doc, node, next++, limit))
        if (phrases->nodes[node].entry) matches[n++] = (tn_match){at, next, phrases->nodes[node].entry - 1, false, 0};
    return n;
}

void tn_phrases_image(tn_image *image, tn_phrases *phrases) {
    TN_IMAGE_ARRAY(image, phrases->first, phrases->n_first);
    TN_IMAGE_ARRAY(image, phrases->nodes, phrases->n_nodes);
}
