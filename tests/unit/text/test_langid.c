/* tests/data/languages.tsv through the gate, and what the library makes of a text that it has no lexicon for. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "data/source.h"
#include "tenor/tenor.h"

typedef struct session {
    tenor_engine *engine;
    tenor_result *result;
} session;

static session open_session(void) {
    session s = {0};
    tenor_error error = {0};
    cr_assert_eq(tenor_engine_open(&s.engine, NULL, &error), TENOR_OK, "%s:%zu: %s", error.source, error.line,
                 error.message);
    cr_assert_eq(tenor_result_new(&s.result, &error), TENOR_OK);
    return s;
}

static void close_session(session *s) {
    tenor_result_free(s->result);
    tenor_engine_close(s->engine);
}

static const tenor_document *analyze(session *s, tenor_string text, const char *lang) {
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_error error = {0};
    tenor_input input = {.text = text};
    options.lang = lang;
    cr_assert_eq(tenor_analyze(s->result, s->engine, &input, &options, &error), TENOR_OK, "%s", error.message);
    return tenor_result_document(s->result);
}

static bool warns(const tenor_document *document, const char *name) {
    for (size_t i = 0; i < document->n_warnings; i++)
        if (strcmp(document->warnings[i], name) == 0) return true;
    return false;
}

static bool has_model(const session *s, const char *code) {
    size_t n;
    const tenor_named *languages = tenor_engine_languages(s->engine, &n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(languages[i].name, code) == 0) return true;
    return false;
}

typedef struct tally {
    size_t right, unsure, wrong;
} tally;

/* A text whose language is given as "und" is in one without a model: it must not be taken for one that has. */
static void judge(session *s, tally *t, const char *wanted, tenor_string text) {
    const char *lang = analyze(s, text, NULL)->lang;
    bool right = strcmp(wanted, "und") == 0 ? !has_model(s, lang) : strcmp(lang, wanted) == 0;
    if (right) t->right++;
    else if (strcmp(lang, "und") == 0) t->unsure++;
    else t->wrong++;
    if (!right) fprintf(stderr, "miss: %s for %s: %.*s\n", lang, wanted, (int)text.length, text.data);
}

Test(langid, headlines_and_paragraphs_are_told_or_und) {
    session s = open_session();
    tn_arena arena = TN_ARENA_INIT;
    tn_data_file file;
    tenor_error error = {0};
    tally t = {0};
    cr_assert_eq(tn_data_load_path(&file, TENOR_SOURCE_DIR "/tests/data/languages.tsv", &arena, &error), TENOR_OK);
    tenor_string rest = file.bytes, line;
    while (tn_split(&rest, '\n', &line)) {
        tenor_string text = line, lang, kind;
        char wanted[8];
        if (line.length == 0 || line.data[0] == '#') continue;
        cr_assert(tn_split(&text, '\t', &lang) && tn_split(&text, '\t', &kind) && text.data);
        snprintf(wanted, sizeof wanted, "%.*s", (int)lang.length, lang.data);
        judge(&s, &t, wanted, text);
    }
    size_t n = t.right + t.unsure + t.wrong;
    fprintf(stderr, "%zu right, %zu unsure, %zu wrong\n", t.right, t.unsure, t.wrong);
    cr_expect_geq(n, 225);
    cr_expect_eq(t.wrong, 0);
    cr_expect_geq((double)t.right, 0.98 * (double)n);
    tn_arena_free(&arena);
    close_session(&s);
}

#ifdef TENOR_CLD2
Test(langid, what_the_gate_is_not_sure_of_cld2_names) {
    session s = open_session();
    tn_arena arena = TN_ARENA_INIT;
    tn_data_file file;
    tenor_error error = {0};
    tally t = {0};
    size_t by_cld2 = 0, n = 0;
    cr_assert_eq(tn_data_load_path(&file, TENOR_SOURCE_DIR "/tests/data/languages-further.tsv", &arena, &error),
                 TENOR_OK);
    tenor_string rest = file.bytes, line;
    while (tn_split(&rest, '\n', &line)) {
        tenor_string text = line, lang;
        char wanted[8];
        if (line.length == 0 || line.data[0] == '#') continue;
        cr_assert(tn_split(&text, '\t', &lang) && text.data);
        snprintf(wanted, sizeof wanted, "%.*s", (int)lang.length, lang.data);
        judge(&s, &t, wanted, text);
        by_cld2 += strcmp(tenor_result_document(s.result)->lang_source, "cld2") == 0;
        n++;
    }
    fprintf(stderr, "%zu right, %zu unsure, %zu wrong; %zu by CLD2\n", t.right, t.unsure, t.wrong, by_cld2);
    cr_expect_geq((double)t.right, 0.8 * (double)n);
    cr_expect_geq((double)by_cld2, 0.5 * (double)n);
    cr_expect_leq((double)t.wrong, 0.1 * (double)n);
    tn_arena_free(&arena);
    close_session(&s);
}

Test(langid, a_language_that_cld2_names_is_read_with_its_model) {
    session s = open_session();
    const tenor_document *document = analyze(&s, TN_STR("Hochwasser in Passau"), NULL);
    cr_expect_str_eq(document->lang, "de");
    cr_expect_str_eq(document->lang_source, "cld2");
    cr_expect(warns(document, "language_not_covered"));
    cr_expect_not(tenor_result_overall(s.result)->scored);
    cr_expect_str_eq(analyze(&s, TN_STR("Die Regierung in Kiew"), NULL)->lang_source, "gate");
    cr_expect_str_eq(analyze(&s, TN_STR("Hochwasser in Passau"), "en")->lang_source, "option");
    close_session(&s);
}
#endif

static const char RUSSIAN[] =
    "Переговоры о границе зашли в тупик\n\nПереговоры о границе прерваны, сообщил министр. Армия обстреляла два "
    "посёлка "
    "у реки, погибли пять человек.\n\nПрезидент пригрозил новым ударом. Соседи потребовали созвать Совет "
    "Безопасности.\n";

Test(langid, a_russian_article_is_summarised_and_has_no_tone) {
    session s = open_session();
    const tenor_document *document = analyze(&s, tn_str(RUSSIAN), NULL);
    cr_expect_str_eq(document->lang, "ru");
    cr_expect(warns(document, "language_not_covered"));
    cr_expect_not(tenor_result_overall(s.result)->scored);
    cr_expect_not(tenor_result_overall(s.result)->has_sentiment);
    cr_expect_eq(document->sentences, 4);
    cr_expect_eq(tenor_result_summary(s.result)->count, 3);
    close_session(&s);
}

Test(langid, what_is_too_short_to_tell_is_read_as_english) {
    session s = open_session();
    const tenor_document *document = analyze(&s, TN_STR("Bomb!"), NULL);
    cr_expect_str_eq(document->lang, "und");
    cr_expect_str_eq(document->lang_source, "none");
    cr_expect_not(warns(document, "language_not_covered"));
    cr_expect(tenor_result_overall(s.result)->scored);
    close_session(&s);
}

Test(langid, the_caller_may_force_a_language) {
    session s = open_session();
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_error error = {0};
    tenor_input input = {.text = TN_STR("The army shelled the town.")};
    cr_expect_str_eq(analyze(&s, input.text, "de")->lang, "de");
    cr_expect_not(tenor_result_overall(s.result)->scored);
    cr_expect_str_eq(analyze(&s, TN_STR("Die Armee."), "en")->lang, "en");
    options.lang = "xx";
    cr_expect_eq(tenor_analyze(s.result, s.engine, &input, &options, &error), TENOR_E_USAGE);
    cr_expect(strstr(error.message, "xx") != NULL, "%s", error.message);
    close_session(&s);
}

Test(langid, a_text_in_two_languages_is_that_of_its_greater_part) {
    static const char english[] =
        "The two governments agreed on Tuesday to reopen the road that has been closed since the fighting of last "
        "spring. "
        "Lorries with flour and medicine were waiting at the gate when the news came, and the drivers cheered. They "
        "had "
        "been there for nine days, and some of them had slept under their lorries because of the cold at night. Now "
        "the "
        "guards say that the first of them may leave in the morning, if the weather is good and the bridge will "
        "hold.\n\n";
    static const char german[] =
        "Die beiden Länder haben sich nach langen Verhandlungen auf einen Waffenstillstand geeinigt. Beobachter sollen "
        "die Grenze überwachen, sobald die Truppen abgezogen sind. Am Morgen standen die Fahrer noch vor der Schranke, "
        "aber sie hatten die Nachricht schon gehört und packten ihre Sachen, denn es war kalt und sie wollten nach "
        "Hause. Einige von ihnen hatten neun Tage dort gewartet und unter ihren Wagen geschlafen.\n\n";
    char text[4096];
    session s = open_session();
    snprintf(text, sizeof text, "%s%s%s", english, english, german);
    const tenor_document *document = analyze(&s, tn_str(text), NULL);
    cr_expect_str_eq(document->lang, "en");
    cr_expect(warns(document, "mixed_language"));
    snprintf(text, sizeof text, "%s%s", english, english);
    cr_expect_not(warns(analyze(&s, tn_str(text), NULL), "mixed_language"));
    close_session(&s);
}
