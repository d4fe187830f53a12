/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scope rules: what a trigger does to the hits around it.
 *
 *   "Washington | did not | agree to | lift | the crippling | sanctions | after the attack"
 *                 negation    hit     reversal    hit          hit           hit
 *
 * A trigger acts on the first content hit it reaches in its direction, on the modifiers before that hit, and on hits
 * joined to it by "and", "or" or a comma between them; not across a clause mark or a break word ("but"), not further
 * than its window. A hit takes each rule once, from the nearest trigger. A reversal that is itself negated ("did not
 * lift sanctions") leaves the hit nearly as it was.
 *
 * Time. Hits and triggers stand in the order of the text, so that a search begins at the right place; what a trigger
 * reaches is bounded by the stretch of words it is given with (tones.c), for a chain of joined hits has no end.
 */
#include "tone/hits.h"

enum {
    SUBJECT_WINDOW =
        8, /* words between a passive verb and its subject: "the escalation of the situation must be ended" */
    HEADLINE_WINDOW = 1
};

/* One sentence at work. */
typedef struct scope {
    tn_hit *hits;
    size_t count;
    const tn_trigger_list *triggers;
    const tn_tone_model *model;
    const tn_doc *doc;
    unsigned enabled;
    uint32_t first_word, last_word; /* of the sentence: [first, last) */
    size_t from;                    /* the first hit that ends behind the first word of the trigger at work */
} scope;

static bool is_rule_on(const scope *s, unsigned rule) { return s->enabled >> rule & 1; }

/* "called on both sides" is itself a hit, and what follows is what they are called on to do. */
static bool is_request(const tn_hit *hit) {
    uint8_t class = tn_hit_lexeme(hit)->class;
    return class == TN_CLASS_APPEAL || class == TN_CLASS_DEMAND;
}

/* The first hit that ends behind word `at`. */
static size_t hit_from(const scope *s, uint32_t at) {
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->hits[middle].last <= at) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* A trigger that is part of a longer lexicon phrase has had its say there: "lift sanctions" is an entry of its own. */
static bool is_inside_hit(const scope *s, const tn_trigger_at *at) {
    uint8_t rule = s->model->triggers[at->trigger].rule;
    for (size_t i = s->from; i < s->count && s->hits[i].first < at->last; i++) {
        const tn_hit *hit = &s->hits[i];
        if ((rule == TN_RULE_APPEAL || rule == TN_RULE_DEMAND) && is_request(hit)) continue;
        if (hit->last - hit->first > at->last - at->first || hit->turned) return true;
    }
    return false;
}

/* Rules as sets, a bit a rule: those that change no hit by themselves, and those that may act on a reversal instead of
 * a hit. */
#define BIT(rule) (1u << TN_RULE_##rule)
enum { MARKS = BIT(BREAK) | BIT(BUT) | BIT(VOICE), OUTER = BIT(NEGATION) | BIT(APPEAL) | BIT(DEMAND) };

static bool is_break(unsigned rule) { return rule == TN_RULE_BREAK || rule == TN_RULE_BUT; }

static bool is_comma_between(const scope *s, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i <= to && i < s->doc->n_words; i++)
        if (s->doc->words[i].flags & TN_WORD_CLAUSE) return true;
    return false;
}

/* A concession of window 1 is one only as a sentence's first word: "After days of fighting, both sides agreed". */
static bool is_in_place(const scope *s, const tn_trigger_at *at) {
    return s->model->triggers[at->trigger].window == 0 || at->first == s->first_word;
}

/* Whether a break word stands between word `from` and word `to`. */
static bool is_broken(const scope *s, uint32_t from, uint32_t to) {
    if (!is_rule_on(s, TN_RULE_BREAK)) return false;
    for (size_t i = tn_trigger_from(s->triggers, from); i < s->triggers->count && s->triggers->at[i].last <= to; i++)
        if (is_break(s->model->triggers[s->triggers->at[i].trigger].rule) && is_in_place(s, &s->triggers->at[i]))
            return true;
    return false;
}

/* Whether a clause mark (that before `to` included) or a break word stands between them. */
static bool is_divided(const scope *s, uint32_t from, uint32_t to) {
    return is_comma_between(s, from, to) || is_broken(s, from, to);
}

static bool has_polarity(const tn_trigger *trigger, const tn_hit *hit) {
    switch (trigger->of) {
        case TN_OF_TENSE: return hit->weight > 0;
        case TN_OF_EASING: return hit->weight < 0;
        case TN_OF_OBJECT: return tn_hit_lexeme(hit)->kind == TN_KIND_OBJECT;
        default: return true;
    }
}

/* A modifier colours the noun that follows ("brutal war"), it is no goal of a trigger by itself. */
static bool is_modifier(const tn_hit *hit) { return tn_hit_lexeme(hit)->pos == 'a'; }

static tenor_string word_of(const scope *s, uint32_t at) { return s->doc->terms[s->doc->words[at].term].text; }

static bool word_is(const scope *s, uint32_t at, const char *word) { return tn_equal(word_of(s, at), tn_str(word)); }

/* Hits `a` and `b` (a before b) are joined: nothing between them but "and", "or" and articles. */
static bool are_joined(const scope *s, const tn_hit *a, const tn_hit *b) {
    bool joined = false;
    if (b->first < a->last || b->first - a->last > 4) return false;
    for (uint32_t i = a->last; i < b->first; i++) {
        if (word_is(s, i, "and") || word_is(s, i, "or") || word_is(s, i, "nor")) joined = true;
        else if (!(s->doc->terms[s->doc->words[i].term].stop) && b->first - i > 1) return false;
    }
    return joined;
}

/* A hit right before another is the first part of a compound noun: "nuclear" in "nuclear deal". */
static bool is_compound(const scope *s, size_t index) {
    return index + 1 < s->count && s->hits[index].last == s->hits[index + 1].first &&
           tn_hit_lexeme(&s->hits[index])->pos != 'v';
}

static bool is_outer(unsigned rule) { return OUTER >> rule & 1; }

/* Who is asked or told is not what is asked for: "urged the militia to sign the truce". */
static bool is_passed_over(const tn_trigger *trigger, const tn_hit *hit) {
    uint8_t kind = tn_hit_lexeme(hit)->kind;
    return kind == TN_KIND_ACTOR || (kind == TN_KIND_OBJECT && trigger->of != TN_OF_OBJECT && is_outer(trigger->rule));
}

static bool is_verb(const tn_hit *hit) { return tn_hit_lexeme(hit)->pos == 'v'; }

/* A finite verb is no object: "ended the attack" reverses, "ended as rebels attacked" does not. */
static bool can_be_object(const scope *s, const tn_hit *hit) {
    tenor_string word = word_of(s, hit->first);
    if (!is_verb(hit)) return true;
    if (hit->lexicon->may_be_noun[hit->lexeme] && !tn_ends_nocase(word, TN_STR("ed"))) return true;
    return tn_ends_nocase(word, TN_STR("ing")) || (hit->first > 0 && word_is(s, hit->first - 1, "to"));
}

static double factor_of(const scope *s, unsigned rule, const tn_hit *hit) {
    const tn_tone_parameters *p = &s->model->parameters;
    bool tense = hit->weight > 0;
    switch (rule) {
        case TN_RULE_REVERSAL: return tense ? p->reversal_tense : p->reversal_easing;
        case TN_RULE_NEGATION: return tense ? p->negation_tense : p->negation_easing;
        case TN_RULE_HEDGE: return p->hedge;
        case TN_RULE_BACKGROUND: return p->background;
        case TN_RULE_APPEAL: return tense ? p->appeal_tense : p->appeal_easing;
        case TN_RULE_DEMAND: return tense ? p->appeal_tense : p->demand_easing;
        case TN_RULE_USE: return p->use;
        case TN_RULE_SENSE: return p->sense;
        case TN_RULE_INTENSIFY: return p->intensify;
        case TN_RULE_DIMINISH: return p->diminish;
        default: return 1;
    }
}

static tn_applied *applied_rule(tn_hit *hit, unsigned rule) {
    for (uint32_t i = 0; i < hit->n_rules; i++)
        if (hit->rules[i].rule == rule) return &hit->rules[i];
    return NULL;
}

static uint32_t distance(const tn_hit *hit, uint32_t first, uint32_t last) {
    return last <= hit->first ? hit->first - last : first >= hit->last ? first - hit->last : 0;
}

/* Notes the rule on the hit, unless a nearer trigger of the same rule is there. */
static void apply(const scope *s, tn_hit *hit, unsigned rule, const tn_trigger_at *at) {
    tn_applied *old = applied_rule(hit, rule);
    tn_applied fresh = tn_applied_of(rule, at->first, at->last, factor_of(s, rule, hit));
    if (old && distance(hit, old->first, old->first + old->words) <= distance(hit, at->first, at->last)) return;
    if (old) *old = fresh;
    else if (hit->n_rules < TN_MOST_RULES_A_HIT) hit->rules[hit->n_rules++] = fresh;
}

/* Whether a hit's first word is one that its entry begins with, whole words or not: "sign" of "sign", not "signed". */
static bool begins_entry(const scope *s, const tn_hit *hit, bool whole) {
    tenor_string base = tn_str(tn_lexeme_entry(&hit->lexicon->data, tn_hit_lexeme(hit))), word = word_of(s, hit->first);
    if (!tn_starts_nocase(base, word)) return false;
    return !whole || base.length == word.length || base.data[word.length] == ' ';
}

/* A verb without an ending, as in "sign" or "did not sign". */
static bool is_bare(const scope *s, const tn_hit *hit) { return is_verb(hit) && begins_entry(s, hit, true); }

/* What governs a bare verb does not govern one with an ending: "did not sign the deal and attacked a village". */
static bool is_other_verb(const scope *s, const tn_hit *hit) {
    return is_verb(hit) && !begins_entry(s, hit, false) && !tn_ends_nocase(word_of(s, hit->first), TN_STR("ing"));
}

static tenor_string without_end(tenor_string word, tenor_string end) {
    return tn_ends_nocase(word, end) ? tn_slice(word, 0, word.length - end.length) : word;
}

/* Whether a negation is that of a verb that governs a bare one: "did not", "cannot", "won't". */
static bool governs_bare(const scope *s, const tn_trigger_at *negation) {
    static const char *const verbs[] = {"do", "does",  "did", "will",  "wo",   "would", "can",
                                        "ca", "could", "may", "might", "must", "shall", "should"};
    tenor_string whole = word_of(s, negation->first),
                 word = without_end(without_end(whole, TN_STR("n't")), TN_STR("not"));
    if (word.length == whole.length) return false;
    if (word.length == 0 && negation->first > 0) word = word_of(s, negation->first - 1);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (tn_equal(word, tn_str(verbs[i]))) return true;
    return false;
}

/* Whether an auxiliary stands between, which takes a participle: "will not be attacked". */
static bool has_participle(const scope *s, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (word_is(s, i, "be") || word_is(s, i, "have") || word_is(s, i, "get")) return true;
    return false;
}

/* "to sign", "and sign": an infinitive, or one more in a list of them. */
static bool is_infinitive(const scope *s, const tn_hit *hit) {
    if (!is_bare(s, hit) || hit->first == 0) return false;
    return word_is(s, hit->first - 1, "to") || word_is(s, hit->first - 1, "and") || word_is(s, hit->first - 1, "or") ||
           s->doc->words[hit->first].flags & TN_WORD_CLAUSE;
}

/* What is asked for may be a list of infinitives: "called on both sides to end the shelling, sign the truce and go". */
static bool continues_list(const scope *s, const tn_trigger *trigger, const tn_hit *goal, const tn_hit *hit) {
    return goal && (trigger->rule == TN_RULE_APPEAL || trigger->rule == TN_RULE_DEMAND) && is_infinitive(s, hit) &&
           !is_broken(s, goal->last, hit->first);
}

/* Forward: the first hit that can be an object (or, when that is known already, those behind `goal`), the modifiers
 * before it, and those joined to it. Whether it came upon any. */
static bool reach_forward(const scope *s, const tn_trigger *trigger, const tn_trigger_at *at, const tn_hit *goal) {
    uint32_t undivided = at->last; /* known up to here */
    bool met = false, bare = trigger->rule == TN_RULE_NEGATION && governs_bare(s, at);
    for (size_t i = hit_from(s, at->last); i < s->count; i++) {
        tn_hit *hit = &s->hits[i];
        if (hit->first < at->last || (goal && hit <= goal)) continue;
        bool listed = continues_list(s, trigger, goal, hit);
        if (goal && !listed && !are_joined(s, goal, hit)) return met;
        if (hit->first - at->last > trigger->window && !goal) return met;
        if (!listed && is_divided(s, undivided, hit->first)) return met;
        if (bare && is_other_verb(s, hit) && !has_participle(s, at->last, hit->first)) return met;
        if (!listed) undivided = hit->first;
        if (is_passed_over(trigger, hit)) continue;
        met = true;
        if (trigger->rule == TN_RULE_REVERSAL && !can_be_object(s, hit)) return met;
        if (has_polarity(trigger, hit)) apply(s, hit, trigger->rule, at);
        else if (!is_modifier(hit) && !is_compound(s, i)) return met;
        if (is_modifier(hit) || is_compound(s, i)) continue;
        bare |= is_bare(s, hit);
        goal = hit;
    }
    return met;
}

/* Backward: the last hit before the trigger that is no modifier and no actor. Whether there was one. */
static bool reach_backward(const scope *s, const tn_trigger *trigger, const tn_trigger_at *at, uint32_t window) {
    for (size_t i = s->from; i-- > 0;) {
        tn_hit *hit = &s->hits[i];
        if (at->first - hit->last > window || is_divided(s, hit->last, at->first)) return false;
        if (is_modifier(hit) && trigger->rule == TN_RULE_REVERSAL) continue;
        if (trigger->verb && tn_hit_lexeme(hit)->kind == TN_KIND_ACTOR) continue;
        if (trigger->rule == TN_RULE_REVERSAL && !can_be_object(s, hit)) return false;
        if (!has_polarity(trigger, hit)) continue;
        apply(s, hit, trigger->rule, at);
        if (trigger->rule == TN_RULE_BACKGROUND && tn_hit_lexeme(hit)->kind == TN_KIND_ACTOR) continue;
        return true;
    }
    return false;
}

/* "was", "have been" shortly before the verb: its participle is a passive. */
static bool has_auxiliary(const scope *s, const tn_trigger_at *at) {
    for (const tn_trigger_at *other = at; other-- > s->triggers->at;) {
        if (at->first - other->last > 2 || is_comma_between(s, other->last, at->first)) return false;
        if (s->model->triggers[other->trigger].rule == TN_RULE_VOICE) return true;
    }
    return false;
}

/* How far before it is the subject that a verb acts on as it does on its object elsewhere; 0: it is no passive. "The
 * blockade was lifted", and in the shorthand of headlines: "Blockade lifted after talks". */
static uint32_t subject_window(const scope *s, const tn_trigger *trigger, const tn_trigger_at *at) {
    if (!trigger->verb || !is_rule_on(s, TN_RULE_VOICE)) return 0;
    if (at->first > s->first_word && word_is(s, at->first - 1, "to")) return 0;
    tenor_string verb = word_of(s, at->first);
    bool progressive = tn_ends_nocase(verb, TN_STR("ing"));
    bool goes_on = is_outer(trigger->rule) && at->last < s->last_word && word_is(s, at->last, "to");
    if (!progressive && has_auxiliary(s, at)) return goes_on ? 0 : SUBJECT_WINDOW;
    bool participle = tn_ends_nocase(verb, TN_STR("ed")) || tn_ends_nocase(verb, TN_STR("en"));
    return participle && trigger->rule == TN_RULE_REVERSAL && tn_has_no_object(s->doc, at->last, s->last_word)
               ? HEADLINE_WINDOW
               : 0;
}

/* The reversal that `outer` comes upon first, before any hit; NULL: none within reach. */
static const tn_trigger_at *reversal_ahead(const scope *s, const tn_trigger_at *outer, uint32_t window) {
    for (size_t i = tn_trigger_from(s->triggers, outer->last); i < s->triggers->count; i++) {
        const tn_trigger_at *other = &s->triggers->at[i];
        if (s->model->triggers[other->trigger].rule != TN_RULE_REVERSAL) continue;
        if (other->first - outer->last > window || is_divided(s, outer->last, other->first)) return NULL;
        size_t h = hit_from(s, outer->last); /* a hit on the way, or the trigger's own words as one, comes first */
        if (h < s->count && s->hits[h].first < outer->last) h++;
        return h < s->count && s->hits[h].first <= other->first ? NULL : other;
    }
    return NULL;
}

/* A negation, appeal or demand that comes first upon a reversal acts on that, not on the hit behind it: "did not lift
 * sanctions" and "must end the attacks" leave what they name in place. The last hit so reached, or NULL. */
static const tn_hit *acts_on_reversal(const scope *s, unsigned rule, const tn_trigger_at *outer, uint32_t window) {
    const tn_trigger_at *reversal = reversal_ahead(s, outer, window);
    const tn_hit *last = NULL;
    if (!reversal) return NULL;
    for (size_t h = 0; h < s->count; h++) {
        tn_hit *hit = &s->hits[h];
        tn_applied *reversed = applied_rule(hit, TN_RULE_REVERSAL);
        if (!reversed || reversed->first != reversal->first || hit->n_rules == TN_MOST_RULES_A_HIT) continue;
        if (rule == TN_RULE_NEGATION) reversed->factor = s->model->parameters.double_negation;
        else if (hit->weight > 0) reversed->factor = s->model->parameters.appealed_reversal;
        else continue;
        last = hit;
        if (applied_rule(hit, rule)) continue;
        hit->rules[hit->n_rules++] = tn_applied_of(rule, outer->first, outer->last, 1);
    }
    return last;
}

static bool names_force(const scope *s) {
    for (size_t i = 0; i < s->count; i++)
        if (tn_hit_lexeme(&s->hits[i])->kind == TN_KIND_ACTOR || tn_hit_lexeme(&s->hits[i])->kind == TN_KIND_OBJECT)
            return true;
    return false;
}

/* In talk of sport, film, trade or accidents a single word of conflict is most often a manner of speaking, wherever it
 * stands in the sentence: "the striker's late shot", "the film about the war". Phrases say for themselves what they
 * mean, unless much in the sentence is of that kind: "the striker fired a warning shot over the bar". Words of which it
 * takes two say nothing beside soldiers and guns: "gunmen shot two fans of the club". */
static void take_lightly(const scope *s, const tn_trigger_at *at) {
    unsigned evidence = tn_talk_evidence(s->triggers, s->model);
    bool alone = s->model->triggers[at->trigger].window >= TN_TALK_ALONE;
    if (evidence < TN_TALK_ENOUGH || (!alone && names_force(s))) return;
    for (size_t i = 0; i < s->count; i++) {
        tn_hit *hit = &s->hits[i];
        if (tn_hit_may_be_figurative(hit, s->doc, evidence >= TN_TALK_MUCH)) apply(s, hit, TN_RULE_SENSE, at);
    }
}

/* "staged a huge demonstration": a degree within a hit that was matched with a gap is a degree of that hit. */
static void grade_from_inside(const scope *s, const tn_trigger *trigger, const tn_trigger_at *at) {
    if (trigger->rule != TN_RULE_INTENSIFY && trigger->rule != TN_RULE_DIMINISH) return;
    for (size_t i = s->from; i < s->count && s->hits[i].first < at->first; i++) {
        tn_hit *hit = &s->hits[i];
        bool inside = hit->first < at->first && at->last < hit->last;
        if (inside && hit->parted) apply(s, hit, trigger->rule, at);
    }
}

/* "the truce did not hold": a negation that meets no hit denies the good that was the clause's subject. */
static void negate_subject(const scope *s, const tn_trigger_at *at) {
    static const tn_trigger of_easing = {TN_RULE_NEGATION, TN_PLACE_AFTER, TN_OF_EASING, 4, true, -1};
    if (is_rule_on(s, TN_RULE_VOICE)) (void)reach_backward(s, &of_easing, at, of_easing.window);
}

/* "the truce ended after an attack": what follows is no object; it is in "removed from the blacklist". */
static bool is_intransitive(const scope *s, const tn_trigger *trigger, const tn_trigger_at *at) {
    if (!trigger->verb || at->last - at->first > 1 || !tn_has_no_object(s->doc, at->last, s->last_word)) return false;
    return at->last >= s->last_word || !word_is(s, at->last, "from");
}

/* The hits before the trigger's own words are passed. Triggers come in order. */
static void come_to(scope *s, const tn_trigger_at *at) {
    while (s->from < s->count && s->hits[s->from].last <= at->first) s->from++;
}

/* A trigger at work, by those of its rows that have one of `rules`. */
static void act(scope *s, const tn_trigger_at *at, unsigned rules) {
    bool known = false, inside = false;
    for (int32_t i = (int32_t)at->trigger; i >= 0; i = s->model->triggers[i].also) {
        const tn_trigger *trigger = &s->model->triggers[i];
        if (!(rules >> trigger->rule & 1)) continue;
        if (trigger->rule == TN_RULE_SENSE) {
            take_lightly(s, at);
            continue;
        }
        if (!known) {
            come_to(s, at);
            inside = is_inside_hit(s, at);
            known = true;
        }
        if (inside) {
            grade_from_inside(s, trigger, at);
            continue;
        }
        if (trigger->place == TN_PLACE_AFTER) {
            if (!trigger->verb || tn_has_no_object(s->doc, at->last, s->last_word))
                (void)reach_backward(s, trigger, at, trigger->window);
            continue;
        }
        uint32_t subject = subject_window(s, trigger, at);
        if (subject && reach_backward(s, trigger, at, subject)) continue;
        if (trigger->rule == TN_RULE_REVERSAL && is_intransitive(s, trigger, at)) continue;
        const tn_hit *reversed =
            is_outer(trigger->rule) ? acts_on_reversal(s, trigger->rule, at, trigger->window) : NULL;
        if (reversed && trigger->rule == TN_RULE_NEGATION) continue;
        if (!reach_forward(s, trigger, at, reversed) && trigger->rule == TN_RULE_NEGATION && !trigger->verb)
            negate_subject(s, at);
    }
}

static void act_all(scope *s, unsigned rules) {
    s->from = 0;
    if (!(rules & s->triggers->rules)) return;
    for (size_t i = 0; i < s->triggers->count; i++) act(s, &s->triggers->at[i], rules);
}

static void concede_hit(const scope *s, tn_hit *hit, const tn_trigger_at *at) {
    hit->share *= s->model->parameters.but;
    if (!applied_rule(hit, TN_RULE_BUT))
        apply(s, hit, TN_RULE_BUT, at); /* told, and by a factor of 1: it is no weight */
}

/* What is conceded counts less: the clause behind "although" or "despite", what stands before "but". */
static void concede(const scope *s) {
    for (size_t i = 0; i < s->triggers->count; i++) {
        const tn_trigger_at *at = &s->triggers->at[i];
        const tn_trigger *trigger = &s->model->triggers[at->trigger];
        if (trigger->rule != TN_RULE_BUT || !is_in_place(s, at)) continue;
        if (trigger->place == TN_PLACE_AFTER) {
            for (size_t h = 0; h < s->count && s->hits[h].last <= at->first; h++) concede_hit(s, &s->hits[h], at);
            continue;
        }
        uint32_t undivided = at->last;
        for (size_t h = hit_from(s, at->last); h < s->count; h++) {
            if (s->hits[h].first < at->last) continue;
            if (is_comma_between(s, undivided, s->hits[h].first)) break;
            undivided = s->hits[h].first;
            concede_hit(s, &s->hits[h], at);
        }
    }
}

void tn_scope_apply(tn_hit *hits, size_t count, const tn_trigger_list *triggers, const tn_tone_model *model,
                    const tn_doc *doc, uint32_t first_word, uint32_t last_word, unsigned enabled) {
    scope s = {hits, count, triggers, model, doc, enabled, first_word, last_word, 0};
    act_all(&s, enabled & ~(unsigned)(MARKS | OUTER));
    act_all(&s, enabled & OUTER); /* those that act on reversals need these to be in place */
    for (size_t h = 0; h < count; h++) {
        for (uint32_t r = 0; r < hits[h].n_rules; r++) hits[h].final *= hits[h].rules[r].factor;
        if (applied_rule(&hits[h], TN_RULE_USE)) hits[h].share = 1; /* no longer a thing: an event */
    }
    if (enabled & triggers->rules & BIT(BUT)) concede(&s);
}
