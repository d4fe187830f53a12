/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/attribution.h"

enum { CARRIES = 2 };

typedef struct attributor {
    tn_share_list *out;
    const tn_tone_model *model;
    const tn_doc *doc;
    tn_arena *arena;
    uint32_t named_in;      /* the latest sentence that names a topic, + 1; 0: none yet */
    TN_VEC(uint32_t) named; /* its topics, ascending: a new name ends what others carried */
} attributor;

static bool add(attributor *a, uint32_t topic, uint32_t sentence, tenor_via via, double share, uint32_t first,
                uint32_t last) {
    tn_share *added = TN_PUSH(a->arena, a->out);
    if (!added) return false;
    *added = (tn_share){topic, sentence, via, share, first, last, 0, 0};
    return true;
}

/* Sentences after a mention, while none of them names a topic. */
static bool carry(attributor *a, uint32_t sentence) {
    const double shares[CARRIES] = {a->model->parameters.carry_first, a->model->parameters.carry_second};
    uint32_t distance = sentence + 1 - a->named_in; /* 1: the next sentence */
    if (a->named_in == 0 || distance > CARRIES) return true;
    const tn_sentence *s = &a->doc->sentences[sentence], *named = &a->doc->sentences[a->named_in - 1];
    if (named->title != s->title || named->part != s->part) return true;
    for (size_t i = 0; i < a->named.count; i++)
        if (!add(a, a->named.at[i], sentence, TENOR_VIA_CARRY, shares[distance - 1], s->first, s->last)) return false;
    return true;
}

/* A clause begins at a clause mark, a quotation mark, or a break word; a hyphen or the comma of a list of names does
 * so as well, and does no harm: a clause without a mention goes to its neighbour. */
static bool begins_clause(const attributor *a, uint32_t at) {
    const tn_word *word = &a->doc->words[at];
    if (word->flags & TN_WORD_CLAUSE) return true;
    tn_match match;
    if (!tn_phrases_at(&a->model->trigger_phrases, a->doc, at, at + 3, &match)) return false;
    const tn_trigger *trigger = &a->model->triggers[match.entry];
    return (trigger->rule == TN_RULE_BREAK || trigger->rule == TN_RULE_BUT) && trigger->window == 0;
}

static uint32_t clause_start(const attributor *a, const tn_sentence *s, uint32_t at) {
    while (at > s->first && !begins_clause(a, at)) at--;
    return at;
}

/* The first mention from `from` on (towards `to`) that is of another topic. */
static const tn_mention *other_mention(const tn_mention *from, const tn_mention *to, int step, uint32_t topic) {
    for (const tn_mention *m = from; m != to; m += step)
        if (m->topic != topic) return m;
    return NULL;
}

/* The words of a sentence that concern one of its topics: from its first to its last mention, and on both sides to the
 * clause that names another topic. Everything when no clause lies between the topics. */
static void set_region(const attributor *a, const tn_sentence *s, const tn_mention *mentions, size_t count,
                       uint32_t topic, uint32_t *first, uint32_t *last) {
    const tn_mention *begin = mentions, *end = mentions + count, *own_first = begin, *own_last = end - 1;
    *first = s->first;
    *last = s->last;
    while (own_first->topic != topic) own_first++;
    while (own_last->topic != topic) own_last--;
    const tn_mention *before = other_mention(own_first, begin - 1, -1, topic);
    const tn_mention *after = other_mention(own_last, end, 1, topic);
    if (before) {
        uint32_t start = clause_start(a, s, own_first->first);
        if (start > before->first) *first = start;
    }
    if (after) {
        uint32_t start = clause_start(a, s, after->first);
        if (start > own_last->first) *last = start;
    }
}

/* The topics of a sentence's mentions, each once, ascending. */
static bool list_named(attributor *a, const tn_mention *mentions, size_t count) {
    a->named.count = 0;
    if (!TN_RESERVE(a->arena, &a->named, count)) return false;
    uint32_t *at = a->named.at;
    for (size_t k = 0; k < count; k++) {
        size_t i = a->named.count;
        while (i > 0 && at[i - 1] > mentions[k].topic) i--;
        if (i > 0 && at[i - 1] == mentions[k].topic) continue;
        memmove(at + i + 1, at + i, (a->named.count++ - i) * sizeof *at);
        at[i] = mentions[k].topic;
    }
    return true;
}

static bool attribute_named(attributor *a, uint32_t sentence, const tn_mention_list *all, size_t from, size_t count) {
    const tn_mention *mentions = all->at + from;
    const tn_sentence *s = &a->doc->sentences[sentence];
    if (!list_named(a, mentions, count)) return false;
    a->named_in = sentence + 1;
    for (size_t k = 0; k < a->named.count; k++) {
        uint32_t topic = a->named.at[k], first, last;
        bool definite = true;
        for (size_t i = 0; i < count; i++)
            if (mentions[i].topic == topic) definite &= mentions[i].definite;
        set_region(a, s, mentions, count, topic, &first, &last);
        tenor_via via = s->title ? TENOR_VIA_TITLE : definite ? TENOR_VIA_DEFINITE : TENOR_VIA_NAME;
        if (!add(a, topic, sentence, via, 1.0, first, last)) return false;
        tn_share *added = &a->out->at[a->out->count - 1];
        added->first_mention = (uint32_t)from;
        added->n_mentions = (uint32_t)count;
    }
    return true;
}

tenor_status tn_attribute(tn_share_list *out, const tn_mention_list *mentions, const tn_tone_model *model,
                          const tn_doc *doc, tn_arena *arena, tenor_error *error) {
    attributor a = {.out = out, .model = model, .doc = doc, .arena = arena};
    for (size_t at = 0, sentence = 0; sentence < doc->n_sentences; sentence++) {
        size_t from = at;
        while (at < mentions->count && mentions->at[at].sentence == sentence) at++;
        bool ok = at > from ? attribute_named(&a, (uint32_t)sentence, mentions, from, at - from)
                            : carry(&a, (uint32_t)sentence);
        if (!ok) return tn_fail_memory(error);
    }
    return TENOR_OK;
}
