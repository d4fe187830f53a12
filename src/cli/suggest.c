/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/suggest.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST = 63 };

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

size_t tn_edit_distance(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b);
    if (n > LONGEST || m > LONGEST) return SIZE_MAX;
    size_t rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++) above[j] = j;
    for (size_t i = 1; i <= n; i++) {
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            row[j] = least(above[j - 1] + (a[i - 1] != b[j - 1]), least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[m];
}

tn_suggestion tn_suggest_for(const char *word) { return (tn_suggestion){word, NULL, 0}; }

/* Near enough: a third of the letters, at least one. */
void tn_suggest(tn_suggestion *suggestion, const char *candidate) {
    size_t distance = tn_edit_distance(suggestion->word, candidate), allowed = strlen(suggestion->word) / 3;
    if (distance > (allowed ? allowed : 1)) return;
    if (suggestion->nearest && distance >= suggestion->distance) return;
    suggestion->nearest = candidate;
    suggestion->distance = distance;
}
