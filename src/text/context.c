/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/context.h"

#include "text/chars.h"
#include "text/lines.h"

enum {
    MOST_TITLE_WORDS = 30,
    FEWEST_PROSE_WORDS = 10,
    FEWEST_PROSE_WORDS_OF_TWO = 6, /* in two sentences */
    FEWEST_PLAIN_WORDS = 12,       /* of lines that tell whether a text has end marks */
    FEWEST_PIECE_WORDS = 4,
    FEWEST_FIGURES = 4,
    WORDS_PER_FIGURE = 3, /* at most */
    MOST_CALL_WORDS = 6,
    TURN_REACH = 8,                /* blocks within which a speaker speaks again */
    MOST_PLAIN_CAPTION_WORDS = 25, /* of a sentence that is a caption */
    MOST_LONE_CAPTION_WORDS = 16,  /* the same, where its credit is but a name */
    SHORTEST_SURE_PROSE = 100,     /* bytes: an ended line of so many is prose, its words need no counting */
    BYTES_PER_WORD = 6,
    MOST_WORDS = 64,
    LOOK_WORK = 4, /* words that a look costs as much as */
    MOST_NAME_WORDS = 5,
    MOST_PLACE_WORDS = 8, /* of a dateline */
    MOST_DAY_WORDS = 3,
    SHORTEST_PLACE = 4,
    MOST_NAMES_WORDS = 8, /* of a person and whom the person works for, all of them capitalised */
    MOST_QUESTION_WORDS = 9,
    MOST_ASKED_WORDS = 18, /* where other questions are headings ... */
    FEWEST_QUESTIONS = 2,  /* ... at least so many */
    FEWEST_ANSWER_WORDS = 8,
    FEWEST_QUOTED_WORDS = 5,
    PULL_QUOTE_REACH = 12, /* blocks: a pull quote stands near what it quotes */
    MOST_PULL_QUOTES = 32, /* looked into a text, so that a text of quotations stays linear */
    LONGEST_QUOTED_BLOCK = 4096
};

size_t tn_context_next_prose(const tn_context *c, size_t from) {
    while (from < c->count && !tn_context_is_prose(c, from)) from++;
    return from;
}

/* ---- how blocks look */

static bool is_apart(const tn_context *c, size_t i) {
    size_t newlines = 0;
    for (uint32_t at = i ? c->blocks[i - 1].end : c->blocks[i].start; at < c->blocks[i].start; at++)
        newlines += c->text.data[at] == '\n';
    return newlines > 1;
}

/* "title: Milk prices" begins with a label. */
static bool is_small(const tn_context *c, size_t i) {
    tenor_string rest = tn_context_text(c, i), word;
    if (tn_char_at(c->text, c->blocks[i].start, c->blocks[i].end).kind != TN_CHAR_LOWER) return false;
    return tn_split(&rest, ' ', &word) && !tn_ends_open(word);
}

/* "2. Schools shut" without "2." */
static tenor_string without_number(tenor_string text) {
    size_t at = 0;
    while (at < text.length && tn_is_digit(text.data[at])) at++;
    return at > 0 && at + 1 < text.length && text.data[at] == '.' ? tn_slice(text, at + 1, text.length) : text;
}

/* "1 Stavely  14  9  3  2  30", "400m: 1 I Slade 54.02, 2 M Hurst 55.87" */
static bool is_dense(tenor_string text) {
    bool call = text.data[0] == '+'; /* a telephone number */
    size_t figures = tn_count_figures(text);
    return !call && figures >= FEWEST_FIGURES && figures * WORDS_PER_FIGURE >= tn_count_words(text);
}

static void look(tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    bool ended = tn_ends_in_mark(text), item = tn_begins_with_bullet(text), longer = text.length > TN_LONGEST_LINE;
    bool sure = ended && text.length >= SHORTEST_SURE_PROSE;
    size_t words = longer || sure ? text.length / BYTES_PER_WORD : tn_count_words(text);
    bool two = ended && words < FEWEST_PROSE_WORDS && tn_has_inner_end_mark(without_number(text));
    bool prose =
        longer || sure || (ended && (words >= FEWEST_PROSE_WORDS || (two && words >= FEWEST_PROSE_WORDS_OF_TWO)));
    bool open = !ended && !item && !longer && !tn_ends_in_pause(text);
    unsigned flags = c->looks[i].flags;
    flags |= ended ? TN_LOOK_ENDED : 0;
    flags |= ended && tn_ends_in_question(text) && !tn_has_inner_end_mark(text) ? TN_LOOK_ASKS : 0;
    flags |= prose ? TN_LOOK_PROSE : 0;
    flags |= item ? TN_LOOK_ITEM : 0;
    flags |= open ? TN_LOOK_OPEN : 0;
    flags |= open && tn_has_digit(text) ? TN_LOOK_DIGIT : 0;
    bool facts =
        open && (tn_is_labelled_list(text) || ((flags & TN_LOOK_DIGIT) && (is_dense(text) || tn_is_score(text))));
    flags |= facts ? TN_LOOK_FACTS : 0;
    flags |= is_apart(c, i) ? TN_LOOK_APART : 0;
    flags |= words >= FEWEST_PIECE_WORDS && is_small(c, i) ? TN_LOOK_PIECE : 0;
    c->looks[i] = (tn_look){(uint16_t)flags, (uint16_t)(words < MOST_WORDS ? words : MOST_WORDS)};
}

/* "GRANGE: Quiet." after "GRANGE: I did. They wanted to do it from the office." */
static void find_turns(tn_context *c) {
    for (size_t i = 0; i < c->count; i++) {
        if (!tn_context_is_body(c, i) || !tn_context_looks(c, i, TN_LOOK_OPEN | TN_LOOK_ASKS)) continue;
        tenor_string text = tn_context_text(c, i);
        tenor_string label = tn_slice(text, 0, tn_label_length(text));
        for (size_t k = i < TURN_REACH ? 0 : i - TURN_REACH; label.length && k < c->count && k <= i + TURN_REACH; k++)
            if (k != i && tn_context_is_body(c, k) && tn_context_looks(c, k, TN_LOOK_ENDED) &&
                tn_starts_nocase(tn_context_text(c, k), label))
                c->looks[i].flags |= TN_LOOK_TURN;
    }
}

/* ---- the headline */

/* "Is it peace?" as a first line, in a text with paragraphs of its own. */
static bool asks(const tn_context *c, tenor_string text) {
    char last = text.data[text.length - 1 - tn_closing_length(text)];
    return (last == '?' || last == '!') && !tn_has_inner_end_mark(text) && c->count > 2;
}

static bool may_be_title(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    return text.length <= TN_LONGEST_LINE && !tn_is_list_item(text) && !tn_ends_open(text) &&
           (!tn_ends_in_mark(text) || asks(c, text)) && tn_count_words(text) <= MOST_TITLE_WORDS;
}

/* The first paragraph: a block of the story that ends in a mark and asks nothing, or is long. c->count: there is none.
 */
static size_t first_paragraph(const tn_context *c) {
    size_t i = 0;
    while (i < c->count && (!tn_context_is_body(c, i) || may_be_title(c, i))) i++;
    return i;
}

/* A line that other lines are headlines rather than: of a page's head ("Subscribe | Log in", "Sign up here"), mostly
 * figures. */
static bool is_poor_title(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i), rest = text, first;
    size_t words = tn_count_words(text), promos = tn_text_model_promos(c->model, text);
    bool begins = promos && tn_split(&rest, ' ', &first) && tn_text_model_promos(c->model, first);
    return tn_has_pieces(text) || tn_count_figures(text) * 2 + 1 >= words || promos > 1 ||
           (begins && words <= MOST_CALL_WORDS) || (promos && tn_has_inner_end_mark(text)) ||
           (tn_context_addresses(c, text) && tn_context_voices(c, text));
}

/* Of the lines before the first paragraph: the first of some length, else the first. Those before it are sections. */
static void find_title(tn_context *c) {
    size_t paragraph = first_paragraph(c), title = paragraph;
    for (size_t i = paragraph; i-- > 0;) {
        if (!tn_context_is_body(c, i)) continue;
        bool longer = title == paragraph || tn_count_words(tn_context_text(c, i)) >= TN_FEWEST_TITLE_WORDS ||
                      tn_count_words(tn_context_text(c, title)) < TN_FEWEST_TITLE_WORDS;
        bool worse = title != paragraph && tn_count_words(tn_context_text(c, title)) >= TN_FEWEST_TITLE_WORDS &&
                     is_poor_title(c, i);
        if (longer && !worse) title = i;
    }
    if (title == paragraph || paragraph == c->count) return;
    for (size_t i = 0; i < title; i++)
        if (tn_context_is_body(c, i)) tn_context_set(c, i, TENOR_ROLE_LINK, "a short line before the headline");
    tn_context_set(c, title, TENOR_ROLE_TITLE, "first line, no full stop");
}

static void find_given_title(tn_context *c) {
    for (size_t i = 0; i < c->count; i++) {
        if (!tn_context_is_body(c, i)) continue;
        if (tn_equal_nocase(tn_context_text(c, i), c->title))
            tn_context_set(c, i, TENOR_ROLE_TITLE, "repeats the title");
        return;
    }
}

/* ---- bylines */

/* The headline; 0: there is none. */
static size_t title_of(const tn_context *c) {
    for (size_t i = 0; i < c->count; i++)
        if (c->blocks[i].role == TENOR_ROLE_TITLE) return i;
    return 0;
}

/* "Ellen Marwick" between the headline and the first paragraph. */
static void find_bylines(tn_context *c) {
    size_t first = tn_context_next_prose(c, 0), title = 0;
    bool found = false;
    while (title < first && c->blocks[title].role != TENOR_ROLE_TITLE) title++;
    for (size_t i = title + 1; i < first && first < c->count; i++) {
        tenor_string text = tn_context_text(c, i);
        bool names = tn_context_is_body(c, i) && c->looks[i].words >= 2 && c->looks[i].words <= MOST_NAME_WORDS &&
                     tn_context_looks(c, i, TN_LOOK_OPEN) && !tn_context_looks(c, i, TN_LOOK_DIGIT);
        bool credit = found && tn_context_is_body(c, i - 1) && tn_context_looks(c, i - 1, TN_LOOK_ENDED);
        if (!names || credit || !tn_is_capitalised(text) || tn_ends_open(text)) continue;
        tn_context_set(c, i, TENOR_ROLE_BYLINE, "names below the headline");
        found = true;
    }
}

/* "HOLLIN BAY, Nov. 30 (Lowland News) -" on a line of its own, "HOLLIN BAY, Friday." */
static bool is_place(const tn_context *c, size_t i) {
    tenor_string rest = tn_context_text(c, i), word;
    size_t words = c->looks[i].words;
    if (words < 2 || words > MOST_PLACE_WORDS || !tn_split(&rest, ' ', &word)) return false;
    if (word.length < SHORTEST_PLACE || !tn_is_all_capitals(word) || tn_is_all_capitals(tn_context_text(c, i)))
        return false;
    bool dash = tn_ends_open(tn_context_text(c, i)) && !tn_ends_in_colon(tn_context_text(c, i)) &&
                !tn_ends_in_pause(tn_context_text(c, i));
    return dash || (tn_context_looks(c, i, TN_LOOK_ENDED) && words <= MOST_DAY_WORDS);
}

static void find_places(tn_context *c) {
    size_t first = tn_context_next_prose(c, 0);
    for (size_t i = 0; i < first && first < c->count; i++)
        if (tn_context_is_body(c, i) && is_place(c, i))
            tn_context_set(c, i, TENOR_ROLE_BYLINE, "a place before the story");
}

/* ---- captions */

bool tn_context_is_credit(const tn_context *c, size_t i) {
    return i < c->count &&
           (c->blocks[i].role == TENOR_ROLE_CREDIT || (c->blocks[i].role == TENOR_ROLE_BOILERPLATE &&
                                                       tn_starts_nocase(tn_context_text(c, i), TN_STR("\xC2\xA9"))));
}

/* The second of two lines below a blank one, the first of them a sentence. */
static bool is_second_of_two(const tn_context *c, size_t i) {
    return c->spaced && i > 0 && !tn_context_looks(c, i, TN_LOOK_APART) && tn_context_looks(c, i - 1, TN_LOOK_APART) &&
           tn_context_is_body(c, i - 1) && tn_context_looks(c, i - 1, TN_LOOK_ENDED);
}

/* In a text with blank lines between paragraphs: one and a short line right below it, as whose picture it is. */
static bool has_line_below(const tn_context *c, size_t i) {
    return c->spaced && (tn_context_looks(c, i, TN_LOOK_APART) || is_second_of_two(c, i)) &&
           !tn_context_looks(c, i + 1, TN_LOOK_APART) &&
           (i + 2 == c->count || tn_context_looks(c, i + 2, TN_LOOK_APART));
}

/* "Museum archive" below a paragraph that is no quotation, which it could be the speaker of. */
static bool may_be_credit(const tn_context *c, size_t i) {
    bool again =
        c->blocks[i].role == TENOR_ROLE_LINK && tn_is_capitalised(tn_context_text(c, i)); /* a line given twice */
    return (tn_context_is_body(c, i) || again) && tn_context_looks(c, i, TN_LOOK_OPEN) &&
           !tn_context_looks(c, i, TN_LOOK_DIGIT) &&
           (c->looks[i].words <= MOST_NAME_WORDS ||
            (c->looks[i].words <= MOST_NAMES_WORDS && tn_is_capitalised(tn_context_text(c, i)))) &&
           !tn_ends_open(tn_context_text(c, i)) && !tn_opening_quote(tn_context_text(c, i - 1));
}

/* "Passengers wait for the last ferry on Friday." in a language whose sentences mostly have words that captions do
 * without. */
static bool may_be_caption(const tn_context *c, size_t i, size_t most) {
    tenor_string text = tn_context_text(c, i);
    return tn_context_is_body(c, i) && tn_context_looks(c, i, TN_LOOK_ENDED) &&
           !tn_context_looks(c, i, TN_LOOK_PIECE) && c->model->language->tellers[0] && c->looks[i].words > 2 &&
           c->looks[i].words <= most && !tn_opening_quote(text) && !tn_closing_length(text) &&
           !tn_context_tells(c, text);
}

/* The same name on a line of its own near by. */
static bool is_repeated_name(const tn_context *c, size_t i) {
    size_t from = i < TURN_REACH ? 0 : i - TURN_REACH;
    for (size_t k = from; k < c->count && k <= i + TURN_REACH; k++)
        if (k != i && tn_equal(tn_context_text(c, k), tn_context_text(c, i))) return true;
    return false;
}

/* "Pia Lindqvist" below the sentences of a gallery; "Silvio Marchena" below the first one after the headline. */
static void judge_named(tn_context *c, size_t i, bool begun) {
    bool again = i + 1 < c->count && c->blocks[i + 1].role == TENOR_ROLE_LINK;
    if (!tn_context_is_body(c, i + 1) && !again) return;
    if (!tn_context_looks(c, i, TN_LOOK_ENDED) || tn_context_looks(c, i + 1, TN_LOOK_ENDED)) return;
    if (!tn_is_name(tn_context_text(c, i + 1))) return;
    bool gallery =
        c->looks[i].words <= TN_MOST_CAPTION_WORDS && !tn_context_is_body(c, i + 2) && is_repeated_name(c, i + 1);
    bool first = !begun && !again && tn_context_is_prose(c, i + 2) && may_be_caption(c, i, MOST_LONE_CAPTION_WORDS);
    if (!gallery && !first) return;
    tn_context_set(c, i, TENOR_ROLE_CAPTION, "stands before a name");
    tn_context_set(c, i + 1, TENOR_ROLE_CREDIT, "below a caption");
}

/* "A customer leaves the store. Sales have fallen." before "Bram Aldous | Bloomfield | Still Images" */
static bool is_credited(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i + 1);
    return c->blocks[i + 1].role == TENOR_ROLE_BOILERPLATE && memchr(text.data, '|', text.length) &&
           tn_context_looks(c, i, TN_LOOK_ENDED) && c->looks[i].words <= TN_MOST_CAPTION_WORDS &&
           !tn_opening_quote(tn_context_text(c, i)) && tn_context_is_prose(c, i + 2) && tn_is_capitalised(text) &&
           !tn_has_digit(text) && tn_text_model_promos(c->model, text) == 0;
}

static void find_plain_captions(tn_context *c, size_t title) {
    bool begun = false;
    for (size_t i = title; i + 1 < c->count; i++) {
        if (!tn_context_is_body(c, i)) continue;
        if (c->blocks[i + 1].role == TENOR_ROLE_CREDIT &&
            (i < c->last_pair || tn_context_next_prose(c, i + 2) < c->count) &&
            may_be_caption(c, i, MOST_PLAIN_CAPTION_WORDS))
            tn_context_set(c, i, TENOR_ROLE_CAPTION, "stands before a credit");
        else if (is_credited(c, i)) tn_context_set(c, i, TENOR_ROLE_CAPTION, "stands before names");
        else judge_named(c, i, begun);
        begun |= tn_context_is_prose(c, i);
    }
}

/* A paragraph right above the credit of a picture, with other lines or a blank one before it. Credits of a text stand
 * behind its last paragraph. */
static void find_captions(tn_context *c) {
    size_t first = tn_context_next_prose(c, 0), last = c->count;
    while (last > first && !tn_context_is_prose(c, last - 1)) last--;
    for (size_t i = first; i + 1 < last; i++) {
        if (!tn_context_is_prose(c, i) || c->looks[i].words > TN_MOST_CAPTION_WORDS) continue;
        bool below = has_line_below(c, i), credit = tn_context_is_credit(c, i + 1);
        bool framed = i > 1 && !tn_context_is_body(c, i - 1) && c->blocks[i - 1].role != TENOR_ROLE_TITLE && credit &&
                      !(c->spaced && tn_context_looks(c, i + 1, TN_LOOK_APART));
        bool caption = framed || (below && (credit || may_be_credit(c, i + 1)));
        if (caption) tn_context_set(c, i, TENOR_ROLE_CAPTION, "stands before a credit");
        if (caption && !credit) tn_context_set(c, i + 1, TENOR_ROLE_CREDIT, "below a caption");
        if (caption && is_second_of_two(c, i)) tn_context_set(c, i - 1, TENOR_ROLE_CAPTION, "stands before a credit");
    }
}

/* ---- lines without an end mark */

/* Whether paragraphs of this text end in full stops, by bytes: of menus and lists, lines are too short to count. */
static bool is_punctuated(const tn_context *c) {
    size_t ended = 0, open = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (!tn_context_is_body(c, i) || c->looks[i].words < FEWEST_PLAIN_WORDS) continue;
        size_t length = c->blocks[i].end - c->blocks[i].start;
        if (tn_context_looks(c, i, TN_LOOK_ENDED)) ended += length;
        else if (!tn_context_looks(c, i, TN_LOOK_ITEM)) open += length;
    }
    return ended >= open;
}

/* ---- questions */

static bool has_word_of(const char *list, tenor_string text) {
    tenor_string word;
    while (tn_split(&text, ' ', &word)) {
        size_t end = 0;
        while (end < word.length && !memchr("'?!,;:", word.data[end], 6) && word.data[end] != '\xE2') end++;
        while (end > 0 && word.data[end - 1] == '.') end--;
        if (tn_text_model_lists(list, tn_slice(word, 0, end))) return true;
    }
    return false;
}

bool tn_context_addresses(const tn_context *c, tenor_string text) {
    return has_word_of(c->model->language->address, text);
}

bool tn_context_voices(const tn_context *c, tenor_string text) { return has_word_of(c->model->language->voice, text); }

bool tn_context_tells(const tn_context *c, tenor_string text) { return has_word_of(c->model->language->tellers, text); }

/* "Who guards it?" before a long paragraph heads a section; between other lines it is a link. "Have you met her?" is a
 * question of an interview, and "Who knew?" before a short line one of the story. */
static void judge_question(tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    if (!tn_ends_in_question(text) || tn_has_inner_end_mark(text) || tn_opening_quote(text)) return;
    if (tn_context_looks(c, i, TN_LOOK_TURN)) return;
    size_t words = tn_count_words(text);
    bool before = i > 0 && tn_context_is_body(c, i - 1), after = tn_context_is_body(c, i + 1);
    if (!before && !after && words <= TN_MOST_HEADING_WORDS && c->count > 2)
        tn_context_set(c, i, TENOR_ROLE_LINK, "a question by itself");
    else if (after && words <= MOST_QUESTION_WORDS && !tn_context_addresses(c, text) &&
             tn_count_words(tn_context_text(c, i + 1)) >= FEWEST_ANSWER_WORDS)
        tn_context_set(c, i, TENOR_ROLE_HEADING, "a short question before a paragraph");
}

/* Where questions head sections and none is put to somebody, the rest of them do: "Can I opt out?" before "No." */
static void judge_questions(tn_context *c) {
    size_t headings = 0, others = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (!tn_context_looks(c, i, TN_LOOK_ASKS)) continue;
        if (c->blocks[i].role == TENOR_ROLE_HEADING) headings++;
        else others += tn_context_is_body(c, i);
        if (tn_context_is_body(c, i) && tn_context_addresses(c, tn_context_text(c, i))) return;
    }
    for (size_t i = 0; i < c->count && headings >= FEWEST_QUESTIONS && headings >= others; i++) {
        tenor_string text = tn_context_text(c, i);
        bool asks = tn_context_looks(c, i, TN_LOOK_ENDED) && tn_ends_in_question(text) && !tn_opening_quote(text) &&
                    !tn_closing_length(text);
        if (asks && tn_context_is_body(c, i) && tn_context_is_body(c, i + 1) && c->looks[i].words <= MOST_ASKED_WORDS &&
            !tn_ends_in_question(tn_context_text(c, i + 1)))
            tn_context_set(c, i, TENOR_ROLE_HEADING, "a question as those that head sections");
    }
}

/* ---- repetitions */

/* "Children play." before "Children play. (Jane Doe / Agency)", which is a caption. */
static void judge_bare_caption(tn_context *c, size_t i) {
    if (i + 1 >= c->count) return;
    tenor_role role = c->blocks[i + 1].role;
    tenor_string this = tn_context_text(c, i), next = tn_context_text(c, i + 1);
    if ((role != TENOR_ROLE_CAPTION && role != TENOR_ROLE_CREDIT) || next.length <= this.length) return;
    if (tn_equal(tn_slice(next, 0, this.length), this))
        tn_context_set(c, i, TENOR_ROLE_CAPTION, "repeated with a credit");
}

/* Whatever the case: a quotation may begin in the middle of a sentence. */
static bool contains(tenor_string text, tenor_string part) {
    return text.length <= LONGEST_QUOTED_BLOCK && tn_contains_nocase(text, part);
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
    tenor_string text = tn_context_text(c, i);
    size_t opens = tn_opening_quote(text), closes = tn_closing_length(text);
    if (!opens || !closes || text.length > TN_LONGEST_LINE || opens + closes >= text.length) return false;
    tenor_string clause = longest_clause(tn_slice(text, opens, text.length - closes));
    if (tn_count_words(clause) < FEWEST_QUOTED_WORDS) return false;
    size_t from = i < PULL_QUOTE_REACH ? 0 : i - PULL_QUOTE_REACH;
    for (size_t k = from; k < c->count && k <= i + PULL_QUOTE_REACH; k++)
        if (k != i && tn_context_is_body(c, k) && tn_context_text(c, k).length > text.length &&
            contains(tn_context_text(c, k), clause))
            return true;
    return false;
}

static void find_pull_quotes(tn_context *c) {
    size_t looked = 0;
    for (size_t i = 0; i < c->count && looked < MOST_PULL_QUOTES; i++) {
        if (!tn_context_is_body(c, i) || !tn_opening_quote(tn_context_text(c, i)) ||
            !tn_closing_length(tn_context_text(c, i)))
            continue;
        looked++;
        if (is_pull_quote(c, i)) tn_context_set(c, i, TENOR_ROLE_HEADING, "a quotation repeated from the story");
    }
}

/* ---- something must be body */

static bool promote(tn_context *c, tenor_role from, tenor_role to) {
    bool any = false;
    for (size_t i = 0; i < c->count; i++) {
        if (c->blocks[i].role < from || c->blocks[i].role > to) continue;
        tn_context_set(c, i, TENOR_ROLE_BODY, "nothing else in the text");
        any = true;
    }
    return any;
}

static void ensure_body(tn_context *c) {
    for (size_t i = 0; i < c->count; i++)
        if (tn_context_is_body(c, i)) return;
    if (promote(c, TENOR_ROLE_TITLE, TENOR_ROLE_TITLE)) return;
    if (promote(c, TENOR_ROLE_HEADING, TENOR_ROLE_CAPTION)) return;
    (void)promote(c, TENOR_ROLE_BYLINE, TENOR_ROLE_BOILERPLATE);
}

static bool look_at_all(tn_context *c) {
    size_t prose = 0, apart = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (tn_arena_late(c->arena, LOOK_WORK)) return false;
        look(c, i);
        prose += tn_context_is_prose(c, i);
        apart += tn_context_is_prose(c, i) && tn_context_looks(c, i, TN_LOOK_APART);
    }
    c->spaced = apart * 2 >= prose;
    return true;
}

bool tn_context_roles(tn_context *c) {
    if (!look_at_all(c)) return false;
    tn_furniture_roles(c);
    if (tn_arena_late(c->arena, c->count)) return false;
    find_places(c);
    if (c->title.length) find_given_title(c);
    else find_title(c);
    find_turns(c);
    find_bylines(c);
    tn_furniture_author(c);
    find_captions(c);
    find_plain_captions(c, title_of(c));
    if (tn_arena_late(c->arena, c->count)) return false;
    if (is_punctuated(c)) tn_open_lines_roles(c);
    if (tn_arena_late(c->arena, c->count)) return false;
    for (size_t i = 0; i < c->count; i++) {
        if (tn_context_is_body(c, i)) judge_question(c, i);
        if (tn_context_is_body(c, i)) judge_bare_caption(c, i);
    }
    judge_questions(c);
    find_pull_quotes(c);
    ensure_body(c);
    return true;
}
