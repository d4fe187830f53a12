#include <criterion/criterion.h>

#include "report/marks.h"
#include "unit/report/view.h"

static void expect_marked(const tenor_sentence *sentence, size_t n_hits, bool color, const char *wanted) {
    tn_buf out = TN_BUF_INIT;
    tn_flow flow = tn_flow_at(&out, 200, 0, 0);
    tn_put_marked(&flow, sentence, sentence->hits, n_hits, color);
    tn_flow_end(&flow);
    cr_expect_str_eq(out.data, wanted);
    tn_buf_free(&out);
}

Test(marks, tense_and_easing) {
    tn_view view = view_of_two_sentences();
    expect_marked(&view.sentences[0], 1, false, "*Tensions* in Freedonia rose.\n");
    expect_marked(&view.sentences[1], 2, false, "Freedonia lifted its _sanctions_ after the _talks_.\n");
    expect_marked(&view.sentences[1], 1, true, "Freedonia lifted its \033[1;32msanctions\033[0m after the talks.\n");
}

/* Offsets of the input do not agree with the text where something was repaired. */
Test(marks, finds_a_hit_that_has_moved) {
    tn_view view = view_of_two_sentences();
    tenor_sentence sentence = view.sentences[0];
    tenor_hit hit = sentence.hits[0];
    hit.text = TN_STR("Freedonia");
    hit.span = (tenor_span){1000, 1009};
    sentence.hits = &hit;
    expect_marked(&sentence, 1, false, "Tensions in *Freedonia* rose.\n");
    hit.text = TN_STR("Sylvania");
    expect_marked(&sentence, 1, false, "Tensions in Freedonia rose.\n");
    hit.text = TN_STR("");
    expect_marked(&sentence, 1, false, "Tensions in Freedonia rose.\n");
}

Test(marks, a_line_may_end_inside) {
    tn_view view = view_of_two_sentences();
    tn_buf out = TN_BUF_INIT;
    tn_flow flow = tn_flow_at(&out, 21, 0, 0);
    tn_put_marked(&flow, &view.sentences[1], view.sentences[1].hits, 2, false);
    tn_flow_end(&flow);
    cr_expect_str_eq(out.data, "Freedonia lifted its\n_sanctions_ after the\n_talks_.\n");
    tn_buf_free(&out);
}
