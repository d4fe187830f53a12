/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/version.h"

static void put_libraries(tn_buf *out) {
    size_t count;
    const tenor_named *libraries = tenor_libraries(&count);
    tn_puts(out, "\nlibraries:\n");
    for (size_t i = 0; i < count; i++) tn_putf(out, "  %-12s %s\n", libraries[i].name, libraries[i].about);
}

static void put_data(tn_buf *out, const tenor_engine *engine) {
    size_t count;
    const tenor_data_info *data = tenor_engine_data(engine, &count);
    tn_puts(out, "\ndata:\n");
    for (size_t i = 0; i < count; i++)
        tn_putf(out, "  %-12s %s, version %s, %zu entries\n               sha256:%s\n", data[i].name, data[i].lang,
                data[i].version, data[i].entries, data[i].sha256);
}

tn_exit tn_run_version(tn_cli *cli) {
    tn_buf *out = &cli->output.pending;
    tn_exit code = cli->settings.verbose ? tn_open_engine(cli) : TN_EXIT_OK;
    if (code == TN_EXIT_OK) code = tn_output_open(&cli->output, NULL);
    if (code != TN_EXIT_OK) return code;
    tn_putf(out, "tenor %s\n", tenor_version());
    if (!cli->settings.verbose) return code;
    tn_puts(out, "Licence: GPL-3.0-or-later; its lexicons and models: CC0-1.0\n");
    put_libraries(out);
    put_data(out, cli->engine);
    return code;
}
