/* Every row of writers.def takes hostile results and lets nothing through that a terminal or parser would obey. */
#include <criterion/criterion.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "corpus/json.h"
#include "opened.h"
#include "stream.h"
#include "texts.h"

TestSuite(writers, .init = set_up, .fini = tear_down);

static bool refuse(const char *data, size_t length, void *payload) {
    (void)data, (void)length, (void)payload;
    return false;
}

static void render(tn_buf *out, const char *writer, tenor_string text) {
    tenor_input input = {.text = text};
    tenor_error error;
    tenor_options options = TENOR_OPTIONS_INIT; /* all there is to write */
    options.parts = TENOR_PART_ALL | TENOR_PART_KEYWORDS;
    options.account = options.gists = true;
    tn_buf_reset(out);
    cr_assert_eq(tenor_analyze(result, engine, &input, &options, &error), TENOR_OK, "%s", error.message);
    cr_assert_eq(tenor_render(result, writer, NULL, append, out, &error), TENOR_OK, "%s: %s", writer, error.message);
}

static void check_clean(const char *writer, const tn_buf *out) {
    for (size_t i = 0; i < out->length;) {
        size_t n = tn_utf8_length(out->data + i, out->length - i);
        cr_assert_neq(n, 0, "%s wrote an invalid byte at %zu", writer, i);
        unsigned char c = (unsigned char)out->data[i];
        cr_assert(c >= ' ' || c == '\n', "%s wrote control character %u", writer, c);
        i += n;
    }
}

/* A page: every tag is one of ours, closed in order, and a bare & or < is nowhere. */
static void check_markup(const tn_buf *out) {
    static const char *const known[] = {"html", "head",  "meta", "title",   "style",   "body",  "header", "h1",
                                        "h2",   "h3",    "p",    "section", "article", "a",     "span",   "mark",
                                        "cite", "table", "tr",   "th",      "td",      "meter", "footer"};
    const char *open[32];
    size_t depth = 0;
    for (const char *at = out->data; at < out->data + out->length; at++) {
        if (*at == '&') cr_assert(strspn(at + 1, "abcdefghijklmnopqrstuvwxyz#0123456789") >= 2 && strchr(at, ';'));
        if (*at != '<' || strncmp(at, "<!doctype html>", 15) == 0) continue;
        bool closes = at[1] == '/';
        const char *name = at + 1 + closes;
        size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789"), k = 0;
        while (k < sizeof known / sizeof *known && (strncmp(known[k], name, length) != 0 || known[k][length])) k++;
        cr_assert(k < sizeof known / sizeof *known, "a tag of the text's own: %.40s", at);
        cr_assert_eq(strspn(name + length, " >") > 0, true, "%.40s", at);
        if (strcmp(known[k], "meta") == 0) continue;
        if (!closes) {
            cr_assert_lt(depth, sizeof open / sizeof *open);
            open[depth++] = known[k];
            continue;
        }
        cr_assert(depth > 0 && strcmp(open[depth - 1], known[k]) == 0, "closed out of order: %.40s", at);
        depth--;
    }
    cr_assert_eq(depth, 0);
}

Test(writers, pages_have_no_markup_of_the_text) {
    tn_buf out = TN_BUF_INIT;
    static const char *const pages[] = {"html", "explain_html"};
    for (size_t t = 0; t < CONTRACT_TEXTS * 2; t++) {
        render(&out, pages[t % 2], contract_texts[t / 2]);
        tn_putc(&out, '\0');
        out.length--;
        check_markup(&out);
        cr_assert(!strstr(out.data, "<script"), "text %zu", t / 2);
    }
    tn_buf_free(&out);
}

Test(writers, write_clean_utf8_whatever_the_text) {
    size_t count;
    const tenor_named *writers = tenor_writers(&count);
    tn_buf out = TN_BUF_INIT;
    for (size_t w = 0; w < count; w++)
        for (size_t t = 0; t < CONTRACT_TEXTS; t++) {
            render(&out, writers[w].name, contract_texts[t]);
            check_clean(writers[w].name, &out);
        }
    tn_buf_free(&out);
}

Test(writers, json_is_json_with_the_schema_first) {
    tn_buf out = TN_BUF_INIT;
    for (size_t t = 0; t < CONTRACT_TEXTS; t++) {
        render(&out, "json", contract_texts[t]);
        json_tokener *tokener = json_tokener_new();
        json_object *object;
        tenor_error error;
        tenor_status status = tn_json_parse(&object, tokener, (tenor_string){out.data, out.length}, &error);
        cr_assert_eq(status, TENOR_OK, "text %zu: %s", t, error.message);
        cr_assert(strncmp(out.data, "{\"schema\":1,", 12) == 0);
        json_object_put(object);
        json_tokener_free(tokener);
    }
    tn_buf_free(&out);
}

Test(writers, report_a_refused_write) {
    size_t count;
    const tenor_named *writers = tenor_writers(&count);
    tenor_error error;
    tenor_input input = {.text = TN_STR("Talks on Ukraine failed.")};
    cr_assert_eq(tenor_analyze(result, engine, &input, NULL, &error), TENOR_OK);
    for (size_t w = 0; w < count; w++)
        cr_assert_eq(tenor_render(result, writers[w].name, NULL, refuse, NULL, &error), TENOR_E_IO, "%s",
                     writers[w].name);
}
