/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/valence.h"

#include <math.h>
#include <utf8proc.h>

#include "base/utf8.h"

enum { OUR_SCALE = 4, WIDEST_SCALE = 100, MANY = 100 };

static const double scales[] = {1, 4, 5, 10, WIDEST_SCALE};
enum { SCALES = sizeof scales / sizeof *scales };

/* Where in a row a token and its value stand. */
typedef struct layout {
    char separator;
    bool header;
    size_t token, value;
} layout;

typedef struct reader {
    layout layout;
    tn_table table;
    tn_lexicon_rows rows;
    double least, most; /* of the values so far */
    bool sides;         /* some rows have a side instead of a value */
    tn_valence *about;
    tn_arena *arena;
} reader;

/* ---- which columns ---- */

static bool read_value(tenor_string cell, double *value, bool *side) {
    *side = tn_equal_nocase(cell, TN_STR("positive")) || tn_equal_nocase(cell, TN_STR("negative"));
    if (*side) *value = tn_lower(cell.data[0]) == 'p' ? OUR_SCALE / 2.0 : -OUR_SCALE / 2.0;
    return *side || tn_parse_number(tn_trim(cell), value);
}

static bool is_value(const tn_table *table, size_t column) {
    double value;
    bool side;
    return column < table->n_columns && read_value(table->column[column], &value, &side);
}

/* The column of that name; the names are in order of preference. */
static size_t find_column(const tn_table *header, const char *const *names, size_t otherwise) {
    for (; *names; names++)
        for (size_t i = 0; i < header->n_columns; i++)
            if (tn_equal_nocase(tn_trim(header->column[i]), tn_str(*names))) return i;
    return otherwise;
}

static void read_header(layout *out, const tn_table *header) {
    static const char *const tokens[] = {"word", "token", "term", "lemma", "phrase", NULL};
    static const char *const values[] = {"value", "valence", "score", "sentiment", "polarity", "mean", "weight", NULL};
    out->header = true;
    out->token = find_column(header, tokens, 0);
    out->value = find_column(header, values, 1);
}

static tn_table table_of(const tn_data_file *file, char separator) {
    tn_table table = tn_table_of(file);
    table.foreign = true;
    table.separator = separator;
    return table;
}

static bool find_layout(layout *out, const tn_data_file *file) {
    tenor_status status;
    tenor_error none;
    tn_table table = table_of(file, '\t');
    *out = (layout){'\t', false, 0, 1};
    if (!tn_table_next(&table, 1, &status, &none)) return false;
    if (table.n_columns < 2) {
        out->separator = ',';
        table = table_of(file, ',');
        if (!tn_table_next(&table, 2, &status, &none)) return false;
    }
    if (is_value(&table, 1)) return true;
    read_header(out, &table);
    return tn_table_next(&table, 2, &status, &none) && out->token != out->value && is_value(&table, out->value);
}

bool tn_valence_is(const tn_data_file *file) {
    layout layout;
    return find_layout(&layout, file);
}

/* ---- rows ---- */

static bool is_letter(uint32_t c) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_accent(uint32_t c) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/* Letters, digits and what stands inside words and phrases, a letter first: no emoticon is that. *valid: it is UTF-8.
 */
static bool is_wordlike(tenor_string token, bool *valid) {
    bool good = token.length > 0;
    *valid = true;
    for (size_t at = 0, n; at < token.length; at += n) {
        n = tn_utf8_length(token.data + at, token.length - at);
        *valid = n > 0;
        if (n == 0) return false;
        uint32_t c = tn_utf8_decode(token.data + at, n);
        bool inside = c == ' ' || c == '-' || c == '\'' || c == '.' || c == '_' || c == '&' || c == 0x2019;
        good &= is_letter(c) || (at > 0 && (inside || is_accent(c) || (c >= '0' && c <= '9')));
    }
    return good;
}

/* "abandon*": everything that begins so. "f**k" is no word instead. */
static bool is_wildcard(tenor_string token) {
    bool valid;
    return token.length > 1 && token.data[token.length - 1] == '*' &&
           is_wordlike(tn_slice(token, 0, token.length - 1), &valid);
}

/* What the file says its scale is; WIDEST_SCALE if it does not. */
static tenor_status said_scale(const tn_table *table, double *scale, tenor_error *error) {
    *scale = WIDEST_SCALE;
    if (table->scale.length == 0 || (tn_parse_number(table->scale, scale) && *scale > 0)) return TENOR_OK;
    return tn_lines_fail(&table->lines, table->lines.text, error, "the scale '%.*s' is not a number over 0",
                         (int)table->scale.length, table->scale.data);
}

static tenor_status read_row(reader *r, tenor_error *error) {
    const tn_table *table = &r->table;
    tenor_string token = tn_trim(table->column[r->layout.token]), cell = table->column[r->layout.value];
    double value, limit;
    bool valid, side, wordlike = is_wordlike(token, &valid);
    TN_TRY(said_scale(table, &limit, error));
    if (!valid) return tn_lines_fail(&table->lines, token, error, "the token is not valid UTF-8");
    if (!read_value(cell, &value, &side))
        return tn_lines_fail(&table->lines, cell, error, "'%.*s' is not a number", (int)cell.length, cell.data);
    if (fabs(value) > limit)
        return tn_lines_fail(&table->lines, cell, error, "%g is not within %g and %g", value, -limit, limit);
    if (is_wildcard(token))
        return tn_lines_fail(&table->lines, token, error,
                             "nothing is matched by wildcard: list the words that '%.*s' stands for", (int)token.length,
                             token.data);
    r->about->left_out += !wordlike;
    if (!wordlike) return TENOR_OK;
    r->sides |= side;
    if (value < r->least) r->least = value;
    if (value > r->most) r->most = value;
    tn_lexeme lexeme = {
        .weight = (float)value, .line = (uint32_t)table->lines.number, .pos = '=', .kind = TN_KIND_WORD};
    lexeme.class = value < 0 ? TN_CLASS_NEGATIVE : TN_CLASS_POSITIVE;
    return tn_lexicon_add(&r->rows, &lexeme, token, r->arena) ? TENOR_OK : tn_fail_memory(error);
}

static tenor_status read_rows(reader *r, tn_findings *findings, tenor_error *error) {
    size_t least = 1 + (r->layout.token > r->layout.value ? r->layout.token : r->layout.value);
    bool header = r->layout.header;
    for (;;) {
        tenor_status status;
        if (!tn_table_next(&r->table, header ? 1 : least, &status, error)) {
            if (status == TENOR_OK) return TENOR_OK;
        } else if (header) {
            header = false;
        } else {
            status = read_row(r, error);
        }
        if (status == TENOR_OK) continue;
        if (status != TENOR_E_DATA || !findings) return status;
        findings->report(findings->context, error);
        findings->count++;
    }
}

/* ---- the scale ---- */

/* Values that run from 1 to 9, say, would all count as good: their middle is not 0. */
static tenor_status find_scale(reader *r, tenor_error *error) {
    const tn_lines *lines = &r->table.lines;
    double widest = fmax(-r->least, r->most), *scale = &r->about->scale;
    if (r->table.scale.length) return said_scale(&r->table, scale, error);
    for (size_t i = SCALES; i-- > 0;)
        if (widest <= scales[i]) *scale = scales[i];
    if (r->sides && *scale < OUR_SCALE) *scale = OUR_SCALE;
    if (r->rows.lexemes.count < MANY || r->least < 0) return TENOR_OK;
    return tn_lines_fail(lines, tn_slice(lines->text, lines->text.length, lines->text.length), error,
                         "no value is below 0: the scale's middle has to be 0 (`#! scale=N` if it is)");
}

static void apply_scale(reader *r) {
    for (size_t i = 0; i < r->rows.lexemes.count; i++) {
        float *weight = &r->rows.lexemes.at[i].weight;
        *weight = (float)((double)*weight * OUR_SCALE / r->about->scale);
    }
}

/* Of two rows with the same word the later one counts, as where lists are read into a table by word. */
static void put_last_first(tn_lexeme *lexemes, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        tn_lexeme first = lexemes[i];
        lexemes[i] = lexemes[count - 1 - i];
        lexemes[count - 1 - i] = first;
    }
}

tenor_status tn_valence_read(tn_lexicon *out, tn_valence *about, const tn_data_file *file, tn_findings *findings,
                             tn_arena *arena, tenor_error *error) {
    reader r = {.about = about, .arena = arena};
    tenor_error own;
    if (!error) error = &own;
    *about = (tn_valence){.scale = OUR_SCALE};
    (void)find_layout(&r.layout, file);
    r.table = table_of(file, r.layout.separator);
    TN_TRY(read_rows(&r, findings, error));
    tenor_status status = find_scale(&r, error);
    if (status == TENOR_E_DATA && findings) {
        findings->report(findings->context, error);
        findings->count++;
    } else if (status != TENOR_OK) {
        return status;
    }
    apply_scale(&r);
    put_last_first(r.rows.lexemes.at, r.rows.lexemes.count);
    return tn_lexicon_finish(out, &r.rows, &r.table, file, arena, error);
}
