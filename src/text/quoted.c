/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/quoted.h"

#include <string.h>

enum { DEEPEST = 4, FEWEST_LINES = 3 };

/* The place of the mark that this line begins with; NULL: it has none. *blank: nothing stands in the line. */
static const char *mark_of(tenor_string line, bool *blank) {
    size_t at = 0;
    while (at < line.length && (line.data[at] == ' ' || line.data[at] == '\t' || line.data[at] == '\r')) at++;
    *blank = at == line.length;
    return !*blank && line.data[at] == '>' ? line.data + at : NULL;
}

static bool is_quoted(tenor_string text) {
    size_t lines = 0, quoted = 0;
    tenor_string line;
    bool blank;
    while (tn_split(&text, '\n', &line)) {
        quoted += mark_of(line, &blank) != NULL;
        lines += !blank;
    }
    return quoted >= FEWEST_LINES && quoted * 2 > lines;
}

bool tn_unquote(tenor_string *text, tn_arena *arena) {
    char *copy = NULL;
    if (text->length == 0 || !memchr(text->data, '>', text->length)) return true;
    for (size_t depth = 0; depth < DEEPEST && is_quoted(*text); depth++) {
        if (!copy) {
            copy = tn_alloc(arena, text->length);
            if (!copy) return false;
            memcpy(copy, text->data, text->length);
            text->data = copy;
        }
        tenor_string rest = *text, line;
        bool blank;
        while (tn_split(&rest, '\n', &line)) {
            const char *mark = mark_of(line, &blank);
            if (mark) copy[mark - copy] = ' ';
        }
    }
    return true;
}
