/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lexicons by themselves: checked, and looked up in. */
#include <stdio.h>

#include "data/added.h"
#include "engine/open.h"
#include "tone/survey.h"

/* ---- check ---- */

typedef struct checker {
    tenor_finding *found;
    void *context;
    tenor_error last;
} checker;

static void pass_on(void *context, const tenor_error *finding) {
    checker *c = context;
    c->last = *finding;
    if (c->found) c->found(c->context, finding);
}

static void count_only(void *context, const tenor_error *finding) { (void)context, (void)finding; }

/* In a list of another tool it is no mistake that a word is there twice. */
static tenor_status find_conflicts(const tn_added *added, const tn_irregulars *irregulars, const tn_data_file *file,
                                   tenor_lexicon_info *info, tn_findings *findings, tn_arena *arena,
                                   tenor_error *error) {
    tn_findings doubled = {count_only, NULL, 0};
    TN_TRY(tn_lexicon_conflicts(&added->lexicon, irregulars, file, added->foreign ? &doubled : findings, &info->phrases,
                                arena, error));
    info->doubled = doubled.count;
    return TENOR_OK;
}

static tenor_status check(const char *path, tenor_lexicon_info *info, tn_findings *findings, tn_arena *arena,
                          tenor_error *error) {
    tn_data_file file;
    tn_added added;
    tn_irregulars irregulars;
    TN_TRY(tn_irregulars_load(&irregulars, NULL, arena, error));
    TN_TRY(tn_data_load_path(&file, path, arena, error));
    TN_TRY(tn_added_read(&added, &file, findings, arena, error));
    TN_TRY(find_conflicts(&added, &irregulars, &file, info, findings, arena, error));
    info->entries = added.lexicon.count;
    info->scale = added.foreign ? added.valence.scale : 0;
    info->left_out = added.foreign ? added.valence.left_out : 0;
    (void)snprintf(info->kind, sizeof info->kind, "%s", added.kind);
    return TENOR_OK;
}

tenor_status tenor_lexicon_check(const char *path, tenor_lexicon_info *info, tenor_finding *found, void *context,
                                 tenor_error *error) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_lexicon_info own = {0};
    checker c = {.found = found, .context = context};
    tn_findings findings = {pass_on, &c, 0};
    tenor_status status = check(path, &own, &findings, &arena, error);
    tn_arena_free(&arena);
    if (info) *info = own;
    if (status != TENOR_OK || findings.count == 0) return status;
    if (error) *error = c.last;
    return TENOR_E_DATA;
}

/* ---- find ---- */

typedef struct finder {
    const tenor_engine_options *options;
    const char *name; /* of the lexicon */
    tenor_string phrase;
    tn_irregulars irregulars;
    tenor_entry_visit *visit;
    void *context;
    tn_arena *arena;
    tenor_error *error;
} finder;

static tenor_status find_in(const finder *f, const tn_lexicon *lexicon) {
    tn_found_entry *found;
    size_t count;
    TN_TRY(tn_lexicon_find(&found, &count, lexicon, &f->irregulars, f->phrase, f->arena, f->error));
    for (size_t i = 0; i < count; i++) {
        const tn_lexeme *lexeme = &lexicon->lexemes[found[i].lexeme];
        tenor_lexicon_entry entry = {tn_lexeme_entry(lexicon, lexeme),
                                     lexeme->pos,
                                     tn_kind_name((tn_kind)lexeme->kind),
                                     tn_class_name((tn_class)lexeme->class),
                                     (double)lexeme->weight,
                                     lexicon->path,
                                     lexeme->line,
                                     found[i].forms,
                                     found[i].n_forms};
        f->visit(f->context, &entry);
    }
    return TENOR_OK;
}

static tenor_status find(finder *f) {
    char path[64];
    tn_data_file file;
    tn_lexicon lexicon;
    tn_added added;
    TN_TRY(tn_irregulars_load(&f->irregulars, f->options->data_dir, f->arena, f->error));
    for (size_t i = f->options->n_lexicon_paths; i-- > 0;) { /* the uppermost first */
        TN_TRY(tn_data_load_path(&file, f->options->lexicon_paths[i], f->arena, f->error));
        TN_TRY(tn_added_read(&added, &file, NULL, f->arena, f->error));
        if (strcmp(added.kind, f->name) == 0) TN_TRY(find_in(f, &added.lexicon));
    }
    (void)snprintf(path, sizeof path, "lexicons/%s/en.tsv", f->name);
    TN_TRY(tn_data_load(&file, f->options->data_dir, path, f->arena, f->error));
    TN_TRY(tn_lexicon_read(&lexicon, f->name, &file, f->arena, f->error));
    return find_in(f, &lexicon);
}

tenor_status tenor_lexicon_find(const tenor_engine_options *given, const char *lexicon, const char *phrase,
                                tenor_entry_visit *visit, void *context, tenor_error *error) {
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    if (strcmp(lexicon, "tension") != 0 && strcmp(lexicon, "sentiment") != 0)
        return tn_fail(error, TENOR_E_USAGE, "no lexicon '%s'; there are tension and sentiment", lexicon);
    tn_arena arena = TN_ARENA_INIT;
    finder f = {.options = &options, .name = lexicon, .phrase = tn_str(phrase), .visit = visit, .context = context};
    f.arena = &arena;
    f.error = error;
    tenor_status status = find(&f);
    tn_arena_free(&arena);
    return status;
}
