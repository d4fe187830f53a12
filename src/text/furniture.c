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
    LONGEST_NOTICE = 480,
    MOST_NOTE_DIGITS = 2,
    MOST_NOTE_WORDS = 14,
    MOST_CALL_WORDS = 5,
    LONGEST_CALL = 200,
    LONGEST_CALL_TAIL = 32,
    MOST_ABOUT_WORDS = 7,
    SHORTEST_COMPANY = 4,
    MOST_BEHIND_ABOUT = 3, /* paragraphs */
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

/* "Re: Town's last lamplighter", below a line that holds the same: replies follow. */
static bool is_reply(const tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    if (!tn_starts_nocase(text, TN_STR("re: ")) || text.length > TN_LONGEST_LINE) return false;
    tenor_string subject = tn_trim(tn_slice(text, 4, text.length));
    for (size_t k = 0; k < i && k < AUTHOR_REACH; k++)
        if (c->blocks[k].end - c->blocks[k].start <= TN_LONGEST_LINE &&
            tn_starts_nocase(tn_context_text(c, k), subject))
            return true;
    return false;
}

static void find_end(tn_context *c) {
    size_t bytes = 0, bytes_before = 0, paragraphs = 0, before = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (!tn_context_is_prose(c, i)) continue;
        bytes += length_of(c, i);
        paragraphs++;
    }
    for (size_t i = 0; i < c->count; i++) {
        bool end = tn_context_looks(c, i, TN_LOOK_CLOSER) || is_reply(c, i)
                       ? bytes - bytes_before <= bytes_before
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

/* The last paragraph that another one stands next to; 0: there is none. */
static size_t last_pair(const tn_context *c) {
    for (size_t i = c->count; i-- > 1;)
        if (tn_context_is_prose(c, i) && tn_context_is_prose(c, i - 1)) return i;
    return 0;
}

static bool is_end(char c) { return c == '.' || c == '!' || c == '?'; }

/* The bytes of a short last sentence behind another one; 0: there is none. */
static size_t call_length(tenor_string text) {
    size_t from = text.length > LONGEST_CALL_TAIL ? text.length - LONGEST_CALL_TAIL : 1;
    for (size_t at = text.length; at-- > from;)
        if (text.data[at] == ' ' && is_end(text.data[at - 1])) return text.length - at - 1;
    return 0;
}

/* "... Sign up here.", "Subscribe." */
static bool ends_in_call(const tn_context *c, tenor_string text) {
    size_t length = call_length(text);
    if (length == 0 && text.length > LONGEST_CALL_TAIL) return false;
    tenor_string call = length ? tn_slice(text, text.length - length, text.length) : text;
    return tn_count_words(call) <= MOST_CALL_WORDS && tn_text_model_promos(c->model, call) > 0;
}

/* "The day's best stories in one e-mail. Sign up for our newsletter." A paragraph with a side that is no prose, which
 * in plain texts few have, may be less sure of it than one among paragraphs, and least where the story is over. */
static bool is_promotion(const tn_context *c, size_t i, bool exposed) {
    tenor_string text = tn_context_text(c, i);
    bool far = i * 4 > c->count * 3 && !tn_context_is_body(c, i - 1) && i > c->last_pair;
    exposed = exposed && (text.length <= TN_LONGEST_LINE || far);
    bool may_call = call_length(text) > 0 || text.length <= LONGEST_CALL_TAIL;
    if (!exposed && !may_call) return false;
    size_t promos = tn_text_model_promos(c->model, text);
    bool marked = memchr(text.data, '@', text.length) || memchr(text.data, '/', text.length);
    bool calls = promos && may_call && ends_in_call(c, text), address = exposed && marked && tn_has_address(text);
    if (promos < LIKELY_PROMOS && !calls && !address && !(promos && far)) return false;
    if (promos >= SURE_PROMOS && exposed) return true;
    bool addresses = tn_context_addresses(c, text), voices = tn_context_voices(c, text);
    if (calls && (promos >= LIKELY_PROMOS || (addresses && voices))) return true;
    if (!exposed) return false;
    return (promos >= LIKELY_PROMOS && (addresses || (voices && promos > LIKELY_PROMOS))) ||
           ((addresses || voices) && (calls || address || far));
}

static bool judge_promotion(tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    if (!tn_context_is_body(c, i) || text.length > LONGEST_NOTICE || tn_opening_quote(text)) return false;
    bool exposed = is_exposed(c, i);
    if (!exposed && (text.length > LONGEST_CALL || !call_length(text) || !ends_in_call(c, text))) return false;
    if (tn_ends_open(text) || !is_promotion(c, i, exposed)) return false;
    tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "words about the site");
    return true;
}

static bool is_furniture(const tn_context *c, size_t i) {
    return i < c->count && (c->blocks[i].role == TENOR_ROLE_BOILERPLATE || c->blocks[i].role == TENOR_ROLE_LINK);
}

/* "2 Interview with the authors, 14 April." next to other furniture. */
static void find_footnotes(tn_context *c) {
    for (size_t i = 1; i < c->count; i++) {
        tenor_string text = tn_context_text(c, i);
        size_t at = 0;
        while (at < text.length && at < MOST_NOTE_DIGITS && tn_is_digit(text.data[at])) at++;
        bool numbered = at > 0 && at + 1 < text.length && text.data[at] == ' ' && text.data[at + 1] >= 'A' &&
                        text.data[at + 1] <= 'Z';
        if (!numbered || !is_plain(c, i) || c->looks[i].words > MOST_NOTE_WORDS) continue;
        bool beside = is_furniture(c, i - 1) || is_furniture(c, i + 1);
        if (beside) tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "a footnote");
    }
}

/* ---- lists of other stories */

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

/* "About Tideline Energy" and "Tideline Energy builds ...", behind the story. */
static void find_companies(tn_context *c) {
    size_t behind = 0;
    for (size_t i = c->count; i-- > 1 && behind <= MOST_BEHIND_ABOUT;) {
        behind += tn_context_is_prose(c, i);
        if (!tn_context_is_prose(c, i) || c->looks[i - 1].words > MOST_ABOUT_WORDS) continue;
        tenor_string name = tn_context_text(c, i - 1), word;
        bool more = tn_split(&name, ' ', &word) && name.data;
        name = more ? tn_trim(name) : name;
        if (more && name.length >= SHORTEST_COMPANY && i > FEWEST_BEFORE && !tn_ends_in_mark(name) &&
            tn_starts_nocase(tn_context_text(c, i), name))
            tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "about a company");
    }
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
    c->last_pair = last_pair(c);
    for (size_t i = 0; i < c->count; i++) {
        size_t k = i;
        while (judge_promotion(c, k) && k > 0) k--; /* the one before it has such a side now */
    }
    find_footnotes(c);
    find_boxes(c);
    find_companies(c);
    find_lists(c);
}
