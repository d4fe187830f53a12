/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report for people: what it says, how tense each topic sounds, and what is said of it. */
#include <string.h>

#include "base/arena.h"
#include "base/span.h"
#include "report/marks.h"
#include "report/source_line.h"
#include "report/tension_table.h"

enum { EVIDENCE_LOOKED_AT = 3 };

static void put_section(tn_buf *out, const tenor_render_options *options, const char *name) {
    tn_putc(out, '\n');
    tn_put_styled(out, options->color, TN_STYLE_BOLD, name);
    tn_putc(out, '\n');
}

/* ---- summary ---- */

static size_t digits_of(size_t number) {
    size_t digits = 1;
    for (; number >= 10; number /= 10) digits++;
    return digits;
}

static void put_summary(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    const tenor_summary *summary = view->summary;
    put_section(out, options, "SUMMARY");
    size_t widest = summary->count ? digits_of(summary->sentences[summary->count - 1]->index + 1) : 1;
    for (size_t i = 0; i < summary->count; i++) {
        const tenor_sentence *sentence = summary->sentences[i];
        tn_put_repeat(out, " ", 2 + widest - digits_of(sentence->index + 1));
        tn_style_on(out, options->color, TN_STYLE_DIM);
        tn_putf(out, "[%zu]", sentence->index + 1);
        tn_style_off(out, options->color, TN_STYLE_DIM);
        tn_puts(out, "  ");
        tn_flow flow = tn_flow_at(out, options->width, widest + 6, widest + 6);
        tn_flow_text(&flow, sentence->text);
        if (view->document->n_sources) {
            tn_flow_puts(&flow, " ");
            tn_flow_source(&flow, &view->document->sources[sentence->document]);
        }
        tn_flow_end(&flow);
    }
}

/* ---- topics ---- */

/* What is shown of the topics so far. */
typedef struct topic_list {
    tn_buf *out;
    const tn_view *view;
    const tenor_render_options *options;
    const tenor_sentence **shown; /* [topics] as evidence */
    size_t n_shown, written;
    bool marked; /* a word */
} topic_list;

static bool already_shown(const topic_list *list, const tenor_sentence *sentence) {
    for (size_t i = 0; i < list->n_shown; i++)
        if (list->shown[i] == sentence) return true;
    return false;
}

/* The gist if it is among the most telling sentences; else the most telling one that was not shown for another topic,
 * among the first few; else the most telling one. */
static const tenor_evidence *choose(const topic_list *list, const tenor_topic *topic) {
    const tenor_evidence *best = NULL, *fresh = NULL;
    for (size_t i = 0; i < topic->n_evidence && i < EVIDENCE_LOOKED_AT; i++) {
        const tenor_evidence *evidence = &topic->evidence[i];
        if (evidence->n_hits == 0) continue;
        if (topic->gist && evidence->sentence == topic->gist) return evidence;
        if (!best) best = evidence;
        if (!fresh && !already_shown(list, evidence->sentence)) fresh = evidence;
    }
    return fresh ? fresh : best;
}

static const tenor_evidence *evidence_of(const tenor_topic *topic, const tenor_sentence *sentence) {
    for (size_t i = 0; i < topic->n_evidence; i++)
        if (topic->evidence[i].sentence == sentence) return &topic->evidence[i];
    return NULL;
}

/* "[14] A surge in ...", with its words of tone marked. */
static void put_evidence(topic_list *list, tn_flow *flow, const tenor_evidence *evidence) {
    const tenor_sentence *sentence = evidence->sentence;
    tn_flow_puts(flow, sentence->index == TENOR_NO_INDEX ? "[title" : "[");
    if (sentence->index != TENOR_NO_INDEX) tn_flow_number(flow, (double)(sentence->index + 1), 0);
    tn_flow_puts(flow, "] ");
    tn_put_marked(flow, sentence, sentence->hits + evidence->first, evidence->n_hits, list->options->color);
    list->marked |= evidence->n_hits > 0;
}

/* A gist that the summary has need not be read twice. */
static bool stands_above(const topic_list *list, const tenor_sentence *gist) {
    return gist->chosen && tn_shows_summary(list->view, list->options);
}

/* "Ukraine [14] ..." with a hanging indent under which the names stand out: the gist, and below it the sentence whose
 * words tell most of the tone, if it is another. */
static void put_topic(topic_list *list, const tenor_topic *topic) {
    const tenor_evidence *evidence = choose(list, topic);
    const tenor_evidence *gist = topic->gist ? evidence_of(topic, topic->gist) : NULL;
    if (!evidence && !gist) return;
    if (list->written++ == 0) put_section(list->out, list->options, "TOPICS");
    tn_puts(list->out, "  ");
    tn_flow flow = tn_flow_at(list->out, list->options->width, 4, 2);
    tn_style_on(list->out, list->options->color, TN_STYLE_BOLD);
    tn_flow_puts(&flow, topic->title);
    tn_style_off(list->out, list->options->color, TN_STYLE_BOLD);
    tn_flow_puts(&flow, " ");
    if (gist && gist != evidence && stands_above(list, topic->gist)) {
        tn_flow_puts(&flow, "[");
        tn_flow_number(&flow, (double)(topic->gist->index + 1), 0);
        tn_flow_puts(&flow, "] above");
    } else {
        put_evidence(list, &flow, gist ? gist : evidence);
    }
    tn_flow_end(&flow);
    if (evidence) list->shown[list->n_shown++] = evidence->sentence;
    if (!gist || !evidence || gist == evidence) return;
    tn_puts(list->out, "    ");
    flow = tn_flow_at(list->out, list->options->width, 6, 4);
    tn_flow_puts(&flow, "tone ");
    put_evidence(list, &flow, evidence);
    tn_flow_end(&flow);
}

static void put_all_topics(topic_list *list, tn_arena *arena) {
    size_t count;
    const tn_view *view = list->view;
    const tenor_topic **topics = tn_topics_by_tension(view, arena, &count);
    list->shown = TN_NEW_ARRAY(arena, view->n_topics, const tenor_sentence *);
    if (!topics || !list->shown) {
        list->out->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) put_topic(list, topics[i]);
    for (size_t i = 0; i < view->n_topics; i++)
        if (!view->topics[i].tone.scored) put_topic(list, &view->topics[i]);
}

static void put_topics_section(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    tn_arena arena = TN_ARENA_INIT;
    topic_list list = {.out = out, .view = view, .options = options};
    put_all_topics(&list, &arena);
    if (list.marked) {
        tn_puts(out, "  ");
        tn_flow flow = tn_flow_at(out, options->width, 2, 2);
        tn_put_marks_legend(&flow, options->color);
        tn_flow_end(&flow);
    }
    tn_arena_free(&arena);
}

void tn_write_text(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    if (tn_put_nothing_to_read(out, view)) return;
    tn_put_heading(out, view, options);
    if (tn_shows_summary(view, options)) put_summary(out, view, options);
    if (!tn_shows_tone(view, options)) return;
    tn_putc(out, '\n');
    tn_put_tension_table(out, view, options);
    put_topics_section(out, view, options);
}
