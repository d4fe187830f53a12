#include "make_doc.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/vec.h"

typedef struct maker {
    tn_arena *arena;
    tn_strtab strings;
    TN_VEC(char) text;
    TN_VEC(tn_word) words;
    TN_VEC(tn_sentence) sentences;
    uint32_t part, position;
} maker;

static bool is_stop(tenor_string word) {
    static const char *const stop[] = {"the", "a", "of", "is", "was", "it", "he", "and", "but", "not", "w1", "w2"};
    for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
        if (tn_equal(word, tn_str(stop[i]))) return true;
    return false;
}

static void add_text(maker *m, const char *bytes, size_t length) {
    if (length == 0) return;
    cr_assert(TN_RESERVE(m->arena, &m->text, length));
    memcpy(m->text.at + m->text.count, bytes, length);
    m->text.count += length;
}

static void add_word(maker *m, const char *bytes, size_t length) {
    char folded[64];
    size_t n = 0;
    for (; n < length && n < sizeof folded; n++) folded[n] = (char)tolower((unsigned char)bytes[n]);
    while (n > 0 && strchr(".,!?", folded[n - 1])) n--;
    if (n == 0) return;
    tn_word *word = TN_PUSH(m->arena, &m->words);
    cr_assert_not_null(word);
    word->start = (uint32_t)m->text.count;
    word->end = (uint32_t)(m->text.count + n);
    word->term = tn_strtab_add(&m->strings, (tenor_string){folded, n}, true);
}

static void add_sentence(maker *m, const char *text) {
    if (m->text.count) add_text(m, " ", 1);
    tn_sentence *sentence = TN_PUSH(m->arena, &m->sentences);
    cr_assert_not_null(sentence);
    for (; *text && strchr("#~+", *text); text++) {
        if (*text == '#') sentence->title = true;
        if (*text == '~') sentence->dangling = true;
        if (*text == '+') {
            m->part++;
            m->position = 0;
        }
    }
    sentence->part = m->part;
    sentence->position = sentence->title ? 0 : m->position++;
    sentence->start = (uint32_t)m->text.count;
    sentence->first = (uint32_t)m->words.count;
    while (*text) {
        size_t space = strspn(text, " \n"), word = strcspn(text + space, " \n");
        add_text(m, text, space);
        add_word(m, text + space, word);
        add_text(m, text + space, word);
        text += space + word;
    }
    sentence->end = (uint32_t)m->text.count;
    sentence->last = (uint32_t)m->words.count;
}

static const tn_doc *finish(maker *m) {
    tn_doc *doc = TN_NEW(m->arena, tn_doc);
    tn_term *terms = TN_NEW_ARRAY(m->arena, m->strings.count + 1, tn_term);
    cr_assert(doc && terms);
    for (uint32_t t = 1; t <= m->strings.count; t++)
        terms[t] = (tn_term){.text = m->strings.strings[t], .stop = is_stop(m->strings.strings[t])};
    *doc = (tn_doc){.text = {m->text.at, m->text.count},
                    .sentences = m->sentences.at,
                    .n_sentences = m->sentences.count,
                    .words = m->words.at,
                    .n_words = m->words.count,
                    .terms = terms,
                    .n_terms = m->strings.count,
                    .lang = "en",
                    .word_length = 1};
    return doc;
}

const tn_doc *make_doc(tn_arena *arena, const char *const *sentences, size_t n) {
    maker m = {.arena = arena};
    cr_assert(tn_strtab_init(&m.strings, arena, 16, 0));
    for (size_t i = 0; i < n; i++) add_sentence(&m, sentences[i]);
    return finish(&m);
}

const tn_rank_model test_model = {.weight = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20},
                                  .scale = .5};

double random_number(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) / 9007199254740992.0;
}

const tn_doc *make_random_doc(tn_arena *arena, size_t n, size_t vocabulary, size_t fewest, size_t most, uint64_t seed) {
    maker m = {.arena = arena};
    uint64_t state = seed * 2654435761u + 1;
    char text[4096];
    cr_assert(tn_strtab_init(&m.strings, arena, (uint32_t)vocabulary, 0));
    for (size_t i = 0; i < n; i++) {
        size_t words = fewest + (size_t)(random_number(&state) * (double)(most - fewest + 1)), length = 0;
        if (i % 7 == 6) text[length++] = '~';
        text[length] = '\0';
        for (size_t w = 0; w < words && length < sizeof text - 16; w++) {
            double rank = pow((double)vocabulary, random_number(&state)); /* density 1/rank */
            length += (size_t)snprintf(text + length, 16, "%sw%d", w ? " " : "", (int)rank);
        }
        add_sentence(&m, text);
    }
    return finish(&m);
}

const tn_doc *make_article(tn_arena *arena) {
    return MAKE_DOC(
        arena, "#Grain convoy reaches the harbour after a long standoff",
        "A convoy of nine grain ships reached the harbour of Velna on Monday after a standoff of eleven days.",
        "The ships had waited outside the strait while two governments argued over inspections.",
        "Officials in Velna said the first ship would unload on Tuesday and sail again within a week.",
        "~It was the first convoy to pass the strait since March.",
        "The harbour master, Ilse Brandt, watched from a tug.", "\"We counted the hulls twice,\" she said.",
        "Grain prices fell four percent in the hour after the news.",
        "Traders had expected the standoff to last into the autumn.",
        "The ministry of trade said inspections would continue, but only in the harbour and only by day.",
        "Under the agreement, inspectors from both governments board each ship together.",
        "They open the holds, count the sacks and seal the hatches.", "~But the agreement is narrow.",
        "It covers grain and nothing else, and it ends in sixty days.",
        "A second convoy of six ships is loading now and could sail on Friday.",
        "Insurers have not yet said what they would ask for the second convoy.",
        "For the first convoy they asked three times the usual price.",
        "The talks that led to the agreement began in April.", "They broke down twice over inspections in the strait.",
        "Diplomats said the inspections in the harbour were the idea of a clerk in the ministry of trade.",
        "The clerk asked not to be named.", "Farmers inland have stored the harvest in schools and churches.",
        "Some of the stored grain has begun to rot.",
        "\"A ship a day would empty the schools by winter,\" a farmer said.",
        "The farmers want the agreement to last longer than sixty days.",
        "The governments will meet again in June to talk about a longer agreement.", "Yes.", "No ship was damaged.",
        "No sailor was hurt.", "The weather on Monday was clear.",
        "Bakers in four cities had rationed bread during the standoff.",
        "Rationing will end on Thursday, the cities said.", "Bread prices have doubled since March.",
        "A loaf costs as much as a newspaper, a baker said.", "The navy kept two patrol boats near the strait.",
        "They left on Sunday evening.",
        "The harbour of Velna was built for forty ships a month and now expects ninety.",
        "Two new cranes arrived by rail last week.", "Dockers have been hired from three towns.",
        "The first ship, the Marta, carries barley.", "The Marta is forty years old.", "Officials in Velna said so.");
}

tn_rank_input make_input(tn_arena *arena, const tn_doc *doc) {
    tn_terms *terms = TN_NEW(arena, tn_terms);
    tenor_error error;
    cr_assert_not_null(terms);
    cr_assert_eq(tn_terms_build(terms, doc, NULL, arena, &error), TENOR_OK);
    return (tn_rank_input){.doc = doc, .terms = terms, .arena = arena, .model = &test_model};
}

double *rank_by(const char *name, const tn_rank_input *input) {
    const tn_ranker *ranker = tn_ranker_find(name);
    double *scores = TN_NEW_ARRAY(input->arena, input->terms->n, double);
    tenor_error error = {0};
    cr_assert(ranker && scores, "ranker %s", name);
    cr_assert_eq(ranker->rank(input, scores, &error), TENOR_OK, "%s: %s", name, error.message);
    for (size_t i = 0; i < input->terms->n; i++) cr_assert(isfinite(scores[i]), "%s: score %zu", name, i);
    return scores;
}

double relative_difference(const double *a, const double *b, size_t n) {
    double difference = 0, size = 0;
    for (size_t i = 0; i < n; i++) {
        difference = fmax(difference, fabs(a[i] - b[i]));
        size = fmax(size, fabs(b[i]));
    }
    return size > 0 ? difference / size : difference;
}
