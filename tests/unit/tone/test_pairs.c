/* Minimal pairs: of two sentences that differ in one thing the tenser one scores higher, with the real lexicon. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "reading.h"

enum { LEAST_PERCENT = 97 };

static void set_up(void) { reading_open(true); }

TestSuite(pairs, .init = set_up, .fini = reading_close);

Test(pairs, the_tenser_one_scores_higher) {
    FILE *file = fopen(TENOR_SOURCE_DIR "/tests/data/pairs.tsv", "r");
    cr_assert_not_null(file);
    char row[1024];
    size_t count = 0, right = 0;
    while (fgets(row, sizeof row, file)) {
        char *tense = strchr(row, '\t'), *calmer = tense ? strchr(tense + 1, '\t') : NULL;
        if (*row == '#' || !calmer) continue;
        *tense++ = *calmer++ = '\0';
        calmer[strcspn(calmer, "\n")] = '\0';
        count++;
        if (reading_tension(tense, NULL) > reading_tension(calmer, NULL)) right++;
        else fprintf(stderr, "%s: %s | %s\n", row, tense, calmer);
    }
    fclose(file);
    cr_assert_geq(count, 200);
    cr_assert_geq(right * 100, count * LEAST_PERCENT, "%zu of %zu", right, count);
}
