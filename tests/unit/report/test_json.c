#include <criterion/criterion.h>

#include "unit/report/view.h"

static void expect_json(const tn_view *view, const tenor_render_options *options, const char *wanted) {
    tn_buf out = written(tn_write_json, view, options);
    cr_expect_str_eq(out.data, wanted);
    tn_buf_free(&out);
}

#define HEAD                                                                                                           \
    "{\"schema\":1,\"version\":\"" TENOR_VERSION                                                                       \
    "\",\"lexicons\":{\"tension\":\"en@1#sha256:ab12+en@7#sha256:ef56\",\"rules\":"                                    \
    "\"en@2#sha256:cd34\"},\"lang\":\"en\",\"lang_source\":\"gate\",\"words\":11,\"sentences\":2,\"title\":\"A title " \
    "of \\\"two\\\" words\","                                                                                          \
    "\"encoding\":\"windows-1252\",\"encoding_source\":\"guess\",\"warnings\":[\"repaired_utf8\"]"
#define SUMMARY                                                                                                 \
    ",\"summary\":{\"ranker\":\"news\",\"sentences\":[{\"index\":0,\"start\":0,\"end\":27,\"score\":0.5000,"    \
    "\"text\":\"Tensions in Freedonia rose.\"},{\"index\":1,\"start\":29,\"end\":79,\"score\":0.2500,\"text\":" \
    "\"Freedonia lifted its sanc\u00ADtions after the talks.\"}]}"
#define OVERALL                                                                                                    \
    ",\"overall\":{\"tension\":55.0,\"band\":\"mixed\",\"intensity\":33.3,\"direction\":0.10,\"sentiment\":-0.25," \
    "\"hits\":3}"
#define FIRST                                                                                                         \
    "{\"sentence\":0,\"start\":0,\"end\":27,\"via\":\"name\",\"text\":\"Tensions in Freedonia rose.\",\"hits\":["     \
    "{\"phrase\":\"Tensions\",\"class\":\"hostility\",\"line\":412,\"start\":0,\"end\":8,\"weight\":5.0,\"final\":5." \
    "0,\"rules\":[]"                                                                                                  \
    "}]}"
#define SECOND                                                                                                         \
    "{\"sentence\":1,\"start\":29,\"end\":79,\"via\":\"carry\",\"text\":\"Freedonia lifted its sanc\u00ADtions after " \
    "the "                                                                                                             \
    "talks.\",\"hits\":[{\"phrase\":\"sanc\u00ADtions\",\"class\":\"coerce\",\"line\":88,\"start\":51,\"end\":62,"     \
    "\"weight\":6.0,"                                                                                                  \
    "\"final\":-3.6,\"rules\":[{\"rule\":\"reversal\",\"trigger\":\"lifted\",\"factor\":-0.60}]},{\"phrase\":"         \
    "\"talks\","                                                                                                       \
    "\"class\":\"consult\",\"lexicon\":\"my.tsv\",\"line\":90,\"start\":73,\"end\":78,\"weight\":-2.0,\"final\":-2.0," \
    "\"rules\":[]}]}"
#define ABSENT "{\"topic\":\"absent\",\"tension\":null,\"mentions\":0}"
#define CALMLAND                                                                                                       \
    "{\"topic\":\"calmland\",\"tension\":12.5,\"band\":\"calm\",\"ci90\":[2.0,30.0],\"intensity\":1.0,\"direction\":-" \
    "0.70,"                                                                                                            \
    "\"sentiment\":null,\"mentions\":1,\"sentences\":1,\"hits\":2,\"low_evidence\":true,\"evidence\":[" SECOND "]}"
#define FREEDONIA(evidence)                                                                                         \
    "{\"topic\":\"freedonia\",\"tension\":81.0,\"band\":\"severe\",\"ci90\":[60.0,95.0],\"intensity\":44.0,"        \
    "\"direction\":0.60,"                                                                                           \
    "\"sentiment\":-0.50,\"mentions\":2,\"sentences\":2,\"hits\":3,\"low_evidence\":false,\"evidence\":[" evidence  \
    "],\"changes\":[{\"without\":0,\"tension\":38.3,\"band\":\"easing\"},{\"without\":1,\"tension\":null,\"band\":" \
    "null}]}"
#define MUTE                                                                                                  \
    "{\"topic\":\"mute\",\"tension\":null,\"band\":null,\"ci90\":null,\"intensity\":null,\"direction\":null," \
    "\"sentiment\":0.50,\"mentions\":3,\"sentences\":3,\"hits\":0,\"low_evidence\":false,\"evidence\":[]}"

Test(json, schema_1) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    expect_json(&view, &options,
                HEAD SUMMARY OVERALL ",\"topics\":[" ABSENT "," CALMLAND "," FREEDONIA(FIRST "," SECOND) "," MUTE "]}");
}

Test(json, parts_are_left_out) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    options.parts = TENOR_PART_SUMMARY;
    expect_json(&view, &options, HEAD SUMMARY "}");
    options.parts = TENOR_PART_ALL;
    options.evidence = 1;
    view.summary = NULL;
    view.topics += 2;
    view.n_topics = 1;
    expect_json(&view, &options, HEAD OVERALL ",\"topics\":[" FREEDONIA(FIRST) "]}");
    view.overall = NULL;
    expect_json(&view, &options, HEAD "}");
}

Test(json, how_the_summary_came_about) {
    static const tenor_score_part parts[] = {{"centrality", 0.5, 1}, {"length", 0.25, -0.17}};
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    tenor_summary summary = *view.summary;
    tenor_sentence sentences[3] = {view.sentences[0], view.sentences[0], view.sentences[1]};
    sentences[0].index = TENOR_NO_INDEX;
    sentences[1].pick = 1;
    sentences[1].worth = 0.5;
    sentences[1].parts = parts;
    sentences[1].n_parts = 2;
    sentences[2].likeness = 0.25;
    sentences[2].dangling = true;
    sentences[2].worth = 0.03;
    sentences[2].left_out = "near_copy";
    summary.account = true;
    view.summary = &summary;
    view.sentences = sentences;
    view.n_sentences = 3;
    options.parts = TENOR_PART_SUMMARY;
    expect_json(
        &view, &options,
        HEAD SUMMARY
        ",\"ranking\":[{\"index\":0,\"start\":0,\"end\":27,\"score\":0.5000,\"parts\":[{\"name\":\"centrality\","
        "\"value\":0.5000,\"weight\":1.0000},{\"name\":\"length\",\"value\":0.2500,\"weight\":-0.1700}],"
        "\"points_back\":false,\"likeness\":0.0000,\"length_cost\":0.0000,\"worth\":0.5000,\"choice\":1,\"left_out\":"
        "null,\"text\":"
        "\"Tensions in Freedonia rose.\"},{\"index\":1,\"start\":29,\"end\":79,\"score\":0.2500,\"parts\":[],"
        "\"points_back\":true,\"likeness\":0.2500,\"length_cost\":0.0000,\"worth\":0.0300,\"choice\":null,\"left_out\":"
        "\"near_copy\","
        "\"text\":\"Freedonia lifted its sanc\u00ADtions after the talks.\"}]}");
}

Test(json, a_gist_stands_before_the_evidence) {
    static const tenor_source sources[] = {{.name = "a.txt", .date = {"2018-05-01", 10}}, {.name = "b.txt"}};
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    tenor_topic topic = view.topics[2];
    tenor_document document = *view.document;
    topic.gist = &view.sentences[1];
    view.topics = &topic;
    view.n_topics = 1;
    tn_buf out = written(tn_write_json, &view, &options);
    cr_expect(
        strstr(out.data,
               "\"low_evidence\":false,\"gist\":{\"sentence\":1,\"start\":29,\"end\":79,\"text\":\"Freedonia lifted "
               "its sanc\u00ADtions after the talks.\"},\"evidence\":["),
        "%s", out.data);
    tn_buf_free(&out);
    document.sources = sources;
    document.n_sources = 2;
    view.document = &document;
    out = written(tn_write_json, &view, &options);
    cr_expect(strstr(out.data,
                     "\"gist\":{\"sentence\":1,\"start\":29,\"end\":79,\"source\":\"a.txt\","
                     "\"date\":\"2018-05-01\",\"text\""),
              "%s", out.data);
    tn_buf_free(&out);
}

/* Of several texts each sentence has its source, and its offsets are in that one. */
Test(json, sources_and_their_offsets) {
    static const tenor_source sources[] = {
        {.name = "a.txt", .date = {"May 1,\n2018", 11}, .text = {"\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9", 12}},
        {.name = "b.txt",
         .text = {"\u00E9 plain from here on, as far as offsets go, which is not very far, and no", 75}},
        {.name = "c.txt", .background = true}};
    static const tenor_span spans[] = {{2, 4}, {4, 6}, {2, 4}};
    static const size_t documents[] = {0, 1, 0};
    tenor_keyword keyword = {.text = {"x", 1}, .score = 1, .spans = spans, .count = 3, .documents = documents};
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    tenor_document document = *view.document;
    tenor_sentence pair[2] = {view.sentences[0], view.sentences[1]};
    static tenor_summary summary;
    const tenor_sentence *const chosen[] = {&pair[0], &pair[1]};
    summary = (tenor_summary){.ranker = "news", .sentences = chosen, .count = 2};
    pair[0].span = (tenor_span){2, 6};
    pair[1].document = 1;
    view.summary = &summary;
    view.keywords = &keyword;
    view.n_keywords = 1;
    view.document = &document;
    document.sources = sources;
    document.n_sources = 3;
    options.chars = true;
    options.parts = TENOR_PART_SUMMARY | TENOR_PART_KEYWORDS;
    tn_buf out = written(tn_write_json, &view, &options);
    static const char *const wanted[] = {
        ("\"sources\":[{\"source\":\"a.txt\",\"date\":\"May 1, 2018\"},{\"source\":\"b.txt\",\"date\":null},"
         "{\"source\":\"c.txt\",\"date\":null,\"background\":true}]"),
        "\"index\":0,\"start\":1,\"end\":3,\"score\":0.5000,\"source\":\"a.txt\",\"date\":\"May 1, 2018\",\"text\"",
        "\"index\":1,\"start\":28,\"end\":74,\"score\":0.2500,\"source\":\"b.txt\",\"date\":null,\"text\"",
        "\"spans\":[[1,2],[3,5],[1,2]],\"sources\":[\"a.txt\",\"b.txt\",\"a.txt\"]"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        cr_expect(strstr(out.data, wanted[i]), "%s\nin %s", wanted[i], out.data);
    tn_buf_free(&out);
}

Test(json, no_score_is_null) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    tenor_tone none = {.scored = false, .tension = 50, .intensity = 3};
    tenor_document bare = {.lang = NULL};
    options.parts = TENOR_PART_TONE;
    view.document = &bare;
    view.overall = &none;
    view.n_topics = view.n_data = 0;
    expect_json(&view, &options,
                "{\"schema\":1,\"version\":\"" TENOR_VERSION
                "\",\"lexicons\":{},\"lang\":null,\"lang_source\":null,\"words\":0,\"sentences\":0,"
                "\"title\":null,\"encoding\":null,\"encoding_source\":null,\"warnings\":[],\"overall\":{\"tension\":"
                "null,\"band\":null,\"intensity\":null,"
                "\"direction\":null,\"sentiment\":null,\"hits\":0},\"topics\":[]}");
}

Test(json, offsets_in_characters) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    options.chars = true;
    tn_buf out = written(tn_write_json, &view, &options);
    cr_expect(strstr(out.data, "\"index\":1,\"start\":29,\"end\":78"), "%s", out.data); /* one character of two bytes */
    cr_expect(strstr(out.data, "\"start\":51,\"end\":61"));
    cr_expect(strstr(out.data, "\"start\":72,\"end\":77"));
    tn_buf_free(&out);
}

Test(json, a_headline_given_apart_stands_nowhere) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    tenor_sentence headline = view.sentences[0];
    headline.index = TENOR_NO_INDEX;
    headline.span = (tenor_span){0, 0};
    headline.n_hits = 0;
    tenor_evidence evidence = {&headline, TENOR_VIA_TITLE, 1, 0, 0, 0};
    tenor_topic topic = view.topics[2];
    topic.evidence = &evidence;
    topic.n_evidence = 1;
    view.topics = &topic;
    view.n_topics = 1;
    tn_buf out = written(tn_write_json, &view, &options);
    cr_expect(strstr(out.data, "{\"sentence\":null,\"start\":null,\"end\":null,\"via\":\"title\""), "%s", out.data);
    tn_buf_free(&out);
}
