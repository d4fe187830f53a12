/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/model.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "text/lines.h"
#include "text/phrases_builder.h"

enum {
    LONGEST_STAMP = 64,
    SHORTEST_PROMO = 3,
    MOST_STAMP_WORDS = 16,
    MOST_NAMES = 8,
    MOST_BYLINE_WORDS = 10,
    LONGEST_HEADER = 80,
    MOST_WORDS_MORE = 3
};

/* A model that is being built. */
typedef struct builder {
    tn_text_model *model;
    tn_vocabulary_builder *vocabulary;
    tn_arena *arena;
    TN_VEC(uint16_t) marks;
} builder;

static size_t pair_of(char c) { return (unsigned char)tn_lower(c) % TN_PATTERN_PAIRS; }

static utf8proc_int32_t lower_point(const char *data, size_t length) {
    return utf8proc_tolower((utf8proc_int32_t)tn_utf8_decode(data, length));
}

/* The small letter at *at, which moves behind it; 0 at the end. */
static uint32_t next_lower(tenor_string s, size_t *at) {
    if (*at >= s.length) return 0;
    if ((unsigned char)s.data[*at] < 0x80) return (unsigned char)tn_lower(s.data[(*at)++]);
    size_t n = tn_utf8_length(s.data + *at, s.length - *at);
    *at += n ? n : 1;
    return n ? (uint32_t)lower_point(s.data + *at - n, n) : 0xFFFD;
}

/* A mark such as © or ■, which may be a whole pattern. */
static bool is_sign(uint32_t c) { return (c >= 0x80 && c < 0xC0) || (c >= 0x2000 && c < 0x3040); }

/* The bucket of what begins at `at`, by two characters whatever their case, or by a mark. */
static size_t bucket_at(tenor_string s, size_t at) {
    uint32_t first = next_lower(s, &at), second = is_sign(first) ? 0 : next_lower(s, &at);
    return (first * 31 + second) % TN_PATTERN_BUCKETS;
}

/* The bucket of an end, by two bytes. */
static size_t bucket_of_end(tenor_string s) {
    size_t last = (unsigned char)tn_lower(s.data[s.length - 1]);
    return (last * 31 + (s.length > 1 ? (unsigned char)tn_lower(s.data[s.length - 2]) : 0)) % TN_PATTERN_BUCKETS;
}

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
        [TN_LINE_CONTAINS] = index->contains, [TN_LINE_SIGNATURE] = index->signature, [TN_LINE_NAMES] = index->names,
        [TN_LINE_OPENER] = index->opener,     [TN_LINE_CLOSER] = index->closer,       [TN_LINE_BOX] = index->box,
        [TN_LINE_REFUSAL] = index->refusal};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (size_t i = 0; lists[k] && i < TN_PATTERN_BUCKETS; i++) lists[k][i] = -1;
    for (size_t i = language->n_patterns; i-- > 0;) {
        const tn_line_pattern *pattern = &language->patterns[i];
        tenor_string text = tn_pattern_text(language, pattern);
        if (pattern->match == TN_LINE_PROMO)
            index->promo_pair[pair_of(text.data[0])] |= (unsigned char)text.data[0] < 0x80 && text.length > 1
                                                            ? UINT64_C(1) << pair_of(text.data[1])
                                                            : UINT64_MAX;
        if (pattern->match == TN_LINE_STAMP || pattern->match == TN_LINE_PROMO) continue;
        size_t bucket = pattern->match == TN_LINE_SUFFIX ? bucket_of_end(text) : bucket_at(text, 0);
        int32_t *head = &lists[pattern->match][bucket];
        if (pattern->match == TN_LINE_CONTAINS && text.length > 1)
            index->contains_pair[pair_of(text.data[0])] |= UINT64_C(1) << pair_of(text.data[1]);
        next[i] = *head;
        *head = (int32_t)i;
    }
    model->patterns = index;
    model->n_indices = 1;
    model->next_pattern = next;
    model->n_next = language->n_patterns;
    return true;
}

/* Small letters of a word; its length in `lower`, 0: it is too long. */
static size_t lower_word(char lower[LONGEST_STAMP], tenor_string word) {
    size_t n = 0;
    if (word.length > LONGEST_STAMP / 2) return 0; /* none becomes twice as long */
    for (size_t at = 0; at < word.length;) {
        if ((unsigned char)word.data[at] < 0x80) lower[n++] = tn_lower(word.data[at++]);
        else n += (size_t)utf8proc_encode_char((utf8proc_int32_t)next_lower(word, &at), (utf8proc_uint8_t *)lower + n);
    }
    return n;
}

static bool add_lower(tn_strtab *words, tenor_string word) {
    char lower[LONGEST_STAMP];
    size_t n = lower_word(lower, word);
    return n == 0 || tn_strtab_add(words, (tenor_string){lower, n}, true) != 0;
}

static bool add_listed(tn_strtab *words, const tn_language *language, tn_line_match match) {
    bool ok = true;
    for (size_t i = 0; ok && i < language->n_patterns; i++)
        if (language->patterns[i].match == match)
            ok = add_lower(words, tn_pattern_text(language, &language->patterns[i]));
    return ok;
}

static bool add_promos(builder *b) {
    tn_strtab promos;
    return tn_strtab_init(&promos, b->vocabulary->arena, 64, 0) &&
           add_listed(&promos, b->model->language, TN_LINE_PROMO) &&
           tn_strings_freeze(&b->model->promos, &promos, b->arena);
}

/* Listed words, days, months and zones, and what is short for them. */
static bool add_stamps(builder *b) {
    const tn_language *language = b->model->language;
    tn_strtab stamps;
    bool ok = tn_strtab_init(&stamps, b->vocabulary->arena, 128, 0) && add_listed(&stamps, language, TN_LINE_STAMP);
    for (size_t i = 0; ok && i < language->calendar.count; i++) ok = add_lower(&stamps, language->calendar.at[i]);
    for (uint32_t id = 1; ok && id <= tn_strings_count(&language->abbreviations); id++) {
        tn_abbreviation class = (tn_abbreviation)language->abbreviation_class[id];
        if (class == TN_ABBREVIATION_MONTH || class == TN_ABBREVIATION_TIME)
            ok = add_lower(&stamps, tn_strings_at(&language->abbreviations, id));
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
    if (!mark_words(&b) || !chain_patterns(out, arena) || !add_stamps(&b) || !add_promos(&b))
        return tn_fail_memory(error);
    return build_dangling(&b, error);
}

void tn_text_model_image(tn_image *image, tn_text_model *model, const tn_language *language,
                         const tn_vocabulary *vocabulary) {
    tn_phrases_image(image, &model->dangling);
    tn_strings_image(image, &model->stamps);
    tn_strings_image(image, &model->promos);
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

static bool is_letter_byte(char c) { return is_word_byte(c) && !tn_is_digit(c); }

/* Bytes of a character that neither joins what stands before it nor what follows to a word: punctuation and blanks
 * beyond ASCII, and the scripts that are written without blanks. */
static bool stands_alone(char lead) { return (unsigned char)lead == 0xC2 || (unsigned char)lead >= 0xE2; }

static char last_lead(tenor_string s) {
    size_t at = s.length - 1;
    while (at > 0 && ((unsigned char)s.data[at] & 0xC0) == 0x80) at--;
    return s.data[at];
}

/* A pattern that ends in a letter must end at a word's end: "Watch" is not "Watching". "Copyright 20" goes on. */
static bool ends_at_word(tenor_string line, size_t end, tenor_string pattern) {
    char last = pattern.data[pattern.length - 1];
    if (end >= line.length || !is_word_byte(last) || !is_word_byte(line.data[end])) return true;
    return (tn_is_digit(last) && tn_is_digit(line.data[end])) || stands_alone(line.data[end]) ||
           stands_alone(last_lead(pattern));
}

static bool starts_at_word(tenor_string line, size_t start, tenor_string pattern) {
    if (start == 0 || !is_word_byte(line.data[start - 1]) || !is_word_byte(pattern.data[0])) return true;
    if (stands_alone(pattern.data[0])) return true;
    return (unsigned char)line.data[start - 1] >= 0x80 && stands_alone(last_lead(tn_slice(line, 0, start)));
}

/* Equal but for the case of letters; both have the same length, as small and capital letters do but for a few. */
static bool is_same(tenor_string line, tenor_string pattern) {
    for (size_t at = 0, n; at < pattern.length; at += n) {
        n = 1;
        if (tn_lower(line.data[at]) == tn_lower(pattern.data[at]) && (unsigned char)pattern.data[at] < 0x80) continue;
        n = tn_utf8_length(pattern.data + at, pattern.length - at);
        if (n < 2 || n != tn_utf8_length(line.data + at, line.length - at)) return false;
        if (memcmp(line.data + at, pattern.data + at, n) != 0 &&
            lower_point(line.data + at, n) != lower_point(pattern.data + at, n))
            return false;
    }
    return true;
}

static bool fits(tenor_string line, size_t start, tenor_string pattern) {
    return start + pattern.length <= line.length && is_same(tn_slice(line, start, start + pattern.length), pattern) &&
           starts_at_word(line, start, pattern) && ends_at_word(line, start + pattern.length, pattern);
}

/* A look at the last byte, as a bucket holds what begins alike. */
static inline bool may_fit(tenor_string line, size_t start, tenor_string pattern) {
    size_t last = pattern.length - 1;
    if (start + last >= line.length) return false;
    return (unsigned char)pattern.data[last] >= 0x80 ||
           tn_lower(line.data[start + last]) == tn_lower(pattern.data[last]);
}

/* What may follow a refusal: " - The Courier", " · The Courier", "...", "!", and nothing. */
static bool is_of_the_site(tenor_string more) {
    while (more.length && memchr(".!\xE2\x80\xA6", more.data[0], 5)) more = tn_slice(more, 1, more.length);
    if (more.length == 0) return true;
    tenor_string behind = tn_slice(more, 1, more.length);
    return more.data[0] == ' ' && (tn_begins_with_dash(behind) || tn_starts_nocase(behind, TN_STR("\xC2\xB7 ")));
}

static const tn_line_pattern *find_in(const tn_text_model *model, const int32_t *lists, tenor_string line, size_t at,
                                      size_t bucket) {
    for (int32_t i = lists[bucket]; i >= 0; i = model->next_pattern[i]) {
        const tn_line_pattern *pattern = &model->language->patterns[i];
        size_t n = pattern->length;
        if (pattern->match == TN_LINE_WHOLE && n != line.length) continue;
        if (pattern->match == TN_LINE_SUFFIX && n > line.length) continue;
        size_t start = pattern->match == TN_LINE_SUFFIX ? line.length - n : at;
        tenor_string text = tn_pattern_text(model->language, pattern);
        if (!may_fit(line, start, text) || !fits(line, start, text)) continue;
        if (pattern->match != TN_LINE_REFUSAL || is_of_the_site(tn_slice(line, n, line.length))) return pattern;
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
static const tn_line_pattern *find_names(const tn_text_model *model, tenor_string line, size_t bucket) {
    const tn_line_pattern *found = find_in(model, model->patterns->names, line, 0, bucket);
    bool small = line.data[0] >= 'a' && line.data[0] <= 'z';
    if (!found || small || tn_count_words(line) > MOST_BYLINE_WORDS || tn_ends_in_mark(line)) return NULL;
    const char *at = memchr(line.data, '@', line.length);
    size_t start = found->length, end = at ? (size_t)(at - line.data) : line.length;
    while (at && end > start && line.data[end - 1] != ' ') end--;
    tenor_string names = tn_trim(tn_slice(line, start, end));
    return (names.length || at) && tn_is_capitalised(names) ? found : NULL;
}

/* What a list of other stories is headed by, alone or with a few words more ("Most read in Sport", "12 Comments"). */
static const tn_line_pattern *find_header(const tn_text_model *model, tenor_string line) {
    size_t at = 0;
    if (line.length > LONGEST_HEADER) return NULL;
    while (at < line.length && !is_letter_byte(line.data[at])) at++;
    if (at == line.length) return NULL;
    size_t bucket = bucket_at(line, at);
    const tn_line_pattern *found = find_in(model, model->patterns->opener, line, at, bucket);
    if (!found) found = find_in(model, model->patterns->closer, line, at, bucket);
    if (!found) found = find_in(model, model->patterns->box, line, at, bucket);
    if (!found) return NULL;
    tenor_string more = tn_slice(line, at + found->length, line.length);
    while (more.length && !is_word_byte(more.data[more.length - 1])) more.length--; /* "Related:", "Most read »" */
    if (memchr(more.data, ':', more.length)) return NULL;
    bool counted = tn_is_digit(line.data[0]) && found->match == TN_LINE_CLOSER; /* "5 responses to ..." */
    return counted || tn_count_words(more) <= MOST_WORDS_MORE ? found : NULL;
}

/* "contains" patterns are looked for at each place of a line; most places are passed over at a glance. */
static const tn_line_pattern *find_inside(const tn_text_model *model, tenor_string line) {
    const tn_line_pattern *found = NULL;
    const uint64_t *pairs = model->patterns->contains_pair;
    size_t first = pair_of(line.data[0]), second;
    for (size_t at = 0; !found && at + 1 < line.length; at++, first = second) {
        second = pair_of(line.data[at + 1]);
        if (pairs[first] >> second & 1 && starts_at_word(line, at, tn_slice(line, at, line.length)))
            found = find_in(model, model->patterns->contains, line, at, bucket_at(line, at));
    }
    return found;
}

const tn_line_pattern *tn_text_model_refusal(const tn_text_model *model, tenor_string line) {
    if (line.length == 0 || line.length > LONGEST_HEADER) return NULL;
    return find_in(model, model->patterns->refusal, line, 0, bucket_at(line, 0));
}

const tn_line_pattern *tn_text_model_line(const tn_text_model *model, tenor_string line) {
    if (line.length == 0) return NULL;
    size_t bucket = bucket_at(line, 0);
    const tn_line_pattern *found = find_header(model, line);
    if (!found) found = find_in(model, model->patterns->whole, line, 0, bucket);
    if (!found) found = find_in(model, model->patterns->prefix, line, 0, bucket);
    if (!found) found = find_in(model, model->patterns->suffix, line, 0, bucket_of_end(line));
    if (!found) found = find_names(model, line, bucket);
    size_t names = found ? 0 : names_length(model, line);
    if (names) found = find_in(model, model->patterns->signature, line, names, bucket_at(line, names));
    return found ? found : find_inside(model, line);
}

/* Marks at both ends of a word are no part of it: "(updated", "2018,", "|". */
static tenor_string bare(tenor_string word) {
    while (word.length && !is_word_byte(word.data[0])) word = tn_slice(word, 1, word.length);
    while (word.length && !is_word_byte(word.data[word.length - 1])) word.length--;
    return word;
}

static bool has_word(const tn_strings *strings, tenor_string word) {
    char lower[LONGEST_STAMP];
    size_t n = lower_word(lower, word);
    return n > 0 && tn_strings_find(strings, (tenor_string){lower, n}) != 0;
}

static bool is_stamp_word(const tn_text_model *model, tenor_string word) {
    if (word.length == 0 || tn_has_digit(word)) return true;
    bool mark = (unsigned char)word.data[0] >= 0xC2 && word.length <= 3 && (unsigned char)word.data[0] <= 0xE2;
    return mark || has_word(&model->stamps, word);
}

bool tn_text_model_is_stamp(const tn_text_model *model, tenor_string line) {
    if (!tn_has_digit(line)) return false;
    tenor_string word;
    size_t words = 0;
    while (tn_split(&line, ' ', &word))
        if (++words > MOST_STAMP_WORDS || !is_stamp_word(model, bare(word))) return false;
    return true;
}

size_t tn_text_model_promos(const tn_text_model *model, tenor_string line) {
    tenor_string word;
    size_t promos = 0;
    while (tn_split(&line, ' ', &word)) {
        if (word.length && !is_word_byte(word.data[0])) word = bare(word);
        if (word.length < SHORTEST_PROMO) continue;
        bool may = model->patterns->promo_pair[pair_of(word.data[0])] >> pair_of(word.data[1]) & 1;
        /* a capital beyond ASCII may begin with another byte than its small letter */
        if (!may && (unsigned char)word.data[0] < 0x80) continue;
        word = bare(word);
        promos += word.length >= SHORTEST_PROMO && has_word(&model->promos, word);
    }
    return promos;
}
