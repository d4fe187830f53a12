#include "naive_select.h"

#include <criterion/criterion.h>
#include <math.h>

#include "rank/weights.h"

typedef struct naive {
    const tn_rank_input *input;
    const double *scores;
    const tn_select_options *options;
    tn_csr rows;
    size_t taken[4096], picks, budget;
} naive;

typedef struct number {
    int tier;
    double value;
} number;

static const tn_sentence *row(const naive *s, size_t i) { return s->input->terms->sentence[i]; }
static size_t words(const naive *s, size_t i) { return row(s, i)->last - row(s, i)->first; }

static double cosine(const naive *s, size_t i, size_t j) {
    const tn_csr *x = &s->rows;
    double sum = 0;
    for (int a = x->row_start[i], b = x->row_start[j]; a < x->row_start[i + 1] && b < x->row_start[j + 1];) {
        if (x->column[a] == x->column[b]) sum += x->value[a++] * x->value[b++];
        else if (x->column[a] < x->column[b]) a++;
        else b++;
    }
    return sum;
}

static bool same(const naive *s, size_t i, size_t j) {
    if (words(s, i) != words(s, j)) return false;
    for (size_t w = 0; w < words(s, i); w++)
        if (s->input->doc->words[row(s, i)->first + w].term != s->input->doc->words[row(s, j)->first + w].term)
            return false;
    return true;
}

/* Taken, or its words are. */
static bool used(const naive *s, size_t i) {
    for (size_t t = 0; t < s->picks; t++)
        if (s->taken[t] == i || same(s, s->taken[t], i)) return true;
    return false;
}

/* n sentences may have 1.05 n times the mean length; half a mean is kept for each that is still to come. One alone may
 * have 1.3 times, and pays twice. */
static double length_cost(const naive *s, size_t i) {
    double sum = 0, all = (double)words(s, i), n = (double)s->input->terms->n;
    if (s->options->budget != TENOR_BUDGET_SENTENCES && s->options->budget != TENOR_BUDGET_PERCENT) return 0;
    if (s->picks >= s->budget) return 0;
    for (size_t j = 0; j < s->input->terms->n; j++) sum += (double)words(s, j);
    for (size_t t = 0; t < s->picks; t++) all += (double)words(s, s->taken[t]);
    double to_come = (double)(s->budget - s->picks - 1), mean = fmax(1, sum / n);
    if (s->budget == 1) return 2 * s->options->evenness * fmax(0, all / mean - 1.3);
    return s->options->evenness * fmax(0, all / mean + to_come / 2 - 1.05 * (double)s->budget);
}

static number number_of(const naive *s, size_t i) {
    double most = 0;
    for (size_t t = 0; t < s->picks; t++) most = fmax(most, cosine(s, i, s->taken[t]));
    int tier = words(s, i) == 0 ? 3 : most >= 0.95 ? 2 : words(s, i) < 3 ? 1 : 0;
    double score = s->scores[i] - (row(s, i)->dangling ? 0.02 : 0.0);
    return (number){tier, score - s->options->diversity * most - length_cost(s, i)};
}

static bool better(number a, number b) { return a.tier != b.tier ? a.tier < b.tier : a.value > b.value; }

static size_t characters(const naive *s, size_t i) {
    size_t count = 0;
    bool space = false;
    for (uint32_t at = row(s, i)->start; at < row(s, i)->end; at++) {
        char c = s->input->doc->text.data[at];
        bool now = strchr(" \t\n\v\f\r", c) != NULL;
        if ((c & 0xC0) != 0x80 && !(now && space)) count++;
        space = now;
    }
    return count;
}

size_t cost_of_choice(const tn_rank_input *input, tenor_budget budget, const size_t *chosen, size_t n_chosen) {
    naive s = {.input = input};
    size_t cost = 0;
    for (size_t c = 0; c < n_chosen; c++) {
        if (budget == TENOR_BUDGET_WORDS) cost += words(&s, chosen[c]);
        else if (budget == TENOR_BUDGET_CHARS) cost += characters(&s, chosen[c]) + (c > 0);
        else cost += 1;
    }
    return cost;
}

static bool fits(const naive *s, size_t i) {
    size_t with[4097];
    memcpy(with, s->taken, s->picks * sizeof *with);
    with[s->picks] = i;
    return cost_of_choice(s->input, s->options->budget, with, s->picks + 1) <= s->budget;
}

static bool pick(naive *s) {
    size_t n = s->input->terms->n, best = n;
    number best_number = {4, 0};
    int passed_over = 4;
    for (size_t i = 0; i < n; i++) {
        if (used(s, i)) continue;
        number x = number_of(s, i);
        if (!fits(s, i)) {
            if (x.tier < passed_over) passed_over = x.tier;
        } else if (better(x, best_number)) {
            best = i;
            best_number = x;
        }
    }
    if (best == n || (s->picks > 0 && (best_number.tier > passed_over || best_number.tier == 3))) return false;
    s->taken[s->picks++] = best;
    return true;
}

static void take_in_order(naive *s, int lowest, int highest, number *numbers, int *passed_over) {
    size_t n = s->input->terms->n;
    bool *seen = TN_NEW_ARRAY(s->input->arena, n, bool);
    for (;;) {
        size_t best = n;
        for (size_t i = 0; i < n; i++)
            if (!seen[i] && numbers[i].tier >= lowest && numbers[i].tier <= highest &&
                (best == n || better(numbers[i], numbers[best])))
                best = i;
        if (best == n) return;
        seen[best] = true;
        if (used(s, best)) continue;
        if (numbers[best].tier < 2 && number_of(s, best).tier == 2) {
            numbers[best].tier = 2;
        } else if (numbers[best].tier <= *passed_over) {
            if (fits(s, best)) s->taken[s->picks++] = best;
            else if (numbers[best].tier < *passed_over) *passed_over = numbers[best].tier;
        }
    }
}

static void finish_in_order(naive *s) {
    size_t n = s->input->terms->n;
    number *numbers = TN_NEW_ARRAY(s->input->arena, n, number);
    int passed_over = 4;
    for (size_t i = 0; i < n; i++) numbers[i] = number_of(s, i);
    take_in_order(s, 0, 1, numbers, &passed_over);
    take_in_order(s, 2, 2, numbers, &passed_over);
}

/* Of the five best, in the best tier, the shortest. */
static size_t shortest_of_the_best(naive *s) {
    size_t n = s->input->terms->n, shortest = n, first = n;
    bool *seen = TN_NEW_ARRAY(s->input->arena, n, bool);
    for (int round = 0; round < 5; round++) {
        size_t best = n;
        for (size_t i = 0; i < n; i++)
            if (!seen[i] && (best == n || better(number_of(s, i), number_of(s, best)))) best = i;
        if (best == n) break;
        seen[best] = true;
        if (first == n) first = shortest = best;
        if (number_of(s, best).tier == number_of(s, first).tier &&
            cost_of_choice(s->input, s->options->budget, &best, 1) <
                cost_of_choice(s->input, s->options->budget, &shortest, 1))
            shortest = best;
    }
    return shortest;
}

static size_t budget_of(const tn_select_options *options, size_t n) {
    if (options->budget == TENOR_BUDGET_PERCENT) return (size_t)fmax(1, ceil(options->amount * (double)n / 100 - 1e-9));
    return (size_t)options->amount;
}

void naive_select(const tn_rank_input *input, const double *scores, const tn_select_options *options, size_t mmr_picks,
                  size_t *chosen, size_t *n_chosen, bool *over_budget) {
    static naive s;
    s = (naive){.input = input, .scores = scores, .options = options};
    s.budget = budget_of(options, input->terms->n);
    double *isf = tn_isf(input->terms, input->arena);
    cr_assert_eq(tn_unit_rows(&s.rows, input->terms, isf, input->arena, NULL), TENOR_OK);
    while (s.picks < mmr_picks && pick(&s)) continue;
    if (s.picks == mmr_picks) finish_in_order(&s);
    *over_budget = s.picks == 0;
    if (*over_budget) {
        s.taken[0] = shortest_of_the_best(&s);
        s.picks = 1;
    }
    *n_chosen = 0;
    for (size_t i = 0; i < input->terms->n; i++)
        for (size_t t = 0; t < s.picks; t++)
            if (s.taken[t] == i) chosen[(*n_chosen)++] = i;
}
