/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { DEFAULT_WIDTH = 80, WIDEST = 120, WIDEST_GIVEN = 10000 };

static size_t columns_variable(void) {
    const char *text = getenv("COLUMNS");
    long columns = text ? strtol(text, NULL, 10) : 0;
    return columns > 0 && columns <= WIDEST_GIVEN ? (size_t)columns : DEFAULT_WIDTH;
}

size_t tn_terminal_width(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return columns_variable();
    return size.ws_col < WIDEST ? size.ws_col : WIDEST;
}

bool tn_terminal_color(const char *when, bool to_file) {
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    if (when && strcmp(when, "always") == 0) return true;
    if (to_file || (when && strcmp(when, "never") == 0)) return false;
    if ((no_color && *no_color) || (term && strcmp(term, "dumb") == 0)) return false;
    return isatty(STDOUT_FILENO);
}

bool tn_terminal_input(void) { return isatty(STDIN_FILENO); }
