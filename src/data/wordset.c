/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/wordset.h"

bool tn_word_sets_init(tn_word_sets *sets, tn_arena *arena) {
    *sets = (tn_word_sets){0};
    return tn_strtab_init(&sets->names, arena, 64, 0);
}

static bool is_name(tenor_string name) {
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') return false;
    }
    return name.length > 0;
}

static tenor_status check_members(const tn_table *table, tenor_error *error) {
    tenor_string rest = table->column[2], member;
    if (rest.length == 0) return tn_lines_fail(&table->lines, rest, error, "the set is empty");
    while (tn_split(&rest, '|', &member)) {
        if (tn_trim(member).length == 0) return tn_lines_fail(&table->lines, member, error, "an empty member");
        if (memchr(member.data, '{', member.length))
            return tn_lines_fail(&table->lines, member, error, "a set within a set");
        if (member.length >= TN_FORM_SIZE) return tn_lines_fail(&table->lines, member, error, "the member is too long");
    }
    return TENOR_OK;
}

tenor_status tn_word_sets_add(tn_word_sets *sets, const tn_table *table, tn_arena *arena, tenor_error *error) {
    const tenor_string *column = table->column;
    tenor_string name = tn_slice(column[0], 1, column[0].length);
    if (!is_name(name))
        return tn_lines_fail(&table->lines, column[0], error, "a set is named by letters, digits and -");
    if (column[1].length != 1 || !memchr("vn=", column[1].data[0], 3))
        return tn_lines_fail(&table->lines, column[1], error, "part of speech v, n or = expected");
    TN_TRY(check_members(table, error));
    uint32_t before = sets->names.count, id = tn_strtab_add(&sets->names, name, false);
    if (id == 0) return tn_fail_memory(error);
    if (sets->names.count == before)
        return tn_lines_fail(&table->lines, column[0], error, "the set '%.*s' is defined twice", (int)name.length,
                             name.data);
    if (id >= sets->room) {
        size_t room = sets->room ? sets->room * 2 : 64;
        tn_word_set *more = TN_NEW_ARRAY(arena, room, tn_word_set);
        if (!more) return tn_fail_memory(error);
        if (sets->count) memcpy(more, sets->at, sets->count * sizeof *more);
        sets->at = more;
        sets->room = room;
    }
    sets->at[id] = (tn_word_set){column[2], column[1].data[0]};
    sets->count = id + 1;
    return TENOR_OK;
}

/* The entry's next place for sets: what is before it, the names in it, and what is left behind it. */
static bool next_slot(tenor_string *rest, tenor_string *before, tenor_string *names) {
    const char *open = rest->length ? memchr(rest->data, '{', rest->length) : NULL;
    if (!open) return false;
    size_t start = (size_t)(open - rest->data), end = start + 1;
    while (end < rest->length && rest->data[end] != '}') end++;
    *before = tn_slice(*rest, 0, start);
    *names = tn_slice(*rest, start + 1, end);
    *rest = tn_slice(*rest, end < rest->length ? end + 1 : end, rest->length);
    return true;
}

static size_t count_members(tenor_string members) {
    size_t n = 0;
    tenor_string member;
    while (tn_split(&members, '|', &member)) n++;
    return n;
}

/* How many words may stand in a place; 0 after an error. */
static size_t check_slot(const tn_word_sets *sets, const tn_table *table, tenor_string names, tenor_error *error) {
    tenor_string name;
    size_t words = 0;
    if (names.length == 0) {
        tn_lines_fail(&table->lines, names, error, "a set's name expected");
        return 0;
    }
    while (tn_split(&names, '|', &name)) {
        uint32_t id = tn_strtab_find(&sets->names, name);
        if (id == 0) {
            tn_lines_fail(&table->lines, name, error,
                          "unknown set '%.*s': no line @%.*s above, and a file has only the sets it defines itself",
                          (int)name.length, name.data, (int)name.length, name.data);
            return 0;
        }
        words += count_members(sets->at[id].members) * (sets->at[id].pos == 'n' ? 2 : sets->at[id].pos == 'v' ? 4 : 1);
    }
    return words;
}

tenor_status tn_word_sets_check(const tn_word_sets *sets, const tn_table *table, tenor_error *error) {
    tenor_string entry = table->column[0], rest = entry, before, names;
    size_t slots = 0, phrases = 1;
    while (next_slot(&rest, &before, &names)) {
        if (names.data + names.length == entry.data + entry.length)
            return tn_lines_fail(&table->lines, names, error, "'}' expected");
        if (++slots > TN_MOST_SLOTS)
            return tn_lines_fail(&table->lines, names, error, "more than %d sets in an entry", TN_MOST_SLOTS);
        if (table->column[1].data[0] == 'v' && before.data == entry.data && !memchr(before.data, ' ', before.length))
            return tn_lines_fail(&table->lines, names, error, "a verb is written out");
        size_t words = check_slot(sets, table, names, error);
        if (words == 0) return TENOR_E_DATA;
        phrases *= words;
        if (phrases > TN_MOST_EXPANSIONS)
            return tn_lines_fail(&table->lines, names, error, "the entry stands for more than %d phrases",
                                 TN_MOST_EXPANSIONS);
    }
    const char *lost = rest.length ? memchr(rest.data, '}', rest.length) : NULL;
    if (!lost) return TENOR_OK;
    return tn_lines_fail(&table->lines, tn_slice(rest, (size_t)(lost - rest.data), rest.length), error, "'{' expected");
}

/* ---- expansion ---- */

typedef struct expansion {
    const tn_word_sets *sets;
    const tn_irregulars *irregulars;
    tn_expansion_visit *visit;
    void *context;
    tenor_error *error;
    char pos;
    size_t length;
    char text[TN_FORM_SIZE];
} expansion;

static tenor_status expand_rest(expansion *e, tenor_string rest);

static tenor_status append(expansion *e, tenor_string text) {
    if (text.length >= sizeof e->text - e->length)
        return tn_fail(e->error, TENOR_E_DATA, "'%.40s...' is too long a phrase", e->text);
    if (text.length) memcpy(e->text + e->length, text.data, text.length);
    e->length += text.length;
    return TENOR_OK;
}

/* "troops=" in a set of nouns stands as it is. */
static tenor_status expand_member(expansion *e, tenor_string member, char pos, tenor_string rest) {
    tn_forms forms;
    bool fixed = member.data[member.length - 1] == '=';
    if (!tn_inflect(&forms, fixed ? tn_slice(member, 0, member.length - 1) : member, fixed ? '=' : pos, e->irregulars))
        return tn_fail(e->error, TENOR_E_DATA, "the member '%.*s' is too long", (int)member.length, member.data);
    size_t length = e->length;
    for (size_t i = 0; i < forms.count; i++) {
        TN_TRY(append(e, (tenor_string){forms.text[i], forms.length[i]}));
        TN_TRY(expand_rest(e, rest));
        e->length = length;
    }
    return TENOR_OK;
}

static tenor_status expand_rest(expansion *e, tenor_string rest) {
    tenor_string before, names, name, member;
    size_t length = e->length;
    if (!next_slot(&rest, &before, &names)) {
        TN_TRY(append(e, rest));
        bool inflected = e->pos == 'n' && rest.length == 0; /* its last word is a set's */
        TN_TRY(e->visit(e->context, (tenor_string){e->text, e->length}, inflected ? '=' : e->pos));
        e->length = length;
        return TENOR_OK;
    }
    TN_TRY(append(e, before));
    while (tn_split(&names, '|', &name)) {
        const tn_word_set *set = &e->sets->at[tn_strtab_find(&e->sets->names, name)];
        tenor_string members = set->members;
        while (tn_split(&members, '|', &member)) TN_TRY(expand_member(e, tn_trim(member), set->pos, rest));
    }
    e->length = length;
    return TENOR_OK;
}

tenor_status tn_word_sets_expand(const tn_word_sets *sets, tenor_string entry, char pos,
                                 const tn_irregulars *irregulars, tn_expansion_visit *visit, void *context,
                                 tenor_error *error) {
    if (!tn_has_slot(entry)) return visit(context, entry, pos);
    expansion e = {
        .sets = sets, .irregulars = irregulars, .visit = visit, .context = context, .error = error, .pos = pos};
    return expand_rest(&e, entry);
}
