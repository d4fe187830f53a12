/* Rules one by one; see test_sentence_gold.c for what they come to. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "english.h"

static english e;
static void open_english(void) { english_open(&e); }
static void close_english(void) { english_close(&e); }
TestSuite(sentence, .init = open_english, .fini = close_english);

/* The sentences of a text, joined with " | ". */
static const char *cut(const char *text) {
    static char joined[2048];
    tn_doc doc = english_doc(&e, text, NULL);
    size_t n = 0;
    joined[0] = '\0';
    for (size_t i = 0; i < doc.n_sentences; i++)
        n += (size_t)snprintf(joined + n, sizeof joined - n, "%s%s", n ? " | " : "", sentence_text(&e, &doc, i));
    return joined;
}

static void cuts(const char *text, const char *expected) { cr_expect_str_eq(cut(text), expected, "%s", cut(text)); }

Test(sentence, classes_of_abbreviations) {
    cuts("Gen. The rest is known.", "Gen. The rest is known.");
    cuts("It was on Baker St. The van stopped.", "It was on Baker St. | The van stopped.");
    cuts("It was in St. Gallen.", "It was in St. Gallen.");
    cuts("It ended in Sept. The war went on.", "It ended in Sept. | The war went on.");
    cuts("It ended in Sept. 1939 or so.", "It ended in Sept. 1939 or so.");
    cuts("See No. 12 of it.", "See No. 12 of it.");
    cuts("He said no. They left.", "He said no. | They left.");
    cuts("He fled to the U.S. The visit is his third.", "He fled to the U.S. | The visit is his third.");
    cuts("He fled to the U.S. Embassy there.", "He fled to the U.S. Embassy there.");
    cuts("He owns Arden Inc. Regulators may object.", "He owns Arden Inc. | Regulators may object.");
    cuts("It is Arden Inc. Chairman Jo Lind.", "It is Arden Inc. Chairman Jo Lind.");
    cuts("It is Arden Co. Ltd. and no other.", "It is Arden Co. Ltd. and no other.");
    cuts("It ends at 5 p.m. Monday at last.", "It ends at 5 p.m. Monday at last.");
    cuts("It ends at 5 p.m. Residents left.", "It ends at 5 p.m. | Residents left.");
    cuts("It runs for 5 km. Residents use it.", "It runs for 5 km. | Residents use it.");
    cuts("They sell nets, etc. Fishermen buy them.", "They sell nets, etc. | Fishermen buy them.");
    cuts("It is Hart Jr. Day today.", "It is Hart Jr. Day today.");
    cuts("Metals, e.g. Copper Hill ore, are taxed.", "Metals, e.g. Copper Hill ore, are taxed.");
}

Test(sentence, letters) {
    cuts("They chose Plan B. Ministers agreed.", "They chose Plan B. | Ministers agreed.");
    cuts("It was J. B. Lind. He left.", "It was J. B. Lind. | He left.");
    cuts("It was T. A. Lind who left.", "It was T. A. Lind who left.");
    cuts("It was Albert I. Lund again.", "It was Albert I. Lund again.");
    cuts("It was you and I. Lund knew.", "It was you and I. | Lund knew.");
}

Test(sentence, quotations) {
    cuts("\xE2\x80\x9CWhy?\xE2\x80\x9D Lind asked.", "\xE2\x80\x9CWhy?\xE2\x80\x9D Lind asked.");
    cuts("\xE2\x80\x9CWhy?\xE2\x80\x9D He asked twice.", "\xE2\x80\x9CWhy?\xE2\x80\x9D | He asked twice.");
    cuts("\xC2\xAB It is over. \xC2\xBB The crowd left.", "\xC2\xAB It is over. \xC2\xBB | The crowd left.");
    cuts("It is over.\xE2\x80\x9D The crowd left.", "It is over.\xE2\x80\x9D | The crowd left.");
}

Test(sentence, end_marks_that_end_nothing) {
    cuts("He wrote [...] Lund in May.", "He wrote [...] Lund in May.");
    cuts("The thing is ... I mean, well.", "The thing is ... I mean, well.");
    cuts("The iPhone sells. iPhone 2 does not.", "The iPhone sells. | iPhone 2 does not.");
    cuts("It works. net profit fell.", "It works. net profit fell.");
    cuts("Use v. 2.0 of example.org today.", "Use v. 2.0 of example.org today.");
}

Test(sentence, glued_and_wide) {
    cuts("It froze.Ships waited.", "It froze. | Ships waited.");
    cuts("Use Node.JS now.", "Use Node.JS now.");
    cuts("\xE5\xAE\x8C\xE4\xBA\x86\xE3\x80\x82\xE5\xA5\xBD\xE3\x80\x82",
         "\xE5\xAE\x8C\xE4\xBA\x86\xE3\x80\x82 | \xE5\xA5\xBD\xE3\x80\x82");
}

Test(sentence, notes_and_items) {
    cuts("It fell.[2] Another came.[3]", "It fell.[2] | Another came.[3]");
    cuts("It fell [2] Another came.", "It fell [2] Another came.");
    cuts("1. Open roads 2. Close ports 3. Leave", "1. Open roads | 2. Close ports | 3. Leave");
    cuts("1. Open it 3. Close it.", "1. Open it 3. | Close it.");
    cuts("a) Open roads b) Close ports", "a) Open roads | b) Close ports");
    cuts("It has 1. truce; 2. talks; 3. peace.", "It has 1. truce; 2. talks; 3. peace.");
}

Test(sentence, positions_words_and_dangling) {
    tn_doc doc =
        english_doc(&e, "Crossing reopens\n\nThe road is open. He came back. But why?\n\nNobody knows it.", NULL);
    cr_assert_eq(doc.n_sentences, 5);
    cr_expect(doc.sentences[0].title);
    for (uint32_t i = 1; i < 5; i++) {
        cr_expect_not(doc.sentences[i].title);
        cr_expect_eq(doc.sentences[i].position, i - 1);
        cr_expect_eq(doc.sentences[i].first, doc.sentences[i - 1].last);
    }
    cr_expect_not(doc.sentences[1].dangling);
    cr_expect(doc.sentences[2].dangling);
    cr_expect(doc.sentences[3].dangling);
    cr_expect_eq(doc.sentences[4].last, doc.n_words);
}
