/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <ctype.h>
#include <string.h>

#include "base/span.h"
#include "cli/cli.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/suggest.h"

static tn_exit fail_usage(const char *message) {
    tenor_error error;
    (void)tn_fail(&error, TENOR_E_USAGE, "%s", message);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

/* ---- list, show ---- */

static size_t max(size_t a, size_t b) { return a > b ? a : b; }

static tn_exit list(tn_cli *cli) {
    size_t count, name = 0, title = 0;
    const tenor_topic_info *topics = tenor_engine_topics(cli->engine, &count);
    for (size_t i = 0; i < count; i++) {
        name = max(name, strlen(topics[i].name));
        title = max(title, strlen(topics[i].title));
    }
    for (size_t i = 0; i < count; i++)
        tn_putf(&cli->output.pending, "%-*s  %-*s  %s\n", (int)name, topics[i].name, (int)title, topics[i].title,
                topics[i].source);
    return TN_EXIT_OK;
}

static void put_topic(tn_buf *out, const tenor_topic_info *topic) {
    tn_putf(out, "name:        %s\ntitle:       %s\nfile:        %s\n", topic->name, topic->title, topic->source);
    tn_putf(out, "names:       %zu\ndefinite:    %zu\nexclusions:  %zu\n", topic->names, topic->definites,
            topic->exclusions);
}

static tn_exit show(tn_cli *cli, const char *name) {
    size_t count;
    const tenor_topic_info *topics = tenor_engine_topics(cli->engine, &count);
    tn_suggestion suggestion = tn_suggest_for(name);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(topics[i].name, name) == 0) {
            put_topic(&cli->output.pending, &topics[i]);
            return TN_EXIT_OK;
        }
        tn_suggest(&suggestion, topics[i].name);
    }
    tenor_error error;
    (void)tn_fail_unknown(&error, "topic", name, "", suggestion.nearest);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

/* ---- check ---- */

static void put_count(tn_buf *out, size_t count, const char *one) {
    tn_putf(out, "%zu %s%s", count, one, count == 1 ? "" : "s");
}

static void put_good(tn_buf *out, const char *path, const tenor_topic_info *info) {
    tn_putf(out, "%s: good: ", path);
    put_count(out, info->names, "name");
    tn_puts(out, ", ");
    put_count(out, info->definites, "definite phrase");
    tn_puts(out, ", ");
    put_count(out, info->exclusions, "exclusion");
    tn_putc(out, '\n');
}

static tn_exit check(tn_cli *cli, const char *path) {
    tenor_topic_info info;
    tenor_error error;
    tenor_status status = tenor_topic_check(path, &info, &error);
    if (status != TENOR_OK) tn_print_error(&error);
    else put_good(&cli->output.pending, path, &info);
    return tn_exit_of(status);
}

/* ---- new ---- */

/* The name of a file, so: letters, digits and hyphens, a letter first. */
static bool is_topic_name(const char *name) {
    if (!islower((unsigned char)name[0])) return false;
    for (; *name; name++)
        if (!islower((unsigned char)*name) && !isdigit((unsigned char)*name) && *name != '-') return false;
    return true;
}

/* "north-korea" -> "North Korea" */
static void put_title(tn_buf *out, const char *name) {
    bool begins = true;
    for (; *name; name++) {
        bool hyphen = *name == '-';
        tn_putc(out, hyphen ? ' ' : begins ? (char)toupper((unsigned char)*name) : *name);
        begins = hyphen;
    }
}

static tn_exit begin(tn_cli *cli, const char *name) {
    tn_buf *out = &cli->output.pending;
    if (!is_topic_name(name))
        return fail_usage("a topic's name is of small letters, digits and hyphens, and begins with a letter");
    tn_putf(out, "#! kind=topic lang=en version=1\nname = %s\ntitle = ", name);
    put_title(out, name);
    tn_puts(out, "\n\n# What names the topic, in any case; list all forms, one a line.\n[names]\n");
    put_title(out, name);
    tn_puts(out,
            "\n\n# The same, but only in the case written: US, not us.\n[exact]\n"
            "\n# What means the topic once it has been named: the peninsula.\n[definite]\n"
            "\n# Longer phrases that contain a name and do not mean the topic.\n[exclude]\n");
    return TN_EXIT_OK;
}

/* ---- which of them ---- */

static tn_exit with_engine(tn_cli *cli, const char *name) {
    tn_exit code = tn_open_engine(cli);
    if (code == TN_EXIT_OK) code = name ? show(cli, name) : list(cli);
    tn_make_visible(&cli->output.pending); /* a title may hold anything, too */
    return code;
}

static tn_exit check_all(tn_cli *cli, const tn_strings *operands) {
    tn_exit code = TN_EXIT_OK;
    for (size_t i = 1; i < operands->count; i++) code = tn_exit_worse(code, check(cli, operands->at[i]));
    tn_make_visible(&cli->output.pending);
    return code;
}

static tn_exit unknown_action(const char *action) {
    tenor_error error;
    tn_suggestion suggestion = tn_suggest_for(action);
    tn_suggest(&suggestion, "list");
    tn_suggest(&suggestion, "show");
    tn_suggest(&suggestion, "check");
    tn_suggest(&suggestion, "new");
    (void)tn_fail_unknown(&error, "action", action, "", suggestion.nearest);
    tn_print_error(&error);
    return TN_EXIT_USAGE;
}

tn_exit tn_run_topics(tn_cli *cli) {
    const tn_strings *operands = &cli->settings.operands;
    const char *action = operands->count ? operands->at[0] : "list",
               *name = operands->count > 1 ? operands->at[1] : NULL;
    tn_exit code = tn_output_open(&cli->output, NULL);
    if (code != TN_EXIT_OK) return code;
    if (!tn_is_listed("list show check new", tn_str(action))) return unknown_action(action);
    if (strcmp(action, "check") != 0 && operands->count > (strcmp(action, "list") == 0 ? 1 : 2))
        return fail_usage("too many words: tenor topics list, show NAME, check FILE..., new NAME");
    if (strcmp(action, "list") == 0) return with_engine(cli, NULL);
    if (!name) return fail_usage("a name is missing: tenor topics show NAME, check FILE, new NAME");
    if (strcmp(action, "show") == 0) return with_engine(cli, name);
    return strcmp(action, "check") == 0 ? check_all(cli, operands) : begin(cli, name);
}
