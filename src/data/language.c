/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/language.h"

#include <stdio.h>

#include "base/vec.h"
#include "data/lexicon.h"
#include "data/table.h"

typedef struct reader {
    tn_language *language;
    const char *dir;
    tn_arena *arena;
    tenor_error *error;
} reader;

static tenor_status load(const reader *r, const char *name, tn_data_file *file) {
    char path[128];
    (void)snprintf(path, sizeof path, "models/%s/%s", r->language->code, name);
    tn_data_file found;
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

static tenor_status read_abbreviation_class(const tn_table *table, uint8_t *class, tenor_error *error) {
    static const char *const names[] = {"", "title", "month", "number", "place", "company", "inner", "time", "end"};
    for (size_t i = 1; i < sizeof names / sizeof *names; i++) {
        if (!tn_equal(table->column[1], tn_str(names[i]))) continue;
        *class = (uint8_t)i;
        return TENOR_OK;
    }
    return tn_lines_fail(&table->lines, table->column[1], error,
                         "title, month, number, place, company, inner, time or end expected");
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

static tenor_status read_pattern(tn_line_pattern *pattern, const tn_table *table, tn_arena *arena, tenor_error *error) {
    static const char *const matches[] = {"prefix", "line", "suffix", "contains"};
    static const char *const roles[] = {"link", "boilerplate", "credit", "byline"};
    static const tenor_role role_of[] = {TENOR_ROLE_LINK, TENOR_ROLE_BOILERPLATE, TENOR_ROLE_CREDIT, TENOR_ROLE_BYLINE};
    size_t match = 0, role = 0;
    while (match < 4 && !tn_equal(table->column[1], tn_str(matches[match]))) match++;
    if (match == 4) return tn_lines_fail(&table->lines, table->column[1], error, "prefix, line, suffix or contains expected");
    while (role < 4 && !tn_equal(table->column[2], tn_str(roles[role]))) role++;
    if (role == 4) return tn_lines_fail(&table->lines, table->column[2], error, "link, boilerplate, credit or byline expected");
    if (table->column[0].length == 0) return tn_lines_fail(&table->lines, table->column[0], error, "the pattern is empty");
    pattern->pattern = tn_copy(arena, table->column[0]);
    if (!pattern->pattern) return tn_fail_memory(error);
    pattern->text = table->column[0];
    pattern->match = (tn_line_match)match;
    pattern->role = role_of[role];
    return TENOR_OK;
}

static tenor_status read_patterns(const reader *r) {
    tn_data_file file;
    TN_TRY(load(r, "boilerplate.tsv", &file));
    TN_VEC(tn_line_pattern) patterns = {0};
    tn_table table = tn_table_of(&file);
    tenor_status status;
    while (tn_table_next(&table, 3, &status, r->error)) {
        TN_TRY(tn_table_expect_kind(&table, "boilerplate", r->error));
        tn_line_pattern *pattern = TN_PUSH(r->arena, &patterns);
        if (!pattern) return tn_fail_memory(r->error);
        TN_TRY(read_pattern(pattern, &table, r->arena, r->error));
    }
    r->language->patterns = patterns.at;
    r->language->n_patterns = patterns.count;
    return status;
}

static tenor_status read_configuration(const reader *r) {
    tn_data_file file;
    TN_TRY(load(r, "lang.conf", &file));
    tn_lines lines = tn_lines_of(file.bytes, file.path);
    while (tn_lines_next(&lines)) {
        if (lines.text.data[0] == '#') continue;
        tenor_string value = lines.text, key;
        (void)tn_split(&value, '=', &key);
        if (!value.data) return tn_lines_fail(&lines, lines.text, r->error, "'key = value' expected");
        key = tn_trim(key);
        const char *copy = tn_copy(r->arena, tn_trim(value));
        if (!copy) return tn_fail_memory(r->error);
        if (tn_equal(key, TN_STR("name"))) r->language->name = copy;
        else if (tn_equal(key, TN_STR("stemmer"))) r->language->stemmer = copy;
        else return tn_lines_fail(&lines, key, r->error, "unknown key; known are name, stemmer");
    }
    return TENOR_OK;
}

tenor_status tn_language_read(tn_language *out, const char *dir, const char *code, tn_arena *arena, tenor_error *error) {
    *out = (tn_language){.code = code, .name = code};
    reader r = {out, dir, arena, error};
    TN_TRY(read_configuration(&r));
    TN_TRY(read_list(&r, "stopwords.txt", "stopwords", &out->stopwords));
    TN_TRY(read_list(&r, "starters.txt", "starters", &out->starters));
    TN_TRY(read_list(&r, "dangling.txt", "dangling", &out->dangling));
    TN_TRY(read_list(&r, "calendar.txt", "calendar", &out->calendar));
    TN_TRY(read_list(&r, "speech.txt", "speech", &out->speech));
    TN_TRY(read_list(&r, "determiners.txt", "determiners", &out->determiners));
    TN_TRY(read_abbreviations(&r));
    TN_TRY(read_patterns(&r));
    tn_data_file irregular;
    TN_TRY(load(&r, "irregular.tsv", &irregular));
    return tn_irregulars_read(&out->irregulars, &irregular, arena, error);
}

/* ---- image ---- */

typedef struct packed_patterns {
    const struct pattern_row {
        uint32_t text, match, role;
    } *rows;
    const char *texts; /* each with a NUL behind it */
    size_t n_rows, n_texts;
} packed_patterns;

static bool pack(packed_patterns *out, const tn_line_pattern *patterns, size_t count, tn_arena *arena) {
    *out = (packed_patterns){.n_rows = count};
    for (size_t i = 0; i < count; i++) out->n_texts += patterns[i].text.length + 1;
    struct pattern_row *rows = TN_NEW_ARRAY(arena, count, struct pattern_row);
    char *texts = tn_alloc(arena, out->n_texts);
    if (!rows || !texts || out->n_texts > UINT32_MAX) return false;
    uint32_t at = 0;
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct pattern_row){at, (uint32_t)patterns[i].match, (uint32_t)patterns[i].role};
        memcpy(texts + at, patterns[i].text.data, patterns[i].text.length);
        at += (uint32_t)patterns[i].text.length + 1;
    }
    out->rows = rows;
    out->texts = texts;
    return true;
}

static const tn_line_pattern *unpack(const packed_patterns *from, tn_arena *arena) {
    tn_line_pattern *patterns = TN_NEW_ARRAY(arena, from->n_rows, tn_line_pattern);
    for (size_t i = 0; patterns && i < from->n_rows; i++) {
        const char *text = from->texts + from->rows[i].text;
        patterns[i] = (tn_line_pattern){text, tn_str(text), (tn_line_match)from->rows[i].match, (tenor_role)from->rows[i].role};
    }
    return patterns;
}

static void patterns_image(tn_image *image, tn_language *language) {
    packed_patterns packed = {0};
    bool reading = tn_image_is_reader(image);
    if (!reading && !pack(&packed, language->patterns, language->n_patterns, image->arena)) tn_image_fail_memory(image);
    TN_IMAGE_ARRAY(image, packed.rows, packed.n_rows);
    TN_IMAGE_ARRAY(image, packed.texts, packed.n_texts);
    if (!reading || image->status != TENOR_OK) return;
    language->patterns = unpack(&packed, image->arena);
    language->n_patterns = packed.n_rows;
    if (!language->patterns) tn_image_fail_memory(image);
}

void tn_language_image(tn_image *image, tn_language *language) {
    tn_image_text(image, &language->code);
    tn_image_text(image, &language->name);
    tn_image_text(image, &language->stemmer);
    tn_strings_image(image, &language->abbreviations);
    TN_IMAGE_ARRAY(image, language->abbreviation_class, language->n_abbreviation_classes);
    patterns_image(image, language);
}
