/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/survey.h"

#include <stdlib.h>

#include "base/vec.h"
#include "text/fold.h"
#include "text/word.h"

typedef struct conflict {
    uint32_t lexeme, owner;
    uint32_t line; /* of the lexeme */
    bool pair;     /* of a verb and a noun */
    tenor_string words;
} conflict;

typedef struct surveyor {
    const tn_lexicon *lexicon;
    const tn_irregulars *irregulars;
    tn_arena *arena;
    tenor_error *error;
    tn_forms forms;
    tn_strtab words, pairs;  /* folded phrases; pairs of lexemes with a conflict */
    TN_VEC(uint32_t) owners; /* by id of a phrase: the lexeme it counts for */
    uint8_t *counts;         /* by lexeme: some phrase counts for it */
    TN_VEC(conflict) conflicts;
    tenor_string wanted; /* what is looked up, folded */
    bool matches;
    TN_VEC(tn_found_entry) found;
    TN_VEC(const char *) listed;
} surveyor;

/* A phrase as a matcher sees it: folded words, one space between them. NULL data: out of memory. */
static tenor_string words_of(tenor_string phrase, tn_arena *arena) {
    TN_VEC(char) out = {0};
    tenor_string none = {NULL, 0};
    tn_word word;
    for (uint32_t at = 0; tn_word_next(phrase, at, (uint32_t)phrase.length, &word); at = word.end) {
        tenor_string folded = tn_fold(tn_word_stem(phrase, &word), arena);
        if (!folded.data || !TN_RESERVE(arena, &out, folded.length + 1)) return none;
        if (out.count) out.at[out.count++] = ' ';
        // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): there is room
        memcpy(out.at + out.count, folded.data, folded.length);
        out.count += folded.length;
    }
    return out.count ? (tenor_string){out.at, out.count} : TN_STR("");
}

/* Calls `visit` with the lexeme's phrases, before inflection. */
static tenor_status expand(surveyor *s, uint32_t lexeme, tn_expansion_visit *visit, void *context) {
    const tn_lexeme *about = &s->lexicon->lexemes[lexeme];
    return tn_word_sets_expand(s->lexicon->sets, tn_str(tn_lexeme_entry(s->lexicon, about)), about->pos, s->irregulars,
                               visit, context, s->error);
}

typedef struct visit {
    surveyor *s;
    uint32_t lexeme;
} visit;

static tenor_status for_all(surveyor *s, tenor_status (*each)(surveyor *, uint32_t)) {
    for (int with_sets = 0; with_sets < 2; with_sets++) /* in the order in which they take their words */
        for (uint32_t i = 0; i < s->lexicon->count; i++)
            if (tn_has_slot(tn_str(tn_lexeme_entry(s->lexicon, &s->lexicon->lexemes[i]))) == with_sets)
                TN_TRY(each(s, i));
    return TENOR_OK;
}

/* ---- conflicts ---- */

static bool are_alike(const tn_lexeme *x, const tn_lexeme *y) {
    return x->weight == y->weight && x->class == y->class && x->kind == y->kind;
}

/* What is written out goes before what a set says: so exceptions are made. */
static bool is_exception(const surveyor *s, uint32_t a, uint32_t b) {
    const tn_lexeme *x = &s->lexicon->lexemes[a], *y = &s->lexicon->lexemes[b];
    return tn_has_slot(tn_str(tn_lexeme_entry(s->lexicon, x))) != tn_has_slot(tn_str(tn_lexeme_entry(s->lexicon, y)));
}

/* "raid" is both: its noun and its verb may share some of their forms, as long as each has one of its own. */
static bool are_verb_and_noun(const surveyor *s, uint32_t a, uint32_t b) {
    char x = s->lexicon->lexemes[a].pos, y = s->lexicon->lexemes[b].pos;
    return (x == 'n' && y == 'v') || (x == 'v' && y == 'n');
}

static bool note_conflict(surveyor *s, uint32_t owner, uint32_t lexeme, tenor_string words) {
    uint32_t pair[2] = {owner, lexeme}, before = s->pairs.count;
    if (!tn_strtab_add(&s->pairs, (tenor_string){(const char *)pair, sizeof pair}, true)) return false;
    if (s->pairs.count == before) return true;
    conflict *row = TN_PUSH(s->arena, &s->conflicts);
    bool verb_and_noun = are_verb_and_noun(s, owner, lexeme);
    if (row) *row = (conflict){lexeme, owner, s->lexicon->lexemes[lexeme].line, verb_and_noun, words};
    return row != NULL;
}

static tenor_status claim_form(surveyor *s, uint32_t lexeme, tenor_string form) {
    tenor_string words = words_of(form, s->arena);
    if (!words.data) return tn_fail_memory(s->error);
    uint32_t before = s->words.count, id = tn_strtab_add(&s->words, words, false);
    if (id == 0) return tn_fail_memory(s->error);
    while (s->owners.count <= id)
        if (!TN_EXTEND(s->arena, &s->owners)) return tn_fail_memory(s->error);
    if (s->words.count != before) s->owners.at[id] = lexeme, s->counts[lexeme] = 1;
    else if (!is_exception(s, s->owners.at[id], lexeme) && !note_conflict(s, s->owners.at[id], lexeme, words))
        return tn_fail_memory(s->error);
    return TENOR_OK;
}

static tenor_status claim_phrase(void *context, tenor_string phrase, char pos) {
    visit *v = context;
    tn_forms *forms = &v->s->forms;
    (void)tn_inflect(forms, phrase, pos, v->s->irregulars); /* too long: what fits */
    for (size_t i = 0; i < forms->count; i++)
        TN_TRY(claim_form(v->s, v->lexeme, (tenor_string){forms->text[i], forms->length[i]}));
    return TENOR_OK;
}

static tenor_status claim_lexeme(surveyor *s, uint32_t lexeme) {
    visit v = {s, lexeme};
    return expand(s, lexeme, claim_phrase, &v);
}

static int by_line(const void *a, const void *b) {
    const conflict *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return x->owner < y->owner ? -1 : x->owner > y->owner;
}

/* Whether it is a mistake, and then what. */
static bool describe(const surveyor *s, const conflict *c, const tn_lines *lines, tenor_error *finding) {
    const tn_lexeme *mine = &s->lexicon->lexemes[c->lexeme], *owner = &s->lexicon->lexemes[c->owner];
    bool alike = are_alike(mine, owner);
    if ((c->pair || alike) && s->counts[c->lexeme]) return false;
    if (c->pair && alike) return false;
    if (alike)
        (void)tn_lines_fail(lines, lines->text, finding, "'%.*s' is there already, in line %u", (int)c->words.length,
                            c->words.data, owner->line);
    else
        (void)tn_lines_fail(lines, lines->text, finding, "'%.*s' counts as %s %s %g by line %u, not as %s %s %g",
                            (int)c->words.length, c->words.data, tn_kind_name((tn_kind)owner->kind),
                            tn_class_name((tn_class)owner->class), (double)owner->weight, owner->line,
                            tn_kind_name((tn_kind)mine->kind), tn_class_name((tn_class)mine->class),
                            (double)mine->weight);
    return true;
}

static void report_conflicts(const surveyor *s, const tn_data_file *file, tn_findings *findings) {
    tn_lines lines = tn_lines_of(file->bytes, file->path);
    size_t next = 0;
    while (next < s->conflicts.count && tn_lines_next(&lines)) {
        for (; next < s->conflicts.count && s->conflicts.at[next].line == lines.number; next++) {
            tenor_error finding;
            if (!describe(s, &s->conflicts.at[next], &lines, &finding)) continue;
            findings->report(findings->context, &finding);
            findings->count++;
        }
    }
}

tenor_status tn_lexicon_conflicts(const tn_lexicon *lexicon, const tn_irregulars *irregulars, const tn_data_file *file,
                                  tn_findings *findings, size_t *phrases, tn_arena *arena, tenor_error *error) {
    surveyor s = {.lexicon = lexicon, .irregulars = irregulars, .arena = arena, .error = error};
    s.counts = TN_NEW_ARRAY(arena, lexicon->count, uint8_t);
    if (!s.counts || !tn_strtab_init(&s.words, arena, 4096, 0) || !tn_strtab_init(&s.pairs, arena, 64, 0))
        return tn_fail_memory(error);
    TN_TRY(for_all(&s, claim_lexeme));
    if (s.conflicts.count) qsort(s.conflicts.at, s.conflicts.count, sizeof *s.conflicts.at, by_line);
    report_conflicts(&s, file, findings);
    *phrases = s.words.count;
    return TENOR_OK;
}

/* ---- looking up ---- */

static tenor_status compare_phrase(void *context, tenor_string phrase, char pos) {
    surveyor *s = context;
    (void)tn_inflect(&s->forms, phrase, pos, s->irregulars);
    for (size_t i = 0; i < s->forms.count && !s->matches; i++) {
        tenor_string words = words_of((tenor_string){s->forms.text[i], s->forms.length[i]}, s->arena);
        if (!words.data) return tn_fail_memory(s->error);
        s->matches = tn_equal(words, s->wanted);
    }
    return TENOR_OK;
}

static tenor_status list_phrase(void *context, tenor_string phrase, char pos) {
    surveyor *s = context;
    (void)tn_inflect(&s->forms, phrase, pos, s->irregulars);
    for (size_t i = 0; i < s->forms.count; i++) {
        const char *copy = tn_copy(s->arena, (tenor_string){s->forms.text[i], s->forms.length[i]});
        const char **row = TN_PUSH(s->arena, &s->listed);
        if (!copy || !row) return tn_fail_memory(s->error);
        *row = copy;
    }
    return TENOR_OK;
}

static tenor_status find_in(surveyor *s, uint32_t lexeme) {
    s->matches = false;
    TN_TRY(expand(s, lexeme, compare_phrase, s));
    if (!s->matches) return TENOR_OK;
    s->listed.at = NULL;
    s->listed.count = s->listed.capacity = 0;
    TN_TRY(expand(s, lexeme, list_phrase, s));
    tn_found_entry *row = TN_PUSH(s->arena, &s->found);
    if (!row) return tn_fail_memory(s->error);
    *row = (tn_found_entry){lexeme, s->listed.at, s->listed.count};
    return TENOR_OK;
}

tenor_status tn_lexicon_find(tn_found_entry **out, size_t *count, const tn_lexicon *lexicon,
                             const tn_irregulars *irregulars, tenor_string phrase, tn_arena *arena,
                             tenor_error *error) {
    surveyor s = {.lexicon = lexicon, .irregulars = irregulars, .arena = arena, .error = error};
    s.wanted = words_of(phrase, arena);
    if (!s.wanted.data) return tn_fail_memory(error);
    TN_TRY(for_all(&s, find_in));
    *out = s.found.at;
    *count = s.found.count;
    return TENOR_OK;
}
