/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/warnings.h"

#include <string.h>

#include "base/date.h"
#include "base/span.h"
#include "base/utf8.h"
#include "cli/message.h"

enum { EXCERPT = 60 };

/* The library's stable names in words; a name that is not listed prints as it is. */
static const struct {
    const char *name, *words;
} warnings[] = {
    {"empty_text", "the text is empty"},
    {"no_article_found", "no article was found"},
    {"repaired_utf8", "bytes that are not UTF-8 were replaced by U+FFFD"},
    {"truncated_text", "the text is not whole: it ends in a mark such as [+2219 chars]"},
    {"over_budget", "the summary is longer than asked for: no sentence is short enough"},
    {"focus_missing", "no sentence speaks of what --focus asks for"},
    {"length_missing", "no sentence has as many words as --min-words and --max-words ask for"},
    {"must_missing", "no sentence that fits the summary has the words of --must"},
    {"nothing_new", "all texts are dated before --since: there is nothing new"},
    {"value_again", "the value of --merge-field came before, with others between"},
    {"date_missing", "no date that can be understood: it counts as new"},
    {"language_not_covered", "the language is not covered: there is no tension without a lexicon"},
    {"mixed_language", "a good part of the text is in another language"},
};

static const char *words_for(const char *name) {
    for (size_t i = 0; i < sizeof warnings / sizeof *warnings; i++)
        if (strcmp(warnings[i].name, name) == 0) return warnings[i].words;
    return name;
}

/* A warning for each of the words that are missing. */
static void print_missing(const tenor_result *result, const char *name) {
    const tenor_summary *summary = tenor_result_summary(result);
    for (size_t i = 0; summary && i < summary->n_must_missing; i++)
        tn_print_warning("%s: %s '%s'", tn_shown_name(name), words_for("must_missing"), summary->must_missing[i]);
}

/* A warning for each text of an update that has no date. */
static void print_undated(const tenor_document *document) {
    tn_date date;
    for (size_t i = 0; i < document->n_sources; i++) {
        const tenor_source *source = &document->sources[i];
        if (!tn_date_read(&date, source->date))
            tn_print_warning("%s: %s", tn_shown_name(source->name), words_for("date_missing"));
    }
}

const char *tn_shown_name(const char *name) { return strcmp(name, "-") == 0 ? "standard input" : name; }

void tn_print_warnings(const tenor_result *result, const char *name) {
    const tenor_document *document = tenor_result_document(result);
    for (size_t i = 0; document && i < document->n_warnings; i++) {
        const char *warning = document->warnings[i];
        if (strcmp(warning, "repaired_utf8") == 0 && document->repaired > 1)
            tn_print_warning("%s: %s, in %zu places", tn_shown_name(name), words_for(warning), document->repaired);
        else if (strcmp(warning, "must_missing") == 0) print_missing(result, name);
        else if (strcmp(warning, "date_missing") == 0) print_undated(document);
        else tn_print_warning("%s: %s", tn_shown_name(name), words_for(warning));
    }
}

/* At most `most` bytes of the first line, whole characters. */
static int excerpt(tenor_string text, size_t most) {
    size_t at = 0;
    while (at < text.length && text.data[at] != '\n') {
        size_t n = tn_utf8_length(text.data + at, text.length - at);
        if (at + (n ? n : 1) > most) break;
        at += n ? n : 1;
    }
    return (int)at;
}

void tn_print_blocks(const tenor_result *result, const char *name) {
    size_t count;
    const tenor_block *blocks = tenor_result_blocks(result, &count);
    for (size_t i = 0; i < count; i++) {
        const tenor_block *block = &blocks[i];
        if (block->role == TENOR_ROLE_BODY || block->role == TENOR_ROLE_TITLE) continue;
        int length = excerpt(block->text, EXCERPT);
        tn_print_note("%s: left out as %s (%s): %.*s%s", tn_shown_name(name), tenor_role_name(block->role),
                      block->reason ? block->reason : "by its form", length, block->text.data,
                      (size_t)length < block->text.length ? "..." : "");
    }
}
