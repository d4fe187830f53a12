/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <stdio.h>

#include "base/buf.h"
#include "corpus/elements.h"
#include "corpus/source.h"
#include "stream.h"

/* The records of `text`, each as "LINE:OFFSET:BYTES|", errors as "LINE:!|". */
static void cut(tn_buf *out, const char *text, size_t step, size_t longest) {
    feed from = {text, strlen(text), 0, step, 0};
    tn_source_options options = {
        .read = read_some, .read_payload = &from, .name = "x", .form = TN_FORM_JSON, .longest = longest};
    tn_source *source;
    tn_raw raw = {.line = 0};
    bool more;
    cr_assert(tn_source_new(&source, &options, NULL) == TENOR_OK);
    for (;;) {
        cr_assert(tn_source_next(source, &raw, &more, NULL) == TENOR_OK);
        if (!more) break;
        if (raw.error.status == TENOR_OK)
            tn_putf(out, "%zu:%zu:%.*s|", raw.line, raw.offset, (int)raw.bytes.length, raw.bytes.data);
        else tn_putf(out, "%zu:!|", raw.line);
    }
    tn_raw_free(&raw);
    tn_source_free(source);
}

static const struct {
    const char *text, *records;
} rows[] = {
    {"", ""},
    {" \n", ""},
    {"[]", ""},
    {"[\n]\n", ""},
    {"[{}]", "1:1:{}|"},
    {"{} {}\n{}", "1:0:{}|1:3:{}|2:6:{}|"},
    {"[{\"a\":1},{\"a\":[1,{}]}]", "1:1:{\"a\":1}|1:9:{\"a\":[1,{}]}|"},
    {"[\n {\"a\":\n  1},\n {\"b\":2}\n]\n", "2:3:{\"a\":\n  1}|4:16:{\"b\":2}|"},
    {"[{\"a\":\"}]\\\"{\"},{}]", "1:1:{\"a\":\"}]\\\"{\"}|1:15:{}|"},
    {"[{\"a\":\"\\\\\"},{}]", "1:1:{\"a\":\"\\\\\"}|1:12:{}|"},
    {"[{}][{}]", "1:1:{}|1:5:{}|"},
    {"[17, [1,[2]], \"a,b\", true]", "1:1:17|1:5:[1,[2]]|1:14:\"a,b\"|1:21:true|"},
    {"[{}", "1:1:{}|1:!|"},
    {"[{},\n{\"a\"", "1:1:{}|2:5:{\"a\"|2:!|"},
    {"{}]", "1:0:{}|1:2:]|"},
    {"no record at all\n{}", "1:0:no record at all|2:17:{}|"},
    /* A string without an end does not take what follows with it. */
    {"[{\"a\":\"x},\n{\"b\":1}]", "1:1:{\"a\":\"x},\n|2:11:{\"b\":1}|"},
    {"[\n {\n  \"a\":\"x,\n  \"b\":[\n   {}]\n },\n {}\n]", "2:3:{\n  \"a\":\"x,\n  \"b\":[\n   {}]\n }|7:35:{}|"},
};

Test(elements, records_are_cut_wherever_reading_stops) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t step = 1; step < 9; step++) {
            tn_buf got = TN_BUF_INIT;
            cut(&got, rows[i].text, step, 1000);
            cr_expect(tn_equal(tn_buf_string(&got), tn_str(rows[i].records)), "%s\nby %zu: %.*s\nnot %s", rows[i].text,
                      step, (int)got.length, got.data ? got.data : "", rows[i].records);
            tn_buf_free(&got);
        }
}

Test(elements, a_giant_is_passed_over) {
    tn_buf got = TN_BUF_INIT;
    cut(&got, "[{\"a\":\"0123456789 0123456789\"},\n{\"b\":1},{\"a\":\"0123456789 0123456789\"}]", 4, 12);
    cr_expect(tn_equal(tn_buf_string(&got), TN_STR("1:!|2:32:{\"b\":1}|2:!|")), "%.*s", (int)got.length, got.data);
    tn_buf_free(&got);
}

Test(elements, are_told_from_lines) {
    static const struct {
        const char *bytes;
        bool elements;
    } looks[] = {{"", false},
                 {"[{\"a\":1}]", true},
                 {" [ \n {", true},
                 {"[]", true},
                 {"[", false},
                 {"[1]", false},
                 {"[Photo] A text.", false},
                 {"{\n", true},
                 {"{\r\n \"a\": 1}", true},
                 {"{\"a\": 1,\n \"b\": 2}", true},
                 {"{\"a\": [\n", true},
                 {"{\"a\": 1}\n{\"a\": 2}\n", false},
                 {"{\"a\": \"cut\n{\"a\": 2}\n", false},
                 {"{\"a\": 1}", false},
                 {"A text, {\n", false}};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        cr_expect(tn_looks_like_elements(tn_str(looks[i].bytes)) == looks[i].elements, "%s", looks[i].bytes);
}
