/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/inflect.h"

#include "base/vec.h"
#include "data/table.h"

typedef TN_VEC(tenor_string) string_list;

static tenor_status add_irregular(tn_strtab *lemmas, string_list *forms, const tn_table *table, tn_arena *arena,
                                  tenor_error *error) {
    uint32_t id = tn_strtab_add(lemmas, table->column[0], true);
    if (id == 0) return tn_fail_memory(error);
    if (id < forms->count)
        return tn_lines_fail(&table->lines, table->column[0], error, "'%.*s' is listed twice",
                             (int)table->column[0].length, table->column[0].data);
    while (forms->count <= id)
        if (!TN_EXTEND(arena, forms)) return tn_fail_memory(error);
    forms->at[id] = table->column[2];
    return TENOR_OK;
}

tenor_status tn_irregulars_read(tn_irregulars *out, const tn_data_file *file, tn_arena *arena, tenor_error *error) {
    string_list verbs = {0}, nouns = {0};
    if (!tn_strtab_init(&out->verbs, arena, 512, 0) || !tn_strtab_init(&out->nouns, arena, 256, 0))
        return tn_fail_memory(error);
    tn_table table = tn_table_of(file);
    tenor_status status;
    while (tn_table_next(&table, 3, &status, error)) {
        TN_TRY(tn_table_expect_kind(&table, "irregular", error));
        if (tn_equal(table.column[1], TN_STR("v"))) TN_TRY(add_irregular(&out->verbs, &verbs, &table, arena, error));
        else if (tn_equal(table.column[1], TN_STR("n")))
            TN_TRY(add_irregular(&out->nouns, &nouns, &table, arena, error));
        else return tn_lines_fail(&table.lines, table.column[1], error, "v or n expected");
    }
    out->verb_forms = verbs.at;
    out->noun_forms = nouns.at;
    return status;
}

static bool is_vowel(char c) { return memchr("aeiou", c, 5) != NULL; }

static bool ends_with(tenor_string word, const char *ending) { return tn_ends_nocase(word, tn_str(ending)); }

static bool hisses(tenor_string word) {
    return ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z") || ends_with(word, "ch") ||
           ends_with(word, "sh");
}

/* Consonant + y: "ally", not "delay". */
static bool ends_in_changing_y(tenor_string word) {
    return word.length > 1 && word.data[word.length - 1] == 'y' && !is_vowel(word.data[word.length - 2]);
}

/* One syllable that ends in consonant, vowel, consonant: "ban", "plot"; not "raid", "fix", "show". */
static bool doubles(tenor_string word) {
    size_t n = word.length, vowels = 0;
    if (n < 3 || is_vowel(word.data[n - 1]) || memchr("wxy", word.data[n - 1], 3)) return false;
    for (size_t i = 0; i < n; i++)
        if (is_vowel(word.data[i]) || (word.data[i] == 'y' && i > 0)) vowels++;
    bool after_qu = n > 3 && word.data[n - 3] == 'u' && word.data[n - 4] == 'q'; /* quit */
    return is_vowel(word.data[n - 2]) && (!is_vowel(word.data[n - 3]) || after_qu) &&
           (vowels == 1 || (after_qu && vowels == 2));
}

/* before + stem without its last `drop` letters + double letter? + ending + after */
static bool add_form(tn_forms *forms, tenor_string before, tenor_string stem, size_t drop, bool twice,
                     const char *ending, tenor_string after) {
    size_t kept = stem.length - drop, tail = strlen(ending);
    size_t length = before.length + kept + (twice ? 1 : 0) + tail + after.length;
    if (forms->count == TN_MOST_FORMS || length >= TN_FORM_SIZE) return false;
    char *to = forms->text[forms->count];
    memcpy(to, before.data, before.length), to += before.length;
    memcpy(to, stem.data, kept), to += kept;
    if (twice) *to++ = stem.data[kept - 1];
    memcpy(to, ending, tail), to += tail;
    if (after.length) memcpy(to, after.data, after.length);
    forms->length[forms->count++] = length;
    return true;
}

static bool add_listed(tn_forms *forms, tenor_string before, tenor_string listed, tenor_string after) {
    tenor_string form;
    while (tn_split(&listed, ' ', &form))
        if (form.length && !add_form(forms, before, form, 0, false, "", after)) return false;
    return true;
}

static bool add_s(tn_forms *forms, tenor_string before, tenor_string word, tenor_string after) {
    if (ends_in_changing_y(word)) return add_form(forms, before, word, 1, false, "ies", after);
    return add_form(forms, before, word, 0, false, hisses(word) ? "es" : "s", after);
}

static bool add_ed_and_ing(tn_forms *forms, tenor_string before, tenor_string word, tenor_string after) {
    if (ends_with(word, "e")) {
        if (!add_form(forms, before, word, 0, false, "d", after)) return false;
        if (ends_with(word, "ie")) return add_form(forms, before, word, 2, false, "ying", after);
        return add_form(forms, before, word, ends_with(word, "ee") || ends_with(word, "oe") ? 0 : 1, false, "ing",
                        after);
    }
    bool twice = doubles(word);
    bool ied = ends_in_changing_y(word);
    return add_form(forms, before, word, ied ? 1 : 0, twice, ied ? "ied" : "ed", after) &&
           add_form(forms, before, word, 0, twice, "ing", after);
}

static size_t first_word_end(tenor_string entry) {
    size_t i = 0;
    while (i < entry.length && entry.data[i] != ' ' && entry.data[i] != '-') i++;
    return i;
}

static size_t last_word_start(tenor_string entry) {
    size_t i = entry.length;
    while (i > 0 && entry.data[i - 1] != ' ' && entry.data[i - 1] != '-') i--;
    return i;
}

bool tn_inflect(tn_forms *forms, tenor_string entry, char pos, const tn_irregulars *irregulars) {
    tenor_string none = tn_slice(entry, 0, 0);
    forms->count = 0;
    if (!add_form(forms, none, entry, 0, false, "", none)) return false;
    if (pos == 'v') {
        size_t cut = first_word_end(entry);
        tenor_string word = tn_slice(entry, 0, cut), after = tn_slice(entry, cut, entry.length);
        uint32_t id = tn_strtab_find(&irregulars->verbs, word);
        if (id) return add_listed(forms, none, irregulars->verb_forms[id], after);
        return word.length == 0 || (add_s(forms, none, word, after) && add_ed_and_ing(forms, none, word, after));
    }
    if (pos == 'n') {
        size_t cut = last_word_start(entry);
        tenor_string before = tn_slice(entry, 0, cut), word = tn_slice(entry, cut, entry.length);
        uint32_t id = tn_strtab_find(&irregulars->nouns, word);
        if (id) return add_listed(forms, before, irregulars->noun_forms[id], none);
        return word.length == 0 || add_s(forms, before, word, none);
    }
    return true;
}
