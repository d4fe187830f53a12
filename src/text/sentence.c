/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/sentence.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "text/gap.h"

enum { LONGEST_ABBREVIATION = 12, LONGEST_TAG = 4, MOST_ENUMERATED = 99 };

/* A place between two words where a sentence may end. */
typedef struct place {
    const tn_doc *doc;
    const tn_text_model *model;
    uint32_t first, at; /* the sentence's first word; the word after the place */
    const tn_word *before, *after;
    tn_gap gap;
} place;

static uint16_t flags_at(const place *p, uint32_t word) {
    return word < p->doc->n_words ? p->doc->terms[p->doc->words[word].term].marks : 0;
}

static uint32_t length_of(const tn_word *word) { return word->end - word->start; }

static char byte_at(const place *p, uint32_t at) { return at < p->doc->text.length ? p->doc->text.data[at] : '\0'; }

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* Whether a word stands after words[at] with nothing but white space between. */
static bool goes_on(const place *p, uint32_t at) {
    return at + 1 < p->doc->n_words && tn_is_space(byte_at(p, p->doc->words[at].end)) &&
           p->doc->words[at + 1].start <= p->doc->words[at].end + 2;
}

static bool begins_lower(const place *p, const tn_word *word) {
    if ((unsigned char)p->doc->text.data[word->start] < 0x80)
        return p->doc->text.data[word->start] >= 'a' && p->doc->text.data[word->start] <= 'z';
    size_t n = tn_utf8_length(p->doc->text.data + word->start, length_of(word));
    uint32_t c = n ? tn_utf8_decode(p->doc->text.data + word->start, n) : 0;
    return utf8proc_get_property((utf8proc_int32_t)c)->category == UTF8PROC_CATEGORY_LL;
}

/* The next word begins in lower case, and not as "iPhone", "al-Assad" or "van Dijk" do. */
static bool goes_on_lower(const place *p) {
    const tn_word *word = p->after;
    if (!begins_lower(p, word) || is_upper(byte_at(p, word->start + 1))) return false;
    if (length_of(word) <= 3 && byte_at(p, word->end) == '-' && is_upper(byte_at(p, word->end + 1))) return false;
    return !(flags_at(p, p->at) & TN_VOCABULARY_PARTICLE && goes_on(p, p->at) && is_upper(byte_at(p, word->end + 1)));
}

static bool is_number_or_roman(const place *p, const tn_word *word) {
    if (word->flags & TN_WORD_NUMBER) return true;
    for (uint32_t i = word->start; i < word->end; i++)
        if (!memchr("IVXLC", p->doc->text.data[i], 5)) return false;
    return true;
}

/* One capital letter. */
static bool is_letter(const place *p, const tn_word *word) {
    return word->flags & TN_WORD_CAPITAL &&
           tn_utf8_length(p->doc->text.data + word->start, length_of(word)) == length_of(word);
}

static tn_abbreviation class_of(const place *p, tenor_string word) {
    uint32_t id = tn_strings_find(&p->model->language->abbreviations, word);
    return id ? (tn_abbreviation)p->model->language->abbreviation_class[id] : TN_ABBREVIATION_NONE;
}

/* "ST. PETERSBURG", "SEPT. 3": as if written "St.", when that leaves no doubt. */
static tn_abbreviation class_of_capitals(const place *p, const tn_word *word) {
    char lower[LONGEST_ABBREVIATION];
    uint32_t n = length_of(word);
    if (!(word->flags & TN_WORD_ALL_CAPS) || n > sizeof lower) return TN_ABBREVIATION_NONE;
    for (uint32_t i = 0; i < n; i++) lower[i] = i ? tn_lower(byte_at(p, word->start + i)) : byte_at(p, word->start);
    tn_abbreviation class = class_of(p, (tenor_string){lower, n});
    bool sure = class == TN_ABBREVIATION_TITLE || class == TN_ABBREVIATION_SAINT || class == TN_ABBREVIATION_MONTH ||
                class == TN_ABBREVIATION_NUMBER;
    return sure ? class : TN_ABBREVIATION_NONE;
}

/* "z. B.", "т. д.": words[at] with the one before, as listed together. */
static tn_abbreviation class_of_two(const place *p, uint32_t at, uint32_t end) {
    if (at == 0 || end - p->doc->words[at - 1].start > LONGEST_ABBREVIATION) return TN_ABBREVIATION_NONE;
    return class_of(p, tn_slice(p->doc->text, p->doc->words[at - 1].start, end));
}

/* The class of words[at] if a full stop stands right after it. */
static tn_abbreviation abbreviation_at(const place *p, uint32_t at) {
    const tn_word *word = &p->doc->words[at];
    uint32_t end = word->flags & TN_WORD_DOTTED ? word->end - 1 : word->end;
    if (byte_at(p, end) != '.') return TN_ABBREVIATION_NONE;
    tenor_string written = tn_text_model_elide(p->model, tn_slice(p->doc->text, word->start, end));
    tn_abbreviation class = class_of_two(p, at, end);
    if (class == TN_ABBREVIATION_NONE) class = class_of(p, written);
    return class == TN_ABBREVIATION_NONE ? class_of_capitals(p, word) : class;
}

/* A word that clearly begins a sentence. "Will" and "May" are left out of the list, as are "A. Khan" and "No. 2". */
static bool is_starter(const place *p) {
    const tn_word *word = p->after;
    if (!(flags_at(p, p->at) & TN_VOCABULARY_STARTER) || (word->flags & TN_WORD_ALL_CAPS && length_of(word) > 1))
        return false;
    if (byte_at(p, word->end) != '.') return true;
    bool counts = p->at + 1 < p->doc->n_words && p->doc->words[p->at + 1].flags & TN_WORD_NUMBER;
    return !is_letter(p, word) && length_of(word) > 1 &&
           !(counts && abbreviation_at(p, p->at) == TN_ABBREVIATION_NUMBER);
}

static bool is_starter_or_opens(const place *p) { return is_starter(p) || (p->gap.opens && p->gap.next > p->gap.end); }

/* "Arden Inc. Regulators may": a capitalised word that the text goes on from in lower case, and no office as in
 * "Arden Inc. Chairman Jo Lind" or "Arden Inc. Ltd." */
static bool looks_like_subject(const place *p) {
    const tn_word *word = p->after;
    if (!(word->flags & TN_WORD_CAPITAL) || word->flags & (TN_WORD_ALL_CAPS | TN_WORD_POSSESSIVE)) return false;
    if (flags_at(p, p->at) & TN_VOCABULARY_ROLE || length_of(word) < 4 || !goes_on(p, p->at)) return false;
    return begins_lower(p, &p->doc->words[p->at + 1]);
}

/* "At 5 a.m. Mr. Lind": a preposition and a time are no sentence. */
static bool is_opening_time(const place *p) {
    return p->at - p->first == 3 && flags_at(p, p->first) & TN_VOCABULARY_STOP &&
           p->doc->words[p->first + 1].flags & TN_WORD_NUMBER;
}

/* "5 p.m. Monday", "5 p.m. Moscow time". */
static bool time_goes_on(const place *p) {
    if (flags_at(p, p->at) & TN_VOCABULARY_CALENDAR || p->after->flags & TN_WORD_NUMBER || is_opening_time(p))
        return true;
    return goes_on(p, p->at) && flags_at(p, p->at + 1) & TN_VOCABULARY_CALENDAR &&
           begins_lower(p, &p->doc->words[p->at + 1]);
}

static bool follows_name_or_number(const place *p) {
    return p->at >= p->first + 2 && p->doc->words[p->at - 2].flags & (TN_WORD_CAPITAL | TN_WORD_NUMBER);
}

static bool follows_title(const place *p) {
    return p->at >= p->first + 2 && abbreviation_at(p, p->at - 2) == TN_ABBREVIATION_TITLE;
}

/* Whether the full stop of an abbreviation may end the sentence, given what follows. */
static bool abbreviation_may_end(const place *p, tn_abbreviation class) {
    if (follows_title(p)) return false; /* "Asst. Sec. Doyle" */
    switch (class) {
        case TN_ABBREVIATION_TITLE:
        case TN_ABBREVIATION_INNER: return false;
        case TN_ABBREVIATION_SAINT: return follows_name_or_number(p) && is_starter(p);
        case TN_ABBREVIATION_NUMBER: return !is_number_or_roman(p, p->after) && is_starter_or_opens(p);
        case TN_ABBREVIATION_MONTH: return is_starter(p);
        case TN_ABBREVIATION_TIME: return is_starter(p) ? !is_opening_time(p) : !(time_goes_on(p) || p->gap.opens);
        case TN_ABBREVIATION_UNIT: return !(p->after->flags & TN_WORD_NUMBER);
        case TN_ABBREVIATION_COMPANY: return is_starter_or_opens(p) || looks_like_subject(p);
        default: return is_starter_or_opens(p);
    }
}

/* A single letter with a full stop: the initial of a name, unless it is a label ("Plan B.") or the pronoun I. */
static bool letter_may_end(const place *p) {
    const tn_word *previous = p->at >= p->first + 2 ? &p->doc->words[p->at - 2] : NULL;
    if (previous && flags_at(p, p->at - 2) & TN_VOCABULARY_LABEL) return true;
    if (byte_at(p, p->before->start) == 'I') {
        bool name = previous && previous->flags & TN_WORD_CAPITAL &&
                    !(flags_at(p, p->at - 2) & TN_VOCABULARY_STOP && !is_letter(p, previous));
        if (!name) return true;
    }
    return is_starter_or_opens(p);
}

/* "Why now?" Smith asked. - one sentence; and "Why now?" He asked us. - two. */
static bool saying_follows(const place *p) {
    if (is_starter(p)) return false;
    for (uint32_t i = p->at; i < p->at + LONGEST_TAG && i < p->doc->n_words; i++) {
        if (i > p->at && p->doc->words[i].flags & (TN_WORD_TERMINATOR | TN_WORD_CLAUSE)) return false;
        if (flags_at(p, i) & TN_VOCABULARY_SPEECH) return true;
    }
    return false;
}

/* The number of the list item that words[at] may be: "3.", "3)", "c." as 3; 0: it is none. */
static uint32_t item_number(const place *p, uint32_t at) {
    const tn_word *word = &p->doc->words[at];
    char first = byte_at(p, word->start), next = byte_at(p, word->end);
    if ((next != '.' && next != ')') || length_of(word) > 2 || at + 1 >= p->doc->n_words) return 0;
    if (!(p->doc->words[at + 1].flags & TN_WORD_CAPITAL)) return 0;
    if (length_of(word) == 1 && first >= 'a' && first <= 'z') return (uint32_t)(first - 'a') + 1;
    uint32_t number = 0;
    for (uint32_t i = word->start; i < word->end; i++) {
        if (!tn_is_digit(p->doc->text.data[i])) return 0;
        number = number * 10 + (uint32_t)(p->doc->text.data[i] - '0');
    }
    return number <= MOST_ENUMERATED ? number : 0;
}

/* "1. Open the road 2. Stop the guns": the sentence began with the item before this one. */
static bool next_item_begins(place *p) {
    const tn_word *first = &p->doc->words[p->first];
    if (length_of(p->after) > 2 || length_of(first) > 2 || !tn_is_space(byte_at(p, p->after->start - 1))) return false;
    uint32_t number = item_number(p, p->first);
    if (number == 0 || item_number(p, p->at) != number + 1 || p->at < p->first + 2) return false;
    bool letter = !tn_is_digit(byte_at(p, p->after->start)), was_letter = !tn_is_digit(byte_at(p, first->start));
    bool inside = flags_at(p, p->at - 1) & TN_VOCABULARY_STOP || p->after->flags & TN_WORD_CLAUSE;
    if (letter != was_letter || byte_at(p, p->after->end) != byte_at(p, first->end) || inside) return false;
    p->gap = (tn_gap){.end = p->before->end, .next = p->after->start};
    return true;
}

/* "1. Item", "ii. Item", "A. Item" at the start, and "The 1. attempt": no sentence consists of that. */
static bool is_list_number(const place *p) {
    uint32_t length = length_of(p->before);
    if (p->at == p->first + 2)
        return p->before->flags & TN_WORD_NUMBER && length <= 2 && flags_at(p, p->first) & TN_VOCABULARY_STOP;
    if (p->at != p->first + 1) return false;
    bool roman = length <= 4;
    for (uint32_t i = p->before->start; i < p->before->end; i++)
        roman &= memchr("ivx", p->doc->text.data[i], 3) != NULL;
    return roman || (length <= 2 && p->before->flags & TN_WORD_NUMBER) || length == 1;
}

/* "am 3. Oktober", "2. Dünya Savaşı", where the language writes ordinals with a full stop. */
static bool is_ordinal(const place *p) {
    return p->model->language->ordinal_dot && p->before->flags & TN_WORD_NUMBER && length_of(p->before) <= 2 &&
           !is_starter(p);
}

static bool is_glued(const place *p) {
    return p->after->flags & TN_WORD_CAPITAL && !(p->after->flags & TN_WORD_ALL_CAPS) && length_of(p->before) > 2 &&
           !(p->before->flags & (TN_WORD_DOTTED | TN_WORD_ALL_CAPS));
}

/* "the thing is ... I mean": I has a capital anywhere. */
static bool is_pronoun_after_ellipsis(const place *p) {
    return p->gap.ellipsis && !p->gap.closes_quote && byte_at(p, p->after->start) == 'I' &&
           (length_of(p->after) == 1 || byte_at(p, p->after->start + 1) == '\'' ||
            byte_at(p, p->after->start + 1) == '\xE2');
}

static bool ends_at(const place *p) {
    if (p->gap.wide || p->gap.bullet) return true;
    if (goes_on_lower(p)) return false;
    if (p->gap.no_space && !is_glued(p)) return false;
    if (p->gap.asks) return !(p->gap.closes_quote && saying_follows(p));
    if (!p->gap.single_stop) return !is_pronoun_after_ellipsis(p);
    if (is_list_number(p) || is_ordinal(p)) return false;
    tn_abbreviation class = abbreviation_at(p, p->at - 1);
    if (class != TN_ABBREVIATION_NONE) return abbreviation_may_end(p, class);
    if (is_letter(p, p->before)) return letter_may_end(p);
    return !(p->before->flags & TN_WORD_DOTTED) || is_starter_or_opens(p);
}

bool tn_sentence_ends(const tn_doc *doc, const tn_text_model *model, uint32_t first, uint32_t at, uint32_t *end,
                      uint32_t *next) {
    place p = {.doc = doc, .model = model, .first = first, .at = at};
    p.before = &doc->words[at - 1];
    p.after = &doc->words[at];
    bool marked = p.after->flags & TN_WORD_TERMINATOR || p.before->flags & TN_WORD_DOTTED, ends;
    if (marked && tn_gap_read(doc, at, &p.gap)) ends = ends_at(&p);
    else if (!marked && p.after->flags & TN_WORD_CLAUSE && tn_gap_after_note(doc, at, &p.gap))
        ends = !goes_on_lower(&p);
    else ends = length_of(p.after) <= 2 && next_item_begins(&p);
    *end = p.gap.end;
    *next = p.gap.next;
    return ends;
}
