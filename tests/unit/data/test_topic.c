#include "data/topic.h"

#include "place.h"

static tenor_status read(tn_topic *topic, const char *text, tn_arena *arena, tenor_error *error) {
    tn_data_file file = {"some.topic", tn_str(text)};
    *error = (tenor_error){0};
    return tn_topic_read(topic, &file, arena, error);
}

Test(topic, sections_become_kinds_of_names) {
    tn_arena arena = TN_ARENA_INIT;
    tn_topic topic;
    tenor_error error;
    const char *text =
        "#! kind=topic lang=en version=1\nname = baltic\ntitle = The Baltic\n\n[names]\n  Baltic Sea  \n# "
        "no\n[people]\n"
        "Jo Lind\n[exact]\nBS\n[definite]\nthe sea\n[exclude]\nBaltic Avenue\nBaltic House\n";
    cr_assert_eq(read(&topic, text, &arena, &error), TENOR_OK, "%s", error.message);
    cr_expect_str_eq(topic.name, "baltic");
    cr_expect_str_eq(topic.title, "The Baltic");
    cr_expect_str_eq(topic.source, "some.topic");
    cr_assert_eq(topic.count, 6);
    cr_expect(tn_equal(tn_topic_phrase(&topic, 0), TN_STR("Baltic Sea")));
    cr_expect_eq(topic.count_of[TN_NAME_ANY], 2);
    cr_expect_eq(topic.count_of[TN_NAME_EXACT], 1);
    cr_expect_eq(topic.count_of[TN_NAME_DEFINITE], 1);
    cr_expect_eq(topic.count_of[TN_NAME_EXCLUDE], 2);
    cr_assert_eq(read(&topic, "name = x\n[exact]\nX", &arena, &error), TENOR_OK);
    cr_expect_str_eq(topic.title, "x", "a topic without a title is called by its name");
    tn_arena_free(&arena);
}

Test(topic, errors_say_where) {
    static const struct {
        const char *text;
        size_t line, column;
        const char *words;
    } rows[] = {
        {"name = x\n[nmaes]\nX\n", 2, 1, "unknown section"},
        {"name = x\n  [people\nX\n", 2, 3, "unknown section"},
        {"nmae = x\n[names]\nX\n", 1, 1, "unknown key 'nmae'"},
        {"just words\n", 1, 1, "expected"},
        {"name =\n", 1, 7, "empty"},
        {"title = X\n[names]\nX\n", 4, 1, "no line 'name = ...'"},
        {"name = x\n[definite]\nthe x\n", 4, 1, "nothing could ever name"},
        {"name = x\n", 2, 1, "nothing could ever name"},
        {"name = x", 1, 9, "nothing could ever name"},
        {"", 1, 1, "no line 'name = ...'"},
    };
    tn_arena arena = TN_ARENA_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_topic topic;
        tenor_error error;
        cr_expect_eq(read(&topic, rows[i].text, &arena, &error), TENOR_E_DATA, "%s", rows[i].text);
        expect_place(&error, rows[i].line, rows[i].column, rows[i].words);
    }
    tn_arena_free(&arena);
}

Test(topic, words_of_the_command_line) {
    tn_arena arena = TN_ARENA_INIT;
    tn_topic topic;
    tenor_error error = {0};
    cr_assert_eq(tn_topic_from_words(&topic, TN_STR("sea=Baltic Sea, the Sound ,,"), &arena, &error), TENOR_OK);
    cr_expect_str_eq(topic.name, "sea");
    cr_assert_eq(topic.count, 2);
    cr_expect(tn_equal(tn_topic_phrase(&topic, 1), TN_STR("the Sound")));
    cr_assert_eq(tn_topic_from_words(&topic, TN_STR("Jo Lind"), &arena, &error), TENOR_OK);
    cr_assert_eq(topic.count, 1);
    cr_expect(tn_equal(tn_topic_phrase(&topic, 0), TN_STR("Jo Lind")));
    cr_expect_eq(tn_topic_from_words(&topic, TN_STR("=a"), &arena, &error), TENOR_E_USAGE);
    cr_expect_eq(tn_topic_from_words(&topic, TN_STR(""), &arena, &error), TENOR_E_USAGE);
    tn_arena_free(&arena);
}
