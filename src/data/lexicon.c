/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/lexicon.h"

#include <utf8proc.h>

#include "base/sha256.h"
#include "base/strtab.h"
#include "base/utf8.h"
#include "data/table.h"

enum { LONGEST_ENTRY = TN_FORM_SIZE - 20 }; /* the rest is for its endings */

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

bool tn_lexicon_add(tn_lexicon_rows *rows, const tn_lexeme *lexeme, tenor_string entry, tn_arena *arena) {
    if (rows->entries.count > UINT32_MAX - entry.length) return false;
    tn_lexeme *kept = TN_PUSH(arena, &rows->lexemes);
    if (!kept) return false;
    *kept = *lexeme;
    kept->entry = (uint32_t)rows->entries.count;
    return TN_PUSH_TEXT(arena, &rows->entries, entry);
}

/* Events are tense or easing, words good or bad, and a stop entry counts nothing: no lexicon mixes them. */
static bool is_sentiment(uint8_t class) { return class == TN_CLASS_POSITIVE || class == TN_CLASS_NEGATIVE; }

static tenor_status check_class(const tn_lexeme *lexeme, const tn_table *table, tenor_error *error) {
    bool stop = lexeme->kind == TN_KIND_STOP, word = lexeme->kind == TN_KIND_WORD || lexeme->kind == TN_KIND_VERDICT;
    if (stop == (lexeme->class == TN_CLASS_STOP) && word == is_sentiment(lexeme->class)) return TENOR_OK;
    return tn_lines_fail(&table->lines, table->column[3], error, "the class '%s' does not go with the kind '%s'",
                         tn_class_name((tn_class)lexeme->class), tn_kind_name((tn_kind)lexeme->kind));
}

/* Letters and digits are what words are made of. *valid: it is UTF-8 without NUL. */
static bool has_word(tenor_string entry, bool *valid) {
    bool found = false;
    *valid = true;
    for (size_t at = 0, n; at < entry.length && *valid; at += n) {
        n = tn_utf8_length(entry.data + at, entry.length - at);
        *valid = n > 0 && entry.data[at] != '\0';
        if (!*valid) return false;
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)tn_utf8_decode(entry.data + at, n));
        found |= category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
    }
    return found;
}

/* Patterns of other tools: here they would be passed over like punctuation, and "abandon*" mean "abandon". */
static tenor_status refuse_pattern(const tn_table *table, tenor_error *error) {
    tenor_string entry = table->column[0];
    for (size_t i = 0; i < entry.length; i++) {
        char c = entry.data[i];
        if (!strchr("*?()[]<>\"\\^", c)) continue;
        return tn_lines_fail(&table->lines, tn_slice(entry, i, i + 1), error,
                             "'%c' is no part of a word; nothing is matched by pattern: list the words", c);
    }
    return TENOR_OK;
}

static tenor_status check_entry(const tn_table *table, tenor_error *error) {
    tenor_string entry = table->column[0];
    bool valid, says_something = has_word(entry, &valid);
    if (entry.length == 0) return tn_lines_fail(&table->lines, entry, error, "the entry is empty");
    if (!valid) return tn_lines_fail(&table->lines, entry, error, "the entry is not valid UTF-8");
    if (!says_something)
        return tn_lines_fail(&table->lines, entry, error, "there is no word in the entry '%.*s'", (int)entry.length,
                             entry.data);
    if (entry.length <= LONGEST_ENTRY) return refuse_pattern(table, error);
    return tn_lines_fail(&table->lines, entry, error, "the entry has %zu bytes; at most %d are matched", entry.length,
                         LONGEST_ENTRY);
}

static tenor_status read_row(tn_lexeme *lexeme, const tn_table *table, tenor_error *error) {
    const tenor_string *column = table->column;
    tenor_string end = tn_slice(table->lines.text, table->lines.text.length, table->lines.text.length);
    if (table->n_columns < 5)
        return tn_lines_fail(&table->lines, end, error, "5 columns separated by TAB expected, %zu found",
                             table->n_columns);
    TN_TRY(check_entry(table, error));
    if (column[1].length != 1 || !memchr("vna=", column[1].data[0], 4))
        return tn_lines_fail(&table->lines, column[1], error, "part of speech v, n, a or = expected");
    if (!find_kind(column[2], &lexeme->kind))
        return tn_lines_fail(&table->lines, column[2], error, "unknown kind '%.*s'", (int)column[2].length,
                             column[2].data);
    if (!find_class(column[3], &lexeme->class))
        return tn_lines_fail(&table->lines, column[3], error, "unknown class '%.*s'", (int)column[3].length,
                             column[3].data);
    TN_TRY(check_class(lexeme, table, error));
    double weight;
    TN_TRY(tn_table_number(table, 4, classes[lexeme->class].low, classes[lexeme->class].high, &weight, error));
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
    const char *kind; /* NULL: not known yet */
    tn_lexicon_rows rows;
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

/* The kind of lexicon, by what the file says or else by its first entry that counts. */
static tenor_status find_kind_of_file(reader *r, const tn_lexeme *lexeme, tenor_error *error) {
    const tn_table *table = &r->table;
    bool sentiment = tn_equal(table->kind, TN_STR("sentiment"));
    if (table->kind.length == 0 && lexeme->kind == TN_KIND_STOP) return TENOR_OK;
    if (table->kind.length == 0) sentiment = is_sentiment(lexeme->class);
    r->kind = sentiment ? "sentiment" : "tension";
    return tn_table_expect_kind(table, r->kind, error);
}

static tenor_status check_kind(reader *r, const tn_lexeme *lexeme, tenor_error *error) {
    if (!r->kind) TN_TRY(find_kind_of_file(r, lexeme, error));
    bool sentiment = r->kind && strcmp(r->kind, "sentiment") == 0;
    if (lexeme->kind == TN_KIND_STOP || is_sentiment(lexeme->class) == sentiment) return TENOR_OK;
    return tn_lines_fail(&r->table.lines, r->table.column[3], error, "'%s' is no class of a %s lexicon",
                         tn_class_name((tn_class)lexeme->class), r->kind);
}

static tenor_status read_current(reader *r, tenor_error *error) {
    const tn_table *table = &r->table;
    if (r->kind) TN_TRY(tn_table_expect_kind(table, r->kind, error));
    if (table->column[0].length && table->column[0].data[0] == '@')
        return tn_word_sets_add(r->sets, table, r->arena, error);
    tn_lexeme lexeme = {.entry = 0};
    TN_TRY(read_row(&lexeme, table, error));
    TN_TRY(check_kind(r, &lexeme, error));
    TN_TRY(refuse_double(&r->seen, table, error));
    TN_TRY(tn_word_sets_check(r->sets, table, error));
    return tn_lexicon_add(&r->rows, &lexeme, table->column[0], r->arena) ? TENOR_OK : tn_fail_memory(error);
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

tenor_status tn_lexicon_finish(tn_lexicon *out, const tn_lexicon_rows *rows, const tn_table *table,
                               const tn_data_file *file, tn_arena *arena, tenor_error *error) {
    *out = (tn_lexicon){.path = file->path, .lexemes = rows->lexemes.at, .count = rows->lexemes.count};
    out->entries = rows->entries.at;
    out->n_entries = rows->entries.count;
    out->lang = tn_copy(arena, table->lang);
    out->version = tn_copy(arena, table->version);
    if (!out->lang || !out->version) return tn_fail_memory(error);
    tn_sha256(file->bytes.data, file->bytes.length, out->sha256);
    return TENOR_OK;
}

static tenor_status read_file(tn_lexicon *out, const char **kind, const tn_data_file *file, tn_findings *findings,
                              tn_arena *arena, tenor_error *error) {
    reader r;
    TN_TRY(begin(&r, *kind, file, arena, error));
    TN_TRY(read_all(&r, findings, error));
    TN_TRY(tn_lexicon_finish(out, &r.rows, &r.table, file, arena, error));
    out->sets = r.sets;
    *kind = r.kind ? r.kind : "tension";
    return TENOR_OK;
}

tenor_status tn_lexicon_read(tn_lexicon *out, const char *kind, const tn_data_file *file, tn_arena *arena,
                             tenor_error *error) {
    return read_file(out, &kind, file, NULL, arena, error);
}

tenor_status tn_lexicon_survey(tn_lexicon *out, const char **kind, const tn_data_file *file, tn_findings *findings,
                               tn_arena *arena, tenor_error *error) {
    tenor_error own;
    *kind = NULL;
    return read_file(out, kind, file, findings, arena, error ? error : &own);
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
