/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/parameters.h"

#include <string.h>

#include "cli/message.h"
#include "cli/options.h"

static const struct {
    const char *option, *ranker, *another; /* another: NULL, there is but one */
} parameters[] = {
    {"damping", "textrank", "lexrank"},
    {"threshold", "lexrank", NULL},
    {"seed", "random", NULL},
    {"bonus", "edmundson", NULL},
    {"stigma", "edmundson", NULL},
    {"weights", "edmundson", NULL},
    {"gap", "luhn", NULL},
    {"dimensions", "lsa", NULL},
};

void tn_warn_of_parameters(const tn_cli *cli) {
    const tn_settings *settings = &cli->settings;
    const char *ranker = settings->analysis.ranker ? settings->analysis.ranker : "news";
    for (size_t g = 0; g < settings->given.count && !settings->quiet; g++)
        for (size_t p = 0; p < sizeof parameters / sizeof *parameters; p++) {
            const char *first = parameters[p].ranker, *second = parameters[p].another;
            if (strcmp(settings->given.at[g].option->name, parameters[p].option) != 0) continue;
            if (strcmp(first, ranker) == 0 || (second && strcmp(second, ranker) == 0)) continue;
            tn_print_warning("--%s is of %s%s%s: %s has no use for it", parameters[p].option, first,
                             second ? " and " : "", second ? second : "", ranker);
        }
}
