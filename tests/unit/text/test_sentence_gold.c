/* tests/data/sentences.tsv, every case: where do sentences end? Each miss is printed. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/vec.h"
#include "english.h"

enum { MOST_ENDS = 64 };

typedef struct gold_case {
    const char *text;       /* NUL-terminated, marks taken out */
    size_t ends[MOST_ENDS]; /* offsets, one past the last byte of each sentence but the last */
    size_t count;
} gold_case;

/* "One.¶Two\nlines.¶\nThree." -> "One. Two / lines. / Three." and the places where ¶ stood. */
static gold_case read_case(tn_arena *arena, tenor_string marked) {
    gold_case c = {0};
    char *to = tn_alloc(arena, marked.length + 1);
    size_t n = 0;
    cr_assert_not_null(to);
    for (size_t i = 0; i < marked.length; i++) {
        bool newline = marked.data[i] == '\\' && i + 1 < marked.length && marked.data[i + 1] == 'n';
        bool mark = i + 1 < marked.length && memcmp(marked.data + i, "\xC2\xB6", 2) == 0;
        bool glued = i + 1 < marked.length && memcmp(marked.data + i, "\xC2\xA6", 2) == 0;
        if (mark || glued) {
            cr_assert_lt(c.count, MOST_ENDS);
            c.ends[c.count++] = n;
            if (mark && i + 2 < marked.length && marked.data[i + 2] != '\\') to[n++] = ' ';
        } else {
            to[n++] = newline ? '\n' : marked.data[i];
        }
        i += mark || glued || newline;
    }
    c.text = to;
    return c;
}

/* The ends of sentences, and of blocks that are no part of the story, in order of the text. */
static size_t ends_of(const tn_doc *doc, size_t *ends) {
    size_t n = 0, next = 0;
    for (size_t i = 0; i < doc->n_blocks; i++) {
        bool any = false;
        for (; next < doc->n_sentences && doc->sentences[next].block == i; next++, any = true) {
            cr_assert_lt(n, MOST_ENDS);
            ends[n++] = doc->sentences[next].end;
        }
        if (!any) ends[n++] = doc->blocks[i].end;
    }
    return n;
}

static bool same_ends(const tn_doc *doc, const gold_case *c) {
    size_t ends[MOST_ENDS], n = ends_of(doc, ends);
    return n == c->count + 1 && memcmp(ends, c->ends, c->count * sizeof *ends) == 0;
}

static void print_miss(english *e, const tn_doc *doc, tenor_string line) {
    fprintf(stderr, "miss: %.*s\n", (int)line.length, line.data);
    for (size_t i = 0; i < doc->n_sentences; i++) fprintf(stderr, "      | %s\n", sentence_text(e, doc, i));
}

/* Runs all cases of a file; returns how many were right. */
static size_t run(english *e, const char *path, size_t *cases) {
    tenor_string rest = read_source_file(&e->arena, path), line, phenomenon;
    size_t right = 0;
    *cases = 0;
    while (tn_split(&rest, '\n', &line)) {
        if (line.length == 0 || line.data[0] == '#') continue;
        tenor_string marked = line;
        cr_assert(tn_split(&marked, '\t', &phenomenon) && marked.data, "%.*s", (int)line.length, line.data);
        tenor_string reason = marked;
        (void)tn_split(&reason, '\t', &marked);
        gold_case c = read_case(&e->arena, marked);
        tn_doc doc = english_doc(e, c.text, NULL);
        bool good = same_ends(&doc, &c) == !reason.data; /* a known miss that is one no longer loses its reason */
        if (!good) print_miss(e, &doc, line);
        right += good;
        ++*cases;
    }
    fprintf(stderr, "%s: %zu of %zu\n", path, right, *cases);
    return right;
}

Test(sentence_gold, english_sentences_end_where_a_reader_ends_them) {
    english e;
    size_t cases;
    english_open(&e);
    size_t right = run(&e, "tests/data/sentences.tsv", &cases);
    cr_expect_geq(cases, 400);
    cr_expect_eq(right, cases, "%zu of %zu cases", right, cases);
    english_close(&e);
}

Test(sentence_gold, sentences_of_other_languages_end_by_their_models) {
    static const char *const codes[] = {"de", "fr", "es", "pt", "it", "pl", "tr",
                                        "ru", "uk", "ar", "ko", "ja", "zh", "vi"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        english e;
        char path[64];
        size_t cases;
        language_open(&e, codes[i]);
        snprintf(path, sizeof path, "tests/data/sentences-%s.tsv", codes[i]);
        size_t right = run(&e, path, &cases);
        cr_expect_geq(cases, 20, "%s", codes[i]);
        cr_expect_eq(right, cases, "%s: %zu of %zu cases", codes[i], right, cases);
        english_close(&e);
    }
}
