/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a data file; the first byte says which. What is read is compiled as when an engine opens: a table, or an
 * error with a place in the file. */
#include <stdint.h>
#include <stdlib.h>

#include "data/added.h"
#include "data/language.h"
#include "tone/model.h"

static void check(bool holds) {
    if (!holds) abort();
}

static const char *const parts[] = {"lexicons/tension/en.tsv", "lexicons/sentiment/en.tsv", "lexicons/rules/en.tsv",
                                    "models/en/tone.conf"};
enum { FILES = sizeof parts / sizeof *parts, OF_TOPIC = FILES, OF_USER, KINDS };

/* The built-in files are large: beside the one under test, the others are as small as they may be. */
static tenor_string smallest(size_t which, tn_arena *arena) {
    static const char *const small[] = {"#! kind=tension lang=en version=1\nwar\tn\tevent\tassault\t7\n",
                                        "#! kind=sentiment lang=en version=1\nbad\ta\tword\tnegative\t-2\n",
                                        "#! kind=rules lang=en version=1\nnot\t=\tnegation\tbefore\tany\t4\n"};
    tn_data_file file;
    if (which < 3) return tn_str(small[which]);
    check(tn_data_load(&file, NULL, parts[which], arena, NULL) == TENOR_OK);
    return file.bytes;
}

static tenor_status compile(size_t which, const tn_data_file *file, const tn_language *language, tn_arena *arena,
                            tenor_error *error) {
    tn_tone_files files;
    tn_data_file *const slots[] = {&files.tension, &files.sentiment, &files.rules, &files.parameters};
    for (size_t i = 0; i < FILES; i++) *slots[i] = i == which ? *file : (tn_data_file){parts[i], smallest(i, arena)};
    tn_arena scratch = TN_ARENA_INIT;
    tn_vocabulary_builder vocabulary;
    tn_tone_model model = {0};
    check(tn_vocabulary_init(&vocabulary, NULL, &scratch));
    tenor_status status = tn_tone_model_build(&model, &files, language, &vocabulary, arena, error);
    tn_arena_free(&scratch);
    return status;
}

static tenor_status compile_topic(const tn_data_file *file, tn_arena *arena, tenor_error *error) {
    tn_arena scratch = TN_ARENA_INIT;
    tn_vocabulary_builder vocabulary;
    tn_tone_model model = {0};
    tn_topic topic;
    tenor_status status = tn_topic_read(&topic, file, arena, error);
    check(tn_vocabulary_init(&vocabulary, NULL, &scratch));
    if (status == TENOR_OK) status = tn_tone_model_set_topics(&model, &topic, 1, &vocabulary, arena, error);
    tn_arena_free(&scratch);
    return status;
}

/* A lexicon that a user adds, in any of the forms there are. */
static tenor_status compile_added(const tn_data_file *file, const tn_language *language, tn_arena *arena,
                                  tenor_error *error) {
    tn_arena scratch = TN_ARENA_INIT;
    tn_vocabulary_builder vocabulary;
    tn_tone_model model = {0};
    tn_added added;
    tenor_status status = tn_added_read(&added, file, NULL, arena, error);
    check(tn_vocabulary_init(&vocabulary, NULL, &scratch));
    if (status == TENOR_OK)
        status = tn_tone_model_add_lexicon(&model, &added.lexicon, added.kind, &language->irregulars, &vocabulary,
                                           arena, error);
    tn_arena_free(&scratch);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static tn_arena forever = TN_ARENA_INIT;
    static tn_language language;
    if (!language.code) check(tn_language_read(&language, NULL, "en", &forever, NULL) == TENOR_OK);
    if (size == 0) return 0;
    tn_arena arena = TN_ARENA_INIT;
    tenor_error error = {.status = TENOR_OK};
    tn_data_file file = {"fuzz", {(const char *)data + 1, size - 1}};
    size_t which = data[0] % KINDS;
    tenor_status status = which == OF_TOPIC  ? compile_topic(&file, &arena, &error)
                          : which == OF_USER ? compile_added(&file, &language, &arena, &error)
                                             : compile(which, &file, &language, &arena, &error);
    check(status == TENOR_OK || (error.status == status && error.message[0]));
    tn_arena_free(&arena);
    return 0;
}
