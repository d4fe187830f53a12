/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the summary came about: every sentence, its score, what that is the sum of, and whether it was taken. */
#include <string.h>

#include "base/span.h"
#include "report/source_line.h"
#include "report/style.h"
#include "report/tension_table.h"

enum { TEXT_INDENT = 2, PART_INDENT = 6 };

/* Why it was not taken, where that is more than that others are worth more. */
static const char *words_for(const char *left_out) {
    static const char *const words[][2] = {
        {"too_long", ": too long for what was left"},   {"same_words", ": the same words as a choice"},
        {"near_copy", ": nearly the same as a choice"}, {"said_before", ": said by an earlier text"},
        {"few_words", ": fewer than three words"},      {"length", ": not of the length asked for"}};
    for (size_t i = 0; left_out && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], left_out) == 0) return words[i][1];
    return "";
}

/* "[3] choice 2 · score 1.42 · likeness 0.31 · points back · worth 1.15" */
static void put_line(tn_buf *out, const tenor_sentence *sentence, const tenor_render_options *options) {
    tn_style style = sentence->chosen ? TN_STYLE_BOLD : TN_STYLE_DIM;
    tn_puts(out, "\n  ");
    tn_style_on(out, options->color, style);
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    tn_flow_puts(&flow, "[");
    tn_flow_number(&flow, (double)(sentence->index + 1), 0);
    tn_flow_puts(&flow, "] ");
    if (sentence->pick) {
        tn_flow_puts(&flow, "choice ");
        tn_flow_number(&flow, (double)sentence->pick, 0);
    } else {
        tn_flow_puts(&flow, "not taken");
        tn_flow_puts(&flow, words_for(sentence->left_out));
    }
    tn_flow_puts(&flow, " · score ");
    tn_flow_number(&flow, sentence->score, 3);
    if (sentence->said_before > 0) {
        tn_flow_puts(&flow, " · likeness to earlier texts ");
        tn_flow_number(&flow, sentence->said_before, 2);
    }
    if (sentence->likeness > 0) {
        tn_flow_puts(&flow, sentence->pick ? " · likeness to earlier choices " : " · likeness to a choice ");
        tn_flow_number(&flow, sentence->likeness, 2);
    }
    if (sentence->length_cost > 0) {
        tn_flow_puts(&flow, " · long for what is left ");
        tn_flow_signed(&flow, -sentence->length_cost, 2);
    }
    if (sentence->dangling) tn_flow_puts(&flow, " · points back");
    if (sentence->worth != sentence->score) {
        tn_flow_puts(&flow, " · worth ");
        tn_flow_number(&flow, sentence->worth, 3);
    }
    tn_style_off(out, options->color, style);
    tn_flow_end(&flow);
}

/* "centrality +1.00 · place +0.36 · length -0.05" */
static void put_parts(tn_buf *out, const tenor_sentence *sentence, const tenor_render_options *options) {
    if (sentence->n_parts == 0) return;
    tn_put_repeat(out, " ", PART_INDENT);
    tn_flow flow = tn_flow_at(out, options->width, PART_INDENT, PART_INDENT);
    for (size_t i = 0; i < sentence->n_parts; i++) {
        if (i) tn_flow_puts(&flow, " · ");
        tn_flow_puts(&flow, sentence->parts[i].name);
        tn_flow_puts(&flow, " ");
        tn_flow_signed(&flow, sentence->parts[i].value * sentence->parts[i].weight, 2);
    }
    tn_flow_end(&flow);
}

static void put_sentence(tn_buf *out, const tn_view *view, const tenor_sentence *sentence,
                         const tenor_render_options *options) {
    put_line(out, sentence, options);
    put_parts(out, sentence, options);
    tn_put_repeat(out, " ", TEXT_INDENT);
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    tn_flow_text(&flow, sentence->text);
    if (view->document->n_sources) {
        tn_flow_puts(&flow, " ");
        tn_flow_source(&flow, &view->document->sources[sentence->document]);
    }
    tn_flow_end(&flow);
}

void tn_write_ranking(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    if (tn_put_nothing_to_read(out, view)) return;
    tn_put_heading(out, view, options);
    if (!tn_shows_summary(view, options)) return;
    tn_putf(out, "\nRanker %s, %zu of %zu sentences\n", view->summary->ranker, view->summary->count,
            view->document->sentences);
    for (size_t i = 0; i < view->n_sentences; i++)
        if (view->sentences[i].index != TENOR_NO_INDEX) put_sentence(out, view, &view->sentences[i], options);
}
