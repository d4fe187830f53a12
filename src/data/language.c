/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/language.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/vec.h"
#include "data/lexicon.h"
#include "data/table.h"

typedef struct reader {
    tn_language *language;
    const char *dir;
    tn_arena *arena;
    tenor_error *error;
} reader;

/* A file that is not there reads as an empty one; English has to have all but hints, which tell it apart from others.
 */
static tenor_status load(const reader *r, const char *name, tn_data_file *file) {
    char path[128];
    (void)snprintf(path, sizeof path, "models/%s/%s", r->language->code, name);
    tn_data_file found;
    *file = (tn_data_file){"", TN_STR("")};
    bool needed = strcmp(r->language->code, "en") == 0 && strcmp(name, "hints.tsv") != 0;
    if (!needed && !tn_data_exists(r->dir, path)) return TENOR_OK;
    TN_TRY(tn_data_load(&found, r->dir, path, r->arena, r->error));
    const char *kept = tn_copy(r->arena, tn_str(found.path));
    if (!kept) return tn_fail_memory(r->error);
    *file = (tn_data_file){kept, found.bytes};
    return TENOR_OK;
}

static tenor_status read_list(const reader *r, const char *name, const char *kind, tn_string_list *list) {
    tn_data_file file;
    TN_TRY(load(r, name, &file));
    tn_table table = tn_table_of(&file);
    tenor_status status;
    while (tn_table_next(&table, 1, &status, r->error)) {
        TN_TRY(tn_table_expect_kind(&table, kind, r->error));
        tenor_string *added = TN_PUSH(r->arena, list);
        if (!added) return tn_fail_memory(r->error);
        *added = table.column[0];
    }
    return status;
}

/* The lists of words, each in a file of its name. */
static tenor_status read_lists(const reader *r) {
    tn_language *out = r->language;
    const struct {
        const char *file, *kind;
        tn_string_list *list;
    } lists[] = {
        {"stopwords.txt", "stopwords", &out->stopwords},
        {"starters.txt", "starters", &out->starters},
        {"dangling.txt", "dangling", &out->dangling},
        {"calendar.txt", "calendar", &out->calendar},
        {"speech.txt", "speech", &out->speech},
        {"roles.txt", "roles", &out->roles},
        {"labels.txt", "labels", &out->labels},
        {"particles.txt", "particles", &out->particles},
        {"determiners.txt", "determiners", &out->determiners},
        {"numerals.txt", "numerals", &out->numerals},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        TN_TRY(read_list(r, lists[i].file, lists[i].kind, lists[i].list));
    if (out->starters.count == 0) out->starters = out->stopwords;
    return TENOR_OK;
}

static bool push_words(tn_string_list *list, tenor_string words, tn_arena *arena) {
    for (tenor_string word; tn_split(&words, ' ', &word);) {
        if (word.length == 0) continue;
        tenor_string *added = TN_PUSH(arena, list);
        if (!added) return false;
        *added = word;
    }
    return true;
}

static tenor_status read_abbreviation_class(const tn_table *table, uint8_t *class, tenor_error *error) {
    static const char *const names[] = {"",        "title", "saint", "month", "number", "place",
                                        "company", "inner", "time",  "unit",  "end"};
    for (size_t i = 1; i < sizeof names / sizeof *names; i++) {
        if (!tn_equal(table->column[1], tn_str(names[i]))) continue;
        *class = (uint8_t)i;
        return TENOR_OK;
    }
    return tn_lines_fail(&table->lines, table->column[1], error,
                         "title, saint, month, number, place, company, inner, time, unit or end expected");
}

static tenor_status read_abbreviations(const reader *r) {
    tn_data_file file;
    TN_TRY(load(r, "abbreviations.txt", &file));
    tn_strtab names;
    if (!tn_strtab_init(&names, r->arena, 512, 0)) return tn_fail_memory(r->error);
    TN_VEC(uint8_t) classes = {0};
    tn_table table = tn_table_of(&file);
    tenor_status status;
    while (tn_table_next(&table, 2, &status, r->error)) {
        TN_TRY(tn_table_expect_kind(&table, "abbreviations", r->error));
        tenor_string word = table.column[0];
        if (!tn_ends_nocase(word, TN_STR(".")))
            return tn_lines_fail(&table.lines, word, r->error, "an abbreviation is written with its full stop");
        uint32_t id = tn_strtab_add(&names, tn_slice(word, 0, word.length - 1), false);
        if (id == 0) return tn_fail_memory(r->error);
        while (classes.count <= id)
            if (!TN_EXTEND(r->arena, &classes)) return tn_fail_memory(r->error);
        TN_TRY(read_abbreviation_class(&table, &classes.at[id], r->error));
    }
    if (status != TENOR_OK) return status;
    r->language->abbreviation_class = classes.at;
    r->language->n_abbreviation_classes = classes.count;
    return tn_strings_freeze(&r->language->abbreviations, &names, r->arena) ? TENOR_OK : tn_fail_memory(r->error);
}

static tenor_status read_pattern(tn_line_pattern *pattern, const tn_table *table, tenor_error *error) {
    static const char *const matches[] = {"prefix", "line",   "suffix", "contains", "signature", "names",
                                          "stamp",  "opener", "closer", "box",      "promo"};
    static const char *const roles[] = {"link", "boilerplate", "credit", "byline"};
    static const tenor_role role_of[] = {TENOR_ROLE_LINK, TENOR_ROLE_BOILERPLATE, TENOR_ROLE_CREDIT, TENOR_ROLE_BYLINE};
    enum { N_MATCHES = sizeof matches / sizeof *matches };
    size_t match = 0, role = 0;
    while (match < N_MATCHES && !tn_equal(table->column[1], tn_str(matches[match]))) match++;
    if (match == N_MATCHES)
        return tn_lines_fail(
            &table->lines, table->column[1], error,
            "prefix, line, suffix, contains, signature, names, stamp, opener, closer, box or promo expected");
    while (role < 4 && !tn_equal(table->column[2], tn_str(roles[role]))) role++;
    if (role == 4)
        return tn_lines_fail(&table->lines, table->column[2], error, "link, boilerplate, credit or byline expected");
    if (table->column[0].length == 0)
        return tn_lines_fail(&table->lines, table->column[0], error, "the pattern is empty");
    pattern->match = (uint8_t)match;
    pattern->role = (uint8_t)role_of[role];
    pattern->line = (uint32_t)table->lines.number;
    return TENOR_OK;
}

static tenor_status read_patterns(const reader *r) {
    tn_data_file file;
    TN_TRY(load(r, "boilerplate.tsv", &file));
    if (file.bytes.length > UINT32_MAX) return tn_fail(r->error, TENOR_E_TOO_LARGE, "patterns of more than 4 GiB");
    TN_VEC(tn_line_pattern) patterns = {0};
    TN_VEC(char) texts = {0};
    tn_table table = tn_table_of(&file);
    tenor_status status;
    while (tn_table_next(&table, 3, &status, r->error)) {
        TN_TRY(tn_table_expect_kind(&table, "boilerplate", r->error));
        tn_line_pattern *pattern = TN_PUSH(r->arena, &patterns);
        tenor_string text = table.column[0];
        if (!pattern) return tn_fail_memory(r->error);
        TN_TRY(read_pattern(pattern, &table, r->error));
        pattern->start = (uint32_t)texts.count;
        pattern->length = (uint32_t)text.length;
        if (!TN_PUSH_TEXT(r->arena, &texts, text)) return tn_fail_memory(r->error);
    }
    r->language->patterns = patterns.at;
    r->language->n_patterns = patterns.count;
    r->language->pattern_texts = texts.at;
    r->language->n_pattern_texts = texts.count;
    return status;
}

/* Hints of the kind that `column` names stand in the next one. */
static tenor_status add_hints(tn_language *language, const tn_table *table, size_t column, tn_arena *arena,
                              tenor_error *error) {
    static const char *const kinds[TN_HINTS] = {"letter", "word", "start", "end"};
    size_t kind = 0;
    while (kind < TN_HINTS && !tn_equal(table->column[column], tn_str(kinds[kind]))) kind++;
    if (kind == TN_HINTS)
        return tn_lines_fail(&table->lines, table->column[column], error, "letter, word, start or end expected");
    return push_words(&language->hints[kind], table->column[column + 1], arena) ? TENOR_OK : tn_fail_memory(error);
}

static tenor_status read_hints(const reader *r) {
    tn_data_file file;
    TN_TRY(load(r, "hints.tsv", &file));
    tn_table table = tn_table_of(&file);
    tenor_status status;
    while (tn_table_next(&table, 2, &status, r->error)) {
        TN_TRY(tn_table_expect_kind(&table, "hints", r->error));
        TN_TRY(add_hints(r->language, &table, 0, r->arena, r->error));
    }
    return status;
}

/* ---- lang.conf ---- */

static tenor_status set_script(tn_language *language, tenor_string value, const tn_lines *lines, tenor_error *error) {
    static const char *const names[] = {"latin", "cyrillic", "arabic", "hangul", "han", "kana"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!tn_equal(value, tn_str(names[i]))) continue;
        language->script = (tn_script)i;
        return TENOR_OK;
    }
    return tn_lines_fail(lines, value, error, "latin, cyrillic, arabic, hangul, han or kana expected");
}

static tenor_status set_switch(bool *out, tenor_string value, const tn_lines *lines, tenor_error *error) {
    *out = tn_equal(value, TN_STR("yes"));
    if (*out || tn_equal(value, TN_STR("no"))) return TENOR_OK;
    return tn_lines_fail(lines, value, error, "yes or no expected");
}

static tenor_status set_word_length(tn_language *language, tenor_string value, const tn_lines *lines,
                                    tenor_error *error) {
    if (tn_parse_number(value, &language->word_length) && language->word_length >= 1 && language->word_length <= 10)
        return TENOR_OK;
    return tn_lines_fail(lines, value, error, "a number from 1 to 10 expected");
}

static tenor_status set_key(const reader *r, tenor_string key, tenor_string value, const tn_lines *lines) {
    tn_language *language = r->language;
    const char *copy = tn_copy(r->arena, value);
    if (!copy) return tn_fail_memory(r->error);
    if (tn_equal(key, TN_STR("name"))) language->name = copy;
    else if (tn_equal(key, TN_STR("stemmer"))) language->stemmer = copy;
    else if (tn_equal(key, TN_STR("script"))) return set_script(language, value, lines, r->error);
    else if (tn_equal(key, TN_STR("ordinal-dot"))) return set_switch(&language->ordinal_dot, value, lines, r->error);
    else if (tn_equal(key, TN_STR("keep-stopwords")))
        return set_switch(&language->keep_stopwords, value, lines, r->error);
    else if (tn_equal(key, TN_STR("word-length"))) return set_word_length(language, value, lines, r->error);
    else if (tn_equal(key, TN_STR("elisions"))) language->elisions = copy;
    else if (tn_equal(key, TN_STR("joiners"))) language->joiners = copy;
    else if (tn_equal(key, TN_STR("address"))) language->address = copy;
    else if (tn_equal(key, TN_STR("tellers"))) language->tellers = copy;
    else if (tn_equal(key, TN_STR("voice"))) language->voice = copy;
    else if (tn_equal(key, TN_STR("askers"))) language->askers = copy;
    else
        return tn_lines_fail(lines, key, r->error,
                             "unknown key; known are name, stemmer, script, ordinal-dot, keep-stopwords, word-length, "
                             "elisions, joiners, address, voice, tellers, askers");
    return TENOR_OK;
}

static tenor_status read_configuration(const reader *r) {
    char path[128];
    tn_data_file file;
    (void)snprintf(path, sizeof path, "models/%s/lang.conf", r->language->code);
    TN_TRY(tn_data_load(&file, r->dir, path, r->arena, r->error));
    tn_lines lines = tn_lines_of(file.bytes, file.path);
    while (tn_lines_next(&lines)) {
        if (lines.text.data[0] == '#') continue;
        tenor_string value = lines.text, key;
        (void)tn_split(&value, '=', &key);
        if (!value.data) return tn_lines_fail(&lines, lines.text, r->error, "'key = value' expected");
        TN_TRY(set_key(r, tn_trim(key), tn_trim(value), &lines));
    }
    return TENOR_OK;
}

tenor_status tn_language_read(tn_language *out, const char *dir, const char *code, tn_arena *arena,
                              tenor_error *error) {
    *out = TN_LANGUAGE_OF(code, code, TN_SCRIPT_LATIN);
    reader r = {out, dir, arena, error};
    TN_TRY(read_configuration(&r));
    TN_TRY(read_lists(&r));
    TN_TRY(read_abbreviations(&r));
    TN_TRY(read_patterns(&r));
    TN_TRY(read_hints(&r));
    tn_data_file irregular;
    TN_TRY(load(&r, "irregular.tsv", &irregular));
    return tn_irregulars_read(&out->irregulars, &irregular, arena, error);
}

static int by_code(const void *a, const void *b) {
    const char *x = *(const char *const *)a, *y = *(const char *const *)b;
    bool x_first = strcmp(x, "en") == 0, y_first = strcmp(y, "en") == 0;
    return x_first || y_first ? y_first - x_first : strcmp(x, y);
}

tenor_status tn_languages_list(const char *const **codes, size_t *count, const char *dir, tn_arena *arena,
                               tenor_error *error) {
    const char **names;
    TN_TRY(tn_data_folders(&names, count, dir, "models", "lang.conf", arena, error));
    qsort(names, *count, sizeof *names, by_code);
    if (*count == 0 || strcmp(names[0], "en") != 0)
        return tn_fail(error, TENOR_E_DATA, "there is no models/en/lang.conf");
    if (*count > TN_MOST_LANGUAGES) return tn_fail(error, TENOR_E_DATA, "more than %d languages", TN_MOST_LANGUAGES);
    *codes = names;
    return TENOR_OK;
}

typedef TN_VEC(tn_language) language_list;

static tenor_status read_other(language_list *list, const tn_table *table, tn_arena *arena, tenor_error *error) {
    size_t at = 0;
    while (at < list->count && !tn_equal(tn_str(list->at[at].code), table->column[0])) at++;
    if (at == list->count) {
        const char *code = tn_copy(arena, table->column[0]);
        tn_language *added = TN_PUSH(arena, list);
        if (!code || !added) return tn_fail_memory(error);
        *added = TN_LANGUAGE_OF(code, code, TN_SCRIPT_LATIN);
    }
    TN_TRY(set_script(&list->at[at], table->column[1], &table->lines, error));
    return add_hints(&list->at[at], table, 2, arena, error);
}

tenor_status tn_other_languages_read(tn_language **out, size_t *count, const char *dir, tn_arena *arena,
                                     tenor_error *error) {
    static const char path[] = "models/other-languages.tsv";
    tn_data_file file;
    language_list list = {0};
    tenor_status status = TENOR_OK;
    if (tn_data_exists(dir, path)) {
        TN_TRY(tn_data_load(&file, dir, path, arena, error));
        tn_table table = tn_table_of(&file);
        while (tn_table_next(&table, 4, &status, error)) {
            TN_TRY(tn_table_expect_kind(&table, "other-languages", error));
            TN_TRY(read_other(&list, &table, arena, error));
        }
    }
    *out = list.at;
    *count = list.count;
    return status;
}

/* ---- image ---- */

void tn_other_language_image(tn_image *image, tn_language *language) {
    tn_image_text(image, &language->code);
    TN_IMAGE_VALUE(image, &language->script);
}

void tn_language_image(tn_image *image, tn_language *language) {
    tn_other_language_image(image, language);
    tn_image_text(image, &language->name);
    tn_image_text(image, &language->stemmer);
    tn_image_text(image, &language->elisions);
    tn_image_text(image, &language->joiners);
    tn_image_text(image, &language->address);
    tn_image_text(image, &language->voice);
    tn_image_text(image, &language->tellers);
    tn_image_text(image, &language->askers);
    TN_IMAGE_VALUE(image, &language->ordinal_dot);
    TN_IMAGE_VALUE(image, &language->keep_stopwords);
    TN_IMAGE_VALUE(image, &language->word_length);
    tn_strings_image(image, &language->abbreviations);
    TN_IMAGE_ARRAY(image, language->abbreviation_class, language->n_abbreviation_classes);
    TN_IMAGE_ARRAY(image, language->patterns, language->n_patterns);
    TN_IMAGE_ARRAY(image, language->pattern_texts, language->n_pattern_texts);
}
