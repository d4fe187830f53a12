/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rouge.h"

#include "base/hash.h"
#include "base/strtab.h"
#include "base/vec.h"
#include "corpus/porter.h"

enum { SHORTEST_STEMMED = 4 };
static const size_t LARGEST_TABLE = (size_t)1 << 30;

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

/* Its length, with a row of the table. O(a · b). */
static tenor_status lcs_score(const scorer *s, range a, range b, tenor_rouge_score *out, tenor_error *error) {
    uint32_t *row = TN_NEW_ARRAY(s->arena, b.count + 1, uint32_t);
    if (!row) return tn_fail_memory(error);
    for (size_t i = 0; i < a.count; i++) {
        uint32_t diagonal = 0;
        for (size_t j = 0; j < b.count; j++) {
            uint32_t above = row[j + 1];
            row[j + 1] = a.at[i] == b.at[j] ? diagonal + 1 : (uint32_t)larger(above, row[j]);
            diagonal = above;
        }
    }
    *out = score_of(row[b.count], a.count, b.count);
    return TENOR_OK;
}

/* Where to go back from a cell of the table: BOTH words are in the subsequence, or one word less of the reference, or
 * one less of the system where that one's cell is larger (the choice that rouge-score makes between equals). */
enum { BOTH, LESS_REFERENCE, LESS_SYSTEM };

static void fill_ways(range reference, range system, uint32_t *row, uint8_t *ways) {
    memset(row, 0, (system.count + 1) * sizeof *row);
    for (size_t i = 0; i < reference.count; i++) {
        uint32_t diagonal = 0;
        for (size_t j = 0; j < system.count; j++) {
            uint32_t above = row[j + 1];
            bool same = reference.at[i] == system.at[j];
            *ways++ = (uint8_t)(same ? BOTH : row[j] > above ? LESS_SYSTEM : LESS_REFERENCE);
            row[j + 1] = same ? diagonal + 1 : (uint32_t)larger(above, row[j]);
            diagonal = above;
        }
    }
}

static void mark_common(range reference, range system, const uint8_t *ways, bool *in_union) {
    size_t i = reference.count, j = system.count;
    while (i > 0 && j > 0) {
        uint8_t way = ways[(i - 1) * system.count + j - 1];
        if (way == BOTH) in_union[i - 1] = true;
        if (way != LESS_SYSTEM) i--;
        if (way != LESS_REFERENCE) j--;
    }
}

static size_t longest_line(const side *side) {
    size_t longest = 0;
    for (size_t l = 0; l < side->line_end.count; l++) longest = larger(longest, line_of(side, l).count);
    return longest;
}

/* Lin 2004, section 3.2: for each line of the reference the union of its common subsequences with the lines of the
 * system; a word counts no more often than either text has it. */
static tenor_status union_lcs(const scorer *s, const side *system, const side *reference, tenor_rouge_score *out,
                              tenor_error *error) {
    size_t common = 0, wide = longest_line(system), high = longest_line(reference);
    if (high && wide > LARGEST_TABLE / high)
        return tn_fail(error, TENOR_E_TOO_LARGE, "the lines are too long to compare");
    uint32_t *row = TN_NEW_ARRAY(s->arena, wide + 1, uint32_t);
    uint32_t *left_a = TN_NEW_ARRAY(s->arena, s->vocabulary.count + 1, uint32_t);
    uint32_t *left_b = TN_NEW_ARRAY(s->arena, s->vocabulary.count + 1, uint32_t);
    uint8_t *ways = TN_NEW_ARRAY(s->arena, wide * high, uint8_t);
    bool *in_union = TN_NEW_ARRAY(s->arena, high, bool);
    if (!row || !left_a || !left_b || !ways || !in_union) return tn_fail_memory(error);
    for (size_t i = 0; i < system->words.count; i++) left_a[system->words.at[i]]++;
    for (size_t i = 0; i < reference->words.count; i++) left_b[reference->words.at[i]]++;
    for (size_t r = 0; r < reference->line_end.count; r++) {
        range line = line_of(reference, r);
        memset(in_union, 0, high * sizeof *in_union);
        for (size_t c = 0; c < system->line_end.count; c++) {
            fill_ways(line, line_of(system, c), row, ways);
            mark_common(line, line_of(system, c), ways, in_union);
        }
        for (size_t i = 0; i < line.count; i++) {
            if (!in_union[i] || !left_a[line.at[i]] || !left_b[line.at[i]]) continue;
            left_a[line.at[i]]--;
            left_b[line.at[i]]--;
            common++;
        }
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
    TN_TRY(common_words(&s, &a, &b, &out[TENOR_ROUGE_1], error));
    TN_TRY(common_pairs(&s, &a, &b, &out[TENOR_ROUGE_2], error));
    TN_TRY(lcs_score(&s, all_of(&a), all_of(&b), &out[TENOR_ROUGE_L], error));
    return union_lcs(&s, &a, &b, &out[TENOR_ROUGE_LSUM], error);
}
