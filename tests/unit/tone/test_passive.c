/* Entries of a verb with its object, met as passives; participles as attributes; talk that goes on to its neighbours.
 */
#include <criterion/criterion.h>

#include "reading.h"

static void set_up(void) { reading_open(false); }

TestSuite(passive, .init = set_up, .fini = reading_close);

Test(passive, with_an_auxiliary) {
    static const reading_case cases[] = {
        {"They freed the hostages.", "free hostages"},
        {"The hostages were freed.", "free hostages"}, /* in place of the hit that the object is by itself */
        {"Two hostages have finally been freed.", "free hostages"},
        {"The hostages were not freed.", "free hostages{negation:not}"},
        {"The gas was cut off on Monday.", "cut off gas"},  /* with its particle */
        {"The hostages, it said, were freed.", "hostages"}, /* not across a clause mark */
        {"The hostages ate and were freed.", "hostages"},
        {"The hostages were freeing a bird.", "hostages"},
        {"The case was reopened.", ""}, /* a stop phrase turned round uses its words up, too */
        {"The road was reopened.", "reopen"},
    };
    EXPECT(cases);
}

Test(passive, shorthand_of_headlines) {
    static const reading_case cases[] = {
        {"Hostages freed in raid", "free hostages"},
        {"Hostages freed", "free hostages"},
        {"Hostages freed doves", "hostages"},                      /* they freed others */
        {"The hostages freed by the raid went home.", "hostages"}, /* a description of them */
        {"Hostages free to go", "hostages"},                       /* no participle */
    };
    EXPECT(cases);
}

Test(passive, is_what_the_rule_voice_is_about) {
    cr_expect_str_eq(reading_hits("The hostages were freed.", "-voice"), "hostages");
}

Test(passive, gap_behind_a_particle) {
    static const reading_case cases[] = {
        {"They cut off the town's gas.", "cut off gas"},
        {"They cut off power, gas and water.", ""},
        {"They cut off the town in the gas field.", ""}, /* a function word is no gap */
    };
    EXPECT(cases);
}

Test(passive, a_participle_behind_an_article_tells_no_event) {
    double event = reading_tension("Rebels shelled a school.", NULL),
           attribute = reading_tension("They met in the shelled school.", NULL);
    cr_expect_gt(event, attribute);
    cr_expect_gt(attribute, 50);
}
