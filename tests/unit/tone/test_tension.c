/* The numbers, whatever the lexicon. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reading.h"
#include "tone/tension.h"

static void set_up(void) { reading_open(false); }

TestSuite(tension, .init = set_up, .fini = reading_close);

static const char article[] =
    "Rebels attacked a village in Marovia on Monday. Talks with Kelland had failed. The truce was broken, the army "
    "said. "
    "Aid may follow, and a deal is near.";

Test(tension, no_hit_no_number) {
    cr_assert_not(tenor_result_overall(reading_of("They ate lunch.", NULL))->scored);
    cr_assert_not(tenor_result_overall(reading_of("", NULL))->scored);
    cr_assert_not(reading_topic("Marovia ate lunch. Kelland attacked.", "marovia")->tone.scored);
    cr_assert_not(reading_topic("They attacked.", "marovia")->tone.scored);
    cr_assert_eq(reading_topic("They attacked.", "marovia")->mentions, 0);
}

Test(tension, doubling_a_text_changes_nothing) {
    char twice[2 * sizeof article + 2];
    snprintf(twice, sizeof twice, "%s\n\n%s", article, article);
    tenor_tone one = *tenor_result_overall(reading_of(article, NULL));
    tenor_tone two = *tenor_result_overall(reading_of(twice, NULL));
    cr_assert_float_eq(one.tension, two.tension, 1e-9);
    cr_assert_float_eq(one.intensity, two.intensity, 1e-9);
    cr_assert_float_eq(one.direction, two.direction, 1e-9);
    cr_assert_eq(2 * one.hits, two.hits);
}

Test(tension, the_interval_holds_the_number) {
    const char *texts[] = {article, "They attacked.", "A deal.", "They ended the war. They attacked. A truce held."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const tenor_tone *tone = tenor_result_overall(reading_of(texts[i], NULL));
        cr_expect(0 <= tone->low && tone->low <= tone->tension && tone->tension <= tone->high && tone->high <= 100);
    }
}

Test(tension, more_sentences_narrow_it) {
    char many[20 * sizeof article] = "";
    for (int i = 0; i < 10; i++) strcat(strcat(many, article), "\n\n");
    tenor_tone one = *tenor_result_overall(reading_of(article, NULL));
    tenor_tone ten = *tenor_result_overall(reading_of(many, NULL));
    cr_assert_lt(ten.high - ten.low, one.high - one.low);
}

/* One draw after another of what the interval stands for, with noise that is the sum of twelve uniform numbers. */
static double uniform(unsigned long long *state) {
    *state = *state * 6364136223846793005ull + 1442695040888963407ull;
    return (double)(*state >> 33) / 2147483648.0;
}

static double draw_mean(const tn_observation *observations, size_t n, double spread, unsigned long long *state) {
    double sum = 0, shares = 0;
    for (size_t i = 0; i < n; i++) {
        const tn_observation *o = &observations[(size_t)(uniform(state) * (double)n)];
        double noise = -6;
        for (int k = 0; k < 12; k++) noise += uniform(state);
        sum += o->share * (o->raw + spread * noise);
        shares += o->share;
    }
    return sum / shares;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

Test(tension, the_interval_is_that_of_a_bootstrap) {
    enum { DRAWS = 20000 };
    static double means[DRAWS];
    const tn_tone_parameters p = {
        .slope = 1, .intercept = -0.2, .spread = 2, .intensity_scale = 1, .sentiment_scale = 1};
    const tn_observation observations[] = {{.share = 1, .raw = 2, .hits = 1},   {.share = 1, .raw = -1, .hits = 2},
                                           {.share = 0.5, .raw = 4, .hits = 1}, {.share = 1, .raw = 0.3, .hits = 1},
                                           {.share = 1, .raw = -2, .hits = 3},  {.share = 0.2, .raw = 3, .hits = 1}};
    unsigned long long state = 1;
    for (size_t n = 1; n <= 6; n++) {
        tenor_tone tone;
        double centre = 0;
        cr_assert_eq(tn_tone_number(&tone, observations, n, &p, NULL), TENOR_OK);
        for (size_t i = 0; i < DRAWS; i++) centre += means[i] = draw_mean(observations, n, p.spread, &state);
        qsort(means, DRAWS, sizeof *means, ascending);
        double mean = -log(100 / tone.tension - 1) + 0.2;
        double low = mean + means[DRAWS / 20] - centre / DRAWS,
               high = mean + means[DRAWS - DRAWS / 20] - centre / DRAWS;
        cr_expect_float_eq(tone.low, 100 / (1 + exp(0.2 - low)), 1.5, "%zu: %g", n, tone.low);
        cr_expect_float_eq(tone.high, 100 / (1 + exp(0.2 - high)), 1.5, "%zu: %g", n, tone.high);
    }
}

Test(tension, the_same_every_time) {
    tenor_tone first = *tenor_result_overall(reading_of(article, NULL));
    (void)reading_of("Kelland signed a deal.", NULL);
    tenor_tone second = *tenor_result_overall(reading_of(article, NULL));
    cr_assert_eq(memcmp(&first.low, &second.low, sizeof first.low), 0);
    cr_assert_eq(memcmp(&first.high, &second.high, sizeof first.high), 0);
    cr_assert_eq(first.tension, second.tension);
}

Test(tension, the_first_event_leads) {
    cr_assert_gt(reading_tension("They attacked during the talks.", NULL),
                 reading_tension("The talks went on as they attacked.", NULL));
    cr_assert_gt(reading_tension("They attacked.", NULL), reading_tension("Rebels.", NULL), "an actor is no event");
}

Test(tension, intensity_is_of_force_not_of_direction) {
    const tenor_tone *tone = tenor_result_overall(reading_of("They attacked and shelled the town.", NULL));
    double force = tone->intensity;
    tone = tenor_result_overall(reading_of("They accused the town.", NULL));
    cr_assert_gt(force, tone->intensity);
    tone = tenor_result_overall(reading_of("They signed a deal.", NULL));
    cr_assert_lt(tone->intensity, 20);
    cr_assert_lt(tone->direction, 0);
}
