/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/lcs.h"

#include <string.h>

bool tn_lcs_init(tn_lcs *lcs, size_t words, size_t columns, tn_arena *arena) {
    *lcs = (tn_lcs){.first = TN_NEW_ARRAY(arena, words + 1, uint32_t), .next = TN_NEW_ARRAY(arena, columns, uint32_t)};
    return lcs->first && lcs->next;
}

void tn_lcs_columns(tn_lcs *lcs, const uint32_t *column, size_t n) {
    for (size_t j = 0; j < lcs->n; j++) lcs->first[lcs->column[j]] = 0;
    lcs->column = column;
    lcs->n = n;
    for (size_t j = n; j-- > 0;) {
        lcs->next[j] = lcs->first[column[j]];
        lcs->first[column[j]] = (uint32_t)j + 1;
    }
}

void tn_lcs_top(const tn_lcs *lcs, uint64_t *row) { memset(row, 0xFF, tn_lcs_blocks(lcs->n) * sizeof *row); }

/* The word's cells in the block of its next column, which moves on to the next block. */
static uint64_t take_block(const tn_lcs *lcs, uint32_t *at) {
    uint64_t mask = 0;
    size_t block = (*at - 1) / 64;
    for (; *at && (*at - 1) / 64 == block; *at = lcs->next[*at - 1]) mask |= UINT64_C(1) << (*at - 1) % 64;
    return mask;
}

void tn_lcs_advance(const tn_lcs *lcs, uint64_t *row, uint32_t word) {
    uint32_t at = lcs->first[word];
    size_t block = 0, blocks = tn_lcs_blocks(lcs->n);
    for (uint64_t carry = 0; (at || carry) && block < blocks; block++) {
        if (!carry) block = (at - 1) / 64;
        uint64_t mask = at && (at - 1) / 64 == block ? take_block(lcs, &at) : 0;
        uint64_t before = row[block], sum = before + (before & mask), total = sum + carry;
        carry = sum < before || total < sum;
        row[block] = total | (before & ~mask);
    }
}

size_t tn_lcs_length(const uint64_t *row, size_t n) {
    size_t grown = 0;
    for (size_t block = 0; block < n / 64; block++) grown += (size_t)__builtin_popcountll(~row[block]);
    if (n % 64) grown += (size_t)__builtin_popcountll(~row[n / 64] << (64 - n % 64));
    return grown;
}
