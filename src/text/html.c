/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/html.h"

#include "text/html_said.h"
#include "text/html_story.h"

enum { NEAR_START = 4096, ENOUGH_TAGS = 3, LONGEST_LINE = 300 };

static bool is_heading(const tn_html_tree *tree, const tn_html_block *block) {
    uint8_t tag = tree->nodes.at[block->node].tag;
    return tag >= TN_TAG_h1 && tag <= TN_TAG_h6;
}

void tn_html_set_role(tn_block *block, tenor_string text, const tn_text_model *model) {
    const tn_line_pattern *pattern = text.length <= LONGEST_LINE ? tn_text_model_line(model, text) : NULL;
    if (pattern) {
        block->role = (tenor_role)pattern->role;
        block->reason = tn_pattern_text(model->language, pattern).data;
        block->line = pattern->line;
    }
    block->story = block->start;
    if (block->role == TENOR_ROLE_BODY) block->story += (uint32_t)tn_dateline_length(text);
}

static const struct {
    tenor_role role;
    const char *why;
} drops[TN_DROPS] = {
#define TN_DROP(name, role, why) [TN_DROP_##name] = {TENOR_ROLE_##role, why},
#include "text/html_drops.def"
#undef TN_DROP
};

static tenor_status leave_out(tn_html_page *out, tenor_string text, uint8_t why, tn_arena *arena, tenor_error *error) {
    tn_left_out *piece = TN_PUSH(arena, &out->left_out);
    if (!piece) return tn_fail_memory(error);
    *piece = (tn_left_out){text, drops[why].role, drops[why].why, (uint32_t)out->blocks.count};
    if (out->title.length && tn_equal(text, out->title)) {
        piece->role = TENOR_ROLE_TITLE;
        piece->reason = "repeats the title";
    }
    return TENOR_OK;
}

/* The paragraphs of the story, an empty line between them. */
static tenor_status write_text(tn_html_page *out, const tn_html_tree *tree, const tn_html_story *story, tn_arena *arena,
                               tenor_error *error) {
    size_t length = 0, at = 0;
    for (size_t i = 0; i < tree->blocks.count; i++)
        if (!story->dropped[i]) length += tree->blocks.at[i].end - tree->blocks.at[i].start + 2;
    char *text = tn_alloc(arena, length + 1); /* there may be nothing */
    if (!text) return tn_fail_memory(error);
    for (size_t i = 0; i < tree->blocks.count; i++) {
        const tn_html_block *from = &tree->blocks.at[i];
        if (story->dropped[i]) {
            TN_TRY(leave_out(out, tn_slice(tree->text, from->start, from->end), story->dropped[i], arena, error));
            continue;
        }
        tn_block *block = TN_PUSH(arena, &out->blocks);
        if (!block) return tn_fail_memory(error);
        if (at) {
            memcpy(text + at, "\n\n", 2);
            at += 2;
        }
        memcpy(text + at, tree->text.data + from->start, from->end - from->start);
        *block = (tn_block){.start = (uint32_t)at, .end = (uint32_t)at + from->end - from->start};
        bool heading = is_heading(tree, from);
        block->role = heading ? TENOR_ROLE_HEADING : TENOR_ROLE_BODY;
        block->reason = heading ? "in <h1> to <h6>" : "paragraph";
        at = block->end;
    }
    out->text = (tenor_string){text, at};
    return TENOR_OK;
}

/* Nothing on the page is worth the name of a story. */
static void drop_all(tn_html_story *story, size_t n_blocks) {
    for (size_t i = 0; i < n_blocks; i++)
        if (!story->dropped[i]) story->dropped[i] = TN_DROP_NO_STORY;
}

tenor_status tn_html_read(tn_html_page *out, tenor_string page, tn_arena *arena, tenor_error *error) {
    tn_html_tree tree;
    tn_html_story story;
    tn_html_facts facts;
    *out = (tn_html_page){.text = TN_STR("")};
    TN_TRY(tn_html_tree_read(&tree, page, arena, error));
    TN_TRY(tn_html_facts_find(&facts, &tree.said, arena, error));
    TN_TRY(tn_html_story_find(&story, &tree, facts.body, arena, error));
    out->title = facts.title;
    out->byline = facts.byline;
    out->date = facts.date;
    out->lang = facts.lang;
    if (!story.found) drop_all(&story, tree.blocks.count);
    return write_text(out, &tree, &story, arena, error);
}

bool tn_html_detect(tenor_string bytes) {
    size_t end = bytes.length < NEAR_START ? bytes.length : NEAR_START, tags = 0;
    tenor_string start = tn_trim(tn_slice(bytes, 0, end));
    if (start.length >= 3 && memcmp(start.data, "\xEF\xBB\xBF", 3) == 0)
        start = tn_trim(tn_slice(start, 3, start.length));
    if (tn_starts_nocase(start, TN_STR("<!doctype html")) || tn_starts_nocase(start, TN_STR("<html"))) return true;
    if (start.length < 2 || start.data[0] != '<') return false;
    for (size_t i = 0; i + 1 < start.length; i++) {
        char c = tn_lower(start.data[i + 1]);
        tags += start.data[i] == '<' && ((c >= 'a' && c <= 'z') || c == '/');
    }
    return tags >= ENOUGH_TAGS;
}
