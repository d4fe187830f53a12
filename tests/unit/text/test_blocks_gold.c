/* tests/data/blocks/: dirty articles, line by line with the role of each. Format: role TAB line; blank lines are kept.
 * A third column is the reason why a line cannot be told from another kind without understanding it: such a line is
 * missed, and counted apart. Dates, sound effects and headings of links are boilerplate; who reported and edited is a
 * credit; speakers' names alone are headings. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/vec.h"
#include "english.h"

typedef struct tally {
    size_t lines, right;         /* of any role */
    size_t found, wrong, missed; /* of body */
    size_t known_wrong, known_missed;
} tally;

typedef struct gold_line {
    size_t start;      /* of its first character that is no space */
    tenor_string role; /* "body" */
    tenor_string text;
    bool missed; /* a reason says why */
} gold_line;

typedef TN_VEC(gold_line) gold_list;

/* The bytes before a line's first character as the stages of text see it: blanks, of Chinese too, and marks of quoted
 * mail. */
static size_t indent_of(tenor_string line) {
    size_t at = 0;
    for (;;) {
        if (at < line.length && (tn_is_space(line.data[at]) || line.data[at] == '>')) at++;
        else if (at + 3 <= line.length && memcmp(line.data + at, "\xE3\x80\x80", 3) == 0) at += 3;
        else return at;
    }
}

/* Takes the roles off; a line of nothing but marks of quoted mail has none. Returns the text as a reader would get it.
 */
static const char *read_article(tn_arena *arena, tenor_string file, gold_list *gold) {
    char *text = tn_alloc(arena, file.length + 1);
    size_t n = 0;
    tenor_string line, role;
    cr_assert_not_null(text);
    while (tn_split(&file, '\n', &line)) {
        tenor_string rest = line;
        if (line.length && indent_of(line) == line.length) {
            memcpy(text + n, line.data, line.length);
            n += line.length;
        } else if (line.length && tn_split(&rest, '\t', &role)) {
            cr_assert(rest.data && rest.length, "no TAB in '%.*s'", (int)line.length, line.data);
            gold_line *added = TN_PUSH(arena, gold);
            cr_assert_not_null(added);
            tenor_string reason = rest;
            (void)tn_split(&reason, '\t', &rest);
            *added = (gold_line){n + indent_of(rest), role, rest, reason.data != NULL};
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
    tally->wrong += !body && found && !line->missed;
    tally->missed += body && !found && !line->missed;
    tally->known_wrong += !body && found && line->missed;
    tally->known_missed += body && !found && line->missed;
    if (line->missed) {
        cr_expect_neq(body, found, "%s: no miss any more: %.*s", path, (int)line->text.length, line->text.data);
        return;
    }
    if (body != found || getenv("TENOR_TEST_VERBOSE"))
        if (!tn_equal(line->role, tn_str(role)))
            fprintf(stderr, "%s: %s (%s), not %.*s: %.*s\n", strrchr(path, '/') + 1, role, block->reason,
                    (int)line->role.length, line->role.data, (int)line->text.length, line->text.data);
}

/* The language's model: "magazine.fr.tsv" is French, what has no code is English. */
static void open_model(english *e, const char *path) {
    size_t length = strlen(path);
    char code[3] = "en";
    if (length > 7 && path[length - 7] == '.') memcpy(code, path + length - 6, 2);
    language_open(e, code);
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
        english reader;
        open_model(&reader, files[i].path);
        tn_doc doc = english_doc(&reader, read_article(&e.arena, files[i].bytes, &gold), NULL);
        for (size_t k = 0; k < gold.count; k++)
            judge(&tally, block_at(&doc, gold.at[k].start), &gold.at[k], files[i].path);
        english_close(&reader);
    }
    double found = (double)tally.found, wrong = (double)tally.wrong, missed = (double)tally.missed;
    double precision = found / (found + wrong), recall = found / (found + missed);
    double all_precision = found / (found + wrong + (double)tally.known_wrong);
    double all_recall = found / (found + missed + (double)tally.known_missed);
    fprintf(stderr, "%zu articles, %zu lines: body precision %.4f, recall %.4f; all roles %.4f\n", n_files, tally.lines,
            precision, recall, (double)tally.right / (double)tally.lines);
    fprintf(stderr, "with %zu misses that a reason is given for: precision %.4f, recall %.4f\n",
            tally.known_wrong + tally.known_missed, all_precision, all_recall);
    cr_expect_geq(n_files, 100);
    cr_expect_geq(precision, .99);
    cr_expect_geq(recall, .99);
    cr_expect_geq(all_precision, .985);
    cr_expect_geq(all_recall, .99);
    english_close(&e);
}
