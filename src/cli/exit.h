/* Exit codes, as documented in tenor(1). */
#ifndef TN_CLI_EXIT_H
#define TN_CLI_EXIT_H

#include "tenor/tenor.h"

typedef enum tn_exit {
    TN_EXIT_OK = 0,
    TN_EXIT_RECORDS = 1,  /* finished, but some records or texts failed */
    TN_EXIT_USAGE = 2,    /* an option, a lexicon or a topic file is wrong: nothing was written */
    TN_EXIT_SYSTEM = 3,   /* input, output or memory; a library is missing */
    TN_EXIT_GATE = 4,     /* --fail-above */
    TN_EXIT_HANGUP = 129, /* 128 + a signal, after which what was at work was finished */
    TN_EXIT_INTERRUPT = 130,
    TN_EXIT_TERMINATE = 143,
    TN_EXIT_PIPE = 141 /* who read our output is gone: said by this number only */
} tn_exit;

tn_exit tn_exit_of(tenor_status status);

/* The one that tells more about what went wrong. */
tn_exit tn_exit_worse(tn_exit a, tn_exit b);

#endif
