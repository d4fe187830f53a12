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
    {"[names]", TN_NAME_ANY},         {"[people]", TN_NAME_ANY},  {"[places]", TN_NAME_ANY},
    {"[organisations]", TN_NAME_ANY}, {"[exact]", TN_NAME_EXACT}, {"[definite]", TN_NAME_DEFINITE},
    {"[exclude]", TN_NAME_EXCLUDE},
};
enum { SECTIONS = sizeof sections / sizeof *sections };

static const section_row *find_section(tenor_string title) {
    for (size_t i = 0; i < SECTIONS; i++)
        if (tn_equal(title, tn_str(sections[i].title))) return &sections[i];
    return NULL;
}

/* `phrase` is part of the topic's text. */
static bool add_name(tn_topic *topic, name_list *names, tenor_string phrase, tn_name_kind kind, tn_arena *arena) {
    tn_name *name = TN_PUSH(arena, names);
    if (!name) return false;
    *name = (tn_name){(uint32_t)(phrase.data - topic->text), (uint32_t)phrase.length, kind};
    topic->count_of[kind]++;
    return true;
}

/* "name = north-korea" or "title = North Korea", before the first section. */
static tenor_status read_key(tn_topic *topic, const tn_lines *lines, tn_arena *arena, tenor_error *error) {
    tenor_string value = lines->text, key;
    if (!tn_split(&value, '=', &key) || !value.data)
        return tn_lines_fail(lines, lines->text, error,
                             "'name = ...', 'title = ...' or a section such as [names] expected");
    key = tn_trim(key);
    value = tn_trim(value);
    const char **slot = tn_equal(key, TN_STR("name"))    ? &topic->name
                        : tn_equal(key, TN_STR("title")) ? &topic->title
                                                         : NULL;
    if (!slot)
        return tn_lines_fail(lines, key, error, "unknown key '%.*s'; known are name and title", (int)key.length,
                             key.data);
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
    return add_name(topic, names, text, (*section)->kind, arena) ? TENOR_OK : tn_fail_memory(error);
}

tenor_status tn_topic_read(tn_topic *out, const tn_data_file *file, tn_arena *arena, tenor_error *error) {
    if (file->bytes.length > UINT32_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "a topic file of more than 4 GiB");
    *out = (tn_topic){.source = file->path, .text = file->bytes.data};
    name_list names = {0};
    const section_row *section = NULL;
    tn_lines lines = tn_lines_of(file->bytes, file->path);
    while (tn_lines_next(&lines)) TN_TRY(read_line(out, &names, &section, &lines, arena, error));
    tenor_string end = tn_slice(lines.text, lines.text.length, lines.text.length);
    if (!out->name) return tn_lines_fail(&lines, end, error, "no line 'name = ...' in this topic file");
    if (!out->title) out->title = out->name;
    out->names = names.at;
    out->count = names.count;
    if (out->count_of[TN_NAME_ANY] + out->count_of[TN_NAME_EXACT] == 0)
        return tn_lines_fail(&lines, end, error, "no name in [names] or [exact]: nothing could ever name this topic");
    return TENOR_OK;
}

tenor_status tn_topic_from_words(tn_topic *out, tenor_string words, tn_arena *arena, tenor_error *error) {
    tenor_string aliases = words, name = words, alias;
    (void)tn_split(&aliases, '=', &name);
    if (!aliases.data) aliases = name;
    if (tn_trim(name).length == 0) return tn_fail(error, TENOR_E_USAGE, "a topic without a name");
    if (words.length > UINT32_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "a topic of more than 4 GiB");
    const char *copy = tn_copy(arena, name);
    if (!copy) return tn_fail_memory(error);
    *out = (tn_topic){.name = copy, .title = copy, .source = "", .text = words.data};
    name_list names = {0};
    while (tn_split(&aliases, ',', &alias)) {
        alias = tn_trim(alias);
        if (alias.length && !add_name(out, &names, alias, TN_NAME_ANY, arena)) return tn_fail_memory(error);
    }
    out->names = names.at;
    out->count = names.count;
    return TENOR_OK;
}

/* ---- image ----
 *
 *   rows    [ name title source | first name, count ] [ ... ]     a row a topic, texts as offsets
 *   names   of all topics, one after the other
 *   text    all texts the offsets of both point into
 */
typedef struct topic_row {
    uint32_t name, title, source, first, count, count_of[TN_NAME_KINDS];
} topic_row;

typedef struct packed_topics {
    const topic_row *rows;
    const tn_name *names;
    const char *text;
    size_t n_rows, n_names, n_text;
} packed_topics;

static size_t text_size(const tn_topic *topic) {
    size_t n = strlen(topic->name) + strlen(topic->title) + strlen(topic->source) + 3;
    for (size_t i = 0; i < topic->count; i++) n += topic->names[i].length;
    return n;
}

/* Puts `s` and a NUL, if it is to have one, at *end, and moves that on. Returns where it stands. */
static uint32_t put_text(char *text, size_t *end, tenor_string s, bool nul) {
    size_t at = *end;
    if (s.length) memcpy(text + at, s.data, s.length);
    *end += s.length + (nul ? 1 : 0);
    return (uint32_t)at;
}

static bool pack(packed_topics *out, const tn_topic *topics, size_t count, tn_arena *arena) {
    *out = (packed_topics){.n_rows = count};
    for (size_t i = 0; i < count; i++) out->n_names += topics[i].count, out->n_text += text_size(&topics[i]);
    topic_row *rows = TN_NEW_ARRAY(arena, count, topic_row);
    tn_name *names = TN_NEW_ARRAY(arena, out->n_names, tn_name);
    char *text = tn_alloc(arena, out->n_text);
    if (!rows || !names || !text) return false;
    size_t end = 0, n = 0;
    for (size_t i = 0; i < count; i++) {
        const tn_topic *topic = &topics[i];
        rows[i] = (topic_row){.first = (uint32_t)n, .count = (uint32_t)topic->count};
        memcpy(rows[i].count_of, topic->count_of, sizeof topic->count_of);
        rows[i].name = put_text(text, &end, tn_str(topic->name), true);
        rows[i].title = put_text(text, &end, tn_str(topic->title), true);
        rows[i].source = put_text(text, &end, tn_str(topic->source), true);
        for (size_t j = 0; j < topic->count; j++, n++) {
            names[n] = topic->names[j];
            names[n].start = put_text(text, &end, tn_topic_phrase(topic, j), false);
        }
    }
    out->rows = rows;
    out->names = names;
    out->text = text;
    return true;
}

static const tn_topic *unpack(const packed_topics *from, tn_arena *arena) {
    tn_topic *topics = TN_NEW_ARRAY(arena, from->n_rows, tn_topic);
    for (size_t i = 0; topics && i < from->n_rows; i++) {
        const topic_row *row = &from->rows[i];
        topics[i] = (tn_topic){.name = from->text + row->name,
                               .title = from->text + row->title,
                               .source = from->text + row->source,
                               .text = from->text,
                               .names = from->names + row->first,
                               .count = row->count};
        memcpy(topics[i].count_of, row->count_of, sizeof row->count_of);
    }
    return topics;
}

void tn_topics_image(tn_image *image, const tn_topic **topics, size_t *count) {
    packed_topics packed = {0};
    bool reading = tn_image_is_reader(image);
    if (!reading && !pack(&packed, *topics, *count, image->arena)) tn_image_fail_memory(image);
    TN_IMAGE_ARRAY(image, packed.rows, packed.n_rows);
    TN_IMAGE_ARRAY(image, packed.names, packed.n_names);
    TN_IMAGE_ARRAY(image, packed.text, packed.n_text);
    if (!reading || image->status != TENOR_OK) return;
    *topics = unpack(&packed, image->arena);
    *count = packed.n_rows;
    if (!*topics) tn_image_fail_memory(image);
}
