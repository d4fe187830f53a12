#include "data/added.h"

#include <stdarg.h>
#include <stdio.h>

#include "place.h"

static tenor_status read(tn_added *added, const char *text, tn_arena *arena, tenor_error *error) {
    tn_data_file file = {"list.txt", tn_str(text)};
    *error = (tenor_error){0};
    return tn_added_read(added, &file, NULL, arena, error);
}

static void add(char *out, size_t size, const char *format, ...) {
    size_t used = strlen(out);
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(out + used, size - used, format, arguments);
    va_end(arguments);
}

/* "good=4 bad=-2": all entries with their weights. */
static const char *entries_of(const char *text) {
    static char out[1000];
    tn_arena arena = TN_ARENA_INIT;
    tn_added added;
    tenor_error error;
    cr_assert_eq(read(&added, text, &arena, &error), TENOR_OK, "%s: %zu: %s", text, error.line, error.message);
    *out = '\0';
    for (size_t i = added.lexicon.count; i-- > 0;) { /* the last row is the first */
        const tn_lexeme *lexeme = &added.lexicon.lexemes[i];
        cr_expect_eq(lexeme->class, lexeme->weight < 0 ? TN_CLASS_NEGATIVE : TN_CLASS_POSITIVE);
        cr_expect_eq(lexeme->kind, TN_KIND_WORD);
        cr_expect_eq(lexeme->pos, '=');
        add(out, sizeof out, "%s%s=%g", *out ? " " : "", tn_lexeme_entry(&added.lexicon, lexeme),
            (double)lexeme->weight);
    }
    cr_expect_str_eq(added.kind, "sentiment");
    cr_expect(added.foreign);
    tn_arena_free(&arena);
    return out;
}

Test(valence, shapes_that_other_tools_have) {
    static const struct {
        const char *text, *entries;
    } rows[] = {
        {"splendid\t3\ndreadful\t-3\n", "splendid=3 dreadful=-3"},
        {"splendid\t3\ndreadful\t-5\n", "splendid=2.4 dreadful=-4"}, /* -5 ... 5 */
        {"splendid\t2.8\t0.4\t[3, 3, 2]\ndreadful\t-2.5\t0.5\t[-2, -3]\n", "splendid=2.8 dreadful=-2.5"},
        {"splendid,0.75\ndreadful,-1\n", "splendid=3 dreadful=-4"},
        {"word,value\nsplendid,3\n", "splendid=3"},
        {"\"\",\"word\",\"value\"\n\"1\",\"splendid\",3\n\"2\",\"not, at all\",-2\n", "splendid=3"},
        {"value\tsense\tterm\n-4\tx\tdreadful\n", "dreadful=-4"},
        {"word,sentiment\nsplendid,positive\ndreadful,negative\n", "splendid=2 dreadful=-2"},
        {"\xEF\xBB\xBFsplendid\t3\r\n# a remark\r\n\r\ndreadful\t-3\r\n", "splendid=3 dreadful=-3"},
        {"#! scale=10\nsplendid\t3\n", "splendid=1.2"},
        {"na\xC3\xAFve\t-2\nnot good\t-2\ncan't stand\t-3\nso-so\t0\n",
         "na\xC3\xAFve=-2 not good=-2 can't stand=-3 so-so=0"},
        {"third\t0.33333333333333331\n", "third=1.33333"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) cr_expect_str_eq(entries_of(rows[i].text), rows[i].entries);
}

/* As in Python, where a list becomes a dictionary. */
Test(valence, the_later_of_two_values_counts) {
    cr_expect_str_eq(entries_of("bleak\t-1\nlol\t2.9\nlol\t1.8\n"), "bleak=-1 lol=2.9 lol=1.8");
    tn_arena arena = TN_ARENA_INIT;
    tn_added added;
    tenor_error error;
    cr_assert_eq(read(&added, "lol\t2.9\nlol\t1.8\n", &arena, &error), TENOR_OK);
    cr_expect_eq(added.lexicon.lexemes[0].line, 2, "a matcher keeps the first");
    tn_arena_free(&arena);
}

Test(valence, emoticons_are_left_out) {
    tn_arena arena = TN_ARENA_INIT;
    tn_added added;
    tenor_error error;
    const char *text = "(*\t1\n:-*\t2\n:-)\t2\n<3\t2\n8)\t1\n:d\t2\nd:\t1\n\xF0\x9F\x98\x80\t3\nf**k\t-2\ngood\t2\n";
    cr_assert_eq(read(&added, text, &arena, &error), TENOR_OK, "%s", error.message);
    cr_expect_eq(added.lexicon.count, 1);
    cr_expect_eq(added.valence.left_out, 9);
    cr_expect_eq(added.valence.scale, 4);
    tn_arena_free(&arena);
}

Test(valence, errors_say_where) {
    static const struct {
        const char *text;
        size_t line, column;
        const char *words;
    } rows[] = {
        {"good\t2\nbad\tx\n", 2, 5, "'x' is not a number"},
        {"good\t2\nbad\n", 2, 4, "2 columns separated by TAB expected, 1 found"},
        {"good,2\nbad\n", 2, 4, "2 columns separated by commas"},
        {"good\t2\nbad\t-101\n", 2, 5, "-101 is not within -100 and 100"},
        {"#! scale=4\ngood\t2\nbad\t-5\n", 3, 5, "-5 is not within -4 and 4"},
        {"#! scale=no\ngood\t2\n", 2, 1, "the scale 'no'"},
        {"#! rank=4\ngood\t2\n", 1, 4, "unknown directive"},
        {"good\t2\nabandon*\t-2\n", 2, 1, "wildcard"},
        {"good\t2\nb\xFF"
         "d\t-2\n",
         2, 1, "not valid UTF-8"},
    };
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_added added;
        tenor_error error;
        cr_expect_eq(read(&added, rows[i].text, &arena, &error), TENOR_E_DATA, "%s", rows[i].text);
        expect_place(&error, rows[i].line, rows[i].column, rows[i].words);
    }
    tn_arena_free(&arena);
}

/* Ratings from 1 to 9, whose middle is 5, would all be good words. */
Test(valence, a_scale_whose_middle_is_not_0) {
    char text[4000] = "";
    tn_arena arena = TN_ARENA_INIT;
    tn_added added;
    tenor_error error;
    for (int i = 0; i < 120; i++) add(text, sizeof text, "word%c%c\t%d\n", 'a' + i / 26, 'a' + i % 26, 1 + i % 9);
    cr_expect_eq(read(&added, text, &arena, &error), TENOR_E_DATA);
    expect_place(&error, 121, 1, "no value is below 0");
    tn_arena_free(&arena);
}

Test(valence, our_own_format_is_no_such_list) {
    static const char *const own[] = {"raid\tv\tevent\tfight\t6\n",
                                      "@arms\tn\tgun|rifle\nraid {arms}\tv\tevent\tfight\t6\n",
                                      "raid\tv\tevent\n",
                                      "raid\n",
                                      "",
                                      "# nothing\n"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        cr_expect_not(tn_valence_is(&(tn_data_file){"own.tsv", tn_str(own[i])}), "%s", own[i]);
}

Test(added, our_own_format_of_either_kind) {
    static const struct {
        const char *text, *kind;
    } rows[] = {{"raid\tv\tevent\tfight\t6\n", "tension"},
                {"nice\ta\tword\tpositive\t2\n", "sentiment"},
                {"raid party\tn\tstop\tstop\t0\nnice\ta\tword\tpositive\t2\n", "sentiment"},
                {"raid party\tn\tstop\tstop\t0\n", "tension"},
                {"#! kind=sentiment\nraid party\tn\tstop\tstop\t0\n", "sentiment"}};
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_added added;
        tenor_error error;
        cr_assert_eq(read(&added, rows[i].text, &arena, &error), TENOR_OK, "%s", error.message);
        cr_expect_str_eq(added.kind, rows[i].kind, "%s", rows[i].text);
        cr_expect_not(added.foreign);
    }
    tn_arena_free(&arena);
}
