/* Tokens: the words of a piece of text, each with its term. */
#ifndef TN_TEXT_TOKENS_H
#define TN_TEXT_TOKENS_H

#include "text/spellings.h"

typedef struct tn_tokens {
    tenor_string text;
    tn_arena *arena;
    TN_VEC(tn_word) words;
    tn_spellings spellings;
} tn_tokens;

/* Appends the words of text[start, end). False: out of memory, or of time. */
bool tn_tokens_read(tn_tokens *tokens, uint32_t start, uint32_t end);

#endif
