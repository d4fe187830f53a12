/* Lexicons that a user adds. */
#include <criterion/criterion.h>
#include <string.h>

#include "tenor/tenor.h"

#define LEXICONS TENOR_SOURCE_DIR "/tests/data/lexicons/"

typedef struct opened {
    tenor_engine *engine;
    tenor_result *result;
} opened;

static opened open_with(const char *const *paths, size_t n) {
    opened o;
    tenor_error error = {0};
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    options.lexicon_paths = paths;
    options.n_lexicon_paths = n;
    cr_assert_eq(tenor_engine_open(&o.engine, &options, &error), TENOR_OK, "%s:%zu: %s", error.source, error.line,
                 error.message);
    cr_assert_eq(tenor_result_new(&o.result, &error), TENOR_OK);
    return o;
}

static void close_all(opened o) {
    tenor_result_free(o.result);
    tenor_engine_close(o.engine);
}

static void read_text(opened o, const char *text) {
    tenor_error error = {0};
    tenor_input input = {.text = {text, strlen(text)}};
    cr_assert_eq(tenor_analyze(o.result, o.engine, &input, NULL, &error), TENOR_OK, "%s", error.message);
}

/* The only hit of a sentence. */
static const tenor_hit *hit_of(opened o, const char *text) {
    size_t count;
    read_text(o, text);
    const tenor_sentence *sentences = tenor_result_sentences(o.result, &count);
    cr_assert_eq(count, 1);
    cr_assert_eq(sentences[0].n_hits, 1, "%s: %zu hits", text, sentences[0].n_hits);
    return &sentences[0].hits[0];
}

static double sentiment_of(opened o, const char *text) {
    read_text(o, text);
    const tenor_tone *overall = tenor_result_overall(o.result);
    return overall->has_sentiment ? overall->sentiment : 0;
}

Test(added, entries_are_added_and_override) {
    const char *paths[] = {LEXICONS "own.tsv"};
    opened plain = open_with(NULL, 0), own = open_with(paths, 1);
    static const struct {
        const char *text, *entry;
        double weight;
        size_t line;
    } rows[] = {
        {"The man had zorbed the others by then.", "zorb", 6, 4},
        {"People spoke of the ceasefires at length.", "ceasefire", -2, 5},
        {"They saw the hover drone strikes from there.", "{craft} strike", 8, 6},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const tenor_hit *hit = hit_of(own, rows[i].text);
        cr_expect_str_eq(hit->entry, rows[i].entry);
        cr_expect_eq(hit->weight, rows[i].weight);
        cr_expect_eq(hit->line, rows[i].line);
        cr_expect(hit->added);
        cr_expect_str_eq(hit->lexicon, LEXICONS "own.tsv");
    }
    const tenor_hit *old = hit_of(plain, rows[1].text);
    cr_expect_not(old->added);
    cr_expect_str_eq(old->lexicon, "lexicons/tension/en.tsv");
    cr_expect_lt(old->weight, -4);
    close_all(plain);
    close_all(own);
}

/* The longer phrase counts, whichever lexicon it is of, and a stop entry consumes its words. */
Test(added, the_longest_phrase_of_all_lexicons_counts) {
    const char *paths[] = {LEXICONS "own.tsv"};
    opened own = open_with(paths, 1);
    size_t count;
    read_text(own, "They went to the attack helicopter show of the village.");
    cr_expect_eq(tenor_result_sentences(own.result, &count)[0].n_hits, 0);
    const tenor_hit *hit = hit_of(own, "They had violated the ceasefire.");
    cr_expect_not(hit->added, "a phrase of the built-in lexicon with the word in it");
    cr_expect_gt(hit->weight, 0);
    close_all(own);
}

Test(added, rules_apply_to_what_is_added) {
    const char *paths[] = {LEXICONS "own.tsv"};
    opened own = open_with(paths, 1);
    const tenor_hit *hit = hit_of(own, "The man did not zorb the others.");
    cr_assert_eq(hit->n_rules, 1);
    cr_expect_str_eq(hit->rules[0].rule, "negation");
    close_all(own);
}

Test(added, words_with_values_are_sentiment) {
    const char *paths[] = {LEXICONS "valence.tsv"};
    opened plain = open_with(NULL, 0), own = open_with(paths, 1);
    cr_expect_gt(sentiment_of(plain, "The ceasefire is here."), 0);
    cr_expect_lt(sentiment_of(own, "The ceasefire is here."), 0);
    cr_expect_eq(hit_of(own, "The ceasefire is here.")->weight, hit_of(plain, "The ceasefire is here.")->weight);
    close_all(plain);
    close_all(own);
}

Test(added, of_several_the_last_counts_and_all_are_named) {
    const char *paths[] = {LEXICONS "own.tsv", TENOR_SOURCE_DIR "/lexicons/tension/en.tsv", LEXICONS "valence.tsv"};
    opened o = open_with(paths, 3);
    cr_expect_lt(hit_of(o, "People spoke of the ceasefires at length.")->weight, -4);
    size_t count;
    const tenor_data_info *data = tenor_engine_data(o.engine, &count);
    static const char *const names[] = {"tension", "tension", "tension", "sentiment", "sentiment", "rules", "topics"};
    cr_assert_eq(count, 7);
    for (size_t i = 0; i < count; i++) cr_expect_str_eq(data[i].name, names[i]);
    cr_expect_str_eq(data[1].source, LEXICONS "own.tsv");
    cr_expect_str_eq(data[1].version, "3");
    cr_expect_eq(data[1].entries, 4);
    cr_expect_str_eq(data[0].sha256, data[2].sha256);
    cr_expect_eq(data[4].entries, 3);
    close_all(o);
}

Test(added, a_broken_one_says_where) {
    const char *paths[] = {TENOR_SOURCE_DIR "/README.md"}, *missing[] = {"/no/such/file"};
    tenor_engine *engine;
    tenor_error error = {0};
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    options.lexicon_paths = paths;
    options.n_lexicon_paths = 1;
    cr_expect_eq(tenor_engine_open(&engine, &options, &error), TENOR_E_DATA);
    cr_expect_null(engine);
    cr_expect_str_eq(error.source, paths[0]);
    cr_expect(error.line > 0 && error.column > 0 && error.excerpt[0]);
    options.lexicon_paths = missing;
    cr_expect_eq(tenor_engine_open(&engine, &options, &error), TENOR_E_IO);
}

static void keep_first(void *context, const tenor_lexicon_entry *entry) {
    tenor_lexicon_entry *first = context;
    if (!first->line) *first = *entry;
}

Test(added, looking_up_begins_with_them) {
    const char *paths[] = {LEXICONS "own.tsv", LEXICONS "valence.tsv"};
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    tenor_lexicon_entry tension = {0}, sentiment = {0};
    tenor_error error;
    options.lexicon_paths = paths;
    options.n_lexicon_paths = 2;
    cr_expect_eq(tenor_lexicon_find(&options, "tension", "ceasefires", keep_first, &tension, &error), TENOR_OK);
    cr_expect_eq(tension.line, 5);
    cr_expect_eq(tenor_lexicon_find(&options, "sentiment", "Ceasefire", keep_first, &sentiment, &error), TENOR_OK);
    cr_expect_eq(sentiment.line, 3);
    cr_expect_eq(sentiment.pos, '=');
}
