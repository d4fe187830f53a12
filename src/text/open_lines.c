/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open lines: short ones without an end mark. One alone between paragraphs is a heading, a caption, or a sentence that
 * lost its full stop; several together are the rows of a table or links to other stories; behind the last paragraph
 * they are links. */
#include "text/context.h"
#include "text/lines.h"

enum {
    MOST_LINK_WORDS = 18,
    FEWEST_STANDFIRST_WORDS = 11,
    FEWEST_TOLD_WORDS = 7,      /* of a sentence without its full stop ... */
    FEWEST_TOLD_LAST_WORDS = 4, /* ... where nothing follows that it could be the heading of */
    FEWEST_ROWS = 2,            /* of a table ... */
    MOST_ROW_WORDS = 10,        /* ... of so many words */
    MOST_LABEL_WORDS = 3,
    MOST_SIGNED_WORDS = 5,
    FEWEST_POINTS = 3, /* below a heading before the first paragraph: what sums the story up ... */
    FEWEST_POINT_WORDS = 5,
    FEWEST_ASKED = 2,     /* questions put to somebody: an interview */
    MOST_OPEN_INSIDE = 2, /* open lines between a paragraph and a last short sentence of the story */
    FEWEST_LINKS = 3      /* together, of which one may be a heading or a caption otherwise */
};

typedef struct run {
    size_t start, end; /* [start, end): open lines of the story, and questions among them */
    size_t open, rows, ranked, numbered;
} run;

/* Whether a sentence that was broken, as where a link stood in it, goes on in this block. */
static bool goes_on(const tn_context *c, size_t i) {
    return tn_context_is_body(c, i) && tn_context_looks(c, i, TN_LOOK_PIECE) && i > 0 && tn_context_is_body(c, i - 1) &&
           !tn_context_looks(c, i - 1, TN_LOOK_ENDED);
}

static bool may_be_told(const tn_context *c, size_t i) {
    return i < c->count && c->looks[i].words > MOST_LINK_WORDS && tn_context_looks(c, i, TN_LOOK_OPEN) &&
           tn_has_inner_stop(tn_context_text(c, i));
}

/* A paragraph that only lost its last full stop; several together are the captions of a gallery. */
static bool is_told(const tn_context *c, size_t i) {
    if (!may_be_told(c, i) || tn_context_is_credit(c, i + 1)) return false;
    size_t before = 0, behind = 0;
    while (before < i && before < FEWEST_LINKS && may_be_told(c, i - before - 1)) before++;
    while (behind < FEWEST_LINKS && may_be_told(c, i + behind + 1)) behind++;
    return before + behind + 1 < FEWEST_LINKS;
}

static bool is_open(const tn_context *c, size_t i) {
    return tn_context_is_body(c, i) && tn_context_looks(c, i, TN_LOOK_OPEN) && !goes_on(c, i) && !goes_on(c, i + 1) &&
           !is_told(c, i) && !tn_context_looks(c, i, TN_LOOK_TURN);
}

static bool is_question(const tn_context *c, size_t i) {
    return tn_context_is_body(c, i) && tn_context_looks(c, i, TN_LOOK_ASKS) &&
           !tn_context_looks(c, i, TN_LOOK_PROSE | TN_LOOK_TURN);
}

/* The number before the first word of a line, as "3" or "3."; 0: there is none. A time of day is 0 too. */
static size_t rank_of(tenor_string text) {
    size_t at = 0, rank = 0;
    while (at < text.length && at < 3 && tn_is_digit(text.data[at])) rank = rank * 10 + (size_t)(text.data[at++] - '0');
    if (at < text.length && memchr(".)", text.data[at], 2)) at++;
    return at < text.length && text.data[at] == ' ' ? rank : 0;
}

/* "17:31 Port closed" */
static bool begins_with_time(tenor_string text) {
    size_t at = 0;
    while (at < text.length && at < 2 && tn_is_digit(text.data[at])) at++;
    return at > 0 && at + 2 < text.length && memchr(":.h", text.data[at], 3) && tn_is_digit(text.data[at + 1]) &&
           tn_is_digit(text.data[at + 2]);
}

/* "2. Schools drop homework" */
static bool is_numbered(tenor_string text) {
    return rank_of(text) > 0 && text.data[tn_is_digit(text.data[1]) ? 2 : 1] != ' ';
}

static run run_at(const tn_context *c, size_t start) {
    run run = {.start = start, .end = start};
    size_t rank = 0;
    for (; is_open(c, run.end) || is_question(c, run.end); run.end++) {
        tenor_string text = tn_context_text(c, run.end);
        size_t this = rank_of(text);
        run.open += tn_context_looks(c, run.end, TN_LOOK_OPEN);
        run.numbered += is_numbered(text);
        bool facts = tn_context_looks(c, run.end, TN_LOOK_FACTS);
        run.ranked += this > 0 && this == rank + 1 && !facts;
        run.rows +=
            facts || (tn_context_looks(c, run.end, TN_LOOK_DIGIT) && c->looks[run.end].words <= MOST_ROW_WORDS &&
                      !begins_with_time(text) && !is_numbered(text));
        rank = this;
    }
    return run;
}

/* "Osei: 'My grandmother told me'", as headlines quote. */
static bool quotes_behind_label(tenor_string text) {
    size_t label = tn_label_length(text);
    return label && tn_opening_quote(tn_trim(tn_slice(text, label, text.length)));
}

/* A whole sentence, most likely: it has a word such as "is" and "he", which a headline does without. */
static bool tells(const tn_context *c, size_t i, size_t fewest) {
    const tn_language *language = c->model->language;
    tenor_string text = tn_context_text(c, i), word;
    if (c->looks[i].words < fewest || tn_context_looks(c, i, TN_LOOK_ASKS)) return false;
    if (is_numbered(text) || tn_is_capitalised(text) || quotes_behind_label(text)) return false;
    for (bool first = true; tn_split(&text, ' ', &word); first = false) {
        if (first && tn_text_model_lists(language->askers, word)) return false;
        if (!first && word.length && word.data[0] >= 'A' && word.data[0] <= 'Z') continue; /* "May" */
        if (tn_text_model_lists(language->tellers, word)) return true;
    }
    return false;
}

/* Rows hold figures: "Greens  11  (+7)", "500g flour". "1 Man finds ring", "2 Shop shut" is a list of links. */
static bool is_table(const run *run) {
    size_t count = run->end - run->start;
    return run->rows >= FEWEST_ROWS && run->rows * 2 > count && run->ranked * 2 < count;
}

/* "1. Move the guns", "2. Let the trucks pass" */
static bool is_enumeration(const run *run) {
    return run->numbered >= FEWEST_LINKS && run->numbered == run->end - run->start;
}

/* "The tables show the rates in each region:" */
static bool announces(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    return tn_ends_in_colon(text) && c->looks[i].words >= FEWEST_TOLD_WORDS && !tn_is_all_capitals(text);
}

/* The name of the table stands before its rows, the heading of what comes next behind them; short lines without a
 * figure part it. */
static void judge_table(tn_context *c, const run *run) {
    size_t head = run->start;
    if (head > 0 && c->blocks[head - 1].role == TENOR_ROLE_LINK && tn_context_looks(c, head, TN_LOOK_FACTS) &&
        tn_has_pieces(tn_context_text(c, head)) && tn_has_pieces(tn_context_text(c, head - 1)))
        tn_context_set(c, head - 1, TENOR_ROLE_BODY, "the head of a table");
    for (size_t i = run->start; i < run->end; i++) {
        bool named = i == run->start && i + 1 < run->end && tn_has_pieces(tn_context_text(c, i + 1)) &&
                     !tn_has_pieces(tn_context_text(c, i)); /* "Seats declared (112 of 121)" */
        if (named && !announces(c, i)) tn_context_set(c, i, TENOR_ROLE_HEADING, "the name of a table");
        bool side = i == run->start || (i + 1 == run->end && tn_context_is_prose(c, run->end));
        if (!tn_context_looks(c, i, TN_LOOK_DIGIT | TN_LOOK_FACTS) && !announces(c, i) &&
            !tn_label_length(tn_context_text(c, i)) && (side || c->looks[i].words <= MOST_LABEL_WORDS))
            tn_context_set(c, i, TENOR_ROLE_HEADING, "short line, no end mark");
    }
}

/* "3. The radio was off" after "2. The door was open." */
static bool goes_on_counting(const tn_context *c, size_t i) {
    if (i == 0 || !tn_context_is_body(c, i - 1) || !tn_context_looks(c, i - 1, TN_LOOK_ENDED)) return false;
    size_t rank = rank_of(tn_context_text(c, i));
    return rank > 1 && rank_of(tn_context_text(c, i - 1)) == rank - 1;
}

static void judge_alone(tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    size_t words = c->looks[i].words;
    bool colon = text.length && text.data[text.length - 1] == ':', followed = tn_context_is_body(c, i + 1);
    bool label = colon && (words <= 2 || tn_is_all_capitals(text)); /* "Now playing:" */
    if (goes_on_counting(c, i)) return;
    if (tn_ends_open(text) && followed && (!label || tn_context_looks(c, i + 1, TN_LOOK_ITEM))) return;
    if (tn_context_is_credit(c, i + 1) && words > 2) tn_context_set(c, i, TENOR_ROLE_CAPTION, "stands before a credit");
    else if (words <= TN_MOST_HEADING_WORDS) tn_context_set(c, i, TENOR_ROLE_HEADING, "short line, no end mark");
    else if (words <= TN_MOST_CAPTION_WORDS && i + 1 < c->count && !tn_has_inner_end_mark(text))
        tn_context_set(c, i, TENOR_ROLE_CAPTION, "no end mark");
}

/* Between paragraphs. */
static void judge_run(tn_context *c, const run *run) {
    bool listed = run->end - run->start >= FEWEST_LINKS && run->open > 0;
    if (is_table(run)) judge_table(c, run);
    if (is_table(run) || is_enumeration(run)) return;
    for (size_t i = run->start; i < run->end; i++) {
        bool credit = tn_context_is_credit(c, i + 1);
        bool below =
            c->spaced && i > 0 && c->blocks[i - 1].role == TENOR_ROLE_LINK && !tn_context_looks(c, i, TN_LOOK_APART);
        size_t fewest = tn_context_is_body(c, i + 1) ? FEWEST_TOLD_WORDS : FEWEST_TOLD_LAST_WORDS;
        if (!credit && (below || (listed && (i > run->start || !tells(c, i, fewest)))))
            tn_context_set(c, i, c->looks[i].words <= MOST_LINK_WORDS ? TENOR_ROLE_LINK : TENOR_ROLE_CAPTION,
                           "open lines together");
        else if (is_open(c, i) && !tn_context_looks(c, i, TN_LOOK_FACTS) && (credit || !tells(c, i, fewest)))
            judge_alone(c, i);
    }
}

/* An open line behind the last paragraph. False: the story is over. */
static bool judge_behind(tn_context *c, size_t i, bool story) {
    bool near = story && tn_context_is_body(c, i - 1);
    if (near && (tn_context_looks(c, i, TN_LOOK_FACTS) || announces(c, i) || tells(c, i, FEWEST_TOLD_LAST_WORDS)))
        return true;
    if (c->looks[i].words <= MOST_LINK_WORDS) {
        tn_context_set(c, i, TENOR_ROLE_LINK, "behind the last paragraph");
        return false;
    }
    if (!near || !tn_has_inner_end_mark(tn_context_text(c, i)))
        tn_context_set(c, i, TENOR_ROLE_CAPTION, "behind the last paragraph");
    return story;
}

/* The last question of an interview and its answer, behind the last paragraph: the end of them. */
static size_t end_of_interview(const tn_context *c, size_t i) {
    size_t asked = 0;
    if (!is_question(c, i) || !tn_context_is_body(c, i + 1) || is_question(c, i + 1)) return i;
    for (size_t k = 0; k < i; k++)
        asked += tn_context_is_body(c, k) && tn_context_looks(c, k, TN_LOOK_ASKS) &&
                 tn_context_addresses(c, tn_context_text(c, k));
    return asked >= FEWEST_ASKED ? i + 2 : i;
}

/* Behind the last paragraph, which may be followed by one more that lost its full stop, or by a table. */
static void judge_tail(tn_context *c, size_t last) {
    bool story = true;
    for (size_t i = end_of_interview(c, last + 1); i < c->count;) {
        run run = run_at(c, i);
        bool table = story && is_table(&run);
        if (table) judge_table(c, &run);
        for (size_t k = i; k < run.end && run.open && !table; k++) story = judge_behind(c, k, story);
        if (!story && tn_context_is_body(c, run.end))
            tn_context_set(c, run.end, TENOR_ROLE_BOILERPLATE, "behind the last paragraph");
        i = run.end + 1;
    }
}

/* The last block of the story: of prose, or a short sentence or an item of a list not far behind it. */
static size_t last_of_story(const tn_context *c) {
    size_t last = c->count, open = 0;
    while (last > 0 && !tn_context_is_prose(c, last - 1) && !(tn_context_is_body(c, last - 1) && is_told(c, last - 1)))
        last--;
    for (size_t i = last; i < c->count && open <= MOST_OPEN_INSIDE; i++) {
        if (!tn_context_is_body(c, i)) continue;
        open += tn_context_looks(c, i, TN_LOOK_OPEN | TN_LOOK_ASKS);
        if (tn_context_looks(c, i, TN_LOOK_OPEN | TN_LOOK_ASKS) ||
            tn_text_model_promos(c->model, tn_context_text(c, i)))
            continue;
        last = i + 1;
        open = 0;
    }
    return last - 1;
}

/* "Summary" and three lines or more of some words below it: the end of these lines; i: there are none. */
static size_t end_of_points(const tn_context *c, size_t i, size_t first) {
    size_t end = i;
    if (i == 0 || c->blocks[i - 1].role != TENOR_ROLE_HEADING || c->looks[i - 1].words > MOST_LABEL_WORDS) return i;
    while (end < first && is_open(c, end) && c->looks[end].words >= FEWEST_POINT_WORDS &&
           c->looks[end].words <= MOST_LINK_WORDS && !begins_with_time(tn_context_text(c, end)))
        end++;
    return end == first && end - i >= FEWEST_POINTS ? end : i;
}

/* Before the first paragraph: below the headline may stand what sums the story up. */
static void judge_head(tn_context *c, size_t first) {
    for (size_t i = 0; i < first; i++) {
        size_t end = end_of_points(c, i, first);
        bool points = end > i;
        if (points) i = end - 1;
        if (points || !is_open(c, i)) continue;
        bool below = i > 0 && c->blocks[i - 1].role == TENOR_ROLE_TITLE;
        bool sums = c->looks[i].words >= FEWEST_STANDFIRST_WORDS || tn_has_inner_end_mark(tn_context_text(c, i)) ||
                    tells(c, i, FEWEST_TOLD_WORDS);
        if (!below || !sums) judge_alone(c, i);
    }
}

/* "6. The jack is back!" after "5. The cooling" is a heading too. */
static void judge_numbered(tn_context *c) {
    size_t rank = 0;
    for (size_t i = 0; i < c->count; i++) {
        tenor_string text = tn_context_text(c, i);
        if (text.length < 4 || !tn_is_digit(text.data[0]) || !is_numbered(text)) continue;
        bool next = rank > 0 && rank_of(text) == rank + 1 && c->looks[i].words <= TN_MOST_HEADING_WORDS;
        if (next && tn_context_is_body(c, i) && !tn_has_inner_end_mark(tn_slice(text, 3, text.length)))
            tn_context_set(c, i, TENOR_ROLE_HEADING, "numbered as the heading before it");
        if (c->blocks[i].role == TENOR_ROLE_HEADING) rank = rank_of(text);
    }
}

/* "- Hester and Bo" by itself, behind the last paragraph: who sent it. */
static void judge_signature(tn_context *c, size_t last) {
    if (!tn_context_is_body(c, last) || !tn_context_looks(c, last, TN_LOOK_ITEM) || last == 0) return;
    tenor_string text = tn_context_text(c, last);
    bool alone = !tn_context_looks(c, last - 1, TN_LOOK_ITEM) && !tn_ends_in_colon(tn_context_text(c, last - 1));
    if (alone && !tn_context_looks(c, last, TN_LOOK_ENDED) && c->looks[last].words <= MOST_SIGNED_WORDS &&
        !tn_has_digit(text) && tn_is_capitalised(text))
        tn_context_set(c, last, TENOR_ROLE_BYLINE, "names behind the last paragraph");
}

void tn_open_lines_roles(tn_context *c) {
    size_t first = tn_context_next_prose(c, 0);
    if (first == c->count) {
        for (size_t i = 0; i < c->count; i++)
            if (is_open(c, i)) judge_alone(c, i);
        return;
    }
    size_t last = last_of_story(c);
    judge_head(c, first);
    for (size_t i = first; i < last; i++) {
        run run = run_at(c, i);
        if (run.open) judge_run(c, &run);
        if (run.end > i) i = run.end - 1;
    }
    judge_tail(c, last);
    judge_signature(c, last);
    judge_numbered(c);
}
