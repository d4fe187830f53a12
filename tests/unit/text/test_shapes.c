/* Texts of one shape, over and over: nothing breaks, and memory grows with the text (arrays double, so in steps). */
#include <criterion/criterion.h>

#include "base/vec.h"
#include "english.h"

enum { BYTES = 200000 };

static const char *const shapes[] = {
    "abcdefghij",
    ".",
    ". ",
    " .",
    "\n",
    " ",
    "A b.\n\n",
    "Who is it?\n\n",
    "Read this line of text again and again\n",
    ("\xE2\x80\x9C"
     "A quotation for all of us.\xE2\x80\x9D\n\n"),
    "a.B",
    "x.[",
    "a] ",
    "A.",
    ")\"",
    ") ",
    "\xFF",
    "\xE2\x82",
    "\xE2\x80\xA2 ",
    "1. A 2. B ",
    "word\r",
    "word\n",
    "a@",
    "http://",
    "By A\n\n",
    "([{",
    "\xCC\x81",
    "\xE5\x8C\x97",
    "U.S. ",
    "\"He\" ",
    "[+1 chars]\n",
    "- x\n",
    "A/B\n",
};

static size_t memory_of(const english *e, const char *shape, size_t bytes, tn_arena *room) {
    size_t n = strlen(shape);
    char *text = tn_alloc(room, bytes + n);
    tn_arena scratch = TN_ARENA_INIT;
    tenor_error error = {0};
    tn_doc doc;
    cr_assert_not_null(text);
    for (size_t at = 0; at < bytes; at += n) memcpy(text + at, shape, n);
    tn_known known = {0};
    tn_doc_input input = {.text = {text, bytes}, .format = TENOR_FORMAT_TEXT, .known = &known};
    cr_assert_eq(tn_doc_build(&doc, &input, &e->model, &scratch, &error), TENOR_OK, "%s: %s", shape, error.message);
    for (size_t i = 1; i < doc.n_sentences; i++)
        cr_assert_leq(doc.sentences[i - 1].end, doc.sentences[i].start, "%s", shape);
    size_t used = scratch.total;
    tn_arena_free(&scratch);
    tn_known_free(&known);
    return used;
}

Test(shapes, nothing_breaks_and_memory_grows_with_the_text) {
    english e;
    english_open(&e);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        tn_arena room = TN_ARENA_INIT;
        size_t once = memory_of(&e, shapes[i], BYTES, &room), twice = memory_of(&e, shapes[i], 2 * BYTES, &room);
        cr_expect_leq(twice, 5 * once + (1u << 20), "shape %zu: %zu, then %zu", i, once, twice);
        tn_arena_free(&room);
    }
    english_close(&e);
}
