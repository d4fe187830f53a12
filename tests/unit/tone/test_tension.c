/* The numbers, whatever the lexicon. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "reading.h"

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
