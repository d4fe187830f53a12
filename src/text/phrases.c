/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases.h"

#include "base/bytes.h"

enum { WIDEST_GAP = 3 };

/* Where the one of these that a word leads to should be. */
static inline uint32_t guess(tn_siblings among, uint32_t word) {
    return among.first + (uint32_t)((uint64_t)tn_phrase_order(word) * (among.end - among.first) >> 32);
}

/* The one of these, of which there are some, that a word leads to; 0: none. Time: O(sqrt(siblings)), and nearly always
 * within one or two lines of the processor's cache. */
static uint32_t find(const tn_phrase_node *nodes, tn_siblings among, uint32_t word) {
    uint32_t order = tn_phrase_order(word), at = guess(among, word);
    while (tn_phrase_order(nodes[at].word) > order)
        if (at-- == among.first) return 0;
    while (tn_phrase_order(nodes[at].word) < order)
        if (++at == among.end) return 0;
    return nodes[at].word == word ? at : 0;
}

/* The one of these that word `at` leads to. */
static inline uint32_t step(const tn_matcher *m, tn_siblings among, uint32_t at, uint32_t limit) {
    uint32_t word = at < limit && among.first < among.end ? m->doc->ids[at].vocabulary : 0;
    return word ? find(m->phrases->nodes, among, word) : 0;
}

static inline tn_siblings children(const tn_phrases *phrases, uint32_t node) {
    uint32_t head = phrases->nodes[node].children;
    return head ? (tn_siblings){head + 1, head + 1 + phrases->nodes[head].word} : (tn_siblings){0, 0};
}

/* How many of eight bits are set. */
#define TWO(n) (n), (n) + 1, (n) + 1, (n) + 2
#define FOUR(n) TWO(n), TWO((n) + 1), TWO((n) + 1), TWO((n) + 2)
#define SIX(n) FOUR(n), FOUR((n) + 1), FOUR((n) + 1), FOUR((n) + 2)
static const uint8_t count_of_bits[256] = {SIX(0), SIX(1), SIX(1), SIX(2)};
#undef TWO
#undef FOUR
#undef SIX

/* What begins with a word: a number of phrases->openings; 0: nothing. Without a branch, as every second word begins
 * something. */
static inline uint32_t opening_of(const tn_phrases *phrases, uint32_t word) {
    if (word / TN_PHRASE_STARTS >= phrases->n_starts) return 0;
    uint32_t starts = phrases->starts[word / TN_PHRASE_STARTS], bit = (uint32_t)1 << word % TN_PHRASE_STARTS;
    uint32_t number = (starts >> TN_PHRASE_STARTS) + count_of_bits[starts & (bit - 1)] + 1;
    return number & -(uint32_t)((starts & bit) != 0);
}

static inline tn_siblings seconds(const tn_phrase_opening *opening) {
    return (tn_siblings){opening->children, opening->end};
}

/* The phrase that is the first word alone. */
static inline bool alone(const tn_phrase_opening *opening, uint32_t at, tn_match *match) {
    if (opening->entry == 0) return false;
    *match = (tn_match){.first = at, .last = at + 1, .entry = opening->entry - 1};
    return true;
}

/* The longest phrase that goes on behind its first word, `at`, with `node` as the second. */
static bool longer(const tn_matcher *m, uint32_t node, uint32_t at, uint32_t limit, tn_match *match) {
    bool found = false;
    for (uint32_t next = at + 1; node; node = step(m, children(m->phrases, node), next, limit)) {
        next++;
        uint32_t entry = m->phrases->nodes[node].entry;
        if (entry == 0) continue;
        *match = (tn_match){.first = at, .last = next, .entry = entry - 1};
        found = true;
    }
    return found;
}

bool tn_phrases_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *match) {
    uint32_t number = opening_of(phrases, doc->terms[doc->words[at].term].vocabulary);
    if (number == 0) return false;
    const tn_phrase_opening *opening = &phrases->openings[number];
    tn_siblings among = seconds(opening);
    uint32_t entry = opening->entry, next = at + 1, last = next;
    while (next < limit && among.first < among.end) {
        uint32_t word = doc->terms[doc->words[next++].term].vocabulary;
        uint32_t node = word ? find(phrases->nodes, among, word) : 0;
        if (node == 0) break;
        among = children(phrases, node);
        if (phrases->nodes[node].entry == 0) continue;
        entry = phrases->nodes[node].entry;
        last = next;
    }
    *match = (tn_match){.first = at, .last = entry ? last : at, .entry = entry - 1};
    return entry;
}

/* ---- going through a text ---- */

bool tn_phrases_number(tn_doc *doc, tn_arena *arena) {
    tn_word_id *ids = TN_RAW_ARRAY(arena, doc->n_words + WIDEST_GAP + 2, tn_word_id);
    if (!ids) return false;
    const tn_word *words = doc->words;
    const tn_term *terms = doc->terms;
    for (size_t i = 0, n = doc->n_words; i < n; i++) {
        uint32_t word = terms[words[i].term].vocabulary;
        ids[i] = (tn_word_id){word, tn_phrase_bit(word)};
    }
    memset(ids + doc->n_words, 0, (WIDEST_GAP + 2) * sizeof *ids);
    doc->ids = ids;
    return true;
}

/* The bits of the words that may stand behind a gap. */
static inline uint32_t bits_behind(const tn_word_id *ids, uint32_t at) {
    return ids[at + 2].bit | ids[at + 3].bit | ids[at + 4].bit;
}

static const tn_phrase_opening nothing;
static const tn_phrase_node no_node;

/* By term of the text: which of the openings; they are fetched. NULL: out of memory. */
static const uint32_t *number_terms(const tn_matcher *m, tn_arena *arena) {
    size_t n = m->doc->n_terms;
    const tn_term *terms = m->doc->terms;
    uint32_t *number = TN_RAW_ARRAY(arena, n + 1, uint32_t);
    if (!number) return NULL;
    number[0] = 0;
    for (size_t i = 1; i <= n; i++) {
        number[i] = opening_of(m->phrases, terms[i].vocabulary);
        tn_fetch(&m->openings[number[i]]);
    }
    return number;
}

/* By word: the first from there on at which a phrase may begin; the number of words: there is none. What will be looked
 * at where one may go on is fetched. NULL: out of memory. */
static const uint32_t *look_ahead(const tn_matcher *m, tn_arena *arena) {
    const tn_phrase_node *nodes = m->phrases->n_nodes ? m->phrases->nodes : &no_node;
    uint32_t n = (uint32_t)m->doc->n_words, first = n;
    uint32_t *next = TN_RAW_ARRAY(arena, (size_t)n + 1, uint32_t);
    if (!next) return NULL;
    next[n] = n;
    for (uint32_t at = n; at-- > 0;) {
        const tn_phrase_opening *opening = tn_opening_at(m, at);
        const tn_word_id *second = &m->doc->ids[at + 1];
        uint32_t on = opening->next & second->bit, parts = opening->gapped & bits_behind(m->doc->ids, at);
        first = opening->entry | on | parts ? at : first;
        next[at] = first;
        uint32_t likely = guess(seconds(opening), second->vocabulary) & -(uint32_t)(on != 0); /* no branch */
        tn_fetch(&nodes[likely]);
    }
    return next;
}

bool tn_matcher_init(tn_matcher *m, const tn_phrases *phrases, const tn_doc *doc, tn_arena *arena) {
    *m = (tn_matcher){phrases, doc, phrases->n_starts ? phrases->openings : &nothing, NULL, NULL};
    m->number = number_terms(m, arena);
    if (m->number) m->next = look_ahead(m, arena);
    return m->next != NULL;
}

bool tn_matcher_next(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *match) {
    for (at = m->next[at]; at < limit; at = m->next[at + 1]) {
        const tn_phrase_opening *opening = tn_opening_at(m, at);
        uint32_t node = opening->next & m->doc->ids[at + 1].bit ? step(m, seconds(opening), at + 1, limit) : 0;
        if ((node && longer(m, node, at, limit, match)) || alone(opening, at, match)) return true;
    }
    return false;
}

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
    uint32_t words;    /* which words lead to them, as a set of tn_phrase_bit */
} gap;

/* `entry`: + 1, as in a node. */
static inline bool may_part(const tn_phrases *phrases, uint32_t entry) {
    return phrases->may_gap && phrases->may_gap[entry - 1];
}

/* The longest phrase that goes on at `next`, behind the gap; entries that may not gap are passed over. */
static bool longer_from(const tn_matcher *m, const gap *gap, uint32_t next, uint32_t limit, tn_match *match) {
    bool found = false;
    uint8_t skipped = (uint8_t)(next - gap->start);
    tn_siblings among = gap->among;
    for (uint32_t node; (node = step(m, among, next, limit)) != 0;) {
        next++;
        among = children(m->phrases, node);
        uint32_t entry = m->phrases->nodes[node].entry;
        if (entry == 0 || !may_part(m->phrases, entry)) continue;
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
        if (gap->words & m->doc->ids[next].bit && longer_from(m, gap, next, limit, match)) return true;
    }
    return false;
}

/* "cut off Ukraine's gas": the gap stands behind the verb's particle, `node`. */
static bool parted_behind_particle(const tn_matcher *m, uint32_t node, uint32_t at, uint32_t limit, tn_match *match) {
    if (at + 3 >= limit) return false;
    const tn_term *particle = &m->doc->terms[m->doc->words[at + 1].term];
    if (!particle->stop || particle->marks & TN_VOCABULARY_DETERMINER) return false;
    gap gap = {at, at + 2, children(m->phrases, node), UINT32_MAX};
    return gap.among.first < gap.among.end && parted(m, &gap, limit, match);
}

/* The best phrase that begins with word `at`. on: the next word may be its second one; parts: one of those behind may.
 */
static bool gapped_at(const tn_matcher *m, const tn_phrase_opening *opening, bool on, bool parts, uint32_t at,
                      uint32_t limit, tn_match *match) {
    uint32_t node = on ? step(m, seconds(opening), at + 1, limit) : 0;
    bool found = node && longer(m, node, at, limit, match);
    if (found && match->last > at + 2) return true;
    if (node && m->phrases->may_gap && parted_behind_particle(m, node, at, limit, match)) return true;
    if (found) return true;
    gap behind_first = {at, at + 1, seconds(opening), opening->gapped};
    return (parts && parted(m, &behind_first, limit, match)) || alone(opening, at, match);
}

bool tn_matcher_next_gapped(const tn_matcher *m, uint32_t at, uint32_t limit, tn_match *match) {
    for (at = m->next[at]; at < limit; at = m->next[at + 1]) {
        const tn_phrase_opening *opening = tn_opening_at(m, at);
        bool on = opening->next & m->doc->ids[at + 1].bit, parts = opening->gapped & bits_behind(m->doc->ids, at);
        if (gapped_at(m, opening, on, parts, at, limit, match)) return true;
    }
    return false;
}

/* What follows the words [at, end) on a way down the trie; nothing when it ends before. */
static tn_siblings walk(const tn_matcher *m, tn_siblings among, uint32_t at, uint32_t end, uint32_t *node) {
    for (; at < end; at++) {
        *node = step(m, among, at, end);
        if (*node == 0) return (tn_siblings){0, 0};
        among = children(m->phrases, *node);
    }
    return among;
}

uint32_t tn_matcher_turned(const tn_matcher *m, uint32_t verb, uint32_t behind, uint32_t object, uint32_t end) {
    uint32_t node = 0;
    tn_siblings objects = walk(m, seconds(tn_opening_at(m, verb)), verb + 1, behind, &node);
    (void)walk(m, objects, object, end, &node);
    uint32_t entry = node ? m->phrases->nodes[node].entry : 0;
    return entry && may_part(m->phrases, entry) ? entry : 0;
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
    const tn_phrase_opening *opening = tn_opening_at(m, at);
    size_t n = room && alone(opening, at, matches);
    if (!(opening->next & m->doc->ids[at + 1].bit)) return n;
    tn_siblings among = seconds(opening);
    for (uint32_t node, next = at + 1; n < room && (node = step(m, among, next, limit)) != 0;) {
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
