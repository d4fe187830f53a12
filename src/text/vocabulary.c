/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/vocabulary.h"

#include "text/fold.h"

enum { EXPECT_WORDS = 16384, EXPECT_MORE = 256 };

bool tn_vocabulary_init(tn_vocabulary_builder *builder, const tn_vocabulary *base, tn_arena *scratch) {
    *builder = (tn_vocabulary_builder){.base = base, .arena = scratch};
    return tn_strtab_init(&builder->words, scratch, base ? EXPECT_MORE : EXPECT_WORDS, 0);
}

uint32_t tn_vocabulary_add(tn_vocabulary_builder *builder, tenor_string word) {
    tenor_string folded = tn_fold(word, builder->arena);
    if (!folded.data) return 0;
    uint32_t id = builder->base ? tn_vocabulary_find(builder->base, folded) : 0;
    if (id) return id;
    id = tn_strtab_add(&builder->words, folded, true); /* the word may be on the stack */
    return id && builder->base ? tn_strings_count(&builder->base->words) + id : id;
}

bool tn_vocabulary_freeze(tn_vocabulary *out, const tn_vocabulary_builder *builder, tn_arena *arena) {
    *out = builder->base ? *builder->base : (tn_vocabulary){0};
    out->engine = tn_seed();
    if (builder->base) return tn_strings_freeze(&out->more, &builder->words, arena);
    return tn_strings_freeze(&out->words, &builder->words, arena);
}

void tn_vocabulary_image(tn_image *image, tn_vocabulary *vocabulary) {
    tn_strings_image(image, &vocabulary->words);
    vocabulary->engine = tn_seed();
}
