/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases.h"

enum { FEW = 8 }; /* siblings that are looked through faster than halved */

static uint32_t word_at(const tn_doc *doc, uint32_t at) { return doc->terms[doc->words[at].term].vocabulary; }

/* The one of these that a word leads to; 0: none. */
static uint32_t find(const tn_phrase_node *nodes, tn_siblings among, uint32_t word) {
    uint32_t low = among.first, high = among.end;
    while (high - low > FEW) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[middle].word <= word) low = middle;
        else high = middle;
    }
    for (; low < high; low++)
        if (nodes[low].word == word) return low;
    return 0;
}

/* The one of these that word `at` leads to. */
static inline uint32_t step(const tn_phrases *phrases, const tn_doc *doc, tn_siblings among, uint32_t at,
                            uint32_t limit) {
    uint32_t word = at < limit && among.first < among.end ? word_at(doc, at) : 0;
    return word ? find(phrases->nodes, among, word) : 0;
}

static inline tn_siblings children(const tn_phrases *phrases, uint32_t node) {
    return (tn_siblings){phrases->nodes[node].children, phrases->nodes[node + 1].children};
}

/* How many bits are set. */
static inline uint32_t count_bits(uint32_t x) {
    x -= x >> 1 & 0x55555555u;
    x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
    return ((x + (x >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

static inline tn_opening opening_of(const tn_phrases *phrases, uint32_t word) {
    if (word / 32 >= phrases->n_starts) return (tn_opening){.any = false};
    tn_phrase_starts starts = phrases->starts[word / 32];
    uint32_t bit = (uint32_t)1 << word % 32;
    if (!(starts.words & bit)) return (tn_opening){.any = false};
    const tn_phrase_opening *from = &phrases->openings[starts.before + count_bits(starts.words & (bit - 1))];
    return (tn_opening){from->next, from->gapped, from->entry, {from[0].children, from[1].children}, true};
}

/* Whether word `at` may be one of a set. */
static inline bool may_be(uint32_t words, const tn_doc *doc, uint32_t at) {
    return words & tn_phrase_bit(word_at(doc, at));
}

/* The phrase that is the first word alone. */
static inline bool alone(const tn_opening *opening, uint32_t at, tn_match *match) {
    if (opening->entry == 0) return false;
    *match = (tn_match){.first = at, .last = at + 1, .entry = opening->entry - 1};
    return true;
}

/* The longest phrase that goes on behind its first word, `at`. */
static bool longer(const tn_phrases *phrases, const tn_doc *doc, const tn_opening *opening, uint32_t at, uint32_t limit,
                   tn_match *match) {
    bool found = false;
    tn_siblings among = opening->seconds;
    for (uint32_t node, next = at + 1; (node = step(phrases, doc, among, next, limit)) != 0;) {
        next++;
        among = children(phrases, node);
        uint32_t entry = phrases->nodes[node].entry;
        if (entry == 0) continue;
        *match = (tn_match){.first = at, .last = next, .entry = entry - 1};
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
    if (!opening.any) return false;
    bool on = may_go_on(&opening, doc, at, limit);
    return (on && longer(phrases, doc, &opening, at, limit, match)) || alone(&opening, at, match);
}

/* ---- going through a text ---- */

bool tn_matcher_init(tn_matcher *matcher, const tn_phrases *phrases, const tn_doc *doc, tn_arena *arena) {
    tn_opening *openings = TN_RAW_ARRAY(arena, doc->n_terms + 1, tn_opening);
    if (!openings) return false;
    openings[0] = (tn_opening){.any = false};
    for (size_t i = 1; i <= doc->n_terms; i++) openings[i] = opening_of(phrases, doc->terms[i].vocabulary);
    *matcher = (tn_matcher){phrases, doc, openings};
    return true;
}

bool tn_matcher_next(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *match) {
    for (; at < limit; at++) {
        const tn_opening *opening = tn_opening_at(m, at);
        if (!opening->any) continue;
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

/* Where a phrase may be parted: behind its words [first, start), by words of which `start` is the first. */
typedef struct gap {
    uint32_t first, start;
    tn_siblings among; /* what may come next */
    uint32_t words;    /* those that lead to them, as a set of tn_phrase_bit */
} gap;

/* The longest phrase that goes on at `next`, behind the gap; entries that may not gap are passed over. */
static bool longer_from(const tn_phrases *phrases, const tn_doc *doc, const gap *gap, uint32_t next, uint32_t limit,
                        tn_match *match) {
    bool found = false;
    uint8_t skipped = (uint8_t)(next - gap->start);
    tn_siblings among = gap->among;
    for (uint32_t node; (node = step(phrases, doc, among, next, limit)) != 0;) {
        next++;
        among = children(phrases, node);
        uint32_t entry = phrases->nodes[node].entry;
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): nothing has `ahead.gapped` where no entry may gap
        if (entry == 0 || !phrases->may_gap[entry - 1]) continue;
        *match = (tn_match){gap->first, next, entry - 1, true, skipped, gap->start > gap->first + 1};
        found = true;
    }
    return found;
}

/* The longest phrase that goes on behind words that may be skipped. */
static bool parted(const tn_matcher *m, const gap *gap, uint32_t limit, tn_match *match) {
    const tn_doc *doc = m->doc;
    for (uint32_t next = gap->start + 1; next < limit && next <= gap->start + WIDEST_GAP; next++) {
        if (!may_be_skipped(doc, next - 1)) return false;
        if (doc->words[next].flags & TN_WORD_CLAUSE || doc->terms[doc->words[next].term].stop) continue;
        if (may_be(gap->words, doc, next) && longer_from(m->phrases, doc, gap, next, limit, match)) return true;
    }
    return false;
}

static inline bool parted_behind_first(const tn_matcher *m, const tn_opening *opening, uint32_t at, uint32_t limit,
                                       tn_match *match) {
    gap gap = {at, at + 1, opening->seconds, opening->gapped};
    return opening->gapped && parted(m, &gap, limit, match);
}

/* "cut off Ukraine's gas": the gap stands behind the verb's particle. */
static bool parted_behind_particle(const tn_matcher *m, const tn_opening *opening, uint32_t at, uint32_t limit,
                                   tn_match *match) {
    const tn_term *particle = &m->doc->terms[m->doc->words[at + 1].term];
    if (!particle->stop || particle->marks & TN_VOCABULARY_DETERMINER || at + 3 >= limit) return false;
    uint32_t node = step(m->phrases, m->doc, opening->seconds, at + 1, limit);
    if (node == 0) return false;
    gap gap = {at, at + 2, children(m->phrases, node), UINT32_MAX};
    return gap.among.first < gap.among.end && parted(m, &gap, limit, match);
}

bool tn_matcher_next_gapped(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *match) {
    for (; at < limit; at++) {
        const tn_opening *opening = tn_opening_at(m, at);
        if (!opening->any) continue;
        bool on = may_go_on(opening, m->doc, at, limit);
        bool found = on && longer(m->phrases, m->doc, opening, at, limit, match);
        if (found && match->last > at + 2) return true;
        if (on && m->phrases->may_gap && parted_behind_particle(m, opening, at, limit, match)) return true;
        if (found) return true;
        if (parted_behind_first(m, opening, at, limit, match) || alone(opening, at, match)) return true;
    }
    return false;
}

/* What follows the words [at, end) on a way down the trie; nothing when it ends before. */
static tn_siblings walk(const tn_matcher *m, tn_siblings among, uint32_t at, uint32_t end, uint32_t *node) {
    for (; at < end; at++) {
        *node = step(m->phrases, m->doc, among, at, end);
        if (*node == 0) return (tn_siblings){0, 0};
        among = children(m->phrases, *node);
    }
    return among;
}

uint32_t tn_matcher_turned(const tn_matcher *m, uint32_t verb, uint32_t behind, uint32_t object, uint32_t end) {
    uint32_t node = 0;
    tn_siblings objects = walk(m, tn_opening_at(m, verb)->seconds, verb + 1, behind, &node);
    (void)walk(m, objects, object, end, &node);
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
    size_t n = room && opening->any && alone(opening, at, matches);
    if (!may_go_on(opening, m->doc, at, limit)) return n;
    tn_siblings among = opening->seconds;
    for (uint32_t node, next = at + 1; n < room && (node = step(m->phrases, m->doc, among, next, limit)) != 0;) {
        next++;
        among = children(m->phrases, node);
        uint32_t entry = m->phrases->nodes[node].entry;
        if (entry) matches[n++] = (tn_match){.first = at, .last = next, .entry = entry - 1};
    }
    return n;
}

void tn_phrases_image(tn_image *image, tn_phrases *phrases) {
    TN_IMAGE_ARRAY(image, phrases->starts, phrases->n_starts);
    TN_IMAGE_ARRAY(image, phrases->openings, phrases->n_openings);
    TN_IMAGE_ARRAY(image, phrases->nodes, phrases->n_nodes);
    TN_IMAGE_ARRAY(image, phrases->may_gap, phrases->n_may_gap);
}
