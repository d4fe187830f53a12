/* tests/data/blocks/: dirty articles, line by line with the role of each. Format: role TAB line; blank lines are kept.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/vec.h"
#include "english.h"

typedef struct tally {
    size_t lines, right;         /* of any role */
    size_t found, wrong, missed; /* of body */
} tally;

typedef struct gold_line {
    size_t start;      /* of its first character that is no space */
    tenor_string role; /* "body" */
    tenor_string text;
} gold_line;

typedef TN_VEC(gold_line) gold_list;

/* Takes the roles off; returns the text as a reader would get it. */
static const char *read_article(tn_arena *arena, tenor_string file, gold_list *gold) {
    char *text = tn_alloc(arena, file.length + 1);
    size_t n = 0;
    tenor_string line, role;
    cr_assert_not_null(text);
    while (tn_split(&file, '\n', &line)) {
        tenor_string rest = line;
        if (line.length && tn_split(&rest, '\t', &role)) {
            cr_assert(rest.data && rest.length, "no TAB in '%.*s'", (int)line.length, line.data);
            gold_line *added = TN_PUSH(arena, gold);
            cr_assert_not_null(added);
            size_t indent = (size_t)(tn_trim(rest).data - rest.data);
            *added = (gold_line){n + indent, role, rest};
            memcpy(text + n, rest.data, rest.length);
            n += rest.length;
        }
        text[n++] = '\n';
    }
    return text;
}

static const tn_block *block_at(const tn_doc *doc, size_t offset) {
    for (size_t i = 0; i < doc->n_blocks; i++)
        if (doc->blocks[i].start <= offset && offset < doc->blocks[i].end) return &doc->blocks[i];
    return NULL;
}

static void judge(tally *tally, const tn_block *block, const gold_line *line, const char *path) {
    cr_assert_not_null(block, "%s: no block holds '%.*s'", path, (int)line->text.length, line->text.data);
    const char *role = tenor_role_name(block->role);
    bool body = tn_equal(line->role, TN_STR("body")), found = block->role == TENOR_ROLE_BODY;
    tally->lines++;
    tally->right += tn_equal(line->role, tn_str(role));
    tally->found += body && found;
    tally->wrong += !body && found;
    tally->missed += body && !found;
    if (body != found || getenv("TENOR_TEST_VERBOSE"))
        if (!tn_equal(line->role, tn_str(role)))
            fprintf(stderr, "%s: %s (%s), not %.*s: %.*s\n", strrchr(path, '/') + 1, role, block->reason,
                    (int)line->role.length, line->role.data, (int)line->text.length, line->text.data);
}

Test(blocks_gold, what_is_the_story_and_what_is_not) {
    english e;
    tn_data_file *files;
    size_t n_files;
    tally tally = {0};
    tenor_error error = {0};
    english_open(&e);
    cr_assert_eq(tn_data_load_folder(&files, &n_files, TENOR_SOURCE_DIR "/tests/data/blocks", ".tsv", &e.arena, &error),
                 TENOR_OK, "%s", error.message);
    for (size_t i = 0; i < n_files; i++) {
        gold_list gold = {0};
        tn_doc doc = english_doc(&e, read_article(&e.arena, files[i].bytes, &gold), NULL);
        for (size_t k = 0; k < gold.count; k++)
            judge(&tally, block_at(&doc, gold.at[k].start), &gold.at[k], files[i].path);
    }
    double precision = (double)tally.found / (double)(tally.found + tally.wrong);
    double recall = (double)tally.found / (double)(tally.found + tally.missed);
    fprintf(stderr, "%zu articles, %zu lines: body precision %.4f, recall %.4f; all roles %.4f\n", n_files, tally.lines,
            precision, recall, (double)tally.right / (double)tally.lines);
    cr_expect_geq(n_files, 30);
    cr_expect_geq(precision, .99);
    cr_expect_geq(recall, .99);
    english_close(&e);
}
