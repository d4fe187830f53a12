/* Roles one by one; whole articles are in test_blocks_gold.c. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "english.h"

static english e;
static void open_english(void) { english_open(&e); }
static void close_english(void) { english_close(&e); }
TestSuite(blocks, .init = open_english, .fini = close_english);

#define STORY                                                                                            \
    "The ministers met in the old town hall on Monday and talked for four hours about the crossing.\n\n" \
    "A second meeting is planned for the end of the month, though nobody would say where it might be held.\n\n"

/* The role of a line that stands between two paragraphs. */
static tenor_role role_between(const char *line) {
    char text[2048];
    snprintf(text, sizeof text, STORY "%s\n\n" STORY, line);
    tn_doc doc = english_doc(&e, text, NULL);
    for (size_t i = 0; i < doc.n_blocks; i++)
        if (tn_equal(tn_doc_text(&doc, doc.blocks[i].start, doc.blocks[i].end), tn_str(line)))
            return doc.blocks[i].role;
    cr_assert_fail("no block is '%s'", line);
    return TENOR_ROLE_BODY;
}

Test(blocks, a_line_between_paragraphs) {
    static const struct {
        const char *line;
        tenor_role role;
    } rows[] = {
        {"Nobody was hurt.", TENOR_ROLE_BODY},
        {"READ MORE: How the crossing was built", TENOR_ROLE_LINK},
        {"Read: the full text of the accord", TENOR_ROLE_LINK},
        {"Watching the crossing is a dull job.", TENOR_ROLE_BODY},
        {"Story continues below advertisement", TENOR_ROLE_BOILERPLATE},
        {"Sign up for our newsletter.", TENOR_ROLE_BOILERPLATE},
        {"* * *", TENOR_ROLE_BOILERPLATE},
        {"Updated 3 March 2018, 5:10 p.m.", TENOR_ROLE_BOILERPLATE},
        {"12 comments", TENOR_ROLE_BOILERPLATE},
        {"About 300 trucks are waiting.", TENOR_ROLE_BODY},
        {"In 1999, 300 died.", TENOR_ROLE_BODY},
        {"By Ruth Okello and Jo Lind", TENOR_ROLE_BYLINE},
        {"By Ruth Okello ruth@courier.example", TENOR_ROLE_BYLINE},
        {"By noon the queue was long.", TENOR_ROLE_BODY},
        {"(Reporting by Jo Lind; editing by Ruth Okello)", TENOR_ROLE_CREDIT},
        {"Jo Lind in Karsk contributed to this report.", TENOR_ROLE_CREDIT},
        {"Lind reported from Karsk.", TENOR_ROLE_CREDIT},
        {"The envoy reported from Karsk that all was calm.", TENOR_ROLE_BODY},
        {"Jo Lind/Harbour Agency", TENOR_ROLE_CREDIT},
        {"Trucks wait at the crossing on Sunday. Jo Lind/Harbour Agency", TENOR_ROLE_CAPTION},
        {"The mask is 40 centimetres high. Photo: Museum", TENOR_ROLE_CAPTION},
        {"Trucks with flour and medicine wait at the crossing north of the town of Lower Karsk on Sunday",
         TENOR_ROLE_CAPTION},
        {"A fragile truce", TENOR_ROLE_HEADING},
        {"Who guards the crossing?", TENOR_ROLE_HEADING},
        {"Have you seen it?", TENOR_ROLE_BODY},
        {"These are the main points:", TENOR_ROLE_BODY},
        {"Now playing:", TENOR_ROLE_HEADING},
        {"- all heavy guns are to be moved", TENOR_ROLE_BODY},
        {"($1 = 0.8911 euros)", TENOR_ROLE_BOILERPLATE},
        {"(APPLAUSE)", TENOR_ROLE_BOILERPLATE},
        {"(The envoy smiled.)", TENOR_ROLE_BODY},
        {"Well, why not? It is a reader's letter that lacks its last mark, and goes on for quite some words",
         TENOR_ROLE_BODY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(role_between(rows[i].line), rows[i].role, "%s: %s", rows[i].line,
                     tenor_role_name(role_between(rows[i].line)));
}

Test(blocks, the_headline_is_the_first_line_of_some_length) {
    tn_doc doc =
        english_doc(&e, "World\n\nEurope\n\nCrossing reopens after a year\n\nMinisters shake hands\n\n" STORY, NULL);
    cr_expect(tn_equal(doc.title, TN_STR("Crossing reopens after a year")));
    cr_expect_eq(doc.blocks[0].role, TENOR_ROLE_LINK);
    cr_expect_eq(doc.blocks[2].role, TENOR_ROLE_TITLE);
    cr_expect_eq(doc.blocks[3].role, TENOR_ROLE_HEADING);
    cr_expect_eq(doc.sentences[0].title, true);
    cr_expect_eq(doc.n_sentences, 3);
}

Test(blocks, a_question_may_be_the_headline) {
    tn_doc doc = english_doc(&e, "\xE2\x80\x9CWho guards it?\xE2\x80\x9D\n\n" STORY, NULL);
    cr_expect_eq(doc.blocks[0].role, TENOR_ROLE_TITLE);
}

Test(blocks, a_text_without_headline_has_none) {
    tn_doc doc = english_doc(&e, STORY, NULL);
    cr_expect_eq(doc.title.length, 0);
    cr_expect_eq(doc.n_sentences, 2);
}

Test(blocks, a_repeated_line_is_a_link) {
    tn_doc doc = english_doc(
        &e, STORY "WATCH: Ferry sinks in the Sound\n\nFerry sinks in the Sound \xE2\x80\x93 Apr 2, 2019\n\n" STORY,
        NULL);
    cr_expect_eq(doc.blocks[2].role, TENOR_ROLE_LINK);
    cr_expect_eq(doc.blocks[3].role, TENOR_ROLE_LINK);
}

Test(blocks, a_pull_quote_is_told_from_a_quotation) {
    static const char said[] =
        "\xE2\x80\x9CNobody read it,\xE2\x80\x9D says the mayor. \xE2\x80\x9CThe priest read the first ten pages of "
        "it.\xE2\x80\x9D\n\n";
    char text[1024];
    snprintf(text, sizeof text,
             STORY "\xE2\x80\x9CNobody read it. The priest read the first ten pages of it.\xE2\x80\x9D\n\n%s", said);
    tn_doc doc = english_doc(&e, text, NULL);
    cr_expect_eq(doc.blocks[2].role, TENOR_ROLE_HEADING);
    cr_expect_eq(doc.blocks[3].role, TENOR_ROLE_BODY);
    doc = english_doc(&e, STORY "\xE2\x80\x9CWe shall never sign a paper like that one.\xE2\x80\x9D\n\n" STORY, NULL);
    cr_expect_eq(doc.blocks[2].role, TENOR_ROLE_BODY);
}

Test(blocks, something_is_body_in_any_text) {
    static const char *const texts[] = {"Crossing reopens",
                                        "READ MORE: Crossing reopens",
                                        "By Jo Lind",
                                        "* * *",
                                        "Advertisement\n\nBy Jo Lind",
                                        "Crossing reopens\n\nREAD MORE: More"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        tn_doc doc = english_doc(&e, texts[i], NULL);
        size_t bodies = 0;
        for (size_t k = 0; k < doc.n_blocks; k++) bodies += doc.blocks[k].role == TENOR_ROLE_BODY;
        cr_expect_geq(bodies, 1, "%s", texts[i]);
    }
    cr_expect_eq(english_doc(&e, " \n\t\n ", NULL).n_blocks, 0);
    cr_expect_eq(english_doc(&e, "", NULL).n_sentences, 0);
}

Test(blocks, nothing_but_white_space_is_outside_of_a_block) {
    const char *text = "One line\nand more of it\n\n \t Two.\r\n\r\nThree [+99 chars]";
    tn_doc doc = english_doc(&e, text, NULL);
    size_t inside = 0, solid = 0;
    for (size_t i = 0; i < doc.n_blocks; i++)
        for (uint32_t at = doc.blocks[i].start; at < doc.blocks[i].end; at++) inside += !tn_is_space(text[at]);
    for (size_t i = 0; text[i]; i++) solid += !tn_is_space(text[i]);
    cr_expect_eq(inside, solid);
}

Test(blocks, a_mark_of_truncation_is_cut_off_and_said) {
    tn_doc doc = english_doc(&e, STORY "They compared the lists name by name until\xE2\x80\xA6 [+2219 chars]", NULL);
    cr_expect(doc.truncated);
    cr_assert_eq(doc.n_sentences, 3);
    cr_expect_str_eq(sentence_text(&e, &doc, 2), "They compared the lists name by name until\xE2\x80\xA6");
    cr_expect(doc.sentences[2].dangling);
    cr_expect_not(english_doc(&e, STORY, NULL).truncated);
}

/* ---- hard wraps */

static size_t blocks_of(const char *text) { return english_doc(&e, text, NULL).n_blocks; }

Test(blocks, full_lines_are_joined_and_short_ones_are_not) {
    cr_expect_eq(blocks_of("The ministry said on Monday that the bridge\nWould be closed until the spring, and "
                           "that\nFerries would run.\n"),
                 1);
    cr_expect_eq(blocks_of("The ministry said on Monday that the bridge is closed.\nFerries run.\nNobody knows until "
                           "when it will be.\n"),
                 3);
    cr_expect_eq(blocks_of("The bridge is\nclosed.\n"), 1);
    cr_expect_eq(blocks_of("boats\ncargo nets\nropes, sails\n"), 3);
    cr_expect_eq(blocks_of("They met Gen.\nMarkov there.\n"), 1);
    cr_expect_eq(blocks_of("It began on Sept.\n4 in the port.\n"), 1);
    cr_expect_eq(blocks_of("The list is long and runs over the line\n- one item of the list\n- two\n"), 3);
}

Test(blocks, a_line_with_more_indent_begins_a_paragraph) {
    cr_expect_eq(blocks_of("   The bill fell by 88 votes to 81 after nine members of\nthe ruling party sided against "
                           "it.\n   Rivers do not read laws, said one of the rebels, as he\nleft the chamber.\n"),
                 2);
}

Test(blocks, the_width_of_a_wrap_is_counted_in_characters) {
    /* Curly quotes are three bytes each; the lines are full at 30 characters, and the third is not. */
    cr_expect_eq(blocks_of("Nobody else in the old harbour\nSaid so, and all of them "
                           "slept\n\xE2\x80\x9CYes,\xE2\x80\x9D he \xE2\x80\x9Csaid\xE2\x80\x9D to us.\nSo it was.\n"),
                 2);
}

Test(blocks, a_date_below_the_headline_is_no_part_of_it) {
    tn_doc doc = english_doc(&e, "Ships held in the harbour\n28 April 2018\n\nCoast guards stopped two ships.\n", NULL);
    cr_assert_eq(doc.n_blocks, 3);
    cr_expect(tn_equal(doc.title, TN_STR("Ships held in the harbour")));
    cr_expect_eq(doc.blocks[1].role, TENOR_ROLE_BOILERPLATE);
    doc = english_doc(&e, "The mission, planned for\n5 p.m.\nMonday, was delayed.\n", NULL);
    cr_expect_eq(doc.n_blocks, 1);
    doc = english_doc(
        &e, STORY "The ship that was held on\n28 April 2018\nwas let go a week later, and its\ncrew is well.\n", NULL);
    cr_expect_eq(doc.n_sentences, 3, "nor is it parted from a sentence");
}

/* ---- furniture */

/* The roles of all blocks, a letter each: Title, Body, Heading, Caption, byline Y, cRedit, Link, boilerplate X. */
static const char *roles_of(const char *text) {
    static char out[64];
    tn_doc doc = english_doc(&e, text, NULL);
    size_t n = 0;
    for (; n < doc.n_blocks && n + 1 < sizeof out; n++) out[n] = "TBHCYRLX"[doc.blocks[n].role];
    out[n] = '\0';
    return out;
}

Test(blocks, a_list_of_other_stories_goes_on_until_prose) {
    cr_expect_str_eq(
        roles_of(STORY "Most read\n\nFerry sinks in the Sound\n\nWho guards the crossing at night?\n\n" STORY),
        "BBXLLBB");
    cr_expect_str_eq(roles_of(STORY "Trending in Sport\n\nFerry sinks in the Sound\n\nIt rained.\n\n" STORY),
                     "BBXLBBB");
    cr_expect_str_eq(roles_of(STORY "Related: Ferry sinks in the Sound\n\nA fragile truce\n\n" STORY), "BBLHBB");
    cr_expect_str_eq(
        roles_of(STORY "Most read\n\nFerry sinks\n\nA ferry has sunk in the Sound with nobody on board, its "
                       "owner says.\n\nBakery shuts\n\nThe last bakery of Lower Karsk has shut its doors "
                       "after 112 years.\n"),
        "BBXLLLL");
}

Test(blocks, a_sentence_ends_a_list_of_headlines) {
    cr_expect_str_eq(
        roles_of(STORY "Most read\n\nFerry sinks\n\n\"It was very quick,\" she said.\n\nREAD MORE: The pump\n\n" STORY),
        "BBXLBLBB");
    cr_expect_str_eq(roles_of(STORY "Home   About   Archive\n\n" STORY), "BBLBB");
    cr_expect_str_eq(roles_of(STORY "1. The pump was off.\n2. The radio had no power\n\n" STORY), "BBBBBB");
}

Test(blocks, open_lines_behind_the_last_paragraph_are_links) {
    cr_expect_str_eq(roles_of(STORY "Ferry sinks in the Sound\n\nCrossings\n\nCancel anytime.\n"), "BBLLX");
    cr_expect_str_eq(roles_of(STORY "Nobody was hurt.\n"), "BBB");
    cr_expect_str_eq(roles_of(STORY "The next train is due at noon on Friday\n"), "BBB", "a full stop was lost");
    cr_expect_str_eq(roles_of(STORY "The points are these and no others:\n\n- guns\n- trucks\n"), "BBBBB");
}

Test(blocks, nothing_behind_the_comments_is_the_story) {
    cr_expect_str_eq(
        roles_of(STORY "12 comments\n\nI crossed there once, and nobody asked me for a single paper. Odd.\n"), "BBXX");
    cr_expect_str_eq(roles_of("Crossing reopens after a year\n\nView comments\n\n" STORY), "TXBB");
    cr_expect_str_eq(roles_of(STORY "5 responses to \"Why it reopened, and for whom\"\n\nJo says:\n\nSo they did.\n"),
                     "BBXLX");
    cr_expect_str_eq(
        roles_of(STORY "Copyright 2031 The Courier.\n\nThe Courier is a member of the union of papers and its code.\n"),
        "BBXX");
}

Test(blocks, words_about_the_site_are_no_story) {
    cr_expect_eq(role_between("All the headlines you need, in one newsletter every day, and in one app."),
                 TENOR_ROLE_BODY, "between paragraphs it may be one");
    cr_expect_eq(role_between("All the headlines you need, in one newsletter every day. Subscribe."),
                 TENOR_ROLE_BOILERPLATE, "but not with a call behind it");
    cr_expect_str_eq(roles_of(STORY "The headlines you need, in one newsletter a day. Subscribe.\n"), "BBX");
    cr_expect_str_eq(
        roles_of(STORY "A message from Lind Socks\n\nWarm feet are happy feet, all winter long and far into "
                       "the spring.\n\n" STORY),
        "BBXXBB");
}

Test(blocks, rows_of_figures_are_kept_and_rankings_are_not) {
    cr_expect_str_eq(roles_of(STORY "Seats\nGreens 11 (+7)\nFarmers 7 (0)\nOthers 2\n\n" STORY), "BBHBBBBB");
    cr_expect_str_eq(roles_of(STORY "1 Ferry sinks in Sound\n2 Bakery shuts\n3 Man finds ring\n\n" STORY), "BBLLLBB");
}

Test(blocks, sentences_without_their_full_stop_are_told_from_headings) {
    cr_expect_eq(role_between("Then he handed the old key to his deputy"), TENOR_ROLE_BODY);
    cr_expect_eq(role_between("What the two sides say that they will do"), TENOR_ROLE_HEADING);
    cr_expect_eq(role_between("Ministers shake hands at the crossing again"), TENOR_ROLE_HEADING);
    cr_expect_str_eq(roles_of(STORY "He is seen with the key on Monday\n\nPhoto: Jo Lind\n\n" STORY), "BBCRBB");
}

Test(blocks, below_the_headline) {
    cr_expect_str_eq(
        roles_of("Crossing reopens after a year\n\nMinisters shake hands, drivers cheer, and the mayor of the town "
                 "keeps the old key\n\nRuth Okello\n\n" STORY),
        "TBYBB");
    cr_expect_str_eq(
        roles_of("Crossing reopens after a year\n\nBy Ruth Okello\n\nTrucks wait at the gate of the crossing on "
                 "Sunday in the rain.\nPhoto: Jo Lind\n\n" STORY),
        "TYCRBB");
    cr_expect_str_eq(roles_of("Home > Europe > Crossings\n\nCrossing reopens after a year\n\n" STORY), "LTBB");
}

Test(blocks, a_paragraph_about_the_author) {
    cr_expect_str_eq(roles_of("Crossing reopens after a year\n\nBy Ruth Okello\n\n" STORY
                              "Ruth Okello writes about borders, and has crossed most of them on foot.\n"),
                     "TYBBR");
}

Test(blocks, a_list_of_short_lines_is_not_hard_wrapped) {
    cr_expect_eq(
        blocks_of("Ferry sinks in the Sound at night\nBakery shuts after many long years\nMan of ninety finds a "
                  "golden ring\nNew crossing opens for the trucks\nMayor keeps the old iron key safe\n"),
        5);
}

Test(block_patterns, scripts_without_blanks_and_capitals_beyond_ascii) {
    language_open(&e, "ja");
    cr_expect_not_null(tn_text_model_line(&e.model, TN_STR("関連記事：橋がまた開く")));
    english_close(&e);
    language_open(&e, "ru");
    cr_expect_not_null(tn_text_model_line(&e.model, TN_STR("ЧИТАЙТЕ ТАКЖЕ")));
    cr_expect(tn_text_model_is_stamp(&e.model, TN_STR("Обновлено 14 февраля, 12:05")));
    english_close(&e);
}

Test(blocks, results_and_line_ups_are_of_the_story) {
    cr_expect_str_eq(roles_of(STORY "400m: 1 I Slade (Fenn) 54.02, 2 M Hurst (Brim) 55.87, 3 P Loame (Old) 56.41\n"
                                    "200m: 1 D Pruett (Old) 21.70, 2 L Asante (Fenn) 21.84, 3 J Cole (Brim) 22.02\n"),
                     "BBBB");
    cr_expect_str_eq(roles_of(STORY "Castra (4-4-2): Hale; Rook, Amadi, Priddy, Stone; Vance, Orme\n\n" STORY),
                     "BBBBB");
    cr_expect_str_eq(roles_of(STORY "Castra Rovers 2-1 Molveno United\n\n" STORY), "BBBBB");
    cr_expect_str_eq(
        roles_of(STORY "Club     P   W   Pts\n1 Castra  14   9   3   30\n2 Moor    14   8   2   26\n\n" STORY),
        "BBBBBBB");
}

Test(blocks, what_a_speaker_says_again_is_no_heading) {
    cr_expect_str_eq(roles_of("Keeper switches off the lamp\n\n" STORY
                              "LINDE: And what did that feel like?\n\nGRANGE: Quiet, and you do not notice the motor "
                              "until it stops.\n\nLINDE: Hollis Grange, the last keeper of Skerry Point, thank you.\n"),
                     "TBBBBB");
}

Test(blocks, questions_that_nobody_is_asked_head_sections_together) {
    cr_expect_str_eq(
        roles_of("Pensions by the week\n\n" STORY
                 "When is the first one paid?\n\nOn Friday 7 April, or a week later for "
                 "those who were born in autumn.\n\nIs the sum the same?\n\nIt is, to the penny, because a year is "
                 "divided by its weeks.\n\nIs there a form?\n\nNo.\n"),
        "TBBHBHBHB");
}

Test(blocks, a_name_below_the_sentences_of_a_gallery_is_a_credit) {
    cr_expect_str_eq(
        roles_of("The last night of the pier\n\n" STORY
                 "1 of 2\n\nThe organ was built in Ghent and has played since.\n\nPia Lindqvist\n\n2 of 2\n\n"
                 "At midnight the lamps went out from the sea end.\n\nPia Lindqvist\n\nAll rights reserved.\n"),
        "TBBXCRXCRX");
}

Test(blocks, a_page_s_head_is_no_headline) {
    cr_expect_str_eq(roles_of("Subscribe | Log in to read\n\nCrossing reopens after a year\n\n" STORY), "LTBB");
    cr_expect_str_eq(roles_of("P152 NEWS 152 Tue 11 Mar 21:47\n\nCrossing reopens after a year\n\n" STORY), "LTBB");
}

Test(blocks, replies_behind_the_subject_again_are_not_the_story) {
    cr_expect_str_eq(
        roles_of("Crossing reopens after a year\n\n" STORY
                 "Re: Crossing reopens after a year\n\nI crossed there once, and nobody asked me for a paper.\n"),
        "TBBLX");
}
