/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Roles, in this order: what a line says by itself (here), then what it says between its neighbours (context.c). */
#include "text/blocks.h"

#include "text/context.h"
#include "text/lines.h"

enum {
    LONGEST_STAMP_LINE = 100,
    MOST_CREDIT_WORDS = 7,
    FEWEST_CAPITALS = 6,
    MOST_REFERENCE_DIGITS = 3,
    LINE_WORK = 10 /* words that a line costs as much as */
};

/* What a link line points to, without its label and its date: "WATCH: Summit ends - Jul 28" gives "Summit ends". */
static tenor_string link_core(tenor_string line) {
    const char *colon = line.length ? memchr(line.data, ':', line.length < 24 ? line.length : 24) : NULL;
    if (colon) line = tn_trim(tn_slice(line, (size_t)(colon - line.data) + 1, line.length));
    size_t tail = tn_date_tail(line);
    return tn_trim(tn_slice(line, 0, line.length - tail));
}

/* Whether the core of this line was seen before; remembers it. *failed: out of memory. */
static bool seen_before(tn_context *c, tenor_string core, bool *failed) {
    if (core.length < 12) return false;
    if (!c->seen.slots && !tn_strtab_init(&c->seen, c->arena, 16, tn_seed())) *failed = true;
    if (*failed) return false;
    uint32_t before = c->seen.count;
    *failed |= tn_strtab_add(&c->seen, core, false) == 0;
    return c->seen.count == before;
}

/* "... took office. Jane Doe/Reuters": a caption. "Jane Doe/Reuters" alone: a credit. */
static void set_credit_role(tn_context *c, size_t i, const char *pattern, bool at_end) {
    tenor_string text = tn_context_text(c, i);
    bool names_only = (tn_count_words(text) <= MOST_CREDIT_WORDS || !at_end) && !tn_has_inner_end_mark(text);
    tn_context_set(c, i, names_only ? TENOR_ROLE_CREDIT : TENOR_ROLE_CAPTION, pattern);
}

/* "● Turn to page 9" */
static tenor_string behind_bullet(tenor_string text) {
    const char *blank = memchr(text.data, ' ', text.length);
    return blank ? tn_trim(tn_slice(text, (size_t)(blank - text.data), text.length)) : text;
}

static bool role_by_pattern(tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    if (text.length > TN_LONGEST_LINE) return false;
    const tn_line_pattern *pattern = tn_text_model_line(c->model, text);
    bool word = tn_lower(text.data[0]) >= 'a' && tn_lower(text.data[0]) <= 'z';
    if (!pattern && !word && tn_begins_with_bullet(text)) pattern = tn_text_model_line(c->model, behind_bullet(text));
    if (!pattern) return false;
    const char *reason = tn_pattern_text(c->model->language, pattern).data;
    bool caption = pattern->match != TN_LINE_PREFIX && pattern->match != TN_LINE_SIGNATURE;
    if (pattern->role == TENOR_ROLE_CREDIT && caption)
        set_credit_role(c, i, reason, pattern->match != TN_LINE_CONTAINS);
    else tn_context_set(c, i, (tenor_role)pattern->role, reason);
    if (pattern->match == TN_LINE_OPENER) c->looks[i].flags |= TN_LOOK_OPENER;
    if (pattern->match == TN_LINE_CLOSER) c->looks[i].flags |= TN_LOOK_CLOSER;
    if (pattern->match == TN_LINE_BOX) c->looks[i].flags |= TN_LOOK_BOX;
    c->blocks[i].line = pattern->line;
    return true;
}

/* A whole line in brackets that holds a slash: "(Jane Doe / Staff Photographer)". */
static bool is_bracketed_credit(tenor_string text) {
    return text.length > 2 && text.data[0] == '(' && text.data[text.length - 1] == ')' &&
           tn_count_words(text) <= MOST_CREDIT_WORDS && memchr(text.data, '/', text.length);
}

/* No small letter and two words of capitals or more; the capitals of Latin beyond ASCII are C3 80 ... C3 9E. */
static bool is_name_in_capitals(tenor_string s) {
    size_t capitals = 0;
    for (size_t i = 0; i < s.length; i++) {
        unsigned char byte = (unsigned char)s.data[i];
        if ((byte >= 'a' && byte <= 'z') || (byte == 0xC3 && i + 1 < s.length && (unsigned char)s.data[i + 1] >= 0x9F))
            return false;
        if (byte >= '0' && byte <= '9') return false;
        capitals += byte >= 'A' && byte <= 'Z';
    }
    return capitals >= FEWEST_CAPITALS && tn_count_words(s) >= 2;
}

/* "... is 40 centimetres high. Photo: Museum", "... before the frost. JORIS VANDER" */
static bool has_credit_tail(const tn_context *c, tenor_string text) {
    size_t length = tn_ends_in_mark(text) ? 0 : tn_tail_length(text);
    if (length == 0) return false;
    tenor_string tail = tn_slice(text, text.length - length, text.length);
    if (tn_count_words(tail) > MOST_CREDIT_WORDS + 1) return false;
    if (text.length <= TN_LONGEST_LINE && is_name_in_capitals(tail) && !tn_is_all_capitals(text)) return true;
    const tn_line_pattern *pattern = tn_text_model_line(c->model, tail);
    return pattern && pattern->role == TENOR_ROLE_CREDIT;
}

/* "((desk@example.org))", "(APPLAUSE)", "($1 = 0.89 euros)" */
static bool is_aside(tenor_string text) {
    if (text.length < 3 || text.data[0] != '(' || text.data[text.length - 1] != ')' || text.length > TN_LONGEST_LINE)
        return false;
    bool rate = memchr(text.data, '=', text.length) != NULL;
    return text.data[1] == '(' || rate || tn_is_all_capitals(text);
}

/* "LX-30          2,418.07   -0.6%": a row of a table. */
static bool has_columns(tenor_string text) {
    size_t gaps = 0;
    for (size_t i = 2; i < text.length; i++)
        gaps += !tn_is_space(text.data[i]) && tn_is_space(text.data[i - 1]) && tn_is_space(text.data[i - 2]);
    return gaps >= 2;
}

/* The length of "[12]" before a text; 0: there is none. */
static size_t reference_length(tenor_string text) {
    size_t at = 1;
    if (text.length < 4 || text.data[0] != '[') return 0;
    while (at < text.length && at <= MOST_REFERENCE_DIGITS && tn_is_digit(text.data[at])) at++;
    return at > 1 && at + 1 < text.length && text.data[at] == ']' ? at + 1 : 0;
}

/* "[3] Elim, Cheap Seas, pp. 41-44": a blank behind the number. "* [11]Court lists": none, as browsers of text mark a
 * link. */
static bool set_reference_role(tn_context *c, size_t i) {
    tenor_string text = tn_context_text(c, i);
    bool item = text.length > 2 && memchr("*+-", text.data[0], 3) && text.data[1] == ' ';
    if (item) text = tn_trim(tn_slice(text, 2, text.length));
    size_t length = reference_length(text);
    if (length == 0) return false;
    bool note = !item && text.data[length] == ' ';
    bool link = text.data[length] != ' ' && !tn_ends_in_mark(text) && text.length <= TN_LONGEST_LINE;
    if (note) tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "a footnote");
    else if (link) tn_context_set(c, i, TENOR_ROLE_LINK, "marked as a link");
    return note || link;
}

/* ">> Map of the stops" */
static bool is_pointer(tenor_string text) {
    return tn_starts_nocase(text, TN_STR(">> ")) && text.length <= TN_LONGEST_LINE && !tn_ends_in_mark(text);
}

/* "-- snip, the adverts --", "*** ends ***" */
static bool is_between_dashes(tenor_string text) {
    if (text.length < 7 || text.length > TN_LONGEST_LINE || !memchr("-*=_", text.data[0], 4)) return false;
    const char *last = text.data + text.length - 1;
    return text.data[1] == text.data[0] && last[0] == text.data[0] && last[-1] == text.data[0];
}

static tenor_status set_simple_role(tn_context *c, size_t i, tenor_error *error) {
    tenor_string text = tn_context_text(c, i);
    bool failed = false, ended = tn_ends_in_mark(text);
    tn_context_set(c, i, TENOR_ROLE_BODY, "paragraph");
    if (tn_is_ornament(text) || is_between_dashes(text)) {
        tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, tn_is_ornament(text) ? "no letters" : "between dashes");
    } else if (role_by_pattern(c, i)) {
        if (c->blocks[i].role == TENOR_ROLE_LINK) (void)seen_before(c, link_core(text), &failed);
    } else if (set_reference_role(c, i)) {
        return TENOR_OK;
    } else if (is_pointer(text)) {
        tn_context_set(c, i, TENOR_ROLE_LINK, "arrows before it");
    } else if (!ended && text.length <= TN_LONGEST_LINE && tn_is_menu(text)) {
        tn_context_set(c, i, memchr(text.data, '|', text.length) ? TENOR_ROLE_BOILERPLATE : TENOR_ROLE_LINK, "a menu");
    } else if (text.data[0] == '[' && text.data[text.length - 1] == ']' && text.length <= TN_LONGEST_LINE) {
        tn_context_set(c, i, TENOR_ROLE_LINK, "a line in brackets");
    } else if (!ended && text.length <= TN_LONGEST_LINE && tn_has_address(text)) {
        tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "an address");
    } else if (is_bracketed_credit(text)) {
        tn_context_set(c, i, TENOR_ROLE_CREDIT, "names in brackets");
    } else if (tn_credit_length(text)) {
        set_credit_role(c, i, "a credit at the end", true);
    } else if (has_credit_tail(c, text)) {
        tn_context_set(c, i, TENOR_ROLE_CAPTION, "a credit at the end");
    } else if (is_aside(text)) {
        tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "an aside in brackets");
    } else if (text.length <= LONGEST_STAMP_LINE && !has_columns(text) && tn_text_model_is_stamp(c->model, text)) {
        tn_context_set(c, i, TENOR_ROLE_BOILERPLATE, "a date or a count");
    } else if (!ended && text.length <= TN_LONGEST_LINE && seen_before(c, link_core(text), &failed)) {
        tn_context_set(c, i, TENOR_ROLE_LINK, "repeats a line before it");
    }
    return failed ? tn_fail_memory(error) : TENOR_OK;
}

/* "... the lists until… [+2219 chars]": the mark becomes a block of its own. */
static tenor_status cut_truncation_mark(tn_block_list *blocks, size_t before, const tn_blocks_input *input,
                                        tn_arena *arena, tenor_error *error) {
    if (blocks->count == before) return TENOR_OK;
    tn_block last = blocks->at[blocks->count - 1];
    size_t mark = tn_truncation_length(tn_slice(input->text, last.start, last.end));
    if (mark == 0 || mark == last.end - last.start) return TENOR_OK;
    uint32_t cut = last.end - (uint32_t)mark;
    blocks->at[blocks->count - 1].end = cut;
    tn_block *added = TN_PUSH(arena, blocks);
    if (!added) return tn_fail_memory(error);
    while (tn_is_space(input->text.data[cut])) cut++;
    added->start = cut;
    added->end = last.end;
    return TENOR_OK;
}

tenor_status tn_blocks_find(tn_block_list *blocks, const tn_blocks_input *input, const tn_text_model *model,
                            tn_arena *arena, tenor_error *error) {
    size_t before = blocks->count;
    TN_TRY(tn_lines_join(blocks, input, model, arena, error));
    TN_TRY(cut_truncation_mark(blocks, before, input, arena, error));
    tn_context c = {.text = input->text, .title = tn_trim(input->title), .model = model, .arena = arena};
    if (blocks->count == before) return TENOR_OK; /* and perhaps no array */
    c.blocks = blocks->at + before;
    c.count = blocks->count - before;
    c.looks = TN_NEW_ARRAY(arena, c.count, tn_look);
    if (!c.looks) return tn_fail_memory(error);
    for (size_t i = 0; i < c.count; i++) {
        c.blocks[i].part = input->part;
        c.blocks[i].story = c.blocks[i].start;
        if (tn_arena_late(arena, LINE_WORK)) return tn_fail_memory(error);
        TN_TRY(set_simple_role(&c, i, error));
    }
    if (!tn_context_roles(&c)) return tn_fail_memory(error);
    tn_release(arena, c.looks);
    for (size_t i = 0; i < c.count; i++)
        if (c.blocks[i].role == TENOR_ROLE_BODY)
            c.blocks[i].story += (uint32_t)tn_dateline_length(tn_context_text(&c, i));
    return TENOR_OK;
}
