/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selection: the summary's sentences, one by one, by maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998):
 * next is the sentence with the largest
 *
 *     s_i - diversity · max_{j chosen} a_i · a_j - (DANGLING_PENALTY if it opens with a word that points back)
 *         - evenness · max(0, (words chosen + words_i) / mean + KEPT · (choices left after it) - ALLOWED · n)
 *
 * a_i the unit tf·isf rows, ties to the earlier sentence. The last line is for rankers that ask for it, and for budgets
 * that count sentences: what says much is mostly long, so a summary of n sentences would be of n long ones. n sentences
 * may have ALLOWED · n times the text's mean length together; a choice that leaves less than KEPT of it to each of
 * those to come pays for what is missing. One long sentence among short ones costs nothing. A summary of one sentence
 * has no short ones: it may be ALONE times the mean, and pays twice for what is over.
 *
 * For an update (the task of DUC 2007 and TAC 2008: the reader knows earlier articles) the likeness to what these say,
 * past.h, counts against a sentence as well:
 *
 *     - PAST_WEIGHT · diversity · max_{h in the past} a_i · a_h
 *
 * as in Boudin, El-Bèze and Torres-Moreno, "A Scalable MMR Approach to Sentence Scoring for Multi-Document Update
 * Summarization", COLING 2008, who multiply where this subtracts. There a sentence that points back has lost what it
 * points to more often than not, since that was said before: without the sentence before it, it loses LOST, too.
 *
 * Six rules stand above the number:
 *
 *   budget  A sentence that does not fit what is left is passed over for the next that does.
 *   tier    A sentence of a lower tier is taken only when those above it are used up (not: do not fit), or when nothing
 *           could be taken yet: 0 ordinary; 1 fewer than 3 words; 2 near-identical (cosine >= 0.95) to one chosen
 *           or said before (>= 0.7 to one of the past);
 *           3 no word at all, or fewer or more than asked for, and that only when nothing else is there.
 *   must    Where words must be in the summary, the best sentence with them, in the form given if there is one, is
 *           taken before all others.
 *   whole   If asked for, a sentence that points back is taken with the one before it, or passed over.
 *   twice   The same words, but for case, are never taken twice.
 *   some    If nothing fits, the shortest of the 5 best (by tier and number) is taken all the same.
 *
 * Time. A pick scans the numbers, O(n), and brings the likenesses up to date (likeness.h). That is linear in the picks;
 * for thousands of picks from a long book it would be quadratic, and redundancy against thousands of sentences tells
 * nothing any more. So after MMR_PICKS picks the numbers stay as they are: what is left is sorted once and taken in
 * that order under the same rules, near-identical sentences found by keys. O(n · MMR_PICKS + n log n) at worst.
 */
#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "rank/likeness.h"
#include "rank/rank.h"

static const double DANGLING_PENALTY = 0.02;
static const double LOST = 0.4;
static const double PAST_WEIGHT = 2; /* on clusters of articles cut in two it does best at 2 */
static const double SAID = 0.7;      /* to one of the past, and a sentence has been said */
static const double NEAR_IDENTICAL = 0.95;
static const double ALLOWED = 1.05, KEPT = 0.5, ALONE = 1.3;
static const uint32_t FEWEST_WORDS = 3;
enum { MMR_PICKS = 512, BEST = 5 };

enum { TIER_ORDINARY, TIER_SHORT, TIER_NEAR, TIER_EXCLUDED, NO_TIER };

typedef struct selection {
    const tn_doc *doc;
    const tn_terms *terms;
    double diversity;
    const tn_select_options *options;
    double *score;  /* [n] with the dangling penalty */
    size_t *cost;   /* [n] in units of the budget */
    size_t *before; /* [n + 1] of the rows before it all together */
    uint32_t *run;  /* [n] the first row that comes with it: see open_from */
    uint32_t *open; /* [n] by run[]: the first of its rows that is not taken, for they are taken in order */
    size_t left;    /* of the budget */
    double evenness;
    double mean;    /* words of a sentence */
    double room;    /* words that the choices to come may have, in mean sentences */
    uint32_t *same; /* [n] the first row with the same words */
    bool *used;     /* [n] by same[]: these words are in the summary */
    bool *taken;    /* [n] */
    size_t picks;
    uint64_t seed; /* of the hash of a sentence's words */
    tn_likeness likeness;
} selection;

/* A row and what decides on it. */
typedef struct candidate {
    double value;
    size_t row;
    int tier;
} candidate;

/* ------------------------------------------------------------------ budget */

static const tn_sentence *sentence_of(const selection *s, size_t row) { return s->terms->sentence[row]; }

static uint32_t words_of(const selection *s, size_t row) {
    return sentence_of(s, row)->last - sentence_of(s, row)->first;
}

/* Code points, a run of white space as one. */
static size_t characters(tenor_string text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool continues = ((unsigned char)text.data[i] & 0xC0) == 0x80;
        bool more_space = i > 0 && tn_is_space(text.data[i]) && tn_is_space(text.data[i - 1]);
        count += !continues && !more_space;
    }
    return count;
}

/* One more than its characters: the space that joins it. The budget, too, is one more than asked for. */
static size_t cost_of(const selection *s, size_t row, tenor_budget budget) {
    const tn_sentence *sentence = sentence_of(s, row);
    switch (budget) {
        case TENOR_BUDGET_WORDS: return words_of(s, row);
        case TENOR_BUDGET_CHARS: return characters(tn_doc_text(s->doc, sentence->start, sentence->end)) + 1;
        default: return 1;
    }
}

static size_t whole(double amount) {
    if (!(amount >= 1)) return 0;
    return amount < 1e15 ? (size_t)amount : (size_t)1000000000000000;
}

static size_t size_of_budget(const tn_select_options *options, size_t n) {
    /* Less than any share of a sentence that counts: 7 % of 100 is 7.000000000000001. */
    const double slack = 1e-9;
    size_t size = whole(options->amount);
    switch (options->budget) {
        case TENOR_BUDGET_WORDS: return size;
        case TENOR_BUDGET_CHARS: return size + 1;
        case TENOR_BUDGET_PERCENT: size = whole(ceil(options->amount / 100.0 * (double)n - slack)); break;
        default: break;
    }
    return size ? size : 1;
}

/* -------------------------------------------------------------- same words */

static bool same_words(const selection *s, size_t a, size_t b) {
    if (words_of(s, a) != words_of(s, b)) return false;
    const tn_word *x = s->doc->words + sentence_of(s, a)->first, *y = s->doc->words + sentence_of(s, b)->first;
    for (uint32_t w = 0; w < words_of(s, a); w++)
        if (x[w].term != y[w].term) return false;
    return true;
}

static uint64_t hash_words(const selection *s, size_t row) {
    uint64_t hash = s->seed ^ words_of(s, row);
    for (uint32_t w = sentence_of(s, row)->first; w < sentence_of(s, row)->last; w++)
        hash = tn_hash_mix(hash, s->doc->words[w].term);
    return hash ^ (hash >> 32);
}

/* same[], with a hash table of rows + 1. */
static bool find_same(selection *s, tn_arena *arena) {
    size_t mask = 15;
    while (mask < 2 * s->terms->n) mask = 2 * mask + 1;
    uint32_t *slots = TN_NEW_ARRAY(arena, mask + 1, uint32_t);
    if (!slots) return false;
    for (size_t i = 0; i < s->terms->n; i++) {
        size_t slot = hash_words(s, i) & mask;
        while (slots[slot] && !same_words(s, slots[slot] - 1, i)) slot = (slot + 1) & mask;
        if (!slots[slot]) slots[slot] = (uint32_t)i + 1;
        s->same[i] = slots[slot] - 1;
    }
    return true;
}

/* ------------------------------------------------------------------- picks */

static bool is_excluded(const selection *s, size_t row) {
    uint32_t words = words_of(s, row);
    return words == 0 || words < s->options->min_words || (s->options->max_words && words > s->options->max_words);
}

/* What its length takes from a sentence. */
static double length_cost(const selection *s, size_t row) {
    if (s->evenness <= 0 || s->left == 0) return 0;
    double cost = s->evenness * fmax(0, words_of(s, row) / s->mean + KEPT * (double)(s->left - 1) - s->room);
    if (s->options->account) s->options->account->length_cost[row] = cost;
    return cost;
}

static void weigh_lengths(selection *s) {
    tenor_budget budget = s->options->budget;
    bool alone = s->left == 1, counts_sentences = budget == TENOR_BUDGET_SENTENCES || budget == TENOR_BUDGET_PERCENT;
    s->room = alone ? ALONE : ALLOWED * (double)s->left;
    s->mean = fmax(1, tn_mean_words(s->terms));
    s->evenness = counts_sentences ? s->options->evenness * (alone ? 2 : 1) : 0;
}

/* Of an update: the sentence points back to one that is not there. */
static bool is_lost(const selection *s, size_t row) {
    const tn_sentence *sentence = sentence_of(s, row);
    if (!s->options->past || !sentence->dangling) return false;
    return row == 0 || !s->taken[row - 1] || sentence_of(s, row - 1)->part != sentence->part;
}

static candidate candidate_of(const selection *s, size_t row) {
    double closest = s->likeness.closest[row], past = s->options->past ? s->options->past[row] : 0;
    int tier = words_of(s, row) < FEWEST_WORDS ? TIER_SHORT : TIER_ORDINARY;
    if (closest >= NEAR_IDENTICAL || past >= SAID) tier = TIER_NEAR;
    if (is_excluded(s, row)) tier = TIER_EXCLUDED;
    double cost = s->diversity * (closest + PAST_WEIGHT * past) + length_cost(s, row) + (is_lost(s, row) ? LOST : 0);
    return (candidate){s->score[row] - cost, row, tier};
}

/* The order of preference, without ties. */
static bool better(const candidate *a, const candidate *b) {
    if (a->tier != b->tier) return a->tier < b->tier;
    if (a->value != b->value) return a->value > b->value;
    return a->row < b->row;
}

static int compare(const void *a, const void *b) { return better(b, a) - better(a, b); }

/* ---- what comes with a sentence ---- */

/* What is to be taken with a sentence: when coherence is asked for, those before it as long as each points back to
 * another, in the same article. So of such a run of sentences, all that are taken stand before all that are not, and
 * what is left of it up to a row, and what that costs, is known without a walk. */
static void find_runs(selection *s) {
    for (size_t i = 0; i < s->terms->n; i++) {
        bool goes_on = s->options->coherent && i > 0 && sentence_of(s, i)->dangling &&
                       sentence_of(s, i - 1)->part == sentence_of(s, i)->part;
        s->run[i] = goes_on ? s->run[i - 1] : (uint32_t)i;
        s->open[i] = (uint32_t)i;
        s->before[i + 1] = s->before[i] + s->cost[i];
    }
}

/* The first row to take with this one; the one after it, when it is taken. */
static size_t open_from(const selection *s, size_t row) {
    size_t open = s->open[s->run[row]];
    return open <= row ? open : row + 1;
}

static size_t cost_with_all(const selection *s, size_t row) {
    return s->before[row + 1] - s->before[open_from(s, row)];
}

static bool open_to_choice(const selection *s, size_t row) { return !s->taken[row] && !s->used[s->same[row]]; }

/* Whether the tier may be taken from when the highest tier with a sentence that did not fit is `passed_over`. */
static bool tier_allowed(const selection *s, int tier, int passed_over) {
    if (s->picks == 0) return tier < NO_TIER;
    return tier <= passed_over && tier < TIER_EXCLUDED;
}

static void take_one(selection *s, size_t row) {
    if (s->options->account) {
        s->options->account->pick[row] = s->picks + 1;
        s->options->account->closest[row] = s->likeness.closest[row];
        s->options->account->worth[row] = candidate_of(s, row).value;
    }
    s->taken[row] = s->used[s->same[row]] = true;
    s->open[s->run[row]] = (uint32_t)row + 1;
    s->left -= s->cost[row] < s->left ? s->cost[row] : s->left;
    s->room -= words_of(s, row) / s->mean;
    s->picks++;
}

/* Takes a sentence and what comes with it. */
static tenor_status take(selection *s, size_t row, tenor_error *error) {
    for (size_t i = open_from(s, row); i <= row; i++) {
        take_one(s, i);
        if (s->left > 0) TN_TRY(tn_likeness_add(&s->likeness, i, error));
    }
    return TENOR_OK;
}

/* The best sentence that fits and may be taken now; its tier is NO_TIER when there is none. */
static candidate next_pick(const selection *s) {
    candidate best = {0, 0, NO_TIER};
    int passed_over = NO_TIER;
    for (size_t i = 0; i < s->terms->n; i++) {
        if (!open_to_choice(s, i)) continue;
        candidate c = candidate_of(s, i);
        bool fits = cost_with_all(s, i) <= s->left;
        if (fits && better(&c, &best)) best = c;
        if (!fits && c.tier < passed_over) passed_over = c.tier;
    }
    if (!tier_allowed(s, best.tier, passed_over)) best.tier = NO_TIER;
    return best;
}

/* ---- the account ---- */

/* Those that would have come before `best`, had there been room. */
static void note_too_long(const selection *s, const candidate *best) {
    for (size_t i = 0; s->options->account && i < s->terms->n; i++) {
        if (!open_to_choice(s, i)) continue;
        candidate c = candidate_of(s, i);
        if (better(&c, best) && cost_with_all(s, i) > s->left) s->options->account->left_out[i] = TN_TOO_LONG;
    }
}

static tn_pass_reason why_left_out(const selection *s, size_t row) {
    candidate c = candidate_of(s, row);
    if (s->used[s->same[row]]) return TN_SAME_WORDS;
    if (c.tier == TIER_EXCLUDED) return words_of(s, row) ? TN_LENGTH : TN_FEW_WORDS;
    if (c.tier == TIER_NEAR) return s->likeness.closest[row] >= NEAR_IDENTICAL ? TN_NEAR_COPY : TN_SAID;
    if (c.tier == TIER_SHORT) return TN_FEW_WORDS;
    return s->options->account->left_out[row] ? TN_TOO_LONG : TN_LOWER;
}

static void close_account(const selection *s) {
    tn_account *account = s->options->account;
    for (size_t i = 0; account && i < s->terms->n; i++) {
        account->left_out[i] = s->taken[i] ? TN_TAKEN : why_left_out(s, i);
        if (s->taken[i]) continue;
        account->closest[i] = s->likeness.closest[i];
        account->worth[i] = candidate_of(s, i).value - (s->left == 0 ? account->length_cost[i] : 0);
    }
}

/* ---- what must be in it ---- */

static bool has_all(const selection *s, size_t row, const tn_query *query) {
    const tn_query_text text = {.doc = s->doc, .terms = s->terms};
    size_t n = query->n + query->n_stop;
    return n > 0 && query->complete && tn_query_count(query, &text, row) == n;
}

/* The best sentence that answers a query and fits, one that has the words as they were given before others; its tier is
 * TIER_EXCLUDED when there is none. *answered: one that is taken does. */
static candidate best_answer(const selection *s, const tn_query *query, bool *answered) {
    const tn_query_text text = {.doc = s->doc, .terms = s->terms};
    candidate best = {0, 0, TIER_EXCLUDED};
    bool best_literal = false;
    *answered = false;
    for (size_t i = 0; i < s->terms->n; i++) {
        if (!has_all(s, i, query)) continue;
        *answered |= s->taken[i];
        candidate c = candidate_of(s, i);
        if (!open_to_choice(s, i) || c.tier >= TIER_EXCLUDED || cost_with_all(s, i) > s->left) continue;
        bool literal = tn_query_is_literal(query, &text, i);
        if (literal < best_literal || (literal == best_literal && !better(&c, &best))) continue;
        best = c;
        best_literal = literal;
    }
    return best;
}

/* For each query a sentence that answers it, unless one that is taken does. */
static tenor_status pick_what_must(selection *s, tenor_error *error) {
    for (size_t q = 0; q < s->options->n_must; q++) {
        bool answered;
        candidate best = best_answer(s, &s->options->must[q], &answered);
        if (!answered && best.tier < TIER_EXCLUDED) TN_TRY(take(s, best.row, error));
    }
    return TENOR_OK;
}

static bool any_of_length(const selection *s) {
    for (size_t i = 0; i < s->terms->n; i++)
        if (s->taken[i] && !is_excluded(s, i)) return true;
    return false;
}

static void note_missing(const selection *s) {
    const tn_select_options *options = s->options;
    bool lengths = options->min_words || options->max_words;
    if (lengths && options->length_missing) *options->length_missing = !any_of_length(s);
    for (size_t q = 0; options->must_missing && q < options->n_must; q++) {
        bool answered = false;
        for (size_t i = 0; !answered && i < s->terms->n; i++)
            answered = s->taken[i] && has_all(s, i, &options->must[q]);
        options->must_missing[q] = !answered;
    }
}

/* *more: stopped at MMR_PICKS, with budget left. */
static tenor_status pick_by_mmr(selection *s, bool *more, tenor_error *error) {
    *more = false;
    while (s->left > 0 && s->picks < MMR_PICKS) {
        candidate best = next_pick(s);
        if (best.tier == NO_TIER) return TENOR_OK;
        note_too_long(s, &best);
        TN_TRY(take(s, best.row, error));
    }
    *more = s->left > 0;
    return TENOR_OK;
}

/* The shortest of the best: nothing fits. */
static void take_shortest(selection *s) {
    candidate best[BEST + 1] = {{0}};
    size_t count = 0;
    for (size_t i = 0; i < s->terms->n; i++) {
        best[count] = candidate_of(s, i);
        for (size_t at = count; at > 0 && better(&best[at], &best[at - 1]); at--) {
            candidate moved = best[at];
            best[at] = best[at - 1];
            best[at - 1] = moved;
        }
        if (count < BEST) count++;
    }
    size_t shortest = 0;
    for (size_t b = 1; b < count; b++)
        if (best[b].tier == best[0].tier && s->cost[best[b].row] < s->cost[best[shortest].row]) shortest = b;
    take_one(s, best[shortest].row);
}

/* ----------------------------------------------------------- after the cap */

static candidate *sort_rest(const selection *s, tn_arena *arena, size_t *count) {
    candidate *rest = TN_NEW_ARRAY(arena, s->terms->n, candidate);
    *count = 0;
    for (size_t i = 0; rest && i < s->terms->n; i++)
        if (open_to_choice(s, i)) rest[(*count)++] = candidate_of(s, i);
    if (rest) qsort(rest, *count, sizeof *rest, compare);
    return rest;
}

static void index_taken(const selection *s, tn_near *near) {
    for (size_t i = 0; i < s->terms->n; i++)
        if (s->taken[i]) tn_near_add(near, i);
}

/* Takes one of the sorted rest if it fits; `passed_over` as in tier_allowed. */
static void try_to_take(selection *s, const candidate *c, tn_near *near, int *passed_over) {
    if (!open_to_choice(s, c->row) || !tier_allowed(s, c->tier, *passed_over)) return;
    if (cost_with_all(s, c->row) > s->left) {
        if (c->tier < *passed_over) *passed_over = c->tier;
        return;
    }
    for (size_t i = open_from(s, c->row); i <= c->row; i++) {
        take_one(s, i);
        if (c->tier < TIER_NEAR) tn_near_add(near, i);
    }
}

/* In order; what turns out to be near-identical to a sentence taken waits for the end. */
static tenor_status pick_in_order(selection *s, tn_arena *arena, tenor_error *error) {
    tn_near near;
    size_t count, waiting = 0;
    candidate *rest = sort_rest(s, arena, &count);
    if (!rest) return tn_fail_memory(error);
    TN_TRY(tn_near_init(&near, &s->likeness.rows, NEAR_IDENTICAL, arena, error));
    index_taken(s, &near);
    int passed_over = NO_TIER;
    for (size_t c = 0; c < count && s->left > 0; c++) {
        if (tn_arena_late(arena, 1)) return tn_fail_memory(error);
        if (open_to_choice(s, rest[c].row) && rest[c].tier < TIER_NEAR && tn_near_find(&near, rest[c].row))
            rest[c].tier = TIER_NEAR;
        if (rest[c].tier < TIER_NEAR) try_to_take(s, &rest[c], &near, &passed_over);
        else rest[waiting++] = rest[c];
    }
    qsort(rest, waiting, sizeof *rest, compare);
    for (size_t c = 0; c < waiting && s->left > 0; c++) try_to_take(s, &rest[c], &near, &passed_over);
    return TENOR_OK;
}

/* -------------------------------------------------------------------- main */

static tenor_status prepare(selection *s, const tn_rank_input *input, const double *scores,
                            const tn_select_options *options, tenor_error *error) {
    size_t n = input->terms->n;
    *s = (selection){.doc = input->doc,
                     .terms = input->terms,
                     .options = options,
                     .diversity = options->diversity,
                     .seed = input->doc->seed};
    s->score = TN_NEW_ARRAY(input->arena, n, double);
    s->cost = TN_NEW_ARRAY(input->arena, n, size_t);
    s->same = TN_NEW_ARRAY(input->arena, n, uint32_t);
    s->used = TN_NEW_ARRAY(input->arena, n, bool);
    s->taken = TN_NEW_ARRAY(input->arena, n, bool);
    s->before = TN_NEW_ARRAY(input->arena, n + 1, size_t);
    s->run = TN_NEW_ARRAY(input->arena, n, uint32_t);
    s->open = TN_NEW_ARRAY(input->arena, n, uint32_t);
    bool made = s->score && s->cost && s->same && s->used && s->taken && s->before && s->run && s->open;
    if (!made) return tn_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        s->score[i] = scores[i] - (sentence_of(s, i)->dangling ? DANGLING_PENALTY : 0.0);
        s->cost[i] = cost_of(s, i, options->budget);
    }
    find_runs(s);
    s->left = size_of_budget(options, n);
    weigh_lengths(s);
    if (!find_same(s, input->arena)) return tn_fail_memory(error);
    return tn_likeness_init(&s->likeness, input->terms, input->arena, error);
}

tenor_status tn_select(const tn_rank_input *input, const double *scores, const tn_select_options *options,
                       size_t *chosen, size_t *n_chosen, bool *over_budget, tenor_error *error) {
    selection s;
    bool more;
    *n_chosen = 0;
    *over_budget = false;
    if (input->terms->n == 0) return TENOR_OK;
    TN_TRY(prepare(&s, input, scores, options, error));
    TN_TRY(pick_what_must(&s, error));
    TN_TRY(pick_by_mmr(&s, &more, error));
    if (more) TN_TRY(pick_in_order(&s, input->arena, error));
    if (s.picks == 0) {
        *over_budget = true;
        take_shortest(&s);
    }
    for (size_t i = 0; i < input->terms->n; i++)
        if (s.taken[i]) chosen[(*n_chosen)++] = i;
    note_missing(&s);
    close_account(&s);
    return TENOR_OK;
}
