/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the whole article: its sentences shaded by score, those of the summary marked, and above it the summary
 * and, if there is a tone, the topics. A sentence says its rank and score when the pointer rests on it. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/span.h"
#include "report/markup.h"
#include "report/tension_table.h"

enum { SHADES = 10 };

static const char style[] =
    ":root{--shade:255,170,0;--most:.6}@media(prefers-color-scheme:dark){:root{--most:.4}}\n"
    "article p span,article p mark,.shade{background:rgba(var(--shade),calc(var(--k,0)*var(--most)));color:inherit}\n"
    ".k1{--k:.1}.k2{--k:.2}.k3{--k:.3}.k4{--k:.4}.k5{--k:.5}.k6{--k:.6}.k7{--k:.7}.k8{--k:.8}.k9{--k:.9}.k10{--k:1}\n"
    "mark{font-weight:bold;text-decoration:underline;text-underline-offset:.2em}\n"
    "mark:target{outline:2px solid var(--accent)}\n";

typedef struct page {
    tn_buf *out;
    const tn_view *view;
    const tenor_render_options *options;
    const tenor_summary *summary; /* NULL: none is shown */
    size_t *rank;                 /* [sentences] by score, from 1 */
    size_t n_ranked;
    double largest;
    size_t next;     /* the sentence that comes next */
    size_t document; /* of several: the one whose source was named last; TENOR_NO_INDEX: none yet */
} page;

static size_t index_of(const page *p, const tenor_sentence *sentence) {
    return (size_t)(sentence - p->view->sentences);
}

/* ---- ranks ---- */

/* False: memory is out. */
static bool rank_sentences(page *p, tn_arena *arena) {
    size_t n = p->view->n_sentences;
    const tenor_sentence **sorted = TN_NEW_ARRAY(arena, n, const tenor_sentence *);
    p->rank = TN_NEW_ARRAY(arena, n, size_t);
    if (!sorted || !p->rank) return false;
    for (size_t i = 0; i < n; i++)
        if (p->view->sentences[i].index != TENOR_NO_INDEX) sorted[p->n_ranked++] = &p->view->sentences[i];
    if (p->n_ranked) qsort(sorted, p->n_ranked, sizeof(const tenor_sentence *), tn_compare_scores);
    for (size_t r = 0; r < p->n_ranked; r++) p->rank[index_of(p, sorted[r])] = r + 1;
    p->largest = p->n_ranked ? sorted[0]->score : 0;
    return true;
}

/* 0 ... SHADES: the score as a share of the largest. */
static int shade_of(const page *p, const tenor_sentence *sentence) {
    if (!(sentence->score > 0) || !(p->largest > 0)) return 0;
    return (int)(SHADES * sentence->score / p->largest + 0.5);
}

/* ---- above the article ---- */

static tenor_string name_of(const tenor_document *document) {
    return document->title.length ? document->title : TN_STR("A text without a headline");
}

static void put_heading(page *p) {
    const tenor_document *document = p->view->document;
    tn_buf *out = p->out;
    tn_puts(out, "<header>\n<h1 dir=\"auto\">");
    tn_put_markup(out, name_of(document));
    tn_puts(out, "</h1>\n<p class=\"dim\">");
    tn_put_count(out, document->words, "word", "words");
    tn_puts(out, " · ");
    tn_put_count(out, document->sentences, "sentence", "sentences");
    if (document->lang) tn_puts(out, " · ");
    tn_put_markup(out, tn_str(document->lang));
    if (p->summary) tn_putf(out, " · ranker %s", p->summary->ranker);
    tn_puts(out, "</p>\n</header>\n");
}

/* "[3]", which leads to the sentence. */
static void put_link(page *p, const tenor_sentence *sentence) {
    if (sentence->index == TENOR_NO_INDEX) tn_puts(p->out, "[title] ");
    else tn_putf(p->out, "<a href=\"#s%zu\">[%zu]</a> ", sentence->index + 1, sentence->index + 1);
}

/* "a.txt, 2018-05-01" */
static void put_source_name(page *p, const tenor_sentence *sentence) {
    const tenor_source *source = &p->view->document->sources[sentence->document];
    tn_put_markup(p->out, tn_str(source->name));
    if (source->date.length) tn_puts(p->out, ", ");
    tn_put_markup(p->out, source->date);
}

static void put_source(page *p, const tenor_sentence *sentence) {
    if (p->view->document->n_sources == 0) return;
    tn_puts(p->out, " <cite class=\"dim\">");
    put_source_name(p, sentence);
    tn_puts(p->out, "</cite>");
}

static void put_summary(page *p) {
    tn_puts(p->out, "<section>\n<h2>Summary</h2>\n");
    for (size_t i = 0; i < p->summary->count; i++) {
        tn_puts(p->out, "<p dir=\"auto\">");
        put_link(p, p->summary->sentences[i]);
        tn_put_markup(p->out, p->summary->sentences[i]->text);
        put_source(p, p->summary->sentences[i]);
        tn_puts(p->out, "</p>\n");
    }
    tn_puts(p->out, "</section>\n");
}

static void put_number(tn_buf *out, const tenor_tone *tone, bool low_evidence) {
    tn_puts(out, "<td><meter min=\"0\" max=\"100\" value=\"");
    tn_put_fixed(out, tone->tension, 0);
    tn_puts(out, "\"></meter> ");
    tn_put_fixed(out, tone->tension, 0);
    tn_puts(out, low_evidence ? "? " : " ");
    tn_puts(out, tenor_band_name(tone->band));
    tn_puts(out, "</td><td>");
    if (tone->high > tone->low) {
        tn_put_fixed(out, tone->low, 0);
        tn_puts(out, "–");
        tn_put_fixed(out, tone->high, 0);
    }
    tn_puts(out, "</td>");
}

static void put_topic(page *p, const tenor_topic *topic) {
    tn_puts(p->out, "<tr><th scope=\"row\" dir=\"auto\">");
    tn_put_markup(p->out, tn_str(topic->title));
    tn_puts(p->out, "</th>");
    if (topic->tone.scored) put_number(p->out, &topic->tone, topic->low_evidence);
    else tn_puts(p->out, "<td>no word of tone</td><td></td>");
    tn_puts(p->out, "<td dir=\"auto\">");
    if (topic->gist) {
        put_link(p, topic->gist);
        tn_put_markup(p->out, topic->gist->text);
    }
    tn_puts(p->out, "</td></tr>\n");
}

/* Those that are named: the scored ones, most tense first, then the others. */
static void put_topics(page *p, tn_arena *arena) {
    size_t count;
    const tenor_topic **topics = tn_topics_by_tension(p->view, arena, &count);
    if (!topics) p->out->failed = true;
    tn_puts(p->out,
            "<section>\n<h2>Tension</h2>\n<table>\n<tr><th>Topic</th><th>0 calm – 100 severe</th><th>90 % CI</th>"
            "<th>What is said of it</th></tr>\n");
    for (size_t i = 0; topics && i < count; i++) put_topic(p, topics[i]);
    for (size_t i = 0; i < p->view->n_topics; i++)
        if (!p->view->topics[i].tone.scored && p->view->topics[i].mentions) put_topic(p, &p->view->topics[i]);
    tn_puts(p->out, "<tr><th scope=\"row\">Whole text</th>");
    if (p->view->overall->scored) put_number(p->out, p->view->overall, false);
    else tn_puts(p->out, "<td>no word of tone</td><td></td>");
    tn_puts(p->out, "<td></td></tr>\n</table>\n</section>\n");
}

/* ---- the article ---- */

/* What the score is the sum of, and what became of the sentence, where that is known. */
static void put_account(page *p, const tenor_sentence *sentence) {
    tn_buf *out = p->out;
    for (size_t i = 0; i < sentence->n_parts; i++) {
        double value = sentence->parts[i].value * sentence->parts[i].weight;
        tn_puts(out, i ? ", " : " · ");
        tn_puts(out, sentence->parts[i].name);
        tn_puts(out, value >= 0 ? " +" : " ");
        tn_put_fixed(out, value, 2);
    }
    if (sentence->likeness > 0) {
        tn_puts(out, " · likeness to a choice ");
        tn_put_fixed(out, sentence->likeness, 2);
    }
    if (sentence->length_cost > 0) {
        tn_puts(out, " · long for what is left -");
        tn_put_fixed(out, sentence->length_cost, 2);
    }
    if (sentence->dangling) tn_puts(out, " · points back");
    if (!p->summary->account) return;
    tn_puts(out, " · worth ");
    tn_put_fixed(out, sentence->worth, 3);
    if (sentence->left_out) tn_putf(out, " · left out: %s", sentence->left_out);
}

static void put_sentence(page *p, const tenor_sentence *sentence) {
    tn_buf *out = p->out;
    const char *element = sentence->chosen && p->summary ? "mark" : "span";
    int shade = shade_of(p, sentence);
    tn_putf(out, "<%s id=\"s%zu\"", element, sentence->index + 1);
    if (shade && p->summary) tn_putf(out, " class=\"k%d\"", shade);
    tn_putf(out, " title=\"sentence %zu", sentence->index + 1);
    if (p->summary) {
        tn_putf(out, " · rank %zu of %zu · score ", p->rank[index_of(p, sentence)], p->n_ranked);
        tn_put_fixed(out, sentence->score, 3);
        if (sentence->chosen) tn_puts(out, " · in the summary");
        put_account(p, sentence);
    }
    tn_puts(out, "\">");
    tn_put_markup(out, sentence->text);
    tn_putf(out, "</%s>", element);
}

/* The next sentence, if it stands in text[from ...]; where it begins. */
static const tenor_sentence *next_in(const page *p, tenor_string text, size_t from, size_t *start) {
    if (p->next == p->view->n_sentences) return NULL;
    const tenor_sentence *sentence = &p->view->sentences[p->next];
    if (sentence->text.data < text.data + from || sentence->text.data >= text.data + text.length) return NULL;
    *start = (size_t)(sentence->text.data - text.data);
    return sentence;
}

/* A block's text: sentences, and what stands between them, such as a dateline. */
static void put_block_text(page *p, const tenor_block *block) {
    size_t at = 0, start;
    for (const tenor_sentence *sentence; (sentence = next_in(p, block->text, at, &start)) != NULL; p->next++) {
        tn_put_markup(p->out, tn_slice(block->text, at, start));
        if (sentence->index == TENOR_NO_INDEX) tn_put_markup(p->out, sentence->text);
        else put_sentence(p, sentence);
        at = start + sentence->text.length;
    }
    tn_put_markup(p->out, tn_slice(block->text, at, block->text.length));
}

/* Of several articles each begins with its source. */
static void put_source_heading(page *p, const tenor_block *block) {
    size_t start;
    const tenor_sentence *sentence = next_in(p, block->text, 0, &start);
    if (p->view->document->n_sources == 0 || !sentence || sentence->document == p->document) return;
    p->document = sentence->document;
    tn_puts(p->out, "<h2>");
    put_source_name(p, sentence);
    tn_puts(p->out, "</h2>\n");
}

static void put_block(page *p, const tenor_block *block) {
    const char *element = block->role == TENOR_ROLE_TITLE || block->role == TENOR_ROLE_HEADING ? "h3" : "p";
    bool story = block->role == TENOR_ROLE_BODY || *element == 'h';
    put_source_heading(p, block);
    tn_putf(p->out, "<%s dir=\"auto\"", element);
    if (!story) {
        tn_putf(p->out, " class=\"dim\" title=\"left out as %s", tenor_role_name(block->role));
        if (block->reason) tn_puts(p->out, ": ");
        tn_put_markup(p->out, tn_str(block->reason));
        tn_puts(p->out, "\"");
    }
    tn_puts(p->out, ">");
    put_block_text(p, block);
    tn_putf(p->out, "</%s>\n", element);
}

/* The headline stands above already. */
static bool is_headline(const page *p, const tenor_block *block) {
    const tenor_document *document = p->view->document;
    return block->role == TENOR_ROLE_TITLE && document->n_sources == 0 && tn_equal(block->text, document->title);
}

static void pass_over(page *p, const tenor_block *block) {
    size_t start;
    while (next_in(p, block->text, 0, &start)) p->next++;
}

static void put_article(page *p) {
    tn_puts(p->out, "<article>\n<h2>The article</h2>\n");
    if (p->summary)
        tn_puts(p->out,
                "<p class=\"dim\">The stronger a sentence is <span class=\"shade k6\">shaded</span>, the higher "
                "it scores; <mark class=\"shade k10\">marked</mark>: in the summary.</p>\n");
    for (size_t i = 0; i < p->view->n_blocks; i++) {
        const tenor_block *block = &p->view->blocks[i];
        is_headline(p, block) ? pass_over(p, block) : put_block(p, block);
    }
    tn_puts(p->out, "</article>\n");
}

void tn_write_html(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    tn_arena arena = TN_ARENA_INIT;
    page p = {.out = out, .view = view, .options = options, .document = TENOR_NO_INDEX};
    if (tn_shows_summary(view, options)) p.summary = view->summary;
    if (!rank_sentences(&p, &arena)) out->failed = true;
    tn_page_begin(out, name_of(view->document), view->document->lang, style);
    put_heading(&p);
    if (p.summary && !out->failed) put_summary(&p);
    if (tn_shows_tone(view, options)) put_topics(&p, &arena);
    if (!out->failed) put_article(&p);
    tn_page_end(out);
    tn_arena_free(&arena);
}
