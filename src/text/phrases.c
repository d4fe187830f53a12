/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases.h"

#include "base/hash.h"
#include "text/fold.h"
#include "text/word.h"

typedef struct edge {
    uint32_t node, word; /* from this node by this word ... */
    uint32_t target;     /* ... to this one; 0: an empty slot */
} edge;

struct tn_phrases {
    tn_arena *arena;
    tn_vocabulary *vocabulary;
    TN_VEC(uint32_t) first;   /* by vocabulary id */
    TN_VEC(uint32_t) entries; /* by node: entry + 1; node 0 is not used */
    edge *edges;
    size_t n_edges, edge_slots; /* slots: 0 or a power of two, at most half full */
};

bool tn_vocabulary_init(tn_vocabulary *vocabulary, tn_arena *arena) {
    *vocabulary = (tn_vocabulary){.arena = arena};
    return tn_strtab_init(&vocabulary->words, arena, 16384, 0);
}

uint32_t tn_vocabulary_add(tn_vocabulary *vocabulary, tenor_string word) {
    tenor_string folded = tn_fold(word, vocabulary->arena);
    return folded.data ? tn_strtab_add(&vocabulary->words, folded, true) : 0; /* the phrase may be on the stack */
}

tn_phrases *tn_phrases_new(tn_arena *arena, tn_vocabulary *vocabulary) {
    tn_phrases *phrases = TN_NEW(arena, tn_phrases);
    if (!phrases) return NULL;
    phrases->arena = arena;
    phrases->vocabulary = vocabulary;
    return TN_EXTEND(arena, &phrases->entries) ? phrases : NULL; /* node 0 */
}

static size_t edge_slot(const edge *edges, size_t slots, uint32_t node, uint32_t word) {
    size_t slot = (size_t)tn_hash_mix(node, word) & (slots - 1);
    while (edges[slot].target && (edges[slot].node != node || edges[slot].word != word))
        slot = (slot + 1) & (slots - 1);
    return slot;
}

static bool grow_edges(tn_phrases *phrases) {
    size_t slots = phrases->edge_slots ? phrases->edge_slots * 2 : 1024;
    edge *edges = TN_NEW_ARRAY(phrases->arena, slots, edge);
    if (!edges) return false;
    for (size_t i = 0; i < phrases->edge_slots; i++) {
        const edge *old = &phrases->edges[i];
        if (old->target) edges[edge_slot(edges, slots, old->node, old->word)] = *old;
    }
    phrases->edges = edges;
    phrases->edge_slots = slots;
    return true;
}

/* A new node; 0: out of memory. */
static uint32_t add_node(tn_phrases *phrases) {
    return TN_EXTEND(phrases->arena, &phrases->entries) ? (uint32_t)phrases->entries.count - 1 : 0;
}

static uint32_t first_node(tn_phrases *phrases, uint32_t word) {
    while (phrases->first.count <= word)
        if (!TN_EXTEND(phrases->arena, &phrases->first)) return 0;
    uint32_t *node = &phrases->first.at[word];
    if (*node == 0) *node = add_node(phrases);
    return *node;
}

static uint32_t next_node(tn_phrases *phrases, uint32_t node, uint32_t word) {
    if (phrases->n_edges * 2 >= phrases->edge_slots && !grow_edges(phrases)) return 0;
    edge *found = &phrases->edges[edge_slot(phrases->edges, phrases->edge_slots, node, word)];
    if (found->target) return found->target;
    uint32_t target = add_node(phrases);
    if (target == 0) return 0;
    *found = (edge){node, word, target};
    phrases->n_edges++;
    return target;
}

tenor_status tn_phrases_add(tn_phrases *phrases, tenor_string phrase, uint32_t entry, uint32_t *existing,
                            tenor_error *error) {
    uint32_t node = 0;
    bool any = false;
    *existing = TN_NO_ENTRY;
    if (phrase.length >= UINT32_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "a phrase that long");
    tn_word word;
    for (uint32_t at = 0; tn_word_next(phrase, at, (uint32_t)phrase.length, &word); at = word.end) {
        uint32_t id = tn_vocabulary_add(phrases->vocabulary, tn_word_stem(phrase, &word));
        if (id == 0) return tn_fail_memory(error);
        node = any ? next_node(phrases, node, id) : first_node(phrases, id);
        if (node == 0) return tn_fail_memory(error);
        any = true;
    }
    if (!any) return tn_fail(error, TENOR_E_DATA, "the phrase '%.*s' has no word", (int)phrase.length, phrase.data);
    uint32_t *slot = &phrases->entries.at[node];
    if (*slot) *existing = *slot - 1;
    else *slot = entry + 1;
    return TENOR_OK;
}

/* The node that a phrase beginning at word `at` starts from; 0: no phrase begins with this word. */
static uint32_t start_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at) {
    uint32_t word = doc->terms[doc->words[at].term].vocabulary;
    return word && word < phrases->first.count ? phrases->first.at[word] : 0;
}

static uint32_t follow(const tn_phrases *phrases, const tn_doc *doc, uint32_t node, uint32_t at, uint32_t limit) {
    if (at >= limit || phrases->edge_slots == 0) return 0;
    uint32_t word = doc->terms[doc->words[at].term].vocabulary;
    return word ? phrases->edges[edge_slot(phrases->edges, phrases->edge_slots, node, word)].target : 0;
}

bool tn_phrases_at(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *match) {
    uint32_t node = start_at(phrases, doc, at);
    *match = (tn_match){at, at, 0};
    for (uint32_t next = at + 1; node; node = follow(phrases, doc, node, next++, limit)) {
        if (phrases->entries.at[node] == 0) continue;
        match->last = next;
        match->entry = phrases->entries.at[node] - 1;
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
        if (word->flags & (TN_WORD_CLAUSE | TN_WORD_QUOTE) || (term->stop && !(term->flags & TN_VOCABULARY_DETERMINER)))
            break;
    }
    return n;
}

/* The longest phrase from `node` on whose next word is at `at`; entries that may not gap are passed over. */
static bool longest_from(const tn_phrases *phrases, const uint8_t *may_gap, const tn_doc *doc, uint32_t node,
                         uint32_t at, uint32_t limit, tn_match *match) {
    bool found = false;
    while ((node = follow(phrases, doc, node, at, limit)) != 0) {
        at++;
        uint32_t entry = phrases->entries.at[node];
        if (entry == 0 || !may_gap[entry - 1]) continue;
        match->last = at;
        match->entry = entry - 1;
        found = true;
    }
    return found;
}

bool tn_phrases_at_gapped(const tn_phrases *phrases, const uint8_t *may_gap, const tn_doc *doc, uint32_t at,
                          uint32_t limit, tn_match *match) {
    bool found = tn_phrases_at(phrases, doc, at, limit, match);
    uint32_t node = start_at(phrases, doc, at);
    if (node == 0 || (found && match->last - at > 1)) return found;
    uint32_t room = gap_room(doc, at + 1, limit);
    for (uint32_t skip = 1; skip <= room; skip++) {
        uint32_t next = at + 1 + skip;
        if (next >= limit || doc->words[next].flags & TN_WORD_CLAUSE || doc->terms[doc->words[next].term].stop)
            continue;
        if (longest_from(phrases, may_gap, doc, node, next, limit, match)) return true;
    }
    return found;
}

size_t tn_phrases_all(const tn_phrases *phrases, const tn_doc *doc, uint32_t at, uint32_t limit, tn_match *matches,
                      size_t room) {
    size_t n = 0;
    uint32_t node = start_at(phrases, doc, at);
    for (uint32_t next = at + 1; node && n < room; node = follow(phrases, doc, node, next++, limit))
        if (phrases->entries.at[node]) matches[n++] = (tn_match){at, next, phrases->entries.at[node] - 1};
    return n;
}
