/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nine of ten words of news are small letters of ASCII, perhaps with a capital before them, and a space or a mark that
 * joins nothing behind. They are read eight bytes at once, from which their end and their key come together; all others
 * are left to text/word.h, which says of these the same. */
#include "text/tokens.h"

#include "base/bytes.h"
#include "text/chars.h"
#include "text/word.h"

enum {
    AT_ONCE = 32,   /* words that are read before their terms are looked for, so that these are at hand by then */
    LOOK_AHEAD = 16 /* bytes that are there behind the start of a word that is read fast */
};

/* The piece that is read. */
typedef struct reader {
    tn_tokens *tokens;
    const unsigned char *data;
    uint32_t end;
    uint32_t fast_end; /* a word that begins before it may be read fast */
} reader;

/* Whether a word may end at `at`: nothing there joins it to what follows. */
static inline bool ends_before(const reader *r, uint32_t at) {
    unsigned char c = r->data[at];
    if (c == ' ') return true;
    if (tn_byte_kinds[c] != TN_CHAR_OTHER) return false;
    if (c == ':') return r->data[at + 1] == ' '; /* "http:" begins an address */
    return (c != '.' && c != ',' && c != '\'' && c != '&' && c != '@') ||
           tn_byte_kinds[r->data[at + 1]] == TN_CHAR_OTHER;
}

/* The word at `at`, where a letter stands; sets its key. False: it is none of the usual ones. */
static inline bool read_fast(const reader *r, uint32_t at, tn_word *word, uint64_t *key) {
    const char *data = (const char *)r->data + at;
    uint64_t eight = tn_eight(data), other = tn_not_small(eight | 0x20); /* the first one may be a capital */
    uint32_t end = other ? at + (uint32_t)tn_eight_first(other) : tn_small_run(r->tokens->text, at + 8, r->end);
    if (end + 1 >= r->end || !ends_before(r, end)) return false;
    if (other) *key = eight & (((other & (~other + 1)) >> 7) - 1); /* the bytes before the first other one */
    else *key = tn_known_key(r->tokens->spellings.known, (tenor_string){data, end - at});
    word->start = at;
    word->end = end;
    return true;
}

/* The next word, and what stands before it. False: none is left. */
static inline bool read_word(const reader *r, uint32_t gap, tn_word *word, uint64_t *key) {
    uint32_t at = gap, flags = 0;
    unsigned char kind = TN_CHAR_OTHER;
    if (at < r->fast_end && r->data[at] == ' ') at++;
    for (; at < r->fast_end && (kind = tn_byte_kinds[r->data[at]]) == TN_CHAR_OTHER; at++)
        flags |= tn_ascii_marks[r->data[at]];
    if ((kind == TN_CHAR_LOWER || kind == TN_CHAR_UPPER) && read_fast(r, at, word, key)) {
        if (flags & TN_WORD_HYPHEN && at != gap + 1) flags &= ~(uint32_t)TN_WORD_HYPHEN;
        word->flags = kind == TN_CHAR_UPPER ? flags | TN_WORD_CAPITAL : flags;
        return true;
    }
    *key = 0;
    return tn_word_next(r->tokens->text, gap, r->end, word);
}

/* What the terms of some words are found by. */
typedef struct keys {
    uint64_t key[AT_ONCE]; /* 0: the word was not read fast */
    size_t slot[AT_ONCE];
} keys;

/* Reads words one after the other from *at on, as many as there are, at most AT_ONCE; returns how many. */
static size_t read_words(const reader *r, uint32_t *at, tn_word *words, keys *keys) {
    const tn_known *known = r->tokens->spellings.known;
    size_t n = 0;
    for (; n < AT_ONCE && read_word(r, *at, &words[n], &keys->key[n]); n++) {
        *at = words[n].end;
        keys->slot[n] = tn_known_slot(known, keys->key[n]);
        tn_fetch(&known->words[keys->slot[n]]);
    }
    return n;
}

/* The term of a word that was not read fast. */
static uint32_t slow_term(tn_tokens *tokens, const tn_word *word) {
    tenor_string bare = tn_text_model_elide(tokens->spellings.model, tn_word_stem(tokens->text, word));
    return tn_spellings_term(&tokens->spellings, bare);
}

/* The terms of `n` words. False: out of memory. */
static bool find_terms(tn_tokens *tokens, tn_word *words, size_t n, const keys *keys) {
    tn_spellings *spellings = &tokens->spellings;
    const char *data = tokens->text.data;
    size_t mask = spellings->known->mask;
    if (!TN_RESERVE(tokens->arena, &spellings->terms, AT_ONCE)) return false;
    for (size_t i = 0; i < n; i++) {
        tn_word *word = &words[i];
        uint64_t key = keys->key[i];
        if (key == 0) {
            word->term = slow_term(tokens, word);
        } else {
            bool moved = spellings->known->mask != mask; /* the table has grown */
            size_t slot = moved ? tn_known_slot(spellings->known, key) : keys->slot[i];
            tenor_string written = {data + word->start, word->end - word->start};
            word->term = tn_spellings_at(spellings, written, key, tn_known_place_from(spellings->known, slot, key));
        }
        if (word->term == 0) return false;
    }
    return true;
}

bool tn_tokens_read(tn_tokens *tokens, uint32_t start, uint32_t end) {
    reader r = {.tokens = tokens, .data = (const unsigned char *)tokens->text.data, .end = end};
    r.fast_end = tokens->text.length > LOOK_AHEAD ? (uint32_t)(tokens->text.length - LOOK_AHEAD) : 0;
    if (r.fast_end > end) r.fast_end = end;
    keys keys;
    size_t found = AT_ONCE;
    for (uint32_t at = start; found == AT_ONCE; tokens->words.count += found) {
        if (!TN_RESERVE(tokens->arena, &tokens->words, AT_ONCE + 1) || tn_arena_late(tokens->arena, AT_ONCE))
            return false;
        tn_word *words = tokens->words.at + tokens->words.count;
        found = read_words(&r, &at, words, &keys);
        if (!find_terms(tokens, words, found, &keys)) return false;
    }
    tn_spellings_settle(&tokens->spellings);
    return true;
}
