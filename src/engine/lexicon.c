/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lexicons by themselves: checked, and looked up in. */
#include <stdio.h>

#include "engine/engine.h"
#include "tone/survey.h"

static tenor_status load_irregulars(tn_irregulars *out, const char *dir, tn_arena *arena, tenor_error *error) {
    tn_data_file file;
    TN_TRY(tn_data_load(&file, dir, "models/en/irregular.tsv", arena, error));
    return tn_irregulars_read(out, &file, arena, error);
}

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

static tenor_status check(const char *path, tenor_lexicon_info *info, tn_findings *findings, tn_arena *arena,
                          tenor_error *error) {
    tn_data_file file;
    tn_lexicon lexicon;
    tn_irregulars irregulars;
    const char *kind;
    TN_TRY(load_irregulars(&irregulars, NULL, arena, error));
    TN_TRY(tn_data_load_path(&file, path, arena, error));
    TN_TRY(tn_lexicon_survey(&lexicon, &kind, &file, findings, arena, error));
    TN_TRY(tn_lexicon_conflicts(&lexicon, &irregulars, &file, findings, &info->phrases, arena, error));
    info->entries = lexicon.count;
    (void)snprintf(info->kind, sizeof info->kind, "%s", kind);
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

static tenor_status find(const char *dir, const char *name, const char *phrase, tenor_entry_visit *visit, void *context,
                         tn_arena *arena, tenor_error *error) {
    char path[64];
    tn_data_file file;
    tn_lexicon lexicon;
    tn_irregulars irregulars;
    tn_found_entry *found;
    size_t count;
    (void)snprintf(path, sizeof path, "lexicons/%s/en.tsv", name);
    TN_TRY(load_irregulars(&irregulars, dir, arena, error));
    TN_TRY(tn_data_load(&file, dir, path, arena, error));
    TN_TRY(tn_lexicon_read(&lexicon, name, &file, arena, error));
    TN_TRY(tn_lexicon_find(&found, &count, &lexicon, &irregulars, tn_str(phrase), arena, error));
    for (size_t i = 0; i < count; i++) {
        const tn_lexeme *lexeme = &lexicon.lexemes[found[i].lexeme];
        tenor_lexicon_entry entry = {tn_lexeme_entry(&lexicon, lexeme),
                                     lexeme->pos,
                                     tn_kind_name((tn_kind)lexeme->kind),
                                     tn_class_name((tn_class)lexeme->class),
                                     (double)lexeme->weight,
                                     lexicon.path,
                                     lexeme->line,
                                     found[i].forms,
                                     found[i].n_forms};
        visit(context, &entry);
    }
    return TENOR_OK;
}

tenor_status tenor_lexicon_find(const char *data_dir, const char *lexicon, const char *phrase, tenor_entry_visit *visit,
                                void *context, tenor_error *error) {
    if (strcmp(lexicon, "tension") != 0 && strcmp(lexicon, "sentiment") != 0)
        return tn_fail(error, TENOR_E_USAGE, "no lexicon '%s'; there are tension and sentiment", lexicon);
    tn_arena arena = TN_ARENA_INIT;
    tenor_status status = find(data_dir, lexicon, phrase, visit, context, &arena, error);
    tn_arena_free(&arena);
    return status;
}
