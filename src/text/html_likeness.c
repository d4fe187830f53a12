/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/html_likeness.h"

#include "base/hash.h"
#include "base/span.h"

enum { RUN = 20 }; /* bytes that are letters or digits, about four words */

/* The rolling hash of Rabin and Karp over the last RUN letters: h = sum of c_i * B^(RUN-1-i), modulo 2^32. */
typedef struct roll {
    unsigned char last[RUN];
    size_t seen;
    uint32_t hash, top; /* top: B^RUN */
} roll;

static const uint32_t BASE = 0x01000193;

static roll roll_start(void) {
    roll r = {.top = 1};
    for (int i = 0; i < RUN; i++) r.top *= BASE;
    return r;
}

static bool is_letter(unsigned char c) { return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/* True when a full run ends with this byte. */
static bool roll_on(roll *r, char byte) {
    unsigned char c = (unsigned char)tn_lower(byte);
    if (!is_letter(c)) return false;
    unsigned char *slot = &r->last[r->seen++ % RUN];
    r->hash = r->hash * BASE + c - *slot * r->top;
    *slot = c;
    return r->seen >= RUN;
}

static uint32_t mixed(uint32_t hash, uint32_t seed) {
    hash ^= seed;
    hash ^= hash >> 15;
    hash *= 0x2c1b3c6dU;
    hash ^= hash >> 12;
    return hash ? hash : 1;
}

static bool has(const tn_likeness_set *set, uint32_t hash, size_t *at) {
    for (*at = hash & set->mask; set->slots[*at]; *at = (*at + 1) & set->mask)
        if (set->slots[*at] == hash) return true;
    return false;
}

bool tn_likeness_build(tn_likeness_set *out, tenor_string text, tn_arena *arena) {
    size_t size = 64, at;
    while (size < text.length * 2) size *= 2;
    *out = (tn_likeness_set){TN_NEW_ARRAY(arena, size, uint32_t), size - 1, 0, (uint32_t)tn_seed()};
    if (!out->slots) return false;
    roll r = roll_start();
    bool markup = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '<') markup = true;
        bool full = !markup && roll_on(&r, c);
        if (c == '>') markup = false;
        if (!full || has(out, mixed(r.hash, out->seed), &at)) continue;
        out->slots[at] = mixed(r.hash, out->seed);
        out->count++;
    }
    return true;
}

double tn_likeness_of(const tn_likeness_set *set, tenor_string block) {
    roll r = roll_start();
    size_t runs = 0, known = 0, at;
    for (size_t i = 0; i < block.length; i++) {
        if (!roll_on(&r, block.data[i])) continue;
        runs++;
        known += has(set, mixed(r.hash, set->seed), &at);
    }
    return runs ? (double)known / (double)runs : 0;
}
