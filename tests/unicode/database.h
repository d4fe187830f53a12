/* The files of the Unicode character database, as Debian's package unicode-data has them. */
#ifndef TN_TESTS_DATABASE_H
#define TN_TESTS_DATABASE_H

#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/span.h"

enum { MOST_POINTS = 64, POINTS_IN_ALL = 0x110000 };

typedef struct database {
    const char *directory;
    tn_arena arena;
} database;

/* Where the database is: $TENOR_UNICODE_DATA, or the usual places. False: nowhere. */
bool database_find(database *base);

/* A file of it, compressed or not. data NULL: it is not there. */
tenor_string database_read(database *base, const char *name);

/* "WordBreakTest-15.0.0.txt" in a file's first line: 15; 0: it does not say. */
unsigned database_version(tenor_string file);

/* The next line that says something, without its remark. */
bool database_line(tenor_string *file, tenor_string *line);

/* The fields of "a;b;c". Returns how many there are, at most `most`. */
size_t database_fields(tenor_string line, tenor_string *fields, size_t most);

typedef struct points {
    uint32_t at[MOST_POINTS];
    size_t count;
} points;

/* "0041 0308", or with marks between, which are skipped. */
points points_of(tenor_string text);

/* "0041..005A" or "0041". */
void range_of(tenor_string text, uint32_t *first, uint32_t *last);

/* Their UTF-8; `offsets`, unless NULL, gets where each begins and where the last ends. */
tenor_string points_encode(const points *list, char *into, uint32_t *offsets);

void points_print(const points *list);

/* What the checks add to. */
typedef struct tally {
    size_t passed, failed;
} tally;

/* Says what failed, of the first ones. */
bool expect(tally *count, bool good);

void check_words(database *base, tally *count, const char *differences);
void check_normalisation(database *base, tally *count);

#endif
