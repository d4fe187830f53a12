/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/lexicon.h"

#include "base/sha256.h"
#include "base/strtab.h"
#include "base/vec.h"
#include "data/table.h"

typedef struct class_row {
    const char *name;
    double low, high, matter;
} class_row;

static const class_row classes[] = {
#define TN_CLASS(identifier, name, low, high, matter) {name, low, high, matter},
#include "data/classes.def"
#undef TN_CLASS
};

static const char *const kinds[] = {"event", "state", "object", "actor", "stop", "word", "verdict"};

typedef TN_VEC(tn_lexeme) lexeme_list;
typedef TN_VEC(char) char_list;

const char *tn_class_name(tn_class class) { return classes[class].name; }

const char *tn_kind_name(tn_kind kind) { return kinds[kind]; }

double tn_class_matter(tn_class class) { return classes[class].matter; }

const char *tn_copy(tn_arena *arena, tenor_string s) {
    char *copy = tn_alloc(arena, s.length + 1);
    if (copy && s.length) memcpy(copy, s.data, s.length);
    return copy;
}

static bool find_class(tenor_string name, uint8_t *class) {
    for (size_t i = 0; i < TN_CLASS_COUNT; i++) {
        if (!tn_equal(name, tn_str(classes[i].name))) continue;
        *class = (uint8_t)i;
        return true;
    }
    return false;
}

static bool find_kind(tenor_string name, uint8_t *kind) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!tn_equal(name, tn_str(kinds[i]))) continue;
        *kind = (uint8_t)i;
        return true;
    }
    return false;
}

/* Behind the entries before it. */
static bool keep_entry(tn_lexeme *lexeme, char_list *entries, tenor_string entry, tn_arena *arena) {
    if (entries->count > UINT32_MAX - entry.length || !TN_RESERVE(arena, entries, entry.length + 1)) return false;
    lexeme->entry = (uint32_t)entries->count;
    memcpy(entries->at + entries->count, entry.data, entry.length);
    entries->count += entry.length + 1;
    entries->at[entries->count - 1] = '\0';
    return true;
}

static tenor_status read_row(tn_lexeme *lexeme, char_list *entries, const tn_table *table, tn_arena *arena,
                             tenor_error *error) {
    const tenor_string *column = table->column;
    tenor_string end = tn_slice(table->lines.text, table->lines.text.length, table->lines.text.length);
    if (table->n_columns < 5)
        return tn_lines_fail(&table->lines, end, error, "5 columns separated by TAB expected, %zu found",
                             table->n_columns);
    if (column[0].length == 0) return tn_lines_fail(&table->lines, column[0], error, "the entry is empty");
    if (column[1].length != 1 || !memchr("vna=", column[1].data[0], 4))
        return tn_lines_fail(&table->lines, column[1], error, "part of speech v, n, a or = expected");
    if (!find_kind(column[2], &lexeme->kind))
        return tn_lines_fail(&table->lines, column[2], error, "unknown kind '%.*s'", (int)column[2].length,
                             column[2].data);
    if (!find_class(column[3], &lexeme->class))
        return tn_lines_fail(&table->lines, column[3], error, "unknown class '%.*s'", (int)column[3].length,
                             column[3].data);
    double weight;
    TN_TRY(tn_table_number(table, 4, classes[lexeme->class].low, classes[lexeme->class].high, &weight, error));
    if (!keep_entry(lexeme, entries, column[0], arena)) return tn_fail_memory(error);
    lexeme->weight = (float)weight;
    lexeme->pos = column[1].data[0];
    lexeme->line = (uint32_t)table->lines.number;
    return TENOR_OK;
}

/* "entry TAB pos" is the key: as it stands in the line. */
static tenor_status refuse_double(tn_strtab *seen, const tn_table *table, tenor_error *error) {
    tenor_string key = {table->column[0].data, table->column[0].length + 1 + table->column[1].length};
    uint32_t before = seen->count;
    if (tn_strtab_add(seen, key, false) == 0) return tn_fail_memory(error);
    if (seen->count != before) return TENOR_OK;
    return tn_lines_fail(&table->lines, table->column[0], error, "'%.*s' is listed twice as %c",
                         (int)table->column[0].length, table->column[0].data, table->column[1].data[0]);
}

typedef struct reader {
    tn_table table;
    const char *kind; /* NULL: any */
    lexeme_list lexemes;
    char_list entries;
    tn_strtab seen;
    tn_word_sets *sets;
    tn_arena *arena;
} reader;

static tenor_status begin(reader *r, const char *kind, const tn_data_file *file, tn_arena *arena, tenor_error *error) {
    *r = (reader){.table = tn_table_of(file), .kind = kind, .sets = TN_NEW(arena, tn_word_sets), .arena = arena};
    if (!r->sets || !tn_word_sets_init(r->sets, arena)) return tn_fail_memory(error);
    if (!tn_strtab_init(&r->seen, arena, (uint32_t)(file->bytes.length / 32 + 16), 0)) return tn_fail_memory(error);
    return TENOR_OK;
}

static tenor_status read_current(reader *r, tenor_error *error) {
    const tn_table *table = &r->table;
    if (r->kind) TN_TRY(tn_table_expect_kind(table, r->kind, error));
    if (table->column[0].length && table->column[0].data[0] == '@')
        return tn_word_sets_add(r->sets, table, r->arena, error);
    tn_lexeme lexeme;
    TN_TRY(read_row(&lexeme, &r->entries, table, r->arena, error));
    TN_TRY(refuse_double(&r->seen, table, error));
    TN_TRY(tn_word_sets_check(r->sets, table, error));
    tn_lexeme *kept = TN_PUSH(r->arena, &r->lexemes);
    if (!kept) return tn_fail_memory(error);
    *kept = lexeme;
    return TENOR_OK;
}

static tenor_status read_all(reader *r, tn_findings *findings, tenor_error *error) {
    for (;;) {
        tenor_status status;
        if (tn_table_next(&r->table, 3, &status, error)) status = read_current(r, error);
        else if (status == TENOR_OK) return TENOR_OK;
        if (status == TENOR_OK) continue;
        if (status != TENOR_E_DATA || !findings) return status;
        findings->report(findings->context, error);
        findings->count++;
    }
}

static tenor_status finish(tn_lexicon *out, const reader *r, const tn_data_file *file, tenor_error *error) {
    *out = (tn_lexicon){.path = file->path, .lexemes = r->lexemes.at, .count = r->lexemes.count, .sets = r->sets};
    out->entries = r->entries.at;
    out->n_entries = r->entries.count;
    out->lang = tn_copy(r->arena, r->table.lang);
    out->version = tn_copy(r->arena, r->table.version);
    if (!out->lang || !out->version) return tn_fail_memory(error);
    tn_sha256(file->bytes.data, file->bytes.length, out->sha256);
    return TENOR_OK;
}

tenor_status tn_lexicon_read(tn_lexicon *out, const char *kind, const tn_data_file *file, tn_arena *arena,
                             tenor_error *error) {
    reader r;
    TN_TRY(begin(&r, kind, file, arena, error));
    TN_TRY(read_all(&r, NULL, error));
    return finish(out, &r, file, error);
}

tenor_status tn_lexicon_survey(tn_lexicon *out, const char **kind, const tn_data_file *file, tn_findings *findings,
                               tn_arena *arena, tenor_error *error) {
    reader r;
    tenor_error own;
    if (!error) error = &own;
    TN_TRY(begin(&r, NULL, file, arena, error));
    TN_TRY(read_all(&r, findings, error));
    *kind = tn_copy(arena, r.table.kind);
    return *kind ? finish(out, &r, file, error) : tn_fail_memory(error);
}

void tn_lexicon_about_image(tn_image *image, tn_lexicon *lexicon) {
    tn_image_text(image, &lexicon->path);
    tn_image_text(image, &lexicon->lang);
    tn_image_text(image, &lexicon->version);
    TN_IMAGE_VALUE(image, &lexicon->sha256);
}

void tn_lexicon_image(tn_image *image, tn_lexicon *lexicon) {
    tn_lexicon_about_image(image, lexicon);
    TN_IMAGE_ARRAY(image, lexicon->lexemes, lexicon->count);
    TN_IMAGE_ARRAY(image, lexicon->entries, lexicon->n_entries);
}
