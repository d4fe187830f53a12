/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/span.h"
#include "corpus/dedup.h"

enum { TEXTS = 1000, WORDS = 250 };

static uint32_t seed = 1;

static uint32_t below(uint32_t n) {
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)seed * n) >> 32);
}

/* Common words are more common. */
static uint32_t any_word(void) { return below(1 + below(1 + below(8000))); }

static void put_word(tn_buf *out, uint32_t word) { tn_putf(out, "w%u ", word); }

/* What a wire copy may look like: `from` with words replaced, its end cut, or something put before and after it. */
typedef enum edit { NO_EDIT, FEW_WORDS, MANY_WORDS, CUT, FRAME, EDITS } edit;

static void put_copy(tn_buf *out, const uint32_t *from, edit how) {
    uint32_t n = how == CUT ? WORDS * 7 / 10 : WORDS, replaced = how == FEW_WORDS ? 3 : how == MANY_WORDS ? 7 : 0;
    for (uint32_t i = 0; how == FRAME && i < 10; i++) put_word(out, any_word());
    for (uint32_t i = 0; i < n; i++) put_word(out, below(100) < replaced ? any_word() : from[i]);
    for (uint32_t i = 0; how == FRAME && i < 20; i++) put_word(out, any_word());
}

/* A text of its own that quotes a quarter of another. */
static void put_other(tn_buf *out, const uint32_t *quoted) {
    for (uint32_t i = 0; i < WORDS; i++) put_word(out, any_word());
    for (uint32_t i = 0; i < WORDS / 4; i++) put_word(out, quoted[i]);
}

static tn_near_copy add(tn_dedup *dedup, const tn_buf *text, const char *id) {
    tn_arena arena = TN_ARENA_INIT;
    tn_signature signature;
    tn_near_copy copy;
    cr_assert(tn_signature_make(&signature, tn_buf_string(text), &arena));
    cr_assert(tn_dedup_add(dedup, &signature, tn_str(id), &copy, NULL) == TENOR_OK);
    tn_arena_free(&arena);
    return copy;
}

Test(dedup, finds_made_near_copies_and_nothing_else) {
    static uint32_t words[TEXTS][WORDS];
    size_t found = 0, wrong = 0;
    tn_dedup *dedup;
    tn_buf text = TN_BUF_INIT;
    char id[32];
    cr_assert(tn_dedup_new(&dedup, 4 * TEXTS, 0.5, NULL) == TENOR_OK);
    for (size_t i = 0; i < TEXTS; i++) {
        for (size_t k = 0; k < WORDS; k++) words[i][k] = any_word();
        tn_buf_reset(&text);
        put_copy(&text, words[i], NO_EDIT);
        (void)snprintf(id, sizeof id, "%zu", i);
        wrong += add(dedup, &text, id).found;
    }
    for (size_t i = 0; i < TEXTS; i++) {
        tn_buf_reset(&text);
        put_copy(&text, words[i], (edit)(i % EDITS));
        (void)snprintf(id, sizeof id, "%zu", i);
        tn_near_copy copy = add(dedup, &text, "copy");
        bool right = copy.found && tn_equal(copy.of, tn_str(id)) && copy.cluster == i + 1;
        found += right;
        wrong += copy.found && !right;
        tn_buf_reset(&text);
        put_other(&text, words[i]);
        wrong += add(dedup, &text, "other").found;
    }
    double recall = (double)found / TEXTS, precision = (double)found / (double)(found + wrong);
    cr_expect(recall >= 0.97 && precision >= 0.97, "recall %.3f, precision %.3f", recall, precision);
    tn_dedup_free(dedup);
    tn_buf_free(&text);
}

/* Against the share counted exactly: i of n + m - i triples. */
Test(dedup, likeness_is_the_share_of_triples_in_common) {
    tn_arena arena = TN_ARENA_INIT;
    double error = 0;
    enum { ROUNDS = 40 };
    for (uint32_t round = 0; round < ROUNDS; round++) {
        tn_buf a = TN_BUF_INIT, b = TN_BUF_INIT;
        uint32_t shared = 20 + round * 8, n = 400;
        for (uint32_t i = 0; i < n; i++) put_word(&a, round * 100000 + i);
        for (uint32_t i = 0; i < n; i++) put_word(&b, round * 100000 + (i < shared ? i : i + 50000));
        tn_signature x, y;
        cr_assert(tn_signature_make(&x, tn_buf_string(&a), &arena) && tn_signature_make(&y, tn_buf_string(&b), &arena));
        double exact = (shared - 2) / (2.0 * (n - 2) - (shared - 2));
        error += tn_signature_likeness(&x, &y) - exact;
        cr_expect(fabs(tn_signature_likeness(&x, &y) - exact) < 0.25, "%u: %g", shared, exact);
        tn_buf_free(&a);
        tn_buf_free(&b);
    }
    cr_expect(fabs(error / ROUNDS) < 0.03, "bias %g", error / ROUNDS);
    tn_arena_free(&arena);
}

Test(dedup, short_texts_and_empty_ones) {
    static const struct {
        const char *text;
        bool copy;
    } rows[] = {{"", false},
                {"", false},
                {"One", false},
                {"one!", true},
                {"Oil prices rise", false},
                {"oil  prices RISE.", true},
                {"Oil prices fall", false},
                {" \n\t", false}};
    tn_dedup *dedup;
    cr_assert(tn_dedup_new(&dedup, 100, 0.5, NULL) == TENOR_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_buf text = TN_BUF_INIT;
        tn_puts(&text, rows[i].text);
        cr_expect(add(dedup, &text, "x").found == rows[i].copy, "%zu: '%s'", i, rows[i].text);
        tn_buf_free(&text);
    }
    tn_dedup_free(dedup);
}

Test(dedup, a_window_of_one_remembers_the_last) {
    tn_dedup *dedup;
    tn_buf a = TN_BUF_INIT, b = TN_BUF_INIT;
    tn_puts(&a, "the talks in the capital went on");
    tn_puts(&b, "a garden opened in town this sunday");
    cr_assert(tn_dedup_new(&dedup, 1, 0.5, NULL) == TENOR_OK);
    cr_expect_not(add(dedup, &a, "first").found);
    tn_near_copy copy = add(dedup, &a, "second");
    cr_expect(copy.found && tn_equal(copy.of, TN_STR("first")) && copy.cluster == 1);
    cr_expect_not(add(dedup, &b, "third").found);
    cr_expect_not(add(dedup, &a, "fourth").found);
    tn_dedup_free(dedup);
    tn_buf_free(&a);
    tn_buf_free(&b);
}
