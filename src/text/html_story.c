/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing the story. A block is worth its letters when it reads like a sentence, nothing when it is a heading or a
 * table's cell, and less than nothing when it is a link or a scrap; then the story is the element whose blocks are
 * worth most together, as the best segment is in Pasternack & Roth, "Extracting Article Text from the Web with Maximum
 * Subsequence Segmentation", WWW 2009, but over subtrees, so that sums of a prefix array decide:
 *
 *   body -20 ─┬─ nav  -60            1. what is furniture by its element, class or id is dropped (prune), and so are
 *             ├─ div +900 ─┬─ p +500    lists of teasers and other <article>s
 *             │            └─ p +400 2. the element of the greatest sum (most_valuable) ...
 *             └─ div +120  teasers   3. ... or one inside it that says it is the article's text and has most of the sum
 *                                    4. links, captions, and scraps at both ends go (trim)
 *
 * A page that states its text (JSON-LD's articleBody) is believed: those blocks are kept whatever they look like.
 */
#include "text/html_story.h"

#include "base/span.h"
#include "text/html_likeness.h"
#include "text/lines.h"

enum {
    SENTENCE_WORDS = 8,    /* with an end mark: a sentence */
    PARAGRAPH_WORDS = 20,  /* without one, too */
    SENTENCE_LETTERS = 40, /* beside its links, for a sentence that is mostly links */
    SCRAP = -10,           /* a line that is neither */
    MOST_CAPTION_WORDS = 40,
    MOST_LABEL_WORDS = 8,
    SHORTEST_STATED = 250, /* bytes: less is a teaser */
    SURE_ARTICLE = 40,     /* a sum that makes an <article> with a headline the page's */
    MOST_CARD_BLOCKS = 6,
    LONGEST_CARD = 300,
    FEWEST_CARDS = 3
};

/* Shares of a sum. */
static const double LINK_PENALTY = 0.3, STATED_RUNS = 0.8, STATED_SHARE = 0.6, LARGE = 0.4, LARGEST = 0.75, MOST = 0.55,
                    MOST_WITH_HEADLINE = 0.35, ALL_OF_KIND = 0.95;

typedef struct measure { /* of a block */
    float value;
    uint16_t words;
    bool ended;
    bool stated; /* stands in the text the page says is the article's */
} measure;

typedef struct chooser {
    const tn_html_tree *tree;
    uint8_t *dropped; /* tn_drop */
    measure *measures;
    double *sum;      /* of the values of the blocks before; n_blocks + 1 */
    double *good;     /* the same of the values over 0, before anything is dropped */
    uint32_t *strong; /* how many nodes before are sure to belong to an article; n_nodes + 1 */
    double total;     /* of all values over 0 */
    bool stated;      /* some blocks are known to be the article's */
} chooser;

static tenor_string block_text(const chooser *c, size_t i) {
    return tn_slice(c->tree->text, c->tree->blocks.at[i].start, c->tree->blocks.at[i].end);
}

static const tn_html_node *node_of(const chooser *c, size_t block) {
    return &c->tree->nodes.at[c->tree->blocks.at[block].node];
}

static bool is_heading(unsigned tag) { return tag >= TN_TAG_h1 && tag <= TN_TAG_h6; }

static bool is_item(unsigned tag) {
    return tag == TN_TAG_td || tag == TN_TAG_th || tag == TN_TAG_li || tag == TN_TAG_dd || tag == TN_TAG_dt;
}

/* ---- what a block is worth ---- */

/* Words between spaces; scripts without spaces count two letters as a word. */
static uint16_t count_words(tenor_string text) {
    size_t words = tn_count_words(text), wide = 0;
    for (size_t i = 0; i < text.length && wide < 256; i++)
        wide += (unsigned char)text.data[i] >= 0xE3 && (unsigned char)text.data[i] < 0xEE;
    return (uint16_t)(words + wide / 2);
}

static double block_value(const chooser *c, size_t i) {
    const tn_html_block *block = &c->tree->blocks.at[i];
    const measure *m = &c->measures[i];
    double length = block->end - block->start, link = block->link;
    if (m->stated) return length;
    bool sentence =
        node_of(c, i)->tag == TN_TAG_p && m->ended && m->words >= SENTENCE_WORDS && length - link >= SENTENCE_LETTERS;
    if (link > length * 0.5 && !sentence) return SCRAP - link * LINK_PENALTY;
    if (is_heading(node_of(c, i)->tag)) return 0;
    if ((m->words >= SENTENCE_WORDS && m->ended) || m->words >= PARAGRAPH_WORDS) return length - link;
    if (m->ended && m->words >= 3) return length * 0.5;
    if (is_item(node_of(c, i)->tag) && link < 1) return 0;
    return SCRAP;
}

static void measure_blocks(chooser *c) {
    for (size_t i = 0; i < c->tree->blocks.count; i++) {
        tenor_string text = block_text(c, i);
        c->measures[i].words = count_words(text);
        c->measures[i].ended = tn_ends_in_mark(text);
        c->measures[i].value = (float)block_value(c, i);
        c->good[i + 1] = c->good[i] + (c->measures[i].value > 0 ? c->measures[i].value : 0);
    }
    c->total = c->good[c->tree->blocks.count];
}

static void sum_up(chooser *c) {
    double sum = 0;
    for (size_t i = 0; i < c->tree->blocks.count; i++) {
        c->sum[i] = sum;
        if (!c->dropped[i]) sum += c->measures[i].value;
    }
    c->sum[c->tree->blocks.count] = sum;
}

static double value_of(const chooser *c, const tn_html_node *node) { return c->sum[node->last] - c->sum[node->first]; }

/* ---- what the page says is its article ---- */

/* Marks the blocks that stand in `body`, if most of it is found on the page at all. */
static tenor_status mark_stated(chooser *c, tenor_string body, tn_arena *arena, tenor_error *error) {
    if (body.length < SHORTEST_STATED) return TENOR_OK;
    tn_likeness_set set;
    if (!tn_likeness_build(&set, body, arena)) return tn_fail_memory(error);
    double found = 0;
    for (size_t i = 0; i < c->tree->blocks.count; i++) {
        tenor_string text = block_text(c, i);
        c->measures[i].stated = tn_likeness_of(&set, text) > STATED_RUNS;
        if (c->measures[i].stated) found += (double)text.length;
    }
    c->stated = found > (double)body.length * STATED_SHARE;
    for (size_t i = 0; !c->stated && i < c->tree->blocks.count; i++) c->measures[i].stated = false;
    return TENOR_OK;
}

/* ---- pruning ---- */

static void count_strong(chooser *c) {
    uint32_t n = 0;
    for (size_t i = 0; i < c->tree->nodes.count; i++) {
        const tn_html_node *node = &c->tree->nodes.at[i];
        c->strong[i] = n;
        n += node->tag == TN_TAG_h1 || node->tag == TN_TAG_main || (node->hints & (TN_HINT_BODY | TN_HINT_MAIN_ROLE));
    }
    c->strong[c->tree->nodes.count] = n;
}

static bool has_strong(const chooser *c, uint32_t i) { return c->strong[c->tree->nodes.at[i].end] > c->strong[i]; }

static void drop(chooser *c, const tn_html_node *node, uint8_t why) {
    for (uint32_t i = node->first; i < node->last; i++)
        if (!c->dropped[i] && !c->measures[i].stated) c->dropped[i] = why;
}

static uint8_t furniture(const tn_html_node *node) {
    if (node->hints & TN_HINT_HIDDEN) return TN_DROP_HIDDEN;
    switch (node->tag) {
        case TN_TAG_nav:
        case TN_TAG_menu: return TN_DROP_NAV;
        case TN_TAG_footer: return TN_DROP_FOOTER;
        case TN_TAG_aside: return TN_DROP_ASIDE;
        case TN_TAG_figcaption: return TN_DROP_FIGCAPTION;
        case TN_TAG_form: return TN_DROP_FORM;
        case TN_TAG_blockquote: return TN_DROP_NOT; /* "twitter-tweet": quoted, not shared */
        default: break;
    }
    static const struct {
        uint16_t hint;
        uint8_t why;
    } hints[] = {{TN_HINT_COMMENT, TN_DROP_COMMENT},
                 {TN_HINT_RELATED, TN_DROP_RELATED},
                 {TN_HINT_SHARE, TN_DROP_SHARE},
                 {TN_HINT_ADVERT, TN_DROP_ADVERT},
                 {TN_HINT_NAVIGATION, TN_DROP_NAVIGATION},
                 {TN_HINT_SUBSCRIBE, TN_DROP_SUBSCRIBE},
                 {TN_HINT_AUTHOR, TN_DROP_AUTHOR},
                 {TN_HINT_CAPTION, TN_DROP_CAPTION},
                 {TN_HINT_META, TN_DROP_META},
                 {TN_HINT_FOOT, TN_DROP_FOOT},
                 {TN_HINT_SIDE, TN_DROP_SIDE}};
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (node->hints & hints[i].hint) return hints[i].why;
    return TN_DROP_NOT;
}

static void prune(chooser *c) {
    const tn_html_tree *tree = c->tree;
    for (uint32_t i = 1; i < tree->nodes.count;) {
        const tn_html_node *node = &tree->nodes.at[i];
        uint8_t why = furniture(node);
        double share = why && c->total > 0 ? (c->good[node->last] - c->good[node->first]) / c->total : 0;
        bool large = share > LARGE;
        if (large && share < LARGEST)
            large = has_strong(c, i) || !(node->hints & (TN_HINT_COMMENT | TN_HINT_RELATED | TN_HINT_SIDE));
        if (!why || large) {
            i++;
            continue;
        }
        drop(c, node, why);
        i = node->end;
    }
}

/* A few blocks, one of them a link, the rest short: what points to another story. */
static bool is_card(const chooser *c, const tn_html_node *node) {
    uint32_t links = 0, rest = 0;
    if (node->last - node->first > MOST_CARD_BLOCKS) return false;
    for (uint32_t i = node->first; i < node->last; i++) {
        const tn_html_block *block = &c->tree->blocks.at[i];
        bool link = block->link * 2 > block->end - block->start;
        links += link;
        rest += link ? 0 : block->end - block->start;
    }
    return links > 0 && rest > 0 && rest <= LONGEST_CARD;
}

/* Elements whose children are cards, or nearly all of them. */
static void prune_cards(chooser *c) {
    const tn_html_nodes *nodes = &c->tree->nodes;
    for (uint32_t i = 1; i < nodes->count; i++) {
        const tn_html_node *node = &nodes->at[i];
        uint32_t cards = 0, others = 0;
        for (uint32_t k = i + 1; k < node->end; k = nodes->at[k].end) {
            if (nodes->at[k].last == nodes->at[k].first) continue;
            if (is_card(c, &nodes->at[k])) cards++;
            else others++;
        }
        if (cards < FEWEST_CARDS || cards < others * 3) continue;
        drop(c, node, TN_DROP_TEASER);
        i = node->end - 1;
    }
}

/* The <article> of the page: the best one that has the headline, else the best. 0: none. */
static uint32_t main_article(const chooser *c) {
    uint32_t best = 0;
    bool best_strong = false;
    double most = 0;
    for (uint32_t i = 1; i < c->tree->nodes.count; i++) {
        const tn_html_node *node = &c->tree->nodes.at[i];
        if (node->tag != TN_TAG_article) continue;
        double value = value_of(c, node);
        bool strong = has_strong(c, i) && value > SURE_ARTICLE;
        if ((strong && !best_strong) || (strong == best_strong && value > most)) {
            best = i;
            most = value;
            best_strong = strong;
        }
    }
    return most > 0 ? best : 0;
}

/* Other articles on the page tell other stories. */
static void prune_articles(chooser *c) {
    uint32_t best = main_article(c);
    if (!best) return;
    const tn_html_node *main = &c->tree->nodes.at[best];
    double most = value_of(c, main);
    bool sure = has_strong(c, best);
    for (uint32_t i = 1; i < c->tree->nodes.count;) {
        const tn_html_node *node = &c->tree->nodes.at[i];
        bool other = node->tag == TN_TAG_article && (node->end <= best || i >= main->end);
        if (other && !sure) other = value_of(c, node) < most * 0.5;
        if (other) drop(c, node, TN_DROP_OTHER_ARTICLE);
        i = other ? node->end : i + 1;
    }
}

/* How sure an element is to hold the article and nothing else: 0 not at all. */
static unsigned certainty(const tn_html_node *node) {
    if (node->hints & TN_HINT_BODY) return 3;
    if (node->tag == TN_TAG_article) return 2;
    return node->tag == TN_TAG_main || (node->hints & TN_HINT_MAIN_ROLE) ? 1 : 0;
}

/* The node of the greatest value; of equals the innermost. */
static uint32_t most_valuable(const chooser *c) {
    uint32_t best = 0;
    double most = 0;
    for (uint32_t i = 0; i < c->tree->nodes.count; i++) {
        double value = value_of(c, &c->tree->nodes.at[i]);
        if (value <= 0 || value < most) continue;
        most = value;
        best = i;
    }
    return best;
}

static bool has_headline(const chooser *c, const tn_html_node *node) {
    for (uint32_t i = node->first; i < node->last; i++)
        if (node_of(c, i)->tag == TN_TAG_h1) return true;
    return false;
}

/* The value of the outermost elements of this certainty in `node`. */
static double value_of_kind(const chooser *c, uint32_t from, unsigned kind) {
    double sum = 0;
    for (uint32_t i = from; i < c->tree->nodes.at[from].end;) {
        const tn_html_node *node = &c->tree->nodes.at[i];
        if (certainty(node) == kind) {
            double value = value_of(c, node);
            sum += value > 0 ? value : 0;
            i = node->end;
        } else {
            i++;
        }
    }
    return sum;
}

/* The most valuable element inside `from` that is more certain than it and holds most of its value, alone or
 * with others that are marked as the article's text; `from`: none. */
static uint32_t more_certain(const chooser *c, uint32_t from) {
    const tn_html_node *outer = &c->tree->nodes.at[from];
    double all = value_of(c, outer), most = 0, bodies = value_of_kind(c, from, 3);
    uint32_t best = from;
    for (uint32_t i = from + 1; i < outer->end; i++) {
        const tn_html_node *node = &c->tree->nodes.at[i];
        if (certainty(node) <= certainty(outer)) continue;
        double value = value_of(c, node), share = (certainty(node) == 3 ? bodies : value) / all;
        if (value <= most || share < MOST_WITH_HEADLINE) continue;
        if (share < MOST && !has_headline(c, node)) continue;
        most = value;
        best = i;
    }
    return best;
}

/* A story may stand in several elements of one kind: up from `inner` until 95 % of what `outer` has of it is inside. */
static uint32_t with_siblings(const chooser *c, uint32_t inner, uint32_t outer) {
    unsigned kind = certainty(&c->tree->nodes.at[inner]);
    if (kind != 3) return inner;
    double all = value_of_kind(c, outer, kind);
    while (inner != outer && value_of_kind(c, inner, kind) < all * ALL_OF_KIND) inner = c->tree->nodes.at[inner].parent;
    return inner;
}

static uint32_t best_node(const chooser *c) {
    uint32_t best = most_valuable(c);
    for (uint32_t inner; (inner = more_certain(c, best)) != best;) {
        inner = with_siblings(c, inner, best);
        if (inner == best) break;
        best = inner;
    }
    return best;
}

/* ---- inside the container ---- */

static void drop_captions(chooser *c, const tn_html_node *container) {
    for (uint32_t i = container->first; i < container->last; i++) {
        if (c->dropped[i] || c->measures[i].ended || c->measures[i].words > MOST_CAPTION_WORDS) continue;
        const tn_html_node *node = node_of(c, i);
        for (int up = 0; up < 3 && node->parent && node->last - node->first == 1; up++) {
            if (node->image && !is_heading(node->tag)) c->dropped[i] = TN_DROP_PICTURE;
            node = &c->tree->nodes.at[node->parent];
        }
    }
}

/* "More on this": a heading, or a line like one, of links that were left out. */
static void drop_empty_headings(chooser *c, const tn_html_node *container) {
    for (uint32_t i = container->last; i-- > container->first;) {
        if (c->dropped[i] || c->measures[i].ended || c->measures[i].words > MOST_LABEL_WORDS ||
            i + 1 == container->last)
            continue;
        uint8_t next = c->dropped[i + 1];
        if (next == TN_DROP_LINKS || next == TN_DROP_OTHER_ARTICLE) c->dropped[i] = TN_DROP_LINKS;
    }
}

static bool stays_at_end(const chooser *c, uint32_t i) {
    return c->measures[i].value > 0 || (is_item(node_of(c, i)->tag) && c->tree->blocks.at[i].link == 0);
}

static void trim(chooser *c, const tn_html_node *container) {
    for (uint32_t i = container->first; i < container->last; i++) {
        const tn_html_block *block = &c->tree->blocks.at[i];
        if (!c->dropped[i] && block->link * 2 > block->end - block->start && c->measures[i].value < 0)
            c->dropped[i] = TN_DROP_LINKS;
    }
    drop_captions(c, container);
    drop_empty_headings(c, container);
    for (uint32_t i = container->first; i < container->last; i++) {
        if (c->dropped[i]) continue;
        if (c->measures[i].value > 0) break;
        c->dropped[i] = TN_DROP_BEFORE;
    }
    for (uint32_t i = container->last; i-- > container->first;) {
        if (c->dropped[i]) continue;
        if (stays_at_end(c, i)) break;
        c->dropped[i] = TN_DROP_AFTER;
    }
}

tenor_status tn_html_story_find(tn_html_story *out, const tn_html_tree *tree, tenor_string body, tn_arena *arena,
                                tenor_error *error) {
    size_t n = tree->blocks.count;
    chooser c = {.tree = tree,
                 .dropped = TN_NEW_ARRAY(arena, n, uint8_t),
                 .measures = TN_NEW_ARRAY(arena, n, measure),
                 .sum = TN_NEW_ARRAY(arena, n + 1, double),
                 .good = TN_NEW_ARRAY(arena, n + 1, double),
                 .strong = TN_NEW_ARRAY(arena, tree->nodes.count + 1, uint32_t)};
    if (!c.dropped || !c.measures || !c.sum || !c.good || !c.strong) return tn_fail_memory(error);
    TN_TRY(mark_stated(&c, body, arena, error));
    measure_blocks(&c);
    count_strong(&c);
    prune(&c);
    prune_cards(&c);
    sum_up(&c);
    prune_articles(&c);
    sum_up(&c);
    uint32_t best = best_node(&c);
    const tn_html_node *container = &tree->nodes.at[best];
    trim(&c, container);
    for (uint32_t i = 0; i < n; i++)
        if ((i < container->first || i >= container->last) && !c.dropped[i]) c.dropped[i] = TN_DROP_OUTSIDE;
    *out = (tn_html_story){best, c.dropped, value_of(&c, container) > 0};
    return TENOR_OK;
}
