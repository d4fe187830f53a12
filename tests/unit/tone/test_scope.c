/* What each scope rule reaches, and what it leaves alone. */
#include <criterion/criterion.h>

#include "reading.h"

static void set_up(void) { reading_open(false); }

TestSuite(scope, .init = set_up, .fini = reading_close);

Test(scope, hits) {
    static const reading_case cases[] = {
        {"They ate lunch.", ""},
        {"The price war hurt both shops.", ""}, /* a stop phrase uses its words up */
        {"The Security Council discussed the war.", "war"},
        {"They SHELLED it and attacks it.", "shell attack"}, /* case and inflection */
        {"Farmers staged a noisy rally.", "stage rally"},    /* up to three words in the gap */
        {"They signed the long awaited deal.", "sign deal"},
        {"They signed in the rain and the deal held.", "deal"}, /* a function word is no gap */
        {"They signed, and a deal was born.", "deal"},
    };
    EXPECT(cases);
}

Test(scope, reversal) {
    static const reading_case cases[] = {
        {"They ended the attack.", "attack{reversal:ended}"},
        {"They ended the brutal war.", "brutal{reversal:ended} war{reversal:ended}"},
        {"They ended the blockade and the bombing.", "blockade{reversal:ended} bombing{reversal:ended}"},
        {"An end to the blockade is near.", "blockade{reversal:An end to}"},
        {"The truce collapsed.", "truce{reversal:collapsed}"},
        {"The blockade was lifted.", "blockade{reversal:lifted}"},
        {"They lifted the sanctions.", "sanction{reversal:lifted}"},
        {"They lifted the truce flag.", "truce"}, /* lifting turns what is tense only */
        {"They violated the truce.", "truce{reversal:violated}"},
        {"They violated the blockade.", "blockade"},             /* violating what is easing only */
        {"They ended lunch, and the war went on.", "war"},       /* not across a comma */
        {"They ended as rebels attacked.", "rebel attack"},      /* a finite verb is no object */
        {"They ended it while the bombing went on.", "bombing"}, /* nor across a break word */
    };
    EXPECT(cases);
}

Test(scope, negation) {
    static const reading_case cases[] = {
        {"They did not attack.", "attack{negation:not}"},
        {"They didn\xE2\x80\x99t attack.", "attack{negation:didn\xE2\x80\x99t}"},
        {"They never accused anyone of the attack.", "accuse{negation:never} attack"},
        {"No truce and no deal.", "truce{negation:No} deal{negation:no}"},
        {"They left without a deal.", "deal{negation:without}"},
        {"They refused to cooperate.", "cooperate{negation:refused to}"},
        {"They did not attack the envoy and freed the hostages.", "attack{negation:not} free hostages"},
        {"They did not say who attacked.",
         "attack"}, /* a verb with an ending has another subject or none to do with it */
        {"They didn\xE2\x80\x99t speak and attacked.", "attack"},
        {"They will not be attacked.", "attack{negation:not}"},
        {"They have not attacked.", "attack{negation:not}"},
        {"They did not speak, they attacked.", "attack"},
    };
    EXPECT(cases);
}

/* A verb does to its subject in the passive what it does to its object in the active. */
Test(scope, voice) {
    static const reading_case cases[] = {
        {"The truce was later broken.", "truce{reversal:broken}"},
        {"The bombing of the town must be stopped.", "bombing{reversal:stopped}{demand:must}"},
        {"Talks cancelled after the attack.", "talks{reversal:cancelled} attack"}, /* as headlines have it */
        {"They cancelled talks after the attack.", "talks{reversal:cancelled} attack"},
        {"The blockade was to end the war.", "blockade war{reversal:end}"},    /* an infinitive acts on its object, */
        {"The blockade was ending the war.", "blockade war{reversal:ending}"}, /* and so does a progressive form */
        {"The truce ran out.", "truce{reversal:ran out}"},
        {"The war ended on Monday.", "war{reversal:ended}"},
        {"The truce ended after an attack.", "truce{reversal:ended} attack"},
        {"The war ended a truce.", "war truce{reversal:ended}"},          /* with an object a verb is about that */
        {"The rebels were stopped, the attack went on.", "rebel attack"}, /* no one ends with what he does */
        {"A truce was sought.", "truce{appeal:sought}"},
        {"They were begged to withdraw.", "withdraw{appeal:begged}"},
    };
    EXPECT(cases);
    cr_expect_str_eq(reading_hits("The truce was later broken.", "-voice"), "truce");
}

Test(scope, negated_subject) {
    static const reading_case cases[] = {
        {"The truce did not hold.", "truce{negation:not}"},
        {"The deal never came into force.", "deal{negation:never}"},
        {"The deal did not end the war.", "deal war{reversal:end}{negation:not}"}, /* what is denied stands behind it */
        {"The blockade did not last.", "blockade"},                                /* of what is good alone */
        {"The talks, he said, were not long.", "talks"},                           /* not across a comma */
    };
    EXPECT(cases);
}

Test(scope, words_that_only_look_like_triggers) {
    static const reading_case cases[] = {
        {"They came in order to withdraw.", "withdraw"},
        {"Not only the talks mattered.", "talks"},
    };
    EXPECT(cases);
}

Test(scope, double_negation) {
    static const reading_case cases[] = {
        {"They did not end the blockade.", "blockade{reversal:end}{negation:not}"},
        {"They failed to stop the bombing.", "bombing{reversal:stop}{negation:failed to}"},
    };
    EXPECT(cases);
    reading_hits("They did not end the blockade.", NULL);
    cr_assert_gt(reading_tension("They did not end the blockade.", NULL), 60, "it goes on");
    cr_assert_lt(reading_tension("They ended the blockade.", NULL), 40);
}

Test(scope, hedge_and_background) {
    static const reading_case cases[] = {
        {"They may attack.", "attack{hedge:may}"},
        {"They would not rule out an attack.", "attack{hedge:not rule out}"},
        {"A deal is possible.", "deal{hedge:is possible}"},
        {"In 1986 they shelled the town.", "shell{background:In 1986}"},
        {"They shelled the town in 1986.", "shell{background:in 1986}"},
        {"A 19th-century war is the theme.", "war{background:19th-century}"},
    };
    EXPECT(cases);
}

Test(scope, appeal_and_demand) {
    static const reading_case cases[] = {
        {"Norway urged the militia to withdraw.", "militia withdraw{appeal:urged}"}, /* who is asked is passed over */
        {"They must withdraw.", "withdraw{demand:must}"},
        {"They must attack.", "attack"},                                        /* a demand is of what is easing */
        {"They must end the war.", "war{reversal:end}{demand:must}"},           /* of a reversal: it is not yet */
        {"They called on both sides to end the war, sign a deal and withdraw.", /* of each in a list */
         "call on both sides war{reversal:end}{appeal:called on} sign deal{appeal:called on} withdraw{appeal:called "
         "on}"},
        {"They must withdraw, and the talks went on.", "withdraw{demand:must} talks"},
    };
    EXPECT(cases);
    double asked = reading_tension("They must end the war.", NULL), done = reading_tension("They ended the war.", NULL);
    cr_assert_gt(asked, done);
}

Test(scope, use) {
    static const reading_case cases[] = {
        {"They fired a missile.", "missile{use:fired}"}, {"A missile landed nearby.", "missile{use:landed}"},
        {"They massed troops.", "troops{use:massed}"},   {"They sent a deal.", "deal"}, /* things only */
        {"The museum has a missile.", "missile"},
    };
    EXPECT(cases);
    cr_assert_gt(reading_tension("They fired a missile.", NULL), reading_tension("The museum has a missile.", NULL));
}

Test(scope, degree) {
    static const reading_case cases[] = {
        {"A massive attack.", "attack{intensify:massive}"},
        {"A limited attack.", "attack{diminish:limited}"},
        {"They staged a huge rally.", "stage rally{intensify:huge}"}, /* within a hit */
        {"They attacked dozens of farms.", "attack{intensify:dozens of}"},
    };
    EXPECT(cases);
}

Test(scope, sense) {
    static const reading_case cases[] = {
        {"The striker led the attack.", "attack{sense:striker}"},
        {"One attack after another came before half-time.", "attack{sense:half-time}"},
        {"The striker praised the truce.", "truce"},                                /* what eases is meant */
        {"The striker staged a rally.", "stage rally"},                             /* a phrase says what it means, */
        {"The striker staged a rally at half-time.", "stage rally{sense:striker}"}, /* unless much is of that kind */
        {"The coach led the attack.", "attack"},                                    /* of such words it takes two, */
        {"The coach led the attack all season.", "attack{sense:season}"},
        {"The coach led the attack, the other coach said.", "attack"},                         /* two different ones, */
        {"The coach, the rebels and the attack were the talk of the season.", "rebel attack"}, /* and no force */
    };
    EXPECT(cases);
    cr_assert_lt(reading_tension("The striker led the attack.", NULL),
                 reading_tension("The general led the attack.", NULL));
}

/* "but" changes no weight: it changes what leads. */
Test(scope, but) {
    double but = reading_tension("There were talks, but they attacked.", NULL);
    double and = reading_tension("There were talks, and they attacked.", NULL);
    double despite = reading_tension("They attacked despite the talks.", NULL);
    double with = reading_tension("They attacked with the talks.", NULL);
    double although = reading_tension("Although they attacked, a deal was near.", NULL);
    double plain = reading_tension("They attacked, a deal was near.", NULL);
    double after = reading_tension("After they attacked, a deal was near.", NULL);
    cr_assert_gt(but, and, "%g %g", but, and);
    cr_assert_gt(despite, with, "%g %g", despite, with);
    cr_assert_lt(although, plain, "%g %g", although, plain);
    cr_assert_lt(after, plain, "%g %g", after, plain);
    cr_assert_eq(reading_tension("A deal was near after they attacked.", NULL),
                 reading_tension("A deal was near when they attacked.", NULL), "it is conceded at the start alone");
    cr_assert_eq(reading_tension("But they attacked and a deal was near.", NULL),
                 reading_tension("They attacked and a deal was near.", NULL), "nothing is conceded before it");
}

Test(scope, rules_can_be_switched) {
    cr_expect_str_eq(reading_hits("They did not attack.", "-negation"), "attack");
    cr_expect_str_eq(reading_hits("They may end the war.", "-reversal"), "war{hedge:may}");
    cr_expect_str_eq(reading_hits("They ended it while the bombing went on.", "-break"), "bombing{reversal:ended}");
    cr_expect_str_eq(reading_hits("They did not attack.", "-negation,+negation"), "attack{negation:not}");
    cr_assert_eq(reading_tension("There were talks, but they attacked.", "-but"),
                 reading_tension("There were talks, and they attacked.", "-but"));
}
