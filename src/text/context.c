/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/context.h"

#include "text/lines.h"

enum {
    LONGEST_LINE = 300, /* bytes: a longer block is a paragraph */
    MOST_TITLE_WORDS = 30,
    FEWEST_TITLE_WORDS = 4, /* a shorter line is the name of a section, if a longer one follows */
    MOST_HEADING_WORDS = 12,
    MOST_CAPTION_WORDS = 40,
    MOST_QUESTION_WORDS = 9,
    FEWEST_ANSWER_WORDS = 8,
    FEWEST_QUOTED_WORDS = 5,
    PULL_QUOTE_REACH = 12, /* blocks: a pull quote stands near what it quotes */
    MOST_PULL_QUOTES = 32, /* looked into a text, so that a text of quotations stays linear */
    LONGEST_QUOTED_BLOCK = 4096
};

static void set_role(tn_block *block, tenor_role role, const char *reason) {
    block->role = role;
    block->reason = reason;
    block->line = 0;
}

static bool is_body(const tn_context *c, size_t i) { return i < c->count && c->blocks[i].role == TENOR_ROLE_BODY; }

static tenor_string text_of(const tn_context *c, size_t i) { return tn_context_text(c, &c->blocks[i]); }

/* ---- the headline */

/* "Is it peace?" as a first line, in a text with paragraphs of its own. */
static bool asks(const tn_context *c, tenor_string text) {
    char last = text.data[text.length - 1 - tn_closing_length(text)];
    return (last == '?' || last == '!') && !tn_has_inner_end_mark(text) && c->count > 2;
}

static bool may_be_title(const tn_context *c, size_t i) {
    tenor_string text = text_of(c, i);
    return text.length <= LONGEST_LINE && tn_count_words(text) <= MOST_TITLE_WORDS && !tn_is_list_item(text) &&
           !tn_ends_open(text) && (!tn_ends_in_mark(text) || asks(c, text));
}

/* The first paragraph: a block of the story that ends in a mark and asks nothing, or is long. c->count: there is none.
 */
static size_t first_paragraph(const tn_context *c) {
    size_t i = 0;
    while (i < c->count && (!is_body(c, i) || may_be_title(c, i))) i++;
    return i;
}

/* Of the lines before the first paragraph: the first of some length, else the first. Those before it are sections. */
static void find_title(tn_context *c) {
    size_t paragraph = first_paragraph(c), title = paragraph;
    for (size_t i = paragraph; i-- > 0;) {
        if (!is_body(c, i)) continue;
        bool longer = title == paragraph || tn_count_words(text_of(c, i)) >= FEWEST_TITLE_WORDS ||
                      tn_count_words(text_of(c, title)) < FEWEST_TITLE_WORDS;
        if (longer) title = i;
    }
    if (title == paragraph || paragraph == c->count) return;
    for (size_t i = 0; i < title; i++)
        if (is_body(c, i)) set_role(&c->blocks[i], TENOR_ROLE_LINK, "a short line before the headline");
    set_role(&c->blocks[title], TENOR_ROLE_TITLE, "first line, no full stop");
}

static void find_given_title(tn_context *c) {
    for (size_t i = 0; i < c->count; i++) {
        if (!is_body(c, i)) continue;
        if (tn_equal_nocase(text_of(c, i), c->title)) set_role(&c->blocks[i], TENOR_ROLE_TITLE, "repeats the title");
        return;
    }
}

/* ---- lines without an end mark */

/* Whether paragraphs of this text end in full stops, by bytes: menus have many lines, but short ones. */
static bool is_punctuated(const tn_context *c) {
    size_t ended = 0, open = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (!is_body(c, i)) continue;
        tenor_string text = text_of(c, i);
        if (tn_ends_in_mark(text)) ended += text.length;
        else if (!tn_is_list_item(text)) open += text.length;
    }
    return ended >= open;
}

static void judge_open_line(tn_context *c, size_t i) {
    tenor_string text = text_of(c, i);
    if (text.length > LONGEST_LINE || tn_ends_in_mark(text) || tn_is_list_item(text)) return;
    size_t words = tn_count_words(text);
    bool label = text.data[text.length - 1] == ':' && (words <= 2 || tn_is_all_capitals(text)); /* "Now playing:" */
    if (tn_ends_open(text) && !label && is_body(c, i + 1)) return;
    if (words <= MOST_HEADING_WORDS) set_role(&c->blocks[i], TENOR_ROLE_HEADING, "short line, no end mark");
    else if (words <= MOST_CAPTION_WORDS && i + 1 < c->count && !tn_has_inner_end_mark(text))
        set_role(&c->blocks[i], TENOR_ROLE_CAPTION, "no end mark");
}

/* ---- questions */

/* "you", "you're", "yours?" */
static bool asks_somebody(const tn_context *c, tenor_string text) {
    tenor_string word;
    while (tn_split(&text, ' ', &word)) {
        size_t end = 0;
        while (end < word.length && !memchr("'?!,;:", word.data[end], 6) && word.data[end] != '\xE2') end++;
        if (tn_text_model_lists(c->model->language->address, tn_slice(word, 0, end))) return true;
    }
    return false;
}

/* "Who guards it?" before a long paragraph heads a section; between other lines it is a link. "Have you met her?" is a
 * question of an interview, and "Who knew?" before a short line one of the story. */
static void judge_question(tn_context *c, size_t i) {
    tenor_string text = text_of(c, i);
    if (!tn_ends_in_question(text) || tn_has_inner_end_mark(text) || tn_opening_quote(text)) return;
    size_t words = tn_count_words(text);
    bool before = i > 0 && is_body(c, i - 1), after = is_body(c, i + 1);
    if (!before && !after && words <= MOST_HEADING_WORDS && c->count > 2)
        set_role(&c->blocks[i], TENOR_ROLE_LINK, "a question by itself");
    else if (after && words <= MOST_QUESTION_WORDS && !asks_somebody(c, text) &&
             tn_count_words(text_of(c, i + 1)) >= FEWEST_ANSWER_WORDS)
        set_role(&c->blocks[i], TENOR_ROLE_HEADING, "a short question before a paragraph");
}

/* ---- repetitions */

/* "Children play." before "Children play. (Jane Doe / Agency)", which is a caption. */
static void judge_bare_caption(tn_context *c, size_t i) {
    if (i + 1 >= c->count) return;
    tenor_role role = c->blocks[i + 1].role;
    tenor_string this = text_of(c, i), next = text_of(c, i + 1);
    if ((role != TENOR_ROLE_CAPTION && role != TENOR_ROLE_CREDIT) || next.length <= this.length) return;
    if (tn_equal(tn_slice(next, 0, this.length), this))
        set_role(&c->blocks[i], TENOR_ROLE_CAPTION, "repeated with a credit");
}

/* Whatever the case: a quotation may begin in the middle of a sentence. */
static bool contains(tenor_string text, tenor_string part) {
    if (text.length > LONGEST_QUOTED_BLOCK) return false;
    for (size_t i = 0; i + part.length <= text.length; i++)
        if (tn_lower(text.data[i]) == tn_lower(part.data[0]) &&
            tn_equal_nocase(tn_slice(text, i, i + part.length), part))
            return true;
    return false;
}

/* The longest piece between marks: a pull quote and its source often differ in where they pause. */
static tenor_string longest_clause(tenor_string text) {
    tenor_string best = tn_slice(text, 0, 0);
    for (size_t start = 0, i = 0; i <= text.length; i++) {
        if (i < text.length && !memchr(".,;:!?", text.data[i], 6)) continue;
        tenor_string clause = tn_trim(tn_slice(text, start, i));
        if (clause.length > best.length) best = clause;
        start = i + 1;
    }
    return best;
}

/* A block that is one quotation and nothing else, which a longer block near by holds too. */
static bool is_pull_quote(const tn_context *c, size_t i) {
    tenor_string text = text_of(c, i);
    size_t opens = tn_opening_quote(text), closes = tn_closing_length(text);
    if (!opens || !closes || text.length > LONGEST_LINE || opens + closes >= text.length) return false;
    tenor_string clause = longest_clause(tn_slice(text, opens, text.length - closes));
    if (tn_count_words(clause) < FEWEST_QUOTED_WORDS) return false;
    size_t from = i < PULL_QUOTE_REACH ? 0 : i - PULL_QUOTE_REACH;
    for (size_t k = from; k < c->count && k <= i + PULL_QUOTE_REACH; k++)
        if (k != i && is_body(c, k) && text_of(c, k).length > text.length && contains(text_of(c, k), clause))
            return true;
    return false;
}

static void find_pull_quotes(tn_context *c) {
    size_t looked = 0;
    for (size_t i = 0; i < c->count && looked < MOST_PULL_QUOTES; i++) {
        if (!is_body(c, i) || !tn_opening_quote(text_of(c, i)) || !tn_closing_length(text_of(c, i))) continue;
        looked++;
        if (is_pull_quote(c, i)) set_role(&c->blocks[i], TENOR_ROLE_HEADING, "a quotation repeated from the story");
    }
}

/* ---- something must be body */

static bool promote(tn_context *c, tenor_role from, tenor_role to) {
    bool any = false;
    for (size_t i = 0; i < c->count; i++) {
        if (c->blocks[i].role < from || c->blocks[i].role > to) continue;
        set_role(&c->blocks[i], TENOR_ROLE_BODY, "nothing else in the text");
        any = true;
    }
    return any;
}

static void ensure_body(tn_context *c) {
    for (size_t i = 0; i < c->count; i++)
        if (is_body(c, i)) return;
    if (promote(c, TENOR_ROLE_TITLE, TENOR_ROLE_TITLE)) return;
    if (promote(c, TENOR_ROLE_HEADING, TENOR_ROLE_CAPTION)) return;
    (void)promote(c, TENOR_ROLE_BYLINE, TENOR_ROLE_BOILERPLATE);
}

void tn_context_roles(tn_context *c) {
    if (c->title.length) find_given_title(c);
    else find_title(c);
    bool punctuated = is_punctuated(c);
    for (size_t i = 0; punctuated && i < c->count; i++)
        if (is_body(c, i)) judge_open_line(c, i);
    for (size_t i = 0; i < c->count; i++) {
        if (is_body(c, i)) judge_question(c, i);
        if (is_body(c, i)) judge_bare_caption(c, i);
    }
    find_pull_quotes(c);
    ensure_body(c);
}
