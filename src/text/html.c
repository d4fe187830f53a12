/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/html.h"

#include "text/html_story.h"

enum { NEAR_START = 4096, ENOUGH_TAGS = 4 };

static tenor_status write_text(tn_html_page *out, const tn_html_tree *tree, const tn_html_story *story, tn_arena *arena,
                               tenor_error *error) {
    size_t length = 0;
    for (size_t i = 0; i < tree->blocks.count; i++)
        if (!story->dropped[i]) length += tree->blocks.at[i].end - tree->blocks.at[i].start + 2;
    char *text = tn_alloc(arena, length);
    if (!text) return tn_fail_memory(error);
    size_t at = 0;
    for (size_t i = 0; i < tree->blocks.count; i++) {
        const tn_html_block *from = &tree->blocks.at[i];
        if (story->dropped[i]) continue;
        if (at) memcpy(text + at, "\n\n", 2), at += 2;
        tn_block *block = TN_PUSH(arena, &out->blocks);
        if (!block) return tn_fail_memory(error);
        memcpy(text + at, tree->text.data + from->start, from->end - from->start);
        *block = (tn_block){.start = (uint32_t)at, .end = (uint32_t)(at + from->end - from->start), .role = TENOR_ROLE_BODY};
        block->story = block->start;
        tn_tag tag = (tn_tag)tree->nodes.at[from->node].tag;
        if (tag >= TN_TAG_h1 && tag <= TN_TAG_h6) block->role = TENOR_ROLE_HEADING;
        block->reason = "paragraph";
        at = block->end;
    }
    out->text = (tenor_string){text, at};
    return TENOR_OK;
}

tenor_status tn_html_read(tn_html_page *out, tenor_string page, const tn_text_model *model, tn_arena *arena,
                          tenor_error *error) {
    (void)model;
    tn_html_tree tree;
    tn_html_story story;
    *out = (tn_html_page){0};
    TN_TRY(tn_html_tree_read(&tree, page, arena, error));
    TN_TRY(tn_html_story_find(&story, &tree, arena, error));
    TN_TRY(write_text(out, &tree, &story, arena, error));
    out->title = tree.said.og_title.length ? tree.said.og_title : tree.said.title;
    out->lang = tree.said.lang;
    return TENOR_OK;
}

bool tn_html_detect(tenor_string bytes) {
    size_t end = bytes.length < NEAR_START ? bytes.length : NEAR_START, tags = 0;
    tenor_string start = tn_trim(tn_slice(bytes, 0, end));
    if (tn_starts_nocase(start, TN_STR("<!doctype html")) || tn_starts_nocase(start, TN_STR("<html"))) return true;
    if (start.length == 0 || start.data[0] != '<') return false;
    for (size_t i = 0; i + 1 < start.length; i++) {
        char c = tn_lower(start.data[i + 1]);
        tags += start.data[i] == '<' && ((c >= 'a' && c <= 'z') || c == '/');
    }
    return tags >= ENOUGH_TAGS;
}
