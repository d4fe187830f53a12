/* What must hold of the numbers of any text, tried on the examples. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "opened.h"

static const char *const examples[] = {"border-truce", "grain-corridor", "missile-test", "sanctions-and-summit",
                                       "station-handover"};
enum { EXAMPLES = sizeof examples / sizeof *examples, MOST_TOPICS = 64 };

TestSuite(properties, .init = set_up, .fini = tear_down);

/* The paragraphs of an example's story. Without its headline, captions and the like: what they are is told from their
 * place in a text and from lines that come again, which is another matter. */
static void read_story(tn_buf *out, const char *name) {
    char path[1000], text[1 << 16];
    size_t n;
    tenor_error error;
    (void)snprintf(path, sizeof path, "%s/examples/%s.txt", TENOR_SOURCE_DIR, name);
    FILE *file = fopen(path, "r");
    cr_assert_not_null(file);
    tenor_input input = {.text = {text, fread(text, 1, sizeof text, file)}};
    (void)fclose(file);
    cr_assert_eq(tenor_analyze(result, engine, &input, NULL, &error), TENOR_OK, "%s", error.message);
    const tenor_block *blocks = tenor_result_blocks(result, &n);
    for (size_t i = 0; i < n; i++) {
        if (blocks[i].role != TENOR_ROLE_BODY) continue;
        tenor_string paragraph = blocks[i].text;
        if (paragraph.data[paragraph.length - 1] == ':') paragraph.length--; /* that is no end of a paragraph */
        tn_put_str(out, paragraph);
        tn_puts(out, paragraph.length < blocks[i].text.length ? ".\n\n" : "\n\n");
    }
}

/* The numbers of all topics, and last of the whole text. */
typedef struct numbers {
    size_t count;
    const char *name[MOST_TOPICS];
    tenor_tone tone[MOST_TOPICS];
} numbers;

static numbers measure(const tn_buf *text) {
    numbers out = {0};
    size_t n;
    tenor_error error;
    tenor_input input = {.text = tn_buf_string(text)};
    cr_assert_eq(tenor_analyze(result, engine, &input, NULL, &error), TENOR_OK, "%s", error.message);
    const tenor_topic *topics = tenor_result_topics(result, &n);
    cr_assert_lt(n, MOST_TOPICS);
    for (; out.count < n; out.count++) {
        out.name[out.count] = topics[out.count].name;
        out.tone[out.count] = topics[out.count].tone;
    }
    out.name[n] = "overall";
    out.tone[n] = *tenor_result_overall(result);
    out.count++;
    return out;
}

static bool near(double a, double b) { return fabs(a - b) < 1e-6; }

/* The same but for the interval and the number of hits. */
static void expect_same(const numbers *a, const numbers *b, size_t i, const char *why) {
    const tenor_tone *x = &a->tone[i], *y = &b->tone[i];
    cr_expect_eq(x->scored, y->scored, "%s: %s", why, a->name[i]);
    cr_expect(near(x->tension, y->tension), "%s: %s: %g, %g", why, a->name[i], x->tension, y->tension);
    cr_expect(near(x->intensity, y->intensity), "%s: %s: %g, %g", why, a->name[i], x->intensity, y->intensity);
    cr_expect(near(x->direction, y->direction), "%s: %s: %g, %g", why, a->name[i], x->direction, y->direction);
    cr_expect(near(x->sentiment, y->sentiment), "%s: %s: %g, %g", why, a->name[i], x->sentiment, y->sentiment);
}

Test(properties, doubling_a_text_changes_no_number) {
    for (size_t e = 0; e < EXAMPLES; e++) {
        tn_buf text = TN_BUF_INIT;
        read_story(&text, examples[e]);
        numbers once = measure(&text);
        read_story(&text, examples[e]);
        numbers twice = measure(&text);
        for (size_t i = 0; i < once.count; i++) expect_same(&once, &twice, i, examples[e]);
        tn_buf_free(&text);
    }
}

/* Paragraphs that name no topic of the examples but perhaps one, `about`, to which they may do what they like. */
static const struct {
    const char *text, *about;
} paragraphs[] = {
    {"The town library will open an hour later on Sundays. Readers may keep a book for four weeks.", NULL},
    {"The bakery on the corner sells bread with walnuts. It is closed on the second Tuesday of a month.", NULL},
    {"Delegates at the climate talks welcomed an agreement on forests. They praised the hosts for their patience.",
     "climate-talks"},
};

Test(properties, an_unrelated_calm_paragraph_moves_no_other_topic) {
    for (size_t e = 0; e < EXAMPLES; e++) {
        for (size_t p = 0; p < 2 * (sizeof paragraphs / sizeof *paragraphs); p++) {
            const char *calm = paragraphs[p / 2].text, *about = paragraphs[p / 2].about;
            bool before = p % 2;
            tn_buf text = TN_BUF_INIT, longer = TN_BUF_INIT;
            read_story(&text, examples[e]);
            if (before) tn_puts(&longer, calm), tn_puts(&longer, "\n\n");
            read_story(&longer, examples[e]);
            if (!before) tn_puts(&longer, calm);
            numbers without = measure(&text), with = measure(&longer);
            for (size_t i = 0; i + 1 < without.count; i++)
                if (!about || strcmp(without.name[i], about) != 0) expect_same(&without, &with, i, examples[e]);
            tn_buf_free(&text);
            tn_buf_free(&longer);
        }
    }
}
