/* Every ranker against its dense form, worked examples, and what must hold for all. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "dense.h"
#include "make_doc.h"

static tn_arena arena;
static void end(void) { tn_arena_free(&arena); }
TestSuite(rankers, .fini = end);

static double *dense(const char *name, const tn_rank_input *input) {
    if (strcmp(name, "textrank") == 0) return dense_pagerank(dense_overlap(input->terms), input->arena);
    if (strcmp(name, "lexrank") == 0) return dense_pagerank(dense_cosine(input->terms, false), input->arena);
    if (strcmp(name, "degree") == 0) return dense_degree(dense_cosine(input->terms, false), input->arena);
    if (strcmp(name, "reduction") == 0) return dense_degree(dense_overlap(input->terms), input->arena);
    return dense_news(input);
}

static void compare_with_dense(const char *name, const tn_doc *doc, const char *what, size_t n) {
    tn_rank_input input = make_input(&arena, doc);
    double difference = relative_difference(rank_by(name, &input), dense(name, &input), input.terms->n);
    cr_assert_lt(difference, 1e-12, "%s, %s %zu: %g", name, what, n, difference);
}

static void compare_on_many(const char *name) {
    static const size_t sizes[] = {1, 2, 3, 4, 5, 7, 10, 20, 50, 100, 200, 300};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (uint64_t seed = 0; seed < 3; seed++) {
            size_t n = sizes[s];
            compare_with_dense(name, make_random_doc(&arena, n, 40 + 8 * n, 0, 30, seed), "random", n);
            compare_with_dense(name, make_random_doc(&arena, n, 4000, 1, 12, seed), "sparse", n);
            compare_with_dense(name, make_random_doc(&arena, n, 25, 1, 60, seed), "crowded", n);
            tn_arena_reset(&arena);
        }
    compare_with_dense(name, make_article(&arena), "article", 0);
}

Test(rankers, textrank_is_the_dense_one) { compare_on_many("textrank"); }
Test(rankers, lexrank_is_the_dense_one) { compare_on_many("lexrank"); }
Test(rankers, news_is_the_dense_one) { compare_on_many("news"); }

Test(rankers, degree_is_the_dense_one) { compare_on_many("degree"); }
Test(rankers, reduction_is_the_dense_one) { compare_on_many("reduction"); }

static void compare_lsa(const tn_doc *doc, size_t topics, double tolerance) {
    tn_rank_input input = make_input(&arena, doc);
    input.topics = topics;
    double difference = relative_difference(rank_by("lsa", &input), dense_lsa(&input), input.terms->n);
    cr_expect_lt(difference, tolerance, "%zu sentences: %g", input.terms->n, difference);
}

Test(rankers, lsa_is_that_of_the_whole_decomposition) {
    static const size_t sizes[] = {1, 2, 3, 5, 10, 30, 80, 120};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (uint64_t seed = 0; seed < 3; seed++)
            compare_lsa(make_random_doc(&arena, sizes[s], seed ? 200 : 20, 3, 20, seed), 0, 1e-8);
    compare_lsa(make_article(&arena), 0, 1e-11);
    compare_lsa(make_random_doc(&arena, 250, 150, 3, 20, 1), 0, 1e-8);
    static const size_t topics[] = {1, 2, 5, TN_MOST_TOPICS};
    for (size_t t = 0; t < sizeof topics / sizeof *topics; t++) {
        compare_lsa(make_article(&arena), topics[t], 1e-8);
        compare_lsa(make_random_doc(&arena, 250, 150, 3, 20, 2), topics[t], 1e-8);
    }
}

static void compare_order(const char *name, size_t *(*naive)(const tn_rank_input *, size_t *), const tn_doc *doc) {
    tn_rank_input input = make_input(&arena, doc);
    double *scores = rank_by(name, &input);
    size_t n_picks, *picks = naive(&input, &n_picks);
    for (size_t k = 0; k < n_picks; k++)
        cr_assert_eq(scores[picks[k]], (double)(n_picks - k), "%s: pick %zu of %zu", name, k, n_picks);
}

Test(rankers, greedy_ones_by_definition) {
    for (uint64_t seed = 0; seed < 8; seed++) {
        const tn_doc *doc = make_random_doc(&arena, 5 + 5 * (size_t)seed, seed % 2 ? 200 : 20, 0, 15, seed);
        compare_order("sumbasic", naive_sumbasic, doc);
        compare_order("kl", naive_kl, doc);
        tn_arena_reset(&arena);
    }
}

/* ------------------------------------------------------------ by hand */

Test(rankers, textrank_of_three_sentences_by_hand) {
    /* |S| = 2, 3, 2; S0 ∩ S1 = {peace}, S1 ∩ S2 = {talks}, S0 ∩ S2 = {}: a path with equal weights 1 / (log 2 + log 3).
     * The middle: m = .05 + .85 · 2 e, the ends: e = .05 + .85 m / 2. */
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "peace now", "peace talks failed", "talks again"));
    double *scores = rank_by("textrank", &input);
    double middle = .05 * (1 + 2 * .85) / (1 - .85 * .85), outer = .05 + .85 * middle / 2;
    cr_expect_eq(scores[1], 1.0);
    cr_expect_float_eq(scores[0], outer / middle, 1e-7);
    cr_expect_float_eq(scores[2], outer / middle, 1e-7);
}

Test(rankers, textrank_weighs_by_length) {
    /* 0 and 1 share two of two and four terms, 1 and 2 one of four and two: w01 = 2 / (log 2 + log 4), w12 = half. */
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "peace talks", "peace talks failed again", "failed harvest"));
    double *scores = rank_by("textrank", &input);
    double middle = .05 * (1 + 2 * .85) / (1 - .85 * .85);
    cr_expect_float_eq(scores[0], (.05 + .85 * middle * 2 / 3) / middle, 1e-7);
    cr_expect_float_eq(scores[2], (.05 + .85 * middle / 3) / middle, 1e-7);
}

Test(rankers, sentences_without_edges_keep_their_share) {
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "peace talks", "peace talks", "navy drills", "peace", "it is"));
    double *textrank = rank_by("textrank", &input), *lexrank = rank_by("lexrank", &input);
    /* A pair keeps 1/5 each: p = .03 + .85 p. The others keep (1 - d)/n = .03. */
    cr_expect_eq(textrank[0], 1.0);
    cr_expect_eq(textrank[1], 1.0);
    for (size_t i = 2; i < 5; i++) cr_expect_float_eq(textrank[i], .15, 1e-7, "%zu: %.17g", i, textrank[i]);
    cr_expect_eq(textrank[2], textrank[3], "one term has no edges, though another sentence has it");
    cr_expect_eq(lexrank[2], lexrank[4]);
    cr_expect_gt(lexrank[3], lexrank[2], "in LexRank it has");
}

Test(rankers, news_by_hand) {
    /* Rows of two equal parts where isf is the same: n = 3, df = 2 for peace and talks each.
     * a0 = (peace, talks) / √2, a1 = peace, a2 = talks. */
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "#Peace", "peace and the talks of it",
                                                      "peace was the and of it", "talks was the and of it"));
    double *scores = rank_by("news", &input), half = sqrt(.5);
    /* c0 = 2√½, c1 = c2 = 0: centrality 1, 0, 0. The opening is all there is. */
    cr_expect_float_eq(scores[0], 1 + .45 + .1 + 1.5 * half, 1e-12);
    cr_expect_float_eq(scores[1], .45 / 1.25 + .1 + 1.5, 1e-12);
    cr_expect_float_eq(scores[2], .45 / 1.5, 1e-12);
}

Test(rankers, news_counts_the_echo_that_follows) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "k1 the and of it k2", "peace and the of it the",
                                                      "talks and the of it the", "peace and the of it the"));
    double *scores = rank_by("news", &input);
    cr_expect_float_eq(scores[1], 1 + .45 / 1.25 + .1, 1e-12, "the last repeats it");
    cr_expect_float_eq(scores[3], .45 / 1.75, 1e-12, "and is not repeated itself");
}

Test(rankers, news_costs) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "one two three four five", "aa bb cc dd ee ff",
                                                      "k1 k2 k3 k4 k5 k6 k7 k8 k9 k10 k11 k12 k13 k14 k15"
                                                      " k16 k17 k18 k19 k20 k21 k22 k23 k24 k25 k26 k27 k28 k29 k30",
                                                      "who went there on that day?", "x and y are some letters"));
    double *scores = rank_by("news", &input);
    cr_expect_float_eq(scores[0], .45 + .1 - 10, 1e-12, "five words; no sentence is like another: c is 0, not noise");
    cr_expect_float_eq(scores[1], .45 / 1.25 + .1, 1e-12, "the second");
    cr_expect_float_eq(scores[2], .45 / 1.5 - .17 * .2, 1e-12);
    cr_expect_float_eq(scores[3], .45 / 1.75 - .15, 1e-12, "a question");
    cr_expect_float_eq(scores[4], .45 / 2 - 2.0 / 6, 1e-12, "two letters of six words");
}

Test(rankers, news_is_lead_where_the_opening_is_strong) {
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "peace and talks for the army", "army and navy for the peace",
                                    "talks of navy and the peace", "peace of the b1 b2 b3", "army and the c1 c2 c3",
                                    "talks and the d1 d2 d3", "navy and the e1 e2 e3", "peace of the f1 f2 f3",
                                    "army of the g1 g2 g3", "talks of the h1 h2 h3", "navy was the i1 i2 i3"));
    double *scores = rank_by("news", &input);
    for (size_t i = 1; i < input.terms->n; i++) cr_expect_lt(scores[i], scores[i - 1], "%zu", i);
    cr_expect_gt(scores[0], 1.45 + .1, "more than centrality and place give");
}

Test(rankers, news_counts_the_place_in_each_article) {
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "b1 b2 b3 b4 b5 b6", "c1 c2 c3 c4 c5 c6", "+d1 d2 d3 d4 d5 d6"));
    double *scores = rank_by("news", &input);
    cr_expect_float_eq(scores[0], .45 + .1, 1e-12, "opens a paragraph");
    cr_expect_float_eq(scores[1], .36 + .1, 1e-12, "the second");
    cr_expect_float_eq(scores[2], .45 + .1, 1e-12);
}

Test(rankers, lead_is_the_order_of_the_text) {
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "#t", "one", "two", "three", "+four", "five"));
    double *scores = rank_by("lead", &input);
    const double expected[] = {3, 2, 1, 3, 2};
    for (size_t i = 0; i < 5; i++) cr_expect_eq(scores[i], expected[i]);
}

Test(rankers, luhn_by_hand) {
    /* Three sentences, so words of 4.8 and more would be wanted; peace occurs 3 times, which is the most. Then 3² / 9
     * with gaps of 2 and 4; a gap of 5 parts two clusters; none. */
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "peace x1 x2 peace x3 x4 x5 x6 peace", "talks y1", "z1"));
    double *scores = rank_by("luhn", &input);
    cr_expect_eq(scores[0], 1.0);
    cr_expect_eq(scores[1], 0.0);
    input = make_input(&arena, MAKE_DOC(&arena, "peace peace x1 x2 x3 x4 x5 peace", "peace peace of peace"));
    scores = rank_by("luhn", &input);
    cr_expect_float_eq(scores[0], 2.0 / (9.0 / 4.0), 1e-15, "2² / 2 to 3² / 4");
    input = make_input(&arena, MAKE_DOC(&arena, "peace x1 x2 peace peace", "peace peace of peace"));
    cr_expect_float_eq(rank_by("luhn", &input)[0], 9 / 5. / (9 / 4.), 1e-15);
    input.gap = 2;
    cr_expect_float_eq(rank_by("luhn", &input)[0], 9 / 5. / (9 / 4.), 1e-15);
    input.gap = 1;
    cr_expect_float_eq(rank_by("luhn", &input)[0], 2 / (9 / 4.), 1e-15, "two clusters");
}

Test(rankers, sumbasic_by_hand) {
    /* 8 terms: talks 3/8, peace 2/8, the others 1/8. The top term is talks, and (3+2)/16 beats the others; p(talks) is
     * then 9/64 and p(peace) 4/64, so talks again: 1 has the mean of 9/64 and 8/64, 2 the mean of 9/64 and 4/64. */
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "talks failed", "peace talks", "peace talks again", "army"));
    double *scores = rank_by("sumbasic", &input);
    cr_expect_eq(scores[1], 4);
    cr_expect_eq(scores[0], 3);
}

Test(rankers, random_is_a_permutation) {
    tn_rank_input input = make_input(&arena, make_random_doc(&arena, 500, 50, 1, 3, 1));
    double *scores = rank_by("random", &input), sum = 0;
    bool seen[501] = {false}, moved = false;
    for (size_t i = 0; i < 500; i++) {
        cr_assert_not(seen[(size_t)scores[i]]);
        seen[(size_t)scores[i]] = true;
        sum += scores[i] * ((double)i - 249.5);
        moved |= scores[i] != (double)(i + 1);
    }
    cr_expect(moved);
    cr_expect_lt(fabs(sum / (500 * 500 * 499 / 12.0)), 0.15, "and has nothing to do with the place");
}

/* --------------------------------------------------------- for all of them */

static void rank_by_all(const tn_doc *doc) {
    tn_rank_input input = make_input(&arena, doc);
    for (size_t r = 0; r < tn_ranker_count; r++) {
        double *first = rank_by(tn_rankers[r].name, &input), *second = rank_by(tn_rankers[r].name, &input);
        cr_expect_arr_eq(first, second, input.terms->n * sizeof(double), "%s: same bits twice", tn_rankers[r].name);
    }
}

Test(rankers, degenerate_texts) {
    rank_by_all(MAKE_DOC(&arena, "Talks"));
    rank_by_all(MAKE_DOC(&arena, "It"));
    rank_by_all(MAKE_DOC(&arena, "", ""));
    rank_by_all(MAKE_DOC(&arena, "Talks failed", "Talks failed"));
    rank_by_all(MAKE_DOC(&arena, "Talks failed", "Navy drills"));
    rank_by_all(MAKE_DOC(&arena, "It is", "He was not", "The"));
    rank_by_all(MAKE_DOC(&arena, "#Talks", "Talks", "Talks", "Talks", "Peace"));
    rank_by_all(MAKE_DOC(&arena, "peace talks", "talks peace", "navy drills", "drills navy", "the"));
    rank_by_all(make_random_doc(&arena, 2, 3, 0, 100, 1));
    rank_by_all(make_random_doc(&arena, 60, 3, 0, 6, 1));
}

Test(rankers, identical_sentences_have_the_same_score_in_graphs) {
    tn_rank_input input =
        make_input(&arena, MAKE_DOC(&arena, "peace talks failed", "peace talks failed", "peace talks failed"));
    static const char *const names[] = {"textrank", "lexrank", "degree", "reduction", "luhn"};
    for (size_t r = 0; r < 5; r++) {
        double *scores = rank_by(names[r], &input);
        for (size_t i = 0; i < 3; i++) cr_expect_eq(scores[i], 1.0, "%s", names[r]);
    }
}

Test(rankers, registry) {
    cr_assert_geq(tn_ranker_count, 4);
    cr_expect_str_eq(tn_rankers[0].name, "news", "the default comes first");
    for (size_t r = 0; r < tn_ranker_count; r++) {
        cr_expect_eq(tn_ranker_find(tn_rankers[r].name), &tn_rankers[r]);
        cr_expect_not_null(tn_rankers[r].about);
    }
    cr_expect_null(tn_ranker_find("page"));
}

/* ------------------------------------------------------------- learned */

static tenor_status read_model(const char *text, tn_rank_model *model, tenor_error *error) {
    tn_data_file file = {"ranker.conf", tn_str(text)};
    return tn_rank_model_read(model, &file, error);
}

Test(rankers, learned_weighs_every_feature) {
    tn_rank_input input = make_input(&arena, make_article(&arena));
    double *scores = rank_by("learned", &input), *value;
    cr_assert_eq(tn_features_find(&value, &input, NULL), TENOR_OK);
    for (size_t i = 0; i < input.terms->n; i++) {
        double sum = 0;
        for (size_t f = 0; f < TN_FEATURES; f++)
            sum += (tn_news_weights[f] + test_model.weight[f] / 2) * value[i * TN_FEATURES + f];
        cr_assert_float_eq(scores[i], sum, 1e-12);
    }
    input.model = NULL;
    tenor_error error;
    cr_expect_eq(tn_ranker_find("learned")->rank(&input, scores, &error), TENOR_E_USAGE);
}

Test(rankers, learned_reads_its_weights) {
    tn_rank_model model;
    tenor_error error;
    char text[2000] = "# a remark\n";
    for (size_t f = 0; f < TN_FEATURES; f++) {
        cr_expect_eq(read_model(text, &model, &error), TENOR_E_DATA, "a weight is missing");
        (void)snprintf(text + strlen(text), sizeof text - strlen(text), "%s = -%zu.5\n", tn_features[f].name, f);
    }
    cr_assert_eq(read_model(text, &model, &error), TENOR_OK);
    cr_expect_eq(model.weight[3], -3.5);
    cr_expect_eq(model.scale, 1);
    cr_expect_eq(read_model("place = far\n", &model, &error), TENOR_E_DATA);
    cr_expect_eq(error.column, 9);
    cr_expect_eq(read_model("\nspace = 1\n", &model, &error), TENOR_E_DATA);
    cr_expect_eq(error.line, 2);
    cr_expect_eq(read_model("place 1\n", &model, &error), TENOR_E_DATA);
}

Test(rankers, news_of_several_articles_looks_both_ways_between_them) {
    /* The second article repeats the first; inside an article only what follows counts. */
    tn_rank_input input = make_input(&arena, MAKE_DOC(&arena, "k1 of the a of k2", "peace of the a of k3",
                                                      "+peace of the a of k4", "k5 of the a of k6"));
    double *value;
    cr_assert_eq(tn_features_find(&value, &input, NULL), TENOR_OK);
    cr_expect_eq(value[1 * TN_FEATURES + TN_FEATURE_centrality], 1.0);
    cr_expect_eq(value[2 * TN_FEATURES + TN_FEATURE_centrality], 1.0, "peace in the other article comes before");
    cr_expect_eq(value[0 * TN_FEATURES + TN_FEATURE_centrality], 0.0);
    cr_expect_eq(value[3 * TN_FEATURES + TN_FEATURE_centrality], 0.0);
}
