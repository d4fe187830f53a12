/* Hits: lexicon phrases in a sentence, and what the scope rules make of their weights. */
#ifndef TN_TONE_HITS_H
#define TN_TONE_HITS_H

#include "base/vec.h"
#include "tone/layers.h"

enum { TN_MOST_RULES_A_HIT = 4 };

/* A rule at work on a hit. */
typedef struct tn_applied {
    double factor;
    uint32_t first; /* the trigger's words: [first, first + words) */
    uint16_t words;
    uint8_t rule;
} tn_applied;

/* A long text is full of them: nothing is kept that its lexeme tells. */
typedef struct tn_hit {
    uint32_t first, last; /* words [first, last) of the document */
    uint32_t lexeme;      /* of `lexicon`, one of those that lie over each other */
    uint8_t n_rules;
    uint8_t class; /* tn_class, of the lexeme: asked for often */
    bool parted;   /* other words are between those of the entry */
    bool turned;   /* a passive's verb, whose object stands before it */
    const tn_tone_lexicon *lexicon;
    double weight, final; /* tense is positive, in both lexicons */
    double share;         /* 0 ... 1: how much its kind counts: an event fully, a thing or actor hardly */
    tn_applied rules[TN_MOST_RULES_A_HIT];
} tn_hit;

typedef TN_VEC(tn_hit) tn_hit_list;

static inline const tn_lexeme *tn_hit_lexeme(const tn_hit *hit) { return &hit->lexicon->data.lexemes[hit->lexeme]; }

static inline tn_applied tn_applied_of(unsigned rule, uint32_t first, uint32_t last, double factor) {
    return (tn_applied){factor, first, (uint16_t)(last - first), (uint8_t)rule};
}

/* A trigger of a rule in a sentence. */
typedef struct tn_trigger_at {
    uint32_t first, last;
    uint32_t trigger; /* index of model->triggers; the chain of `also` applies too */
} tn_trigger_at;

/* Those of a sentence, and the rules of all their rows, a bit a rule. */
typedef struct tn_trigger_list {
    tn_trigger_at *at;
    size_t count, capacity;
    unsigned rules;
} tn_trigger_list;

/* Finds a sentence's hits in a lexicon and those over it (appended to *hits, in order of the text), without any rule.
 * `sign` is +1 for tension and -1 for sentiment, whose lexicon counts good as positive. Stop phrases consume their
 * words and give no hit. False: out of memory. */
bool tn_hits_find(tn_hit_list *hits, tn_layers *layers, const tn_tone_parameters *parameters, double sign,
                  const tn_sentence *sentence, tn_arena *arena);

/* The hit of an entry at words [first, last), as it is before any rule. */
tn_hit tn_hit_of(const tn_tone_lexicon *lexicon, uint32_t entry, uint32_t first, uint32_t last, double sign,
                 const tn_tone_parameters *parameters);

/* Adds to hits[from ...], a sentence's in the tension lexicon, the entries that stand in it as passives: "the hostages
 * have been freed", "Hostages freed in raid" for "free hostages". Such a hit is at the verb, and takes the place of
 * hits that share a word with it or its object and do not have more words. False: out of memory. */
bool tn_passives_find(tn_hit_list *hits, size_t from, const tn_layers *layers, const tn_tone_model *model,
                      const tn_trigger_list *triggers, const tn_sentence *sentence, tn_arena *arena);

/* Whether what stands at word `next` of a sentence that ends at `last`, behind a verb, is no object: the end of its
 * clause, a day, an adverb, or a function word that begins no noun phrase. */
bool tn_has_no_object(const tn_doc *doc, uint32_t next, uint32_t last);

/* Finds a sentence's triggers, in place of those that were there. False: out of memory. */
bool tn_triggers_find(tn_trigger_list *triggers, const tn_matcher *matcher, const tn_tone_model *model,
                      const tn_sentence *sentence, tn_arena *arena);

/* The first trigger that begins at word `at` or behind it: index, or the count. O(log n). */
size_t tn_trigger_from(const tn_trigger_list *triggers, uint32_t at);

/* How much of a sentence says that it is talk of sport, film, trade or accidents: 2 for each trigger that says so alone
 * ("striker", a row with the window TN_TALK_ALONE); of those of which it takes two ("coach", "season"), 1 for the first
 * and 1 for the first other one. */
enum { TN_TALK_ALONE = 20, TN_TALK_ENOUGH = 2, TN_TALK_MUCH = 4 };
unsigned tn_talk_evidence(const tn_trigger_list *triggers, const tn_tone_model *model);

/* Whether a hit may be a manner of speaking where the talk is of sport, film, trade or accidents: an event or state of
 * conflict. Phrases say for themselves what they mean, unless they are of harm, or `much` there is of that kind. */
bool tn_hit_may_be_figurative(const tn_hit *hit, const tn_doc *doc, bool much);

/* Applies the rules of `enabled` (a bit a rule) to hits[0 ... count - 1] of the sentence of words [first, last). */
void tn_scope_apply(tn_hit *hits, size_t count, const tn_trigger_list *triggers, const tn_tone_model *model,
                    const tn_doc *doc, uint32_t first_word, uint32_t last_word, unsigned enabled);

/* The tone of hits[0 ... count - 1], in order of the text: the mean of the final weights in which a hit counts its
 * share times what the hits before it have left, a hit of full share leaving `decay`. So the first event, most often
 * that of the main clause, leads; a weapon or actor named before it neither leads nor uses much up; length does not
 * add. `shrink` is the share of an unsaid neutral hit: it keeps a sentence that only names rebels near 0. */
double tn_hits_raw(const tn_hit *hits, size_t count, const tn_tone_parameters *parameters);

/* How much conflict matter hits[0 ... count - 1] hold, for intensity: the sum of the final weights, each times what its
 * class adds, a hit of full share leaving `intensity_decay` for those after it. A sum, not a mean: more of it is more.
 */
double tn_hits_matter(const tn_hit *hits, size_t count, const tn_tone_parameters *parameters);

/* The part of the tone which each hit makes up, 0 ... 1, into parts[0 ... count - 1]. */
void tn_hits_parts(double *parts, const tn_hit *hits, size_t count, const tn_tone_parameters *parameters);

#endif
