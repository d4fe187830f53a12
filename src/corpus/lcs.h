/* The longest common subsequence of two rows of words, 64 cells of the table at a time.
 *
 *            b a n d      L(i, j): the longest one of the first i words of the one and the first j of the other
 *         a  0 1 1 1      grows along a row by 0 or 1: a row is a bit a cell, 0 where it grows
 *         n  0 1 2 2      V_0 = 1111    V_1 = 1011    V_2 = 1001    (bits in order of the cells)
 *
 * The next row is  V' = (V + (V & M)) | (V & ~M),  M the cells of the word: Crochemore, Iliopoulos, Pinzon and Reid, "A
 * fast and practical bit-vector algorithm for the longest common subsequence problem", Information Processing Letters
 * 80 (2001), in the form of Hyyrö (2004). Only blocks that have the word, or that a carry comes into, are looked at.
 * M is put together from the word's columns, but for words that have more of them than there are blocks, of which there
 * are no more than 64: theirs are kept, so that a text of one word takes no longer than another.
 */
#ifndef TN_CORPUS_LCS_H
#define TN_CORPUS_LCS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Where each word stands among the columns. */
typedef struct tn_lcs {
    uint32_t *first; /* [words + 1] by word: its first column + 1; 0: it has none */
    uint32_t *next;  /* [columns] the next column of the same word + 1 */
    uint32_t *count; /* [words + 1] by word: how many columns it has */
    uint32_t *kept;  /* [words + 1] by word: which of the masks is its M, + 1; 0: none */
    uint64_t *masks; /* [64][blocks] */
    const uint32_t *column;
    size_t n; /* columns */
} tn_lcs;

/* Room for words numbered up to `words` and for as many columns. False: out of memory. */
bool tn_lcs_init(tn_lcs *lcs, size_t words, size_t columns, tn_arena *arena);

/* Takes n words as the columns, in place of those before; it borrows them until the next call. O(n). */
void tn_lcs_columns(tn_lcs *lcs, const uint32_t *column, size_t n);

/* How many blocks of 64 bits a row of n columns has. */
static inline size_t tn_lcs_blocks(size_t n) { return n / 64 + (n % 64 > 0); }

/* The row above the first one. */
void tn_lcs_top(const tn_lcs *lcs, uint64_t *row);

/* Makes a row the next one, that of `word`. O(columns / 64) at worst. */
void tn_lcs_advance(const tn_lcs *lcs, uint64_t *row, uint32_t word);

/* L of a row and its first n columns. O(n / 64). */
size_t tn_lcs_length(const uint64_t *row, size_t n);

/* Whether L grows at a column. */
static inline bool tn_lcs_grows(const uint64_t *row, size_t column) { return !(row[column / 64] >> column % 64 & 1); }

#endif
