#include "data/lexicon.h"

#include "place.h"

static tenor_status read(tn_lexicon *lexicon, const char *text, tn_arena *arena, tenor_error *error) {
    tn_data_file file = {"lexicon.tsv", tn_str(text)};
    *error = (tenor_error){0};
    return tn_lexicon_read(lexicon, "tension", &file, arena, error);
}

Test(lexicon, entries_with_their_lines) {
    tn_arena arena = TN_ARENA_INIT;
    tn_lexicon lexicon;
    tenor_error error;
    const char *text =
        "#! kind=tension lang=en version=7\n\nattack\tv\tevent\tassault\t9\tnote\nattack\tn\tevent\tassault\t8.5\n"
        "peace deal\tn\tevent\tmaterial-cooperation\t-7\n";
    cr_assert_eq(read(&lexicon, text, &arena, &error), TENOR_OK, "%s", error.message);
    cr_assert_eq(lexicon.count, 3);
    cr_expect_str_eq(lexicon.version, "7");
    cr_expect_str_eq(lexicon.lang, "en");
    cr_expect_eq(strlen(lexicon.sha256), 64);
    cr_expect_str_eq(tn_lexeme_entry(&lexicon, &lexicon.lexemes[0]), "attack");
    cr_expect_eq(lexicon.lexemes[0].pos, 'v');
    cr_expect_eq(lexicon.lexemes[0].line, 3);
    cr_expect_eq(lexicon.lexemes[1].weight, 8.5f);
    cr_expect_eq(lexicon.lexemes[2].class, TN_CLASS_MATERIAL_COOPERATION);
    cr_expect_str_eq(tn_class_name(TN_CLASS_MATERIAL_COOPERATION), "material-cooperation");
    tn_arena_free(&arena);
}

Test(lexicon, errors_say_where) {
    static const struct {
        const char *text;
        size_t line, column;
        const char *words;
    } rows[] = {
        {"attack\tv\tevent\tassault\n", 1, 23, "5 columns"},
        {"\tv\tevent\tassault\t9\n", 1, 1, "empty"},
        {"attack\tx\tevent\tassault\t9\n", 1, 8, "part of speech"},
        {"attack\tvv\tevent\tassault\t9\n", 1, 8, "part of speech"},
        {"# c\nattack\tv\tevnt\tassault\t9\n", 2, 10, "unknown kind 'evnt'"},
        {"attack\tv\tevent\tassualt\t9\n", 1, 16, "unknown class 'assualt'"},
        {"attack\tv\tevent\tassault\tnine\n", 1, 24, "not a number"},
        {"attack\tv\tevent\tassault\t10.5\n", 1, 24, "not within"},
        {"attack\tv\tevent\tassault\t-1\n", 1, 24, "not within"},
        {"attack\tv\tevent\tassault\t9\n\nattack\tv\tevent\tassault\t8\n", 3, 1, "listed twice"},
        {"#! kind=sentiment\nattack\tv\tevent\tassault\t9\n", 2, 1, "'sentiment' where 'tension'"},
        {"nice\ta\tword\tpositive\t2\n", 1, 13, "no class of a tension lexicon"},
        {"attack\tv\tstop\tassault\t9\n", 1, 15, "does not go with the kind 'stop'"},
        {"attack\tv\tevent\tstop\t0\n", 1, 16, "does not go with the kind 'event'"},
        {"attack\tv\tword\tassault\t9\n", 1, 15, "does not go with the kind 'word'"},
        {"--\t=\tevent\tassault\t9\n", 1, 1, "no word in the entry '--'"},
        {"att\xFF\tv\tevent\tassault\t9\n", 1, 1, "not valid UTF-8"},
        {"#! version=\"1\"\nattack\tv\tevent\tassault\t9\n", 1, 12, "letters, digits"},
    };
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_lexicon lexicon;
        tenor_error error;
        cr_expect_eq(read(&lexicon, rows[i].text, &arena, &error), TENOR_E_DATA, "%s", rows[i].text);
        expect_place(&error, rows[i].line, rows[i].column, rows[i].words);
        cr_expect_str_eq(error.source, "lexicon.tsv");
    }
    tn_arena_free(&arena);
}

Test(lexicon, an_entry_that_is_too_long_to_inflect) {
    char text[400] = "";
    memset(text, 'a', 200);
    strcat(text, "\tv\tevent\tassault\t9\n");
    tn_arena arena = TN_ARENA_INIT;
    tn_lexicon lexicon;
    tenor_error error;
    cr_expect_eq(read(&lexicon, text, &arena, &error), TENOR_E_DATA);
    expect_place(&error, 1, 1, "200 bytes; at most 140");
    tn_arena_free(&arena);
}
