/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/topic.h"

#include "base/linefile.h"
#include "base/vec.h"
#include "data/lexicon.h"

typedef TN_VEC(tn_name) name_list;

typedef struct section_row {
    const char *title;
    tn_name_kind kind;
} section_row;

static const section_row sections[] = {
    {"[names]", TN_NAME_ANY},         {"[people]", TN_NAME_ANY},   {"[places]", TN_NAME_ANY},
    {"[organisations]", TN_NAME_ANY}, {"[exact]", TN_NAME_EXACT},  {"[definite]", TN_NAME_DEFINITE},
    {"[exclude]", TN_NAME_EXCLUDE},
};
enum { SECTIONS = sizeof sections / sizeof *sections };

static const section_row *find_section(tenor_string title) {
    for (size_t i = 0; i < SECTIONS; i++)
        if (tn_equal(title, tn_str(sections[i].title))) return &sections[i];
    return NULL;
}

/* "name = north-korea" or "title = North Korea", before the first section. */
static tenor_status read_key(tn_topic *topic, const tn_lines *lines, tn_arena *arena, tenor_error *error) {
    tenor_string value = lines->text, key;
    if (!tn_split(&value, '=', &key) || !value.data)
        return tn_lines_fail(lines, lines->text, error, "'name = ...', 'title = ...' or a section such as [names] expected");
    key = tn_trim(key);
    value = tn_trim(value);
    const char **slot = tn_equal(key, TN_STR("name")) ? &topic->name : tn_equal(key, TN_STR("title")) ? &topic->title : NULL;
    if (!slot) return tn_lines_fail(lines, key, error, "unknown key '%.*s'; known are name and title", (int)key.length, key.data);
    if (value.length == 0) return tn_lines_fail(lines, value, error, "the value is empty");
    *slot = tn_copy(arena, value);
    return *slot ? TENOR_OK : tn_fail_memory(error);
}

static tenor_status read_line(tn_topic *topic, name_list *names, const section_row **section, const tn_lines *lines,
                              tn_arena *arena, tenor_error *error) {
    tenor_string text = tn_trim(lines->text);
    if (text.data[0] == '#') return TENOR_OK; /* a directive: kind, lang, version */
    if (text.data[0] == '[') {
        *section = find_section(text);
        return *section ? TENOR_OK
                        : tn_lines_fail(lines, text, error,
                                        "unknown section; known are [names], [people], [places], [organisations], "
                                        "[exact], [definite], [exclude]");
    }
    if (!*section) return read_key(topic, lines, arena, error);
    tn_name *name = TN_PUSH(arena, names);
    if (!name) return tn_fail_memory(error);
    const char *copy = tn_copy(arena, text);
    if (!copy) return tn_fail_memory(error);
    *name = (tn_name){{copy, text.length}, (*section)->kind};
    return TENOR_OK;
}

tenor_status tn_topic_read(tn_topic *out, const tn_data_file *file, tn_arena *arena, tenor_error *error) {
    *out = (tn_topic){.source = file->path};
    name_list names = {0};
    const section_row *section = NULL;
    tn_lines lines = tn_lines_of(file->bytes, file->path);
    while (tn_lines_next(&lines)) TN_TRY(read_line(out, &names, &section, &lines, arena, error));
    tenor_string end = tn_slice(lines.text, lines.text.length, lines.text.length);
    if (!out->name) return tn_lines_fail(&lines, end, error, "no line 'name = ...' in this topic file");
    if (!out->title) out->title = out->name;
    out->names = names.at;
    out->count = names.count;
    if (tn_topic_count(out, TN_NAME_ANY) + tn_topic_count(out, TN_NAME_EXACT) == 0)
        return tn_lines_fail(&lines, end, error, "no name in [names] or [exact]: nothing could ever name this topic");
    return TENOR_OK;
}

tenor_status tn_topic_from_words(tn_topic *out, tenor_string words, tn_arena *arena, tenor_error *error) {
    tenor_string aliases = words, name, alias;
    (void)tn_split(&aliases, '=', &name);
    if (!aliases.data) aliases = name;
    if (tn_trim(name).length == 0) return tn_fail(error, TENOR_E_USAGE, "a topic without a name");
    name_list names = {0};
    while (tn_split(&aliases, ',', &alias)) {
        alias = tn_trim(alias);
        tn_name *added = alias.length ? TN_PUSH(arena, &names) : NULL;
        if (alias.length && !added) return tn_fail_memory(error);
        if (added) *added = (tn_name){alias, TN_NAME_ANY};
    }
    const char *copy = tn_copy(arena, name);
    if (!copy) return tn_fail_memory(error);
    *out = (tn_topic){.name = copy, .title = copy, .source = "", .names = names.at, .count = names.count};
    return TENOR_OK;
}

size_t tn_topic_count(const tn_topic *topic, tn_name_kind kind) {
    size_t n = 0;
    for (size_t i = 0; i < topic->count; i++) n += topic->names[i].kind == kind;
    return n;
}
