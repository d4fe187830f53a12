#include "unit/report/view.h"

#include "report/width.h"

/*                0         1         2         3         4         5         6         7         8
 *                0123456789012345678901234567890123456789012345678901234567890123456789012345678901234 */
#define INPUT "Tensions in Freedonia rose.\n\nFreedonia lifted its  sanc\u00ADtions after the talks."
#define FIRST "Tensions in Freedonia rose."
#define SECOND "Freedonia lifted its  sanc\u00ADtions after the talks."

static const tenor_applied_rule reversal[] = {{"reversal", {"lifted", 6}, -0.6}};
static const tenor_hit first_hits[] = {
    {{0, 8}, {"Tensions", 8}, "tension", "hostility", 412, 5, 5, 0.7, NULL, 0, "en.tsv", false}};
static const tenor_hit second_hits[] = {
    {{51, 62}, {"sanc\u00ADtions", 11}, "sanction", "coerce", 88, 6, -3.6, 0.5, reversal, 1, "en.tsv", false},
    {{73, 78}, {"talks", 5}, "talks", "consult", 90, -2.04, -2.04, 0.2, NULL, 0, "my.tsv", true}};
static const tenor_sentence sentences[] = {{.index = 0,
                                            .span = {0, 27},
                                            .text = {FIRST, sizeof FIRST - 1},
                                            .words = 4,
                                            .score = 0.5,
                                            .chosen = true,
                                            .hits = first_hits,
                                            .n_hits = 1,
                                            .raw = 5},
                                           {.index = 1,
                                            .span = {29, 79},
                                            .text = {SECOND, sizeof SECOND - 1},
                                            .words = 7,
                                            .score = 0.25,
                                            .chosen = true,
                                            .hits = second_hits,
                                            .n_hits = 2,
                                            .raw = -2.9}};
static const tenor_sentence *const chosen[] = {&sentences[0], &sentences[1]};
static const tenor_summary summary = {.ranker = "news", .sentences = chosen, .count = 2};
static const tenor_tone overall = {true, 55.04, TENOR_BAND_MIXED, 40.5, 70.5, 33.3, 0.1, true, -0.25, 3};
static const tenor_evidence evidence[] = {{&sentences[0], TENOR_VIA_NAME, 1, 5, 0, 1},
                                          {&sentences[1], TENOR_VIA_CARRY, 0.5, -2.9, 0, 2}};
static const tenor_change changes[] = {{&evidence[0], true, 38.26, TENOR_BAND_EASING},
                                       {&evidence[1], false, 0, TENOR_BAND_CALM}};
static const tenor_topic topics[] = {{.name = "absent", .title = "Absent", .low_evidence = true},
                                     {.name = "calmland",
                                      .title = "Calmland",
                                      .mentions = 1,
                                      .sentences = 1,
                                      .low_evidence = true,
                                      .tone = {true, 12.5, TENOR_BAND_CALM, 2, 30, 1, -0.7, false, 0, 2},
                                      .evidence = &evidence[1],
                                      .n_evidence = 1},
                                     {.name = "freedonia",
                                      .title = "Freedonia",
                                      .mentions = 2,
                                      .sentences = 2,
                                      .tone = {true, 81, TENOR_BAND_SEVERE, 60, 95, 44, 0.6, true, -0.5, 3},
                                      .evidence = evidence,
                                      .n_evidence = 2,
                                      .changes = changes,
                                      .n_changes = 2},
                                     {.name = "mute",
                                      .title = "Mute",
                                      .mentions = 3,
                                      .sentences = 3,
                                      .tone = {.has_sentiment = true, .sentiment = 0.5}}};
static const char *const warnings[] = {"repaired_utf8"};
static const tenor_document document = {.lang = "en",
                                        .lang_source = "gate",
                                        .title = {"A  title\tof \"two\" words", 23},
                                        .words = 11,
                                        .sentences = 2,
                                        .encoding = "windows-1252",
                                        .encoding_source = "guess",
                                        .warnings = warnings,
                                        .n_warnings = 1};
static const tenor_block blocks[] = {
    {{0, 0}, {"Menu", 4}, TENOR_ROLE_LINK, "in <nav> or <menu>", 0},
    {{0, 27}, {FIRST, sizeof FIRST - 1}, TENOR_ROLE_BODY, "paragraph", 0},
    {{29, 79}, {SECOND, sizeof SECOND - 1}, TENOR_ROLE_BOILERPLATE, "Freedonia lifted", 12}};
static const tenor_data_info data[] = {{"tension", "en", "1", "ab12", 10, "en.tsv"},
                                       {"tension", "en", "7", "ef56", 3, "my.tsv"},
                                       {"rules", "en", "2", "cd34", 5, "rules.tsv"}};

tn_view view_of_two_sentences(void) {
    return (tn_view){.document = &document,
                     .summary = &summary,
                     .overall = &overall,
                     .topics = topics,
                     .n_topics = 4,
                     .sentences = sentences,
                     .n_sentences = 2,
                     .blocks = blocks,
                     .n_blocks = 3,
                     .data = data,
                     .n_data = 3,
                     .input = TN_STR(INPUT)};
}

tenor_render_options plain_options(void) {
    tenor_render_options options = TENOR_RENDER_OPTIONS_INIT;
    options.width = 80;
    return options;
}

tn_buf written(tn_write_report write, const tn_view *view, const tenor_render_options *options) {
    tn_buf out = TN_BUF_INIT;
    write(&out, view, options);
    tn_putc(&out, '\0');
    if (out.length) out.length--;
    return out;
}

size_t widest_line(const tn_buf *text) {
    tenor_string rest = tn_buf_string(text), line;
    size_t widest = 0;
    while (tn_split(&rest, '\n', &line)) {
        size_t indent = 0;
        while (indent < line.length && line.data[indent] == ' ') indent++;
        size_t width = indent + tn_text_width(line);
        if (width > widest) widest = width;
    }
    return widest;
}
