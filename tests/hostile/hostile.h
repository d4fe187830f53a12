/* Hostile texts: each is a rule that makes a text of any size, so that a test can double it and watch the time. */
#ifndef TN_TESTS_HOSTILE_H
#define TN_TESTS_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* How the bytes are taken. */
typedef enum hostile_input {
    HOSTILE_TEXT,
    HOSTILE_COHERENT, /* a text of which nine sentences in ten are asked for, with what they point back to */
    HOSTILE_HTML,
    HOSTILE_RECORDS,
    HOSTILE_DIGEST, /* records that are one digest, by their field "s" */
    HOSTILE_COPIES, /* records whose near-copies are looked for */
    HOSTILE_CSV,
    HOSTILE_ARRAY
} hostile_input;

typedef struct hostile_case {
    const char *name;
    hostile_input input;
    double scale;       /* of the usual size: less for what is rightly slow, more for what is bounded only beyond it */
    const char *before; /* once, at the start */
    const char *unit;   /* again and again; NULL: `make` */
    void (*make)(tn_buf *out, size_t bytes);
    const char *after; /* once, at the end */
    bool
        many_pieces; /* the arena of a sanitizer's build looks through them all when one is given back: no time there */
} hostile_case;

extern const hostile_case hostile_cases[];
extern const size_t n_hostile_cases;

/* Makes a text of about `bytes` bytes. */
void hostile_make(tn_buf *out, const hostile_case *which, size_t bytes);

#endif
