#include <criterion/criterion.h>

#include "report/markup.h"
#include "unit/report/view.h"

static tn_view view;
static tenor_sentence sentences[2];
static tenor_block blocks[4];

/* view_of_two_sentences with a summary of the second, each sentence in a block of its own. */
static void set_up(void) {
    static const tenor_sentence *const chosen[] = {&sentences[1]};
    static const tenor_summary summary = {.ranker = "news", .sentences = chosen, .count = 1};
    view = view_of_two_sentences();
    memcpy(sentences, view.sentences, sizeof sentences);
    sentences[0].chosen = false;
    view.sentences = sentences;
    view.summary = &summary;
    blocks[0] = (tenor_block){{0, 0}, view.document->title, TENOR_ROLE_TITLE, NULL, 0};
    blocks[1] = (tenor_block){{0, 0}, TN_STR("A <b>\"photo\"</b> & more"), TENOR_ROLE_CAPTION, "ends in 'Agency'", 0};
    static const char first[] = "GRAVIK (Agency) - Tensions in Freedonia rose. (End)";
    blocks[2] = (tenor_block){{0, 0}, TN_STR(first), TENOR_ROLE_BODY, NULL, 0};
    sentences[0].text = (tenor_string){first + 18, 27};
    blocks[3] = (tenor_block){{0, 0}, sentences[1].text, TENOR_ROLE_BODY, NULL, 0};
    view.blocks = blocks;
    view.n_blocks = 4;
}

TestSuite(html, .init = set_up);

static void expect(const char *wanted) {
    tenor_render_options options = plain_options();
    tn_buf out = written(tn_write_html, &view, &options);
    cr_expect(strstr(out.data, wanted), "not found: %s\nin:\n%s", wanted, out.data);
    tn_buf_free(&out);
}

static void expect_not(const char *unwanted) {
    tenor_render_options options = plain_options();
    tn_buf out = written(tn_write_html, &view, &options);
    cr_expect(!strstr(out.data, unwanted), "found: %s\nin:\n%s", unwanted, out.data);
    tn_buf_free(&out);
}

Test(html, the_article_with_its_shades) {
    expect("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    expect("<title>A title of &quot;two&quot; words</title>");
    expect(
        "<h1 dir=\"auto\">A title of &quot;two&quot; words</h1>\n"
        "<p class=\"dim\">11 words · 2 sentences · en · ranker news</p>\n");
    expect("<p dir=\"auto\"><a href=\"#s2\">[2]</a> Freedonia lifted its sanctions after the talks.</p>\n");
    expect(
        "<p dir=\"auto\" class=\"dim\" title=\"left out as caption: ends in &#39;Agency&#39;\">"
        "A &lt;b&gt;&quot;photo&quot;&lt;/b&gt; &amp; more</p>\n"
        "<p dir=\"auto\">GRAVIK (Agency) - <span id=\"s1\" class=\"k10\" "
        "title=\"sentence 1 · rank 1 of 2 · score 0.500\">Tensions in Freedonia rose.</span> (End)</p>\n"
        "<p dir=\"auto\"><mark id=\"s2\" class=\"k5\" "
        "title=\"sentence 2 · rank 2 of 2 · score 0.250 · in the summary\">"
        "Freedonia lifted its sanctions after the talks.</mark></p>\n"
        "</article>\n");
}

Test(html, scores_at_or_under_zero_have_no_shade) {
    sentences[1].score = -3;
    expect("<mark id=\"s2\" title=\"sentence 2 · rank 2 of 2 · score -3.000 · in the summary\">");
    sentences[0].score = -4;
    expect("<span id=\"s1\" title=\"sentence 1 · rank 2 of 2 · score -4.000\">");
    expect_not("class=\"k10\" title");
    sentences[0].score = sentences[1].score = 2;
    expect("<span id=\"s1\" class=\"k10\" title=\"sentence 1 · rank 1 of 2");
}

Test(html, what_the_score_is_made_of) {
    static const tenor_score_part parts[] = {{"centrality", 0.5, 1}, {"length", 0.25, -0.2}};
    sentences[0].parts = parts;
    sentences[0].n_parts = 2;
    sentences[0].likeness = 0.125;
    sentences[0].dangling = true;
    expect("score 0.500 · centrality +0.50, length -0.05 · likeness to a choice 0.12 · points back\">");
}

Test(html, the_topics) {
    tenor_topic topics[4];
    memcpy(topics, view.topics, sizeof topics);
    topics[1].title = "Calm & <land>";
    topics[2].gist = &sentences[1];
    view.topics = topics;
    expect(
        "<tr><th scope=\"row\" dir=\"auto\">Freedonia</th><td><meter min=\"0\" max=\"100\" value=\"81\"></meter> "
        "81 severe</td><td>60–95</td><td dir=\"auto\"><a href=\"#s2\">[2]</a> Freedonia lifted its sanctions after "
        "the talks.</td></tr>\n"
        "<tr><th scope=\"row\" dir=\"auto\">Calm &amp; &lt;land&gt;</th><td><meter min=\"0\" max=\"100\" value=\"12\">"
        "</meter> 12? calm</td>");
    expect("<th scope=\"row\" dir=\"auto\">Mute</th><td>no word of tone</td>");
    expect_not("Absent");
    view.overall = NULL;
    expect_not("<table>");
}

Test(html, several_articles_have_their_sources) {
    static const tenor_source sources[] = {{.name = "a\"b<c>.txt", .date = {"1 May", 5}}, {.name = "d.txt"}};
    tenor_document document = *view.document;
    document.sources = sources;
    document.n_sources = 2;
    view.document = &document;
    sentences[1].document = 1;
    expect("<h2>a&quot;b&lt;c&gt;.txt, 1 May</h2>\n<p dir=\"auto\">GRAVIK");
    expect("<h2>d.txt</h2>\n<p dir=\"auto\"><mark");
    expect("after the talks. <cite class=\"dim\">d.txt</cite></p>\n");
    expect("<h3 dir=\"auto\">A title of &quot;two&quot; words</h3>");
}

Test(html, markup_is_safe) {
    const struct {
        tenor_string text;
        const char *wanted;
    } cases[] = {{TN_STR("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;"},
                 {TN_STR(" a \n\t b "), " a b "},
                 {TN_STR("x\033[31my\0z\u202e"), "xyz"},
                 {TN_STR("\xff"), "\uFFFD"},
                 {TN_STR(""), ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tn_buf out = TN_BUF_INIT;
        tn_put_markup(&out, cases[i].text);
        tn_putc(&out, '\0');
        cr_expect_str_eq(out.data, cases[i].wanted);
        tn_buf_free(&out);
    }
}
