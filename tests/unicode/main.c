/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tenor_unicode SOURCE_DIR: words and folding against the tests of the Unicode consortium. Exits with 77 where these
 * are not installed. */
#include <stdlib.h>

#include "unicode/database.h"

int main(int argc, char **argv) {
    database base;
    tally count = {0, 0};
    char differences[1024];
    if (argc != 2 || snprintf(differences, sizeof differences, "%s/tests/data/word-breaks.tsv", argv[1]) >=
                         (int)sizeof differences) {
        (void)fprintf(stderr, "usage: tenor_unicode SOURCE_DIR\n");
        return 2;
    }
    if (!database_find(&base)) {
        puts(
            "skipped: the Unicode character database is not here (Debian: apt-get install unicode-data; elsewhere set "
            "TENOR_UNICODE_DATA to its directory)");
        return 77;
    }
    check_words(&base, &count, differences);
    check_normalisation(&base, &count);
    tn_arena_free(&base.arena);
    printf("tally: %zu passed, %zu failed\n", count.passed, count.failed);
    return count.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
