/* What names a topic, and which words are about it. */
#include <criterion/criterion.h>

#include "reading.h"

static void set_up(void) { reading_open(false); }

TestSuite(attribution, .init = set_up, .fini = reading_close);

static void expect_shares(const char *text, const char *topic, const char *shares) {
    const char *got = reading_shares(text, topic);
    cr_expect_str_eq(got, shares, "%s\n  %s: %s, not %s", text, topic, got, shares);
}

static void expect_hits(const char *text, const char *topic, const char *hits) {
    const char *got = reading_topic_hits(text, topic);
    cr_expect_str_eq(got, hits, "%s\n  %s: %s, not %s", text, topic, got, hits);
}

Test(attribution, names) {
    expect_shares("Marovian rebels sang.", "marovia", "0:name:1.0");
    expect_shares("marovia sang.", "marovia", "0:name:1.0");
    expect_shares("Kelland sang.", "marovia", "");
    expect_shares("MA voted.", "marovia", "0:name:1.0");
    expect_shares("Ma voted.", "marovia", "");                /* an exact name is as written */
    expect_shares("Marovia Airlines landed.", "marovia", ""); /* excluded */
    expect_shares("Marovia Airlines left Marovia.", "marovia", "0:name:1.0");
}

Test(attribution, definite_phrases_go_to_the_latest_named) {
    expect_shares("The coast was calm.", "marovia", "");
    expect_shares("Marovia slept. They shelled the coast.", "marovia", "0:name:1.0 1:definite:1.0");
    expect_shares("Marovia slept. They shelled the coast.", "kelland", "");
    const char *both = "Marovia slept. Kelland ate. They shelled the coast.";
    expect_shares(both, "marovia", "0:name:1.0");
    expect_shares(both, "kelland", "1:name:1.0 2:definite:1.0");
}

Test(attribution, topics_may_overlap) {
    expect_shares("Kelland port burned.", "kelland", "0:name:1.0");
    expect_shares("Kelland port burned.", "kelland-ports", "0:name:1.0");
}

Test(attribution, a_name_carries_on) {
    const char *text = "Marovia slept. They attacked. They shelled it. They ate.";
    expect_shares(text, "marovia", "0:name:1.0 1:carry:0.5 2:carry:0.2");
    expect_shares("Marovia slept. Kelland ate. They attacked.", "marovia", "0:name:1.0"); /* ends with the next name */
    expect_shares("Marovia slept. Kelland ate. They attacked.", "kelland", "1:name:1.0 2:carry:0.5");
}

Test(attribution, the_headline_counts_and_carries_nothing) {
    const char *text = "Marovia under attack\n\nRebels came at dawn and shelled the old town for an hour.\n";
    expect_shares(text, "marovia", "0:title:1.0");
}

Test(attribution, the_clause_decides) {
    const char *text = "Marovia attacked the town, while Kelland signed a deal.";
    expect_hits(text, "marovia", "attack");
    expect_hits(text, "kelland", "sign deal");
    expect_hits("Rebels attacked Marovia and Kelland.", "marovia", "rebel attack"); /* nothing divides them */
    expect_hits("Rebels attacked Marovia and Kelland.", "kelland", "rebel attack");
}

Test(attribution, a_calm_paragraph_moves_no_other_topic) {
    const char *alone = "Marovia attacked the town on Monday.";
    const char *beside = "Marovia attacked the town on Monday.\n\nKelland opened a garden and signed a deal.\n";
    double before = reading_topic(alone, "marovia")->tone.tension;
    cr_assert_eq(reading_topic(beside, "marovia")->tone.tension, before);
    cr_assert_lt(reading_topic(beside, "kelland")->tone.tension, 50);
}
