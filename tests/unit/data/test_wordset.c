#include <stdio.h>

#include "data/lexicon.h"

#include "base/vec.h"
#include "place.h"

static tenor_status read(tn_lexicon *lexicon, const char *text, tn_arena *arena, tenor_error *error) {
    tn_data_file file = {"lexicon.tsv", tn_str(text)};
    *error = (tenor_error){0};
    return tn_lexicon_read(lexicon, "tension", &file, arena, error);
}

typedef struct seen {
    size_t count;
    char pos;
    char text[2000]; /* all phrases, each with a semicolon behind it */
} seen;

static tenor_status note(void *context, tenor_string phrase, char pos) {
    seen *s = context;
    s->count++;
    s->pos = pos;
    size_t length = strlen(s->text);
    cr_assert_lt(length + phrase.length + 2, sizeof s->text);
    memcpy(s->text + length, phrase.data, phrase.length);
    s->text[length + phrase.length] = ';';
    return TENOR_OK;
}

static tn_irregulars irregulars(tn_arena *arena) {
    static const char rows[] = "man\tn\tmen\n";
    tn_irregulars out;
    tn_data_file file = {"irregular.tsv", tn_str(rows)};
    cr_assert_eq(tn_irregulars_read(&out, &file, arena, NULL), TENOR_OK);
    return out;
}

Test(wordset, an_entry_stands_for_its_phrases) {
    static const struct {
        const char *row, *phrases;
        char pos;
    } rows[] = {
        {"trash {building}\tv\tevent\tassault\t5\n",
         "trash church;trash churches;trash police station;trash police stations;", 'v'},
        {"{building} bomber\tn\tactor\tactor\t1\n",
         "church bomber;churches bomber;police station bomber;police stations bomber;", 'n'},
        {"burnt {building}\tn\tstate\tharm\t3\n",
         "burnt church;burnt churches;burnt police station;burnt police stations;", '='},
        {"{man} {fled}\t=\tevent\tharm\t3\n",
         "man fled;man ran away;men fled;men ran away;troops fled;troops ran away;", '='},
        {"hunt {man|building} down\tv\tevent\tcoerce\t3\n",
         "hunt man down;hunt men down;hunt troops down;hunt church down;hunt churches down;hunt police station "
         "down;hunt police "
         "stations down;",
         'v'},
        {"attack\tv\tevent\tassault\t5\n", "attack;", 'v'},
    };
    static const char sets[] = "@building\tn\tchurch|police station\n@man\tn\tman|troops=\n@fled\t=\tfled|ran away\n";
    tn_arena arena = TN_ARENA_INIT;
    tn_irregulars nouns = irregulars(&arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[400];
        tn_lexicon lexicon;
        tenor_error error;
        (void)snprintf(text, sizeof text, "%s%s", sets, rows[i].row);
        cr_assert_eq(read(&lexicon, text, &arena, &error), TENOR_OK, "%s", error.message);
        cr_assert_eq(lexicon.count, 1);
        cr_expect_eq(lexicon.lexemes[0].line, 4);
        seen s = {0};
        tenor_string entry = tn_str(tn_lexeme_entry(&lexicon, &lexicon.lexemes[0]));
        cr_expect_eq(tn_word_sets_expand(lexicon.sets, entry, lexicon.lexemes[0].pos, &nouns, note, &s, &error),
                     TENOR_OK);
        cr_expect_str_eq(s.text, rows[i].phrases);
        cr_expect_eq(s.pos, rows[i].pos, "%s", rows[i].row);
    }
    tn_arena_free(&arena);
}

Test(wordset, errors_say_where) {
    static const struct {
        const char *text;
        size_t line, column;
        const char *words;
    } rows[] = {
        {"a {b}\t=\tevent\tfight\t6\n", 1, 4, "unknown set 'b'"},
        {"a {b}\t=\tevent\tfight\t6\n@b\tn\tc\n", 1, 4, "unknown set 'b'"}, /* defined before it is used */
        {"@b\tn\tc\na {b|bb}\t=\tevent\tfight\t6\n", 2, 6, "unknown set 'bb'"},
        {"@b\tn\tc||d\n", 1, 8, "empty member"},
        {"@b\tx\tc\n", 1, 4, "part of speech"},
        {"@B b\tn\tc\n", 1, 1, "named by"},
        {"@b\tn\tc\n@b\tn\td\n", 2, 1, "defined twice"},
        {"@b\tn\tc\n@d\tn\t{b}\n", 2, 6, "a set within a set"},
        {"@b\tn\tc\na {b\t=\tevent\tfight\t6\n", 2, 4, "'}' expected"},
        {"@b\tn\tc\na b}\t=\tevent\tfight\t6\n", 2, 4, "'{' expected"},
        {"@b\tn\tc\na {}\t=\tevent\tfight\t6\n", 2, 4, "name expected"},
        {"@b\tn\tc\n{b} a\tv\tevent\tfight\t6\n", 2, 2, "a verb is written out"},
        {"@b\tn\tc\n{b}{b}{b}{b}\t=\tevent\tfight\t6\n", 2, 11, "more than 3 sets"},
    };
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_lexicon lexicon;
        tenor_error error;
        cr_expect_eq(read(&lexicon, rows[i].text, &arena, &error), TENOR_E_DATA, "%s", rows[i].text);
        expect_place(&error, rows[i].line, rows[i].column, rows[i].words);
    }
    tn_arena_free(&arena);
}

Test(wordset, an_entry_that_stands_for_too_much_is_refused) {
    tn_arena arena = TN_ARENA_INIT;
    TN_VEC(char) text = {0};
    static const char head[] = "@b\tn\tc", tail[] = "\n{b} {b} {b}\t=\tevent\tfight\t6\n";
    cr_assert(TN_RESERVE(&arena, &text, sizeof head + 40 + sizeof tail));
    memcpy(text.at, head, sizeof head - 1);
    text.count = sizeof head - 1;
    for (int i = 0; i < 19; i++)
        memcpy(text.at + text.count, "|c", 2), text.count += 2; /* 20 nouns: (2 * 20)^3 phrases */
    memcpy(text.at + text.count, tail, sizeof tail);
    tn_lexicon lexicon;
    tenor_error error;
    cr_expect_eq(read(&lexicon, text.at, &arena, &error), TENOR_E_DATA);
    expect_place(&error, 2, 10, "more than 20000 phrases");
    tn_arena_free(&arena);
}
