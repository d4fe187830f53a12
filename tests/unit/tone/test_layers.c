/* Lexicons over each other find what one lexicon of all their phrases finds. */
#include <criterion/criterion.h>

#include "text/phrases_builder.h"
#include "tone/layers.h"

/* Phrases over the words a ... h, of which h is a function word; a third of the draws is in several layers. */
enum { LAYERS = 3, DRAWS = 150, LONGEST = 4, LETTERS = 8, TEXTS = 400, TEXT_WORDS = 40 };

typedef struct fixture {
    tn_arena arena;
    tn_vocabulary_builder builder;
    tn_vocabulary vocabulary;
    tn_phrases_builder *apart[LAYERS], *together;
    tn_tone_lexicon lexicons[LAYERS];
    tn_phrases merged;
    uint8_t may_gap[LAYERS * DRAWS];
} fixture;

static unsigned draw(unsigned *seed, unsigned below) {
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 16) % below;
}

static tenor_string draw_phrase(unsigned *seed, char *room) {
    size_t words = 1 + draw(seed, LONGEST);
    for (size_t i = 0; i < words; i++) {
        room[2 * i] = (char)('a' + draw(seed, i ? LETTERS : LETTERS - 1));
        room[2 * i + 1] = ' ';
    }
    return (tenor_string){room, 2 * words - 1};
}

static uint32_t add(tn_phrases_builder *builder, tenor_string phrase, uint32_t entry) {
    tenor_error error;
    uint32_t existing;
    cr_assert_eq(tn_phrases_add(builder, phrase, entry, &existing, &error), TENOR_OK);
    return existing;
}

/* The uppermost layer first, so that its entries stay in the one collection; an entry's number says its layer. */
static void fill(fixture *f) {
    unsigned seed = 3, doubled = 0;
    f->together = tn_phrases_new(&f->builder);
    for (uint32_t i = 0; i < LAYERS * DRAWS; i++) f->may_gap[i] = draw(&seed, 2) != 0;
    for (uint32_t layer = LAYERS; layer-- > 0;) {
        f->apart[layer] = tn_phrases_new(&f->builder);
        cr_assert(f->apart[layer] && f->together);
        for (uint32_t i = 0; i < DRAWS; i++) {
            char room[2 * LONGEST];
            tenor_string phrase = draw_phrase(&seed, room);
            uint32_t entry = layer * DRAWS + i;
            (void)add(f->apart[layer], phrase, entry);
            uint32_t existing = add(f->together, phrase, entry);
            if (existing == TN_NO_ENTRY || existing / DRAWS == layer) continue;
            f->may_gap[entry] = f->may_gap[existing]; /* else they are not of the same words */
            doubled++;
        }
    }
    cr_assert_gt(doubled, 30);
    for (uint32_t layer = 0; layer < LAYERS; layer++) {
        cr_assert(
            tn_phrases_freeze(&f->lexicons[layer].phrases, f->apart[layer], f->may_gap, LAYERS * DRAWS, &f->arena));
        f->lexicons[layer].over = layer + 1 < LAYERS ? &f->lexicons[layer + 1] : NULL;
    }
    cr_assert(tn_phrases_freeze(&f->merged, f->together, f->may_gap, LAYERS * DRAWS, &f->arena));
    cr_assert(tn_vocabulary_freeze(&f->vocabulary, &f->builder, &f->arena));
}

static tn_doc draw_text(fixture *f, unsigned *seed, tn_word *words, tn_term *terms) {
    for (size_t i = 0; i < LETTERS; i++) {
        char letter = (char)('a' + i);
        terms[i + 1] = (tn_term){.vocabulary = tn_vocabulary_find(&f->vocabulary, (tenor_string){&letter, 1})};
        terms[i + 1].stop = letter == 'h';
    }
    for (size_t i = 0; i < TEXT_WORDS; i++)
        words[i] = (tn_word){.term = 1 + draw(seed, LETTERS), .flags = draw(seed, 12) ? 0 : TN_WORD_CLAUSE};
    return (tn_doc){.words = words, .n_words = TEXT_WORDS, .terms = terms, .n_terms = LETTERS};
}

Test(layers, find_what_one_lexicon_of_all_phrases_finds) {
    static fixture f;
    unsigned seed = 9;
    size_t of_layer[LAYERS] = {0}, parted = 0;
    f = (fixture){.arena = TN_ARENA_INIT};
    cr_assert(tn_vocabulary_init(&f.builder, NULL, &f.arena));
    fill(&f);
    for (size_t t = 0; t < TEXTS; t++) {
        tn_word words[TEXT_WORDS];
        tn_term terms[LETTERS + 1] = {{.vocabulary = 0}};
        tn_doc doc = draw_text(&f, &seed, words, terms);
        tn_layers layers;
        tn_matcher matcher;
        tn_match one, best;
        cr_assert(tn_phrases_number(&doc, &f.arena));
        cr_assert(tn_layers_init(&layers, &f.lexicons[0], &doc, &f.arena));
        cr_assert(tn_matcher_init(&matcher, &f.merged, &doc, &f.arena));
        uint32_t limits[] = {TEXT_WORDS / 2, TEXT_WORDS}, at = 0; /* two sentences */
        for (size_t s = 0; s < 2; s++) {
            tn_layers_begin(&layers);
            for (;;) {
                bool found = tn_matcher_next_gapped(&matcher, at, limits[s], &one);
                const tn_tone_lexicon *of = tn_layers_next(&layers, at, limits[s], &best);
                cr_assert_eq(of != NULL, found);
                if (!found) break;
                cr_assert(best.first == one.first && best.last == one.last && best.parted == one.parted);
                cr_assert_eq(best.entry, one.entry);
                cr_assert_eq(of, &f.lexicons[one.entry / DRAWS]);
                of_layer[one.entry / DRAWS]++;
                parted += one.parted;
                at = one.last;
            }
            at = limits[s];
        }
    }
    cr_expect(of_layer[0] > 100 && of_layer[1] > 100 && of_layer[2] > 100 && parted > 100);
    tn_arena_free(&f.arena);
}
