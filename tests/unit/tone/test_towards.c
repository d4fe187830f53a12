/* Sentiment falls on whom it is passed on, more on who is near. */
#include <criterion/criterion.h>

#include "reading.h"

static void set_up(void) { reading_open(false); }

TestSuite(towards, .init = set_up, .fini = reading_close);

static double sentiment(const char *text, const char *topic) {
    const tenor_tone *tone = &reading_topic(text, topic)->tone;
    return tone->has_sentiment ? tone->sentiment : 0;
}

Test(towards, a_verdict_falls_on_its_object) {
    const char *active = "Marovia criticised Kelland.", *passive = "Kelland was criticised by Marovia.";
    cr_assert_lt(sentiment(active, "kelland"), sentiment(active, "marovia"));
    cr_assert_lt(sentiment(passive, "kelland"), sentiment(passive, "marovia"));
    cr_assert_float_eq(sentiment(active, "kelland"), sentiment(passive, "kelland"), 0.06);
    cr_assert_gt(sentiment("Marovia praised Kelland.", "kelland"), sentiment("Marovia praised Kelland.", "marovia"));
}

Test(towards, other_words_take_no_sides) {
    cr_assert_float_eq(sentiment("A brave Marovia.", "marovia"), sentiment("Marovia brave.", "marovia"), 1e-9);
}

Test(towards, what_a_speaker_says_falls_on_others) {
    const char *speaking = "The vote was a failure, Kelland said.", *spoken_of = "The vote was a failure of Kelland.";
    cr_assert_gt(sentiment(speaking, "kelland"), sentiment(spoken_of, "kelland") / 2);
    const char *last = "The vote was a failure, said Kelland.", *others = "They said Kelland was a failure.";
    cr_assert_gt(sentiment(last, "kelland"), sentiment(others, "kelland") / 2);
}

Test(towards, nearer_counts_more) {
    double near = sentiment("Marovia saw its failure in the long and very cold winter of that year.", "marovia");
    double far = sentiment("Marovia saw in the long and very cold winter of that year its failure.", "marovia");
    cr_assert_lt(near, far);
    cr_assert_lt(far, 0);
}

Test(towards, carried_sentences_count_in_full) {
    cr_assert_lt(sentiment("Marovia voted. It was a failure.", "marovia"), 0);
}
