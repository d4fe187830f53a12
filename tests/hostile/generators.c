/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile/hostile.h"

#include <stdint.h>
#include <string.h>

#include "base/hash.h"

/* ---- makers, for what is more than one unit again and again ---- */

static uint64_t next_random(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    return z ^ (z >> 31);
}

static void put_word(tn_buf *out, uint64_t *state, size_t length) {
    for (size_t i = 0; i < length; i++) tn_putc(out, (char)('a' + next_random(state) % 26));
}

/* No word twice: tables of words grow with the text. */
static void distinct_words(tn_buf *out, size_t bytes) {
    uint64_t state = 1;
    for (size_t i = 1; out->length < bytes; i++) {
        put_word(out, &state, 6 + i % 9);
        tn_puts(out, i % 20 ? " " : ". ");
    }
}

enum { LETTERS = 26, HALVES = LETTERS * LETTERS * LETTERS * LETTERS, SLOT_BITS = 20 };

/* The n-th word of four letters, as a table of words reads it. */
static uint32_t half_word(uint32_t n) {
    uint32_t word = 0;
    for (int i = 0; i < 4; i++, n /= LETTERS) word = word << 8 | ('a' + n % LETTERS);
    return word;
}

/* Words of eight letters whose product with the golden ratio has zeros in bits 32 to 51: one slot for all of them in a
 * table that multiplies by that well-known number and by nothing secret. The product of the whole is the sum of those
 * of its halves, so that for each first half one looks up the last one that fits; the last letter of all is free. */
static void words_of_one_slot(tn_buf *out, size_t bytes) {
    const uint64_t ratio = 0x9E3779B97F4A7C15ull, mask = (1u << SLOT_BITS) - 1;
    static uint32_t last[1 << SLOT_BITS];
    for (uint32_t i = 0; i < HALVES; i++) last[half_word(i) * ratio & mask] = half_word(i);
    for (uint32_t i = 0; out->length < bytes; i = (i + 1) % HALVES) {
        uint64_t first = half_word(i), second = last[(0 - (first * ratio >> 32)) & mask], key = first | second << 32;
        for (char letter = 'a'; second && letter <= 'z'; letter++) {
            for (int k = 0; k < 7; k++) tn_putc(out, (char)(key >> 8 * k));
            tn_putc(out, letter);
            tn_putc(out, ' ');
        }
    }
}

/* Words of twelve letters with one hash, but for 52 bits of it, if its seed is 0. */
static void long_words_of_one_slot(tn_buf *out, size_t bytes) {
    uint64_t state = 3;
    while (out->length < bytes) {
        char word[13] = "abcdefgh";
        do {
            uint64_t letters = next_random(&state);
            for (size_t i = 4; i < 12; i++, letters /= LETTERS) word[i] = (char)('a' + letters % LETTERS);
        } while (tn_hash(word, 12, 0) & 0xFFF);
        tn_puts(out, word);
        tn_putc(out, ' ');
    }
}

/* Sentences of which no two are equal and all share most of their words. */
static void near_copies(tn_buf *out, size_t bytes) {
    uint64_t state = 4;
    while (out->length < bytes) {
        tn_puts(out, "The envoys said the talks on the border ");
        put_word(out, &state, 4);
        tn_puts(out, " would go on in the capital for another week. ");
    }
}

/* Paragraphs, each a quotation of what an earlier one says. */
static void pull_quotes(tn_buf *out, size_t bytes) {
    uint64_t state = 5;
    while (out->length < bytes) {
        tn_puts(out, "\"We will hold the harbour until the ");
        put_word(out, &state, 5);
        tn_puts(out, " come back to us\"\n\nThe mayor spoke for an hour and said that the town would hold out.\n\n");
    }
}

static void random_bytes(tn_buf *out, size_t bytes) {
    uint64_t state = 6;
    while (out->length < bytes) tn_putc(out, (char)(next_random(&state) >> 24));
}

/* One letter under a tower of accents. */
static void one_tower(tn_buf *out, size_t bytes) {
    tn_putc(out, 'e');
    while (out->length < bytes) tn_puts(out, "\xCC\x81\xCC\xA3");
}

/* 1, 2, 3, ... in lists within lists. */
static void numbered(tn_buf *out, size_t bytes) {
    for (size_t i = 1; out->length < bytes; i++) tn_putf(out, "%zu. Item %zu) Thing ", i % 99, (i + 1) % 99);
}

static void many_attributes(tn_buf *out, size_t bytes) {
    tn_puts(out, "<html><body><p ");
    for (size_t i = 0; out->length < bytes; i++) tn_putf(out, "a%zu=\"b\" ", i);
    tn_puts(out, ">The talks went on.</p></body></html>");
}

static void nested_html(tn_buf *out, size_t bytes) {
    size_t n = bytes / 24;
    tn_puts(out, "<html><body>");
    for (size_t i = 0; i < n; i++) tn_puts(out, "<div><span>");
    tn_puts(out, "The talks on the border went on for a week.");
    for (size_t i = 0; i < n; i++) tn_puts(out, "</span></div>");
}

/* One record with an array in an array in an array ... */
static void nested_record(tn_buf *out, size_t bytes) {
    tn_puts(out, "{\"id\":1,\"text\":\"The talks went on.\",\"deep\":");
    size_t n = bytes / 2;
    for (size_t i = 0; i < n; i++) tn_putc(out, '[');
    for (size_t i = 0; i < n; i++) tn_putc(out, ']');
    tn_puts(out, "}\n");
}

static void wide_record(tn_buf *out, size_t bytes) {
    tn_puts(out, "{\"id\":1,\"text\":\"The talks went on.\"");
    for (size_t i = 0; out->length < bytes; i++) tn_putf(out, ",\"k%zu\":%zu", i, i);
    tn_puts(out, "}\n");
}

/* "((((war))))" */
static void nested_brackets(tn_buf *out, size_t bytes) {
    for (size_t i = 0; i < bytes / 2; i++) tn_putc(out, "([{"[i % 3]);
    tn_puts(out, "war");
    for (size_t i = bytes / 2; i > 0; i--) tn_putc(out, ")]}"[(i - 1) % 3]);
}

/* Each sentence points back to the one before. */
static void pointing_back(tn_buf *out, size_t bytes) {
    for (size_t i = 0; out->length < bytes; i++) tn_putf(out, "But he met ship %zu at sea %zu. ", i * 3, i * 7);
}

/* Stories of one event, each a little different. */
static void one_event(tn_buf *out, size_t bytes) {
    for (size_t i = 0; out->length < bytes; i++)
        tn_putf(out, "{\"s\":1,\"id\":%zu,\"text\":\"Army %zu shelled the port. Talks went on in town %zu.\"}\n", i, i,
                i % 99);
}

static void near_records(tn_buf *out, size_t bytes) {
    for (size_t i = 0; out->length < bytes; i++)
        tn_putf(
            out,
            "{\"id\":%zu,\"text\":\"The army shelled the port on Monday %zu and talks on it went on in town %zu.\"}\n",
            i, i % 7, i);
}

static void wide_table(tn_buf *out, size_t bytes) {
    tn_puts(out, "id,text");
    for (size_t i = 0; out->length < bytes / 2; i++) tn_putf(out, ",c%zu", i);
    tn_puts(out, "\n1,Talks went on.");
    while (out->length < bytes) tn_puts(out, ",x");
    tn_putc(out, '\n');
}

static void one_key(tn_buf *out, size_t bytes) {
    tn_puts(out, "{\"text\":\"Talks.\"");
    while (out->length < bytes) tn_puts(out, ",\"text\":\"Talks went on.\"");
    tn_puts(out, "}\n");
}

/* Each topic of the built-in data that this list names, in one sentence and many. */
static const char names[] =
    "Syria Ukraine Iran Taiwan NASA North Korea Damascus Kyiv Pyongyang Tehran the Taliban Gaza Kashmir "
    "sanctions tariffs migrants hackers climate talks ";

/* ---- the table ---- */

#define TEXT(label, text) \
    { .name = label, .input = HOSTILE_TEXT, .scale = 1, .unit = text }
#define MADE(label, function) \
    { .name = label, .input = HOSTILE_TEXT, .scale = 1, .make = function }
#define SLOW(label, function, times) \
    { .name = label, .input = HOSTILE_TEXT, .scale = times, .make = function }
#define BACK(label, function) \
    { .name = label, .input = HOSTILE_COHERENT, .scale = 1, .make = function, .many_pieces = true }
#define TABLE(label, head, text, tail) \
    { .name = label, .input = HOSTILE_CSV, .scale = 0.25, .before = head, .unit = text, .after = tail }
#define ARRAY(label, head, text, tail) \
    { .name = label, .input = HOSTILE_ARRAY, .scale = 1, .before = head, .unit = text, .after = tail }
#define PAGE(label, head, text, tail) \
    { .name = label, .input = HOSTILE_HTML, .scale = 1, .before = head, .unit = text, .after = tail }
#define MADE_PAGE(label, function) \
    { .name = label, .input = HOSTILE_HTML, .scale = 1, .make = function }
#define RECORDS(label, text) \
    { .name = label, .input = HOSTILE_RECORDS, .scale = 1, .unit = text }
#define MADE_RECORDS(label, function) \
    { .name = label, .input = HOSTILE_RECORDS, .scale = 1, .make = function }

const hostile_case hostile_cases[] = {
    /* bytes and characters */
    TEXT("spaces", " "),
    TEXT("newlines", "\n"),
    TEXT("tabs and returns", "\t\r\n\v\f"),
    TEXT("full stops", "."),
    TEXT("spaced stops", ". "),
    TEXT("commas", ","),
    TEXT("dashes", " - \xE2\x80\x94 "),
    TEXT("zeros", "a\0b"),
    TEXT("ill-formed", "\xFF\xC3\xE2\x82 "),
    TEXT("lone surrogates", "\xED\xA0\x80\xED\xB0\x80 "),
    TEXT("byte order marks", "\xEF\xBB\xBF"),
    TEXT("zero width", "a\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF"),
    TEXT("bidi", "\xE2\x80\xAE\xE2\x81\xA6x\xE2\x81\xA9\xE2\x80\xAC "),
    TEXT("accents", "e\xCC\x81\xCC\xA3\xCC\x88\xCC\xA7 "),
    TEXT("ideographs", "\xE6\x88\x98\xE4\xBA\x89"),
    TEXT("ideographs and stops", "\xE6\x88\x98\xE4\xBA\x89\xE3\x80\x82"),
    TEXT("hangul", "\xEC\xA0\x84\xEC\x9F\x81 "),
    TEXT("conjoining jamo", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8"),
    TEXT("emoji", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80"),
    TEXT("expanding folds", "\xEF\xB7\xBA\xC7\xB0\xCE\x90 "), /* one character becomes up to 18 */
    MADE("one tower", one_tower),
    MADE("random bytes", random_bytes),
    /* words */
    TEXT("equal words", "war "),
    TEXT("equal long words", "antidisestablishmentarianism "),
    TEXT("one word", "a"),
    TEXT("one capital word", "A"),
    TEXT("one number", "1"),
    TEXT("thousands", "1,"),
    TEXT("times", "1:"),
    TEXT("apostrophes", "a'"),
    TEXT("joined by stops", "a."),
    TEXT("joined capitals", "U.S."),
    TEXT("joined by ampersands", "A&"),
    TEXT("mailboxes", "a.a"),
    TEXT("at signs", "a@"),
    TEXT("addresses", "http://"),
    TEXT("hyphens", "ex-"),
    TEXT("possessives", "Syria's's "),
    MADE("distinct words", distinct_words),
    MADE("words of one slot", words_of_one_slot),
    SLOW("long words of one slot", long_words_of_one_slot, 0.5),
    /* sentences and blocks */
    TEXT("quotes", "\""),
    TEXT("quotes apart", "\" "),
    TEXT("curly quotes", "\xE2\x80\x9C"),
    TEXT("closed quotes", ".\xE2\x80\x9D "),
    TEXT("quotes in lines", "\"A.\"\n"),
    TEXT("brackets", "("),
    TEXT("closing brackets", ")"),
    MADE("nested brackets", nested_brackets),
    BACK("pointing back", pointing_back),
    BACK("near copies, coherent", near_copies),
    TEXT("square brackets", "[["),
    TEXT("one-letter sentences", "A. b. I. "),
    TEXT("abbreviations", "Mr. Gen. Sept. p.m. Inc. St. "),
    TEXT("questions", "Who? What? \"Why?\" he asked. "),
    TEXT("ellipses", "... I ... "),
    MADE("numbered", numbered),
    TEXT("tiny lines", "a\n"),
    TEXT("one-letter paragraphs", "a\n\n"),
    TEXT("lines of capitals", "READ MORE\n"),
    TEXT("captions", "Photo: Ann Lee/Agency\n"),
    TEXT("bylines", "By Ann Lee, Bob Ray and Cy Orr\n"),
    TEXT("credits", "The port burned. Ann Lee/Agency\n\n"),
    TEXT("credits in one line", "Ann Lee/Agency "),
    TEXT("datelines", "GENEVA, June 3 (Agency) - Talks. \n\n"),
    TEXT("one dateline", "GENEVA (GENEVA "),
    TEXT("list items", "- one\n* two\n"),
    TEXT("questions and answers", "Is it peace?\nNo one in the town thinks that it is peace yet.\n"),
    TEXT("cut marks", "text \xE2\x80\xA6 [+12 chars]\n"),
    TEXT("one cut mark", "[+1 chars]"),
    TEXT("wrapped lines", "The envoys met in a hall by the lake and\nspoke of the border for an hour.\n"),
    TEXT("bars", "Home | News | World | "),
    MADE("pull quotes", pull_quotes),
    MADE("near copies", near_copies),
    TEXT("same sentence", "The army shelled the port on Monday. "),
    TEXT("one long sentence", "the army shelled the port on Monday, "),
    /* tone */
    TEXT("unfinished phrases", "weapons of mass weapons of weapons "),
    TEXT("unfinished council", "Security Security Council of "),
    TEXT("hits", "war attack bombing massacre invasion "),
    TEXT("hits and hits", "war and attack and truce and "),
    TEXT("hits in sentences", "War. Attack. Truce. "),
    TEXT("triggers", "no not never without ended lifted refused urged must could "),
    TEXT("negated hits", "no war and "),
    TEXT("negations of one hit", "not no never "),
    TEXT("reversals", "ended ended lifted "),
    TEXT("reversed hits", "ended the war and "),
    TEXT("negated reversals", "did not end the war and must end the attack or "),
    TEXT("concessions", "war but truce but although "),
    TEXT("breaks", "war because war while war that "),
    TEXT("modifiers", "brutal deadly brutal "),
    TEXT("actors", "rebels militants urged rebels "),
    TEXT("gapped verbs", "took some of the most very large big "),
    TEXT("topics", names),
    TEXT("topic sentences", "Syria. Ukraine. Iran. Taiwan. "),
    TEXT("topic clauses", "Syria was shelled, but Ukraine was spared, while Iran "),
    TEXT("definites", "Ukraine the peninsula the country the regime "),
    TEXT("exclusions", "Korean War South Korea Iran-Contra "),
    TEXT("sentiment", "good bad not good very bad and "),
    /* pages */
    MADE_PAGE("nested tags", nested_html),
    /* libxml2 looks for an attribute given twice in all of a tag's: tenor bounds that to 80,000 bytes of names */
    {.name = "many attributes", .input = HOSTILE_HTML, .scale = 8, .make = many_attributes},
    PAGE("open tags", "<html><body>", "<b><i><p>", ""),
    PAGE("closing tags", "<html><body>", "</p></b>", ""),
    PAGE("open angle", "<html><body>", "<", ""),
    PAGE("open comments", "<html><body>", "<!--", ""),
    PAGE("comments", "<html><body>", "<!-- a -->", ""),
    PAGE("one attribute", "<html><body><p title=\"", "a &amp; ", "\">x</p>"),
    PAGE("entities", "<html><body><p>", "&amp;&#x41;&nbsp;&bogus;", "</p>"),
    PAGE("open entity", "<html><body><p>", "&", "</p>"),
    PAGE("paragraphs", "<html><body>", "<p>The talks went on.</p>", ""),
    PAGE("tiny paragraphs", "<html><body>", "<p>a", ""),
    PAGE("links", "<html><body>", "<p><a href=\"/a\">More news</a></p>", ""),
    PAGE("tables", "<html><body><table>", "<tr><td>Talks <td>went on", "</table>"),
    PAGE("nested tables", "<html><body>", "<table><tr><td>", ""),
    PAGE("lists", "<html><body>", "<ul><li>Talks<li>went on", ""),
    PAGE("headings", "<html><body>", "<h1>Talks</h1><h2>go on</h2>", ""),
    PAGE("scripts", "<html><body>", "<script>if (a < b) c();</script>", "<p>Talks.</p>"),
    PAGE("one script", "<html><body><script>", "</ script <!-- ", "</script><p>Talks.</p>"),
    PAGE("metas", "<html><head>", "<meta property=\"og:title\" content=\"Talks\">", "</head><body><p>Talks.</p>"),
    PAGE("statements", "<html><head><script type=\"application/ld+json\">", "{\"a\":[",
         "</script></head><body><p>Talks.</p>"),
    PAGE("articles", "<html><body>", "<article><p>The talks on the border went on.</p></article>", ""),
    PAGE("breaks in pages", "<html><body><p>", "Talks<br>", "</p>"),
    PAGE("forms", "<html><body>", "<form><select><option>", ""),
    PAGE("frames", "<html>", "<frameset><noscript>", ""),
    /* records */
    RECORDS("small records", "{\"id\":1,\"text\":\"The army shelled the port.\"}\n"),
    RECORDS("empty records", "{}\n"),
    RECORDS("broken records", "{\"id\":\n"),
    RECORDS("blank lines", "\n"),
    RECORDS("one open record", "{\"a\":"),
    RECORDS("escapes", "{\"id\":2,\"text\":\"\\ud83d\\ude80\\u0000\\n\\\"\\ud800\"}\n"),
    MADE_RECORDS("nested record", nested_record),
    MADE_RECORDS("wide record", wide_record),
    MADE_RECORDS("one key", one_key),
    {.name = "one event", .input = HOSTILE_DIGEST, .scale = 1, .make = one_event, .many_pieces = true},
    {.name = "near records", .input = HOSTILE_COPIES, .scale = 1, .make = near_records},
    {.name = "equal records",
     .input = HOSTILE_COPIES,
     .scale = 1,
     .unit = "{\"text\":\"The army shelled the port on Monday.\"}\n"},
    TABLE("rows", "id,text\n", "1,\"Talks, went \"\"on\"\".\"\n", ""),
    TABLE("quotes in a cell", "id,text\n1,\"", "\"\"", "\"\n"),
    TABLE("open cell", "id,text\n", "1,\"", ""),
    TABLE("stray quotes", "id,text\n", "1,\"a\"b\n", ""),
    TABLE("cells", "id,text\n", "1,", "\n"),
    {.name = "wide table", .input = HOSTILE_CSV, .scale = 0.125, .make = wide_table},
    ARRAY("array", "[", "{\"text\":\"Talks went on.\"},", "{}]"),
    ARRAY("open arrays", "", "[", ""),
    ARRAY("open objects", "[", "{\"a\":", ""),
    ARRAY("broken elements", "[", "{\"text\":tru},\n", "]"),
};
const size_t n_hostile_cases = sizeof hostile_cases / sizeof *hostile_cases;

void hostile_make(tn_buf *out, const hostile_case *which, size_t bytes) {
    bytes = (size_t)((double)bytes * which->scale);
    tn_puts(out, which->before);
    if (which->make) {
        which->make(out, bytes);
    } else {
        size_t length = strcmp(which->name, "zeros") == 0 ? 3 : strlen(which->unit);
        while (out->length < bytes && !out->failed) tn_put(out, which->unit, length);
    }
    tn_puts(out, which->after);
}
