/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/blocks.h"

#include "base/strtab.h"
#include "text/lines.h"

enum {
    LONGEST_LINE_MATCH = 300, /* bytes: a longer block is a paragraph, whatever it begins with */
    MOST_TITLE_WORDS = 30,
    MOST_HEADING_WORDS = 12,
    MOST_CREDIT_WORDS = 7,
    MOST_BYLINE_WORDS = 10
};

typedef struct finder {
    const tn_blocks_input *input;
    const tn_text_model *model;
    tn_arena *arena;
    tn_block *blocks; /* of this part */
    size_t count, ended; /* ended: blocks that end in an end mark */
    tn_strtab seen;      /* cores of link lines, and whole lines without end mark */
} finder;

static tenor_string block_text(const finder *f, const tn_block *block) {
    return tn_slice(f->input->text, block->start, block->end);
}

static void set_role(tn_block *block, tenor_role role, const char *reason) {
    block->role = role;
    block->reason = reason;
}

/* What a link line points to, without its label and its date: "WATCH: Summit ends - Jul 28" gives "Summit ends". */
static tenor_string link_core(tenor_string line) {
    const char *colon = line.length ? memchr(line.data, ':', line.length < 24 ? line.length : 24) : NULL;
    if (colon) line = tn_trim(tn_slice(line, (size_t)(colon - line.data) + 1, line.length));
    size_t tail = tn_date_tail(line);
    return tn_trim(tn_slice(line, 0, line.length - tail));
}

/* Whether the core of this line was seen before; remembers it. *failed: out of memory. */
static bool seen_before(finder *f, tenor_string core, bool *failed) {
    if (core.length < 12) return false;
    uint32_t before = f->seen.count;
    *failed |= tn_strtab_add(&f->seen, core, false) == 0;
    return f->seen.count == before;
}

/* "... took office. Jane Doe/Reuters": a caption. "Jane Doe/Reuters" alone: a credit. */
static void set_credit_role(tn_block *block, tenor_string text, const char *pattern) {
    bool names_only = tn_count_words(text) <= MOST_CREDIT_WORDS && !tn_has_inner_end_mark(text);
    set_role(block, names_only ? TENOR_ROLE_CREDIT : TENOR_ROLE_CAPTION, pattern);
}

static bool role_by_pattern(const finder *f, tn_block *block, tenor_string text) {
    if (text.length > LONGEST_LINE_MATCH) return false;
    const tn_line_pattern *pattern = tn_text_model_line(f->model, text);
    if (!pattern) return false;
    if (pattern->role == TENOR_ROLE_CREDIT && pattern->match != TN_LINE_PREFIX) set_credit_role(block, text, pattern->pattern);
    else set_role(block, pattern->role, pattern->pattern);
    return true;
}

static bool is_byline(tenor_string text) {
    return tn_starts_nocase(text, TN_STR("by ")) && text.data[0] == 'B' && tn_count_words(text) <= MOST_BYLINE_WORDS &&
           !tn_ends_in_mark(text) && tn_is_capitalised(tn_slice(text, 3, text.length));
}

/* A whole line in brackets that holds a slash: "(Jane Doe / Staff Photographer)". */
static bool is_bracketed_credit(tenor_string text) {
    return text.length > 2 && text.data[0] == '(' && text.data[text.length - 1] == ')' &&
           tn_count_words(text) <= MOST_CREDIT_WORDS && memchr(text.data, '/', text.length);
}

static tenor_status set_simple_role(finder *f, tn_block *block, tenor_error *error) {
    tenor_string text = block_text(f, block);
    bool failed = false;
    set_role(block, TENOR_ROLE_BODY, "paragraph");
    if (role_by_pattern(f, block, text)) {
        if (block->role == TENOR_ROLE_LINK) (void)seen_before(f, link_core(text), &failed);
    } else if (is_byline(text)) {
        set_role(block, TENOR_ROLE_BYLINE, "By and names");
    } else if (is_bracketed_credit(text)) {
        set_role(block, TENOR_ROLE_CREDIT, "names in brackets");
    } else if (tn_credit_length(text)) {
        set_credit_role(block, text, "a credit at the end");
    } else if (tn_ends_in_mark(text)) {
        f->ended++;
    } else if (text.length <= LONGEST_LINE_MATCH && seen_before(f, link_core(text), &failed)) {
        set_role(block, TENOR_ROLE_LINK, "repeats a line before it");
    }
    return failed ? tn_fail_memory(error) : TENOR_OK;
}

/* The first block that is not furniture, when it is short, has no full stop, and a paragraph follows. */
static void find_title(finder *f) {
    for (size_t i = 0; i + 1 < f->count; i++) {
        tn_block *block = &f->blocks[i];
        if (block->role != TENOR_ROLE_BODY) continue;
        tenor_string text = block_text(f, block);
        if (tn_count_words(text) > MOST_TITLE_WORDS) return;
        if (f->input->title.length) {
            if (tn_equal_nocase(text, tn_trim(f->input->title))) set_role(block, TENOR_ROLE_TITLE, "repeats the title");
            return;
        }
        bool asks = text.data[text.length - 1] == '?' || text.data[text.length - 1] == '!';
        if (!tn_ends_in_mark(text) || (asks && !tn_has_inner_end_mark(text) && f->ended > 1))
            set_role(block, TENOR_ROLE_TITLE, "first line, no full stop");
        return;
    }
}

/* Short lines without an end mark, in a text whose paragraphs have them. */
static void find_headings(finder *f) {
    size_t bodies = 0;
    for (size_t i = 0; i < f->count; i++) bodies += f->blocks[i].role == TENOR_ROLE_BODY;
    if (f->ended * 2 < bodies) return;
    for (size_t i = 0; i < f->count; i++) {
        tn_block *block = &f->blocks[i];
        tenor_string text = block_text(f, block);
        if (block->role == TENOR_ROLE_BODY && text.length <= LONGEST_LINE_MATCH && !tn_ends_in_mark(text) &&
            !tn_is_list_item(text) && tn_count_words(text) <= MOST_HEADING_WORDS)
            set_role(block, TENOR_ROLE_HEADING, "short line, no end mark");
    }
}

static bool promote(finder *f, tenor_role from, tenor_role to) {
    bool any = false;
    for (size_t i = 0; i < f->count; i++) {
        if (f->blocks[i].role < from || f->blocks[i].role > to) continue;
        set_role(&f->blocks[i], TENOR_ROLE_BODY, "nothing else in the text");
        any = true;
    }
    return any;
}

static void ensure_body(finder *f) {
    for (size_t i = 0; i < f->count; i++)
        if (f->blocks[i].role == TENOR_ROLE_BODY) return;
    if (promote(f, TENOR_ROLE_TITLE, TENOR_ROLE_TITLE)) return;
    if (promote(f, TENOR_ROLE_HEADING, TENOR_ROLE_CAPTION)) return;
    (void)promote(f, TENOR_ROLE_BYLINE, TENOR_ROLE_BOILERPLATE);
}

tenor_status tn_blocks_find(tn_block_list *blocks, const tn_blocks_input *input, const tn_text_model *model,
                            tn_arena *arena, tenor_error *error) {
    size_t before = blocks->count;
    TN_TRY(tn_lines_join(blocks, input, arena, error));
    finder f = {.input = input, .model = model, .arena = arena};
    f.blocks = blocks->at + before;
    f.count = blocks->count - before;
    if (!tn_strtab_init(&f.seen, arena, 16, 0)) return tn_fail_memory(error);
    for (size_t i = 0; i < f.count; i++) {
        f.blocks[i].part = input->part;
        f.blocks[i].story = f.blocks[i].start;
        TN_TRY(set_simple_role(&f, &f.blocks[i], error));
    }
    find_title(&f);
    find_headings(&f);
    ensure_body(&f);
    for (size_t i = 0; i < f.count; i++)
        if (f.blocks[i].role == TENOR_ROLE_BODY)
            f.blocks[i].story += (uint32_t)tn_dateline_length(block_text(&f, &f.blocks[i]));
    return TENOR_OK;
}
