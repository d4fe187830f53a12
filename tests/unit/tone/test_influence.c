/* What would change a number most, against trying every sentence. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "tone/influence.h"

static unsigned draw(unsigned *seed, unsigned below) {
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 16) % below;
}

static const tn_tone_parameters parameters = {
    .intercept = -0.2, .slope = 0.7, .spread = 0.5, .intensity_scale = 1, .sentiment_scale = 15};

static double tension_without(const tn_observation *all, size_t n, size_t which) {
    tn_observation others[16];
    tenor_tone tone;
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        if (i != which) others[count++] = all[i];
    cr_assert_eq(tn_tone_number(&tone, others, count, &parameters, NULL), TENOR_OK);
    return tone.scored ? tone.tension : -1;
}

/* How far without the i-th: 100, farther than any, when no number is left. */
static double distance(const tn_observation *all, size_t n, size_t which, double is) {
    double without = tension_without(all, n, which);
    return without < 0 ? 100 : fabs(without - is);
}

Test(influence, is_what_trying_every_sentence_finds) {
    tn_arena arena = TN_ARENA_INIT;
    unsigned seed = 5;
    for (int round = 0; round < 300; round++) {
        tn_observation all[16] = {{0}};
        size_t n = 1 + draw(&seed, 16), count, with_hits = 0;
        static const double shares[] = {1, 0.5, 0.2};
        for (size_t i = 0; i < n; i++) {
            all[i].share = shares[draw(&seed, 3)];
            all[i].hits = draw(&seed, 3);
            all[i].raw = all[i].hits ? (double)draw(&seed, 1600) / 100 - 8 : 0;
            with_hits += all[i].hits > 0;
        }
        tenor_tone tone;
        tn_influence found[TN_MOST_INFLUENCES];
        cr_assert_eq(tn_tone_number(&tone, all, n, &parameters, NULL), TENOR_OK);
        cr_assert_eq(tn_tone_influences(found, &count, all, n, &parameters, &arena, NULL), TENOR_OK);
        cr_assert_eq(count, with_hits < TN_MOST_INFLUENCES ? with_hits : TN_MOST_INFLUENCES);
        bool taken[16] = {false};
        for (size_t k = 0; k < count; k++) {
            double farthest = -1, mine = distance(all, n, found[k].without, tone.tension);
            for (size_t i = 0; i < n; i++)
                if (!taken[i] && all[i].hits) farthest = fmax(farthest, distance(all, n, i, tone.tension));
            cr_assert_float_eq(mine, farthest, 1e-9);
            cr_assert_eq(found[k].tone.scored, with_hits > 1);
            if (with_hits > 1) cr_assert_eq(found[k].tone.tension, tension_without(all, n, found[k].without));
            taken[found[k].without] = true;
        }
        tn_arena_reset(&arena);
    }
    tn_arena_free(&arena);
}

/* Of a text in which each sentence names the topic: the same as analysing it without the sentence. */
Test(influence, is_the_number_of_the_text_without_the_sentence) {
    static const char *const parts[] = {"Freedonia was attacked on Monday. ",
                                        "Freedonia signed a truce with Sylvania. ",
                                        "Diplomats of Freedonia were expelled. ", "Freedonia slept. "};
    char text[500] = "";
    for (size_t i = 0; i < 4; i++) strcat(text, parts[i]);
    tenor_engine *engine;
    tenor_result *result, *other;
    tenor_error error;
    const char *topic = "Freedonia";
    tenor_options options = TENOR_OPTIONS_INIT;
    options.topics = &topic;
    options.n_topics = 1;
    options.account = true;
    cr_assert_eq(tenor_engine_open(&engine, NULL, &error), TENOR_OK);
    cr_assert(tenor_result_new(&result, &error) == TENOR_OK && tenor_result_new(&other, &error) == TENOR_OK);
    tenor_input input = {.text = {text, strlen(text)}};
    cr_assert_eq(tenor_analyze(result, engine, &input, &options, &error), TENOR_OK);
    size_t count;
    const tenor_topic *found = tenor_result_topics(result, &count);
    cr_assert(count == 1 && found->n_changes == 3);
    for (size_t k = 0; k < found->n_changes; k++) {
        char rest[500] = "";
        for (size_t i = 0; i < 4; i++)
            if (i != found->changes[k].without->sentence->index) strcat(rest, parts[i]);
        tenor_input without = {.text = {rest, strlen(rest)}};
        cr_assert_eq(tenor_analyze(other, engine, &without, &options, &error), TENOR_OK);
        const tenor_topic *of_rest = tenor_result_topics(other, &count);
        cr_expect(of_rest->tone.scored && found->changes[k].scored);
        cr_expect_float_eq(of_rest->tone.tension, found->changes[k].tension, 1e-9);
        cr_expect_eq(of_rest->tone.band, found->changes[k].band);
    }
    tenor_result_free(result);
    tenor_result_free(other);
    tenor_engine_close(engine);
}
