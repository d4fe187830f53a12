/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is built round a story: a list of other stories goes from its heading ("Most read") to the next prose, and after
 * some headings ("Comments") and a copyright line no prose is the story any more. */
#include "text/context.h"
#include "text/lines.h"

enum {
    FEWEST_BEFORE = 2,   /* paragraphs that stand before the end of a story */
    MOST_NOTICES = 3,    /* paragraphs below a copyright line */
    SURE_PROMOS = 4,     /* words about the site in a line that say it is furniture, whatever else */
    LIKELY_PROMOS = 2,   /* the same, if it speaks to the reader */
    FEWEST_TEASERS = 2,  /* paragraphs below headlines, in a list */
    LONGEST_TEASER = 40, /* words */
    FEWEST_STATED_WORDS = 5,
    LONGEST_END = 6,   /* bytes that hold an end mark and what closes behind it */
    LONGEST_NAME = 60, /* two words */
    AUTHOR_REACH = 24  /* blocks from the start that may be bylines */
};

static size_t length_of(const tn_context *c, size_t i) { return c->blocks[i].end - c->blocks[i].start; }

/* ---- the end of the story */

static bool is_copyright(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    return c->blocks[i].role == TENOR_ROLE_BOILERPLATE &&
           (tn_starts_nocase(text, TN_STR("\xC2\xA9")) || tn_starts_nocase(text, TN_STR("copyright")) ||
            tn_starts_nocase(text, TN_STR("(c)")));
}

static void set_aside_after(tn_context *c, size_t end) {
    for (size_t i = end + 1; i < c->count; i++)
        if (tn_context_is_body(c, i))
            tn_context_set(c, i, tn_context_looks(c, i, TN_LOOK_ENDED) ? TENOR_ROLE_BOILERPLATE : TENOR_ROLE_LINK,
                           "behind the end of the story");
}

static void find_end(tn_context *c) {
    size_t bytes = 0, bytes_before = 0, paragraphs = 0, before = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (!tn_context_is_prose(c, i)) continue;
        bytes += length_of(c, i);
        paragraphs++;
    }
    for (size_t i = 0; i < c->count; i++) {
        bool end = tn_context_looks(c, i, TN_LOOK_CLOSER) ? bytes - bytes_before <= bytes_before
                                                          : is_copyright(c, i) && paragraphs - before <= MOST_NOTICES;
        if (end && before >= FEWEST_BEFORE) {
            set_aside_after(c, i);
            return;
        }
        if (!tn_context_is_prose(c, i)) continue;
        bytes_before += length_of(c, i);
        before++;
    }
}

/* What somebody wrote above "-----Original Message-----", if the mail below it is the longer one. */
static void find_start(tn_context *c) {
    size_t start = 0;
    while (start < c->count &&
           (c->blocks[start].role != TENOR_ROLE_BOILERPLATE || tn_is_ornament(tn_context_text(c, start)) ||
            !tn_starts_nocase(tn_context_text(c, start), TN_STR("-----"))))
        start++;
    if (start == c->count ||
        (c->blocks[start].start - c->blocks[0].start) * 2 > c->blocks[c->count - 1].end - c->blocks[start].end)
        return;
    for (size_t i = 0; i < start; i++)
        if (tn_context_is_body(c, i)) tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "above a forwarded message");
}

/* ---- words to the reader */

/* What stories are made of, as far as is known. */
static bool is_plain(const tn_context *c, size_t i) {
    return tn_context_is_body(c, i) && tn_context_looks(c, i, TN_LOOK_ENDED);
}

static bool is_exposed(const tn_context *c, size_t i) { return i == 0 || !is_plain(c, i - 1) || !is_plain(c, i + 1); }

/* "The day's best stories in one e-mail. Sign up for our newsletter." Asked where a paragraph has a side that is no
 * prose, which in plain texts few have. */
static void judge_promotion(tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    if (!tn_context_is_body(c, i) || text.length > TN_LONGEST_LINE || tn_opening_quote(text) || !is_exposed(c, i))
        return;
    size_t promos = tn_text_model_promos(c->model, text);
    if (promos >= SURE_PROMOS || (promos >= LIKELY_PROMOS && tn_context_addresses(c, text)))
        tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "words about the site");
}

/* ---- lists of other stories */

/* The last paragraph that another one stands next to; 0: there is none. */
static size_t last_pair(const tn_context *c) {
    for (size_t i = c->count; i-- > 1;)
        if (tn_context_is_prose(c, i) && tn_context_is_prose(c, i - 1)) return i;
    return 0;
}

/* Whether the paragraphs in [from, count) stand each below a headline of its own. */
static bool are_teasers(const tn_context *c, size_t from) {
    size_t teasers = 0;
    for (size_t i = from; i < c->count; i++) {
        if (!tn_context_is_prose(c, i)) continue;
        if (!tn_context_looks(c, i - 1, TN_LOOK_OPEN) || c->looks[i].words > LONGEST_TEASER) return false;
        teasers++;
    }
    return teasers >= FEWEST_TEASERS;
}

/* Ends in a full stop, as sentences do and headlines do not, which may ask or shout. */
static bool is_stated(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    size_t end = text.length < LONGEST_END ? 0 : text.length - LONGEST_END;
    return tn_context_looks(c, i, TN_LOOK_ENDED) && !tn_context_looks(c, i, TN_LOOK_ASKS) &&
           !memchr(text.data + end, '!', text.length - end);
}

/* Prose ends a list; so does a sentence of some words, or one that prose follows. */
static bool ends_list(const tn_context *c, size_t i) {
    return tn_context_is_prose(c, i) ||
           (is_stated(c, i) && (c->looks[i].words >= FEWEST_STATED_WORDS || tn_context_is_prose(c, i + 1)));
}

/* "Table of contents" below the headline opens a list; "Trending" above it may be all that stands before it. */
static void find_lists(tn_context *c) {
    size_t paired = last_pair(c);
    bool open = false, below = false, asked = false, teasers = false;
    for (size_t i = 0; i < c->count; i++) {
        if (tn_context_looks(c, i, TN_LOOK_OPENER)) {
            open = below;
            if (open && !asked && i > paired) {
                teasers = are_teasers(c, i + 1);
                asked = true;
            }
        } else if (tn_context_is_body(c, i)) {
            below |= c->looks[i].words >= TN_FEWEST_TITLE_WORDS;
            open = open && (teasers || !ends_list(c, i));
            if (open) tn_context_set(c, i, TENOR_ROLE_LINK, "in a list of other stories");
        }
    }
}

static void find_boxes(tn_context *c) {
    for (size_t i = 1; i < c->count; i++)
        if (tn_context_looks(c, i - 1, TN_LOOK_BOX) && tn_context_is_body(c, i))
            tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "in a box");
}

/* ---- who wrote it */

/* Whether a byline or a credit before the story has the first two words of this paragraph. */
static bool is_of_the_author(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    size_t end = 0, blanks = 0;
    while (end < text.length && blanks < 2 && end < LONGEST_NAME) blanks += text.data[end++] == ' ';
    if (blanks < 2 || !tn_is_capitalised(tn_slice(text, 0, end - 1))) return false;
    for (size_t k = 0; k < i && k < AUTHOR_REACH; k++)
        if (c->blocks[k].role == TENOR_ROLE_BYLINE &&
            tn_contains_nocase(tn_context_text(c, k), tn_slice(text, 0, end - 1)))
            return true;
    return false;
}

void tn_furniture_author(tn_context *c) {
    size_t i = c->count;
    while (i > FEWEST_BEFORE && !tn_context_is_prose(c, i - 1)) i--;
    if (i > FEWEST_BEFORE && is_of_the_author(c, i - 1))
        tn_context_set(c, i - 1, TENOR_ROLE_CREDIT, "speaks of the author");
}

void tn_furniture_roles(tn_context *c) {
    find_start(c);
    find_end(c);
    for (size_t i = 0; i < c->count; i++) judge_promotion(c, i);
    find_boxes(c);
    find_lists(c);
}
