#include "reading.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static tenor_engine *engine;
static tenor_result *result;
static char line[4096];

void reading_open(bool real) {
    tenor_error error;
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    if (!real) options.data_dir = TENOR_SOURCE_DIR "/tests/data/tone";
    cr_assert_eq(tenor_engine_open(&engine, &options, &error), TENOR_OK, "%s:%zu: %s", error.source, error.line,
                 error.message);
    cr_assert_eq(tenor_result_new(&result, &error), TENOR_OK);
}

void reading_close(void) {
    tenor_result_free(result);
    tenor_engine_close(engine);
}

const tenor_result *reading_of(const char *text, const char *rules) {
    tenor_error error;
    tenor_options options = TENOR_OPTIONS_INIT;
    options.parts = TENOR_PART_TONE;
    options.rules = rules;
    tenor_input input = {.text = {text, strlen(text)}};
    cr_assert_eq(tenor_analyze(result, engine, &input, &options, &error), TENOR_OK, "%s", error.message);
    return result;
}

static void add(const char *format, ...) {
    size_t used = strlen(line);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + used, sizeof line - used, format, arguments);
    va_end(arguments);
}

static void add_hit(const tenor_hit *hit) {
    add("%s%s", *line ? " " : "", hit->entry);
    for (size_t i = 0; i < hit->n_rules; i++)
        add("{%s:%.*s}", hit->rules[i].rule, (int)hit->rules[i].trigger.length, hit->rules[i].trigger.data);
}

const char *reading_hits(const char *text, const char *rules) {
    size_t count;
    const tenor_sentence *sentences = tenor_result_sentences(reading_of(text, rules), &count);
    *line = '\0';
    for (size_t i = 0; i < count; i++)
        for (size_t h = 0; h < sentences[i].n_hits; h++) add_hit(&sentences[i].hits[h]);
    return line;
}

const tenor_topic *reading_topic(const char *text, const char *topic) {
    size_t count;
    const tenor_topic *topics = tenor_result_topics(reading_of(text, NULL), &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(topics[i].name, topic) == 0) return &topics[i];
    return NULL;
}

/* The evidence for sentence `index` (TENOR_NO_INDEX: the headline), or NULL. */
static const tenor_evidence *evidence_of(const tenor_topic *topic, const tenor_sentence *sentence) {
    for (size_t i = 0; i < topic->n_evidence; i++)
        if (topic->evidence[i].sentence == sentence) return &topic->evidence[i];
    return NULL;
}

static void each_evidence(const char *text, const char *name, void (*show)(size_t, const tenor_evidence *)) {
    size_t count;
    const tenor_topic *topic = reading_topic(text, name);
    cr_assert_not_null(topic, "%s", name);
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    *line = '\0';
    for (size_t i = 0; i < count; i++) {
        const tenor_evidence *evidence = evidence_of(topic, &sentences[i]);
        if (evidence) show(i, evidence);
    }
}

static void show_share(size_t index, const tenor_evidence *evidence) {
    add("%s%zu:%s:%.1f", *line ? " " : "", index, tenor_via_name(evidence->via), evidence->share);
}

static void show_hits(size_t index, const tenor_evidence *evidence) {
    (void)index;
    for (size_t i = 0; i < evidence->n_hits; i++)
        add("%s%s", *line ? " " : "", evidence->sentence->hits[evidence->first + i].entry);
}

const char *reading_shares(const char *text, const char *topic) {
    each_evidence(text, topic, show_share);
    return line;
}

const char *reading_topic_hits(const char *text, const char *topic) {
    each_evidence(text, topic, show_hits);
    return line;
}

double reading_tension(const char *text, const char *rules) {
    const tenor_tone *tone = tenor_result_overall(reading_of(text, rules));
    return tone->scored ? tone->tension : 50;
}

void reading_expect(const reading_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *hits = reading_hits(cases[i].text, NULL);
        cr_expect_str_eq(hits, cases[i].hits, "%s\n  %s, not %s", cases[i].text, hits, cases[i].hits);
    }
}
