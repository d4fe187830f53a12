/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each number came about: every sentence that counts, every word in it, the line of the lexicon it stands on and
 * the rules that changed it. */
#include <string.h>

#include "base/span.h"
#include "report/flow.h"
#include "report/marks.h"
#include "report/reasons.h"
#include "report/tension_table.h"
#include "report/width.h"

enum { TEXT_INDENT = 2, CHANGE_INDENT = 4, HIT_INDENT = 6, WEIGHTS_WIDTH = 14, WIDEST_PHRASE = 28 };

/* ---- a hit ---- */

/* "+6.0 → -3.6", or "+6.0" where no rule applied; filled up to its column. */
static void put_weights(tn_buf *out, const tenor_hit *hit) {
    size_t before = out->length;
    tn_put_signed(out, hit->weight, 1);
    if (hit->final < hit->weight || hit->final > hit->weight) {
        tn_puts(out, " → ");
        tn_put_signed(out, hit->final, 1);
        before += sizeof "→" - 2; /* one column, several bytes */
    }
    size_t used = out->length - before;
    tn_put_repeat(out, " ", used < WEIGHTS_WIDTH ? WEIGHTS_WIDTH - used : 1);
}

/* Returns the columns used. */
static size_t put_phrase(tn_buf *out, const tenor_hit *hit, size_t width, bool color) {
    tn_style style = hit->final > 0 ? TN_STYLE_TENSE : hit->final < 0 ? TN_STYLE_EASING : TN_STYLE_PLAIN;
    tn_style_on(out, color, style);
    tn_put_clean(out, hit->text);
    tn_style_off(out, color, style);
    size_t used = tn_text_width(hit->text);
    if (used >= width) return used;
    tn_put_repeat(out, " ", width - used);
    return width;
}

static void put_rule(tn_flow *flow, const tenor_applied_rule *rule) {
    tn_flow_puts(flow, " · ");
    tn_flow_puts(flow, rule->rule);
    if (rule->trigger.length) {
        tn_flow_puts(flow, " \"");
        tn_flow_text(flow, tn_trim(rule->trigger));
        tn_flow_puts(flow, "\"");
    }
    if (rule->factor == 1) return; /* it acts on another rule, or on how much the hit counts */
    tn_flow_puts(flow, " × ");
    tn_flow_number(flow, rule->factor, 2);
}

static void put_hit(tn_buf *out, const tenor_hit *hit, size_t phrase_width, const tenor_render_options *options) {
    tn_put_repeat(out, " ", HIT_INDENT);
    put_weights(out, hit);
    size_t indent = HIT_INDENT + WEIGHTS_WIDTH, column = indent + put_phrase(out, hit, phrase_width, options->color);
    tn_flow flow = tn_flow_at(out, options->width, indent, column);
    tn_flow_puts(&flow, "  ");
    tn_flow_puts(&flow, hit->class_name);
    if (hit->added) {
        tn_flow_puts(&flow, ", ");
        tn_flow_puts(&flow, hit->lexicon);
    }
    tn_flow_puts(&flow, ", line ");
    tn_flow_number(&flow, (double)hit->line, 0);
    tn_flow_puts(&flow, ", counts ");
    tn_flow_number(&flow, hit->part, 2);
    for (size_t i = 0; i < hit->n_rules; i++) put_rule(&flow, &hit->rules[i]);
    tn_flow_end(&flow);
}

static size_t phrase_column(const tenor_hit *hits, size_t n_hits) {
    size_t widest = 0;
    for (size_t i = 0; i < n_hits; i++) {
        size_t width = tn_text_width(hits[i].text);
        if (width > widest) widest = width;
    }
    return widest < WIDEST_PHRASE ? widest : WIDEST_PHRASE;
}

/* ---- a sentence ---- */

/* "[14] " */
static void put_number_of_sentence(tn_flow *flow, const tenor_sentence *sentence) {
    bool headline = sentence->index == TENOR_NO_INDEX;
    tn_flow_puts(flow, headline ? "[title" : "[");
    if (!headline) tn_flow_number(flow, (double)(sentence->index + 1), 0);
    tn_flow_puts(flow, "] ");
}

/* "[14] counts 0.50, follows one that does · tone +4.12" */
static void put_sentence_line(tn_buf *out, const tenor_evidence *evidence, bool of_topic,
                              const tenor_render_options *options) {
    tn_puts(out, "\n  ");
    tn_style_on(out, options->color, TN_STYLE_DIM);
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    put_number_of_sentence(&flow, evidence->sentence);
    if (of_topic) {
        tn_flow_puts(&flow, "counts ");
        tn_flow_number(&flow, evidence->share, 2);
        tn_flow_puts(&flow, ", ");
        tn_flow_puts(&flow, tn_why_it_counts(evidence->via));
        tn_flow_puts(&flow, " · ");
    }
    if (evidence->n_hits) {
        tn_flow_puts(&flow, "tone ");
        tn_flow_signed(&flow, evidence->raw, 2);
    } else {
        tn_flow_puts(&flow, "no word of tone");
    }
    tn_style_off(out, options->color, TN_STYLE_DIM);
    tn_flow_end(&flow);
}

static void put_sentence(tn_buf *out, const tenor_evidence *evidence, bool of_topic,
                         const tenor_render_options *options) {
    const tenor_hit *hits = evidence->sentence->hits + evidence->first;
    put_sentence_line(out, evidence, of_topic, options);
    tn_put_repeat(out, " ", TEXT_INDENT);
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    tn_put_marked(&flow, evidence->sentence, hits, evidence->n_hits, options->color);
    tn_flow_end(&flow);
    size_t width = phrase_column(hits, evidence->n_hits);
    for (size_t i = 0; i < evidence->n_hits; i++) put_hit(out, &hits[i], width, options);
}

/* ---- a number ---- */

/* "Ukraine 72.4 tense, 90 % interval 58–83" */
static void put_number(tn_buf *out, const char *name, const tenor_tone *tone, const tenor_topic *topic,
                       const tenor_render_options *options) {
    tn_putc(out, '\n');
    tn_style_on(out, options->color, TN_STYLE_BOLD);
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, 0);
    tn_flow_puts(&flow, name);
    tn_flow_puts(&flow, ": ");
    tn_flow_number(&flow, tone->tension, 1);
    tn_flow_puts(&flow, " ");
    tn_flow_puts(&flow, tenor_band_name(tone->band));
    tn_style_off(out, options->color, TN_STYLE_BOLD);
    if (tone->high > tone->low) {
        tn_flow_puts(&flow, ", 90 % interval ");
        tn_flow_number(&flow, tone->low, 0);
        tn_flow_puts(&flow, "–");
        tn_flow_number(&flow, tone->high, 0);
    }
    if (topic && topic->low_evidence) tn_flow_puts(&flow, ", on little evidence");
    tn_flow_end(&flow);
}

/* "6 mentions · 5 sentences count · 8 hits · direction +0.44 · intensity 55" */
static void put_measures(tn_buf *out, const tenor_tone *tone, const tenor_topic *topic,
                         const tenor_render_options *options) {
    tn_puts(out, "  ");
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    if (topic) {
        tn_flow_count(&flow, topic->mentions, "mention", "mentions");
        tn_flow_puts(&flow, " · ");
        tn_flow_count(&flow, topic->sentences, "sentence counts", "sentences count");
        tn_flow_puts(&flow, " · ");
    }
    tn_flow_count(&flow, tone->hits, "hit", "hits");
    tn_flow_puts(&flow, " · direction ");
    tn_flow_signed(&flow, tone->direction, 2);
    tn_flow_puts(&flow, " · intensity ");
    tn_flow_number(&flow, tone->intensity, 0);
    tn_flow_end(&flow);
}

static void put_conclusion(tn_buf *out, const tenor_tone *tone, const tn_mean *sum,
                           const tenor_render_options *options) {
    tn_puts(out, "\n  ");
    tn_flow flow = tn_flow_at(out, options->width, TEXT_INDENT, TEXT_INDENT);
    tn_flow_puts(&flow,
                 "Together: the tones of the sentences that have one, each weighed by how much it counts, average ");
    tn_flow_signed(&flow, tn_mean_of(sum), 2);
    tn_flow_puts(&flow, "; on the curve fitted to labelled sentences that is ");
    tn_flow_number(&flow, tone->tension, 1);
    tn_flow_puts(&flow, ".");
    tn_flow_end(&flow);
}

/* "without [14]  71.3 tense, -18.9" */
static void put_change(tn_buf *out, const tenor_change *change, const tenor_tone *tone,
                       const tenor_render_options *options) {
    tn_put_repeat(out, " ", CHANGE_INDENT);
    tn_flow flow = tn_flow_at(out, options->width, CHANGE_INDENT, CHANGE_INDENT);
    tn_flow_puts(&flow, "without ");
    put_number_of_sentence(&flow, change->without->sentence);
    if (change->scored) {
        tn_flow_puts(&flow, " ");
        tn_flow_number(&flow, change->tension, 1);
        tn_flow_puts(&flow, " ");
        tn_flow_puts(&flow, tenor_band_name(change->band));
        tn_flow_puts(&flow, ", ");
        tn_flow_signed(&flow, change->tension - tone->tension, 1);
    } else {
        tn_flow_puts(&flow, " no score: no other sentence has a word of tone");
    }
    tn_flow_end(&flow);
}

static void put_changes(tn_buf *out, const tenor_change *changes, size_t n, const tenor_tone *tone,
                        const tenor_render_options *options) {
    if (n == 0) return;
    tn_puts(out, "  What would change it most:\n");
    for (size_t i = 0; i < n; i++) put_change(out, &changes[i], tone, options);
}

static void explain_topic(tn_buf *out, const tenor_topic *topic, const tenor_render_options *options) {
    tn_mean sum = {0};
    put_number(out, topic->title, &topic->tone, topic, options);
    put_measures(out, &topic->tone, topic, options);
    for (size_t i = 0; i < topic->n_evidence; i++) {
        put_sentence(out, &topic->evidence[i], true, options);
        tn_mean_add(&sum, &topic->evidence[i]);
    }
    put_conclusion(out, &topic->tone, &sum, options);
    put_changes(out, topic->changes, topic->n_changes, &topic->tone, options);
}

static void explain_whole(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    tn_mean sum = {0};
    put_number(out, "Whole text", view->overall, NULL, options);
    put_measures(out, view->overall, NULL, options);
    for (size_t i = 0; i < view->n_sentences; i++) {
        const tenor_sentence *sentence = &view->sentences[i];
        tenor_evidence evidence = tn_evidence_of_whole(sentence);
        if (sentence->n_hits) put_sentence(out, &evidence, false, options);
        tn_mean_add(&sum, &evidence);
    }
    put_conclusion(out, view->overall, &sum, options);
    put_changes(out, view->changes, view->n_changes, view->overall, options);
}

static void put_unscored(tn_buf *out, const tenor_topic *topic, const tenor_render_options *options) {
    tn_putc(out, '\n');
    tn_flow flow = tn_flow_at(out, options->width, 2, 0);
    tn_flow_puts(&flow, topic->title);
    tn_flow_puts(&flow, topic->mentions ? ": no score. It is named, but near no word of conflict or cooperation."
                                        : ": no score. The text does not mention it.");
    tn_flow_end(&flow);
}

static bool asked_for(const tenor_topic *topic, const tenor_render_options *options) {
    return !options->topic || strcmp(topic->name, options->topic) == 0;
}

static void explain_topics(tn_buf *out, const tn_view *view, const tenor_render_options *options, tn_arena *arena) {
    size_t count;
    const tenor_topic **topics = tn_topics_by_tension(view, arena, &count);
    if (!topics) out->failed = true;
    for (size_t i = 0; topics && i < count; i++)
        if (asked_for(topics[i], options)) explain_topic(out, topics[i], options);
    for (size_t i = 0; i < view->n_topics; i++)
        if (!view->topics[i].tone.scored && asked_for(&view->topics[i], options))
            put_unscored(out, &view->topics[i], options);
}

static void put_remark(tn_buf *out, const char *text, const char *file, const char *more,
                       const tenor_render_options *options) {
    tn_putc(out, '\n');
    tn_style_on(out, options->color, TN_STYLE_DIM);
    tn_flow flow = tn_flow_at(out, options->width, 0, 0);
    tn_flow_puts(&flow, text);
    tn_flow_puts(&flow, file);
    tn_flow_puts(&flow, more);
    tn_style_off(out, options->color, TN_STYLE_DIM);
    tn_flow_end(&flow);
}

/* The file that lines of the built-in lexicon are of, from any of its hits, as it is called within its directory. */
static const char *lexicon_file(const tn_view *view) {
    for (size_t i = 0; i < view->n_sentences; i++)
        for (size_t k = 0; k < view->sentences[i].n_hits; k++) {
            const tenor_hit *hit = &view->sentences[i].hits[k];
            const char *within = hit->added ? NULL : strstr(hit->lexicon, "lexicons/tension/");
            if (within) return within;
        }
    return "the tension lexicon";
}

static void put_how_to_read(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    put_remark(out, "A word's weight is that of its line in ", lexicon_file(view),
               " (tense is positive), times the factors of the rules. A sentence's tone is the mean of its words' "
               "weights, drawn a little towards 0, in which the first event counts most, each one after it less, and "
               "things and people hardly.",
               options);
}

void tn_write_explain(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    if (tn_put_nothing_to_read(out, view)) return;
    tn_put_heading(out, view, options);
    if (!tn_shows_tone(view, options)) return;
    tn_arena arena = TN_ARENA_INIT;
    explain_topics(out, view, options, &arena);
    tn_arena_free(&arena);
    if (!options->topic && view->overall->scored) explain_whole(out, view, options);
    if (view->overall->scored) put_how_to_read(out, view, options);
    else put_remark(out, "Whole text: no score. There is no word of conflict or cooperation in it.", "", "", options);
}
