/* The evidence that the language gate goes by: points of the words of a piece of text. Private to the gate. */
#ifndef TN_TEXT_EVIDENCE_H
#define TN_TEXT_EVIDENCE_H

#include "text/langid.h"

enum { TN_WIDE_LETTER = 2 }; /* an ideograph, kana or Hangul syllable counts as so many letters */

typedef struct tn_evidence {
    uint32_t letters[TN_SCRIPTS];
    uint32_t words;
    uint32_t points[64]; /* by language */
} tn_evidence;

/* Adds what `piece` says; stops early when that is clear. */
void tn_evidence_gather(tn_evidence *evidence, const tn_gate *gate, tenor_string piece);

/* The key of a hint of some kind, case folded. Never 0. */
uint32_t tn_gate_key_of(tn_hint kind, tenor_string text);

/* The bit of the filter that a key has. */
static inline uint32_t tn_gate_filter_bit(uint32_t key) { return key >> 16; }

/* False: no feature has this key. True: one may have. */
static inline bool tn_gate_may_have(const tn_gate *gate, uint32_t key) {
    uint32_t bit = tn_gate_filter_bit(key);
    return gate->filter[bit / 64] >> bit % 64 & 1;
}

/* The feature of a key that the filter lets through; NULL: there is none. */
const tn_gate_feature *tn_gate_look_up(const tn_gate *gate, uint32_t key);

/* The feature of a key; NULL: there is none. */
static inline const tn_gate_feature *tn_gate_find(const tn_gate *gate, uint32_t key) {
    return tn_gate_may_have(gate, key) ? tn_gate_look_up(gate, key) : NULL;
}

/* Whether reading on would not change the decision. */
bool tn_gate_is_clear(const tn_gate *gate, const tn_evidence *evidence);

#endif
