/* What the tone stages make of a text, as short strings to compare with. */
#ifndef TENOR_TESTS_READING_H
#define TENOR_TESTS_READING_H

#include <tenor/tenor.h>

/* Opens an engine with the small lexicon of tests/data/tone (`real`: with the one compiled in) and a result. */
void reading_open(bool real);
void reading_close(void);

/* Analyses a text (`rules`: switches, or NULL); a failure fails the test. */
const tenor_result *reading_of(const char *text, const char *rules);

/* All hits of the text, "attack{negation:not} truce": entry, and each rule with the words that set it off. */
const char *reading_hits(const char *text, const char *rules);

/* Texts and the hits they must have; each that has others is a failure. */
typedef struct reading_case {
    const char *text, *hits;
} reading_case;
void reading_expect(const reading_case *cases, size_t count);
#define EXPECT(cases) reading_expect(cases, sizeof cases / sizeof *cases)

/* Where a topic is spoken of, "0:name:1.0 1:carry:0.5": sentence, how, share; "" when it is not. In order of the text.
 */
const char *reading_shares(const char *text, const char *topic);

/* The entries that count for a topic, "attack truce", in order of the text. */
const char *reading_topic_hits(const char *text, const char *topic);

const tenor_topic *reading_topic(const char *text, const char *topic); /* NULL: not a topic of the engine */
double reading_tension(const char *text, const char *rules);           /* of the whole; 50 without a hit */

#endif
