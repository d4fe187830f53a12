/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passives: "the hostages have been freed" and, in the shorthand of headlines, "Hostages freed in raid" are the entry
 * "free hostages" turned round. The verb stands last, so the phrase is walked from there: verb, particle, then the
 * object before it. Time: a look at each word of a sentence, and at most a few words around the verbs that take
 * objects. */
#include "tone/hits.h"

enum {
    LONGEST_AUXILIARY = 5, /* words: "will not have been fully" */
    LONGEST_OBJECT = 3,
    TURNED_WORDS = 2,       /* a verb and its object, as which such an entry counts beside others */
    LONGEST_SENTENCE = 1000 /* what is longer is no sentence: hits are put between hits, which must stay cheap */
};

typedef struct sentence {
    const tn_matcher *matcher;
    const tn_tone_lexicon *lexicon;
    const tn_tone_model *model;
    const tn_trigger_list *triggers;
    uint32_t first, last; /* words */
    bool voiced;          /* some trigger is an auxiliary of passives */
} sentence;

static bool is_any(tenor_string word, const tenor_string *of, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (tn_equal(word, of[i])) return true;
    return false;
}

#define WORD(word) \
    { word, sizeof(word) - 1 }
#define IS_ANY(word, of) is_any(word, of, sizeof(of) / sizeof *(of))

bool tn_has_no_object(const tn_doc *doc, uint32_t next, uint32_t last) {
    static const tenor_string pronouns[] = {WORD("it"),  WORD("them"),   WORD("him"),        WORD("us"),  WORD("me"),
                                            WORD("you"), WORD("itself"), WORD("themselves"), WORD("what")};
    static const tenor_string times[] = {WORD("today"),     WORD("tonight"), WORD("tomorrow"), WORD("yesterday"),
                                         WORD("overnight"), WORD("again"),   WORD("soon")};
    if (next >= last || doc->words[next].flags & (TN_WORD_CLAUSE | TN_WORD_QUOTE)) return true;
    const tn_term *term = &doc->terms[doc->words[next].term];
    if (term->marks & TN_VOCABULARY_CALENDAR || tn_ends_nocase(term->text, TN_STR("ly"))) return true;
    if (IS_ANY(term->text, times)) return true;
    return term->stop && !(term->marks & TN_VOCABULARY_DETERMINER) && !IS_ANY(term->text, pronouns);
}

static bool is_voice(const sentence *s, uint32_t from, uint32_t to) {
    for (size_t i = tn_trigger_from(s->triggers, to); i-- > 0 && s->triggers->at[i].last > from;)
        if (s->model->triggers[s->triggers->at[i].trigger].rule == TN_RULE_VOICE) return true;
    return false;
}

/* Where the words begin that make the verb a passive ("have since been" freed); `verb` when there are none. */
static uint32_t auxiliary(const sentence *s, uint32_t verb) {
    const tn_doc *doc = s->matcher->doc;
    uint32_t at = verb;
    while (at > s->first && verb - at < LONGEST_AUXILIARY && !(doc->words[at].flags & TN_WORD_CLAUSE)) {
        const tn_term *before = &doc->terms[doc->words[at - 1].term];
        bool joins = tn_equal(before->text, TN_STR("and")) || tn_equal(before->text, TN_STR("or"));
        if (joins || (!before->stop && !tn_ends_nocase(before->text, TN_STR("ly")))) break;
        at--;
    }
    return at < verb && is_voice(s, at, verb) ? at : verb;
}

/* Headlines drop articles; "the truce offered by the elders" is a noun with its description. */
static bool has_article(const sentence *s, uint32_t at) {
    const tn_doc *doc = s->matcher->doc;
    while (at > s->first && !(doc->words[at].flags & TN_WORD_CLAUSE)) {
        const tn_term *before = &doc->terms[doc->words[--at].term];
        if (before->stop) return before->marks & TN_VOCABULARY_DETERMINER;
    }
    return false;
}

/* No "-s" and no "-ing". */
static bool may_be_participle(tenor_string form) {
    return form.length > 2 && form.data[form.length - 1] != 's' && !tn_ends_nocase(form, TN_STR("ing"));
}

/* The verb as the entry has it, which without an auxiliary is no participle. */
static bool is_lemma(const sentence *s, uint32_t verb, uint32_t entry) {
    tenor_string form = s->matcher->doc->terms[s->matcher->doc->words[verb].term].text;
    tenor_string lemma = tn_str(tn_lexeme_entry(&s->lexicon->data, &s->lexicon->data.lexemes[entry]));
    return tn_starts_nocase(lemma, form) && lemma.length > form.length && lemma.data[form.length] == ' ';
}

/* The longest object that ends before word `end`. */
static bool with_object(const sentence *s, uint32_t verb, uint32_t behind, uint32_t end, tn_match *match) {
    const tn_doc *doc = s->matcher->doc;
    uint32_t objects = behind > verb + 1 ? UINT32_MAX : tn_opening_at(s->matcher, verb)->gapped;
    bool found = false;
    uint32_t at = end;
    while (at > s->first && end - at < LONGEST_OBJECT) {
        at--;
        bool may = objects & doc->ids[at].bit;
        uint32_t entry = may ? tn_matcher_turned(s->matcher, verb, behind, at, end) : 0;
        if (entry) *match = (tn_match){.first = at, .last = behind, .entry = entry - 1};
        found |= entry != 0;
        if (doc->words[at].flags & TN_WORD_CLAUSE) break;
    }
    return found;
}

/* False: with a particle behind the verb, or without, no word before `end` is the first of an object. */
static bool may_be_turned(const sentence *s, uint32_t verb, uint32_t behind, uint32_t end) {
    const tn_word_id *ids = s->matcher->doc->ids;
    const tn_phrase_opening *opening = tn_opening_at(s->matcher, verb);
    uint32_t before = 0;
    if (behind > verb + 1) return opening->next & ids[verb + 1].bit;
    for (uint32_t at = end; at > s->first && end - at < LONGEST_OBJECT;) before |= ids[--at].bit;
    return opening->gapped & before;
}

/* The entry that the verb at word `verb` makes with what stands before it. What most verbs fail at is asked first. */
static bool turned_at(const sentence *s, uint32_t verb, tn_match *match) {
    const tn_doc *doc = s->matcher->doc;
    uint32_t end = s->voiced ? auxiliary(s, verb) : verb;
    bool bare = end == verb;
    if (end == s->first || doc->words[end].flags & TN_WORD_CLAUSE) return false;
    if (doc->terms[doc->words[end - 1].term].stop) return false;
    for (uint32_t behind = verb + 2; behind > verb; behind--) {
        if (behind > s->last || !may_be_turned(s, verb, behind, end)) continue;
        if (!may_be_participle(doc->terms[doc->words[verb].term].text)) return false;
        if (bare && !tn_has_no_object(doc, behind, s->last)) continue;
        if (!with_object(s, verb, behind, end, match)) continue;
        return !bare || !(is_lemma(s, verb, match->entry) || has_article(s, match->first));
    }
    return false;
}

static uint32_t entry_words(const tn_hit *hit) { return hit->parted ? 2 : hit->last - hit->first; }

/* Puts the hit in place of those whose words it shares, unless one of them has all of these or more. */
static bool replace(tn_hit_list *hits, size_t from, const tn_match *match, const tn_hit *fresh, tn_arena *arena) {
    size_t i = from, j;
    while (i < hits->count && hits->at[i].last <= match->first) i++;
    for (j = i; j < hits->count && hits->at[j].first < match->last; j++) {
        bool whole = !hits->at[j].turned && hits->at[j].first <= match->first && hits->at[j].last >= match->last;
        if (whole || entry_words(&hits->at[j]) > TURNED_WORDS) return true;
    }
    size_t removed = j - i, added = fresh != NULL;
    size_t tail = hits->count - j;
    if (removed < added && !TN_EXTEND(arena, hits)) return false;
    memmove(&hits->at[i + added], &hits->at[j], tail * sizeof *hits->at);
    hits->count = i + added + tail;
    if (fresh) hits->at[i] = *fresh;
    return true;
}

/* Those of one lexicon. */
static bool find_in(const sentence *s, tn_hit_list *hits, size_t from, tn_arena *arena) {
    for (uint32_t at = s->first + 1; at < s->last; at++) {
        if (tn_opening_at(s->matcher, at)->gapped == 0) continue;
        tn_match match = {0};
        if (!turned_at(s, at, &match)) continue;
        const tn_lexeme *lexeme = &s->lexicon->data.lexemes[match.entry];
        tn_hit hit = tn_hit_of(s->lexicon, match.entry, at, match.last, 1, &s->model->parameters);
        hit.turned = true;
        bool counts = lexeme->kind != TN_KIND_STOP && lexeme->weight != 0;
        if (!replace(hits, from, &match, counts ? &hit : NULL, arena)) return false;
    }
    return true;
}

bool tn_passives_find(tn_hit_list *hits, size_t from, const tn_layers *layers, const tn_tone_model *model,
                      const tn_trigger_list *triggers, const tn_sentence *of, tn_arena *arena) {
    if (of->last - of->first > LONGEST_SENTENCE) return true;
    bool voiced = triggers->rules >> TN_RULE_VOICE & 1;
    for (size_t i = 0; i < layers->count; i++) {
        const tn_layer *layer = &layers->at[i];
        sentence s = {&layer->matcher, layer->lexicon, model, triggers, of->first, of->last, voiced};
        if (!find_in(&s, hits, from, arena)) return false;
    }
    return true;
}
