/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases.h"

enum { FEW = 8 }; /* siblings that are looked through faster than halved */

static uint32_t word_at(const tn_doc *doc, uint32_t at) { return doc->terms[doc->words[at].term].vocabulary; }

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
    uint32_t word = word_at(doc, at);
    return word ? child(phrases->nodes, node, word) : 0;
}

static tn_opening opening_of(const tn_phrases *phrases, uint32_t word) {
    uint32_t node = word < phrases->n_first ? phrases->first[word] : 0; /* first[0] is 0 */
    if (node == 0) return (tn_opening){.node = 0};
    return (tn_opening){phrases->ahead[node], node, phrases->nodes[node].entry};
}

/* Whether word `at` may be one of a set. */
static inline bool may_be(uint64_t words, const tn_doc *doc, uint32_t at) {
    return words & tn_phrase_bit(word_at(doc, at));
}

/* The phrase that is the first word alone. */
static inline bool alone(const tn_opening *opening, uint32_t at, tn_match *match) {
    if (opening->entry == 0) return false;
    *match = (tn_match){.first = at, .last = at + 1, .entry = opening->entry - 1};
    return true;
}

/* The longest phrase that goes on behind its first word, `at`. */
static bool longer(const tn_phrases *phrases, const tn_doc *doc, uint32_t node, uint32_t at, uint32_t limit,
                   tn_match *match) {
    bool found = false;
    for (uint32_t next = at + 1; (node = follow(phrases, doc, node, next, limit)) != 0;) {
        next++;
        uint32_t entry = phrases->nodes[node].entry;
        if (entry == 0) continue;
        *match = (tn_match){.first = at, .last = next, .entry = entry - 1};
        found = true;
    }
    return found;
}

bool tn_phrases_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *match) {
    tn_opening opening = opening_of(phrases, word_at(doc, at));
    *match = (tn_match){.first = at, .last = at};
    if (opening.node == 0) return false;
    return longer(phrases, doc, opening.node, at, limit, match) || alone(&opening, at, match);
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
        if (opening->node == 0) continue;
        bool on = at + 1 < limit && may_be(opening->ahead.next, m->doc, at + 1);
        if (on && longer(m->phrases, m->doc, opening->node, at, limit, match)) return true;
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

/* The longest phrase that goes on at `next`, behind a gap from word `gap` on; entries that may not gap are passed over.
 */
static bool longer_from(const tn_phrases *phrases, const tn_doc *doc, uint32_t node, uint32_t at, uint32_t gap,
                        uint32_t next, uint32_t limit, tn_match *match) {
    bool found = false;
    uint8_t skipped = (uint8_t)(next - gap);
    while ((node = follow(phrases, doc, node, next, limit)) != 0) {
        next++;
        uint32_t entry = phrases->nodes[node].entry;
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): nothing has `ahead.gapped` where no entry may gap
        if (entry == 0 || !phrases->may_gap[entry - 1]) continue;
        *match = (tn_match){at, next, entry - 1, true, skipped, gap > at + 1};
        found = true;
    }
    return found;
}

/* The longest phrase that goes on from `node` behind words that may be skipped, the first of them at `gap`. */
static bool parted(const tn_matcher *m, uint32_t node, uint64_t gapped, uint32_t at, uint32_t gap, uint32_t limit,
                   tn_match *match) {
    const tn_doc *doc = m->doc;
    for (uint32_t next = gap + 1; next < limit && next <= gap + WIDEST_GAP; next++) {
        if (!may_be_skipped(doc, next - 1)) return false;
        if (doc->words[next].flags & TN_WORD_CLAUSE || doc->terms[doc->words[next].term].stop) continue;
        if (may_be(gapped, doc, next) && longer_from(m->phrases, doc, node, at, gap, next, limit, match)) return true;
    }
    return false;
}

/* "cut off Ukraine's gas": the gap stands behind the verb's particle. */
static bool parted_behind_particle(const tn_matcher *m, const tn_opening *opening, uint32_t at, uint32_t limit,
                                   tn_match *match) {
    const tn_term *particle = &m->doc->terms[m->doc->words[at + 1].term];
    if (!particle->stop || particle->marks & TN_VOCABULARY_DETERMINER || at + 3 >= limit) return false;
    uint32_t node = child(m->phrases->nodes, opening->node, particle->vocabulary);
    bool goes_on = node && m->phrases->nodes[node].children < m->phrases->nodes[node + 1].children;
    return goes_on && parted(m, node, UINT64_MAX, at, at + 2, limit, match);
}

bool tn_matcher_next_gapped(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *match) {
    for (; at < limit; at++) {
        const tn_opening *opening = tn_opening_at(m, at);
        if (opening->node == 0) continue;
        bool on = at + 1 < limit && may_be(opening->ahead.next, m->doc, at + 1);
        bool found = on && longer(m->phrases, m->doc, opening->node, at, limit, match);
        if (found && match->last > at + 2) return true;
        if (on && m->phrases->may_gap && parted_behind_particle(m, opening, at, limit, match)) return true;
        if (found) return true;
        if (opening->ahead.gapped && parted(m, opening->node, opening->ahead.gapped, at, at + 1, limit, match))
            return true;
        if (alone(opening, at, match)) return true;
    }
    return false;
}

uint32_t tn_matcher_turned(const tn_matcher *m, uint32_t verb, uint32_t behind, uint32_t object, uint32_t end) {
    uint32_t node = tn_opening_at(m, verb)->node;
    for (uint32_t at = verb + 1; node && at < behind; at++) node = follow(m->phrases, m->doc, node, at, behind);
    for (uint32_t at = object; node && at < end; at++) node = follow(m->phrases, m->doc, node, at, end);
    uint32_t entry = node ? m->phrases->nodes[node].entry : 0;
    return entry && m->phrases->may_gap[entry - 1] ? entry : 0;
}

/* Three words or more in a row, then a verb and its particle with a gap, two words, a gap behind the verb, a single
 * word. */
static int level_of(const tn_match *match) {
    uint32_t words = match->last - match->first;
    if (match->parted) return match->behind_particle ? 4 : 2;
    return words > 2 ? 5 : words == 2 ? 3 : 1;
}

int tn_match_compare(const tn_match *a, const tn_match *b) {
    int level = level_of(a) - level_of(b);
    if (level) return level;
    if (a->skipped != b->skipped) return a->skipped < b->skipped ? 1 : -1;
    return (a->last > b->last) - (a->last < b->last);
}

size_t tn_matcher_all(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *matches, size_t room) {
    const tn_opening *opening = tn_opening_at(m, at);
    size_t n = room && opening->node && alone(opening, at, matches);
    if (at + 1 >= limit || !may_be(opening->ahead.next, m->doc, at + 1)) return n;
    uint32_t node = opening->node;
    for (uint32_t next = at + 1; n < room && (node = follow(m->phrases, m->doc, node, next, limit)) != 0;) {
        next++;
        uint32_t entry = m->phrases->nodes[node].entry;
        if (entry) matches[n++] = (tn_match){.first = at, .last = next, .entry = entry - 1};
    }
    return n;
}

void tn_phrases_image(tn_image *image, tn_phrases *phrases) {
    TN_IMAGE_ARRAY(image, phrases->first, phrases->n_first);
    TN_IMAGE_ARRAY(image, phrases->nodes, phrases->n_nodes);
    TN_IMAGE_ARRAY(image, phrases->ahead, phrases->n_ahead);
    TN_IMAGE_ARRAY(image, phrases->may_gap, phrases->n_may_gap);
}
