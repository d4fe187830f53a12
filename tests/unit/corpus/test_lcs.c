/* The bits of a row against the table of numbers that they stand for, and ROUGE-Lsum's way back over one and the other.
 */
#include <criterion/criterion.h>
#include <stdio.h>

#include "base/buf.h"
#include "corpus/lcs.h"
#include "corpus/rouge.h"

enum { MOST = 300, WORDS = 12 };

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(lcs, .fini = end);

static unsigned random_state = 1;

static unsigned draw(unsigned below) {
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % below;
}

/* L(i, j), every cell by itself. */
static size_t table[MOST + 1][MOST + 1];

static void fill(const uint32_t *a, size_t n_a, const uint32_t *b, size_t n_b) {
    for (size_t i = 1; i <= n_a; i++)
        for (size_t j = 1; j <= n_b; j++) {
            size_t above = table[i - 1][j], before = table[i][j - 1];
            table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : above > before ? above : before;
        }
}

static size_t draw_words(uint32_t *words, size_t n, unsigned vocabulary) {
    for (size_t i = 0; i < n; i++) words[i] = 1 + draw(vocabulary);
    return n;
}

Test(lcs, every_cell_of_every_row) {
    static const size_t lengths[] = {0, 1, 2, 63, 64, 65, 127, 128, 129, 300};
    uint32_t a[MOST], b[MOST];
    uint64_t row[MOST / 64 + 1];
    tn_lcs lcs;
    cr_assert(tn_lcs_init(&lcs, WORDS, MOST, &arena));
    for (size_t round = 0; round < 100; round++) {
        unsigned vocabulary = 1 + draw(WORDS);
        size_t n_a = draw_words(a, lengths[draw(10)], vocabulary), n_b = draw_words(b, lengths[draw(10)], WORDS);
        fill(a, n_a, b, n_b);
        tn_lcs_columns(&lcs, b, n_b);
        tn_lcs_top(&lcs, row);
        for (size_t i = 0; i <= n_a; i++) {
            for (size_t j = 0; j <= n_b; j++) cr_assert_eq(tn_lcs_length(row, j), table[i][j], "%zu %zu", i, j);
            for (size_t j = 0; j < n_b; j++)
                cr_assert_eq(tn_lcs_grows(row, j), table[i][j + 1] > table[i][j], "%zu %zu", i, j);
            if (i < n_a) tn_lcs_advance(&lcs, row, a[i]);
        }
        tn_lcs_columns(&lcs, b, 0); /* before b changes */
    }
}

/* rouge-score's own way: back along the table, less of the system only where that cell is larger. */
static void mark(const uint32_t *reference, size_t i, const uint32_t *system, size_t j, bool *in_union) {
    while (i > 0 && j > 0) {
        if (reference[i - 1] == system[j - 1]) {
            in_union[--i] = true;
            j--;
        } else if (table[i][j - 1] > table[i - 1][j]) {
            j--;
        } else {
            i--;
        }
    }
}

static void put_words(tn_buf *out, const uint32_t *words, size_t n) {
    for (size_t i = 0; i < n; i++) tn_putf(out, "w%u ", words[i]);
    tn_putc(out, '\n');
}

/* Two lines a side; what is in the union is as often as both texts have it. */
Test(lcs, the_union_of_lines) {
    for (size_t round = 0; round < 200; round++) {
        uint32_t system[2][MOST], reference[2][MOST];
        size_t n_system[2], n_reference[2], left_a[WORDS + 1] = {0}, left_b[WORDS + 1] = {0}, common = 0, all = 0;
        tn_buf text[2] = {TN_BUF_INIT, TN_BUF_INIT};
        for (size_t l = 0; l < 2; l++) {
            n_system[l] = draw_words(system[l], 1 + draw(90), WORDS);
            n_reference[l] = draw_words(reference[l], 1 + draw(90), WORDS);
            put_words(&text[0], system[l], n_system[l]);
            put_words(&text[1], reference[l], n_reference[l]);
            for (size_t i = 0; i < n_system[l]; i++) left_a[system[l][i]]++;
            for (size_t i = 0; i < n_reference[l]; i++) left_b[reference[l][i]]++;
            all += n_reference[l];
        }
        for (size_t r = 0; r < 2; r++) {
            bool in_union[MOST] = {false};
            for (size_t c = 0; c < 2; c++) {
                fill(reference[r], n_reference[r], system[c], n_system[c]);
                mark(reference[r], n_reference[r], system[c], n_system[c], in_union);
            }
            for (size_t i = 0; i < n_reference[r]; i++) {
                uint32_t word = reference[r][i];
                if (!in_union[i] || !left_a[word] || !left_b[word]) continue;
                left_a[word]--;
                left_b[word]--;
                common++;
            }
        }
        tenor_rouge_score got[TENOR_ROUGES];
        cr_assert_eq(tn_rouge(got, tn_buf_string(&text[0]), tn_buf_string(&text[1]), false, &arena, NULL), TENOR_OK);
        cr_expect_float_eq(got[TENOR_ROUGE_LSUM].recall, (double)common / (double)all, 1e-15);
        tn_buf_free(&text[0]);
        tn_buf_free(&text[1]);
    }
}

/* A table of numbers would have 1.6 billion cells; lines beyond the limit are refused. */
Test(lcs, long_texts_and_lines) {
    enum { LONG = 40000 };
    tn_buf text = TN_BUF_INIT;
    for (unsigned i = 0; i < LONG; i++) tn_putf(&text, "w%u ", draw(5000));
    tenor_rouge_score got[TENOR_ROUGES];
    tenor_string once = tn_buf_string(&text);
    cr_assert_eq(tn_rouge(got, once, once, false, &arena, NULL), TENOR_OK);
    cr_expect_eq(got[TENOR_ROUGE_L].f1, 1);
    cr_expect_eq(got[TENOR_ROUGE_LSUM].f1, 1);
    size_t length = text.length;
    tn_puts(&text, "w1 ");
    for (size_t i = 0; i < length; i++) tn_putc(&text, text.data[i]);
    tn_arena_reset(&arena);
    cr_expect_eq(tn_rouge(got, tn_buf_string(&text), tn_buf_string(&text), false, &arena, NULL), TENOR_E_TOO_LARGE);
    tn_buf_free(&text);
}
