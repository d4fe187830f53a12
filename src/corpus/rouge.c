/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rouge.h"

#include "base/hash.h"
#include "base/strtab.h"
#include "base/vec.h"
#include "corpus/lcs.h"
#include "corpus/porter.h"

enum { SHORTEST_STEMMED = 4 };
static const size_t LARGEST_TABLE = (size_t)1 << 31; /* cells, a bit each */

/* A text as the numbers of its words; a line is a range of them. */
typedef struct side {
    TN_VEC(uint32_t) words;
    TN_VEC(uint32_t) line_end; /* lines without a word are not there */
} side;

typedef struct scorer {
    tn_strtab vocabulary;
    tn_arena *arena;
    bool stem;
} scorer;

/* ---- words ---- */

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

static bool add_word(scorer *s, side *to, char *word, size_t length) {
    if (s->stem && length >= SHORTEST_STEMMED) length = tn_porter(word, length);
    uint32_t id = tn_strtab_add(&s->vocabulary, (tenor_string){word, length}, true);
    uint32_t *added = id ? TN_PUSH(s->arena, &to->words) : NULL;
    if (added) *added = id;
    return added != NULL;
}

static bool end_line(scorer *s, side *to) {
    size_t before = to->line_end.count ? to->line_end.at[to->line_end.count - 1] : 0;
    if (to->words.count == before) return true;
    uint32_t *end = TN_PUSH(s->arena, &to->line_end);
    if (end) *end = (uint32_t)to->words.count;
    return end != NULL;
}

/* The two letters beyond ASCII whose lower case begins with one of a-z: the Kelvin sign and the I with a dot. */
static size_t lower_beyond_ascii(const char *at, size_t left, char *lower) {
    if (left >= 3 && memcmp(at, "\xE2\x84\xAA", 3) == 0) {
        *lower = 'k';
        return 3;
    }
    if (left >= 2 && memcmp(at, "\xC4\xB0", 2) == 0) {
        *lower = 'i';
        return 2;
    }
    return 0;
}

/* `copy` has room for all of the text. */
static bool read_words(scorer *s, side *to, tenor_string text, char *copy) {
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = tn_lower(text.data[i]);
        size_t bytes = is_letter(c) ? 1 : lower_beyond_ascii(text.data + i, text.length - i, &c);
        bool dotted = bytes == 2; /* lower case of the I with a dot is an i and a dot that parts words */
        if (bytes) {
            copy[length++] = c;
            i += bytes - 1;
        }
        if ((!bytes || dotted) && length) {
            if (!add_word(s, to, copy, length)) return false;
            length = 0;
        }
        if (c == '\n' && !end_line(s, to)) return false;
    }
    return (!length || add_word(s, to, copy, length)) && end_line(s, to);
}

/* ---- scores ---- */

static tenor_rouge_score score_of(size_t common, size_t system, size_t reference) {
    tenor_rouge_score score = {0, 0, 0};
    if (common == 0) return score;
    score.precision = (double)common / (double)system;
    score.recall = (double)common / (double)reference;
    score.f1 = 2 * score.precision * score.recall / (score.precision + score.recall);
    return score;
}

/* Words in common, each as often as both have it. */
static tenor_status common_words(const scorer *s, const side *a, const side *b, tenor_rouge_score *out,
                                 tenor_error *error) {
    size_t common = 0;
    uint32_t *left = TN_NEW_ARRAY(s->arena, s->vocabulary.count + 1, uint32_t);
    if (!left) return tn_fail_memory(error);
    for (size_t i = 0; i < b->words.count; i++) left[b->words.at[i]]++;
    for (size_t i = 0; i < a->words.count; i++)
        if (left[a->words.at[i]] > 0) {
            left[a->words.at[i]]--;
            common++;
        }
    *out = score_of(common, a->words.count, b->words.count);
    return TENOR_OK;
}

/* The pairs of neighbours of a text, numbered like words. */
static bool pair_up(scorer *pairs, const side *from, side *to) {
    for (size_t i = 0; i + 1 < from->words.count; i++) {
        uint32_t id = tn_strtab_add(&pairs->vocabulary,
                                    (tenor_string){(const char *)&from->words.at[i], 2 * sizeof(uint32_t)}, false);
        uint32_t *added = id ? TN_PUSH(pairs->arena, &to->words) : NULL;
        if (!added) return false;
        *added = id;
    }
    return true;
}

static tenor_status common_pairs(const scorer *s, const side *a, const side *b, tenor_rouge_score *out,
                                 tenor_error *error) {
    scorer pairs = {.arena = s->arena};
    side pairs_a = {0}, pairs_b = {0};
    if (!tn_strtab_init(&pairs.vocabulary, s->arena, 64, tn_seed()) || !pair_up(&pairs, a, &pairs_a) ||
        !pair_up(&pairs, b, &pairs_b))
        return tn_fail_memory(error);
    return common_words(&pairs, &pairs_a, &pairs_b, out, error);
}

/* ---- longest common subsequence ---- */

/* A range of words. */
typedef struct range {
    const uint32_t *at;
    size_t count;
} range;

static range all_of(const side *side) { return (range){side->words.at, side->words.count}; }

static range line_of(const side *side, size_t line) {
    size_t start = line ? side->line_end.at[line - 1] : 0;
    return (range){side->words.at + start, side->line_end.at[line] - start};
}

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

/* O(a · b / 64) time, O(a + b) memory. */
static tenor_status lcs_score(tn_lcs *lcs, const scorer *s, range a, range b, tenor_rouge_score *out,
                              tenor_error *error) {
    uint64_t *row = TN_NEW_ARRAY(s->arena, tn_lcs_blocks(b.count), uint64_t);
    if (!row) return tn_fail_memory(error);
    tn_lcs_columns(lcs, b.at, b.count);
    tn_lcs_top(lcs, row);
    for (size_t i = 0; i < a.count; i++) tn_lcs_advance(lcs, row, a.at[i]);
    *out = score_of(tn_lcs_length(row, b.count), a.count, b.count);
    return TENOR_OK;
}

/* All rows of the table: row 0 is the one above the first. */
static void fill_table(const tn_lcs *lcs, range reference, uint64_t *table) {
    size_t blocks = tn_lcs_blocks(lcs->n);
    tn_lcs_top(lcs, table);
    for (size_t i = 0; i < reference.count; i++) {
        uint64_t *row = table + (i + 1) * blocks;
        memcpy(row, row - blocks, blocks * sizeof *row);
        tn_lcs_advance(lcs, row, reference.at[i]);
    }
}

/* The way back from the last cell. From cell (i, j), where the words differ, it goes to one less of the system only if
 * that cell is larger than the one above: the choice that rouge-score makes between equals. `above` is L(i - 1, j). */
static void mark_common(range reference, range system, const uint64_t *table, bool *in_union) {
    size_t blocks = tn_lcs_blocks(system.count), i = reference.count, j = system.count;
    size_t above = i ? tn_lcs_length(table + (i - 1) * blocks, j) : 0, here = tn_lcs_length(table + i * blocks, j);
    while (i > 0 && j > 0) {
        const uint64_t *row = table + i * blocks, *row_above = row - blocks;
        bool both = reference.at[i - 1] == system.at[j - 1];
        if (!both && !tn_lcs_grows(row, j - 1) && here > above) {
            above -= tn_lcs_grows(row_above, j - 1);
            j--;
            continue;
        }
        if (both) in_union[i - 1] = true;
        here = both ? above - tn_lcs_grows(row_above, j - 1) : above;
        j -= both;
        i--;
        above = i ? tn_lcs_length(row_above - blocks, j) : 0;
    }
}

static size_t longest_line(const side *side) {
    size_t longest = 0;
    for (size_t l = 0; l < side->line_end.count; l++) longest = larger(longest, line_of(side, l).count);
    return longest;
}

/* What is counted off. */
typedef struct union_count {
    uint32_t *left_a, *left_b; /* by word: how often either text still has it */
    uint64_t *table;
    bool *in_union; /* by word of the reference's line */
} union_count;

/* Asked before anything else is done that takes its time. */
static tenor_status check_lengths(const side *system, const side *reference, tenor_error *error) {
    if (tn_lcs_blocks(longest_line(system)) <= LARGEST_TABLE / 64 / (longest_line(reference) + 1)) return TENOR_OK;
    return tn_fail(error, TENOR_E_TOO_LARGE, "the lines are too long to compare");
}

static tenor_status open_count(union_count *count, const scorer *s, const side *system, const side *reference,
                               tenor_error *error) {
    size_t blocks = tn_lcs_blocks(longest_line(system)), high = longest_line(reference) + 1;
    count->left_a = TN_NEW_ARRAY(s->arena, s->vocabulary.count + 1, uint32_t);
    count->left_b = TN_NEW_ARRAY(s->arena, s->vocabulary.count + 1, uint32_t);
    count->table = TN_NEW_ARRAY(s->arena, blocks * high, uint64_t);
    count->in_union = TN_NEW_ARRAY(s->arena, high, bool);
    if (!count->left_a || !count->left_b || !count->table || !count->in_union) return tn_fail_memory(error);
    for (size_t i = 0; i < system->words.count; i++) count->left_a[system->words.at[i]]++;
    for (size_t i = 0; i < reference->words.count; i++) count->left_b[reference->words.at[i]]++;
    return TENOR_OK;
}

static size_t count_line(union_count *count, range line) {
    size_t common = 0;
    for (size_t i = 0; i < line.count; i++) {
        uint32_t word = line.at[i];
        if (!count->in_union[i] || !count->left_a[word] || !count->left_b[word]) continue;
        count->left_a[word]--;
        count->left_b[word]--;
        common++;
    }
    return common;
}

/* Lin 2004, section 3.2: for each line of the reference the union of its common subsequences with the lines of the
 * system; a word counts no more often than either text has it. */
static tenor_status union_lcs(tn_lcs *lcs, const scorer *s, const side *system, const side *reference,
                              tenor_rouge_score *out, tenor_error *error) {
    size_t common = 0;
    union_count count = {0};
    TN_TRY(open_count(&count, s, system, reference, error));
    for (size_t r = 0; r < reference->line_end.count; r++) {
        range line = line_of(reference, r);
        memset(count.in_union, 0, line.count * sizeof *count.in_union);
        for (size_t c = 0; c < system->line_end.count; c++) {
            range other = line_of(system, c);
            tn_lcs_columns(lcs, other.at, other.count);
            fill_table(lcs, line, count.table);
            mark_common(line, other, count.table, count.in_union);
        }
        common += count_line(&count, line);
    }
    *out = score_of(common, system->words.count, reference->words.count);
    return TENOR_OK;
}

/* ---- all of them ---- */

tenor_status tn_rouge(tenor_rouge_score out[TENOR_ROUGES], tenor_string system, tenor_string reference, bool stem,
                      tn_arena *arena, tenor_error *error) {
    scorer s = {.arena = arena, .stem = stem};
    side a = {0}, b = {0};
    char *copy = tn_alloc(arena, larger(system.length, reference.length));
    memset(out, 0, TENOR_ROUGES * sizeof *out);
    if (!copy || !tn_strtab_init(&s.vocabulary, arena, 256, tn_seed()) || !read_words(&s, &a, system, copy) ||
        !read_words(&s, &b, reference, copy))
        return tn_fail_memory(error);
    if (a.words.count == 0 || b.words.count == 0) return TENOR_OK;
    TN_TRY(check_lengths(&a, &b, error));
    TN_TRY(common_words(&s, &a, &b, &out[TENOR_ROUGE_1], error));
    TN_TRY(common_pairs(&s, &a, &b, &out[TENOR_ROUGE_2], error));
    tn_lcs lcs;
    if (!tn_lcs_init(&lcs, s.vocabulary.count, larger(a.words.count, b.words.count), arena))
        return tn_fail_memory(error);
    TN_TRY(lcs_score(&lcs, &s, all_of(&a), all_of(&b), &out[TENOR_ROUGE_L], error));
    return union_lcs(&lcs, &s, &a, &b, &out[TENOR_ROUGE_LSUM], error);
}
