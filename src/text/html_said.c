/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/html_said.h"

#include <json-c/json.h>

#include "base/span.h"
#include "text/lines.h"

enum { DEEPEST_JSON = 32, MOST_BYLINE_WORDS = 16, LONGEST_BYLINE = 160, MOST_SITE_WORDS = 5, LONGEST_DATE = 40 };

/* ---- JSON-LD ---- */

/* What one <script type="application/ld+json"> says; strings live in the arena. */
typedef struct linked {
    tn_arena *arena;
    tenor_string headline, author, date, body;
    bool failed;
} linked;

static tenor_string keep(linked *l, const char *text, size_t length) {
    tenor_string all = tn_trim((tenor_string){text, length});
    char *copy = all.length ? tn_alloc(l->arena, all.length) : NULL;
    if (all.length && !copy) l->failed = true;
    if (!copy) return (tenor_string){0};
    memcpy(copy, all.data, all.length);
    return (tenor_string){copy, all.length};
}

static void keep_string(linked *l, tenor_string *where, struct json_object *value) {
    if (where->length == 0 && json_object_is_type(value, json_type_string))
        *where = keep(l, json_object_get_string(value), (size_t)json_object_get_string_len(value));
}

/* "Jane Doe", {"name": "Jane Doe"}, or several of them. */
static void add_author(linked *l, tn_buf *names, struct json_object *value, unsigned depth) {
    struct json_object *name;
    if (depth > 3) return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            add_author(l, names, json_object_array_get_idx(value, i), depth + 1);
    } else if (json_object_is_type(value, json_type_object)) {
        if (json_object_object_get_ex(value, "name", &name)) add_author(l, names, name, depth + 1);
    } else if (json_object_is_type(value, json_type_string)) {
        if (names->length) tn_puts(names, ", ");
        tn_put(names, json_object_get_string(value), (size_t)json_object_get_string_len(value));
    }
}

static bool names_article(const char *type) {
    size_t length = strlen(type);
    tenor_string name = {type, length};
    return tn_ends_nocase(name, TN_STR("Article")) || tn_ends_nocase(name, TN_STR("BlogPosting")) ||
           tn_ends_nocase(name, TN_STR("Report"));
}

static bool is_article(struct json_object *object) {
    struct json_object *type;
    if (!json_object_object_get_ex(object, "@type", &type)) return false;
    if (json_object_is_type(type, json_type_string)) return names_article(json_object_get_string(type));
    for (size_t i = 0; json_object_is_type(type, json_type_array) && i < json_object_array_length(type); i++) {
        struct json_object *one = json_object_array_get_idx(type, i);
        if (json_object_is_type(one, json_type_string) && names_article(json_object_get_string(one))) return true;
    }
    return false;
}

static void read_article(linked *l, struct json_object *object) {
    struct json_object *value;
    if (json_object_object_get_ex(object, "headline", &value)) keep_string(l, &l->headline, value);
    if (json_object_object_get_ex(object, "datePublished", &value)) keep_string(l, &l->date, value);
    if (json_object_object_get_ex(object, "articleBody", &value)) keep_string(l, &l->body, value);
    if (l->author.length || !json_object_object_get_ex(object, "author", &value)) return;
    tn_buf names = TN_BUF_INIT;
    add_author(l, &names, value, 0);
    l->author = keep(l, names.data, names.length);
    l->failed |= names.failed;
    tn_buf_free(&names);
}

static void walk(linked *l, struct json_object *value, unsigned depth) {
    if (depth > DEEPEST_JSON) return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            walk(l, json_object_array_get_idx(value, i), depth + 1);
    } else if (json_object_is_type(value, json_type_object)) {
        if (is_article(value)) read_article(l, value);
        struct json_object *graph;
        if (json_object_object_get_ex(value, "@graph", &graph)) walk(l, graph, depth + 1);
        if (json_object_object_get_ex(value, "mainEntity", &graph)) walk(l, graph, depth + 1);
    }
}

/* Broken JSON says nothing. */
static void read_linked(linked *l, tenor_string json) {
    struct json_tokener *tokener = json.length ? json_tokener_new_ex(DEEPEST_JSON) : NULL;
    if (!tokener) return;
    struct json_object *value = json_tokener_parse_ex(tokener, json.data, (int)json.length);
    if (value) walk(l, value, 0);
    json_object_put(value);
    json_tokener_free(tokener);
}

/* ---- the rest ---- */

/* Titles and names: short enough for the plain way. */
static bool contains(tenor_string s, tenor_string part) {
    if (part.length == 0) return false;
    for (size_t i = 0; i + part.length <= s.length; i++)
        if (memcmp(s.data + i, part.data, part.length) == 0) return true;
    return false;
}

/* "Talks fail - The Daily Example": without the name of the site. */
static tenor_string without_site(tenor_string title, tenor_string site) {
    static const char *const marks[] = {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB "};
    size_t best = 0, length = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i]);
        for (size_t at = title.length; at-- > n;)
            if (at >= best && memcmp(title.data + at - n, marks[i], n) == 0) {
                best = at - n;
                length = n;
                break;
            }
    }
    if (best == 0) return title;
    tenor_string head = tn_slice(title, 0, best), tail = tn_slice(title, best + length, title.length);
    if (tn_equal_nocase(tail, site)) return head;
    return tn_count_words(tail) <= MOST_SITE_WORDS && tn_count_words(head) > tn_count_words(tail) ? head : title;
}

/* The headline in its purest form: <h1> when the page's other titles say the same, else what they say. */
static tenor_string choose_title(const tn_html_said *said, tenor_string headline) {
    bool agreed = contains(said->title, said->h1) || contains(said->og_title, said->h1) || contains(headline, said->h1);
    if (said->h1.length && agreed && tn_count_words(said->h1) > 1) return said->h1;
    if (said->og_title.length) return without_site(said->og_title, said->site);
    if (headline.length) return headline;
    if (said->title.length) return without_site(said->title, said->site);
    return said->h1;
}

static tenor_string as_byline(tenor_string name) {
    if (tn_starts_nocase(name, TN_STR("by "))) name = tn_trim(tn_slice(name, 3, name.length));
    bool address = contains(name, TN_STR("://")) || contains(name, TN_STR("www.")) || contains(name, TN_STR("@"));
    bool name_like = name.length <= LONGEST_BYLINE && tn_count_words(name) <= MOST_BYLINE_WORDS && !address;
    return name_like ? name : (tenor_string){0};
}

static tenor_string as_date(tenor_string date) {
    size_t digits = 0;
    for (size_t i = 0; i < date.length && date.length <= LONGEST_DATE; i++) digits += tn_is_digit(date.data[i]);
    return digits >= 3 ? date : (tenor_string){0};
}

static tenor_string first_of(tenor_string a, tenor_string b, tenor_string c) { return a.length ? a : b.length ? b : c; }

tenor_status tn_html_facts_find(tn_html_facts *out, const tn_html_said *said, tn_arena *arena, tenor_error *error) {
    linked l = {.arena = arena};
    for (size_t i = 0; i < said->n_json_ld; i++) read_linked(&l, said->json_ld[i]);
    if (l.failed) return tn_fail_memory(error);
    out->title = choose_title(said, l.headline);
    out->byline = first_of(as_byline(l.author), as_byline(said->meta_author), as_byline(said->author));
    out->date = first_of(as_date(l.date), as_date(said->published), as_date(said->time));
    out->lang = said->lang;
    out->body = l.body;
    return TENOR_OK;
}
