/* Sentences that the lexicon was not written for (tests/data/events.tsv) fall on the right side, and words that mislead
 * (calm.tsv) make no tension, with the real lexicon. The bounds stand a little under what was measured last. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "reading.h"

enum { LEAST_RIGHT_PERCENT = 91, MOST_TENSE_CALM = 25 };

static void set_up(void) { reading_open(true); }

TestSuite(events, .init = set_up, .fini = reading_close);

/* The next row of a file, parted at its TABs: how many columns, 0 at the end. */
static size_t next_row(FILE *file, char *row, int size, char **columns, size_t most) {
    size_t n = 0;
    do {
        if (!fgets(row, size, file)) return 0;
        row[strcspn(row, "\n")] = '\0';
    } while (*row == '\0' || *row == '#');
    for (char *at = strtok(row, "\t"); at && n < most; at = strtok(NULL, "\t")) columns[n++] = at;
    return n;
}

static bool fits(char sign, double tension) {
    return sign == '+' ? tension > 50 : sign == '-' ? tension < 50 : tension >= 35 && tension <= 65;
}

Test(events, sentences_it_was_not_written_for) {
    FILE *file = fopen(TENOR_SOURCE_DIR "/tests/data/events.tsv", "r");
    char row[1024], *columns[3];
    size_t count = 0, right = 0;
    cr_assert_not_null(file);
    while (next_row(file, row, sizeof row, columns, 3) == 3) {
        double tension = reading_tension(columns[2], NULL);
        count++;
        if (fits(*columns[1], tension)) right++;
        else fprintf(stderr, "%s %s %.0f: %s\n", columns[1], columns[0], tension, columns[2]);
    }
    fclose(file);
    cr_assert_geq(count, 700);
    cr_assert_geq(right * 100, count * LEAST_RIGHT_PERCENT, "%zu of %zu", right, count);
}

Test(events, words_that_mislead) {
    FILE *file = fopen(TENOR_SOURCE_DIR "/tests/data/calm.tsv", "r");
    char row[1024], *columns[2];
    size_t count = 0, tense = 0;
    cr_assert_not_null(file);
    while (next_row(file, row, sizeof row, columns, 2) == 2) {
        double tension = reading_tension(columns[1], NULL);
        count++;
        if (tension < 60) continue;
        tense++;
        fprintf(stderr, "%s %.0f: %s\n", columns[0], tension, columns[1]);
    }
    fclose(file);
    cr_assert_geq(count, 160);
    cr_assert_leq(tense, MOST_TENSE_CALM, "%zu of %zu", tense, count);
}
