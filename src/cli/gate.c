/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/gate.h"

#include <string.h>

#include "base/buf.h"
#include "base/span.h"
#include "cli/message.h"
#include "cli/options.h"
#include "cli/suggest.h"
#include "cli/warnings.h"

/* The name in "NAME=alias,alias", or all of it. */
static tenor_string topic_name(const char *topic) { return (tenor_string){topic, strcspn(topic, "=")}; }

static bool is_scored(const tn_cli *cli, const char *name, tn_suggestion *suggestion) {
    size_t count;
    const tenor_topic_info *topics = tenor_engine_topics(cli->engine, &count);
    const tn_strings *chosen = &cli->settings.topics;
    for (size_t i = 0; i < chosen->count; i++)
        if (tn_equal(topic_name(chosen->at[i]), tn_str(name))) return true;
    for (size_t i = 0; !chosen->count && i < count; i++) {
        if (strcmp(topics[i].name, name) == 0) return true;
        tn_suggest(suggestion, topics[i].name);
    }
    return strcmp(name, "overall") == 0;
}

tn_exit tn_find_gates(const tn_cli *cli) {
    const tn_gates *gates = &cli->settings.gates;
    for (size_t i = 0; i < gates->count; i++) {
        tenor_error error;
        tn_suggestion suggestion = tn_suggest_for(gates->at[i].topic);
        if (is_scored(cli, gates->at[i].topic, &suggestion)) continue;
        (void)tn_fail_unknown(&error, "topic", gates->at[i].topic, "", suggestion.nearest);
        tn_print_error(&error);
        return TN_EXIT_USAGE;
    }
    return TN_EXIT_OK;
}

static const tenor_tone *tone_of(const tenor_result *result, const char *name) {
    size_t count;
    const tenor_topic *topics = tenor_result_topics(result, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(topics[i].name, name) == 0) return &topics[i].tone;
    return strcmp(name, "overall") == 0 ? tenor_result_overall(result) : NULL;
}

static void print_tripped(const tn_gate *gate, double tension, const char *name) {
    tn_buf text = TN_BUF_INIT;
    tn_put_fixed(&text, tension, 1);
    tn_puts(&text, ", above ");
    tn_put_fixed(&text, gate->limit, 1);
    tn_print_note("%s: %s is at %s", tn_shown_name(name), gate->topic, text.failed ? "?" : text.data);
    tn_buf_free(&text);
}

tn_exit tn_check_gates(const tn_cli *cli, const char *name) {
    const tn_gates *gates = &cli->settings.gates;
    tn_exit code = TN_EXIT_OK;
    for (size_t i = 0; i < gates->count; i++) {
        const tenor_tone *tone = tone_of(cli->result, gates->at[i].topic);
        if (!tone || !tone->scored || tone->tension <= gates->at[i].limit) continue;
        print_tripped(&gates->at[i], tone->tension, name);
        code = TN_EXIT_GATE;
    }
    return code;
}
