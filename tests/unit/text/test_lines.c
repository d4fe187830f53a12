#include <criterion/criterion.h>

#include <stdio.h>

#include "text/lines.h"

Test(lines, end_marks_with_what_closes_after_them) {
    static const char *const ended[] = {"It ended.",
                                        "Did it?",
                                        "Stop!",
                                        "\xE2\x80\x9CIt ended.\xE2\x80\x9D",
                                        "(It ended.)",
                                        "It ended.\"*",
                                        "It went on\xE2\x80\xA6",
                                        "\xE7\xB5\x82\xE3\x80\x82",
                                        "ended.\xC2\xBB"};
    static const char *const open[] = {
        "A fragile truce", "", "No. 5", "a.b", "(no mark)", "\xE2\x80\x9Cquote\xE2\x80\x9D", ":"};
    for (size_t i = 0; i < sizeof ended / sizeof *ended; i++)
        cr_expect(tn_ends_in_mark(tn_str(ended[i])), "%s", ended[i]);
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        cr_expect_not(tn_ends_in_mark(tn_str(open[i])), "%s", open[i]);
}

Test(lines, questions_and_open_ends) {
    cr_expect(tn_ends_in_question(TN_STR("\xE2\x80\x9CWho?\xE2\x80\x9D")));
    cr_expect_not(tn_ends_in_question(TN_STR("Who.")));
    cr_expect_not(tn_ends_in_question(TN_STR("")));
    cr_expect(tn_ends_open(TN_STR("The points are:")));
    cr_expect(tn_ends_open(TN_STR("On Tuesday,")));
    cr_expect(tn_ends_open(TN_STR("and then \xE2\x80\x94")));
    cr_expect_not(tn_ends_open(TN_STR("The end")));
    cr_expect_not(tn_ends_open(TN_STR("")));
}

Test(lines, looks_of_a_line) {
    cr_expect(tn_is_list_item(TN_STR("- one")));
    cr_expect(tn_is_list_item(TN_STR("* one")));
    cr_expect(tn_is_list_item(TN_STR("\xE2\x80\xA2 one")));
    cr_expect_not(tn_is_list_item(TN_STR("-one")));
    cr_expect_not(tn_is_list_item(TN_STR("1. one")));
    cr_expect(tn_is_ornament(TN_STR("* * *")));
    cr_expect(tn_is_ornament(TN_STR("___")));
    cr_expect(tn_is_ornament(TN_STR("\xE2\x80\x94 \xE2\x80\xA2")));
    cr_expect_not(tn_is_ornament(TN_STR("\xE7\xB5\x82")));
    cr_expect_not(tn_is_ornament(TN_STR("a")));
    cr_expect_not(tn_is_ornament(TN_STR("7")));
    cr_expect(tn_is_all_capitals(TN_STR("TALKS IN DOUBT, 2018")));
    cr_expect_not(tn_is_all_capitals(TN_STR("2018")));
    cr_expect_not(tn_is_all_capitals(TN_STR("TALKS in doubt")));
    cr_expect(tn_is_capitalised(TN_STR("Ruth Okello and Jo of Lind")));
    cr_expect_not(tn_is_capitalised(TN_STR("Ruth wrote this")));
    cr_expect_eq(tn_count_words(TN_STR("  two   words ")), 2);
    cr_expect_eq(tn_count_words(TN_STR("")), 0);
}

Test(lines, tails) {
    cr_expect_eq(tn_date_tail(TN_STR("Summit ends \xE2\x80\x93 Jul 28, 2017")), strlen("\xE2\x80\x93 Jul 28, 2017"));
    cr_expect_eq(tn_date_tail(TN_STR("Summit ends - again")), 0);
    cr_expect_eq(tn_truncation_length(TN_STR("by name until\xE2\x80\xA6 [+2219 chars]")), strlen(" [+2219 chars]"));
    cr_expect_eq(tn_truncation_length(TN_STR("[+2219 chars]")), strlen("[+2219 chars]"));
    cr_expect_eq(tn_truncation_length(TN_STR("it has [2219 chars]")), 0);
    cr_expect_eq(tn_truncation_length(TN_STR("it has [+ chars]")), 0);
    cr_expect_eq(tn_truncation_length(TN_STR("chars]")), 0);
    cr_expect_eq(tn_tail_length(TN_STR("It is high. Photo: Museum")), strlen("Photo: Museum"));
    cr_expect_eq(tn_tail_length(TN_STR("It is high")), 0);
}

Test(lines, credits) {
    cr_expect_eq(tn_credit_length(TN_STR("Jane Doe/Reuters")), strlen("Jane Doe/Reuters"));
    cr_expect_eq(tn_credit_length(TN_STR("He took office. Jane Doe/Reuters")), strlen("Jane Doe/Reuters"));
    cr_expect_eq(tn_credit_length(TN_STR("He left. (Jane Doe / Staff Photographer)")),
                 strlen("(Jane Doe / Staff Photographer)"));
    cr_expect_eq(tn_credit_length(TN_STR("He took office.\nJane Doe/Reuters")), strlen("Jane Doe/Reuters"));
    cr_expect_eq(tn_credit_length(TN_STR("Orbital Agency/TV still")), strlen("Orbital Agency/TV still"));
    cr_expect_eq(tn_credit_length(TN_STR("It ended. Jane Doe/Reuters wrote about it then")), 0);
    cr_expect_eq(tn_credit_length(TN_STR("He took either/or")), 0);
    cr_expect_eq(tn_credit_length(TN_STR("The 9/11 Commission")), 0);
    cr_expect_eq(tn_credit_length(TN_STR("https://Example/Path")), 0);
    cr_expect_eq(tn_credit_length(TN_STR("")), 0);
}

static size_t dateline(const char *text) { return tn_dateline_length(tn_str(text)); }

Test(lines, datelines) {
    static const char *const place[] = {
        "MOSCOW (Agency) - ",
        "BEIRUT, Lebanon, Sept. 1 (Wire) \xE2\x80\x94 ",
        "(ABC) -- ",
        "PORT-AU-PRINCE \xE2\x80\x94 ",
        "WASHINGTON, D.C. \xE2\x80\x94 ",
        "Vienna, 14 May. \xE2\x80\x94 ",
        "LONDON\xE2\x80\x94",
    };
    for (size_t i = 0; i < sizeof place / sizeof *place; i++) {
        char text[128];
        snprintf(text, sizeof text, "%sThe talks began.", place[i]);
        cr_expect_eq(dateline(text), strlen(place[i]), "%s: %zu", text, dateline(text));
    }
    cr_expect_eq(dateline("The deal - long awaited - was signed."), 0);
    cr_expect_eq(dateline("NATO said the deal - long awaited - was signed."), 0);
    cr_expect_eq(dateline("Moscow \xE2\x80\x94 the city \xE2\x80\x94 froze."), 0);
    cr_expect_eq(dateline("U.S.-backed rebels left."), 0);
    cr_expect_eq(dateline(""), 0);
    cr_expect_eq(dateline("KYIV -"), 0);
}

Test(lines, labels_and_what_stands_behind_them) {
    cr_expect_eq(tn_label_length(TN_STR("GRANGE: Quiet.")), 7);
    cr_expect_eq(tn_label_length(TN_STR("Nadia: Even then.")), 6);
    cr_expect_eq(tn_label_length(TN_STR("The points were these: guns")), 0, "words in lower case");
    cr_expect_eq(tn_label_length(TN_STR("12:30 Lunch")), 0);
    cr_expect_eq(tn_label_length(TN_STR("GRANGE:")), 0, "nothing behind it");
    cr_expect(tn_is_labelled_list(TN_STR("Castra (4-4-2): Hale; Rook, Amadi, Priddy, Stone; Vance")));
    cr_expect_not(tn_is_labelled_list(TN_STR("Castra: Hale, Rook and Stone")));
    cr_expect_not(tn_is_labelled_list(TN_STR("Hale, Rook, Amadi, Priddy, Stone, Vance")), "no label");
    cr_expect_not(tn_is_labelled_list(TN_STR("")));
}

Test(lines, figures_scores_names_and_pieces) {
    cr_expect_eq(tn_count_figures(TN_STR("1 Castra  14  9  3")), 3);
    cr_expect_eq(tn_count_figures(TN_STR("")), 0);
    cr_expect(tn_is_score(TN_STR("Castra Rovers 2-1 Molveno United")));
    cr_expect_not(tn_is_score(TN_STR("Castra win 2-1 at home")));
    cr_expect_not(tn_is_score(TN_STR("2-1 Castra")));
    cr_expect_not(tn_is_score(TN_STR("")));
    cr_expect(tn_is_name(TN_STR("Pia Lindqvist")));
    cr_expect(tn_is_name(TN_STR("Jan van der Meer")));
    cr_expect_not(tn_is_name(TN_STR("Pia")));
    cr_expect_not(tn_is_name(TN_STR("Pia Lindqvist, Castra")));
    cr_expect_not(tn_is_name(TN_STR("Ferry sinks")));
    cr_expect_not(tn_is_name(TN_STR("")));
    cr_expect(tn_has_pieces(TN_STR("Subscribe | Log in")));
    cr_expect(tn_has_pieces(TN_STR("Annual Review      2032")));
    cr_expect_not(tn_has_pieces(TN_STR("A truce, of sorts")));
    cr_expect_not(tn_has_pieces(TN_STR("")));
}
