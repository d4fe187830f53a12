/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/model.h"

#include <stddef.h>

#include "base/sha256.h"
#include "base/vec.h"
#include "data/table.h"
#include "text/phrases_builder.h"

typedef struct compiler {
    tn_tone_model *model;
    const tn_irregulars *irregulars;
    tn_vocabulary_builder *builder;
    tn_arena *arena;
    tenor_error *error;
    const tn_data_file *file;    /* of rules */
    tn_phrases_builder *phrases; /* of the part that is being built */
    uint8_t *may_be_noun;        /* likewise */
    TN_VEC(tn_trigger) triggers;
    TN_VEC(tn_topic_name) names;
} compiler;

static tenor_status begin_phrases(compiler *c) {
    c->phrases = tn_phrases_new(c->builder);
    return c->phrases ? TENOR_OK : tn_fail_memory(c->error);
}

static tenor_status end_phrases(compiler *c, tn_phrases *out) {
    return tn_phrases_freeze(out, c->phrases, NULL, 0, c->arena) ? TENOR_OK : tn_fail_memory(c->error);
}

/* ---- lexicons */

typedef struct adding {
    compiler *c;
    uint32_t lexeme;
    bool noun;
    tn_forms forms;
} adding;

/* Adds a phrase of the lexeme in all its forms. */
static tenor_status add_phrase(void *context, tenor_string phrase, char pos) {
    adding *a = context;
    compiler *c = a->c;
    if (!tn_inflect(&a->forms, phrase, pos, c->irregulars))
        return tn_fail(c->error, TENOR_E_DATA, "the entry '%.40s...' is too long to inflect", phrase.data);
    for (size_t i = 0; i < a->forms.count; i++) {
        uint32_t existing;
        tenor_string form = {a->forms.text[i], a->forms.length[i]};
        TN_TRY(tn_phrases_add(c->phrases, form, a->lexeme, &existing, c->error));
        if (!a->noun) continue;
        c->may_be_noun[a->lexeme] = 1;
        if (existing != TN_NO_ENTRY) c->may_be_noun[existing] = 1;
    }
    return TENOR_OK;
}

/* The lexemes with word sets, or those without. */
static tenor_status add_lexemes(compiler *c, const tn_lexicon *lexicon, bool with_sets) {
    adding a = {.c = c};
    for (uint32_t i = 0; i < lexicon->count; i++) {
        const tn_lexeme *lexeme = &lexicon->lexemes[i];
        tenor_string entry = tn_str(tn_lexeme_entry(lexicon, lexeme));
        if (tn_has_slot(entry) != with_sets) continue;
        a.lexeme = i;
        a.noun = lexeme->pos == 'n';
        tenor_status status =
            tn_word_sets_expand(lexicon->sets, entry, lexeme->pos, c->irregulars, add_phrase, &a, c->error);
        if (status == TENOR_OK) continue;
        tn_error_source(c->error, lexicon->path);
        if (c->error) c->error->line = lexeme->line;
        return status;
    }
    return TENOR_OK;
}

/* The matcher of lexicon->data. */
static tenor_status compile_lexicon(compiler *c, tn_tone_lexicon *lexicon) {
    c->may_be_noun = TN_NEW_ARRAY(c->arena, lexicon->data.count, uint8_t);
    uint8_t *may_gap = TN_NEW_ARRAY(c->arena, lexicon->data.count, uint8_t);
    if (!c->may_be_noun || !may_gap) return tn_fail_memory(c->error);
    for (size_t i = 0; i < lexicon->data.count; i++) /* a verb with its object */
        may_gap[i] = lexicon->data.lexemes[i].pos == 'v';
    lexicon->may_be_noun = c->may_be_noun;
    TN_TRY(begin_phrases(c));
    TN_TRY(add_lexemes(c, &lexicon->data, false)); /* what is written out goes before what a set says */
    TN_TRY(add_lexemes(c, &lexicon->data, true));
    bool frozen = tn_phrases_freeze(&lexicon->phrases, c->phrases, may_gap, lexicon->data.count, c->arena);
    return frozen ? TENOR_OK : tn_fail_memory(c->error);
}

static tenor_status build_lexicon(compiler *c, tn_tone_lexicon *lexicon, const char *kind, const tn_data_file *file) {
    TN_TRY(tn_lexicon_read(&lexicon->data, kind, file, c->arena, c->error));
    return compile_lexicon(c, lexicon);
}

tenor_status tn_tone_model_add_lexicon(tn_tone_model *model, const tn_lexicon *lexicon, const char *kind,
                                       const tn_irregulars *irregulars, tn_vocabulary_builder *builder, tn_arena *arena,
                                       tenor_error *error) {
    compiler c = {.model = model, .irregulars = irregulars, .builder = builder, .arena = arena, .error = error};
    tn_tone_lexicon *top = strcmp(kind, "tension") == 0 ? &model->tension : &model->sentiment;
    tn_tone_lexicon *added = TN_NEW(arena, tn_tone_lexicon);
    if (!added) return tn_fail_memory(error);
    added->data = *lexicon;
    TN_TRY(compile_lexicon(&c, added));
    while (top->over) top = top->over;
    top->over = added;
    return TENOR_OK;
}

/* ---- rules */

static int find_name(tenor_string name, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (tn_equal(name, tn_str(names[i]))) return i;
    return -1;
}

static tenor_status read_trigger(tn_trigger *trigger, const tn_table *table, tenor_error *error) {
    static const char *const places[] = {"before", "after"}, *const polarities[] = {"any", "tense", "easing", "object"};
    int rule = tn_equal(table->column[2], TN_STR("none")) ? TN_RULE_COUNT : -1; /* its words only look like a trigger */
    for (int i = 0; i < TN_RULE_COUNT; i++)
        if (tn_equal(table->column[2], tn_str(tn_rule_rows[i].name))) rule = i;
    if (rule < 0) return tn_lines_fail(&table->lines, table->column[2], error, "unknown rule");
    int place = find_name(table->column[3], places, 2), of = find_name(table->column[4], polarities, 4);
    if (place < 0) return tn_lines_fail(&table->lines, table->column[3], error, "before or after expected");
    if (of < 0) return tn_lines_fail(&table->lines, table->column[4], error, "any, tense, easing or object expected");
    double window;
    TN_TRY(tn_table_number(table, 5, 0, 20, &window, error));
    tenor_string pos = table->column[1];
    if (pos.length != 1 || !memchr("vna=", pos.data[0], 4))
        return tn_lines_fail(&table->lines, pos, error, "part of speech v, n, a or = expected");
    *trigger = (tn_trigger){(uint8_t)rule, (uint8_t)place, (uint8_t)of, (uint8_t)window, pos.data[0] == 'v', -1};
    return TENOR_OK;
}

typedef struct triggering {
    compiler *c;
    uint32_t trigger;
    tn_forms forms;
} triggering;

/* The same words in another row ("end" before and after its object): chain, once. */
static void chain_trigger(compiler *c, uint32_t existing, uint32_t trigger) {
    while (existing != trigger && c->triggers.at[existing].also >= 0)
        existing = (uint32_t)c->triggers.at[existing].also;
    if (existing != trigger) c->triggers.at[existing].also = (int32_t)trigger;
}

static tenor_status add_trigger_phrase(void *context, tenor_string phrase, char pos) {
    triggering *t = context;
    compiler *c = t->c;
    if (!tn_inflect(&t->forms, phrase, pos, c->irregulars))
        return tn_fail(c->error, TENOR_E_DATA, "the trigger '%.40s...' is too long", phrase.data);
    for (size_t i = 0; i < t->forms.count; i++) {
        uint32_t existing;
        tenor_string form = {t->forms.text[i], t->forms.length[i]};
        TN_TRY(tn_phrases_add(c->phrases, form, t->trigger, &existing, c->error));
        if (existing != TN_NO_ENTRY) chain_trigger(c, existing, t->trigger);
    }
    return TENOR_OK;
}

static tenor_status add_trigger(compiler *c, const tn_table *table, const tn_word_sets *sets) {
    triggering t = {.c = c, .trigger = (uint32_t)c->triggers.count};
    tn_trigger *trigger = TN_PUSH(c->arena, &c->triggers);
    if (!trigger) return tn_fail_memory(c->error);
    if (table->n_columns < 6)
        return tn_lines_fail(&table->lines, table->column[0], c->error, "6 columns separated by TAB expected");
    TN_TRY(read_trigger(trigger, table, c->error));
    TN_TRY(tn_word_sets_check(sets, table, c->error));
    tenor_status status = tn_word_sets_expand(sets, table->column[0], table->column[1].data[0], c->irregulars,
                                              add_trigger_phrase, &t, c->error);
    if (status == TENOR_E_DATA && c->error && c->error->line == 0) {
        tn_error_source(c->error, c->file->path);
        c->error->line = table->lines.number;
    }
    return status;
}

static tenor_status build_rules(compiler *c, const tn_data_file *file) {
    TN_TRY(begin_phrases(c));
    tn_table table = tn_table_of(file);
    tn_word_sets sets;
    tenor_status status;
    c->file = file;
    if (!tn_word_sets_init(&sets, c->arena)) return tn_fail_memory(c->error);
    while (tn_table_next(&table, 3, &status, c->error)) {
        TN_TRY(tn_table_expect_kind(&table, "rules", c->error));
        if (table.column[0].length && table.column[0].data[0] == '@')
            TN_TRY(tn_word_sets_add(&sets, &table, c->arena, c->error));
        else TN_TRY(add_trigger(c, &table, &sets));
    }
    if (status != TENOR_OK) return status;
    TN_TRY(end_phrases(c, &c->model->trigger_phrases));
    c->model->triggers = c->triggers.at;
    c->model->n_triggers = c->triggers.count;
    tn_lexicon *about = &c->model->rules_file;
    *about = (tn_lexicon){.path = file->path, .count = c->triggers.count};
    about->lang = tn_copy(c->arena, table.lang);
    about->version = tn_copy(c->arena, table.version);
    tn_sha256(file->bytes.data, file->bytes.length, about->sha256);
    return about->lang && about->version ? TENOR_OK : tn_fail_memory(c->error);
}

/* ---- parameters */

typedef struct parameter_row {
    const char *name;
    size_t offset;
    double low, high;
} parameter_row;

static const parameter_row parameter_rows[] = {
#define TN_PARAMETER(field, name, low, high) {name, offsetof(tn_tone_parameters, field), low, high},
#include "tone/parameters.def"
#undef TN_PARAMETER
};
enum { PARAMETERS = sizeof parameter_rows / sizeof *parameter_rows };

static tenor_status read_parameter(compiler *c, const tn_lines *lines, bool *seen) {
    tenor_string value = lines->text, key;
    (void)tn_split(&value, '=', &key);
    if (!value.data) return tn_lines_fail(lines, lines->text, c->error, "'name = number' expected");
    key = tn_trim(key);
    value = tn_trim(value);
    for (size_t i = 0; i < PARAMETERS; i++) {
        const parameter_row *row = &parameter_rows[i];
        if (!tn_equal(key, tn_str(row->name))) continue;
        double number;
        if (!tn_parse_number(value, &number) || number < row->low || number > row->high)
            return tn_lines_fail(lines, value, c->error, "a number within %g and %g expected", row->low, row->high);
        memcpy((char *)&c->model->parameters + row->offset, &number, sizeof number);
        seen[i] = true;
        return TENOR_OK;
    }
    return tn_lines_fail(lines, key, c->error, "unknown parameter");
}

static tenor_status build_parameters(compiler *c, const tn_data_file *file) {
    bool seen[PARAMETERS] = {false};
    tn_lines lines = tn_lines_of(file->bytes, file->path);
    while (tn_lines_next(&lines))
        if (lines.text.data[0] != '#') TN_TRY(read_parameter(c, &lines, seen));
    tenor_string end = tn_slice(lines.text, lines.text.length, lines.text.length);
    for (size_t i = 0; i < PARAMETERS; i++)
        if (!seen[i])
            return tn_lines_fail(&lines, end, c->error, "the parameter '%s' is missing", parameter_rows[i].name);
    return TENOR_OK;
}

/* ---- topics */

static tenor_status add_topic_name(compiler *c, uint32_t topic, uint32_t name) {
    const tn_topic *about = &c->model->topics[topic];
    uint32_t index = (uint32_t)c->names.count, existing;
    tn_topic_name *row = TN_PUSH(c->arena, &c->names);
    if (!row) return tn_fail_memory(c->error);
    *row = (tn_topic_name){topic, name, about->names[name].kind, -1};
    tenor_status status = tn_phrases_add(c->phrases, tn_topic_phrase(about, name), index, &existing, c->error);
    if (status != TENOR_OK) {
        tn_error_source(c->error, about->source);
        return status;
    }
    if (existing == TN_NO_ENTRY) return TENOR_OK;
    while (c->names.at[existing].also >= 0) existing = (uint32_t)c->names.at[existing].also;
    c->names.at[existing].also = (int32_t)index;
    return TENOR_OK;
}

tenor_status tn_tone_model_set_topics(tn_tone_model *model, const tn_topic *topics, size_t count,
                                      tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error) {
    compiler c = {.model = model, .builder = builder, .arena = arena, .error = error};
    model->topics = topics;
    model->n_topics = count;
    TN_TRY(begin_phrases(&c));
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < topics[i].count; j++) TN_TRY(add_topic_name(&c, i, j));
    model->topic_names = c.names.at;
    model->n_topic_names = c.names.count;
    return end_phrases(&c, &model->topic_phrases);
}

/* ---- the whole ---- */

tenor_status tn_tone_model_build(tn_tone_model *out, const tn_tone_files *files, const tn_language *language,
                                 tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error) {
    *out = (tn_tone_model){0};
    compiler c = {
        .model = out, .irregulars = &language->irregulars, .builder = builder, .arena = arena, .error = error};
    TN_TRY(build_lexicon(&c, &out->tension, "tension", &files->tension));
    TN_TRY(build_lexicon(&c, &out->sentiment, "sentiment", &files->sentiment));
    TN_TRY(build_rules(&c, &files->rules));
    return build_parameters(&c, &files->parameters);
}

static void lexicon_image(tn_image *image, tn_tone_lexicon *lexicon) {
    tn_lexicon_image(image, &lexicon->data);
    tn_phrases_image(image, &lexicon->phrases);
    TN_IMAGE_ARRAY(image, lexicon->may_be_noun, lexicon->data.count);
}

void tn_tone_model_image(tn_image *image, tn_tone_model *model) {
    lexicon_image(image, &model->tension);
    lexicon_image(image, &model->sentiment);
    tn_lexicon_about_image(image, &model->rules_file);
    TN_IMAGE_ARRAY(image, model->triggers, model->n_triggers);
    model->rules_file.count = model->n_triggers;
    tn_phrases_image(image, &model->trigger_phrases);
    TN_IMAGE_VALUE(image, &model->parameters);
    tn_topics_image(image, &model->topics, &model->n_topics);
    TN_IMAGE_ARRAY(image, model->topic_names, model->n_topic_names);
    tn_phrases_image(image, &model->topic_phrases);
}
