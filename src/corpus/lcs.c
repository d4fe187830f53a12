/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/lcs.h"

#include <string.h>

enum { MOST_KEPT = 64 };

bool tn_lcs_init(tn_lcs *lcs, size_t words, size_t columns, tn_arena *arena) {
    *lcs = (tn_lcs){.first = TN_NEW_ARRAY(arena, words + 1, uint32_t),
                    .next = TN_NEW_ARRAY(arena, columns, uint32_t),
                    .count = TN_NEW_ARRAY(arena, words + 1, uint32_t),
                    .kept = TN_NEW_ARRAY(arena, words + 1, uint32_t),
                    .masks = TN_NEW_ARRAY(arena, MOST_KEPT * tn_lcs_blocks(columns), uint64_t)};
    return lcs->first && lcs->next && lcs->count && lcs->kept && lcs->masks;
}

/* Of each word that has more columns than there are blocks. */
static void keep_masks(tn_lcs *lcs) {
    size_t blocks = tn_lcs_blocks(lcs->n), n = 0;
    for (size_t j = 0; j < lcs->n; j++) {
        uint32_t word = lcs->column[j];
        if (lcs->count[word] <= blocks) continue;
        if (!lcs->kept[word]) {
            lcs->kept[word] = (uint32_t)++n;
            memset(lcs->masks + (n - 1) * blocks, 0, blocks * sizeof *lcs->masks);
        }
        lcs->masks[(lcs->kept[word] - 1) * blocks + j / 64] |= UINT64_C(1) << j % 64;
    }
}

void tn_lcs_columns(tn_lcs *lcs, const uint32_t *column, size_t n) {
    for (size_t j = 0; j < lcs->n; j++)
        lcs->first[lcs->column[j]] = lcs->count[lcs->column[j]] = lcs->kept[lcs->column[j]] = 0;
    lcs->column = column;
    lcs->n = n;
    for (size_t j = n; j-- > 0;) {
        lcs->next[j] = lcs->first[column[j]];
        lcs->first[column[j]] = (uint32_t)j + 1;
        lcs->count[column[j]]++;
    }
    keep_masks(lcs);
}

void tn_lcs_top(const tn_lcs *lcs, uint64_t *row) { memset(row, 0xFF, tn_lcs_blocks(lcs->n) * sizeof *row); }

/* The word's cells in the block of its next column, which moves on to the next block. */
static uint64_t take_block(const tn_lcs *lcs, uint32_t *at) {
    uint64_t mask = 0;
    size_t block = (*at - 1) / 64;
    for (; *at && (*at - 1) / 64 == block; *at = lcs->next[*at - 1]) mask |= UINT64_C(1) << (*at - 1) % 64;
    return mask;
}

/* The next row in one block; what is carried on. */
static uint64_t advance_block(uint64_t *row, uint64_t mask, uint64_t carry) {
    uint64_t before = *row, sum = before + (before & mask), total = sum + carry;
    *row = total | (before & ~mask);
    return sum < before || total < sum;
}

void tn_lcs_advance(const tn_lcs *lcs, uint64_t *row, uint32_t word) {
    uint32_t at = lcs->first[word];
    size_t block = 0, blocks = tn_lcs_blocks(lcs->n);
    uint64_t carry = 0;
    if (lcs->kept[word]) {
        const uint64_t *mask = lcs->masks + (lcs->kept[word] - 1) * blocks;
        for (; block < blocks; block++) carry = advance_block(&row[block], mask[block], carry);
        return;
    }
    for (; (at || carry) && block < blocks; block++) {
        if (!carry) block = (at - 1) / 64;
        carry = advance_block(&row[block], at && (at - 1) / 64 == block ? take_block(lcs, &at) : 0, carry);
    }
}

size_t tn_lcs_length(const uint64_t *row, size_t n) {
    size_t grown = 0;
    for (size_t block = 0; block < n / 64; block++) grown += (size_t)__builtin_popcountll(~row[block]);
    if (n % 64) grown += (size_t)__builtin_popcountll(~row[n / 64] << (64 - n % 64));
    return grown;
}
