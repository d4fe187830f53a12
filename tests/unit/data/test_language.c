/* The readers of models/<lang>/, on a copy of the English model of which one file is replaced. */
#include "data/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "place.h"

static const char *const names[] = {"lang.conf",     "abbreviations.txt", "starters.txt", "calendar.txt",
                                    "speech.txt",    "roles.txt",         "labels.txt",   "particles.txt",
                                    "stopwords.txt", "determiners.txt",   "dangling.txt", "boilerplate.tsv",
                                    "numerals.txt",  "irregular.tsv"};
enum { FILES = sizeof names / sizeof *names };

static tn_arena arena = TN_ARENA_INIT;
static char root[64];

static void write_file(const char *name, tenor_string bytes) {
    char path[256];
    snprintf(path, sizeof path, "%s/models/en/%s", root, name);
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file, "%s", path);
    if (bytes.length) cr_assert_eq(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    cr_assert_eq(fclose(file), 0);
}

static tenor_string built_in(const char *name) {
    char path[128];
    tn_data_file file;
    tenor_error error = {0};
    snprintf(path, sizeof path, "models/en/%s", name);
    cr_assert_eq(tn_data_load(&file, NULL, path, &arena, &error), TENOR_OK, "%s", error.message);
    return file.bytes;
}

static void make_copy(void) {
    char path[128];
    snprintf(root, sizeof root, "/tmp/tenor-language.XXXXXX");
    cr_assert_not_null(mkdtemp(root));
    snprintf(path, sizeof path, "%s/models", root);
    cr_assert_eq(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/models/en", root);
    cr_assert_eq(mkdir(path, 0700), 0);
    for (size_t i = 0; i < FILES; i++) write_file(names[i], built_in(names[i]));
}

static void remove_copy(void) {
    char path[256];
    for (size_t i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "%s/models/en/%s", root, names[i]);
        (void)remove(path);
    }
    snprintf(path, sizeof path, "%s/models/en", root);
    (void)rmdir(path);
    snprintf(path, sizeof path, "%s/models", root);
    (void)rmdir(path);
    (void)rmdir(root);
    tn_arena_free(&arena);
}
TestSuite(language, .init = make_copy, .fini = remove_copy);

static tenor_status read_copy(tn_language *language, tenor_error *error) {
    *error = (tenor_error){0};
    return tn_language_read(language, root, "en", &arena, error);
}

Test(language, a_copy_reads_as_what_is_built_in) {
    tn_language copy, inside;
    tenor_error error;
    cr_assert_eq(read_copy(&copy, &error), TENOR_OK, "%s:%zu: %s", error.source, error.line, error.message);
    cr_assert_eq(tn_language_read(&inside, NULL, "en", &arena, &error), TENOR_OK);
    cr_expect_str_eq(copy.name, "English");
    cr_expect_str_eq(copy.stemmer, "english");
    cr_expect_eq(copy.stopwords.count, inside.stopwords.count);
    cr_expect_eq(copy.n_patterns, inside.n_patterns);
    cr_expect_eq(tn_strings_count(&copy.abbreviations), tn_strings_count(&inside.abbreviations));
    uint32_t gen = tn_strings_find(&copy.abbreviations, TN_STR("Gen"));
    cr_assert_neq(gen, 0);
    cr_expect_eq(copy.abbreviation_class[gen], TN_ABBREVIATION_TITLE);
    cr_expect_eq(copy.abbreviation_class[tn_strings_find(&copy.abbreviations, TN_STR("km"))], TN_ABBREVIATION_UNIT);
}

Test(language, errors_say_where) {
    static const struct {
        const char *name, *text;
        size_t line, column;
        const char *words;
    } rows[] = {
        {"lang.conf", "name = English\nstemer = english\n", 2, 1, "unknown key"},
        {"lang.conf", "name English\n", 1, 1, "key = value"},
        {"abbreviations.txt", "Gen.\ttitel\n", 1, 6, "expected"},
        {"abbreviations.txt", "# c\nGen\ttitle\n", 2, 1, "full stop"},
        {"abbreviations.txt", "Gen.\n", 1, 5, "2 columns"},
        {"starters.txt", "#! kind=speech\nthe\n", 2, 1, "'speech' where 'starters'"},
        {"roles.txt", "#! kind=labels\nchairman\n", 2, 1, "'labels' where 'roles'"},
        {"labels.txt", "#! kind=roles\nplan\n", 2, 1, "'roles' where 'labels'"},
        {"particles.txt", "#! colour=red\nvan\n", 1, 4, "unknown directive"},
        {"boilerplate.tsv", "READ MORE:\tprefix\n", 1, 18, "3 columns"},
        {"boilerplate.tsv", "READ MORE:\tperfix\tlink\n", 1, 12, "expected"},
        {"boilerplate.tsv", "READ MORE:\tprefix\tlnk\n", 1, 19, "expected"},
        {"boilerplate.tsv", "READ\tprefix\tlink\n\n\tprefix\tlink\n", 3, 1, "empty"},
        {"irregular.tsv", "fight\tq\tfought\n", 1, 7, "v or n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_language language;
        tenor_error error;
        write_file(rows[i].name, tn_str(rows[i].text));
        cr_expect_eq(read_copy(&language, &error), TENOR_E_DATA, "%s", rows[i].text);
        expect_place(&error, rows[i].line, rows[i].column, rows[i].words);
        cr_expect(strstr(error.source, rows[i].name), "%s names no %s", error.source, rows[i].name);
        write_file(rows[i].name, built_in(rows[i].name));
    }
}

Test(language, a_missing_file_is_named) {
    for (size_t i = 0; i < FILES; i++) {
        char path[256];
        tn_language language;
        tenor_error error;
        snprintf(path, sizeof path, "%s/models/en/%s", root, names[i]);
        cr_assert_eq(remove(path), 0);
        cr_expect_eq(read_copy(&language, &error), TENOR_E_IO, "%s", names[i]);
        cr_expect(strstr(error.source, names[i]) || strstr(error.message, names[i]), "%s: %s", error.source,
                  error.message);
        write_file(names[i], built_in(names[i]));
    }
}
