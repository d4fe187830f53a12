/* What a result says about its text beside the answer, for people. */
#ifndef TN_CLI_WARNINGS_H
#define TN_CLI_WARNINGS_H

#include "tenor/tenor.h"

/* "-" as people call it. */
const char *tn_shown_name(const char *name);

void tn_print_warnings(const tenor_result *result, const char *name);

/* The lines of the page that are not the story, and why they were taken for that. */
void tn_print_blocks(const tenor_result *result, const char *name);

#endif
