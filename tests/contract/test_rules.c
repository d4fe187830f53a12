/* Every row of rules.def can be switched off, and then changes nothing and is in no evidence. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "base/span.h"
#include "opened.h"

TestSuite(rules, .init = set_up, .fini = tear_down);

/* For each rule a sentence about Syria that it has a say in. Those that are no event of their own show in the number.
 */
static const struct {
    const char *rule, *text;
    bool shown; /* in the evidence */
} examples[] = {
    {"reversal", "The army ended the shelling in Syria.", true},
    {"negation", "Nobody was attacked in Syria, no deal was signed.", true},
    {"hedge", "Rebels in Syria could attack the convoy.", true},
    {"background", "Syria's former war is a subject of books.", true},
    {"appeal", "The envoy urged both sides in Syria to sign a truce.", true},
    {"demand", "The army demanded a truce in Syria.", true},
    {"use", "The army of Syria used machine guns on Friday.", true},
    {"sense", "In the match Syria's striker had a shot and won the battle.", true},
    {"intensify", "Syria saw a massive attack.", true},
    {"diminish", "Syria saw a limited attack.", true},
    {"but", "Syria's talks were friendly, but the army attacked a village.", false},
    {"break", "Syria never slept while rebels attacked it.", false},
    {"voice", "Aid was sent to Syria.", false},
};

static const tenor_topic *syria(const char *rule, const char *text, const char *sign) {
    char spec[64];
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_input input = {.text = tn_str(text)};
    tenor_error error;
    size_t count;
    (void)snprintf(spec, sizeof spec, "%s%s", sign, rule);
    options.parts = TENOR_PART_TONE;
    options.rules = spec;
    cr_assert_eq(tenor_analyze(result, engine, &input, &options, &error), TENOR_OK, "%s: %s", spec, error.message);
    const tenor_topic *topics = tenor_result_topics(result, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(topics[i].name, "syria") == 0) return &topics[i];
    cr_assert_fail("no topic is called syria");
    return NULL;
}

static bool is_in_evidence(const tenor_topic *topic, const char *rule) {
    for (size_t e = 0; e < topic->n_evidence; e++) {
        const tenor_evidence *evidence = &topic->evidence[e];
        for (size_t h = 0; h < evidence->n_hits; h++) {
            const tenor_hit *hit = &evidence->sentence->hits[evidence->first + h];
            for (size_t r = 0; r < hit->n_rules; r++)
                if (strcmp(hit->rules[r].rule, rule) == 0) return true;
        }
    }
    return false;
}

static const char *example_of(const char *rule, bool *shown) {
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        if (strcmp(examples[i].rule, rule) == 0) {
            *shown = examples[i].shown;
            return examples[i].text;
        }
    cr_assert_fail("no example of %s", rule);
    return NULL;
}

Test(rules, each_can_be_switched_off) {
    size_t count;
    const tenor_named *rules = tenor_rules(&count);
    cr_assert_gt(count, 10);
    for (size_t i = 0; i < count; i++) {
        bool shown;
        const char *rule = rules[i].name, *text = example_of(rule, &shown);
        const tenor_topic *topic = syria(rule, text, "+");
        double with = topic->tone.tension;
        cr_expect(!shown || is_in_evidence(topic, rule), "%s: %s", rule, text);
        topic = syria(rule, text, "-");
        cr_expect(topic->tone.tension != with || !topic->tone.scored, "%s changes nothing: %s", rule, text);
        cr_expect(!is_in_evidence(topic, rule), "%s: %s", rule, text);
        cr_expect(rules[i].about[0] != '\0');
    }
}

Test(rules, others_are_refused) {
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_input input = {.text = TN_STR("Syria saw an attack.")};
    tenor_error error;
    options.rules = "-nothing";
    cr_expect_eq(tenor_analyze(result, engine, &input, &options, &error), TENOR_E_USAGE);
}
