/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/model.h"

#include "text/lines.h"
#include "text/phrases_builder.h"

enum { LONGEST_STAMP = 24, MOST_STAMP_WORDS = 16, MOST_NAMES = 8, MOST_BYLINE_WORDS = 10 };

/* A model that is being built. */
typedef struct builder {
    tn_text_model *model;
    tn_vocabulary_builder *vocabulary;
    tn_arena *arena;
    TN_VEC(uint16_t) marks;
} builder;

static size_t bucket_of(char c) { return (unsigned char)tn_lower(c) % TN_PATTERN_BUCKETS; }

static bool mark_all(builder *b, const tn_string_list *list, uint16_t mark) {
    for (size_t i = 0; i < list->count; i++) {
        uint32_t id = tn_vocabulary_add(b->vocabulary, list->at[i]);
        if (id == 0) return false;
        while (b->marks.count <= id)
            if (!TN_EXTEND(b->arena, &b->marks)) return false;
        b->marks.at[id] |= mark;
    }
    return true;
}

static bool mark_words(builder *b) {
    const tn_language *language = b->model->language;
    bool ok = mark_all(b, &language->stopwords, TN_VOCABULARY_STOP) &&
              mark_all(b, &language->starters, TN_VOCABULARY_STARTER) &&
              mark_all(b, &language->calendar, TN_VOCABULARY_CALENDAR) &&
              mark_all(b, &language->speech, TN_VOCABULARY_SPEECH) &&
              mark_all(b, &language->roles, TN_VOCABULARY_ROLE) &&
              mark_all(b, &language->labels, TN_VOCABULARY_LABEL) &&
              mark_all(b, &language->particles, TN_VOCABULARY_PARTICLE) &&
              mark_all(b, &language->determiners, TN_VOCABULARY_DETERMINER) &&
              mark_all(b, &language->numerals, TN_VOCABULARY_NUMERAL);
    b->model->marks = b->marks.at;
    b->model->n_marks = b->marks.count;
    return ok;
}

/* Later patterns are put in front, so the lists are built from the end: the first listed wins. */
static bool chain_patterns(tn_text_model *model, tn_arena *arena) {
    const tn_language *language = model->language;
    tn_pattern_index *index = TN_NEW(arena, tn_pattern_index);
    int32_t *next = TN_NEW_ARRAY(arena, language->n_patterns, int32_t);
    if (!index || !next) return false;
    int32_t *lists[] = {
        [TN_LINE_PREFIX] = index->prefix,     [TN_LINE_WHOLE] = index->whole,         [TN_LINE_SUFFIX] = index->suffix,
        [TN_LINE_CONTAINS] = index->contains, [TN_LINE_SIGNATURE] = index->signature, [TN_LINE_NAMES] = index->names};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (size_t i = 0; i < TN_PATTERN_BUCKETS; i++) lists[k][i] = -1;
    for (size_t i = language->n_patterns; i-- > 0;) {
        const tn_line_pattern *pattern = &language->patterns[i];
        tenor_string text = tn_pattern_text(language, pattern);
        if (pattern->match == TN_LINE_STAMP) continue;
        char key = pattern->match == TN_LINE_SUFFIX ? text.data[text.length - 1] : text.data[0];
        int32_t *head = &lists[pattern->match][bucket_of(key)];
        if (pattern->match == TN_LINE_CONTAINS && text.length > 1)
            index->contains_pair[bucket_of(text.data[0])] |= UINT64_C(1) << bucket_of(text.data[1]);
        next[i] = *head;
        *head = (int32_t)i;
    }
    model->patterns = index;
    model->n_indices = 1;
    model->next_pattern = next;
    model->n_next = language->n_patterns;
    return true;
}

static bool add_stamp(tn_strtab *stamps, tenor_string word) {
    char lower[LONGEST_STAMP];
    if (word.length > sizeof lower) return true;
    for (size_t i = 0; i < word.length; i++) lower[i] = tn_lower(word.data[i]);
    return tn_strtab_add(stamps, (tenor_string){lower, word.length}, true) != 0;
}

/* Listed words, days, months and zones, and what is short for them. */
static bool add_stamps(builder *b) {
    const tn_language *language = b->model->language;
    tn_strtab stamps;
    bool ok = tn_strtab_init(&stamps, b->vocabulary->arena, 128, 0);
    for (size_t i = 0; ok && i < language->n_patterns; i++)
        if (language->patterns[i].match == TN_LINE_STAMP)
            ok = add_stamp(&stamps, tn_pattern_text(language, &language->patterns[i]));
    for (size_t i = 0; ok && i < language->calendar.count; i++) ok = add_stamp(&stamps, language->calendar.at[i]);
    for (uint32_t id = 1; ok && id <= tn_strings_count(&language->abbreviations); id++) {
        tn_abbreviation class = (tn_abbreviation)language->abbreviation_class[id];
        if (class == TN_ABBREVIATION_MONTH || class == TN_ABBREVIATION_TIME)
            ok = add_stamp(&stamps, tn_strings_at(&language->abbreviations, id));
    }
    return ok && tn_strings_freeze(&b->model->stamps, &stamps, b->arena);
}

static tenor_status build_dangling(builder *b, tenor_error *error) {
    const tn_string_list *list = &b->model->language->dangling;
    tn_phrases_builder *dangling = tn_phrases_new(b->vocabulary);
    if (!dangling) return tn_fail_memory(error);
    for (size_t i = 0; i < list->count; i++) {
        uint32_t existing;
        TN_TRY(tn_phrases_add(dangling, list->at[i], (uint32_t)i, &existing, error));
    }
    return tn_phrases_freeze(&b->model->dangling, dangling, NULL, 0, b->arena) ? TENOR_OK : tn_fail_memory(error);
}

tenor_status tn_text_model_build(tn_text_model *out, const tn_language *language, const tn_vocabulary *vocabulary,
                                 tn_vocabulary_builder *words, tn_arena *arena, tenor_error *error) {
    *out = (tn_text_model){.language = language, .vocabulary = vocabulary};
    builder b = {.model = out, .vocabulary = words, .arena = arena};
    if (!mark_words(&b) || !chain_patterns(out, arena) || !add_stamps(&b)) return tn_fail_memory(error);
    return build_dangling(&b, error);
}

void tn_text_model_image(tn_image *image, tn_text_model *model, const tn_language *language,
                         const tn_vocabulary *vocabulary) {
    tn_phrases_image(image, &model->dangling);
    tn_strings_image(image, &model->stamps);
    TN_IMAGE_ARRAY(image, model->marks, model->n_marks);
    TN_IMAGE_ARRAY(image, model->patterns, model->n_indices);
    TN_IMAGE_ARRAY(image, model->next_pattern, model->n_next);
    model->language = language;
    model->vocabulary = vocabulary;
}

static bool is_apostrophe_at(tenor_string word, size_t at, size_t *length) {
    *length = word.data[at] == '\'' ? 1 : 3;
    return word.data[at] == '\'' || (at + 3 <= word.length && memcmp(word.data + at, "\xE2\x80\x99", 3) == 0);
}

tenor_string tn_text_model_elide_listed(const tn_text_model *model, tenor_string word) {
    tenor_string rest = tn_str(model->language->elisions), elision;
    size_t at = 0, length = 0;
    while (at < word.length && !is_apostrophe_at(word, at, &length)) at++;
    if (at == 0 || at + length >= word.length) return word;
    while (tn_split(&rest, ' ', &elision)) /* listed with the apostrophe */
        if (elision.length && tn_equal_nocase(tn_slice(word, 0, at), tn_slice(elision, 0, elision.length - 1)))
            return tn_slice(word, at + length, word.length);
    return word;
}

static bool is_word_byte(char c) {
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A pattern that ends in a letter must end at a word's end: "Watch" is not "Watching". */
static bool ends_at_word(tenor_string line, size_t end, tenor_string pattern) {
    return end >= line.length || !is_word_byte(pattern.data[pattern.length - 1]) || !is_word_byte(line.data[end]);
}

static bool starts_at_word(tenor_string line, size_t start, tenor_string pattern) {
    return start == 0 || !is_word_byte(pattern.data[0]) || !is_word_byte(line.data[start - 1]);
}

static bool fits(tenor_string line, size_t start, tenor_string pattern) {
    return start + pattern.length <= line.length &&
           tn_equal_nocase(tn_slice(line, start, start + pattern.length), pattern) &&
           starts_at_word(line, start, pattern) && ends_at_word(line, start + pattern.length, pattern);
}

static const tn_line_pattern *find_in(const tn_text_model *model, const int32_t *lists, tenor_string line, size_t at,
                                      char key) {
    for (int32_t i = lists[bucket_of(key)]; i >= 0; i = model->next_pattern[i]) {
        const tn_line_pattern *pattern = &model->language->patterns[i];
        size_t n = pattern->length;
        if (pattern->match == TN_LINE_WHOLE && n != line.length) continue;
        if (pattern->match == TN_LINE_SUFFIX && n > line.length) continue;
        size_t start = pattern->match == TN_LINE_SUFFIX ? line.length - n : at;
        if (fits(line, start, tn_pattern_text(model->language, pattern))) return pattern;
    }
    return NULL;
}

bool tn_text_model_lists(const char *list, tenor_string word) {
    tenor_string rest = tn_str(list), listed;
    while (tn_split(&rest, ' ', &listed))
        if (listed.length && tn_equal_nocase(word, listed)) return true;
    return false;
}

/* "and Lio" in "Ann Droste and Lio Benet". */
static bool begins_with_joiner(const tn_text_model *model, tenor_string s) {
    tenor_string word;
    return tn_split(&s, ' ', &word) && s.length && tn_text_model_lists(model->language->joiners, word);
}

/* Where the names that a line begins with end: "Ann Droste and Lio Benet reported" - at "reported"; 0: it does not. */
static size_t names_length(const tn_text_model *model, tenor_string line) {
    size_t at = 0, names = 0;
    while (at < line.length && !is_word_byte(line.data[at])) at++; /* a bullet or a dash */
    while (at < line.length && names <= MOST_NAMES) {
        tenor_string rest = tn_slice(line, at, line.length);
        bool name = (line.data[at] >= 'A' && line.data[at] <= 'Z') || (unsigned char)line.data[at] >= 0x80;
        if (!name && !begins_with_joiner(model, rest)) return names ? at : 0;
        names += name;
        while (at < line.length && line.data[at] != ' ') at++;
        while (at < line.length && line.data[at] == ' ') at++;
    }
    return 0;
}

/* "By Ann Droste and Lio Benet", also with an address behind, and no end mark. */
static const tn_line_pattern *find_names(const tn_text_model *model, tenor_string line) {
    const tn_line_pattern *found = find_in(model, model->patterns->names, line, 0, line.data[0]);
    bool small = line.data[0] >= 'a' && line.data[0] <= 'z';
    if (!found || small || tn_count_words(line) > MOST_BYLINE_WORDS || tn_ends_in_mark(line)) return NULL;
    const char *at = memchr(line.data, '@', line.length);
    size_t start = found->length, end = at ? (size_t)(at - line.data) : line.length;
    while (at && end > start && line.data[end - 1] != ' ') end--;
    tenor_string names = tn_trim(tn_slice(line, start, end));
    return (names.length || at) && tn_is_capitalised(names) ? found : NULL;
}

const tn_line_pattern *tn_text_model_line(const tn_text_model *model, tenor_string line) {
    if (line.length == 0) return NULL;
    const tn_line_pattern *found = find_in(model, model->patterns->whole, line, 0, line.data[0]);
    if (!found) found = find_in(model, model->patterns->prefix, line, 0, line.data[0]);
    if (!found) found = find_in(model, model->patterns->suffix, line, 0, line.data[line.length - 1]);
    if (!found) found = find_names(model, line);
    size_t names = found ? 0 : names_length(model, line);
    if (names) found = find_in(model, model->patterns->signature, line, names, line.data[names]);
    for (size_t at = 0; !found && at + 1 < line.length; at++) {
        bool may = model->patterns->contains_pair[bucket_of(line.data[at])] >> bucket_of(line.data[at + 1]) & 1;
        if (may && starts_at_word(line, at, tn_slice(line, at, line.length)))
            found = find_in(model, model->patterns->contains, line, at, line.data[at]);
    }
    return found;
}

static bool has_digit(tenor_string s) {
    for (size_t i = 0; i < s.length; i++)
        if (s.data[i] >= '0' && s.data[i] <= '9') return true;
    return false;
}

/* Marks at both ends of a word are no part of it: "(updated", "2018,", "|". */
static tenor_string bare(tenor_string word) {
    while (word.length && !is_word_byte(word.data[0])) word = tn_slice(word, 1, word.length);
    while (word.length && !is_word_byte(word.data[word.length - 1])) word.length--;
    return word;
}

static bool is_stamp_word(const tn_text_model *model, tenor_string word) {
    char lower[LONGEST_STAMP];
    if (word.length == 0 || has_digit(word)) return true;
    if (word.length > sizeof lower) return false;
    bool mark = (unsigned char)word.data[0] >= 0xC2 && word.length <= 3 && (unsigned char)word.data[0] <= 0xE2;
    for (size_t i = 0; i < word.length; i++) lower[i] = tn_lower(word.data[i]);
    return mark || tn_strings_find(&model->stamps, (tenor_string){lower, word.length}) != 0;
}

bool tn_text_model_is_stamp(const tn_text_model *model, tenor_string line) {
    if (!has_digit(line)) return false;
    tenor_string word;
    size_t words = 0;
    while (tn_split(&line, ' ', &word))
        if (++words > MOST_STAMP_WORDS || !is_stamp_word(model, bare(word))) return false;
    return true;
}
