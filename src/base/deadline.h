/* When work is to be given up.
 *
 * The clock is that of the thread's processor time, so that what else the machine does fails no text. It costs a
 * fraction of a microsecond, a word of text takes a tenth of that: so work is counted, and the clock looked at now and
 * then. A deadline travels in the arena of an analysis (arena.h): whoever may allocate may ask, and an arena that is
 * late gives nothing more, so that a late stage ends as one without memory does. Only at the very end the two are told
 * apart.
 */
#ifndef TN_BASE_DEADLINE_H
#define TN_BASE_DEADLINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct tn_deadline {
    double end;  /* of the thread's processor time, in seconds */
    size_t left; /* work until the clock is looked at */
    bool passed; /* once it has, for ever */
} tn_deadline;

/* From now on, of the thread that calls: the same one is to work. */
void tn_deadline_begin(tn_deadline *deadline, double seconds);

/* Looks at the clock. */
bool tn_deadline_look(tn_deadline *deadline);

/* Counts `work`, a unit of which is about what is done for a word (a tenth of a microsecond), and tells whether the
 * deadline has passed. NULL never does. */
static inline bool tn_deadline_passed(tn_deadline *deadline, size_t work) {
    if (!deadline) return false;
    if (deadline->left <= work) return tn_deadline_look(deadline);
    deadline->left -= work;
    return deadline->passed;
}

#endif
