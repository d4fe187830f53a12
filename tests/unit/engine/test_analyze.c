/* The public way through the whole pipeline: offsets, nulls, errors, memory. */
#include <criterion/criterion.h>
#include <math.h>
#include <time.h>

#include "base/alloc.h"
#include "base/span.h"
#include "opened.h"

TestSuite(analyze, .init = set_up, .fini = tear_down);

static const char article[] =
    "Border talks fail\n\n"
    "GRAVIK (Agency) \xE2\x80\x93 Rebels attacked a convoy in Syria on Monday. Two drivers were killed.\n\n"
    "In Kyiv, the ministry welcomed the grain deal with its neighbours. Ukraine\xE2\x80\x99s ports reopened.\n";

static tenor_status run(tenor_string text, const tenor_options *options, tenor_error *error) {
    tenor_input input = {.text = text};
    return tenor_analyze(result, engine, &input, options, error);
}

static const tenor_topic *topic(const char *name) {
    size_t count;
    const tenor_topic *topics = tenor_result_topics(result, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(topics[i].name, name) == 0) return &topics[i];
    return NULL;
}

Test(analyze, a_result_names_what_it_is_of) {
    cr_expect_null(tenor_result_input(result));
    cr_assert_eq(run(TN_STR(article), NULL, NULL), TENOR_OK);
    cr_assert_not_null(tenor_result_input(result));
    cr_expect(tn_equal(tenor_result_input(result)->text, TN_STR(article)));
}

Test(analyze, a_result_outlives_its_engine) {
    tenor_engine *other;
    tenor_engine_options options = TENOR_ENGINE_OPTIONS_INIT;
    options.data_dir = TENOR_SOURCE_DIR; /* all that it names is its own, and gone when it is closed */
    tenor_input input = {.text = TN_STR(article)};
    cr_assert_eq(tenor_engine_open(&other, &options, NULL), TENOR_OK);
    cr_assert_eq(tenor_analyze(result, other, &input, NULL, NULL), TENOR_OK);
    tenor_engine_close(other);
    cr_expect_eq(run(TN_STR(article), NULL, NULL), TENOR_OK);
}

Test(analyze, offsets_point_at_the_input) {
    size_t count;
    cr_assert_eq(run(TN_STR(article), NULL, NULL), TENOR_OK);
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    cr_assert_eq(count, 5);
    for (size_t i = 0; i < count; i++) {
        tenor_string there = {article + sentences[i].span.start, sentences[i].span.end - sentences[i].span.start};
        cr_assert(tn_equal(there, sentences[i].text));
        for (size_t h = 0; h < sentences[i].n_hits; h++) {
            const tenor_hit *hit = &sentences[i].hits[h];
            cr_assert(tn_equal((tenor_string){article + hit->span.start, hit->span.end - hit->span.start}, hit->text));
        }
    }
    cr_assert_eq(sentences[0].index, TENOR_NO_INDEX, "the headline has no number");
    cr_assert(tn_equal(sentences[1].text, TN_STR("Rebels attacked a convoy in Syria on Monday.")),
              "the dateline is no part");
}

Test(analyze, offsets_skip_what_was_repaired) {
    static const char broken[] =
        "\xEF\xBB\xBF"
        "Caf\xE9 owners in Syria fled. Rebels attacked.";
    size_t count;
    cr_assert_eq(run(TN_STR(broken), NULL, NULL), TENOR_OK);
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    cr_assert_eq(count, 2);
    cr_assert_eq(sentences[0].span.start, 3);
    cr_assert_eq(sentences[1].span.start, (size_t)(strstr(broken, "Rebels") - broken));
    cr_assert_str_eq(tenor_result_document(result)->warnings[0], "repaired_utf8");
}

Test(analyze, a_title_given_apart_has_no_offsets_and_counts_for_its_topic) {
    tenor_input input = {.text = TN_STR("Rain fell in the hills. Roads were closed."),
                         .title = TN_STR("Army shells town in Syria")};
    size_t count;
    cr_assert_eq(tenor_analyze(result, engine, &input, NULL, NULL), TENOR_OK);
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    cr_assert_eq(count, 3);
    cr_assert(sentences[0].span.start == 0 && sentences[0].span.end == 0);
    cr_assert_eq(sentences[1].span.start, 0);
    cr_assert(topic("syria")->tone.scored);
    cr_assert_eq(topic("syria")->evidence[0].via, TENOR_VIA_TITLE);
    cr_assert_eq(topic("syria")->sentences, 1, "a headline carries nothing to the body");
}

Test(analyze, absent_is_null_not_zero) {
    cr_assert_eq(run(TN_STR(article), NULL, NULL), TENOR_OK);
    cr_assert(topic("syria")->tone.scored && topic("ukraine")->tone.scored);
    cr_assert_gt(topic("syria")->tone.tension, topic("ukraine")->tone.tension);
    cr_assert(!topic("north-korea")->tone.scored);
    cr_assert_eq(topic("north-korea")->mentions, 0);
    cr_assert_eq(run(TN_STR("A walk by the lake."), NULL, NULL), TENOR_OK);
    cr_assert(!tenor_result_overall(result)->scored);
}

Test(analyze, a_number_does_not_depend_on_which_topics_one_asks_for) {
    static const char *const one[] = {"syria"};
    tenor_options options = TENOR_OPTIONS_INIT;
    cr_assert_eq(run(TN_STR(article), NULL, NULL), TENOR_OK);
    double all = topic("syria")->tone.tension;
    options.topics = one;
    options.n_topics = 1;
    size_t count;
    cr_assert_eq(run(TN_STR(article), &options, NULL), TENOR_OK);
    (void)tenor_result_topics(result, &count);
    cr_assert_eq(count, 1);
    cr_assert(topic("syria")->tone.tension == all);
}

Test(analyze, doubling_a_text_changes_no_number) {
    char twice[2 * sizeof article];
    cr_assert_eq(run(TN_STR(article), NULL, NULL), TENOR_OK);
    tenor_tone once = topic("syria")->tone;
    double overall = tenor_result_overall(result)->tension;
    strcpy(twice, article);
    strcat(twice, strstr(article, "GRAVIK"));
    cr_assert_eq(run(tn_str(twice), NULL, NULL), TENOR_OK);
    cr_assert_float_eq(topic("syria")->tone.tension, once.tension, 1e-9);
    cr_assert_lt(fabs(tenor_result_overall(result)->tension - overall), 8, "only the headline counts once");
}

/* Of each topic the sentence that a coherent summary of one with that focus has, with any ranker. */
Test(analyze, gists_are_summaries_with_a_focus) {
    tenor_options options = TENOR_OPTIONS_INIT;
    static const char *const names[] = {"syria", "ukraine"};
    static const char *const rankers[] = {"news", "textrank", "lexrank", "lsa", "lead"};
    for (size_t r = 0; r < sizeof rankers / sizeof *rankers; r++) {
        size_t gist[2];
        options.ranker = rankers[r];
        options.gists = true;
        options.parts = TENOR_PART_ALL;
        options.amount = 3;
        options.focus = NULL;
        cr_assert_eq(run(TN_STR(article), &options, NULL), TENOR_OK);
        cr_expect_null(topic("north-korea")->gist);
        for (size_t t = 0; t < 2; t++) {
            cr_assert(topic(names[t])->gist);
            gist[t] = topic(names[t])->gist->index;
        }
        options.parts = TENOR_PART_SUMMARY;
        options.amount = 1;
        for (size_t t = 0; t < 2; t++) {
            options.focus = names[t];
            cr_assert_eq(run(TN_STR(article), &options, NULL), TENOR_OK);
            cr_expect_eq(tenor_result_summary(result)->sentences[0]->index, gist[t], "%s, %s", rankers[r], names[t]);
        }
    }
}

Test(analyze, gists_only_when_asked_for_and_only_of_the_body) {
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_input input = {.text = TN_STR("Rain fell in the hills. Roads were closed."),
                         .title = TN_STR("Army shells town in Syria")};
    cr_assert_eq(run(TN_STR(article), &options, NULL), TENOR_OK);
    cr_expect_null(topic("syria")->gist);
    options.gists = true;
    cr_assert_eq(tenor_analyze(result, engine, &input, &options, NULL), TENOR_OK);
    cr_expect(topic("syria")->tone.scored);
    cr_expect_null(topic("syria")->gist, "only the headline names it");
    options.parts = TENOR_PART_TONE;
    cr_assert_eq(run(TN_STR(article), &options, NULL), TENOR_OK);
    cr_expect_null(topic("syria")->gist, "without a summary there are no scores");
    options.parts = TENOR_PART_ALL;
    cr_assert_eq(run(TN_STR(""), &options, NULL), TENOR_OK);
    cr_expect_null(topic("syria")->gist);
}

Test(analyze, ad_hoc_topics_and_targets) {
    static const char *const topics[] = {"roads=convoy,drivers"};
    static const char *const targets[] = {"the ministry", "Nobody Here"};
    tenor_options options = TENOR_OPTIONS_INIT;
    options.topics = topics;
    options.n_topics = 1;
    options.targets = targets;
    options.n_targets = 2;
    cr_assert_eq(run(TN_STR(article), &options, NULL), TENOR_OK);
    cr_assert_eq(topic("roads")->mentions, 2);
    cr_assert_eq(topic("the ministry")->mentions, 1);
    cr_assert_eq(topic("Nobody Here")->mentions, 0);
}

Test(analyze, usage_errors_say_what) {
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_error error;
    options.ranker = "newz";
    cr_assert_eq(run(TN_STR(article), &options, &error), TENOR_E_USAGE);
    cr_assert(strstr(error.message, "newz"));
    cr_assert_null(tenor_result_document(result), "after a failure a result is empty");
    options = (tenor_options)TENOR_OPTIONS_INIT;
    options.rules = "+hedge,-nonsense";
    cr_assert_eq(run(TN_STR(article), &options, &error), TENOR_E_USAGE);
    options = (tenor_options)TENOR_OPTIONS_INIT;
    options.max_bytes = 10;
    cr_assert_eq(run(TN_STR(article), &options, &error), TENOR_E_TOO_LARGE);
    options = (tenor_options)TENOR_OPTIONS_INIT;
    options.strict_utf8 = true;
    cr_assert_eq(run(TN_STR("abc \xff"), &options, &error), TENOR_E_INVALID_UTF8);
    cr_assert_eq(error.offset, 4);
}

static double processor_time(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Whatever is at work when the time is over, it ends soon. */
Test(analyze, a_time_limit_is_kept_inside_of_stages) {
    enum { COPIES = 5000 };
    size_t count, length = strlen(article);
    const tenor_named *rankers = tenor_rankers(&count);
    char *text = malloc(COPIES * length);
    cr_assert(text);
    for (size_t i = 0; i < COPIES; i++) memcpy(text + i * length, article, length);
    tenor_string whole = {text, COPIES * length};
    for (size_t i = 0; i < count; i++) {
        tenor_options options = TENOR_OPTIONS_INIT;
        tenor_error error;
        options.ranker = rankers[i].name;
        options.parts |= TENOR_PART_KEYWORDS;
        double start = processor_time();
        cr_assert_eq(run(whole, &options, NULL), TENOR_OK);
        double full = processor_time() - start;
        for (int tenth = 2; tenth < 10; tenth += 4) {
            options.time_limit = full * tenth / 10;
            start = processor_time();
            tenor_status status = run(whole, &options, &error);
            double taken = processor_time() - start;
            cr_expect(status == TENOR_E_TIME_LIMIT || (status == TENOR_OK && taken < options.time_limit * 1.3));
            cr_expect(taken < options.time_limit + full / 10 + 0.02, "%s: %.3f of %.3f s, limit %.3f s", options.ranker,
                      taken, full, options.time_limit);
        }
        options.time_limit = 0;
        cr_expect_eq(run(TN_STR(article), &options, NULL), TENOR_OK, "nothing of it is left");
    }
    free(text);
}

Test(analyze, every_failed_allocation_is_an_error_and_nothing_leaks) {
    tenor_error error;
    tenor_input input = {.text = TN_STR(article), .title = TN_STR("Talks")};
    tenor_options options = TENOR_OPTIONS_INIT;
    options.ranker = "lexrank";
    options.gists = options.account = true;
    (void)tn_alloc_fail_at(0);
    tenor_result *fresh;
    cr_assert_eq(tenor_result_new(&fresh, &error), TENOR_OK);
    cr_assert_eq(tenor_analyze(fresh, engine, &input, &options, &error), TENOR_OK);
    tenor_result_free(fresh);
    size_t needed = tn_alloc_fail_at(0);
    cr_assert_gt(needed, 1);
    for (size_t n = 1; n <= needed; n++) {
        (void)tn_alloc_fail_at(n);
        if (tenor_result_new(&fresh, &error) == TENOR_OK) {
            cr_assert_eq(tenor_analyze(fresh, engine, &input, &options, &error), TENOR_E_MEMORY, "allocation %zu", n);
            (void)tn_alloc_fail_at(0);
            cr_assert_eq(tenor_analyze(fresh, engine, &input, &options, &error), TENOR_OK, "usable again after %zu", n);
            tenor_result_free(fresh);
        }
    }
    (void)tn_alloc_fail_at(0);
}

Test(analyze, opening_survives_every_failed_allocation) {
    tenor_error error;
    tenor_engine *other;
    (void)tn_alloc_fail_at(0);
    cr_assert_eq(tenor_engine_open(&other, NULL, &error), TENOR_OK);
    tenor_engine_close(other);
    size_t needed = tn_alloc_fail_at(0);
    size_t step = needed > 200 ? needed / 200 : 1;
    for (size_t n = 1; n <= needed; n += step) {
        (void)tn_alloc_fail_at(n);
        cr_assert_eq(tenor_engine_open(&other, NULL, &error), TENOR_E_MEMORY, "allocation %zu of %zu", n, needed);
        cr_assert_null(other);
    }
    (void)tn_alloc_fail_at(0);
}

Test(analyze, a_name_without_a_word_is_refused) {
    static const char *const names[] = {"", " ", "...", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        tenor_error error;
        tenor_options options = TENOR_OPTIONS_INIT;
        options.targets = &names[i];
        options.n_targets = 1;
        cr_expect_eq(run(TN_STR(article), &options, &error), TENOR_E_USAGE, "target '%s'", names[i]);
        options.targets = NULL;
        options.n_targets = 0;
        options.topics = &names[i];
        options.n_topics = 1;
        cr_expect_eq(run(TN_STR(article), &options, &error), TENOR_E_USAGE, "topic '%s'", names[i]);
    }
}

/* Each name counts where it stands, and one within another harms neither. */
Test(analyze, names_may_lie_within_each_other) {
    static const char *const names[] = {"Ada Quill", "Quill"};
    static const char text[] = "Ada Quill praised the accord. Quill later condemned the shelling.";
    tenor_options options = TENOR_OPTIONS_INIT;
    options.targets = names;
    options.n_targets = 2;
    cr_assert_eq(run(TN_STR(text), &options, NULL), TENOR_OK);
    cr_expect_eq(topic("Ada Quill")->mentions, 1);
    cr_expect_eq(topic("Ada Quill")->sentences, 1);
    cr_expect_eq(topic("Quill")->mentions, 2);
    cr_expect_eq(topic("Quill")->sentences, 2);
    cr_expect_lt(topic("Ada Quill")->tone.tension, topic("Quill")->tone.tension);
}

Test(analyze, what_would_change_the_whole_text_most) {
    static const char whole[] = "Rebels attacked a convoy. The two sides signed a truce.";
    static const char without[] = "The two sides signed a truce.";
    size_t n;
    tenor_options options = TENOR_OPTIONS_INIT;
    cr_assert_eq(run(TN_STR(without), NULL, NULL), TENOR_OK);
    double other = tenor_result_overall(result)->tension;
    cr_assert_eq(run(TN_STR(whole), NULL, NULL), TENOR_OK);
    cr_expect_null(tenor_result_changes(result, &n));
    cr_expect_eq(n, 0, "not asked for");
    options.account = true;
    cr_assert_eq(run(TN_STR(whole), &options, NULL), TENOR_OK);
    const tenor_change *changes = tenor_result_changes(result, &n);
    cr_assert_eq(n, 2);
    for (size_t i = 0; i < n; i++)
        if (changes[i].without->sentence->index == 0) cr_expect_float_eq(changes[i].tension, other, 1e-9);
    cr_expect_geq(fabs(changes[0].tension - tenor_result_overall(result)->tension),
                  fabs(changes[1].tension - tenor_result_overall(result)->tension));
    cr_assert_eq(run(TN_STR("Rain fell."), &options, NULL), TENOR_OK);
    cr_expect_null(tenor_result_changes(result, &n));
}
