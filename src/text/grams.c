/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/grams.h"

#include "base/utf8.h"
#include "base/vec.h"

/* False of nearly all words, and asked of all. */
static inline bool may_be_gram(tenor_string term) { return term.length >= 3 && (unsigned char)term.data[0] >= 0xE1; }

static bool within(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }

tn_gram_kind tn_gram_kind_of(tenor_string term) {
    if (!may_be_gram(term)) return TN_GRAM_WORD;
    size_t n = tn_utf8_length(term.data, term.length);
    uint32_t c = n ? tn_utf8_decode(term.data, n) : 0;
    if (within(c, 0xAC00, 0xD7A3)) return TN_GRAM_SYLLABLES;
    bool ideograph = within(c, 0x3041, 0x30FF) || within(c, 0x3400, 0x4DBF) || within(c, 0x4E00, 0x9FFF) ||
                     within(c, 0xF900, 0xFAFF) || within(c, 0x20000, 0x323AF);
    return ideograph && n == term.length ? TN_GRAM_IDEOGRAPH : TN_GRAM_WORD;
}

typedef struct cutter {
    tn_doc *doc;
    tn_gram_intern_fn intern;
    void *payload;
    tn_arena *arena;
    TN_VEC(uint32_t) grams;
} cutter;

static bool is_ideograph(const cutter *c, uint32_t at) {
    return tn_gram_kind_of(c->doc->terms[c->doc->words[at].term].text) == TN_GRAM_IDEOGRAPH;
}

static bool push(cutter *c, uint32_t term) {
    uint32_t *added = term ? TN_PUSH(c->arena, &c->grams) : NULL;
    if (added) *added = term;
    return added != NULL;
}

static bool push_slice(cutter *c, uint32_t start, uint32_t end, bool stop) {
    return push(c, c->intern(tn_slice(c->doc->text, start, end), stop, c->payload));
}

static bool is_stop(const cutter *c, uint32_t at) { return c->doc->terms[c->doc->words[at].term].stop; }

/* The pair with the next one; alone, itself; the last of a run is in the pair before. */
static bool cut_ideograph(cutter *c, uint32_t at, const tn_sentence *sentence) {
    const tn_word *words = c->doc->words;
    if (at + 1 < sentence->last && words[at + 1].start == words[at].end && is_ideograph(c, at + 1))
        return push_slice(c, words[at].start, words[at + 1].end, is_stop(c, at) || is_stop(c, at + 1));
    bool in_pair = at > sentence->first && words[at - 1].end == words[at].start && is_ideograph(c, at - 1);
    return in_pair || push(c, words[at].term);
}

static bool cut_syllables(cutter *c, uint32_t at) {
    const tn_word *word = &c->doc->words[at];
    tenor_string text = tn_slice(c->doc->text, word->start, word->end);
    size_t first = tn_utf8_length(text.data, text.length), next = 0, pairs = 0;
    if (is_stop(c, at)) return push(c, word->term);
    for (size_t start = 0; first && start + first < text.length; start += first, first = next) {
        next = tn_utf8_length(text.data + start + first, text.length - start - first);
        if (next == 0) break;
        uint32_t from = word->start + (uint32_t)start;
        if (!push_slice(c, from, from + (uint32_t)(first + next), false)) return false;
        pairs++;
    }
    return pairs > 0 || push(c, word->term);
}

static bool cut(cutter *c, uint32_t at, const tn_sentence *sentence) {
    switch (tn_gram_kind_of(c->doc->terms[c->doc->words[at].term].text)) {
        case TN_GRAM_IDEOGRAPH: return cut_ideograph(c, at, sentence);
        case TN_GRAM_SYLLABLES: return cut_syllables(c, at);
        default: return push(c, c->doc->words[at].term);
    }
}

static bool needs_grams(const tn_doc *doc) {
    for (size_t t = 1; t <= doc->n_terms; t++)
        if (may_be_gram(doc->terms[t].text) && tn_gram_kind_of(doc->terms[t].text) != TN_GRAM_WORD) return true;
    return false;
}

bool tn_grams_find(tn_doc *doc, tn_gram_intern_fn intern, void *payload, tn_arena *arena) {
    cutter c = {.doc = doc, .intern = intern, .payload = payload, .arena = arena};
    if (!needs_grams(doc)) return true;
    uint32_t *start = TN_NEW_ARRAY(arena, doc->n_words + 1, uint32_t);
    if (!start) return false;
    for (size_t s = 0; s < doc->n_sentences; s++) {
        const tn_sentence *sentence = &doc->sentences[s];
        for (uint32_t at = sentence->first; at < sentence->last; at++) {
            start[at] = (uint32_t)c.grams.count;
            if (!cut(&c, at, sentence) || tn_arena_late(arena, 1)) return false;
        }
        start[sentence->last] = (uint32_t)c.grams.count; /* the next sentence begins there, or nothing does */
    }
    doc->grams = c.grams.at;
    doc->gram_start = start;
    return true;
}
