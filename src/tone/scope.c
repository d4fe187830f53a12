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
 */
#include "tone/hits.h"

/* One sentence at work. */
typedef struct scope {
    tn_hit *hits;
    size_t count;
    const tn_trigger_list *triggers;
    const tn_tone_lexicon *lexicon;
    const tn_tone_model *model;
    const tn_doc *doc;
    unsigned enabled;
} scope;

static bool is_rule_on(const scope *s, unsigned rule) { return s->enabled >> rule & 1; }

static const tn_lexeme *lexeme_of(const scope *s, const tn_hit *hit) { return &s->lexicon->data.lexemes[hit->lexeme]; }

/* A trigger that is part of a longer lexicon phrase has had its say there: "lift sanctions" is an entry of its own. */
static bool is_inside_hit(const scope *s, const tn_trigger_at *at) {
    for (size_t i = 0; i < s->count; i++) {
        const tn_hit *hit = &s->hits[i];
        bool overlaps = at->first < hit->last && hit->first < at->last;
        if (overlaps && hit->last - hit->first > at->last - at->first) return true;
    }
    return false;
}

/* Whether a clause mark or a break word stands between word `from` and word `to` (the gap before `to` included). */
static bool is_divided(const scope *s, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i <= to && i < s->doc->n_words; i++)
        if (s->doc->words[i].flags & TN_WORD_CLAUSE) return true;
    if (!is_rule_on(s, TN_RULE_BREAK)) return false;
    for (size_t i = 0; i < s->triggers->count; i++) {
        const tn_trigger_at *at = &s->triggers->at[i];
        if (at->first >= from && at->last <= to && s->model->triggers[at->trigger].rule == TN_RULE_BREAK) return true;
    }
    return false;
}

static bool has_polarity(const tn_trigger *trigger, const tn_hit *hit) {
    return trigger->of == TN_OF_ANY || (trigger->of == TN_OF_TENSE ? hit->weight > 0 : hit->weight < 0);
}

/* A modifier colours the noun that follows ("brutal war"), it is no goal of a trigger by itself. */
static bool is_modifier(const scope *s, const tn_hit *hit) { return lexeme_of(s, hit)->pos == 'a'; }

static bool word_is(const scope *s, uint32_t at, const char *word) {
    return tn_equal(s->doc->terms[s->doc->words[at].term].text, tn_str(word));
}

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

/* A finite verb is no object: "ended the attack" reverses, "ended as rebels attacked" does not. */
static bool can_be_object(const scope *s, const tn_hit *hit) {
    const tn_lexeme *lexeme = lexeme_of(s, hit);
    if (lexeme->pos != 'v' || s->lexicon->may_be_noun[hit->lexeme]) return true;
    tenor_string word = s->doc->terms[s->doc->words[hit->first].term].text;
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
        case TN_RULE_APPEAL: return p->appeal;
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
    tn_applied fresh = {(uint8_t)rule, at->first, at->last, factor_of(s, rule, hit)};
    if (old && distance(hit, old->first, old->last) <= distance(hit, at->first, at->last)) return;
    if (old) *old = fresh;
    else if (hit->n_rules < TN_MOST_RULES_A_HIT) hit->rules[hit->n_rules++] = fresh;
}

/* Forward: the first hit that can be an object, the modifiers before it, and those joined to it. */
static void reach_forward(const scope *s, const tn_trigger *trigger, const tn_trigger_at *at) {
    const tn_hit *goal = NULL;
    for (size_t i = 0; i < s->count; i++) {
        tn_hit *hit = &s->hits[i];
        if (hit->first < at->last) continue;
        if (goal && !are_joined(s, goal, hit)) return;
        if (hit->first - at->last > trigger->window && !goal) return;
        if (is_divided(s, at->last, hit->first)) return;
        bool verb_ok = trigger->rule != TN_RULE_REVERSAL || can_be_object(s, hit);
        if (!verb_ok) return;
        if (has_polarity(trigger, hit)) apply(s, hit, trigger->rule, at);
        if (!is_modifier(s, hit)) goal = hit;
    }
}

/* Backward: the last hit before the trigger that is no modifier. */
static void reach_backward(const scope *s, const tn_trigger *trigger, const tn_trigger_at *at) {
    for (size_t i = s->count; i-- > 0;) {
        tn_hit *hit = &s->hits[i];
        if (hit->last > at->first) continue;
        if (at->first - hit->last > trigger->window || is_divided(s, hit->last, at->first)) return;
        if (is_modifier(s, hit) && trigger->rule == TN_RULE_REVERSAL) continue;
        if (trigger->rule == TN_RULE_REVERSAL && !can_be_object(s, hit)) return;
        if (has_polarity(trigger, hit)) apply(s, hit, trigger->rule, at);
        return;
    }
}

/* A negation that comes first upon a reversal negates that, not the hit behind it. */
static bool negates_trigger(const scope *s, const tn_trigger_at *negation, uint32_t window) {
    for (size_t i = 0; i < s->triggers->count; i++) {
        const tn_trigger_at *other = &s->triggers->at[i];
        if (other->first < negation->last || s->model->triggers[other->trigger].rule != TN_RULE_REVERSAL) continue;
        if (other->first - negation->last > window || is_divided(s, negation->last, other->first)) return false;
        for (size_t h = 0; h < s->count; h++) /* a hit before it takes the negation */
            if (s->hits[h].first >= negation->last && s->hits[h].last <= other->first) return false;
        for (size_t h = 0; h < s->count; h++) {
            tn_applied *reversal = applied_rule(&s->hits[h], TN_RULE_REVERSAL);
            if (!reversal || reversal->first != other->first) continue;
            reversal->factor = s->model->parameters.double_negation;
            if (s->hits[h].n_rules < TN_MOST_RULES_A_HIT)
                s->hits[h].rules[s->hits[h].n_rules++] =
                    (tn_applied){TN_RULE_NEGATION, negation->first, negation->last, 1};
        }
        return true;
    }
    return false;
}

static void act(const scope *s, const tn_trigger_at *at, bool negations) {
    if (is_inside_hit(s, at)) return;
    for (int32_t i = (int32_t)at->trigger; i >= 0; i = s->model->triggers[i].also) {
        const tn_trigger *trigger = &s->model->triggers[i];
        if (trigger->rule == TN_RULE_BREAK || !is_rule_on(s, trigger->rule)) continue;
        if ((trigger->rule == TN_RULE_NEGATION) != negations) continue;
        if (negations && trigger->place == TN_PLACE_BEFORE && negates_trigger(s, at, trigger->window)) continue;
        if (trigger->place == TN_PLACE_BEFORE) reach_forward(s, trigger, at);
        else reach_backward(s, trigger, at);
    }
}

void tn_scope_apply(tn_hit *hits, size_t count, const tn_trigger_list *triggers, const tn_tone_lexicon *lexicon,
                    const tn_tone_model *model, const tn_doc *doc, unsigned enabled) {
    scope s = {hits, count, triggers, lexicon, model, doc, enabled};
    for (size_t i = 0; i < triggers->count; i++) act(&s, &triggers->at[i], false);
    for (size_t i = 0; i < triggers->count; i++) act(&s, &triggers->at[i], true);
    for (size_t h = 0; h < count; h++)
        for (uint32_t r = 0; r < hits[h].n_rules; r++) hits[h].final *= hits[h].rules[r].factor;
}
