/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NormalizationTest.txt against utf8proc, and against tn_fold, to which all five columns of a row are the same word. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text/fold.h"
#include "unicode/database.h"

enum { COLUMNS = 5 };

typedef struct row {
    char bytes[COLUMNS][MOST_POINTS * 4];
    tenor_string text[COLUMNS];
    points points;
} row;

static bool row_of(row *out, tenor_string line) {
    tenor_string fields[COLUMNS];
    if (database_fields(line, fields, COLUMNS) < COLUMNS) return false;
    for (size_t i = COLUMNS; i-- > 0;) {
        out->points = points_of(fields[i]);
        out->text[i] = points_encode(&out->points, out->bytes[i], NULL);
    }
    return true;
}

/* Whether utf8proc makes `wanted` of `text`. */
static bool maps(tenor_string text, utf8proc_option_t options, tenor_string wanted) {
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.length, &mapped, options);
    bool same = length >= 0 && tn_equal((tenor_string){(const char *)mapped, (size_t)length}, wanted);
    free(mapped);
    return same;
}

/* "c2 == toNFC(c1) == toNFC(c2) == toNFC(c3)" and the like, as the file's head has it. */
static bool normalises(const row *r) {
    enum { C1, C2, C3, C4, C5 };
    const utf8proc_option_t composed = UTF8PROC_STABLE | UTF8PROC_COMPOSE,
                            decomposed = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
    bool good = true;
    for (int i = C1; i <= C5; i++) {
        good &= maps(r->text[i], composed, i <= C3 ? r->text[C2] : r->text[C4]);
        good &= maps(r->text[i], decomposed, i <= C3 ? r->text[C3] : r->text[C5]);
        good &= maps(r->text[i], composed | UTF8PROC_COMPAT, r->text[C4]);
        good &= maps(r->text[i], decomposed | UTF8PROC_COMPAT, r->text[C5]);
    }
    return good;
}

/* The iota below, once folded, is a letter that no accent moves across: where it stood among accents then matters,
 * unless the text was decomposed before it was folded (The Unicode Standard, 3.13, after D145). tn_fold does not: no
 * word has it out of order. */
static bool has_free_iota(const row *r) {
    for (size_t i = 0; i < r->points.count; i++)
        if (r->points.at[i] == 0x345) return true;
    return false;
}

static bool folds_alike(const row *r, tn_arena *arena) {
    tenor_string first = tn_fold(r->text[0], arena);
    bool same = first.data != NULL;
    for (int i = 1; i < COLUMNS; i++) same &= tn_equal(tn_fold(r->text[i], arena), first);
    return same;
}

static void check_rows(tally *count, tenor_string file) {
    tn_arena scratch = TN_ARENA_INIT;
    tenor_string line;
    static row r;
    size_t rows = 0;
    while (database_line(&file, &line)) {
        if (line.data[0] == '@' || !row_of(&r, line)) continue;
        bool normal = normalises(&r), alike = has_free_iota(&r) || folds_alike(&r, &scratch);
        rows++;
        tn_arena_reset(&scratch);
        if (expect(count, normal && alike)) continue;
        printf("normalisation: %s: ", normal ? "folded apart" : "utf8proc");
        points_print(&r.points);
        putchar('\n');
    }
    if (!expect(count, rows > 10000)) printf("normalisation: NormalizationTest.txt has only %zu rows\n", rows);
    tn_arena_free(&scratch);
}

/* ---- NFKC_Casefold of each character ---- */

static void straighten(points *list) {
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i] == 0x2019 || list->at[i] == 0x2018 || list->at[i] == 0x2BC) list->at[i] = '\'';
}

/* A character folds to `wanted`, curly apostrophes apart. */
static bool folds_to(uint32_t point, points wanted, tn_arena *arena) {
    char one[4], other[MOST_POINTS * 4];
    points list = {.at = {point}, .count = 1};
    straighten(&wanted);
    return tn_equal(tn_fold(points_encode(&list, one, NULL), arena), points_encode(&wanted, other, NULL));
}

static bool is_known(uint32_t point) {
    return utf8proc_get_property((utf8proc_int32_t)point)->category != UTF8PROC_CATEGORY_CN &&
           (point < 0xD800 || point > 0xDFFF);
}

/* Those that the file lists fold as it says, all others to themselves. */
static void check_casefold(database *base, tally *count, tenor_string file) {
    tn_arena scratch = TN_ARENA_INIT;
    uint8_t *seen = tn_alloc(&base->arena, POINTS_IN_ALL);
    tenor_string line, fields[3];
    size_t listed = 0, wrong = 0;
    while (seen && database_line(&file, &line)) {
        uint32_t first, last;
        size_t n = database_fields(line, fields, 3);
        if (n < 2 || !tn_equal(fields[1], TN_STR("NFKC_CF"))) continue;
        range_of(fields[0], &first, &last);
        for (uint32_t i = first; i <= last && i < POINTS_IN_ALL; i++) {
            seen[i] = 1;
            listed++;
            if (!is_known(i) || folds_to(i, n > 2 ? points_of(fields[2]) : (points){.count = 0}, &scratch)) continue;
            if (wrong++ < 20)
                printf("folding: U+%04X is not folded to %.*s\n", (unsigned)i, (int)(n > 2 ? fields[2].length : 0),
                       fields[2].data);
        }
    }
    for (uint32_t i = 0; seen && i < POINTS_IN_ALL; i++) {
        if (seen[i] || !is_known(i) || folds_to(i, (points){.at = {i}, .count = 1}, &scratch)) continue;
        if (wrong++ < 20) printf("folding: U+%04X is folded\n", (unsigned)i);
    }
    (void)expect(count, wrong == 0 && listed > 5000);
    tn_arena_free(&scratch);
}

void check_normalisation(database *base, tally *count) {
    tenor_string rows = database_read(base, "NormalizationTest.txt"),
                 folding = database_read(base, "DerivedNormalizationProps.txt");
    unsigned version = database_version(rows), known = (unsigned)strtoul(utf8proc_unicode_version(), NULL, 10);
    if (!rows.data || !folding.data) {
        puts("normalisation: NormalizationTest.txt or DerivedNormalizationProps.txt cannot be read");
        count->failed++;
        return;
    }
    if (version > known) { /* it has characters that utf8proc does not know */
        printf("normalisation: skipped, the tests are of Unicode %u, utf8proc knows %u\n", version, known);
        return;
    }
    check_rows(count, rows);
    check_casefold(base, count, folding);
}
