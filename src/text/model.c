/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/model.h"

#include "text/phrases_builder.h"

static size_t bucket_of(char c) { return (unsigned char)tn_lower(c) % TN_PATTERN_BUCKETS; }

static bool mark_all(tn_vocabulary_builder *builder, const tn_string_list *list, uint8_t flags) {
    for (size_t i = 0; i < list->count; i++)
        if (!tn_vocabulary_mark(builder, list->at[i], flags)) return false;
    return true;
}

/* Later patterns are put in front, so the lists are built from the end: the first listed wins. */
static bool chain_patterns(tn_text_model *model, tn_arena *arena) {
    model->next_pattern = TN_NEW_ARRAY(arena, model->language->n_patterns, int32_t);
    if (!model->next_pattern) return false;
    for (size_t i = 0; i < TN_PATTERN_BUCKETS; i++)
        model->prefix[i] = model->whole[i] = model->suffix[i] = model->contains[i] = -1;
    for (size_t i = model->language->n_patterns; i-- > 0;) {
        const tn_line_pattern *pattern = &model->language->patterns[i];
        tenor_string text = pattern->text;
        int32_t *lists[] = {[TN_LINE_PREFIX] = model->prefix,
                            [TN_LINE_WHOLE] = model->whole,
                            [TN_LINE_SUFFIX] = model->suffix,
                            [TN_LINE_CONTAINS] = model->contains};
        char key = pattern->match == TN_LINE_SUFFIX ? text.data[text.length - 1] : text.data[0];
        int32_t *head = &lists[pattern->match][bucket_of(key)];
        model->next_pattern[i] = *head;
        *head = (int32_t)i;
    }
    return true;
}

static tenor_status build_dangling(tn_text_model *model, tn_vocabulary_builder *builder, tn_arena *arena,
                                   tenor_error *error) {
    const tn_string_list *list = &model->language->dangling;
    tn_phrases_builder *dangling = tn_phrases_new(builder);
    if (!dangling) return tn_fail_memory(error);
    for (size_t i = 0; i < list->count; i++) {
        uint32_t existing;
        TN_TRY(tn_phrases_add(dangling, list->at[i], (uint32_t)i, &existing, error));
    }
    return tn_phrases_freeze(&model->dangling, dangling, arena) ? TENOR_OK : tn_fail_memory(error);
}

tenor_status tn_text_model_build(tn_text_model *out, const tn_language *language, const tn_vocabulary *vocabulary,
                                 tn_vocabulary_builder *builder, tn_arena *arena, tenor_error *error) {
    *out = (tn_text_model){.language = language, .vocabulary = vocabulary};
    if (!mark_all(builder, &language->stopwords, TN_VOCABULARY_STOP) ||
        !mark_all(builder, &language->starters, TN_VOCABULARY_STARTER) ||
        !mark_all(builder, &language->calendar, TN_VOCABULARY_CALENDAR) ||
        !mark_all(builder, &language->speech, TN_VOCABULARY_SPEECH) ||
        !mark_all(builder, &language->determiners, TN_VOCABULARY_DETERMINER) || !chain_patterns(out, arena))
        return tn_fail_memory(error);
    return build_dangling(out, builder, arena, error);
}

void tn_text_model_image(tn_image *image, tn_text_model *model, const tn_language *language,
                         const tn_vocabulary *vocabulary) {
    tn_phrases_image(image, &model->dangling);
    if (!tn_image_is_reader(image) || image->status != TENOR_OK) return;
    model->language = language;
    model->vocabulary = vocabulary;
    if (!chain_patterns(model, image->arena)) tn_image_fail_memory(image);
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
        size_t n = pattern->text.length;
        if (pattern->match == TN_LINE_WHOLE && n != line.length) continue;
        if (pattern->match == TN_LINE_SUFFIX && n > line.length) continue;
        if (fits(line, pattern->match == TN_LINE_SUFFIX ? line.length - n : at, pattern->text)) return pattern;
    }
    return NULL;
}

const tn_line_pattern *tn_text_model_line(const tn_text_model *model, tenor_string line) {
    if (line.length == 0) return NULL;
    const tn_line_pattern *found = find_in(model, model->whole, line, 0, line.data[0]);
    if (!found) found = find_in(model, model->prefix, line, 0, line.data[0]);
    if (!found) found = find_in(model, model->suffix, line, 0, line.data[line.length - 1]);
    for (size_t at = 0; !found && at < line.length; at++) found = find_in(model, model->contains, line, at, line.data[at]);
    return found;
}
