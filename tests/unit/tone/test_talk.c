/* Talk of sport and the like goes on to the sentences around it, but for those of a topic. */
#include <criterion/criterion.h>
#include <string.h>

#include "reading.h"

static void set_up(void) { reading_open(true); }

TestSuite(talk, .init = set_up, .fini = reading_close);

#define MATCH "The midfielder scored before half-time. The goalkeeper had no chance. "

Test(talk, goes_on_to_neighbours) {
    double alone = reading_tension("They never recovered from that attack.", NULL);
    double among = reading_tension(MATCH "They never recovered from that attack.", NULL);
    double off = reading_tension(MATCH "They never recovered from that attack.", "-sense");
    cr_expect_gt(alone, 80);
    cr_expect_lt(among, 60);
    cr_expect_gt(off, 80);
}

Test(talk, needs_more_than_one_sentence) {
    cr_expect_gt(reading_tension("The midfielder was there. They never recovered from that attack.", NULL), 80);
}

Test(talk, names_its_reason) {
    const char *hits = reading_hits(MATCH "That attack was swift.", NULL);
    cr_expect(strstr(hits, "attack{sense:goalkeeper}"), "%s", hits);
}

Test(talk, leaves_topics_alone) {
    static const char *const text = "Syria was shelled. The attack killed nine.";
    double alone = reading_topic(text, "syria")->tone.tension;
    cr_expect_float_eq(reading_topic(MATCH "Syria was shelled. The attack killed nine.", "syria")->tone.tension, alone,
                       1e-9);
    cr_expect_float_eq(reading_topic("Syria was shelled. The attack killed nine. " MATCH, "syria")->tone.tension, alone,
                       1e-9);
}
