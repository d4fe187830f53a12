/* Every row of rankers.def keeps the promises of a ranker. */
#include <criterion/criterion.h>
#include <math.h>

#include "summarized.h"
#include "texts.h"

TestSuite(rankers, .init = set_up, .fini = tear_down);

static void check_summary(const char *ranker, const tenor_summary *summary) {
    for (size_t i = 0; i < summary->count; i++) {
        const tenor_sentence *sentence = summary->sentences[i];
        cr_assert(isfinite(sentence->score), "%s", ranker);
        cr_assert(sentence->chosen);
        cr_assert(sentence->index != TENOR_NO_INDEX, "%s: a headline in the summary", ranker);
        if (i > 0) cr_assert_gt(sentence->index, summary->sentences[i - 1]->index, "%s: not in order", ranker);
        for (size_t j = 0; j < i; j++)
            cr_assert(!tn_equal(sentence->text, summary->sentences[j]->text), "%s: a sentence twice", ranker);
    }
}

Test(rankers, take_every_text_and_say_something) {
    size_t count;
    const tenor_named *rankers = tenor_rankers(&count);
    cr_assert_gt(count, 3);
    for (size_t r = 0; r < count; r++)
        for (size_t t = 0; t < CONTRACT_TEXTS; t++) {
            const tenor_summary *summary = summarize(rankers[r].name, contract_texts[t], TENOR_BUDGET_SENTENCES, 3);
            check_summary(rankers[r].name, summary);
            bool any = tenor_result_document(result)->words > 0;
            cr_assert_eq(summary->count > 0, any, "%s, text %zu: %zu sentences", rankers[r].name, t, summary->count);
            cr_assert_leq(summary->count, 3);
        }
}

Test(rankers, are_deterministic) {
    size_t count, n;
    const tenor_named *rankers = tenor_rankers(&count);
    tenor_string text = TN_STR(
        "The port reopened on Monday. Ships waited for a week outside the port. The strike of the pilots had closed "
        "it. "
        "A court ended the strike. Pilots and port agreed on a new contract. The contract runs for two years.");
    for (size_t r = 0; r < count; r++) {
        double first[16];
        (void)summarize(rankers[r].name, text, TENOR_BUDGET_SENTENCES, 2);
        const tenor_sentence *sentences = tenor_result_sentences(result, &n);
        cr_assert_leq(n, 16);
        for (size_t i = 0; i < n; i++) first[i] = sentences[i].score;
        (void)summarize(rankers[r].name, text, TENOR_BUDGET_SENTENCES, 2);
        sentences = tenor_result_sentences(result, &n);
        for (size_t i = 0; i < n; i++) cr_assert(first[i] == sentences[i].score, "%s differs", rankers[r].name);
    }
}

Test(rankers, keep_every_budget) {
    size_t count;
    const tenor_named *rankers = tenor_rankers(&count);
    tenor_string text = TN_STR(
        "Rain fell on the valley for nine days. The river rose above the old bridge. Farmers moved their herds uphill. "
        "Two roads were closed. The mayor asked the province for boats. Boats came on Sunday evening.");
    for (size_t r = 0; r < count; r++) {
        const tenor_summary *summary = summarize(rankers[r].name, text, TENOR_BUDGET_WORDS, 15);
        size_t words = 0;
        for (size_t i = 0; i < summary->count; i++) words += summary->sentences[i]->words;
        cr_assert(words > 0 && words <= 15, "%s: %zu words", rankers[r].name, words);
        summary = summarize(rankers[r].name, text, TENOR_BUDGET_PERCENT, 34);
        cr_assert_eq(summary->count, 3, "%s", rankers[r].name);
        summary = summarize(rankers[r].name, text, TENOR_BUDGET_SENTENCES, 100);
        cr_assert_eq(summary->count, 6, "%s: N beyond the text gives all", rankers[r].name);
        summary = summarize(rankers[r].name, text, TENOR_BUDGET_CHARS, 5);
        cr_assert_eq(summary->count, 1, "%s: never nothing", rankers[r].name);
        cr_assert_eq(tenor_result_document(result)->n_warnings, 1);
        cr_assert_str_eq(tenor_result_document(result)->warnings[0], "over_budget");
    }
}
