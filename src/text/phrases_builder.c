/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/phrases_builder.h"

#include <assert.h>
#include <stdlib.h>

#include "base/hash.h"
#include "text/word.h"

/* What a node holds; of nodes half, as there may be a head for each. */
enum {
    MOST_WORDS = (1 << TN_PHRASE_WORD_BITS) - 1,
    MOST_CHILDREN = (1 << TN_PHRASE_NODE_BITS) - 1,
    MOST_NODES = (1 << (TN_PHRASE_NODE_BITS - 1)) - 1,
    MOST_ENTRIES = (1 << TN_PHRASE_ENTRY_BITS) - 1
};
static_assert(TN_PHRASE_NODE_BITS + TN_PHRASE_STARTS <= 32, "how many begin a phrase stands above the bits");
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

/* What a builder has collected, by node. */
typedef struct trie {
    const tn_phrases_builder *builder;
    size_t n;         /* nodes, node 0 too */
    edge *edges;      /* by the node they leave, siblings by tn_phrase_order */
    uint32_t *starts; /* those of node i are edges[starts[i] ... starts[i + 1]) */
    uint32_t *like;   /* a node that the same follows; 0: nothing does */
    uint32_t *placed; /* by such a node: the head of what follows, in the nodes of the outcome; 0: not yet there */
} trie;

static int by_word(const void *a, const void *b) {
    uint32_t x = tn_phrase_order(((const edge *)a)->word), y = tn_phrase_order(((const edge *)b)->word);
    return x < y ? -1 : x > y;
}

static inline uint32_t count_children(const trie *t, uint32_t node) { return t->starts[node + 1] - t->starts[node]; }

/* False: out of memory. */
static bool sort_edges(trie *t) {
    const tn_phrases_builder *builder = t->builder;
    uint32_t *next = TN_NEW_ARRAY(builder->arena, t->n + 1, uint32_t);
    if (!next) return false;
    for (size_t i = 0; i < builder->edge_slots; i++)
        if (builder->edges[i].target) t->starts[builder->edges[i].node + 1]++;
    for (size_t i = 1; i <= t->n; i++) t->starts[i] += t->starts[i - 1];
    memcpy(next, t->starts, t->n * sizeof *next);
    for (size_t i = 0; i < builder->edge_slots; i++)
        if (builder->edges[i].target) t->edges[next[builder->edges[i].node]++] = builder->edges[i];
    for (uint32_t i = 0; i < t->n; i++) /* words of siblings are distinct: the order is one */
        if (count_children(t, i) > 1) qsort(t->edges + t->starts[i], count_children(t, i), sizeof(edge), by_word);
    return true;
}

/* The same words follow both nodes, with the same entries, and the same follows each of those. */
static bool alike(const trie *t, uint32_t a, uint32_t b) {
    const edge *x = &t->edges[t->starts[a]], *y = &t->edges[t->starts[b]];
    const uint32_t *entries = t->builder->entries.at;
    if (count_children(t, a) != count_children(t, b)) return false;
    for (uint32_t i = 0; i < count_children(t, a); i++) {
        uint32_t p = x[i].target, q = y[i].target;
        if (x[i].word != y[i].word || entries[p] != entries[q] || t->like[p] != t->like[q]) return false;
    }
    return true;
}

static uint64_t hash_children(const trie *t, uint32_t node) {
    uint64_t hash = 0;
    for (uint32_t e = t->starts[node]; e < t->starts[node + 1]; e++) {
        uint32_t target = t->edges[e].target;
        hash = tn_hash_mix(hash, t->edges[e].word);
        hash = tn_hash_mix(hash, (uint64_t)t->builder->entries.at[target] << 32 | t->like[target]);
    }
    return hash;
}

/* Children have greater numbers than their parent. False: out of memory. */
static bool find_alike(trie *t) {
    size_t slots = 2;
    while (slots < 2 * t->n) slots *= 2;
    uint32_t *table = TN_NEW_ARRAY(t->builder->arena, slots, uint32_t);
    if (!table) return false;
    for (uint32_t node = (uint32_t)t->n - 1; node > 0; node--) {
        if (count_children(t, node) == 0) continue;
        size_t slot = (size_t)hash_children(t, node) & (slots - 1);
        while (table[slot] && !alike(t, node, table[slot])) slot = (slot + 1) & (slots - 1);
        if (table[slot] == 0) table[slot] = node;
        t->like[node] = table[slot];
    }
    return true;
}

static bool read_trie(trie *t, const tn_phrases_builder *builder) {
    size_t n = builder->entries.count;
    *t = (trie){.builder = builder, .n = n};
    t->edges = TN_NEW_ARRAY(builder->arena, builder->n_edges, edge);
    t->starts = TN_NEW_ARRAY(builder->arena, n + 1, uint32_t);
    t->like = TN_NEW_ARRAY(builder->arena, n, uint32_t);
    t->placed = TN_NEW_ARRAY(builder->arena, n, uint32_t);
    return t->edges && t->starts && t->like && t->placed && sort_edges(t) && find_alike(t);
}

/* The nodes that there will be: node 0, and once for all that are alike a head and what follows. */
static size_t count_nodes(const trie *t) {
    size_t count = 1;
    for (uint32_t i = 1; i < t->n; i++)
        if (t->like[i] == i) count += 1 + count_children(t, i);
    return count;
}

/* The masks say what tn_phrases_add has seen to. */
static tn_phrase_node node_of(uint32_t word, uint32_t children, uint32_t entry) {
    return (tn_phrase_node){word & MOST_WORDS, children & MOST_CHILDREN, entry & MOST_ENTRIES};
}

/* The head of what follows node `old`, put behind the *n nodes if it is not yet there; 0: nothing follows. While a node
 * waits for its children, its place for them holds its old number. */
static uint32_t place_children(const trie *t, uint32_t old, tn_phrase_node *nodes, uint32_t *n) {
    uint32_t like = t->like[old];
    if (like == 0 || t->placed[like]) return like ? t->placed[like] : 0;
    t->placed[like] = *n;
    nodes[(*n)++] = node_of(count_children(t, like), 0, 0);
    for (uint32_t e = t->starts[like]; e < t->starts[like + 1]; e++) {
        uint32_t target = t->edges[e].target;
        nodes[(*n)++] = node_of(t->edges[e].word, target, t->builder->entries.at[target]);
    }
    return t->placed[like];
}

/* Breadth first. */
static void number_nodes(const trie *t, tn_phrase_opening *openings, tn_phrase_node *nodes) {
    const tn_phrases_builder *builder = t->builder;
    uint32_t n = 1, k = 1;
    for (size_t word = 0; word < builder->first.count; word++) {
        uint32_t old = builder->first.at[word];
        if (old == 0) continue;
        uint32_t head = place_children(t, old, nodes, &n);
        uint32_t first = head ? head + 1 : 0;
        openings[k++] = (tn_phrase_opening){builder->entries.at[old], first, first + count_children(t, old), 0, 0};
    }
    for (uint32_t head = 1; head < n; head += 1 + nodes[head].word)
        for (uint32_t i = head + 1; i <= head + nodes[head].word; i++)
            nodes[i].children = place_children(t, (uint32_t)nodes[i].children, nodes, &n) & MOST_CHILDREN;
}

static void mark_starts(const tn_phrases_builder *builder, uint32_t *starts) {
    uint32_t n = 0;
    for (size_t word = 0; word < builder->first.count; word++) {
        if (word % TN_PHRASE_STARTS == 0) starts[word / TN_PHRASE_STARTS] = n << TN_PHRASE_STARTS;
        if (builder->first.at[word] == 0) continue;
        starts[word / TN_PHRASE_STARTS] |= (uint32_t)1 << word % TN_PHRASE_STARTS;
        n++;
    }
}

/* By node: whether a phrase that may be parted ends there or further on. */
static void find_gapped(const trie *t, const uint8_t *may_gap, uint8_t *gapped) {
    for (uint32_t i = (uint32_t)t->n - 1; i > 0; i--) {
        uint32_t entry = t->builder->entries.at[i];
        gapped[i] = entry && may_gap[entry - 1];
        for (uint32_t e = t->starts[i]; e < t->starts[i + 1]; e++) gapped[i] |= gapped[t->edges[e].target];
    }
}

/* False: out of memory. */
static bool look_ahead(const trie *t, const uint8_t *may_gap, tn_phrase_opening *opening) {
    uint8_t *gapped = TN_NEW_ARRAY(t->builder->arena, t->n, uint8_t);
    if (!gapped) return false;
    if (may_gap) find_gapped(t, may_gap, gapped);
    for (size_t word = 0; word < t->builder->first.count; word++) {
        uint32_t node = t->builder->first.at[word];
        if (node == 0) continue;
        for (uint32_t e = t->starts[node]; e < t->starts[node + 1]; e++) {
            uint32_t bit = tn_phrase_bit(t->edges[e].word);
            opening->next |= bit;
            if (gapped[t->edges[e].target]) opening->gapped |= bit;
        }
        opening++;
    }
    return true;
}

bool tn_phrases_freeze(tn_phrases *out, const tn_phrases_builder *builder, const uint8_t *may_gap, size_t n_may_gap,
                       tn_arena *arena) {
    trie t;
    if (!read_trie(&t, builder)) return false;
    *out = (tn_phrases){.may_gap = may_gap, .n_may_gap = n_may_gap};
    out->n_starts = (builder->first.count + TN_PHRASE_STARTS - 1) / TN_PHRASE_STARTS;
    out->n_openings = t.n - builder->n_edges; /* nodes that no edge leads to, node 0 too */
    out->n_nodes = count_nodes(&t);
    uint32_t *starts = TN_NEW_ARRAY(arena, out->n_starts, uint32_t);
    tn_phrase_opening *openings = TN_NEW_ARRAY(arena, out->n_openings, tn_phrase_opening);
    tn_phrase_node *nodes = TN_NEW_ARRAY(arena, out->n_nodes, tn_phrase_node);
    if (!starts || !openings || !nodes) return false;
    mark_starts(builder, starts);
    number_nodes(&t, openings, nodes);
    out->starts = starts;
    out->openings = openings;
    out->nodes = nodes;
    return look_ahead(&t, may_gap, openings + 1);
}
