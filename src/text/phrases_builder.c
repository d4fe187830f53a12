/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases_builder.h"

#include <assert.h>
#include <stdlib.h>

#include "base/hash.h"
#include "text/word.h"

/* What a node holds; of nodes one less, as there is one for the end. */
enum {
    MOST_WORDS = (1 << TN_PHRASE_WORD_BITS) - 1,
    MOST_NODES = (1 << TN_PHRASE_NODE_BITS) - 2,
    MOST_ENTRIES = (1 << TN_PHRASE_ENTRY_BITS) - 1
};
static_assert(sizeof(tn_phrase_node) == 8, "a node is eight bytes, none of them idle");

typedef struct edge {
    uint32_t node, word; /* from this node by this word ... */
    uint32_t target;     /* ... to this one; 0: an empty slot */
} edge;

/* A trie in a hash table:   edges (A, fire) -> B   (B, line) -> D   */
struct tn_phrases_builder {
    tn_arena *arena;
    tn_vocabulary_builder *vocabulary;
    TN_VEC(uint32_t) first;   /* by vocabulary id */
    TN_VEC(uint32_t) entries; /* by node: entry + 1; node 0 is not used */
    edge *edges;
    size_t n_edges, edge_slots; /* slots: 0 or a power of two, at most half full */
};

tn_phrases_builder *tn_phrases_new(tn_vocabulary_builder *vocabulary) {
    tn_phrases_builder *builder = TN_NEW(vocabulary->arena, tn_phrases_builder);
    if (!builder) return NULL;
    builder->arena = vocabulary->arena;
    builder->vocabulary = vocabulary;
    return TN_EXTEND(builder->arena, &builder->entries) ? builder : NULL; /* node 0 */
}

static size_t edge_slot(const edge *edges, size_t slots, uint32_t node, uint32_t word) {
    size_t slot = (size_t)tn_hash_mix(node, word) & (slots - 1);
    while (edges[slot].target && (edges[slot].node != node || edges[slot].word != word))
        slot = (slot + 1) & (slots - 1);
    return slot;
}

static bool grow_edges(tn_phrases_builder *builder) {
    size_t slots = builder->edge_slots ? builder->edge_slots * 2 : 1024;
    edge *edges = TN_NEW_ARRAY(builder->arena, slots, edge);
    if (!edges) return false;
    for (size_t i = 0; i < builder->edge_slots; i++) {
        const edge *old = &builder->edges[i];
        if (old->target) edges[edge_slot(edges, slots, old->node, old->word)] = *old;
    }
    builder->edges = edges;
    builder->edge_slots = slots;
    return true;
}

/* A new node; 0: out of memory. */
static uint32_t add_node(tn_phrases_builder *builder) {
    return TN_EXTEND(builder->arena, &builder->entries) ? (uint32_t)builder->entries.count - 1 : 0;
}

static uint32_t first_node(tn_phrases_builder *builder, uint32_t word) {
    while (builder->first.count <= word)
        if (!TN_EXTEND(builder->arena, &builder->first)) return 0;
    uint32_t *node = &builder->first.at[word];
    if (*node == 0) *node = add_node(builder);
    return *node;
}

static uint32_t next_node(tn_phrases_builder *builder, uint32_t node, uint32_t word) {
    if (builder->n_edges * 2 >= builder->edge_slots && !grow_edges(builder)) return 0;
    edge *found = &builder->edges[edge_slot(builder->edges, builder->edge_slots, node, word)];
    if (found->target) return found->target;
    uint32_t target = add_node(builder);
    if (target == 0) return 0;
    *found = (edge){node, word, target};
    builder->n_edges++;
    return target;
}

tenor_status tn_phrases_add(tn_phrases_builder *builder, tenor_string phrase, uint32_t entry, uint32_t *existing,
                            tenor_error *error) {
    uint32_t node = 0;
    bool any = false;
    *existing = TN_NO_ENTRY;
    if (phrase.length >= UINT32_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "a phrase that long");
    tn_word word;
    for (uint32_t at = 0; tn_word_next(phrase, at, (uint32_t)phrase.length, &word); at = word.end) {
        uint32_t id = tn_vocabulary_add(builder->vocabulary, tn_word_stem(phrase, &word));
        if (id == 0) return tn_fail_memory(error);
        if (id > MOST_WORDS) return tn_fail(error, TENOR_E_TOO_LARGE, "more words than there is room for");
        node = any ? next_node(builder, node, id) : first_node(builder, id);
        if (node == 0) return tn_fail_memory(error);
        any = true;
    }
    if (node > MOST_NODES || entry >= MOST_ENTRIES)
        return tn_fail(error, TENOR_E_TOO_LARGE, "more phrases than there is room for");
    if (!any) return tn_fail(error, TENOR_E_DATA, "the phrase '%.*s' has no word", (int)phrase.length, phrase.data);
    uint32_t *slot = &builder->entries.at[node];
    if (*slot) *existing = *slot - 1;
    else *slot = entry + 1;
    return TENOR_OK;
}

/* ---- freezing ---- */

static int by_word(const void *a, const void *b) {
    uint32_t x = tn_phrase_order(((const edge *)a)->word), y = tn_phrase_order(((const edge *)b)->word);
    return x < y ? -1 : x > y;
}

/* The edges by the node they leave, siblings by tn_phrase_order: those of node i are out[starts[i] ... starts[i + 1]).
 */
static bool sort_edges(const tn_phrases_builder *builder, edge *out, uint32_t *starts) {
    size_t n = builder->entries.count;
    for (size_t i = 0; i < builder->edge_slots; i++)
        if (builder->edges[i].target) starts[builder->edges[i].node + 1]++;
    for (size_t i = 1; i <= n; i++) starts[i] += starts[i - 1];
    uint32_t *next = TN_NEW_ARRAY(builder->arena, n + 1, uint32_t);
    if (!next) return false;
    memcpy(next, starts, n * sizeof *next);
    for (size_t i = 0; i < builder->edge_slots; i++)
        if (builder->edges[i].target) out[next[builder->edges[i].node]++] = builder->edges[i];
    for (size_t i = 0; i < n; i++) /* words of siblings are distinct: the order is one */
        if (starts[i + 1] - starts[i] > 1) qsort(out + starts[i], starts[i + 1] - starts[i], sizeof *out, by_word);
    return true;
}

/* The masks say what tn_phrases_add has seen to. */
static tn_phrase_node node_of(uint32_t word, uint32_t children, uint32_t entry) {
    return (tn_phrase_node){word & MOST_WORDS, children & (MOST_NODES + 1), entry & MOST_ENTRIES};
}

/* Those of the nodes that follow on `old`, behind the `n` there are; returns how many there are then. While a node
 * waits for its children, its place for them holds its old number. */
static uint32_t add_children(const tn_phrases_builder *builder, const edge *edges, const uint32_t *starts, uint32_t old,
                             tn_phrase_node *nodes, uint32_t n) {
    for (uint32_t e = starts[old]; e < starts[old + 1]; e++)
        nodes[n++] = node_of(edges[e].word, edges[e].target, builder->entries.at[edges[e].target]);
    return n;
}

/* Breadth first. */
static void number_nodes(const tn_phrases_builder *builder, const edge *edges, const uint32_t *starts,
                         tn_phrase_opening *openings, tn_phrase_node *nodes) {
    uint32_t n = 1, k = 1;
    openings[0].children = n;
    for (size_t word = 0; word < builder->first.count; word++) {
        uint32_t old = builder->first.at[word];
        if (old == 0) continue;
        openings[k++] = (tn_phrase_opening){.entry = builder->entries.at[old], .children = n};
        n = add_children(builder, edges, starts, old, nodes, n);
    }
    openings[k].children = n;
    for (uint32_t i = 1; i < n; i++) {
        uint32_t old = nodes[i].children;
        nodes[i].children = n & (MOST_NODES + 1);
        n = add_children(builder, edges, starts, old, nodes, n);
    }
    nodes[n].children = n & (MOST_NODES + 1);
}

static void mark_starts(const tn_phrases_builder *builder, tn_phrase_starts *starts) {
    uint32_t n = 0;
    for (size_t word = 0; word < builder->first.count; word++) {
        if (word % 32 == 0) starts[word / 32].before = n;
        if (builder->first.at[word] == 0) continue;
        starts[word / 32].words |= (uint32_t)1 << word % 32;
        n++;
    }
}

/* By node: whether a phrase that may be parted ends there or further on. Children have greater numbers. */
static void find_gapped(uint8_t *gapped, const tn_phrases *phrases) {
    for (size_t i = phrases->n_nodes - 2; i > 0; i--) {
        const tn_phrase_node *node = &phrases->nodes[i];
        gapped[i] = node->entry && phrases->may_gap[node->entry - 1];
        for (uint32_t c = node->children; c < node[1].children; c++) gapped[i] |= gapped[c];
    }
}

static bool look_ahead(const tn_phrases *phrases, tn_phrase_opening *openings, tn_arena *scratch) {
    uint8_t *gapped = TN_NEW_ARRAY(scratch, phrases->n_nodes, uint8_t);
    if (!gapped) return false;
    if (phrases->may_gap) find_gapped(gapped, phrases);
    for (size_t i = 1; i + 1 < phrases->n_openings; i++) {
        for (uint32_t c = openings[i].children; c < openings[i + 1].children; c++) {
            uint32_t bit = tn_phrase_bit(phrases->nodes[c].word);
            openings[i].next |= bit;
            if (gapped[c]) openings[i].gapped |= bit;
        }
    }
    return true;
}

bool tn_phrases_freeze(tn_phrases *out, const tn_phrases_builder *builder, const uint8_t *may_gap, size_t n_may_gap,
                       tn_arena *arena) {
    *out = (tn_phrases){.may_gap = may_gap, .n_may_gap = n_may_gap};
    out->n_starts = (builder->first.count + 31) / 32;
    out->n_openings = builder->entries.count - builder->n_edges + 1; /* of nodes that no edge leads to, node 0 too */
    out->n_nodes = builder->n_edges + 2;
    edge *edges = TN_NEW_ARRAY(builder->arena, builder->n_edges, edge);
    uint32_t *first_edge = TN_NEW_ARRAY(builder->arena, builder->entries.count + 1, uint32_t);
    tn_phrase_starts *starts = TN_NEW_ARRAY(arena, out->n_starts, tn_phrase_starts);
    tn_phrase_opening *openings = TN_NEW_ARRAY(arena, out->n_openings, tn_phrase_opening);
    tn_phrase_node *nodes = TN_NEW_ARRAY(arena, out->n_nodes, tn_phrase_node);
    if (!edges || !first_edge || !starts || !openings || !nodes || !sort_edges(builder, edges, first_edge))
        return false;
    mark_starts(builder, starts);
    number_nodes(builder, edges, first_edge, openings, nodes);
    out->starts = starts;
    out->openings = openings;
    out->nodes = nodes;
    return look_ahead(out, openings, builder->arena);
}
