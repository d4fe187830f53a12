#include <criterion/criterion.h>

#include "text/fold.h"

static void folds(tn_arena *arena, const char *from, const char *to) {
    tenor_string folded = tn_fold(tn_str(from), arena);
    cr_assert_not_null(folded.data);
    cr_expect(tn_equal(folded, tn_str(to)), "%s -> %.*s, not %s", from, (int)folded.length, folded.data, to);
}

Test(fold, case_width_composition_and_quotes_do_not_matter) {
    static const char *const rows[][2] = {
        {"Missile", "missile"},
        {"UN", "un"},
        {"U.S.", "u.s."},
        {"don\xE2\x80\x99t", "don't"}, /* a curly apostrophe */
        {"\xE2\x80\x98tis", "'tis"},   /* an opening one */
        {"o\xCA\xBC"
         "brien",
         "o'brien"},                                     /* the modifier letter */
        {"\xEF\xBC\xAD\xEF\xBC\xA9\xEF\xBC\xA7", "mig"}, /* full width */
        {"Cafe\xCC\x81", "caf\xC3\xA9"},                 /* e + combining acute */
        {"CAF\xC3\x89", "caf\xC3\xA9"},
        {"stra\xC3\x9F"
         "e",
         "strasse"},                /* sharp s */
        {"\xEF\xAC\x81re", "fire"}, /* the ligature fi */
        {"cease\xC2\xAD"
         "fire",
         "ceasefire"},                                            /* soft hyphen */
        {"war\xE2\x80\x8B", "war"},                               /* zero-width space */
        {"\xCE\xA3\xCE\x91\xCE\xA3", "\xCF\x83\xCE\xB1\xCF\x83"}, /* sigma has one folded form */
        {"\xD0\x9C\xD0\x9E\xD0\xA1\xD0\x9A\xD0\x92\xD0\x90", "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"},
    };
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) folds(&arena, rows[i][0], rows[i][1]);
    tn_arena_free(&arena);
}

Test(fold, what_is_folded_stays_itself) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_string word = TN_STR("truce");
    cr_expect_eq(tn_fold(word, &arena).data, word.data);
    cr_expect_eq(arena.total, 0);
    tenor_string once = tn_fold(TN_STR("\xC3\x89lys\xC3\xA9"
                                       "e"),
                                &arena);
    cr_expect(tn_equal(tn_fold(once, &arena), once));
    tn_arena_free(&arena);
}

Test(fold, a_word_longer_than_the_room_on_the_stack) {
    enum { MANY = 1000 };
    static char word[2 * MANY + 1];
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < MANY; i++) memcpy(word + 2 * i, "\xC3\x89", 2);
    tenor_string folded = tn_fold((tenor_string){word, 2 * MANY}, &arena);
    cr_assert_eq(folded.length, 2 * MANY);
    for (size_t i = 0; i < MANY; i++) cr_assert_eq(memcmp(folded.data + 2 * i, "\xC3\xA9", 2), 0);
    tn_arena_free(&arena);
}
