/* A summary alone, by one ranker. */
#ifndef TN_TESTS_SUMMARIZED_H
#define TN_TESTS_SUMMARIZED_H

#include "opened.h"

static const tenor_summary *summarize(const char *ranker, tenor_string text, tenor_budget budget, double amount) {
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_input input = {.text = text};
    tenor_error error;
    options.parts = TENOR_PART_SUMMARY;
    options.ranker = ranker;
    options.budget = budget;
    options.amount = amount;
    tenor_status status = tenor_analyze(result, engine, &input, &options, &error);
    cr_assert_eq(status, TENOR_OK, "%s: %s", ranker, error.message);
    return tenor_result_summary(result);
}

#endif
