/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each number came about, as a page: the sentences with their words marked, what each word counts and why, how the
 * sentences became the number, and what would change it most. */
#include "base/arena.h"
#include "base/span.h"
#include "report/marks.h"
#include "report/markup.h"
#include "report/reasons.h"
#include "report/tension_table.h"

static const char style[] =
    "mark{color:inherit;border-radius:.2em;padding:0 .15em}\n"
    "mark.tense{background:rgba(220,60,40,.35)}mark.easing{background:rgba(40,150,90,.35)}"
    "mark.neither{background:rgba(128,128,128,.3)}\n"
    "h3{font-size:1rem;margin:1.6rem 0 .3rem}table{margin:.3rem "
    "0}td{overflow-wrap:anywhere}td.n,th.n{text-align:right;white-space:nowrap}\n"
    "section{border-top:1px solid var(--line)}h3:target{outline:2px solid var(--accent)}\n";

typedef struct page {
    tn_buf *out;
    const tn_view *view;
    size_t section; /* of its numbers the first is 1 */
} page;

/* What a section explains. */
typedef struct subject {
    const char *name;
    const tenor_tone *tone;
    const tenor_topic *topic; /* NULL: the whole text */
    const tenor_evidence *evidence;
    size_t count;
    const tenor_change *changes;
    size_t n_changes;
} subject;

static void put_signed_cell(tn_buf *out, double value, unsigned digits) {
    tn_puts(out, "<td class=\"n\">");
    tn_put_signed(out, value, digits);
    tn_puts(out, "</td>");
}

static void put_cell(tn_buf *out, double value, unsigned digits) {
    tn_puts(out, "<td class=\"n\">");
    tn_put_fixed(out, value, digits);
    tn_puts(out, "</td>");
}

static void put_label(tn_buf *out, const tenor_sentence *sentence) {
    if (sentence->index == TENOR_NO_INDEX) tn_puts(out, "[title]");
    else tn_putf(out, "[%zu]", sentence->index + 1);
}

/* "[3]", which leads to the i-th evidence of this section. */
static void put_link(const page *p, const subject *of, size_t i) {
    tn_putf(p->out, "<a href=\"#n%zue%zu\">", p->section, i + 1);
    put_label(p->out, of->evidence[i].sentence);
    tn_puts(p->out, "</a>");
}

/* Clauses of one sentence may count apart. */
static size_t index_of(const subject *of, const tenor_evidence *evidence) {
    size_t i = 0;
    while (i + 1 < of->count &&
           (of->evidence[i].sentence != evidence->sentence || of->evidence[i].first != evidence->first))
        i++;
    return i;
}

/* ---- a sentence ---- */

static void put_marked(tn_buf *out, const tenor_evidence *evidence) {
    const tenor_sentence *sentence = evidence->sentence;
    const tenor_hit *hits = sentence->hits + evidence->first;
    size_t at = 0, start;
    for (size_t i = 0; i < evidence->n_hits; i++) {
        if (!tn_mark_place(sentence, &hits[i], at, &start)) continue;
        tn_put_markup(out, tn_slice(sentence->text, at, start));
        at = start + hits[i].text.length;
        tn_putf(out, "<mark class=\"%s\">", hits[i].final > 0 ? "tense" : hits[i].final < 0 ? "easing" : "neither");
        tn_put_markup(out, tn_slice(sentence->text, start, at));
        tn_puts(out, "</mark>");
    }
    tn_put_markup(out, tn_slice(sentence->text, at, sentence->text.length));
}

static void put_rules(tn_buf *out, const tenor_hit *hit) {
    for (size_t i = 0; i < hit->n_rules; i++) {
        const tenor_applied_rule *rule = &hit->rules[i];
        if (i) tn_puts(out, ", ");
        tn_puts(out, rule->rule);
        if (rule->trigger.length) {
            tn_puts(out, " “");
            tn_put_markup(out, tn_trim(rule->trigger));
            tn_puts(out, "”");
        }
        if (rule->factor == 1) continue; /* it acts on another rule, or on how much the hit counts */
        tn_puts(out, " × ");
        tn_put_fixed(out, rule->factor, 2);
    }
}

static void put_hit(tn_buf *out, const tenor_hit *hit) {
    tn_puts(out, "<tr><td dir=\"auto\">");
    tn_put_markup(out, hit->text);
    tn_puts(out, "</td><td>");
    tn_put_markup(out, tn_str(hit->class_name));
    tn_puts(out, "</td><td>");
    tn_put_markup(out, tn_str(hit->lexicon));
    tn_putf(out, ":%zu ", hit->line);
    tn_put_markup(out, tn_str(hit->entry));
    tn_puts(out, "</td>");
    put_signed_cell(out, hit->weight, 1);
    tn_puts(out, "<td>");
    put_rules(out, hit);
    tn_puts(out, "</td>");
    put_signed_cell(out, hit->final, 1);
    put_cell(out, hit->part, 2);
    tn_puts(out, "</tr>\n");
}

static void put_sentence(const page *p, const subject *of, size_t i) {
    const tenor_evidence *evidence = &of->evidence[i];
    tn_buf *out = p->out;
    tn_putf(out, "<h3 id=\"n%zue%zu\">", p->section, i + 1);
    put_label(out, evidence->sentence);
    if (of->topic) {
        tn_puts(out, " counts ");
        tn_put_fixed(out, evidence->share, 2);
        tn_putf(out, ", %s", tn_why_it_counts(evidence->via));
    }
    tn_puts(out, evidence->n_hits ? " · tone " : " · no word of tone");
    if (evidence->n_hits) tn_put_signed(out, evidence->raw, 2);
    tn_puts(out, "</h3>\n<p dir=\"auto\">");
    put_marked(out, evidence);
    tn_puts(out, "</p>\n");
    if (evidence->n_hits == 0) return;
    tn_puts(out,
            "<table>\n<tr><th>Words</th><th>Class</th><th>Entry</th><th class=\"n\">Weight</th><th>Rules</th>"
            "<th class=\"n\">Final</th><th class=\"n\">Counts</th></tr>\n");
    for (size_t h = 0; h < evidence->n_hits; h++) put_hit(out, &evidence->sentence->hits[evidence->first + h]);
    tn_puts(out, "</table>\n");
}

/* ---- a number ---- */

/* A row a sentence that has a tone, and their mean. */
static void put_sum(const page *p, const subject *of) {
    tn_buf *out = p->out;
    tn_mean sum = {0, 0};
    tn_puts(out,
            "<h3>How the sentences became the number</h3>\n<table>\n<tr><th>Sentence</th><th class=\"n\">Counts</th>"
            "<th class=\"n\">Tone</th><th class=\"n\">Counts × tone</th></tr>\n");
    for (size_t i = 0; i < of->count; i++) {
        const tenor_evidence *evidence = &of->evidence[i];
        if (evidence->n_hits == 0) continue;
        tn_puts(out, "<tr><td>");
        put_link(p, of, i);
        tn_puts(out, "</td>");
        put_cell(out, evidence->share, 2);
        put_signed_cell(out, evidence->raw, 2);
        put_signed_cell(out, evidence->share * evidence->raw, 2);
        tn_puts(out, "</tr>\n");
        tn_mean_add(&sum, evidence);
    }
    tn_puts(out, "<tr><th>Together</th>");
    put_cell(out, sum.share, 2);
    put_signed_cell(out, tn_mean_of(&sum), 2);
    put_signed_cell(out, sum.weighted, 2);
    tn_puts(out, "</tr>\n</table>\n<p>On the curve fitted to labelled sentences a tone of ");
    tn_put_signed(out, tn_mean_of(&sum), 2);
    tn_puts(out, " is ");
    tn_put_fixed(out, of->tone->tension, 1);
    tn_puts(out, ".</p>\n");
}

static void put_change(const page *p, const subject *of, const tenor_change *change) {
    tn_buf *out = p->out;
    tn_puts(out, "<tr><td>");
    put_link(p, of, index_of(of, change->without));
    if (!change->scored) {
        tn_puts(out, "</td><td>no score: no other sentence has a word of tone</td><td></td></tr>\n");
        return;
    }
    tn_puts(out, "</td><td>");
    tn_put_fixed(out, change->tension, 1);
    tn_putf(out, " %s</td>", tenor_band_name(change->band));
    put_signed_cell(out, change->tension - of->tone->tension, 1);
    tn_puts(out, "</tr>\n");
}

static void put_changes(const page *p, const subject *of) {
    if (of->n_changes == 0) return;
    tn_puts(p->out,
            "<h3>What would change it most</h3>\n<table>\n<tr><th>Without</th><th>Tension</th>"
            "<th class=\"n\">Change</th></tr>\n");
    for (size_t i = 0; i < of->n_changes; i++) put_change(p, of, &of->changes[i]);
    tn_puts(p->out, "</table>\n");
}

static void put_number(tn_buf *out, const subject *of) {
    const tenor_tone *tone = of->tone;
    tn_puts(out, "<h2 dir=\"auto\">");
    tn_put_markup(out, tn_str(of->name));
    tn_puts(out, ": ");
    tn_put_fixed(out, tone->tension, 1);
    tn_putf(out, " %s</h2>\n<p><meter min=\"0\" max=\"100\" value=\"", tenor_band_name(tone->band));
    tn_put_fixed(out, tone->tension, 0);
    tn_puts(out, "\"></meter>");
    if (tone->high > tone->low) {
        tn_puts(out, " 90 % interval ");
        tn_put_fixed(out, tone->low, 0);
        tn_puts(out, "–");
        tn_put_fixed(out, tone->high, 0);
    }
    if (of->topic && of->topic->low_evidence) tn_puts(out, ", on little evidence");
    tn_puts(out, "</p>\n<p class=\"dim\">");
    if (of->topic) {
        tn_put_count(out, of->topic->mentions, "mention", "mentions");
        tn_puts(out, " · ");
        tn_put_count(out, of->topic->sentences, "sentence counts", "sentences count");
        tn_puts(out, " · ");
    }
    tn_put_count(out, tone->hits, "hit", "hits");
    tn_puts(out, " · direction ");
    tn_put_signed(out, tone->direction, 2);
    tn_puts(out, " · intensity ");
    tn_put_fixed(out, tone->intensity, 0);
    tn_puts(out, "</p>\n");
}

static void put_section(page *p, const subject *of) {
    p->section++;
    tn_puts(p->out, "<section>\n");
    put_number(p->out, of);
    for (size_t i = 0; i < of->count; i++)
        if (of->topic || of->evidence[i].n_hits) put_sentence(p, of, i);
    put_sum(p, of);
    put_changes(p, of);
    tn_puts(p->out, "</section>\n");
}

/* ---- the page ---- */

static void put_heading(tn_buf *out, const tenor_document *document, tenor_string name) {
    tn_puts(out, "<header>\n<h1 dir=\"auto\">");
    tn_put_markup(out, name);
    tn_puts(out, "</h1>\n<p class=\"dim\">");
    tn_put_count(out, document->words, "word", "words");
    tn_puts(out, " · ");
    tn_put_count(out, document->sentences, "sentence", "sentences");
    tn_puts(out,
            " · <mark class=\"tense\">raises tension</mark> <mark class=\"easing\">eases it</mark></p>\n</header>\n");
}

static bool asked_for(const tenor_topic *topic, const tenor_render_options *options) {
    return !options->topic || tn_equal(tn_str(topic->name), tn_str(options->topic));
}

static void put_topics(page *p, const tenor_render_options *options, tn_arena *arena) {
    size_t count;
    const tenor_topic **topics = tn_topics_by_tension(p->view, arena, &count);
    if (!topics) p->out->failed = true;
    for (size_t i = 0; topics && i < count; i++)
        if (asked_for(topics[i], options))
            put_section(p, &(subject){topics[i]->title, &topics[i]->tone, topics[i], topics[i]->evidence,
                                      topics[i]->n_evidence, topics[i]->changes, topics[i]->n_changes});
}

/* The topics without a number that are (or are not) named. */
static void put_unscored(tn_buf *out, const tn_view *view, const tenor_render_options *options, bool named) {
    const char *before = named ? "<p class=\"dim\">No score, for they are named, but near no word of tone: "
                               : "<p class=\"dim\">No score, for they are not mentioned: ";
    bool any = false;
    for (size_t i = 0; i < view->n_topics; i++) {
        const tenor_topic *topic = &view->topics[i];
        if (topic->tone.scored || (topic->mentions > 0) != named || !asked_for(topic, options)) continue;
        tn_puts(out, any ? ", " : before);
        tn_put_markup(out, tn_str(topic->title));
        any = true;
    }
    if (any) tn_puts(out, "</p>\n");
}

static void put_whole(page *p, tn_arena *arena) {
    const tn_view *view = p->view;
    tenor_evidence *all = TN_NEW_ARRAY(arena, view->n_sentences, tenor_evidence);
    if (!all) p->out->failed = true;
    for (size_t i = 0; all && i < view->n_sentences; i++) all[i] = tn_evidence_of_whole(&view->sentences[i]);
    if (all)
        put_section(
            p, &(subject){"Whole text", view->overall, NULL, all, view->n_sentences, view->changes, view->n_changes});
}

static void put_how_to_read(tn_buf *out) {
    tn_puts(
        out,
        "<p class=\"dim\">A word's weight is that of its entry in the tension lexicon (tense is positive); times the "
        "factors of the rules it is final. A sentence's tone is the mean of its words' final weights, each as much "
        "as it counts: drawn a little towards 0, the first event most, each one after it less, things and people "
        "hardly.</p>\n");
}

void tn_write_explain_html(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    const tenor_document *document = view->document;
    tenor_string name = document->title.length ? document->title : TN_STR("A text without a headline");
    page p = {out, view, 0};
    tn_arena arena = TN_ARENA_INIT;
    tn_page_begin(out, name, document->lang, style);
    put_heading(out, document, name);
    if (tn_shows_tone(view, options)) {
        put_topics(&p, options, &arena);
        put_unscored(out, view, options, true);
        put_unscored(out, view, options, false);
        if (!options->topic && view->overall->scored) put_whole(&p, &arena);
        if (view->overall->scored) put_how_to_read(out);
        else tn_puts(out, "<p>Whole text: no score. There is no word of conflict or cooperation in it.</p>\n");
    }
    tn_page_end(out);
    tn_arena_free(&arena);
}
