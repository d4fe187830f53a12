#include "english.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "data/lexicon.h"

void english_open(english *e) { language_open(e, "en"); }

void language_open(english *e, const char *code) {
    tenor_error error = {0};
    *e = (english){.arena = TN_ARENA_INIT};
    tn_vocabulary_builder words;
    cr_assert(tn_vocabulary_init(&words, NULL, &e->arena));
    cr_assert_eq(tn_language_read(&e->language, NULL, code, &e->arena, &error), TENOR_OK, "%s:%zu: %s", error.source,
                 error.line, error.message);
    cr_assert_eq(tn_text_model_build(&e->model, &e->language, &e->vocabulary, &words, &e->arena, &error), TENOR_OK,
                 "%s", error.message);
    cr_assert(tn_vocabulary_freeze(&e->vocabulary, &words, &e->arena));
}

void english_close(english *e) {
    tn_known_free(&e->known);
    tn_arena_free(&e->arena);
}

tn_doc english_doc(english *e, const char *text, const char *title) {
    tenor_error error = {0};
    tn_doc doc;
    tn_doc_input input = {.text = tn_str(text), .source = "test", .format = TENOR_FORMAT_TEXT, .known = &e->known};
    if (title) input.title = tn_str(title);
    cr_assert_eq(tn_doc_build(&doc, &input, &e->model, &e->arena, &error), TENOR_OK, "%s", error.message);
    return doc;
}

static const char *copy(english *e, const tn_doc *doc, uint32_t start, uint32_t end) {
    const char *text = tn_copy(&e->arena, tn_doc_text(doc, start, end));
    cr_assert_not_null(text);
    return text;
}

const char *sentence_text(english *e, const tn_doc *doc, size_t index) {
    cr_assert_lt(index, doc->n_sentences);
    return copy(e, doc, doc->sentences[index].start, doc->sentences[index].end);
}

const char *block_text(english *e, const tn_doc *doc, size_t index) {
    cr_assert_lt(index, doc->n_blocks);
    return copy(e, doc, doc->blocks[index].start, doc->blocks[index].end);
}

const char *word_text(english *e, const tn_doc *doc, size_t index) {
    cr_assert_lt(index, doc->n_words);
    return copy(e, doc, doc->words[index].start, doc->words[index].end);
}

tenor_string read_source_file(tn_arena *arena, const char *path) {
    char full[512];
    tn_data_file file;
    tenor_error error = {0};
    snprintf(full, sizeof full, "%s/%s", TENOR_SOURCE_DIR, path);
    cr_assert_eq(tn_data_load_path(&file, full, arena, &error), TENOR_OK, "%s: %s", path, error.message);
    return file.bytes;
}
