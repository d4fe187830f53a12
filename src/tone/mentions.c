/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/mentions.h"

#include "text/fold.h"
#include "text/word.h"

enum { MOST_NAMES_AT_A_WORD = 8 };

/* For so many sentences a definite phrase ("the negotiators") still means a topic when others have been named since. */
enum { DEFINITE_REACH = 10 };

/* An ad-hoc name as the text's own terms; a name with a word that the text lacks cannot occur. */
typedef struct word_name {
    uint32_t topic;
    const uint32_t *terms;
    size_t count;
} word_name;

typedef struct finder {
    const tn_active_topic *topics;
    size_t n_topics;
    const tn_tone_model *model;
    const tn_doc *doc;
    tn_matcher matcher;
    tn_arena *arena;
    tn_mention_list *out;
    int32_t *active_of; /* by listed topic: index of the active one, or -1 */
    uint32_t *consumed; /* by active topic: words before this one are used up */
    size_t *named_at;   /* by active topic: 1 + how many names were found before its latest; 0: not yet named */
    size_t named;
    uint32_t *sentence_of;   /* by active topic: the latest that mentions it */
    TN_VEC(word_name) words; /* of ad-hoc topics */
} finder;

/* The words as written are those of the name: "US", not "us". */
static bool is_exact(const finder *f, tenor_string name, uint32_t first, uint32_t last) {
    tn_word word;
    uint32_t at = 0, i = first;
    for (; i < last && tn_word_next(name, at, (uint32_t)name.length, &word); i++, at = word.end)
        if (!tn_equal(tn_word_stem(name, &word), tn_word_stem(f->doc->text, &f->doc->words[i]))) return false;
    return i == last;
}

/* "the North" is no "north of the city": words that the name has with a capital have one in the text. */
static bool keeps_capitals(const finder *f, tenor_string name, uint32_t first, uint32_t last) {
    tn_word word;
    uint32_t at = 0, i = first;
    for (; i < last && tn_word_next(name, at, (uint32_t)name.length, &word); i++, at = word.end) {
        char wanted = tn_word_stem(name, &word).data[0], found = tn_word_stem(f->doc->text, &f->doc->words[i]).data[0];
        if (wanted >= 'A' && wanted <= 'Z' && found >= 'a' && found <= 'z') return false;
    }
    return true;
}

static bool is_as_written(const finder *f, const tn_topic *topic, const tn_topic_name *name, const tn_match *match) {
    tenor_string phrase = tn_topic_phrase(topic, name->name);
    if (name->kind == TN_NAME_EXACT) return is_exact(f, phrase, match->first, match->last);
    return name->kind != TN_NAME_DEFINITE || keeps_capitals(f, phrase, match->first, match->last);
}

static bool add(finder *f, uint32_t topic, uint32_t sentence, const tn_match *match, bool definite) {
    tn_mention *mention = TN_PUSH(f->arena, f->out);
    if (!mention) return false;
    *mention = (tn_mention){topic, sentence, match->first, match->last, definite};
    f->consumed[topic] = match->last;
    f->sentence_of[topic] = sentence;
    if (!definite) f->named_at[topic] = ++f->named;
    return true;
}

/* The topics that a phrase may mean, each once, with the strongest kind. */
typedef struct candidate {
    uint32_t topic;
    tn_name_kind kind;
    tn_match match;
} candidate;

typedef struct candidates {
    candidate at[64];
    size_t count;
} candidates;

static void consider(const finder *f, candidates *found, const tn_match *match) {
    for (int32_t i = (int32_t)match->entry; i >= 0; i = f->model->topic_names[i].also) {
        const tn_topic_name *name = &f->model->topic_names[i];
        int32_t active = f->active_of[name->topic];
        if (active < 0 || f->consumed[active] > match->first) continue;
        const tn_topic *topic = &f->model->topics[name->topic];
        if (!is_as_written(f, topic, name, match)) continue;
        size_t at = 0;
        while (at < found->count && found->at[at].topic != (uint32_t)active) at++;
        if (at == sizeof found->at / sizeof *found->at) return;
        if (at == found->count) found->count++;
        found->at[at] =
            (candidate){(uint32_t)active, (tn_name_kind)name->kind, *match}; /* a later match is longer: it wins */
    }
}

/* Whether a definite phrase means this topic: of those that it may mean the latest named, and not long ago. */
static bool is_meant(const finder *f, const candidates *found, const candidate *which, uint32_t sentence) {
    size_t named_at = f->named_at[which->topic];
    if (named_at == 0) return false;
    if (named_at != f->named && sentence - f->sentence_of[which->topic] > DEFINITE_REACH) return false;
    for (size_t i = 0; i < found->count; i++)
        if (found->at[i].kind == TN_NAME_DEFINITE && f->named_at[found->at[i].topic] > named_at) return false;
    return true;
}

static bool settle(finder *f, const candidates *found, uint32_t sentence) {
    for (size_t i = 0; i < found->count; i++) {
        const candidate *which = &found->at[i];
        if (which->kind == TN_NAME_EXCLUDE) {
            f->consumed[which->topic] = which->match.last;
        } else if (which->kind != TN_NAME_DEFINITE) {
            if (!add(f, which->topic, sentence, &which->match, false)) return false;
        } else if (is_meant(f, found, which, sentence)) {
            if (!add(f, which->topic, sentence, &which->match, true)) return false;
        }
    }
    return true;
}

static bool find_listed(finder *f, uint32_t at, uint32_t limit, uint32_t sentence) {
    tn_match matches[MOST_NAMES_AT_A_WORD];
    size_t n = tn_matcher_all(&f->matcher, at, limit, matches, MOST_NAMES_AT_A_WORD);
    if (n == 0) return true;
    candidates found;
    found.count = 0;
    for (size_t i = 0; i < n; i++) consider(f, &found, &matches[i]);
    return settle(f, &found, sentence);
}

static bool find_ad_hoc(finder *f, uint32_t at, uint32_t limit, uint32_t sentence) {
    for (size_t i = 0; i < f->words.count; i++) {
        const word_name *name = &f->words.at[i];
        if (f->doc->words[at].term != name->terms[0] || at + name->count > limit || f->consumed[name->topic] > at)
            continue;
        size_t same = 1;
        while (same < name->count && f->doc->words[at + same].term == name->terms[same]) same++;
        tn_match match = {.first = at, .last = at + (uint32_t)name->count};
        if (same == name->count && !add(f, name->topic, sentence, &match, false)) return false;
    }
    return true;
}

/* The name's words as terms of this text; count 0 when one of them does not occur. False: out of memory. */
static bool to_terms(finder *f, word_name *out, uint32_t topic, tenor_string name) {
    TN_VEC(uint32_t) terms = {0};
    tn_word word;
    *out = (word_name){.topic = topic};
    for (uint32_t at = 0; tn_word_next(name, at, (uint32_t)name.length, &word); at = word.end) {
        tenor_string folded = tn_fold(tn_word_stem(name, &word), f->arena);
        uint32_t *term = folded.data ? TN_PUSH(f->arena, &terms) : NULL;
        if (!term) return false;
        *term = tn_doc_find_term(f->doc, folded);
        if (*term == 0) return true;
    }
    out->terms = terms.at;
    out->count = terms.count;
    return true;
}

static bool add_ad_hoc(finder *f, uint32_t topic) {
    const tn_topic *about = f->topics[topic].topic;
    for (size_t i = 0; i < about->count; i++) {
        word_name name;
        if (!to_terms(f, &name, topic, tn_topic_phrase(about, i))) return false;
        word_name *added = name.count ? TN_PUSH(f->arena, &f->words) : NULL;
        if (name.count && !added) return false;
        if (added) *added = name;
    }
    return true;
}

static bool init(finder *f) {
    f->active_of = TN_NEW_ARRAY(f->arena, f->model->n_topics + 1, int32_t);
    f->consumed = TN_NEW_ARRAY(f->arena, f->n_topics + 1, uint32_t);
    f->named_at = TN_NEW_ARRAY(f->arena, f->n_topics + 1, size_t);
    f->sentence_of = TN_NEW_ARRAY(f->arena, f->n_topics + 1, uint32_t);
    if (!f->active_of || !f->consumed || !f->named_at || !f->sentence_of) return false;
    if (!tn_matcher_init(&f->matcher, &f->model->topic_phrases, f->doc, f->arena)) return false;
    for (size_t i = 0; i < f->model->n_topics; i++) f->active_of[i] = -1;
    for (uint32_t i = 0; i < f->n_topics; i++) {
        if (f->topics[i].listed >= 0) f->active_of[f->topics[i].listed] = (int32_t)i;
        else if (!add_ad_hoc(f, i)) return false;
    }
    return true;
}

tenor_status tn_mentions_find(tn_mention_list *out, const tn_active_topic *topics, size_t n_topics,
                              const tn_tone_model *model, const tn_doc *doc, tn_arena *arena, tenor_error *error) {
    finder f = {.topics = topics, .n_topics = n_topics, .model = model, .doc = doc, .arena = arena, .out = out};
    if (!init(&f)) return tn_fail_memory(error);
    for (uint32_t s = 0; s < doc->n_sentences; s++) {
        const tn_sentence *sentence = &doc->sentences[s];
        if (tn_arena_late(arena, sentence->last - sentence->first)) return tn_fail_memory(error);
        for (uint32_t at = sentence->first; at < sentence->last; at++) {
            if (!f.words.count) at = f.matcher.next[at];
            if (at >= sentence->last) break;
            if (!find_listed(&f, at, sentence->last, s)) return tn_fail_memory(error);
            if (f.words.count && !find_ad_hoc(&f, at, sentence->last, s)) return tn_fail_memory(error);
        }
    }
    return TENOR_OK;
}
