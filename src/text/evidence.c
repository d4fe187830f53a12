/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gate has word rules of its own, simpler than those of word.h: a word is a run of letters, an apostrophe ends it
 * and belongs to it ("l'" is a word of French), each ideograph is one. */
#include "text/evidence.h"

#include <utf8proc.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "text/chars.h"

enum { LONGEST_WORD = 48, SHORTEST_WITH_ENDS = 4, MOST_END = 4, LONGEST_SHORT_NAME = 4, CHECK_EVERY = 8, PACKED = 8 };

/* ---- letters ---- */

static bool within(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }

static bool is_letter_category(uint32_t c) {
    utf8proc_propval_t category = utf8proc_get_property((utf8proc_int32_t)c)->category;
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || category == UTF8PROC_CATEGORY_MN ||
           category == UTF8PROC_CATEGORY_MC;
}

static tn_script script_of(uint32_t c) {
    if (c < 0x250 || within(c, 0x300, 0x36F) || within(c, 0x1E00, 0x1EFF)) return TN_SCRIPT_LATIN;
    if (within(c, 0x400, 0x52F)) return TN_SCRIPT_CYRILLIC;
    if (within(c, 0x600, 0x77F) || within(c, 0xFB50, 0xFDFF) || within(c, 0xFE70, 0xFEFF)) return TN_SCRIPT_ARABIC;
    if (within(c, 0xAC00, 0xD7A3) || within(c, 0x1100, 0x11FF) || within(c, 0x3130, 0x318F)) return TN_SCRIPT_HANGUL;
    if (within(c, 0x3041, 0x30FF) || within(c, 0xFF66, 0xFF9F)) return TN_SCRIPT_KANA;
    if (within(c, 0x3400, 0x9FFF) || within(c, 0xF900, 0xFAFF) || within(c, 0x20000, 0x323AF)) return TN_SCRIPT_HAN;
    return TN_SCRIPT_OTHER;
}

static uint32_t lower(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

/* ---- keys ---- */

/* Of up to eight letters of ASCII, packed as in a text that is read eight bytes at once: in the high bits of two of
 * them there is room for the kind. */
static inline uint32_t packed_key(tn_hint kind, uint64_t packed) {
    uint64_t bits = ((uint64_t)kind & 1) << 7 | ((uint64_t)kind & 2) << 14;
    uint32_t key = (uint32_t)((packed ^ bits) * 0x9E3779B97F4A7C15u >> 32);
    return key ? key : 1;
}

/* Of others. */
static inline uint64_t hash_start(tn_hint kind) { return 0xCBF29CE484222325u * ((uint64_t)kind * 2 + 1); }

static inline uint64_t hash_on(uint64_t hash, uint32_t point) { return (hash ^ point) * 0x9E3779B97F4A7C15u; }

static inline uint32_t hash_end(uint64_t hash) {
    uint32_t key = (uint32_t)(hash >> 32);
    return key ? key : 1;
}

static uint32_t key_of(tn_hint kind, const uint32_t *points, size_t count) {
    uint64_t hash = hash_start(kind), packed = 0;
    uint32_t all = 0;
    for (size_t i = 0; i < count; i++) {
        hash = hash_on(hash, points[i]);
        packed |= (uint64_t)points[i] << i % PACKED * 8;
        all |= points[i];
    }
    return all < 0x80 && count <= PACKED ? packed_key(kind, packed) : hash_end(hash);
}

typedef struct letters {
    uint32_t at[LONGEST_WORD];
    size_t count;
    size_t capitals;
    bool marks;        /* has combining marks */
    bool beyond_ascii; /* has other letters than a ... z */
} letters;

/* Marks that stand apart from their letter (as some systems write é) are joined to it. */
static void compose(letters *word) {
    utf8proc_int32_t points[LONGEST_WORD];
    for (size_t i = 0; i < word->count; i++) points[i] = (utf8proc_int32_t)word->at[i];
    utf8proc_ssize_t n =
        utf8proc_normalize_utf32(points, (utf8proc_ssize_t)word->count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    for (utf8proc_ssize_t i = 0; i < n; i++) word->at[i] = (uint32_t)points[i];
    if (n > 0) word->count = (size_t)n;
}

static void push(letters *word, uint32_t c) {
    word->marks |= within(c, 0x300, 0x36F);
    if (word->count == LONGEST_WORD) return;
    uint32_t small = lower(c);
    word->beyond_ascii |= c >= 0x80;
    word->capitals += small != c;
    word->at[word->count++] = small;
}

uint32_t tn_gate_key_of(tn_hint kind, tenor_string text) {
    letters word = {.count = 0};
    for (size_t at = 0, length; at < text.length; at += length) {
        length = tn_utf8_length(text.data + at, text.length - at);
        if (length == 0) break;
        uint32_t c = tn_utf8_decode(text.data + at, length);
        push(&word, c == 0x2019 ? '\'' : c);
    }
    if (word.marks) compose(&word);
    return key_of(kind, word.at, word.count);
}

/* ---- points ---- */

static void give(tn_evidence *evidence, uint64_t languages, uint32_t points) {
    for (; languages; languages &= languages - 1) evidence->points[__builtin_ctzll(languages)] += points;
}

static void give_feature(tn_evidence *evidence, const tn_gate_feature *feature) {
    give(evidence, feature->languages, feature->points);
}

/* The letters that only some languages have: those languages that have all of them. */
static void judge_letters(tn_evidence *evidence, const tn_gate *gate, const letters *word) {
    if (!word->beyond_ascii) return;
    uint64_t languages = ~(uint64_t)0;
    uint32_t points = 0;
    for (size_t i = 0; i < word->count; i++) {
        if (word->at[i] < 0x80) continue;
        const tn_gate_feature *feature = tn_gate_find(gate, key_of(TN_HINT_LETTER, word->at + i, 1));
        if (!feature) continue;
        languages &= feature->languages;
        points = feature->points;
    }
    if (points) give(evidence, languages, points);
}

/* How many letters a beginning or an end of a word has at most. */
static size_t most_of_end(size_t letters) { return letters - 2 < MOST_END ? letters - 2 : MOST_END; }

/* The longest end and the longest beginning that is listed. */
static void judge_ends(tn_evidence *evidence, const tn_gate *gate, const letters *word) {
    const tn_gate_feature *end = NULL, *start = NULL;
    for (size_t n = most_of_end(word->count); n >= 2 && !end; n--)
        end = tn_gate_find(gate, key_of(TN_HINT_END, word->at + word->count - n, n));
    for (size_t n = most_of_end(word->count); n >= 2 && !start; n--)
        start = tn_gate_find(gate, key_of(TN_HINT_START, word->at, n));
    if (end) give_feature(evidence, end);
    if (start) give_feature(evidence, start);
}

static void judge_word(tn_evidence *evidence, const tn_gate *gate, letters *word) {
    if (word->marks) compose(word);
    evidence->words++;
    if (word->count >= 2 && word->count <= LONGEST_SHORT_NAME && word->capitals == word->count)
        return; /* "UN", not French */
    const tn_gate_feature *feature = tn_gate_find(gate, key_of(TN_HINT_WORD, word->at, word->count));
    if (!feature && word->count > 1 && word->at[word->count - 1] == '\'')
        feature = tn_gate_find(gate, key_of(TN_HINT_WORD, word->at, --word->count));
    if (feature) {
        give_feature(evidence, feature);
        return;
    }
    judge_letters(evidence, gate, word);
    if (word->count >= SHORTEST_WITH_ENDS) judge_ends(evidence, gate, word);
}

/* ---- reading ---- */

typedef struct cursor {
    tenor_string text;
    size_t at;
    uint32_t point; /* of the character at `at` */
    size_t length;
    tn_script script;
    bool letter;
} cursor;

/* Looks at the character at `at`; false at the end. */
static bool look(cursor *c) {
    if (c->at >= c->text.length) return false;
    unsigned char byte = (unsigned char)c->text.data[c->at];
    c->length = 1;
    c->point = byte;
    c->script = TN_SCRIPT_LATIN;
    if (byte < 0x80) {
        c->letter = (byte | 32) >= 'a' && (byte | 32) <= 'z';
        return true;
    }
    size_t n = tn_utf8_length(c->text.data + c->at, c->text.length - c->at);
    c->letter = n > 0;
    if (n == 0) return true;
    c->length = n;
    c->point = tn_utf8_decode(c->text.data + c->at, n);
    c->letter = is_letter_category(c->point);
    if (c->letter) c->script = script_of(c->point);
    return true;
}

static bool is_wide(tn_script script) { return script == TN_SCRIPT_HAN || script == TN_SCRIPT_KANA; }

static inline bool is_ascii_letter(unsigned char byte) { return (byte | 32) >= 'a' && (byte | 32) <= 'z'; }

/* The usual word, all of it ASCII: what looking at each character comes to, at once. */
static void read_ascii(cursor *c, letters *word, tn_evidence *evidence) {
    const unsigned char *data = (const unsigned char *)c->text.data;
    size_t start = c->at, end = start;
    for (; end < c->text.length && is_ascii_letter(data[end]); end++) {
        if (word->count == LONGEST_WORD) continue;
        word->capitals += data[end] < 'a';
        word->at[word->count++] = data[end] | 32;
    }
    evidence->letters[TN_SCRIPT_LATIN] += (uint32_t)(end - start);
    c->at = end;
}

/* Reads the letters of one word; c->at ends up behind them. */
static void read_letters(cursor *c, letters *word, tn_evidence *evidence) {
    if (c->point < 0x80) {
        read_ascii(c, word, evidence);
        if (!look(c) || !c->letter || is_wide(c->script)) return;
    }
    do {
        evidence->letters[c->script] += c->script == TN_SCRIPT_HANGUL ? TN_WIDE_LETTER : 1;
        push(word, c->point);
        c->at += c->length;
    } while (look(c) && c->letter && !is_wide(c->script));
}

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

/* The "s" of "the minister's", which is no preposition of Czech. */
static bool is_possessive(const cursor *c, const letters *word) {
    if (word->count != 1 || word->at[0] != 's' || c->at < 4) return false;
    tenor_string before = tn_slice(c->text, c->at - 4, c->at - 1);
    return before.data[2] == '\'' || tn_equal(before, TN_STR("\u2019"));
}

/* "U." is an initial, "http://..." an address: neither is a word, nor is a possessive's "s". */
static bool skip_what_is_none(cursor *c, const letters *word) {
    tenor_string rest = tn_slice(c->text, c->at, c->text.length);
    if (is_possessive(c, word)) return true;
    if (word->count == 1 && rest.length && rest.data[0] == '.') return true;
    if (!tn_starts_nocase(rest, TN_STR("://"))) return false;
    while (c->at < c->text.length && !tn_is_space(c->text.data[c->at])) c->at++;
    return true;
}

static void read_ideograph(cursor *c, tn_evidence *evidence, const tn_gate *gate) {
    const tn_gate_feature *feature = tn_gate_find(gate, key_of(TN_HINT_LETTER, &c->point, 1));
    if (feature) give_feature(evidence, feature);
    evidence->letters[c->script] += TN_WIDE_LETTER;
    evidence->words++;
    c->at += c->length;
}

/* ---- the usual word ---- */

/* A word of two letters of ASCII or more, in packed small letters. */
typedef struct plain_word {
    uint64_t first, last; /* the first eight letters, or all; the last eight, the last one highest */
    size_t length;
    bool capitals; /* no small letter in it */
} plain_word;

/* Of eight bytes, the high bit of each that is no letter of ASCII. */
static inline uint64_t not_letter(uint64_t eight) { return tn_not_small(eight | TN_EIGHT_ONES * 0x20); }

/* Reads the word at `at`, with eight bytes of the text behind it. False: it is not quite so usual, and to be looked at
 * letter by letter. */
static inline bool read_plain(tenor_string text, size_t at, plain_word *word) {
    uint64_t eight = tn_eight(text.data + at), small = eight | TN_EIGHT_ONES * 0x20, other = not_letter(eight);
    size_t end = at + PACKED;
    word->first = word->last = small;
    word->capitals = false;
    if (other) {
        size_t length = tn_eight_first(other);
        end = at + length;
        if (length < 2) return false;
        word->first = small & (((other & (~other + 1)) >> 7) - 1);
        word->last = small << (PACKED - length) * 8;
        word->capitals = length <= LONGEST_SHORT_NAME && !((eight & TN_EIGHT_ONES * 0x20) << (PACKED - length) * 8);
    } else {
        while (end < text.length && is_ascii_letter((unsigned char)text.data[end])) end++;
        word->last = tn_eight(text.data + end - PACKED) | TN_EIGHT_ONES * 0x20;
    }
    word->length = end - at;
    unsigned char next = end < text.length ? (unsigned char)text.data[end] : 0;
    return next < 0x80 && next != '\'' && next != ':' && next != 0 && word->length < LONGEST_WORD;
}

/* The key of a whole word that begins at data. */
static uint32_t plain_key(const plain_word *word, const char *data) {
    if (word->length <= PACKED) return packed_key(TN_HINT_WORD, word->first);
    uint64_t hash = hash_start(TN_HINT_WORD);
    for (size_t i = 0; i < word->length; i++) hash = hash_on(hash, (unsigned char)data[i] | 0x20);
    return hash_end(hash);
}

/* judge_ends of such a word. */
static void judge_plain_ends(tn_evidence *evidence, const tn_gate *gate, const plain_word *word) {
    const tn_gate_feature *end = NULL, *start = NULL;
    for (size_t n = most_of_end(word->length); n >= 2 && !end; n--)
        end = tn_gate_find(gate, packed_key(TN_HINT_END, word->last >> (PACKED - n) * 8));
    for (size_t n = most_of_end(word->length); n >= 2 && !start; n--)
        start = tn_gate_find(gate, packed_key(TN_HINT_START, word->first & (((uint64_t)1 << n * 8) - 1)));
    if (end) give_feature(evidence, end);
    if (start) give_feature(evidence, start);
}

/* judge_word of such a word. */
static inline void judge_plain(tn_evidence *evidence, const tn_gate *gate, const plain_word *word, const char *data) {
    evidence->letters[TN_SCRIPT_LATIN] += (uint32_t)word->length;
    evidence->words++;
    if (word->capitals) return;
    const tn_gate_feature *feature = tn_gate_find(gate, plain_key(word, data));
    if (feature) give_feature(evidence, feature);
    else if (word->length >= SHORTEST_WITH_ENDS) judge_plain_ends(evidence, gate, word);
}

/* ---- all words ---- */

/* False: it was none. */
static bool read_other(cursor *c, tn_evidence *evidence, const tn_gate *gate) {
    letters word; /* its letters are not cleared */
    word.count = word.capitals = 0;
    word.marks = word.beyond_ascii = false;
    read_letters(c, &word, evidence);
    if (c->at < c->text.length && is_apostrophe(c->point) && word.count < LONGEST_WORD) push(&word, '\'');
    if (skip_what_is_none(c, &word)) return false;
    judge_word(evidence, gate, &word);
    return true;
}

/* Reads the word or the ideograph at c->at, or passes over what is none. False: it was no word of letters. */
static bool read_next(cursor *c, tn_evidence *evidence, const tn_gate *gate) {
    (void)look(c);
    if (c->letter && !is_wide(c->script)) return read_other(c, evidence, gate);
    if (c->letter) read_ideograph(c, evidence, gate);
    else c->at += c->length;
    return false;
}

/* Of ASCII, and no letter. */
static inline bool is_between_words(unsigned char byte) {
    return tn_byte_kinds[byte] == TN_CHAR_OTHER || tn_byte_kinds[byte] == TN_CHAR_DIGIT;
}

void tn_evidence_gather(tn_evidence *evidence, const tn_gate *gate, tenor_string piece) {
    cursor c = {.text = piece};
    plain_word plain;
    while (true) {
        while (c.at < piece.length && is_between_words((unsigned char)piece.data[c.at])) c.at++;
        if (c.at == piece.length) return;
        bool ascii = (unsigned char)piece.data[c.at] < 0x80, judged = true;
        if (ascii && piece.length - c.at >= PACKED && read_plain(piece, c.at, &plain)) {
            judge_plain(evidence, gate, &plain, piece.data + c.at);
            c.at += plain.length;
        } else {
            judged = read_next(&c, evidence, gate);
        }
        if (judged && evidence->words % CHECK_EVERY == 0 && tn_gate_is_clear(gate, evidence)) return;
    }
}
