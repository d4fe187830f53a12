/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/html_tree.h"

#include "base/span.h"
#include "text/html_hints.h"
#include "text/libxml2.h"

enum {
    DEEPEST = 512, /* as in browsers: what is nested deeper is read as if it stood beside */
    MOST_NAMES =
        80000, /* bytes of distinct names: bounds libxml2's search for an attribute given twice, which is quadratic */
    LONGEST_SAID = 4096,
    LONGEST_JSON = 1 << 20
};

typedef enum kind { INLINE, BLOCK, BREAK, SKIP, EMPTY } kind;

static const struct {
    const char *name;
    uint8_t length, kind;
} tags[TN_TAGS] = {
    {"", 0, INLINE},
#define TN_TAG(name, kind) {#name, sizeof #name - 1, kind},
#include "text/html_tags.def"
#undef TN_TAG
};

static tn_tag tag_of(const char *name) {
    size_t low = 1, high = TN_TAGS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(tags[middle].name, name);
        if (order == 0) return (tn_tag)middle;
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return TN_TAG_OTHER;
}

typedef struct open_element {
    uint8_t tag;
    uint32_t node;      /* 0: none of its own */
    tenor_string *said; /* its text is wanted for this */
    uint32_t said_from;
} open_element;

typedef struct reader {
    tn_html_tree *tree;
    tn_arena *arena;
    htmlParserCtxtPtr parser;
    struct {
        char *at;
        size_t count, capacity;
    } text;
    open_element open[DEEPEST + 2];
    size_t depth, skipping; /* skipping: elements open below and including one that is skipped */
    uint32_t node;          /* the innermost */
    tn_html_block block;    /* the one that grows */
    size_t links;           /* open <a> */
    unsigned breaks;        /* <br> since the last text */
    bool space, failed;
    tenor_string *heard; /* text of a skipped element that is wanted nevertheless: title, JSON-LD */
    struct {
        char *at;
        size_t count, capacity;
    } hearing;
} reader;

/* ---- text ---- */

static void end_block(reader *r) {
    r->space = false;
    r->breaks = 0;
    r->block.end = (uint32_t)r->text.count;
    if (r->block.end > r->block.start) {
        tn_html_block *block = TN_PUSH(r->arena, &r->tree->blocks);
        if (block) *block = r->block;
        else r->failed = true;
    }
    r->block = (tn_html_block){.start = r->block.end, .node = r->node};
}

/* The length of a space or of a character that is not seen, at s[i]; *seen: it separates words. */
static size_t blank_length(const char *s, size_t left, bool *seen) {
    *seen = true;
    if ((unsigned char)s[0] <= ' ' || s[0] == 0x7f) return 1;
    if (left >= 2 && memcmp(s, "\xC2\xA0", 2) == 0) return 2;
    *seen = false;
    if (left >= 2 && memcmp(s, "\xC2\xAD", 2) == 0) return 2;     /* soft hyphen */
    if (left >= 3 && memcmp(s, "\xE2\x80\x8B", 3) == 0) return 3; /* zero-width space */
    if (left >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) return 3; /* byte order mark */
    return 0;
}

static void put_space(reader *r) {
    if (r->text.count > r->block.start && (r->space || r->breaks)) r->text.at[r->text.count++] = r->breaks ? '\n' : ' ';
    r->space = false;
    r->breaks = 0;
}

static void put_text(reader *r, const char *s, size_t length) {
    if (!TN_RESERVE(r->arena, &r->text, length + 1)) {
        r->failed = true;
        return;
    }
    size_t before = r->text.count;
    for (size_t i = 0; i < length;) {
        bool seen;
        size_t n = (unsigned char)(s[i] - '!') < 0x5e ? 0 : blank_length(s + i, length - i, &seen);
        if (n) {
            r->space |= seen;
            i += n;
            continue;
        }
        if (r->space || r->breaks) put_space(r);
        r->text.at[r->text.count++] = s[i++];
    }
    if (r->links) r->block.link += (uint32_t)(r->text.count - before);
}

static void hear(reader *r, const char *s, size_t length) {
    if (r->hearing.count + length > LONGEST_JSON) return;
    if (!TN_RESERVE(r->arena, &r->hearing, length)) {
        r->failed = true;
        return;
    }
    memcpy(r->hearing.at + r->hearing.count, s, length);
    r->hearing.count += length;
}

static void on_text(void *context, const xmlChar *s, int length) {
    reader *r = context;
    if (r->failed || length <= 0) return;
    if (!r->skipping) put_text(r, (const char *)s, (size_t)length);
    else if (r->heard) hear(r, (const char *)s, (size_t)length);
}

/* ---- what is said ---- */

static const char *attribute(const xmlChar **list, const char *name) {
    for (; list && list[0]; list += 2)
        if (strcmp((const char *)list[0], name) == 0) return list[1] ? (const char *)list[1] : "";
    return NULL;
}

static void say(reader *r, tenor_string *where, const char *what) {
    tenor_string said = tn_trim(tn_str(what));
    if (where->length || said.length == 0 || said.length > LONGEST_SAID) return;
    char *copy = tn_alloc(r->arena, said.length);
    if (!copy) {
        r->failed = true;
        return;
    }
    memcpy(copy, said.data, said.length);
    *where = (tenor_string){copy, said.length};
}

static void read_meta(reader *r, const xmlChar **list) {
    const char *name = attribute(list, "property"), *content = attribute(list, "content");
    if (!name) name = attribute(list, "name");
    if (!name) name = attribute(list, "itemprop");
    if (!name || !content) return;
    tn_html_said *said = &r->tree->said;
    const struct {
        const char *name;
        tenor_string *where;
    } wanted[] = {{"og:title", &said->og_title},       {"twitter:title", &said->og_title},
                  {"author", &said->meta_author},      {"article:author", &said->meta_author},
                  {"dc.creator", &said->meta_author},  {"article:published_time", &said->published},
                  {"datepublished", &said->published}, {"og:published_time", &said->published},
                  {"dc.date", &said->published},       {"dc.date.issued", &said->published},
                  {"date", &said->published},          {"pubdate", &said->published},
                  {"publishdate", &said->published},   {"parsely-pub-date", &said->published},
                  {"sailthru.date", &said->published}, {"og:description", &said->description},
                  {"description", &said->description}, {"og:site_name", &said->site}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (tn_equal_nocase(tn_str(name), tn_str(wanted[i].name))) say(r, wanted[i].where, content);
}

static bool has_word(const char *value, const char *word) {
    tenor_string rest = tn_str(value), part;
    while (tn_split(&rest, ' ', &part))
        if (tn_equal_nocase(part, tn_str(word))) return true;
    return false;
}

/* The place for what this element's own text says, or NULL. */
static tenor_string *said_by(reader *r, tn_tag tag, uint16_t hints, const xmlChar **list) {
    tn_html_said *said = &r->tree->said;
    const char *property = attribute(list, "itemprop"), *rel = attribute(list, "rel");
    if (tag == TN_TAG_h1 && said->h1.length == 0) return &said->h1;
    bool author = (property && has_word(property, "author")) || (rel && has_word(rel, "author"));
    if ((author || (hints & TN_HINT_AUTHOR)) && said->author.length == 0) return &said->author;
    return NULL;
}

static void read_time(reader *r, const xmlChar **list) {
    const char *property = attribute(list, "itemprop"), *when = attribute(list, "datetime");
    if (!when) when = attribute(list, "content");
    if (!when) return;
    if (property && has_word(property, "datePublished")) say(r, &r->tree->said.published, when);
    else if (r->tree->said.h1.length) say(r, &r->tree->said.time, when); /* below a headline: that one's */
}

/* ---- elements ---- */

static bool is_hidden(const xmlChar **list) {
    const char *style = attribute(list, "style"), *aria = attribute(list, "aria-hidden");
    if (attribute(list, "hidden") || (aria && strcmp(aria, "true") == 0)) return true;
    if (!style) return false;
    const char *display = strstr(style, "display");
    if (!display) return false;
    display += 7 + strspn(display + 7, " :");
    return strncmp(display, "none", 4) == 0;
}

/* Hidden inside a line, as the card that opens over a name is. */
static bool is_out_of_sight(const xmlChar **list) {
    const char *class = attribute(list, "class");
    return is_hidden(list) || (class && (tn_html_hints(tn_str(class)) & TN_HINT_HIDDEN));
}

static uint16_t hints_of(tn_tag tag, const xmlChar **list) {
    uint16_t hints = 0;
    for (const xmlChar **at = list; at && at[0]; at += 2) {
        const char *name = (const char *)at[0], *value = (const char *)at[1];
        if (!value) continue;
        if (strcmp(name, "class") == 0 || strcmp(name, "id") == 0 || strcmp(name, "itemprop") == 0)
            hints |= tn_html_hints(tn_str(value));
        else if (strcmp(name, "role") == 0)
            hints |= strcmp(value, "main") == 0 ? TN_HINT_MAIN_ROLE : tn_html_hints(tn_str(value));
    }
    if (list && is_hidden(list)) hints |= TN_HINT_HIDDEN;
    if (tag == TN_TAG_body || tag == TN_TAG_html) hints = 0;
    return hints;
}

static void start_skipping(reader *r, tn_tag tag, const xmlChar **list) {
    const char *type = tag == TN_TAG_script ? attribute(list, "type") : NULL;
    tn_html_said *said = &r->tree->said;
    r->skipping = 1;
    r->heard = NULL;
    r->hearing.count = 0;
    if (tag == TN_TAG_title && said->title.length == 0) r->heard = &said->title;
    if (type && strcmp(type, "application/ld+json") == 0 &&
        said->n_json_ld < sizeof said->json_ld / sizeof *said->json_ld)
        r->heard = &said->json_ld[said->n_json_ld++];
}

static void stop_skipping(reader *r) {
    if (!r->heard) return;
    tenor_string all = tn_trim((tenor_string){r->hearing.at, r->hearing.count});
    char *copy = tn_alloc(r->arena, all.length + 1);
    if (copy && all.length) memcpy(copy, all.data, all.length);
    if (copy) *r->heard = (tenor_string){copy, all.length};
    else r->failed = true;
    r->heard = NULL;
}

static void open_node(reader *r, tn_tag tag, uint16_t hints) {
    end_block(r);
    tn_html_node *node = TN_PUSH(r->arena, &r->tree->nodes);
    if (!node) {
        r->failed = true;
        return;
    }
    *node = (tn_html_node){
        .parent = r->node, .first = (uint32_t)r->tree->blocks.count, .hints = hints, .tag = (uint8_t)tag};
    r->node = (uint32_t)r->tree->nodes.count - 1;
    r->block.node = r->node;
}

static void close_node(reader *r) {
    end_block(r);
    tn_html_node *node = &r->tree->nodes.at[r->node];
    node->end = (uint32_t)r->tree->nodes.count;
    node->last = (uint32_t)r->tree->blocks.count;
    r->node = node->parent;
    r->block.node = r->node;
}

/* Takes the element off the parser's own stack again: it then has no end, and what follows stands beside it. Keeps the
 * parser's walks over its stack, and so its time, bounded. */
static void flatten(reader *r, kind how) {
    if (how != INLINE) end_block(r);
    if (r->parser->nameNr < 2) return;
    r->parser->nameNr--;
    r->parser->name = r->parser->nameTab[r->parser->nameNr - 1];
}

static bool is_raw(tn_tag tag) { return tag == TN_TAG_script || tag == TN_TAG_style; }

static void open_element_of(reader *r, tn_tag tag, const xmlChar **list) {
    uint16_t hints = list ? hints_of(tag, list) : 0;
    open_element *element = &r->open[r->depth++];
    *element = (open_element){.tag = (uint8_t)tag, .said = said_by(r, tag, hints, list)};
    bool caption = (hints & TN_HINT_CAPTION) && tag != TN_TAG_a; /* <span class="caption"> stands apart, too */
    if (tags[tag].kind == BLOCK || caption) {
        open_node(r, tag, hints);
        element->node = r->node;
    }
    element->said_from = (uint32_t)r->text.count;
    r->links += tag == TN_TAG_a;
    if (tag == TN_TAG_time) read_time(r, list);
    if (tag == TN_TAG_html && attribute(list, "lang")) say(r, &r->tree->said.lang, attribute(list, "lang"));
}

static void on_start(void *context, const xmlChar *name, const xmlChar **list) {
    reader *r = context;
    if (r->failed) return;
    tn_tag tag = tag_of((const char *)name);
    kind how = (kind)tags[tag].kind;
    if ((r->parser->nameNr > DEEPEST || r->depth >= DEEPEST) && !is_raw(tag)) {
        flatten(r, how);
    } else if (r->skipping) {
        r->skipping++;
    } else if (how == SKIP || (how == INLINE && list && is_out_of_sight(list))) {
        start_skipping(r, tag, list);
    } else if (how == BREAK) {
        if (++r->breaks > 1) end_block(r);
        r->breaks = r->breaks ? r->breaks : 1;
    } else if (how == EMPTY) {
        if (tag == TN_TAG_meta) read_meta(r, list);
        if (tag == TN_TAG_img) r->tree->nodes.at[r->node].image = true;
    } else {
        open_element_of(r, tag, list);
    }
}

/* The element's text, if it is one that says something of the page. */
static void keep_said(reader *r, const open_element *element) {
    if (!element->said || element->said->length || element->said_from >= r->text.count) return;
    size_t length = r->text.count - element->said_from;
    if (length > LONGEST_SAID) return;
    char *copy = tn_alloc(r->arena, length);
    if (copy) *element->said = tn_trim((tenor_string){memcpy(copy, r->text.at + element->said_from, length), length});
    else r->failed = true;
}

static void close_top(reader *r) {
    open_element *element = &r->open[--r->depth];
    keep_said(r, element);
    r->links -= element->tag == TN_TAG_a;
    if (element->node) close_node(r);
}

static void on_end(void *context, const xmlChar *name) {
    reader *r = context;
    if (r->failed) return;
    if (r->skipping) {
        if (--r->skipping == 0) stop_skipping(r);
        return;
    }
    tn_tag tag = tag_of((const char *)name);
    if (tags[tag].kind == BREAK || tags[tag].kind == EMPTY) return;
    size_t at = r->depth;
    while (at > 0 && r->open[at - 1].tag != tag) at--;
    while (at > 0 && r->depth >= at) close_top(r);
}

/* ---- the parser ---- */

static htmlSAXHandler handlers(void) {
    htmlSAXHandler sax = {0};
    sax.startElement = on_start;
    sax.endElement = on_end;
    sax.characters = on_text;
    sax.cdataBlock = on_text;
    sax.ignorableWhitespace = on_text;
    return sax;
}

static tenor_status parse(reader *r, tenor_string page, tenor_error *error) {
    const tn_libxml2 *xml;
    htmlSAXHandler sax = handlers();
    TN_TRY(tn_libxml2_load(&xml, error));
    r->parser = xml->htmlCreateMemoryParserCtxt(page.data, (int)page.length);
    if (!r->parser) return tn_fail_memory(error);
    (void)xml->htmlCtxtUseOptions(r->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                                 HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    (void)xml->xmlDictSetLimit(r->parser->dict, MOST_NAMES);
    r->parser->charset = XML_CHAR_ENCODING_UTF8; /* decoded already: what <meta charset> says is of the past */
    if (r->parser->input && !r->parser->input->encoding) r->parser->input->encoding = xml->xmlStrdup(BAD_CAST "UTF-8");
    htmlSAXHandlerPtr own = r->parser->sax;
    r->parser->sax = &sax;
    r->parser->userData = r;
    (void)xml->htmlParseDocument(r->parser);
    r->parser->sax = own;
    bool failed = r->failed || r->parser->errNo == XML_ERR_NO_MEMORY;
    xml->xmlFreeDoc(r->parser->myDoc);
    r->parser->myDoc = NULL;
    xml->htmlFreeParserCtxt(r->parser);
    return failed ? tn_fail_memory(error) : TENOR_OK;
}

tenor_status tn_html_tree_read(tn_html_tree *out, tenor_string page, tn_arena *arena, tenor_error *error) {
    *out = (tn_html_tree){0};
    reader *r = TN_NEW(arena, reader);
    if (!r) return tn_fail_memory(error);
    r->tree = out;
    r->arena = arena;
    bool room = TN_RESERVE(arena, &r->text, page.length / 2 + 64) &&
                TN_RESERVE(arena, &out->nodes, page.length / 128 + 16) &&
                TN_RESERVE(arena, &out->blocks, page.length / 512 + 16);
    if (!room) return tn_fail_memory(error);
    open_node(r, TN_TAG_OTHER, 0);
    if (page.length) TN_TRY(parse(r, page, error));
    while (r->depth > 0) close_top(r);
    close_node(r);
    out->text = r->text.count ? (tenor_string){r->text.at, r->text.count} : TN_STR("");
    return r->failed ? tn_fail_memory(error) : TENOR_OK;
}
