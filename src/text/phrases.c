/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases.h"

enum { FEW = 8 }; /* siblings that are looked through faster than halved */

static uint32_t word_at(const tn_doc *doc, uint32_t at) { return doc->terms[doc->words[at].term].vocabulary; }

/* The one of siblings nodes[low ... high - 1] that a word leads to; 0: none. */
static uint32_t find(const tn_phrase_node *nodes, uint32_t low, uint32_t high, uint32_t word) {
    while (high - low > FEW) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[middle].word <= word) low = middle;
        else high = middle;
    }
    for (; low < high; low++)
        if (nodes[low].word == word) return low;
    return 0;
}

/* The node that word `at` leads to after the first word of a phrase ... */
static uint32_t second(const tn_phrases *phrases, const tn_doc *doc, const tn_opening *opening, uint32_t at) {
    const tn_phrase_opening *from = &phrases->openings[opening->number - 1];
    uint32_t word = word_at(doc, at);
    return word ? find(phrases->nodes, from[0].children, from[1].children, word) : 0;
}

/* ... and after others. */
static uint32_t follow(const tn_phrases *phrases, const tn_doc *doc, uint32_t node, uint32_t at, uint32_t limit) {
    const tn_phrase_node *from = &phrases->nodes[node];
    uint32_t word = at < limit && from[0].children < from[1].children ? word_at(doc, at) : 0;
    return word ? find(phrases->nodes, from[0].children, from[1].children, word) : 0;
}

/* How many bits are set. */
static inline uint32_t count_bits(uint32_t x) {
    x -= x >> 1 & 0x55555555u;
    x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
    return ((x + (x >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

static inline tn_opening opening_of(const tn_phrases *phrases, uint32_t word) {
    tn_phrase_starts starts = word / 32 < phrases->n_starts ? phrases->starts[word / 32] : (tn_phrase_starts){0, 0};
    uint32_t bit = (uint32_t)1 << word % 32;
    if (!(starts.words & bit)) return (tn_opening){.number = 0};
    uint32_t number = starts.before + count_bits(starts.words & (bit - 1));
    const tn_phrase_opening *opening = &phrases->openings[number];
    return (tn_opening){opening->next, opening->gapped, opening->entry, number + 1};
}

/* Whether word `at` may be one of a set. */
static inline bool may_be(uint32_t words, const tn_doc *doc, uint32_t at) {
    return words & tn_phrase_bit(word_at(doc, at));
}

/* The phrase that is the first word alone. */
static inline bool alone(const tn_opening *opening, uint32_t at, tn_match *match) {
    if (opening->entry == 0) return false;
    *match = (tn_match){at, at + 1, opening->entry - 1, false};
    return true;
}

/* The longest phrase that goes on behind its first word, `at`. */
static bool longer(const tn_phrases *phrases, const tn_doc *doc, const tn_opening *opening, uint32_t at, uint32_t limit,
                   tn_match *match) {
    bool found = false;
    uint32_t next = at + 1, node = second(phrases, doc, opening, next);
    for (; node != 0; node = follow(phrases, doc, node, next, limit)) {
        next++;
        uint32_t entry = phrases->nodes[node].entry;
        if (entry == 0) continue;
        *match = (tn_match){at, next, entry - 1, false};
        found = true;
    }
    return found;
}

/* Whether the word after `at` may lead on. */
static inline bool may_go_on(const tn_opening *opening, const tn_doc *doc, uint32_t at, uint32_t limit) {
    return at + 1 < limit && may_be(opening->next, doc, at + 1);
}

bool tn_phrases_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *match) {
    tn_opening opening = opening_of(phrases, word_at(doc, at));
    *match = (tn_match){.first = at, .last = at};
    if (opening.number == 0) return false;
    bool on = may_go_on(&opening, doc, at, limit);
    return (on && longer(phrases, doc, &opening, at, limit, match)) || alone(&opening, at, match);
}

/* ---- going through a text ---- */

bool tn_matcher_init(tn_matcher *matcher, const tn_phrases *phrases, const tn_doc *doc, tn_arena *arena) {
    tn_opening *openings = TN_NEW_ARRAY(arena, doc->n_terms + 1, tn_opening);
    if (!openings) return false;
    for (size_t i = 1; i <= doc->n_terms; i++) openings[i] = opening_of(phrases, doc->terms[i].vocabulary);
    *matcher = (tn_matcher){phrases, doc, openings};
    return true;
}

bool tn_matcher_next(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *match) {
    for (; at < limit; at++) {
        const tn_opening *opening = tn_opening_at(m, at);
        if (opening->number == 0) continue;
        bool on = may_go_on(opening, m->doc, at, limit);
        if (on && longer(m->phrases, m->doc, opening, at, limit, match)) return true;
        if (alone(opening, at, match)) return true;
    }
    return false;
}

enum { WIDEST_GAP = 3 };

static bool may_be_skipped(const tn_doc *doc, uint32_t at) {
    const tn_word *word = &doc->words[at];
    const tn_term *term = &doc->terms[word->term];
    bool function_word = term->stop && !(term->marks & TN_VOCABULARY_DETERMINER);
    return !(word->flags & (TN_WORD_CLAUSE | TN_WORD_QUOTE)) && !function_word;
}

/* The longest phrase that goes on at `next`; entries that may not gap are passed over. */
static bool longer_from(const tn_phrases *phrases, const tn_doc *doc, const tn_opening *opening, uint32_t at,
                        uint32_t next, uint32_t limit, tn_match *match) {
    bool found = false;
    uint32_t node = second(phrases, doc, opening, next);
    for (; node != 0; node = follow(phrases, doc, node, next, limit)) {
        next++;
        uint32_t entry = phrases->nodes[node].entry;
        if (entry == 0 || !phrases->may_gap[entry - 1]) continue;
        *match = (tn_match){at, next, entry - 1, true};
        found = true;
    }
    return found;
}

static bool parted(const tn_matcher *m, const tn_opening *opening, uint32_t at, uint32_t limit, tn_match *match) {
    const tn_doc *doc = m->doc;
    for (uint32_t next = at + 2; next < limit && next <= at + 1 + WIDEST_GAP; next++) {
        if (!may_be_skipped(doc, next - 1)) return false;
        if (doc->words[next].flags & TN_WORD_CLAUSE || doc->terms[doc->words[next].term].stop) continue;
        if (may_be(opening->gapped, doc, next) && longer_from(m->phrases, doc, opening, at, next, limit, match))
            return true;
    }
    return false;
}

bool tn_matcher_next_gapped(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *match) {
    for (; at < limit; at++) {
        const tn_opening *opening = tn_opening_at(m, at);
        if (opening->number == 0) continue;
        bool on = may_go_on(opening, m->doc, at, limit);
        if (on && longer(m->phrases, m->doc, opening, at, limit, match)) return true;
        if (opening->gapped && parted(m, opening, at, limit, match)) return true;
        if (alone(opening, at, match)) return true;
    }
    return false;
}

size_t tn_matcher_all(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *matches, size_t room) {
    const tn_opening *opening = tn_opening_at(m, at);
    size_t n = room && opening->number && alone(opening, at, matches);
    if (!may_go_on(opening, m->doc, at, limit)) return n;
    uint32_t next = at + 1, node = second(m->phrases, m->doc, opening, next);
    for (; n < room && node != 0; node = follow(m->phrases, m->doc, node, next, limit)) {
        next++;
        uint32_t entry = m->phrases->nodes[node].entry;
        if (entry) matches[n++] = (tn_match){at, next, entry - 1, false};
    }
    return n;
}

void tn_phrases_image(tn_image *image, tn_phrases *phrases) {
    TN_IMAGE_ARRAY(image, phrases->starts, phrases->n_starts);
    TN_IMAGE_ARRAY(image, phrases->openings, phrases->n_openings);
    TN_IMAGE_ARRAY(image, phrases->nodes, phrases->n_nodes);
    TN_IMAGE_ARRAY(image, phrases->may_gap, phrases->n_may_gap);
}
