#include <criterion/criterion.h>
#include <stdio.h>

#include "text/phrases_builder.h"

/* Phrases and texts over the words a ... h, drawn with a fixed seed, against a matcher that tries every phrase. */
enum { PHRASES = 400, TEXTS = 200, TEXT_WORDS = 40, LONGEST = 5, LETTERS = 8 };

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

static void fill(fixture *f, unsigned *seed) {
    tenor_error error;
    tn_phrases_builder *builder = tn_phrases_new(&f->builder);
    cr_assert_not_null(builder);
    for (size_t i = 0; i < PHRASES; i++) {
        phrase p = draw_phrase(seed);
        char room[2 * LONGEST];
        uint32_t existing;
        size_t earlier = 0;
        while (earlier < f->count && !same(&f->listed[earlier], &p)) earlier++;
        cr_assert_eq(tn_phrases_add(builder, tn_str(spell(&p, room)), (uint32_t)f->count, &existing, &error), TENOR_OK);
        if (earlier < f->count) cr_assert_eq(existing, earlier);
        else cr_assert_eq(existing, TN_NO_ENTRY);
        if (earlier == f->count) f->listed[f->count++] = p;
    }
    cr_assert(tn_phrases_freeze(&f->phrases, builder, &f->arena));
}

/* A text whose i-th word is letters[i]. */
static tn_doc doc_of(fixture *f, const char *letters, size_t n, tn_word *words, tn_term *terms) {
    for (size_t i = 0; i < LETTERS; i++) {
        char letter = (char)('a' + i);
        terms[i + 1] = (tn_term){.vocabulary = tn_vocabulary_find(&f->vocabulary, (tenor_string){&letter, 1})};
    }
    for (size_t i = 0; i < n; i++) words[i] = (tn_word){.term = (uint32_t)(letters[i] - 'a' + 1)};
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

static void compare(const fixture *f, const tn_doc *doc, const char *letters, uint32_t at, uint32_t limit) {
    uint32_t those[LONGEST + 1], longest = 0, n = 0;
    tn_match match, all[LONGEST];
    naive(f, letters, at, limit, those);
    size_t found = tn_phrases_all(&f->phrases, doc, at, limit, all, LONGEST);
    for (uint32_t k = 1; k <= LONGEST; k++) {
        if (those[k] == 0) continue;
        longest = k;
        cr_assert_lt(n, found);
        cr_assert_eq(all[n].last - all[n].first, k);
        cr_assert_eq(all[n++].entry, those[k] - 1);
    }
    cr_assert_eq(found, n);
    cr_assert_eq(tn_phrases_at(&f->phrases, doc, at, limit, &match), longest > 0);
    cr_assert_eq(match.last - at, longest);
    if (longest) cr_assert_eq(match.entry, those[longest] - 1);
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
        for (uint32_t at = 0; at < TEXT_WORDS; at++) {
            uint32_t limit = at + 1 + draw(&seed, LONGEST + 2);
            compare(&f, &doc, letters, at, limit < TEXT_WORDS ? limit : TEXT_WORDS);
        }
    }
    tn_arena_free(&f.arena);
}

/* Every other phrase in a collection of its own: the better of two matches is what one collection of all finds. */
Test(phrases, two_collections_find_what_one_does) {
    static fixture f;
    unsigned seed = 7;
    tenor_error error;
    tn_phrases half[2];
    uint8_t may_gap[PHRASES];
    size_t seen[4] = {0};
    f = (fixture){.arena = TN_ARENA_INIT};
    cr_assert(tn_vocabulary_init(&f.builder, NULL, &f.arena));
    fill(&f, &seed);
    for (size_t i = 0; i < PHRASES; i++) may_gap[i] = draw(&seed, 2) != 0;
    for (size_t h = 0; h < 2; h++) {
        tn_phrases_builder *builder = tn_phrases_new(&f.builder);
        cr_assert_not_null(builder);
        for (size_t i = h; i < f.count; i += 2) {
            char room[2 * LONGEST];
            uint32_t existing;
            cr_assert_eq(tn_phrases_add(builder, tn_str(spell(&f.listed[i], room)), (uint32_t)i, &existing, &error),
                         TENOR_OK);
        }
        cr_assert(tn_phrases_freeze(&half[h], builder, &f.arena));
    }
    cr_assert(tn_vocabulary_freeze(&f.vocabulary, &f.builder, &f.arena));
    for (size_t t = 0; t < TEXTS; t++) {
        char letters[TEXT_WORDS];
        tn_word words[TEXT_WORDS];
        tn_term terms[LETTERS + 1] = {{.vocabulary = 0}};
        for (size_t i = 0; i < TEXT_WORDS; i++) letters[i] = (char)('a' + draw(&seed, LETTERS));
        tn_doc doc = doc_of(&f, letters, TEXT_WORDS, words, terms);
        for (uint32_t at = 0; at < TEXT_WORDS; at++) {
            tn_match one, two[2];
            bool found = tn_phrases_at_gapped(&f.phrases, may_gap, &doc, at, TEXT_WORDS, &one);
            for (size_t h = 0; h < 2; h++) (void)tn_phrases_at_gapped(&half[h], may_gap, &doc, at, TEXT_WORDS, &two[h]);
            int order = tn_match_compare(&two[0], &two[1]);
            cr_assert_eq(order, -tn_match_compare(&two[1], &two[0]));
            const tn_match *best = &two[order < 0];
            cr_assert_eq(best->last > at, found);
            seen[(order > 0) - (order < 0) + 1]++;
            if (!found) continue;
            cr_assert_eq(best->entry, one.entry);
            cr_assert_eq(best->last, one.last);
            cr_assert_eq(best->parted, one.parted);
            seen[3] += one.parted;
        }
    }
    cr_expect(seen[0] > 100 && seen[2] > 100 && seen[3] > 100, "%zu %zu %zu", seen[0], seen[2], seen[3]);
    tn_arena_free(&f.arena);
}

Test(phrases, a_matcher_without_phrases_finds_none) {
    tn_arena arena = TN_ARENA_INIT;
    tn_vocabulary_builder builder;
    tn_phrases phrases;
    tn_match match;
    cr_assert(tn_vocabulary_init(&builder, NULL, &arena));
    tn_phrases_builder *none = tn_phrases_new(&builder);
    cr_assert(none && tn_phrases_freeze(&phrases, none, &arena));
    tn_word word = {.term = 1};
    tn_term terms[2] = {{.vocabulary = 0}, {.vocabulary = 7}};
    tn_doc doc = {.words = &word, .n_words = 1, .terms = terms, .n_terms = 1};
    cr_expect_not(tn_phrases_at(&phrases, &doc, 0, 1, &match));
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
    cr_assert(tn_phrases_freeze(&phrases, builder, &arena));
    cr_expect_eq(phrases.nodes[phrases.first[phrases.n_first - 1]].entry - 1, most);
    tn_arena_free(&arena);
}
