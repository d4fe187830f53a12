#include <criterion/criterion.h>
#include <stdio.h>

#include "text/phrases_builder.h"

/* Phrases and texts over the words a ... l, drawn with a fixed seed, against a matcher that tries every phrase. The
 * words k and l are function words, l a determiner; every other phrase may be parted. */
enum { PHRASES = 400, TEXTS = 400, TEXT_WORDS = 40, LONGEST = 4, LETTERS = 12 };

typedef struct phrase {
    size_t length;
    char letters[LONGEST]; /* 'a' ... */
} phrase;

typedef struct fixture {
    tn_arena arena;
    tn_vocabulary_builder builder;
    tn_vocabulary vocabulary;
    tn_phrases phrases;
    phrase listed[PHRASES];
    uint8_t may_gap[PHRASES];
    size_t count;
} fixture;

static unsigned draw(unsigned *seed, unsigned below) {
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 16) % below;
}

static const char *spell(const phrase *p, char *room) {
    size_t n = 0;
    for (size_t i = 0; i < p->length; i++) {
        room[n++] = p->letters[i];
        room[n++] = i + 1 < p->length ? ' ' : '\0';
    }
    return room;
}

static phrase draw_phrase(unsigned *seed) {
    phrase p = {.length = 1 + draw(seed, LONGEST)};
    for (size_t i = 0; i < p.length; i++) p.letters[i] = (char)('a' + draw(seed, i ? LETTERS : LETTERS - 2));
    return p;
}

static bool same(const phrase *a, const phrase *b) {
    return a->length == b->length && !memcmp(a->letters, b->letters, a->length);
}

/* The words of the phrases, with others in between: 150 in all, so that their ids lie in several blocks of 32. */
static void spread_words(fixture *f) {
    for (unsigned i = 0; i < 150; i++) {
        char word[8];
        (void)snprintf(word, sizeof word, i % 13 == 6 && i / 13 < LETTERS ? "%c" : "%c%u", 'a' + (int)(i / 13), i);
        cr_assert_eq(tn_vocabulary_add(&f->builder, tn_str(word)), i + 1);
    }
}

static void fill(fixture *f, unsigned *seed) {
    tenor_error error;
    tn_phrases_builder *builder = tn_phrases_new(&f->builder);
    cr_assert_not_null(builder);
    spread_words(f);
    for (size_t i = 0; i < PHRASES; i++) {
        phrase p = draw_phrase(seed);
        char room[2 * LONGEST];
        uint32_t existing;
        size_t earlier = 0;
        while (earlier < f->count && !same(&f->listed[earlier], &p)) earlier++;
        cr_assert_eq(tn_phrases_add(builder, tn_str(spell(&p, room)), (uint32_t)f->count, &existing, &error), TENOR_OK);
        if (earlier < f->count) cr_assert_eq(existing, earlier);
        else cr_assert_eq(existing, TN_NO_ENTRY);
        if (earlier < f->count) continue;
        f->may_gap[f->count] = f->count % 2;
        f->listed[f->count++] = p;
    }
    cr_assert(tn_phrases_freeze(&f->phrases, builder, f->may_gap, f->count, &f->arena));
}

/* A text whose i-th word is letters[i]. */
static tn_doc doc_of(fixture *f, const char *letters, size_t n, tn_word *words, tn_term *terms) {
    for (size_t i = 0; i < LETTERS; i++) {
        char letter = (char)('a' + i);
        terms[i + 1] = (tn_term){.vocabulary = tn_vocabulary_find(&f->vocabulary, (tenor_string){&letter, 1})};
        terms[i + 1].stop = letter >= 'k';
        terms[i + 1].marks = letter == 'l' ? TN_VOCABULARY_DETERMINER : 0;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t flags = i % 11 == 5 ? TN_WORD_CLAUSE : i % 13 == 7 ? TN_WORD_QUOTE : 0;
        words[i] = (tn_word){.term = (uint32_t)(letters[i] - 'a' + 1), .flags = flags};
    }
    return (tn_doc){.words = words, .n_words = n, .terms = terms, .n_terms = LETTERS};
}

/* The listed phrases that begin at `at`, by length; those[k] is 0 or 1 + the entry of length k. */
static void naive(const fixture *f, const char *letters, size_t at, size_t limit, uint32_t those[LONGEST + 1]) {
    memset(those, 0, (LONGEST + 1) * sizeof *those);
    for (size_t i = 0; i < f->count; i++) {
        const phrase *p = &f->listed[i];
        if (at + p->length <= limit && memcmp(letters + at, p->letters, p->length) == 0)
            those[p->length] = (uint32_t)i + 1;
    }
}

/* The longest phrase at `at` that is parted by `skip` words behind its first `kept`. */
static tn_match naive_parted(const fixture *f, const char *letters, uint32_t at, uint32_t kept, uint32_t skip,
                             uint32_t limit) {
    tn_match best = {.first = at, .last = at, .parted = true};
    for (size_t i = 0; i < f->count; i++) {
        const phrase *p = &f->listed[i];
        uint32_t end = at + skip + (uint32_t)p->length;
        if (!f->may_gap[i] || p->length <= kept || end > limit || end <= best.last) continue;
        if (memcmp(letters + at, p->letters, kept) != 0) continue;
        if (memcmp(letters + at + kept + skip, p->letters + kept, p->length - kept) != 0) continue;
        best.last = end;
        best.entry = (uint32_t)i;
    }
    return best;
}

/* The phrase at `at` with the shortest gap behind its first `kept` words; last == first: none. */
static tn_match naive_gap(const fixture *f, const tn_doc *doc, const char *letters, uint32_t at, uint32_t kept,
                          uint32_t limit) {
    for (uint32_t skip = 1; skip <= 3 && at + kept + skip < limit; skip++) {
        uint32_t skipped = at + kept + skip - 1, next = skipped + 1;
        if (doc->words[skipped].flags || letters[skipped] == 'k') break;
        if (doc->words[next].flags & TN_WORD_CLAUSE || letters[next] >= 'k') continue;
        tn_match found = naive_parted(f, letters, at, kept, skip, limit);
        if (found.last > at) return found;
    }
    return (tn_match){.first = at, .last = at};
}

/* As tn_matcher_next_gapped describes it, at one word; last == first: none. `whole` is the longest that is not parted.
 */
static tn_match naive_gapped(const fixture *f, const tn_doc *doc, const char *letters, tn_match whole, uint32_t limit) {
    uint32_t at = whole.first;
    bool particle = at + 1 < limit && letters[at + 1] == 'k';
    tn_match found = {.first = at, .last = at};
    if (particle && whole.last - at <= 2) found = naive_gap(f, doc, letters, at, 2, limit);
    if (found.last == at && whole.last - at <= 1) found = naive_gap(f, doc, letters, at, 1, limit);
    return found.last > at ? found : whole;
}

static void expect_match(bool found, const tn_match *match, const tn_match *wanted) {
    cr_assert_eq(found, wanted->last > wanted->first);
    if (!found) return;
    cr_assert_eq(match->first, wanted->first);
    cr_assert_eq(match->last, wanted->last);
    cr_assert_eq(match->entry, wanted->entry);
    cr_assert_eq(match->parted, wanted->parted);
}

/* All that begins at `at`; *longest and *gapped become what the walks should find there. */
static void compare(const fixture *f, const tn_matcher *matcher, const char *letters, uint32_t at, uint32_t limit,
                    tn_match *longest, tn_match *gapped) {
    uint32_t those[LONGEST + 1], n = 0;
    tn_match match, all[LONGEST];
    *longest = (tn_match){.first = at, .last = at};
    naive(f, letters, at, limit, those);
    size_t found = tn_matcher_all(matcher, at, limit, all, LONGEST);
    for (uint32_t k = 1; k <= LONGEST; k++) {
        if (those[k] == 0) continue;
        *longest = (tn_match){.first = at, .last = at + k, .entry = those[k] - 1};
        cr_assert_lt(n, found);
        expect_match(true, &all[n++], longest);
    }
    cr_assert_eq(found, n);
    expect_match(tn_phrases_at(&f->phrases, matcher->doc, at, limit, &match), &match, longest);
    *gapped = naive_gapped(f, matcher->doc, letters, *longest, limit);
}

static void compare_text(const fixture *f, const tn_matcher *matcher, const char *letters, uint32_t first,
                         uint32_t limit) {
    tn_match match, next[2] = {{.first = limit, .last = limit}, {.first = limit, .last = limit}};
    for (uint32_t at = limit; at-- > first;) { /* from the end, so that what comes next is known */
        tn_match here[2];
        compare(f, matcher, letters, at, limit, &here[0], &here[1]);
        for (size_t i = 0; i < 2; i++)
            if (here[i].last > at) next[i] = here[i];
        expect_match(tn_matcher_next(matcher, at, limit, &match), &match, &next[0]);
        expect_match(tn_matcher_next_gapped(matcher, at, limit, &match), &match, &next[1]);
    }
}

Test(phrases, the_flat_trie_finds_what_trying_each_phrase_finds) {
    static fixture f;
    unsigned seed = 1;
    f = (fixture){.arena = TN_ARENA_INIT};
    cr_assert(tn_vocabulary_init(&f.builder, NULL, &f.arena));
    fill(&f, &seed);
    cr_assert(tn_vocabulary_freeze(&f.vocabulary, &f.builder, &f.arena));
    for (size_t t = 0; t < TEXTS; t++) {
        char letters[TEXT_WORDS];
        tn_word words[TEXT_WORDS];
        tn_term terms[LETTERS + 1] = {{.vocabulary = 0}};
        for (size_t i = 0; i < TEXT_WORDS; i++) letters[i] = (char)('a' + draw(&seed, LETTERS));
        tn_doc doc = doc_of(&f, letters, TEXT_WORDS, words, terms);
        tn_matcher matcher;
        cr_assert(tn_phrases_number(&doc, &f.arena));
        cr_assert(tn_matcher_init(&matcher, &f.phrases, &doc, &f.arena));
        compare_text(&f, &matcher, letters, draw(&seed, TEXT_WORDS / 2), TEXT_WORDS - draw(&seed, TEXT_WORDS / 2));
    }
    tn_arena_free(&f.arena);
}

Test(phrases, a_matcher_without_phrases_finds_none) {
    tn_arena arena = TN_ARENA_INIT;
    tn_vocabulary_builder builder;
    tn_phrases phrases;
    tn_match match;
    cr_assert(tn_vocabulary_init(&builder, NULL, &arena));
    tn_phrases_builder *none = tn_phrases_new(&builder);
    cr_assert(none && tn_phrases_freeze(&phrases, none, NULL, 0, &arena));
    tn_word word = {.term = 1};
    tn_term terms[2] = {{.vocabulary = 0}, {.vocabulary = 7}};
    tn_doc doc = {.words = &word, .n_words = 1, .terms = terms, .n_terms = 1};
    tn_matcher matcher;
    cr_assert(tn_phrases_number(&doc, &arena));
    cr_assert(tn_matcher_init(&matcher, &phrases, &doc, &arena));
    cr_expect_not(tn_phrases_at(&phrases, &doc, 0, 1, &match));
    cr_expect_not(tn_matcher_next(&matcher, 0, 1, &match));
    cr_expect_not(tn_matcher_next_gapped(&matcher, 0, 1, &match));
    cr_expect_eq(tn_matcher_all(&matcher, 0, 1, &match, 1), 0);
    tn_arena_free(&arena);
}

Test(vocabulary, words_on_top_follow_on_those_of_the_base) {
    tn_arena arena = TN_ARENA_INIT;
    tn_vocabulary_builder first, second;
    tn_vocabulary vocabulary;
    cr_assert(tn_vocabulary_init(&first, NULL, &arena));
    cr_assert_eq(tn_vocabulary_add(&first, TN_STR("Peace")), 1);
    cr_assert_eq(tn_vocabulary_add(&first, TN_STR("the")), 2);
    cr_assert(tn_vocabulary_freeze(&vocabulary, &first, &arena));
    cr_expect_eq(tn_vocabulary_find(&vocabulary, TN_STR("tallinn")), 0);

    cr_assert(tn_vocabulary_init(&second, &vocabulary, &arena));
    cr_expect_eq(tn_vocabulary_add(&second, TN_STR("PEACE")), 1);
    cr_expect_eq(tn_vocabulary_add(&second, TN_STR("Tallinn")), 3);
    cr_expect_eq(tn_vocabulary_add(&second, TN_STR("Narva")), 4);
    cr_assert(tn_vocabulary_freeze(&vocabulary, &second, &arena));
    cr_expect_eq(tn_vocabulary_find(&vocabulary, TN_STR("peace")), 1);
    cr_expect_eq(tn_vocabulary_find(&vocabulary, TN_STR("tallinn")), 3);
    cr_expect_eq(tn_vocabulary_find(&vocabulary, TN_STR("narva")), 4);
    cr_expect_eq(tn_vocabulary_find(&vocabulary, TN_STR("riga")), 0);
    tn_arena_free(&arena);
}

Test(phrases, an_entry_that_no_node_has_room_for_is_refused) {
    tn_arena arena = TN_ARENA_INIT;
    tn_vocabulary_builder words;
    tn_phrases phrases;
    tenor_error error;
    uint32_t existing, most = (1u << TN_PHRASE_ENTRY_BITS) - 2;
    cr_assert(tn_vocabulary_init(&words, NULL, &arena));
    tn_phrases_builder *builder = tn_phrases_new(&words);
    cr_assert_not_null(builder);
    cr_expect_eq(tn_phrases_add(builder, TN_STR("a"), most + 1, &existing, &error), TENOR_E_TOO_LARGE);
    cr_expect_eq(tn_phrases_add(builder, TN_STR("a"), most, &existing, &error), TENOR_OK);
    cr_assert(tn_phrases_freeze(&phrases, builder, NULL, 0, &arena));
    cr_assert_eq(phrases.n_openings, 2, "nothing, and it");
    cr_expect_eq(phrases.openings[1].entry - 1, most);
    tn_arena_free(&arena);
}
