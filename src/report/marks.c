/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/marks.h"

#include "base/span.h"

/* The hit's place in the sentence's text. Offsets of the input agree with those of the text only where nothing was
 * repaired, so the place is checked, and looked for from `from` on when it is wrong. */
bool tn_mark_place(const tenor_sentence *sentence, const tenor_hit *hit, size_t from, size_t *start) {
    tenor_string text = sentence->text, phrase = hit->text;
    if (phrase.length == 0 || phrase.length > text.length) return false;
    size_t last = text.length - phrase.length, at = hit->span.start - sentence->span.start;
    if (at < from || at > last || !tn_equal(tn_slice(text, at, at + phrase.length), phrase)) at = from;
    while (at <= last && !tn_equal(tn_slice(text, at, at + phrase.length), phrase)) at++;
    *start = at;
    return at <= last;
}

typedef struct word_mark {
    size_t start, end; /* in the sentence's text */
    const char *sign;
    tn_style style;
} word_mark;

static word_mark mark_of(const tenor_sentence *sentence, const tenor_hit *hit, size_t from) {
    size_t start;
    if (!tn_mark_place(sentence, hit, from, &start)) return (word_mark){0, 0, "", TN_STYLE_PLAIN};
    size_t end = start + hit->text.length;
    if (hit->final > 0) return (word_mark){start, end, "*", TN_STYLE_TENSE};
    if (hit->final < 0) return (word_mark){start, end, "_", TN_STYLE_EASING};
    return (word_mark){start, end, "", TN_STYLE_PLAIN};
}

static void open_mark(tn_flow *flow, const word_mark *mark, bool color) {
    tn_flow_ready(flow);
    if (color) tn_style_on(flow->out, color, mark->style);
    else tn_flow_puts(flow, mark->sign);
}

static void close_mark(tn_flow *flow, const word_mark *mark, bool color) {
    bool space = flow->space;
    flow->space = false; /* the sign sticks to the word, not to the white space after it */
    if (color) tn_style_off(flow->out, color, mark->style);
    else tn_flow_puts(flow, mark->sign);
    flow->space = space;
}

void tn_put_marked(tn_flow *flow, const tenor_sentence *sentence, const tenor_hit *hits, size_t n_hits, bool color) {
    size_t at = 0, next = 0;
    word_mark mark = {0};
    bool open = false;
    for (tn_glyph glyph; tn_glyph_next(sentence->text, &at, &glyph);) {
        if (open && glyph.at >= mark.end) {
            close_mark(flow, &mark, color);
            open = false;
        }
        while (!open && mark.end <= glyph.at && next < n_hits) mark = mark_of(sentence, &hits[next++], glyph.at);
        if (!open && glyph.at >= mark.start && glyph.at < mark.end) {
            open_mark(flow, &mark, color);
            open = true;
        }
        tn_flow_glyph(flow, &glyph);
    }
    if (open) close_mark(flow, &mark, color);
}

static void put_example(tn_flow *flow, const char *words, const word_mark *mark, bool color) {
    open_mark(flow, mark, color);
    tn_flow_puts(flow, words);
    close_mark(flow, mark, color);
}

void tn_put_marks_legend(tn_flow *flow, bool color) {
    put_example(flow, "raises tension", &(word_mark){0, 0, "*", TN_STYLE_TENSE}, color);
    tn_flow_puts(flow, "  ");
    put_example(flow, "eases it", &(word_mark){0, 0, "_", TN_STYLE_EASING}, color);
}
