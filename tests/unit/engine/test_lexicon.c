#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tenor/tenor.h"

static const char *write_file(const char *text) {
    static char path[] = "/tmp/tenor-lexicon-XXXXXX";
    int file = mkstemp(strcpy(path, "/tmp/tenor-lexicon-XXXXXX"));
    cr_assert_geq(file, 0);
    cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
    (void)close(file);
    return path;
}

typedef struct seen {
    size_t count, line[8], column[8];
    char message[8][512];
} seen;

static void note(void *context, const tenor_error *finding) {
    seen *s = context;
    cr_assert_lt(s->count, 8);
    s->line[s->count] = finding->line;
    s->column[s->count] = finding->column;
    (void)snprintf(s->message[s->count++], sizeof *s->message, "%s", finding->message);
}

Test(lexicon_check, reads_on_after_a_mistake) {
    const char *path = write_file(
        "#! kind=tension lang=en version=1\nattack\tv\tevent\tfigth\t6\nraid\tv\tevent\tfight\t-1\n"
        "shell\tv\tevent\tfight\t6\nshell\tv\tevent\tfight\t5\nbomb\n");
    seen s = {0};
    tenor_lexicon_info info;
    tenor_error error;
    cr_expect_eq(tenor_lexicon_check(path, &info, note, &s, &error), TENOR_E_DATA);
    cr_assert_eq(s.count, 4);
    static const size_t lines[] = {2, 3, 5, 6};
    for (size_t i = 0; i < 4; i++) cr_expect_eq(s.line[i], lines[i]);
    cr_expect_eq(s.column[0], 16);
    cr_expect(strstr(s.message[0], "unknown class 'figth'"), "%s", s.message[0]);
    cr_expect(strstr(s.message[1], "not within"));
    cr_expect(strstr(s.message[2], "listed twice"));
    cr_expect_str_eq(info.kind, "tension");
    cr_expect_eq(info.entries, 1);
    (void)unlink(path);
}

Test(lexicon_check, entries_that_never_count) {
    const char *path = write_file(
        "@person\tn\tclerk|man\n@man\tn\tman|boy\n"
        "hooded man\tn\tactor\tactor\t1\nhooded men\t=\tactor\tactor\t2\n"        /* never counts */
        "attack\tn\tevent\tfight\t6\nattack\tv\tevent\tfight\t7\n"                /* beside each other */
        "seize {person}\tv\tevent\tcoerce\t3\nseize clerk\tv\tevent\tcoerce\t2\n" /* overrides */
        "seize {man}\tv\tevent\tcoerce\t4\n"); /* counts in part: once is said of all "seize man" */
    seen s = {0};
    tenor_error error;
    cr_expect_eq(tenor_lexicon_check(path, NULL, note, &s, &error), TENOR_E_DATA);
    cr_assert_eq(s.count, 2);
    cr_expect_eq(s.line[0], 4);
    cr_expect_str_eq(s.message[0], "'hooded men' counts as actor actor 1 by line 3, not as actor actor 2");
    cr_expect_eq(s.line[1], 9);
    cr_expect(strstr(s.message[1], "'seize man' counts as event coerce 3 by line 7"), "%s", s.message[1]);
    (void)unlink(path);
}

/* One finding of a file of two lines, at the first column of the second. */
static void expect_hidden(const char *first, const char *second, const char *message) {
    char text[512];
    tenor_error error;
    seen s = {0};
    (void)snprintf(text, sizeof text, "%s\n%s\n", first, second);
    const char *path = write_file(text);
    cr_expect_eq(tenor_lexicon_check(path, NULL, note, &s, &error), TENOR_E_DATA, "%s", text);
    cr_assert_eq(s.count, 1, "%s", text);
    cr_expect_eq(s.line[0], 2);
    cr_expect_eq(s.column[0], 1);
    cr_expect_str_eq(s.message[0], message);
    (void)unlink(path);
}

Test(lexicon_check, the_earlier_line_takes_the_words_whatever_its_part_of_speech) {
    expect_hidden("welcome\ta\tword\tpositive\t1", "welcome\tv\tverdict\tpositive\t1",
                  "'welcome' counts as word positive 1 by line 1, not as verdict positive 1");
    expect_hidden("raid\tv\tevent\tfight\t6", "raided\t=\tevent\tyield\t-4",
                  "'raided' counts as event fight 6 by line 1, not as event yield -4");
    expect_hidden("raid\tv\tevent\tfight\t6", "raid\ta\tstate\tcalm\t-4",
                  "'raid' counts as event fight 6 by line 1, not as state calm -4");
}

Test(lexicon_check, a_noun_below_its_verb_has_no_form_of_its_own) {
    expect_hidden("dispute\tv\tevent\tdisapprove\t1.5", "dispute\tn\tstate\thostility\t3",
                  "'dispute' counts as event disapprove 1.5 by line 1, not as state hostility 3");
}

Test(lexicon_check, what_is_there_already) {
    expect_hidden("shoot down\tv\tevent\tfight\t6", "shot down\t=\tevent\tfight\t6",
                  "'shot down' is there already, in line 1");
    expect_hidden("cross-border raid\tn\tevent\tfight\t6", "Cross border raid\tn\tevent\tfight\t6",
                  "'cross border raid' is there already, in line 1");
}

Test(lexicon_check, noun_and_verb_that_count_alike_are_no_mistake) {
    const char *path = write_file("raid\tv\tevent\tfight\t6\nraid\tn\tevent\tfight\t6\n");
    tenor_error error;
    cr_expect_eq(tenor_lexicon_check(path, NULL, NULL, NULL, &error), TENOR_OK, "%s", error.message);
    (void)unlink(path);
}

Test(lexicon_check, patterns_are_refused_at_their_place) {
    const char *path = write_file("war*\tn\tstate\thostility\t6\nair raid(s)\tn\tevent\tfight\t6\n");
    seen s = {0};
    tenor_error error;
    cr_expect_eq(tenor_lexicon_check(path, NULL, note, &s, &error), TENOR_E_DATA);
    cr_assert_eq(s.count, 2);
    cr_expect_eq(s.column[0], 4);
    cr_expect_eq(s.line[1], 2);
    cr_expect_eq(s.column[1], 9);
    cr_expect(strstr(s.message[1], "'(' is no part of a word"), "%s", s.message[1]);
    (void)unlink(path);
}

Test(lexicon_check, the_built_in_lexicons_are_good) {
    static const char *const paths[] = {"lexicons/tension/en.tsv", "lexicons/sentiment/en.tsv"};
    for (size_t i = 0; i < 2; i++) {
        char path[1000];
        tenor_error error = {0};
        tenor_lexicon_info info;
        (void)snprintf(path, sizeof path, "%s/%s", TENOR_SOURCE_DIR, paths[i]);
        cr_expect_eq(tenor_lexicon_check(path, &info, NULL, NULL, &error), TENOR_OK, "%s:%zu: %s", path, error.line,
                     error.message);
        cr_expect_gt(info.phrases, info.entries);
    }
}

Test(lexicon_check, no_such_file) {
    tenor_error error;
    cr_expect_eq(tenor_lexicon_check("/no/such/file", NULL, NULL, NULL, &error), TENOR_E_IO);
}

typedef struct found {
    size_t count;
    char entry[4][1024];
    double weight[4];
} found;

static void keep(void *context, const tenor_lexicon_entry *entry) {
    found *f = context;
    cr_assert_lt(f->count, 4);
    cr_expect_gt(entry->line, 0);
    cr_expect_gt(entry->n_forms, 0);
    f->weight[f->count] = entry->weight;
    (void)snprintf(f->entry[f->count++], sizeof *f->entry, "%s", entry->entry);
}

Test(lexicon_find, by_the_words_of_a_text) {
    found f = {0};
    tenor_error error;
    cr_expect_eq(tenor_lexicon_find(NULL, "tension", "Released  Hostages", keep, &f, &error), TENOR_OK);
    cr_assert_geq(f.count, 1);
    cr_expect_str_eq(f.entry[0], "release {captive}");
    cr_expect_lt(f.weight[0], 0);
    f.count = 0;
    cr_expect_eq(tenor_lexicon_find(NULL, "sentiment", "no such words here", keep, &f, &error), TENOR_OK);
    cr_expect_eq(f.count, 0);
    cr_expect_eq(tenor_lexicon_find(NULL, "mood", "war", keep, &f, &error), TENOR_E_USAGE);
}
