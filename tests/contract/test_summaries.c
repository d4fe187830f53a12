/* What no summary may have, over whole articles: a sentence twice, one that is no part of the story, or nothing. The
 * articles are the examples and tests/data/blocks; with TENOR_TEXTS=FILE those of FILE, too, one after a form feed the
 * next. */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/span.h"
#include "summarized.h"

TestSuite(summaries, .init = set_up, .fini = tear_down);

/* The next character at *i, in lower case and a run of white space as one space; NUL at the end. */
static char next(tenor_string text, size_t *i) {
    if (*i == text.length) return '\0';
    char c = text.data[(*i)++];
    if (!tn_is_space(c)) return tn_lower(c);
    while (*i < text.length && tn_is_space(text.data[*i])) ++*i;
    return ' ';
}

static bool same(tenor_string a, tenor_string b) {
    size_t i = 0, j = 0;
    while (i < a.length || j < b.length)
        if (next(a, &i) != next(b, &j)) return false;
    return true;
}

static bool is_of_the_story(const tenor_sentence *sentence) {
    size_t count;
    const tenor_block *blocks = tenor_result_blocks(result, &count);
    for (size_t b = 0; b < count; b++)
        if (blocks[b].span.start <= sentence->span.start && sentence->span.end <= blocks[b].span.end &&
            blocks[b].role == TENOR_ROLE_BODY)
            return true;
    return false;
}

static void check(const tenor_summary *summary, const char *ranker, const char *path) {
    for (size_t i = 0; i < summary->count; i++) {
        const tenor_sentence *sentence = summary->sentences[i];
        cr_expect(is_of_the_story(sentence), "%s, %s: not of the story: %.*s", path, ranker, (int)sentence->text.length,
                  sentence->text.data);
        for (size_t j = 0; j < i; j++)
            cr_expect(!same(sentence->text, summary->sentences[j]->text), "%s, %s: twice: %.*s", path, ranker,
                      (int)sentence->text.length, sentence->text.data);
    }
}

static void check_one(tenor_string text, const char *ranker, tenor_budget budget, double amount, const char *path) {
    const tenor_summary *summary = summarize(ranker, text, budget, amount);
    cr_expect(summary->count > 0 || tenor_result_document(result)->words == 0, "%s, %s: nothing", path, ranker);
    check(summary, ranker, path);
}

/* Three sentences of each ranker, and as much as there is of the first. */
static size_t check_text(tenor_string text, const char *path) {
    size_t count;
    const tenor_named *rankers = tenor_rankers(&count);
    for (size_t r = 0; r < count; r++) check_one(text, rankers[r].name, TENOR_BUDGET_SENTENCES, 3, path);
    check_one(text, rankers[0].name, TENOR_BUDGET_PERCENT, 100, path);
    return 1;
}

/* Of lines "role<tab>line<tab>reason" the lines. */
static void put_lines(tn_buf *out, tenor_string labelled) {
    tenor_string line, role;
    while (tn_split(&labelled, '\n', &line)) {
        tenor_string rest = line;
        (void)tn_split(&rest, '\t', &role);
        if (rest.data && tn_split(&rest, '\t', &line)) tn_put_str(out, line);
        tn_putc(out, '\n');
    }
}

static size_t check_file(const char *path) {
    tn_buf file = TN_BUF_INIT, unlabelled = TN_BUF_INIT;
    tenor_error error;
    size_t n = 0;
    cr_assert_eq(tn_read_file(&file, path, &error), TENOR_OK, "%s", error.message);
    tenor_string rest = tn_buf_string(&file), text;
    if (strstr(path, ".tsv")) {
        put_lines(&unlabelled, rest);
        rest = tn_buf_string(&unlabelled);
    }
    while (tn_split(&rest, '\f', &text)) n += check_text(text, path);
    tn_buf_free(&file);
    tn_buf_free(&unlabelled);
    return n;
}

static size_t check_files(const char *pattern) {
    glob_t found;
    size_t n = 0;
    cr_assert_eq(glob(pattern, 0, NULL, &found), 0, "%s", pattern);
    for (size_t i = 0; i < found.gl_pathc; i++) n += check_file(found.gl_pathv[i]);
    globfree(&found);
    return n;
}

Test(summaries, have_no_sentence_twice_and_none_that_is_not_of_the_story) {
    const char *more = getenv("TENOR_TEXTS");
    size_t n =
        check_files(TENOR_SOURCE_DIR "/examples/*.txt") + check_files(TENOR_SOURCE_DIR "/tests/data/blocks/*.tsv");
    cr_expect_gt(n, 40);
    if (more) cr_log_warn("%zu texts", n + check_file(more));
}
