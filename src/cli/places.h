/* Which of the files that a run names are one and the same. */
#ifndef TN_CLI_PLACES_H
#define TN_CLI_PLACES_H

#include "cli/cli.h"

/* Whether what a batch writes are files of their own: none written by two options, and none read, but that -o may take
 * the place of an input that has been read. Prints what is wrong. */
tn_exit tn_check_places(const tn_settings *settings, const char *const *inputs, size_t count);

#endif
