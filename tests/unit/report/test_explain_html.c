#include <criterion/criterion.h>

#include "unit/report/view.h"

static tn_buf page(const char *topic) {
    tn_view view = view_of_two_sentences();
    tenor_render_options options = plain_options();
    options.topic = topic;
    return written(tn_write_explain_html, &view, &options);
}

static void expect(const tn_buf *out, const char *wanted) {
    cr_expect(strstr(out->data, wanted), "not found: %s\nin:\n%s", wanted, out->data);
}

Test(explain_html, a_topic) {
    tn_buf out = page("freedonia");
    expect(&out, "<title>A title of &quot;two&quot; words</title>");
    expect(&out,
           "<h2 dir=\"auto\">Freedonia: 81.0 severe</h2>\n<p><meter min=\"0\" max=\"100\" value=\"81\"></meter> "
           "90 % interval 60–95</p>\n<p class=\"dim\">2 mentions · 2 sentences count · 3 hits · direction +0.60 · "
           "intensity 44</p>\n");
    expect(&out,
           "<h3 id=\"n1e2\">[2] counts 0.50, follows one that does · tone -2.90</h3>\n<p dir=\"auto\">Freedonia "
           "lifted its <mark class=\"easing\">sanctions</mark> after the <mark class=\"easing\">talks</mark>.</p>\n");
    expect(&out,
           "<tr><td dir=\"auto\">sanctions</td><td>coerce</td><td>en.tsv:88 sanction</td><td class=\"n\">+6.0</td>"
           "<td>reversal “lifted” × -0.60</td><td class=\"n\">-3.6</td><td class=\"n\">0.50</td></tr>\n");
    expect(&out, "<td>my.tsv:90 talks</td>");
    tn_buf_free(&out);
}

Test(explain_html, how_sentences_become_the_number) {
    tn_buf out = page("freedonia");
    expect(&out,
           "<tr><td><a href=\"#n1e1\">[1]</a></td><td class=\"n\">1.00</td><td class=\"n\">+5.00</td>"
           "<td class=\"n\">+5.00</td></tr>\n<tr><td><a href=\"#n1e2\">[2]</a></td><td class=\"n\">0.50</td>"
           "<td class=\"n\">-2.90</td><td class=\"n\">-1.45</td></tr>\n<tr><th>Together</th><td class=\"n\">1.50</td>"
           "<td class=\"n\">+2.37</td><td class=\"n\">+3.55</td></tr>\n</table>\n");
    expect(&out, "a tone of +2.37 is 81.0.</p>");
    expect(&out,
           "<h3>What would change it most</h3>\n<table>\n<tr><th>Without</th><th>Tension</th><th class=\"n\">Change"
           "</th></tr>\n<tr><td><a href=\"#n1e1\">[1]</a></td><td>38.3 easing</td><td class=\"n\">-42.7</td></tr>\n"
           "<tr><td><a href=\"#n1e2\">[2]</a></td><td>no score: no other sentence has a word of tone</td><td></td>"
           "</tr>\n</table>\n");
    tn_buf_free(&out);
}

Test(explain_html, all_topics_and_the_whole_text) {
    tn_buf out = page(NULL);
    const char *severe = strstr(out.data, "Freedonia: 81.0"), *calm = strstr(out.data, "Calmland: 12.5"),
               *whole = strstr(out.data, "Whole text: 55.0 mixed");
    cr_expect(severe && calm && whole && severe < calm && calm < whole, "the tensest first, the whole last");
    expect(&out, "<p class=\"dim\">No score, for they are named, but near no word of tone: Mute</p>\n");
    expect(&out, "<p class=\"dim\">No score, for they are not mentioned: Absent</p>\n");
    expect(&out, ", on little evidence</p>");
    tn_buf_free(&out);
}
