#include <criterion/criterion.h>

#include "base/span.h"
#include "report/offsets.h"
#include "report/tension_table.h"
#include "unit/report/view.h"

static void expect_text(tn_write_report write, const tn_view *view, size_t width, const char *wanted) {
    tenor_render_options options = plain_options();
    options.width = width;
    tn_buf out = written(write, view, &options);
    cr_expect_str_eq(out.data, wanted);
    tn_buf_free(&out);
}

#define TABLE                                                                                                        \
    "TENSION                   0        50       100  90 % CI    named\n"                                            \
    "  Freedonia    81  severe ████████████████░░░░  60–95   ↑      2\n" \
    "    Tensions, sanctions, talks\n"                                                                               \
    "  Calmland     12? calm   ███░░░░░░░░░░░░░░░░░  2–30    ↓      1\n" \
    "    sanctions, talks\n"                                                                                         \
    "  Whole text   55? mixed  ███████████░░░░░░░░░  40–70   →\n"        \
    "  named, but no word of tone near: Mute\n"                                                                      \
    "  not mentioned: Absent\n"                                                                                      \
    "  ↑ escalating … ↓ easing · ? fewer than 3 sentences: read with care\n"
#define HEAD                     \
    "A title of \"two\" words\n" \
    "11 words · 2 sentences · en\n\n"

Test(text, the_whole_report) {
    tn_view view = view_of_two_sentences();
    expect_text(tn_write_text, &view, 80,
                HEAD
                "SUMMARY\n"
                "  [1]  Tensions in Freedonia rose.\n"
                "  [2]  Freedonia lifted its sanctions after the talks.\n"
                "\n" TABLE
                "\n"
                "TOPICS\n"
                "  Freedonia [1] *Tensions* in Freedonia rose.\n"
                "  Calmland [2] Freedonia lifted its _sanctions_ after the _talks_.\n"
                "  *raises tension* _eases it_\n");
}

/* The first line of a topic is its gist; one that the summary has is not repeated, unless its words tell most. */
Test(text, gists) {
    static const tenor_sentence third = {.index = 2, .text = {"The Mute Isles kept silent.", 27}};
    static const tenor_evidence silent = {&third, TENOR_VIA_NAME, 1, 0, 0, 0};
    tn_view view = view_of_two_sentences();
    tenor_sentence apart = view.sentences[0];
    tenor_evidence evidence[4] = {view.topics[2].evidence[1],
                                  view.topics[2].evidence[1],
                                  view.topics[2].evidence[1],
                                  {&apart, TENOR_VIA_NAME, 1, 0, 0, 0}};
    tenor_topic topics[4];
    memcpy(topics, view.topics, sizeof topics);
    topics[1].gist = &view.sentences[1];
    topics[2].gist = &apart;
    topics[2].evidence = evidence;
    topics[2].n_evidence = 4;
    topics[3].gist = &third;
    topics[3].evidence = &silent;
    topics[3].n_evidence = 1;
    view.topics = topics;
    tenor_render_options options = plain_options();
    tn_buf out = written(tn_write_text, &view, &options);
    cr_expect(strstr(out.data,
                     "TOPICS\n"
                     "  Freedonia [1] above\n"
                     "    tone [2] Freedonia lifted its _sanctions_ after the _talks_.\n"
                     "  Calmland [2] Freedonia lifted its _sanctions_ after the _talks_.\n"
                     "  Mute [3] The Mute Isles kept silent.\n"
                     "  *raises tension* _eases it_\n"),
              "%s", out.data);
    tn_buf_free(&out);
    apart.chosen = false;
    out = written(tn_write_text, &view, &options);
    cr_expect(strstr(out.data, "  Freedonia [1] Tensions in Freedonia rose.\n    tone [2] Freedonia"), "%s", out.data);
    tn_buf_free(&out);
}

Test(text, the_table_alone) {
    tn_view view = view_of_two_sentences();
    expect_text(tn_write_score, &view, 80, HEAD TABLE);
}

Test(text, the_summary_alone) {
    tn_view view = view_of_two_sentences();
    expect_text(tn_write_summary, &view, 10,
                "Tensions in Freedonia rose.\nFreedonia lifted its sanctions after the talks.\n");
    view.summary = NULL;
    expect_text(tn_write_summary, &view, 80, "");
}

Test(text, explained) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    options.topic = "freedonia";
    tn_buf out = written(tn_write_explain, &view, &options);
    const char *wanted = HEAD
        "Freedonia: 81.0 severe, 90 % interval 60–95\n"
        "  2 mentions · 2 sentences count · 3 hits · direction +0.60 · intensity 44\n"
        "\n"
        "  [1] counts 1.00, names the topic · tone +5.00\n"
        "  *Tensions* in Freedonia rose.\n"
        "      +5.0          Tensions hostility, line 412, counts 0.70\n"
        "\n"
        "  [2] counts 0.50, follows one that does · tone -2.90\n"
        "  Freedonia lifted its _sanctions_ after the _talks_.\n"
        "      +6.0 → -3.6   sanctions coerce, line 88, counts 0.50 · reversal \"lifted\" ×\n"
        "                    -0.60\n"
        "      -2.0          talks     consult, my.tsv, line 90, counts 0.20\n"
        "\n"
        "  Together: the tones of the sentences that have one, each weighed by how much\n"
        "  it counts, average +2.37; on the curve fitted to labelled sentences that is\n"
        "  81.0.\n"
        "  What would change it most:\n"
        "    without [1] 38.3 easing, -42.7\n"
        "    without [2] no score: no other sentence has a word of tone\n";
    cr_expect(strncmp(out.data, wanted, strlen(wanted)) == 0, "%s", out.data);
    tn_buf_free(&out);
}

Test(text, blocks) {
    tn_view view = view_of_two_sentences();
    expect_text(tn_write_blocks, &view, 40,
                HEAD
                "3 blocks, 1 of the story\n"
                "\n"
                "  [1] link · in <nav> or <menu>\n"
                "  Menu\n"
                "\n"
                "  [2] body · line 1 · bytes 0–27 ·\n"
                "  paragraph\n"
                "  Tensions in Freedonia rose.\n"
                "\n"
                "  [3] boilerplate · line 3 · bytes 29–79\n"
                "  · fits \"Freedonia lifted\", line 12 of\n"
                "  boilerplate.tsv\n"
                "  Freedonia lifted its sanctions after\n"
                "  the talks.\n");
}

Test(text, lines_are_counted_from_1) {
    tn_line_cursor lines = {.text = TN_STR("a\n\nb\nc\n")};
    static const size_t offsets[] = {0, 1, 2, 3, 4, 5, 7, 99, 3, 0}, wanted[] = {1, 1, 2, 3, 3, 4, 5, 5, 3, 1};
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        cr_expect_eq(tn_line_at(&lines, offsets[i]), wanted[i], "at %zu", offsets[i]);
}

Test(text, nothing_to_read) {
    static const char *const empty[] = {"empty_text"};
    tenor_document document = {.lang = "en", .warnings = empty, .n_warnings = 1};
    tn_view view = {.document = &document};
    expect_text(tn_write_text, &view, 80, "Nothing to read: the text is empty.\n");
    expect_text(tn_write_summary, &view, 80, "");
    document.n_warnings = 0;
    expect_text(tn_write_score, &view, 80, "Nothing to read: no sentence of a story was found.\n");
    expect_text(tn_write_explain, &view, 80, "Nothing to read: no sentence of a story was found.\n");
}

Test(text, no_score_is_no_number) {
    tn_view view = view_of_two_sentences();
    tenor_tone none = {.scored = false};
    view.overall = &none;
    view.n_topics = 1;
    expect_text(tn_write_score, &view, 80,
                HEAD
                "TENSION                   0        50       100  90 % CI    named\n"
                "  No score: no word of conflict or cooperation was found.\n"
                "  not mentioned: Absent\n");
}

Test(text, honours_the_width) {
    static const tn_write_report writers[] = {tn_write_text, tn_write_score, tn_write_explain};
    tn_view view = view_of_two_sentences();
    tenor_topic topics[4];
    memcpy(topics, view.topics, sizeof topics);
    topics[1].title = "A target with a name that is longer than any column for names would be";
    topics[3].title = "東京都東京都東京都東京都";
    view.topics = topics;
    for (size_t width = 40; width <= 160; width++)
        for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
            tenor_render_options options = plain_options();
            options.width = width;
            tn_buf out = written(writers[i], &view, &options);
            cr_expect_leq(widest_line(&out), width, "writer %zu, width %zu:\n%s", i, width, out.data);
            tn_buf_free(&out);
        }
}

Test(text, colour_only_where_asked_for) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    tn_buf plain = written(tn_write_text, &view, &options);
    options.color = true;
    tn_buf colored = written(tn_write_text, &view, &options);
    cr_expect_null(strchr(plain.data, '\033'));
    cr_expect(strstr(colored.data, "\033[1;31mTensions\033[0m in"), "%s", colored.data);
    tn_buf_free(&plain);
    tn_buf_free(&colored);
}

Test(text, arrows) {
    static const struct {
        double direction;
        const char *arrow;
    } cases[] = {{1, "↑"},    {0.5, "↑"},  {0.3, "↗"},  {0.1, "→"}, {0, "→"},
                 {-0.1, "→"}, {-0.3, "↘"}, {-0.5, "↓"}, {-1, "↓"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_str_eq(tn_arrow(cases[i].direction), cases[i].arrow);
}
