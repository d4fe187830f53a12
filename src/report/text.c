/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report for people: what it says, how tense each topic sounds, and the sentence that shows it. */
#include <string.h>

#include "base/arena.h"
#include "base/span.h"
#include "report/flow.h"
#include "report/marks.h"
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
        tn_flow_end(&flow);
    }
}

/* ---- evidence ---- */

static bool already_shown(const tenor_evidence *const *shown, size_t n_shown, const tenor_sentence *sentence) {
    for (size_t i = 0; i < n_shown; i++)
        if (shown[i]->sentence == sentence) return true;
    return false;
}

/* The most telling sentence that was not shown for another topic, among the first few; else the most telling one. */
static const tenor_evidence *choose(const tenor_topic *topic, const tenor_evidence *const *shown, size_t n_shown) {
    const tenor_evidence *best = NULL;
    for (size_t i = 0; i < topic->n_evidence && i < EVIDENCE_LOOKED_AT; i++) {
        const tenor_evidence *evidence = &topic->evidence[i];
        if (evidence->n_hits == 0) continue;
        if (!best) best = evidence;
        if (!already_shown(shown, n_shown, evidence->sentence)) return evidence;
    }
    return best;
}

/* "Ukraine [14] A surge in ...", with a hanging indent under which the names stand out. */
static void put_evidence(tn_buf *out, const tenor_topic *topic, const tenor_evidence *evidence,
                         const tenor_render_options *options) {
    const tenor_sentence *sentence = evidence->sentence;
    tn_puts(out, "  ");
    tn_flow flow = tn_flow_at(out, options->width, 4, 2);
    tn_style_on(out, options->color, TN_STYLE_BOLD);
    tn_flow_puts(&flow, topic->title);
    tn_style_off(out, options->color, TN_STYLE_BOLD);
    tn_flow_puts(&flow, sentence->index == TENOR_NO_INDEX ? " [title" : " [");
    if (sentence->index != TENOR_NO_INDEX) tn_flow_number(&flow, (double)(sentence->index + 1), 0);
    tn_flow_puts(&flow, "] ");
    tn_put_marked(&flow, sentence, sentence->hits + evidence->first, evidence->n_hits, options->color);
    tn_flow_end(&flow);
}

static size_t put_all_evidence(tn_buf *out, const tn_view *view, const tenor_render_options *options, tn_arena *arena) {
    size_t count, shown = 0;
    const tenor_topic **topics = tn_topics_by_tension(view, arena, &count);
    const tenor_evidence **chosen = TN_NEW_ARRAY(arena, count, const tenor_evidence *);
    if (!topics || !chosen) {
        out->failed = true;
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        const tenor_evidence *evidence = choose(topics[i], chosen, shown);
        if (!evidence) continue;
        if (shown == 0) put_section(out, options, "EVIDENCE");
        put_evidence(out, topics[i], evidence, options);
        chosen[shown++] = evidence;
    }
    return shown;
}

static void put_evidence_section(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    tn_arena arena = TN_ARENA_INIT;
    if (put_all_evidence(out, view, options, &arena)) {
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
    put_evidence_section(out, view, options);
}
