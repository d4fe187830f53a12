/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tension_table.h"

#include <math.h>
#include <string.h>

#include "base/span.h"
#include "report/phrases.h"
#include "report/source_line.h"
#include "report/width.h"

/* Columns. OTHERS is all of a wide row but the name; under WIDE_PAGE the table is narrow. */
enum {
    NUMBER = 11, /* "100? severe" */
    BAR = 20,
    INTERVAL = 7, /* "100–100" */
    NAMED = 5,
    OTHERS = 2 + 2 + NUMBER + 1 + BAR + 2 + INTERVAL + 1 + 1 + 2 + NAMED,
    WIDE_PAGE = 72,
    WIDEST_NAME = 30,
    WIDEST_NAME_NARROW = 14,
    PHRASES_BESIDE = 30, /* with so much room, phrases stand at the end of the row */
    MOST_ABSENT = 6,     /* topics not mentioned, to be named; else counted */
    FEW_SENTENCES = 3    /* under so many, a number is on low evidence */
};

static const char overall_name[] = "Whole text";

/* ---- pieces ---- */

static void sort_by_tension(const tenor_topic **topics, const tenor_topic **spare, size_t count) {
    if (count < 2) return;
    size_t half = count / 2, left = 0, right = half;
    sort_by_tension(topics, spare, half);
    sort_by_tension(topics + half, spare, count - half);
    for (size_t i = 0; i < count; i++) {
        bool from_left = right == count || (left < half && topics[left]->tone.tension >= topics[right]->tone.tension);
        spare[i] = from_left ? topics[left++] : topics[right++];
    }
    for (size_t i = 0; i < count; i++) topics[i] = spare[i];
}

const tenor_topic **tn_topics_by_tension(const tn_view *view, tn_arena *arena, size_t *count) {
    const tenor_topic **topics = TN_NEW_ARRAY(arena, view->n_topics, const tenor_topic *);
    const tenor_topic **spare = TN_NEW_ARRAY(arena, view->n_topics, const tenor_topic *);
    *count = 0;
    if (!topics || !spare) return NULL;
    for (size_t i = 0; i < view->n_topics; i++)
        if (view->topics[i].tone.scored) topics[(*count)++] = &view->topics[i];
    sort_by_tension(topics, spare, *count);
    return topics;
}

const char *tn_arrow(double direction) {
    if (direction >= 0.5) return "↑";
    if (direction >= 0.15) return "↗";
    if (direction > -0.15) return "→";
    return direction > -0.5 ? "↘" : "↓";
}

static void put_interval(tn_buf *out, const tenor_tone *tone) {
    tn_put_fixed(out, tone->low, 0);
    tn_puts(out, "–");
    tn_put_fixed(out, tone->high, 0);
}

/* The column of names: as wide as the widest needs, within what the page allows. */
static size_t name_column(const tn_view *view, size_t page_width) {
    size_t widest = sizeof overall_name - 1, limit = page_width < WIDE_PAGE ? WIDEST_NAME_NARROW : page_width - OTHERS;
    if (limit > WIDEST_NAME) limit = WIDEST_NAME;
    for (size_t i = 0; i < view->n_topics; i++) {
        size_t width = tn_text_width(tn_str(view->topics[i].title));
        if (view->topics[i].tone.scored && width > widest) widest = width;
    }
    return widest < limit ? widest : limit;
}

/* A name cut to `width` columns with an ellipsis, and filled up with spaces. */
static void put_name(tn_buf *out, const char *name, size_t width) {
    tenor_string text = tn_str(name);
    size_t limit = tn_text_width(text) > width ? width - 1 : width, used = 0, at = 0;
    for (tn_glyph glyph; tn_glyph_next(text, &at, &glyph);) {
        size_t columns = tn_width(glyph.code);
        if (used + columns > limit) break;
        tn_put_str(out, glyph.bytes);
        used += columns;
    }
    if (limit < width) {
        tn_puts(out, "…");
        used++;
    }
    tn_put_repeat(out, " ", used < width ? width - used : 0);
}

static void put_bar(tn_buf *out, double tension, bool color, tn_style style) {
    long cells = lround(tension / 100 * BAR);
    size_t filled = cells < 0 ? 0 : cells > BAR ? BAR : (size_t)cells;
    tn_style_on(out, color, style);
    tn_put_repeat(out, "█", filled);
    tn_style_off(out, color, style);
    tn_style_on(out, color, TN_STYLE_DIM);
    tn_put_repeat(out, "░", BAR - filled);
    tn_style_off(out, color, TN_STYLE_DIM);
}

/* ---- one row ---- */

/* What a row of the table needs, for a topic or for the whole text. */
typedef struct table_row {
    const char *name;
    const tenor_tone *tone;
    bool low_evidence;
    const tenor_topic *topic; /* NULL: the whole text */
} table_row;

typedef struct table_page {
    tn_buf *out;
    size_t width, name;
    bool color, wide;
} table_page;

static void put_number(const table_page *page, const table_row *row) {
    tn_style style = tn_style_of_band(row->tone->band);
    tn_style_on(page->out, page->color, style);
    tn_putf(page->out, "%3.0f", row->tone->tension);
    tn_puts(page->out, row->low_evidence ? "? " : "  ");
    put_name(page->out, tenor_band_name(row->tone->band), 6);
    tn_style_off(page->out, page->color, style);
}

static void put_interval_cell(tn_buf *out, const tenor_tone *tone) {
    size_t before = out->length;
    if (tone->high > tone->low) put_interval(out, tone);
    size_t used = out->length - before;
    if (used) used -= sizeof "–" - 2; /* one column, several bytes */
    tn_put_repeat(out, " ", used < INTERVAL ? INTERVAL - used : 0);
}

/* Returns the column after the row. */
static size_t put_wide(const table_page *page, const table_row *row) {
    tn_buf *out = page->out;
    put_number(page, row);
    tn_putc(out, ' ');
    put_bar(out, row->tone->tension, page->color, tn_style_of_band(row->tone->band));
    tn_puts(out, "  ");
    put_interval_cell(out, row->tone);
    tn_putc(out, ' ');
    tn_puts(out, tn_arrow(row->tone->direction));
    if (!row->topic) return page->name + OTHERS - NAMED - 2;
    tn_putf(out, "  %5zu", row->topic->mentions);
    return page->name + OTHERS;
}

static size_t put_narrow(const table_page *page, const table_row *row) {
    tn_buf *out = page->out;
    put_number(page, row);
    tn_puts(out, "  ");
    tn_puts(out, tn_arrow(row->tone->direction));
    if (row->tone->high > row->tone->low) {
        tn_puts(out, "  ");
        put_interval(out, row->tone);
    }
    tn_puts(out, "\n    ");
    put_bar(out, row->tone->tension, page->color, tn_style_of_band(row->tone->band));
    if (row->topic) {
        tn_puts(out, "  ");
        tn_put_count(out, row->topic->mentions, "mention", "mentions");
    }
    return page->width; /* nothing more fits */
}

/* The topic's strongest phrases: at the end of the row where there is room, else on a line of their own. */
static void put_row_phrases(const table_page *page, const tenor_topic *topic, size_t column) {
    tn_buf *out = page->out;
    bool beside = column + 2 + PHRASES_BESIDE <= page->width;
    size_t indent = beside ? 2 : 4, start = out->length;
    if (!beside) {
        tn_putc(out, '\n');
        column = 0;
    }
    tn_put_repeat(out, " ", indent);
    size_t room = page->width > column + indent ? page->width - column - indent : 0;
    if (tn_put_phrases(out, topic->evidence, topic->n_evidence, room, page->color) == 0 && !out->failed)
        out->length = start;
}

static void put_row(const table_page *page, const table_row *row) {
    tn_buf *out = page->out;
    tn_puts(out, "  ");
    tn_style_on(out, page->color, TN_STYLE_BOLD);
    put_name(out, row->name, page->name);
    tn_style_off(out, page->color, TN_STYLE_BOLD);
    tn_puts(out, "  ");
    size_t column = page->wide ? put_wide(page, row) : put_narrow(page, row);
    if (row->topic) put_row_phrases(page, row->topic, column);
    tn_putc(out, '\n');
}

/* ---- around the rows ---- */

static void put_axis(const table_page *page) {
    tn_buf *out = page->out;
    tn_put_styled(out, page->color, TN_STYLE_BOLD, "TENSION");
    if (page->wide) {
        tn_put_repeat(out, " ", 2 + page->name + 2 + NUMBER + 1 - (sizeof "TENSION" - 1));
        tn_put_styled(out, page->color, TN_STYLE_DIM, "0        50       100  90 % CI    named");
    }
    tn_putc(out, '\n');
}

/* The topics without a score: those that are named, but near no word of tone; or those that are not. */
static bool is_unscored(const tenor_topic *topic, bool named) {
    return !topic->tone.scored && (topic->mentions > 0) == named;
}

static size_t count_unscored(const tn_view *view, bool named) {
    size_t count = 0;
    for (size_t i = 0; i < view->n_topics; i++) count += is_unscored(&view->topics[i], named);
    return count;
}

/* "not mentioned: Syria, Space" */
static void put_unscored(const table_page *page, const tn_view *view, bool named, const char *label) {
    size_t count = count_unscored(view, named), listed = 0;
    if (count == 0) return;
    tn_puts(page->out, "  ");
    tn_style_on(page->out, page->color, TN_STYLE_DIM);
    tn_flow flow = tn_flow_at(page->out, page->width, 4, 2);
    tn_flow_puts(&flow, label);
    for (size_t i = 0; i < view->n_topics && (named || count <= MOST_ABSENT); i++) {
        if (!is_unscored(&view->topics[i], named)) continue;
        tn_flow_puts(&flow, listed++ ? ", " : "");
        tn_flow_puts(&flow, view->topics[i].title);
    }
    if (!listed) tn_flow_count(&flow, count, "topic", "topics");
    tn_style_off(page->out, page->color, TN_STYLE_DIM);
    tn_flow_end(&flow);
}

static void put_legend(const table_page *page, bool low_evidence) {
    tn_buf *out = page->out;
    tn_puts(out, "  ");
    tn_style_on(out, page->color, TN_STYLE_DIM);
    tn_flow flow = tn_flow_at(out, page->width, 2, 2);
    tn_flow_puts(&flow, "↑ escalating … ↓ easing");
    if (low_evidence) tn_flow_puts(&flow, " · ? fewer than 3 sentences: read with care");
    tn_style_off(out, page->color, TN_STYLE_DIM);
    tn_flow_end(&flow);
}

static void put_no_score(const table_page *page) {
    tn_puts(page->out, "  ");
    tn_flow flow = tn_flow_at(page->out, page->width, 2, 2);
    tn_flow_puts(&flow, "No score: no word of conflict or cooperation was found.");
    tn_flow_end(&flow);
}

static bool put_topic_rows(const table_page *page, const tn_view *view) {
    tn_arena arena = TN_ARENA_INIT;
    size_t count = 0;
    bool low_evidence = false;
    const tenor_topic **topics = tn_topics_by_tension(view, &arena, &count);
    if (!topics) page->out->failed = true;
    for (size_t i = 0; topics && i < count; i++) {
        const tenor_topic *topic = topics[i];
        put_row(page, &(table_row){topic->title, &topic->tone, topic->low_evidence, topic});
        low_evidence |= topic->low_evidence;
    }
    tn_arena_free(&arena);
    return low_evidence;
}

/* What is true of a topic with little evidence, asked of the whole text. */
static bool has_few_sentences(const tn_view *view) {
    size_t with_hits = 0;
    for (size_t i = 0; i < view->n_sentences && with_hits < FEW_SENTENCES; i++)
        with_hits += view->sentences[i].n_hits > 0;
    return with_hits < FEW_SENTENCES;
}

void tn_put_tension_table(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    const tenor_tone *overall = view->overall;
    table_page page = {out, options->width, name_column(view, options->width), options->color,
                       options->width >= WIDE_PAGE};
    put_axis(&page);
    bool few = has_few_sentences(view), low_evidence = put_topic_rows(&page, view) || few;
    if (overall->scored) put_row(&page, &(table_row){overall_name, overall, few, NULL});
    else put_no_score(&page);
    put_unscored(&page, view, true, "named, but no word of tone near: ");
    put_unscored(&page, view, false, "not mentioned: ");
    if (overall->scored) put_legend(&page, low_evidence);
}

/* ---- heading ---- */

/* " · 3 texts · 1 earlier text": of a digest. */
static void put_count_of_sources(tn_buf *out, const tenor_document *document) {
    size_t background = tn_count_background(document);
    if (document->n_sources == 0) return;
    tn_puts(out, " · ");
    tn_put_count(out, document->n_sources - background, "text", "texts");
    if (background == 0) return;
    tn_puts(out, " · ");
    tn_put_count(out, background, "earlier text", "earlier texts");
}

void tn_put_heading(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    const tenor_document *document = view->document;
    if (document->title.length) {
        tn_style_on(out, options->color, TN_STYLE_BOLD);
        tn_flow flow = tn_flow_at(out, options->width, 0, 0);
        tn_flow_text(&flow, document->title);
        tn_style_off(out, options->color, TN_STYLE_BOLD);
        tn_flow_end(&flow);
    }
    tn_style_on(out, options->color, TN_STYLE_DIM);
    tn_put_count(out, document->words, "word", "words");
    tn_puts(out, " · ");
    tn_put_count(out, document->sentences, "sentence", "sentences");
    if (document->lang) tn_puts(out, " · ");
    tn_puts(out, document->lang);
    put_count_of_sources(out, document);
    tn_style_off(out, options->color, TN_STYLE_DIM);
    tn_putc(out, '\n');
}

bool tn_put_nothing_to_read(tn_buf *out, const tn_view *view) {
    if (view->document->sentences) return false;
    tn_puts(out, tn_has_warning(view->document, "nothing_new") ? "Nothing new: all texts are earlier ones.\n"
                 : tn_has_warning(view->document, "empty_text")
                     ? "Nothing to read: the text is empty.\n"
                     : "Nothing to read: no sentence of a story was found.\n");
    return true;
}
