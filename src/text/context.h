/* What a block is, seen between its neighbours: the headline, section headings, captions without a full stop, questions
 * that head a section, pull quotes, lists of other stories, what stands behind the last paragraph. Private to the
 * finding of blocks. */
#ifndef TN_TEXT_CONTEXT_H
#define TN_TEXT_CONTEXT_H

#include "text/blocks.h"

/* How a block looks. Prose is a sentence of some length or several of them; an open line is a short one that is
 * neither ended nor an item of a list. */
enum {
    TN_LOOK_ENDED = 1 << 0, /* ends in an end mark ... */
    TN_LOOK_ASKS = 1 << 1,  /* ... and it is a question mark, the only end mark in it */
    TN_LOOK_PROSE = 1 << 2,
    TN_LOOK_ITEM = 1 << 3, /* begins with a bullet */
    TN_LOOK_OPEN = 1 << 4,
    TN_LOOK_DIGIT = 1 << 5,  /* an open line with a digit */
    TN_LOOK_APART = 1 << 6,  /* a blank line stands before it */
    TN_LOOK_OPENER = 1 << 7, /* heads a list of other stories (boilerplate.tsv) */
    TN_LOOK_CLOSER = 1 << 8, /* heads what is no more the story */
    TN_LOOK_BOX = 1 << 9,    /* the one paragraph behind it is not the story */
    TN_LOOK_PIECE = 1 << 10, /* several words, the first in lower case: a sentence goes on */
    TN_LOOK_FACTS = 1 << 11, /* an open line of figures or of a list with its name: results, line-ups */
    TN_LOOK_TURN = 1 << 12   /* what a speaker says, whose name is before other paragraphs, too */
};

typedef struct tn_look {
    uint16_t flags;
    uint16_t words; /* at most 64; of a long paragraph guessed by its length */
} tn_look;

typedef struct tn_context {
    tenor_string text, title; /* title: given apart, or empty */
    const tn_text_model *model;
    tn_block *blocks; /* of one part, each with the role it has by itself */
    tn_look *looks;   /* of each block */
    size_t count;
    size_t last_pair; /* the last paragraph that another one stands next to; 0: there is none */
    bool spaced;      /* most paragraphs have a blank line before them */
    tn_strtab seen;   /* cores of link lines, and lines without end mark; made when there is one */
    tn_arena *arena;
} tn_context;

enum {
    TN_LONGEST_LINE = 300,     /* bytes: a longer block is a paragraph, whatever it begins with */
    TN_FEWEST_TITLE_WORDS = 4, /* a shorter line is the name of a section, if a longer one follows */
    TN_MOST_HEADING_WORDS = 12,
    TN_MOST_CAPTION_WORDS = 40
};

static inline tenor_string tn_context_text(const tn_context *c, size_t i) {
    return tn_slice(c->text, c->blocks[i].start, c->blocks[i].end);
}

static inline bool tn_context_is_body(const tn_context *c, size_t i) {
    return i < c->count && c->blocks[i].role == TENOR_ROLE_BODY;
}

static inline bool tn_context_looks(const tn_context *c, size_t i, unsigned flags) {
    return i < c->count && (c->looks[i].flags & flags) != 0;
}

/* A paragraph of the story, as far as is known. */
static inline bool tn_context_is_prose(const tn_context *c, size_t i) {
    return tn_context_is_body(c, i) && tn_context_looks(c, i, TN_LOOK_PROSE);
}

static inline void tn_context_set(tn_context *c, size_t i, tenor_role role, const char *reason) {
    c->blocks[i].role = role;
    c->blocks[i].reason = reason;
    c->blocks[i].line = 0;
}

/* A word that asks the reader: "you", "you're", "yours?" */
bool tn_context_addresses(const tn_context *c, tenor_string text);

/* A word by which a site speaks of itself: "we", "our". */
bool tn_context_voices(const tn_context *c, tenor_string text);

/* A word of whole sentences: "is", "he". */
bool tn_context_tells(const tn_context *c, tenor_string text);

/* The first block of prose in [from, count); count: there is none. */
size_t tn_context_next_prose(const tn_context *c, size_t from);

/* Settles the roles. Linear in the text. At least one block is body afterwards, if there is any block. False: time is
 * over. */
bool tn_context_roles(tn_context *c);

/* A line that says whose picture it is, or whose text. */
bool tn_context_is_credit(const tn_context *c, size_t i);

/* furniture.c: sets aside what stands behind the story, words to the reader about the site, lists of other stories. */
void tn_furniture_roles(tn_context *c);

/* The same with a last paragraph about the author, when bylines are known. */
void tn_furniture_author(tn_context *c);

/* open_lines.c: what the open lines of the story and those behind its last paragraph are. */
void tn_open_lines_roles(tn_context *c);

#endif
